"""The command line: the day without a window."""
