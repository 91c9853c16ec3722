"""What people do with the program, one package a subject; imports go only downwards (docs/architecture.md)."""
