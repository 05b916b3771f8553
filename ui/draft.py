"""A new day as far as it has been stated."""

from pathlib import Path
from typing import NamedTuple

from precinct_app.desk import Plan
from precinct_app.desk.birth import DayKind
from precinct_app.domain.election import Election
from precinct_app.domain.parts.setup import ListActStated
from precinct_app.domain.precinct import Precinct
from precinct_app.domain.typed import tidy
from precinct_app.domain.voters import Voter
from precinct_app.lists.paging import page_by_ranges, page_by_rows
from precinct_app.lists.report import ListReport


class Draft(NamedTuple):
    """What the chairman stated before the list was read.

    ``pages`` of the paper list: how many rows stand on each, or ranges such as ``1: 1-38``.
    """

    kind: DayKind
    election: Election
    precinct: Precinct
    list: Path
    pages: str = ""


class Stated(NamedTuple):
    """The draft with its list, and the act by which the list was handed over."""

    draft: Draft
    report: ListReport
    act_number: str
    act_voters: int

    @property
    def voters(self) -> tuple[Voter, ...]:
        """The voters with their places in the paper list; ListError for pages that can't be."""
        voters, pages = self.report.voters, self.draft.pages
        if not pages:
            return voters
        if pages.isdecimal():
            return page_by_rows(voters, int(pages))
        return page_by_ranges(voters, pages)

    @property
    def plan(self) -> Plan:
        """What the new file is made of."""
        return Plan(self.draft.kind, self.draft.election, self.draft.precinct, self.voters)

    @property
    def list_act(self) -> ListActStated:
        """The act as an event of the set-up; why it differs is written down there."""
        return ListActStated(tidy(self.act_number), self.act_voters, "")


class Made(NamedTuple):
    """A file that was made, its key, and the text of its recovery sheet."""

    stated: Stated
    file: Path
    key: bytes
    recovery: str
