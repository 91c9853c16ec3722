"""Makers of plans, faults and files for the tests; all content is invented."""
