"""An invented commission that knows how to serve."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from precinct_app.desk import Desk, Who, invent_pin, set_pin
from precinct_app.domain.accounts import SAFE, stack
from precinct_app.domain.entry import Entry
from precinct_app.domain.parts import (
    access,
    boxes,
    corrections,
    handover,
    issuing,
    opening,
    readiness,
    setup,
    spoiled,
    stock,
)
from precinct_app.domain.precinct import moment
from precinct_app.domain.preparation import items_of

MEMBERS = {
    "1": ("Серікбаева Гүлнар Асқарқызы", "chairman"),
    "2": ("Ахметов Дәурен Бекұлы", "secretary"),
    "3": ("Ким Лариса Андреевна", "deputy"),
    "4": ("Жұмабаев Ерлан Сәкенұлы", "member"),
    "5": ("Иванова Ольга Петровна", "member"),
    "6": ("Төлегенова Айнұр Маратқызы", "member"),
    "7": ("Оспанов Нұржан Қайратұлы", "member"),
}
CHAIRMAN, SECRETARY, *ISSUERS = MEMBERS
# Two boxes in the room, and one for those who can't come.
BOXES, PORTABLE = ("1", "2", "3"), ("3",)
PACK = 500
FIRST_STACK = 100

# One voter in so many: practice gives 0.5 % spoiled, a few declined, a few mistakes at the desk.
SPOILS, DECLINES, TAKEN_BACK, WRONG_MEMBER = 199, 211, 307, 401


class Commission:
    """Seven members at one laptop: the secretary types, five issue in turn."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._filling = FIRST_STACK
        self._election = desk.day.election
        self._begins = moment(self._election, desk.day.precinct, "voting_begins")
        self._ends = moment(self._election, desk.day.precinct, "voting_ends")

    def voters(self) -> Iterable[str]:
        """Give the voters in the order of the list."""
        return list(self._desk.day.roll.voters)

    def set_up(self, first_stack: int = FIRST_STACK) -> None:
        """Name the members, state the list's act, receive and hand out the ballots.

        ``first_stack`` is how many of each kind a member gets when a stack has run out.
        """
        self._filling = first_stack
        for member, (name, role) in MEMBERS.items():
            self._desk.act(Who(CHAIRMAN), setup.name_member, member, name, role)
            set_pin(self._desk, Who(CHAIRMAN), member, invent_pin())
            self._desk.act(Who(member), access.sign_in)
        size = self._desk.day.roll.size
        self._desk.act(Who(CHAIRMAN), setup.state_list_act, "1", size)
        for ballot in self._election.ballot_ids:
            self._receive(
                ballot, size + -(-size * self._election.thresholds.reserve_percent // 100)
            )
        for member in ISSUERS:
            self._top_up(member)

    def open(self) -> None:
        """Make everything ready, and open voting at its hour."""
        self._make_ready()
        number = self._desk.day.precinct.number
        who = Who(CHAIRMAN, happened=self._begins)
        self._desk.act(who, opening.open_voting, number)

    def _make_ready(self) -> None:
        """Go through readiness, safe and boxes as on the real morning (art. 40)."""
        desk, precinct = self._desk, self._desk.day.precinct
        morning = Who(CHAIRMAN, happened=moment(self._election, precinct, "station_opens"))
        desk.act(Who(CHAIRMAN), readiness.seal_safe, "1001", "полиция")
        desk.act(morning, readiness.open_safe, True)
        for item in items_of(self._election):
            desk.act(morning, readiness.check_item, item, "done")
        desk.act(morning, readiness.check_laptop, 20_000, 0, False, 100, True, True)
        for place, box in enumerate(BOXES):
            when = Who(CHAIRMAN, happened=moment(self._election, precinct, "boxes"))
            desk.act(when, boxes.seal_box, box, str(2001 + place), box in PORTABLE)

    def serve(self, voter: str, place: int) -> None:
        """Serve the voter who comes as so many-th, with what happens on a real day."""
        issuer = ISSUERS[place % len(ISSUERS)]
        self._top_up(issuer)
        wanted = self._desk.day.entitled(voter)
        if place % DECLINES == 0 and len(wanted) > 1:
            self._desk.act(Who(SECRETARY), issuing.decline_ballots, voter, wanted[-1:])
            wanted = wanted[:-1]
        happened = self._moment(place)
        who = Who(SECRETARY, happened=happened)
        entry = self._desk.act(who, issuing.issue_ballots, voter, wanted, issuer)
        if place % SPOILS == 0:
            cause = spoiled.Cause.VOTER
            self._top_up(issuer)
            self._desk.act(Who(SECRETARY), spoiled.exchange_ballot, voter, wanted[0], issuer, cause)
        elif place % TAKEN_BACK == 0:
            self._desk.act(Who(issuer), corrections.take_back, entry.id, "wrong_key")
            self._desk.act(Who(SECRETARY), issuing.issue_ballots, voter, wanted, issuer)
        elif place % WRONG_MEMBER == 0:
            self._charge(entry, issuer)

    def end(self) -> None:
        """End voting at its hour."""
        self._desk.act(Who(CHAIRMAN, happened=self._ends), opening.end_voting)

    def _charge(self, entry: Entry, issuer: str) -> None:
        other = next(member for member in ISSUERS if member != issuer)
        self._top_up(other)
        self._desk.act(Who(issuer), corrections.charge_to_another, entry.id, other, "wrong_member")

    def _receive(self, ballot: str, count: int) -> None:
        while count > 0:
            pack = min(count, PACK)
            self._desk.act(Who(CHAIRMAN), stock.receive_ballots, ballot, pack, pack, "1")
            count -= pack

    def _top_up(self, member: str) -> None:
        """Fill a stack that has run out: from the safe, else from the fullest colleague."""
        day = self._desk.day
        empty = [b for b in self._election.ballot_ids if day.left(b, stack(member)) < 1]
        in_safe = {b: min(self._filling, day.left(b, SAFE)) for b in empty if day.left(b, SAFE)}
        if in_safe:
            self._desk.act(Who(CHAIRMAN), stock.hand_out_ballots, member, in_safe)
        for ballot in empty:
            if ballot not in in_safe:
                self._borrow(member, ballot)

    def _borrow(self, member: str, ballot: str) -> None:
        day = self._desk.day
        giver = max(ISSUERS, key=lambda other: day.left(ballot, stack(other)))
        count = -(-day.left(ballot, stack(giver)) // 2)
        entry = self._desk.act(
            Who(giver), handover.hand_over_ballots, giver, member, {ballot: count}
        )
        self._desk.act(Who(member), handover.take_ballots, entry.id)

    def _moment(self, place: int) -> datetime:
        """Spread the voters over the hours of voting."""
        span = self._ends - self._begins - timedelta(minutes=5)
        return self._begins + span * place / (self._desk.day.roll.size + 1)
