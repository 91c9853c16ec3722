"""Checking one plan without an account: upload, progress, the source with its marks, findings, corrected copies."""
