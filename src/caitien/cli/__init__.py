"""The command line: ``caitien read``, ``check``, ``write`` and the rest."""
