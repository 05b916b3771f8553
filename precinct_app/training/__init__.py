"""Invented precincts for those who practise."""

PASSPHRASE = "training"  # noqa: S105 - hides nothing, and stands in the README
