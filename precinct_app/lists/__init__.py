"""Voter lists that come in as files, row by row."""
