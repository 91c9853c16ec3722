"""Vietnamese text, dates, money and document numbers."""
