"""Readers: a file → the document tree."""
