"""Find voters by whatever a clerk types or a scanner reads."""

from precinct_app.search.index import Found, Index

__all__ = ["Found", "Index"]
