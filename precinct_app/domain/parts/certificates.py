"""Absentee certificates: blanks, ours that were issued, others that are shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, assert_never

from precinct_app.domain.changes import Added, Certificate
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.listing import (
    enter_row,
    require_list_open,
    require_named,
    require_unknown,
)
from precinct_app.domain.members import LEADERS
from precinct_app.domain.phases import ANY_PHASE, FROM_THE_OPENING, SETTING_UP, Phase
from precinct_app.domain.required import (
    require_ballot,
    require_countable,
    require_entitled,
    require_not_after,
    require_not_before,
    require_paper,
    require_voter,
)
from precinct_app.domain.shape import Free
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class BlanksStated:
    """How many blanks came by the acts, and how many were spoiled, as stated last."""

    kind: ClassVar[str] = "blanks_stated"
    version: ClassVar[int] = 1
    received: int
    spoiled: int
    paper: Free


@dataclass(frozen=True, slots=True)
class BlanksClosed:
    """The blanks that were left were counted at the close, by an act."""

    kind: ClassVar[str] = "blanks_closed"
    version: ClassVar[int] = 1
    unused: int
    paper: Free


@dataclass(frozen=True, slots=True)
class CertificateIssued:
    """A voter of ours received a certificate for these ballots."""

    kind: ClassVar[str] = "certificate_issued"
    version: ClassVar[int] = 1
    voter: str
    blank: str
    ballots: tuple[str, ...]
    paper: Free


@dataclass(frozen=True, slots=True)
class CertificateBroughtBack:
    """A certificate of ours came back unused: its ballots may be received here again."""

    kind: ClassVar[str] = "certificate_brought_back"
    version: ClassVar[int] = 1
    voter: str


@dataclass(frozen=True, slots=True)
class CertificateLost:
    """A voter of ours lost the certificate; it is not replaced."""

    kind: ClassVar[str] = "certificate_lost"
    version: ClassVar[int] = 1
    voter: str


@dataclass(frozen=True, slots=True)
class CertificateAccepted:
    """A voter of another precinct was added on a certificate; his id is this entry."""

    kind: ClassVar[str] = "certificate_accepted"
    version: ClassVar[int] = 1
    row: Mapping[str, str]
    blank: str
    ballot_set: str


Events = (
    BlanksStated
    | BlanksClosed
    | CertificateIssued
    | CertificateBroughtBack
    | CertificateLost
    | CertificateAccepted
)


@verb(phases=ANY_PHASE, roles=LEADERS, article="41(6-1)")
def state_blanks(
    day: Day, act: Act, received: int, spoiled: int = 0, paper: str = ""
) -> BlanksStated:
    """State how many blanks came by all acts, and how many were spoiled so far."""
    for amount in (received, spoiled):
        if amount < 0:
            raise Refusal(Reason.AMOUNT_WRONG, amount=amount)
        require_countable(amount)
    if received < spoiled + day.blanks.issued:
        left = received - day.blanks.issued
        act.hold(Refusal(Reason.BLANKS_SHORT, left=max(left, 0), amount=spoiled))
    return BlanksStated(received, spoiled, tidy(paper))


@verb(phases=ANY_PHASE, roles=LEADERS, article="41(6-1)")
def close_blanks(day: Day, act: Act, unused: int, paper: str) -> BlanksClosed:
    """Close the blanks at 18:00 of the eve by an act: issued, spoiled and unused are all."""
    if unused < 0:
        raise Refusal(Reason.AMOUNT_WRONG, amount=unused)
    require_countable(unused)
    require_not_before(day, act, "certificates_close", "41(6-1)")
    blanks = day.blanks
    if blanks.left != unused:
        no = Refusal(
            Reason.BLANKS_DIFFER,
            "41(6-1)",
            received=blanks.received,
            issued=blanks.issued,
            spoiled=blanks.spoiled,
            unused=unused,
        )
        act.hold(no)
    return BlanksClosed(unused, require_paper(act, paper, "41(6-1)"))


@verb(phases=SETTING_UP, roles=LEADERS, article="41(6-1)")
def issue_certificate(
    day: Day, act: Act, voter: str, ballots: tuple[str, ...], blank: str, paper: str = ""
) -> CertificateIssued:
    """Issue a certificate for these ballots on request, until 18:00 of the eve."""
    require_voter(day, voter)
    chosen, blank = _chosen(day, ballots), _blank(blank)
    require_not_after(day, act, "certificates_close", "41(6-1)")
    require_entitled(day, act, voter, chosen)
    before = day.certificates.get(voter)
    if before and before.stands:
        act.hold(Refusal(Reason.CERTIFICATE_STANDS, "41(6-1)", blank=before.blank))
    if day.has_received(voter):
        act.hold(Refusal(Reason.VOTER_SERVED, "41(1)"))
    if blank in {found.blank for other, found in day.certificates.items() if other != voter}:
        act.hold(Refusal(Reason.BLANK_USED, "41(6-1)", blank=blank))
    if day.blanks.left < 1:
        act.hold(Refusal(Reason.BLANKS_SHORT, left=day.blanks.left, amount=1))
    return CertificateIssued(voter, blank, chosen, tidy(paper))


@verb(phases=ANY_PHASE, roles=LEADERS, article="41(6-1)")
def bring_back_certificate(day: Day, act: Act, voter: str) -> CertificateBroughtBack:
    """Take a certificate back unused, also on the day: the voter may receive its ballots here."""
    _require_certificate(day, voter)
    require_list_open(day, act)
    return CertificateBroughtBack(voter)


@verb(phases=ANY_PHASE, roles=LEADERS, article="41(6-1)")
def lose_certificate(day: Day, act: Act, voter: str) -> CertificateLost:
    """Note that a voter lost the certificate; it is not replaced."""
    _require_certificate(day, voter)
    return CertificateLost(voter)


@verb(phases=FROM_THE_OPENING, article="41(6-1)")
def accept_certificate(
    day: Day,
    act: Act,
    row: Mapping[str, str],
    ballots: tuple[str, ...],
    blank: str,
    namesake: bool = False,
) -> CertificateAccepted:
    """Add a voter who shows a certificate of another precinct, with the ballots it stands for.

    ``row`` and ``namesake`` are those of ``add_voter``; no decision is needed (art. 41(6-1)).
    """
    stated = require_named(row)
    chosen, blank = _chosen(day, ballots), _blank(blank)
    require_list_open(day, act)
    for voter, added in day.added.items():
        if added.on_certificate and added.paper == blank and day.is_listed(voter):
            number = day.rows[voter].number
            act.hold(Refusal(Reason.CERTIFICATE_USED, "41(6-1)", voter=voter, number=number))
    require_unknown(day, act, stated, namesake=namesake)
    return CertificateAccepted(stated, blank, day.election.set_of(chosen))


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by a certificate."""
    match event:
        case BlanksStated(received=received, spoiled=spoiled):
            day.blanks = day.blanks._replace(received=received, spoiled=spoiled)
        case BlanksClosed(unused=unused):
            day.blanks = day.blanks._replace(unused=unused)
        case CertificateIssued(voter=voter, blank=blank, ballots=ballots):
            _issue(day, entry, voter, Certificate(entry.id, blank, ballots, "issued"))
        case CertificateBroughtBack(voter=voter) | CertificateLost(voter=voter):
            day.touch(entry, voter)
            found = day.certificates.get(voter)
            if found is None:
                day.note_conflict(entry, "no_certificate", voter=voter)
            elif isinstance(event, CertificateLost):
                day.certificates[voter] = found._replace(state="lost")
            else:
                day.certificates[voter] = found._replace(state="brought_back")
        case CertificateAccepted(row=row, blank=blank, ballot_set=ballot_set):
            early = day.phase is Phase.SETUP
            added = Added(entry.id, "", blank, on_certificate=True, before_opening=early)
            enter_row(day, entry, row, ballot_set, added)
        case _:
            assert_never(event)


def _issue(day: Day, entry: Entry, voter: str, certificate: Certificate) -> None:
    held, before = day.touch(entry, voter), day.certificates.get(voter)
    if (before and before.stands) or any(map(held.has, certificate.ballots)):
        day.note_conflict(entry, "certificate_twice", voter=voter)
    day.certificates[voter] = certificate
    if not (before and before.blank == certificate.blank):
        day.blanks = day.blanks._replace(issued=day.blanks.issued + 1)


def _chosen(day: Day, ballots: tuple[str, ...]) -> tuple[str, ...]:
    if not ballots:
        raise Refusal(Reason.NOTHING_CHOSEN)
    for ballot in ballots:
        require_ballot(day, ballot)
    return tuple(ballot for ballot in day.election.ballot_ids if ballot in ballots)


def _blank(blank: str) -> str:
    blank = tidy(blank)
    if not blank:
        raise Refusal(Reason.BAD_ARGUMENT, argument="blank")
    return blank


def _require_certificate(day: Day, voter: str) -> None:
    require_voter(day, voter)
    found = day.certificates.get(voter)
    if found is None or not found.stands:
        raise Refusal(Reason.CERTIFICATE_UNKNOWN)
