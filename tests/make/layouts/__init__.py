"""Builders of sample files, written with python-docx and openpyxl only: none of our writers takes part."""
