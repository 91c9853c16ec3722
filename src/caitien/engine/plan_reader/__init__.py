"""Reading a plan: document tree → plan with places, confidences and doubts."""

from caitien.engine.plan_reader.read import read_plan

__all__ = ["read_plan"]
