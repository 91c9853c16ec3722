"""One rule a file, named after its kind; the docstring is the help page (`checker.help`)."""
