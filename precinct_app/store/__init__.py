"""The day on disk: one encrypted file, nothing lost."""
