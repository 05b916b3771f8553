"""A new day as far as it has been stated."""

from pathlib import Path
from typing import NamedTuple

from precinct_app.desk import Desk, Founded, Plan, create_day, renew, this_laptop
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
    def accepted(self) -> int:
        """How many voters the new file will hold."""
        return self.report.accepted

    @property
    def place(self) -> Path:
        """Where the new file is put unless another place is chosen: beside the list."""
        return self.draft.list.with_name(f"precinct-{self.draft.precinct.number}.precinct")

    def found(self, file: Path, passphrase: str) -> Founded:
        """Make the file; Refusal or StoreError for what hinders it.

        The act stands in it from its birth: nobody has an office yet who could state it.
        """
        return create_day(file, self.plan, passphrase, this_laptop(), [self.list_act])

    @property
    def list_act(self) -> ListActStated:
        """The act as an event of the set-up; why it differs is written down there."""
        return ListActStated(tidy(self.act_number), self.act_voters, "")


class TakenOver(NamedTuple):
    """Another live file's set-up, of which a fresh one is made."""

    old: Desk

    @property
    def draft(self) -> Draft:
        """Kind, election and precinct as the old file has them."""
        day = self.old.day
        return Draft("live", day.election, day.precinct, self.old.path)

    @property
    def accepted(self) -> int:
        """How many voters the new file will hold."""
        return self.old.day.roll.size

    @property
    def place(self) -> Path:
        """Where the new file is put unless another place is chosen: beside the old one."""
        return self.old.path.with_stem(f"{self.old.path.stem}-2")

    def found(self, file: Path, passphrase: str) -> Founded:
        """Make the file and close the old one as not used; StoreError for what hinders either."""
        return renew(self.old, file, passphrase, this_laptop())


class Made(NamedTuple):
    """A file that was made, its key, and the text of its recovery sheet."""

    stated: Stated | TakenOver
    file: Path
    key: bytes
    recovery: str
