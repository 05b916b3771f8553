"""Invented precincts for those who practise."""

# A training file hides nothing; its passphrase stands in the README.
PASSPHRASE = "training"  # noqa: S105
