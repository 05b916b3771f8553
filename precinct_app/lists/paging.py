"""Book, page and line of the paper list, where its columns are silent."""

import re
from collections.abc import Iterable, Sequence

from precinct_app.domain.voters import Voter
from precinct_app.errors import ListError, ListFault

_RANGE = re.compile(r"\s*(?P<page>\S+?)\s*:\s*(?P<first>[^\s-]+)\s*-\s*(?P<last>[^\s-]+)\s*")


def page_by_rows(voters: Iterable[Voter], rows: int) -> tuple[Voter, ...]:
    """Give page and line by the number of rows on a page of the paper list.

    A voter whose row states its page keeps what it states.
    """
    if rows < 1:
        raise ListError(ListFault.PAGES_WRONG, pages=rows)
    return tuple(
        voter
        if voter.page
        else voter._replace(page=str(place // rows + 1), line=str(place % rows + 1))
        for place, voter in enumerate(voters)
    )


def page_by_ranges(voters: Sequence[Voter], ranges: str) -> tuple[Voter, ...]:
    """Give page and line by ranges of list numbers as people type them: ``1: 1-38, 2: 39-77``.

    The pages go up as the list goes down. Raises ListError PAGES_WRONG for text that is none,
    and for a range that the list does not have.
    """
    places = {voter.number: place for place, voter in enumerate(voters)}
    paged = list(voters)
    for part in ranges.split(","):
        page, first, last = _range(part, places)
        for place in range(first, last + 1):
            if not voters[place].page:
                line = str(place - first + 1)
                paged[place] = voters[place]._replace(page=page, line=line)
    return tuple(paged)


def _range(part: str, places: dict[str, int]) -> tuple[str, int, int]:
    found = _RANGE.fullmatch(part)
    first, last = (places.get(found[name]) if found else None for name in ("first", "last"))
    if found is None or first is None or last is None:
        raise ListError(ListFault.PAGES_WRONG, pages=part.strip())
    return found["page"], first, last
