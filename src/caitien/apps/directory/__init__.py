"""People and, later, schools and authorities."""
