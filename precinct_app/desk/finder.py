"""The search over the list as it stands."""

from typing import TYPE_CHECKING

from precinct_app.domain.day import Day

if TYPE_CHECKING:
    from precinct_app.search import Found, Index


class Finder:
    """Keeps the search in step with the list of a day; a day folded anew is indexed anew."""

    def __init__(self) -> None:
        self._day: Day | None = None
        self._index: Index | None = None
        self._seen = 0

    def find(self, day: Day, text: str, most: int) -> "Found":
        """Find voters who stand on the list by whatever is typed or scanned, best first."""
        return self._follow(day).find(text, most)

    def _follow(self, day: Day) -> "Index":
        if self._index is None or day is not self._day:
            from precinct_app.search import Index

            self._day, self._index = day, Index(day.listed())
        else:
            _take_in(day, self._index, day.row_changes[self._seen :])
        self._seen = len(day.row_changes)
        return self._index


def _take_in(day: Day, index: "Index", changed: list[str]) -> None:
    for voter in changed:
        row = day.voter(voter)
        if row and day.is_listed(voter):
            index.add(row)
        elif voter in index:
            index.remove(voter)
