"""The state of one day: a pure fold of its journal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from precinct_app.domain.accounts import PACK, Accounts, Move, stack
from precinct_app.domain.boxes import Box
from precinct_app.domain.changes import Added, Blanks, Certificate, Struck
from precinct_app.domain.checkpoint import Mark
from precinct_app.domain.closing_state import Copy, CountOrder, Journey, Pack, Signatures
from precinct_app.domain.entry import NO_HASH, Entry, Head
from precinct_app.domain.handing import Handing, Handover, Holding
from precinct_app.domain.incidents import Incident
from precinct_app.domain.kinds import UNTOUCHED, Explanation, Kind
from precinct_app.domain.members import Member, Role, WrongPins
from precinct_app.domain.phases import Phase
from precinct_app.domain.preparation import (
    AtOpening,
    Check,
    Ended,
    LaptopCheck,
    Safe,
    Suspension,
)
from precinct_app.domain.present import Person
from precinct_app.domain.recorded import Breach, FactRecorded
from precinct_app.domain.rulings import Decision
from precinct_app.domain.slips import Slip
from precinct_app.domain.stocks import Envelope, Loss, Receipt
from precinct_app.domain.trips import Application, Trip
from precinct_app.domain.voters import Roll, Voter

if TYPE_CHECKING:
    from precinct_app.domain.election import Election, Option
    from precinct_app.domain.parts.setup import DayCreated
    from precinct_app.domain.precinct import Precinct


@dataclass(frozen=True, slots=True)
class Conflict:
    """What the rules of one desk would not have allowed, and stands all the same."""

    entry: str
    kind: str
    facts: tuple[tuple[str, str | int], ...]


@dataclass(frozen=True, slots=True)
class ListAct:
    """The act by which the akim handed the list over (art. 26-1)."""

    number: str
    voters: int
    explanation: str


@dataclass(slots=True)
class Day:
    """One precinct's day. Rules read it, ``fold`` moves it, nothing else touches it."""

    election: "Election"
    roll: Roll
    created: "DayCreated"
    phase: Phase = Phase.SETUP
    tick: int = 0
    entries: list[Entry] = field(default_factory=list)
    desks: dict[int, Mark] = field(default_factory=dict)
    laptops: dict[int, str] = field(default_factory=dict)
    accounts: Accounts = field(default_factory=Accounts)
    members: dict[str, Member] = field(default_factory=dict)
    founded: bool = False
    on_duty: dict[int, list[str]] = field(default_factory=dict)
    wrong_pins: dict[str, WrongPins] = field(default_factory=dict)
    recovered: set[int] = field(default_factory=set)
    sealed_packs: dict[str, str] = field(default_factory=dict)
    holdings: dict[str, Holding] = field(default_factory=dict)
    handings: dict[str, Handing] = field(default_factory=dict)
    last_handing: dict[str, str] = field(default_factory=dict)
    handovers: dict[str, Handover] = field(default_factory=dict)
    options: dict[str, tuple["Option", ...]] = field(default_factory=dict)
    dropped: set[tuple[str, str]] = field(default_factory=set)
    list_act: ListAct | None = None
    decisions: dict[int, Decision] = field(default_factory=dict)
    persons: dict[int, Person] = field(default_factory=dict)
    rows: dict[str, Voter] = field(default_factory=dict)
    row_changes: list[str] = field(default_factory=list)
    added: dict[str, Added] = field(default_factory=dict)
    struck: dict[str, Struck] = field(default_factory=dict)
    certificates: dict[str, Certificate] = field(default_factory=dict)
    blanks: Blanks = field(default_factory=Blanks)
    applications: dict[str, Application] = field(default_factory=dict)
    trips: dict[int, Trip] = field(default_factory=dict)
    checks: dict[str, Check] = field(default_factory=dict)
    laptop_checks: dict[int, LaptopCheck] = field(default_factory=dict)
    safe: Safe | None = None
    boxes: dict[str, Box] = field(default_factory=dict)
    at_opening: AtOpening | None = None
    ended: Ended | None = None
    suspensions: list[Suspension] = field(default_factory=list)
    receipts: dict[str, Receipt] = field(default_factory=dict)
    losses: dict[str, Loss] = field(default_factory=dict)
    envelopes: dict[str, Envelope] = field(default_factory=dict)
    incidents: dict[int, Incident] = field(default_factory=dict)
    slips: dict[str, Slip] = field(default_factory=dict)
    signatures: Signatures | None = None
    kinds: dict[str, Kind] = field(default_factory=dict)
    explanations: dict[tuple[str, str], Explanation] = field(default_factory=dict)
    count_order: CountOrder | None = None
    count_begun: str = ""
    copies: list[Copy] = field(default_factory=list)
    packs: list[Pack] = field(default_factory=list)
    road: list[Journey] = field(default_factory=list)
    breaches: list[Breach] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)

    @property
    def precinct(self) -> "Precinct":
        """The precinct whose day it is."""
        return self.created.precinct

    def head(self, desk: int) -> Head:
        """Where a desk's chain goes on; the tick is the highest seen from any desk."""
        mark = self.desks.get(desk, Mark(0, NO_HASH))
        return Head(desk, mark.entries, self.tick, mark.head)

    def voter(self, voter: str) -> Voter | None:
        """Find a voter by id, as the row stands now; also one who was struck."""
        return self.rows.get(voter) or self.roll.voters.get(voter)

    def is_listed(self, voter: str) -> bool:
        """Tell whether a voter stands on the list."""
        return voter not in self.struck and self.voter(voter) is not None

    def listed(self) -> Iterator[Voter]:
        """Go through the rows as they stand: those of the roll, then those added."""
        for voter, row in self.roll.voters.items():
            if voter not in self.struck:
                yield self.rows.get(voter, row)
        yield from (self.rows[voter] for voter in self.added if voter not in self.struck)

    @property
    def listed_count(self) -> int:
        """How many voters stand on the list."""
        return self.roll.size + len(self.added) - len(self.struck)

    def entitled(self, voter: str) -> tuple[str, ...]:
        """List the ballots that a voter may receive here, in the order of the election."""
        found = self.voter(voter)
        if found is None or voter in self.struck:
            return ()
        gone = self.certified(voter)
        return tuple([b for b in self.election.entitled(found.ballots) if b not in gone])

    def certified(self, voter: str) -> tuple[str, ...]:
        """List the ballots that a voter may receive elsewhere, by certificate (art. 41(6-1))."""
        found = self.certificates.get(voter)
        return found.ballots if found and found.stands else ()

    def holding(self, voter: str) -> Holding:
        """Show what a voter holds; an untouched voter holds nothing."""
        return self.holdings.get(voter, Holding())

    def has_received(self, voter: str, ballot: str = "") -> bool:
        """Tell whether a voter received a ballot, or any ballot."""
        held = self.holding(voter)
        return held.has(ballot) if ballot else held.has_any()

    def issue_of(self, voter: str, ballot: str) -> str:
        """Name the entry by which a voter has received a ballot; empty when there is none."""
        for entry, handing in reversed(self.handings.items()):
            if handing.kind == "issue" and handing.concerns(voter, (ballot,)):
                return entry
        return ""

    def answer_to(self, entry: str, ballots: Iterable[str]) -> str:
        """Name the last exchange or return of ballots that an entry gave out; empty if none."""
        asked = self.handings[entry]
        for later, handing in reversed(self.handings.items()):
            if later == entry:
                break
            if handing.kind != "issue" and handing.concerns(asked.voter, ballots):
                return later
        return ""

    def kind(self, ballot: str) -> Kind:
        """Show closing, count and protocol of a kind; an untouched one has nothing yet."""
        return self.kinds.get(ballot, UNTOUCHED)

    @property
    def accepted(self) -> bool:
        """Whether the protocols of all kinds were taken by the commission above."""
        return all(self.kind(ballot).taken for ballot in self.election.ballot_ids)

    @property
    def suspended(self) -> str:
        """The entry that suspended voting; empty while voting goes on."""
        last = self.suspensions[-1] if self.suspensions else None
        return last.entry if last and not last.resumed else ""

    def options_of(self, ballot: str) -> tuple["Option", ...]:
        """List the options of a ballot: the precinct's own, else those of the election."""
        return self.options.get(ballot, self.election.ballot(ballot).options)

    def left(self, ballot: str, holder: str) -> int:
        """Papers of a ballot on one account."""
        return self.accounts.left(ballot, holder)

    def closed_packs(self) -> frozenset[str]:
        """Name the accounts in the safe whose papers nobody takes out as they are."""
        envelopes = (entry for entry, envelope in self.envelopes.items() if envelope.open)
        return frozenset(PACK + entry for entry in (*self.sealed_packs, *envelopes))

    def duty(self, desk: int) -> list[str]:
        """List the members on duty at a desk, in the order they came."""
        return self.on_duty.get(desk, [])

    def transfer(self, entry: Entry, moves: Iterable[Move]) -> None:
        """Move papers between accounts; an overdrawn account is a conflict."""
        for move in self.accounts.transfer(moves, entry.id):
            self.note_conflict(entry, "overdrawn", ballot=move.ballot, holder=move.source)

    def touch(self, entry: Entry, voter: str) -> Holding:
        """Note that an entry concerns a voter, and show his holding to be moved."""
        if self.voter(voter) is None:
            self.note_conflict(entry, "voter_unknown", voter=voter)
        held = self.holdings.setdefault(voter, Holding())
        held.entries += (entry.id,)
        return held

    def count_received(self, entry: Entry, voter: str, ballots: Iterable[str]) -> None:
        """Note that a voter received ballots; a second one of a kind is a conflict."""
        held, gone = self.holdings[voter], self.certified(voter)
        if voter in self.struck:
            self.note_conflict(entry, "struck_served", voter=voter)
        for ballot in ballots:
            if ballot in gone:
                self.note_conflict(entry, "certified_served", ballot=ballot, voter=voter)
            held.received[ballot] = held.received.get(ballot, 0) + 1
            held.declined.discard(ballot)
            held.deferred.discard(ballot)
            if held.received[ballot] > 1 or self._was_issued(entry, voter, ballot):
                self.note_conflict(entry, "double", ballot=ballot, voter=voter)

    def _was_issued(self, entry: Entry, voter: str, ballot: str) -> bool:
        """Tell whether another issue stands; one taken back twice hides it from the balance."""
        others = (other for other in self.holdings[voter].entries if other != entry.id)
        names = (name for other in others for name in (other, f"{other}:{voter}"))
        found = (self.handings[name] for name in names if name in self.handings)
        return any(one.kind == "issue" and one.concerns(voter, (ballot,)) for one in found)

    def note_inside(self, entry: Entry, voter: str) -> None:
        """Note that a voter who was inside at the end of voting was served after it."""
        ended = self.ended
        if ended is None or voter in ended.served:
            return
        if datetime.fromisoformat(entry.happened) >= datetime.fromisoformat(ended.happened):
            self.ended = ended._replace(served=(*ended.served, voter))

    def served(self) -> int:
        """Count the voters who received at least one ballot."""
        return sum(held.has_any() for held in self.holdings.values())

    def issued(self) -> dict[str, int]:
        """Count the papers handed to voters per ballot, replacements included (sum of line 3)."""
        issued = dict.fromkeys(self.election.ballot_ids, 0)
        for handing in self.handings.values():
            for ballot in handing.ballots if handing.kind != "return" else ():
                issued[ballot] = issued.get(ballot, 0) + 1
        return issued

    def bearers(self, role: Role) -> Iterator[Member]:
        """Go through the members who hold a role and serve."""
        return (one for one in self.members.values() if one.role is role and one.serves)

    def owes_stack(self, member: str) -> bool:
        """Tell whether a member holds ballots who may not issue (any more): they are handed over."""
        found = self.members.get(member)
        if found is None or (found.serves and found.role not in self.election.rules.never_issue):
            return False
        return any(self.left(ballot, stack(member)) > 0 for ballot in self.election.ballot_ids)

    def note_recorded(self, entry: Entry, event: FactRecorded) -> None:
        """Note a fact that was recorded as it happened; one that offends a rule is a breach."""
        if event.offences:
            breach = Breach(entry.id, event.fact, event.offences, event.paper, event.reason)
            self.breaches.append(breach)
            self.note_conflict(entry, "breach", article=breach.article)

    def note_conflict(self, entry: Entry, kind: str, **facts: str | int) -> None:
        """Write down what the rules would not have allowed."""
        self.conflicts.append(Conflict(entry.id, kind, tuple(sorted(facts.items()))))
