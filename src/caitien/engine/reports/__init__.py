"""Official papers as document trees, made from plain objects."""
