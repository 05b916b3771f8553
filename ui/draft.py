"""A new day as far as it has been stated."""

from pathlib import Path
from typing import NamedTuple

from precinct_app.desk import Plan
from precinct_app.desk.birth import DayKind
from precinct_app.domain.election import Election
from precinct_app.domain.parts.setup import ListActStated
from precinct_app.domain.precinct import Precinct
from precinct_app.domain.typed import tidy
from precinct_app.lists.report import ListReport


class Draft(NamedTuple):
    """What the chairman stated before the list was read."""

    kind: DayKind
    election: Election
    precinct: Precinct
    list: Path


class Stated(NamedTuple):
    """The draft with its list, and the act by which the list was handed over."""

    draft: Draft
    report: ListReport
    act_number: str
    act_voters: int

    @property
    def plan(self) -> Plan:
        """What the new file is made of."""
        return Plan(self.draft.kind, self.draft.election, self.draft.precinct, self.report.voters)

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
