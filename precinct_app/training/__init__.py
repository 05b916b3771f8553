"""Invented precincts for those who practise."""
