"""Checking a plan: a case goes in, findings come out."""

from caitien.engine.checker.run import Report, Suppression, build_case, rule, rules, run, suppress

__all__ = ["Report", "Suppression", "build_case", "rule", "rules", "run", "suppress"]
