"""What must hold in a day, whoever played it."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from precinct_app.domain.accounts import (
    CANCELLED,
    DAMAGED,
    EXCHANGED,
    MISSING,
    ORIGINS,
    PUT_ASIDE,
    RETURNED,
    SENT_BACK,
    VOTERS,
    WAY,
    WITHDRAWN,
)
from precinct_app.domain.day import Day
from precinct_app.domain.figures.tally import Tally
from precinct_app.domain.fold import fact_of, replay
from precinct_app.domain.parts.stock import BallotsReceived

# A correction made at two desks at once moves papers twice that came back once.
TWICE = {"corrects_nothing", "corrected_twice", "handover_closed"}


def is_its_replay(day: Day) -> None:
    assert replay(day.election, day.roll, day.entries) == day


def adds_up(day: Day) -> None:
    """All accounts of each ballot add up to what the acts say came in."""
    came_in: Counter[str] = Counter()
    for entry in day.entries:
        event = fact_of(entry.event)
        if isinstance(event, BallotsReceived):
            came_in[event.ballot] += max(event.stated, event.counted or 0)
            continue
        for move in getattr(event, "moves", ()):
            came_in[move.ballot] += move.papers * (move.source in ORIGINS)
            came_in[move.ballot] -= move.papers * (move.target in ORIGINS)
    for ballot, held in day.accounts.balances.items():
        on_accounts = sum(count for name, count in held.items() if name not in ORIGINS)
        assert on_accounts == day.accounts.came_in(ballot) == came_in[ballot]
        assert sum(day.accounts.summary()[ballot].values()) == on_accounts


def shortfalls_are_told(day: Day) -> None:
    """An account below zero stands among the conflicts."""
    told = {
        (dict(found.facts)["ballot"], dict(found.facts)["holder"])
        for found in day.conflicts
        if found.kind == "overdrawn"
    }
    for ballot, held in day.accounts.balances.items():
        below = {(ballot, name) for name, n in held.items() if n < 0 and name not in ORIGINS}
        assert below <= told


def voters_hold_what_is_out(day: Day) -> None:
    """The account of the voters is the sum of what each of them holds."""
    for ballot in day.election.ballot_ids:
        in_hands = sum(
            held.received.get(ballot, 0) - held.returned.get(ballot, 0)
            for held in day.holdings.values()
        )
        assert day.left(ballot, VOTERS) == in_hands


def lines_agree(day: Day) -> None:
    """The sums of practice: what was issued, and both ways to what was received."""
    tally = Tally(day)
    ends = (EXCHANGED, RETURNED, DAMAGED, WITHDRAWN, SENT_BACK, MISSING)
    for ballot, issued in day.issued().items():
        came = {account: tally.came_to(ballot, account) for account in ends}
        received = sum(held.received.get(ballot, 0) for held in day.holdings.values())
        flows = day.accounts.flows.get(ballot, {})
        unused = sum(day.accounts.unused(ballot).values()) + sum(
            papers
            for (source, target), papers in flows.items()
            if target == CANCELLED and source not in PUT_ASIDE
        )
        away = came[DAMAGED] + came[WITHDRAWN] + came[SENT_BACK] + came[MISSING]
        assert issued == received + came[EXCHANGED]
        assert issued == day.left(ballot, VOTERS) + came[EXCHANGED] + came[RETURNED]
        assert day.accounts.came_in(ballot) == issued + unused + away


def trips_agree(day: Day) -> None:
    """What each trip brought is what its entries left, for voters, boxes and applications."""
    for number, trip in day.trips.items():
        standing = [
            handing
            for handing in day.handings.values()
            if handing.trip == number and handing.kind == "issue" and handing.ballots
        ]
        assert set(trip.results) == {handing.voter for handing in standing}
        given = Counter(ballot for handing in standing for ballot in handing.ballots)
        assert given == Counter(ballot for held in trip.results.values() for ballot in held)
        if trip.state in ("back", "called_off", "not_returned"):
            assert not set(trip.waiting) & {
                voter
                for voter, found in day.applications.items()
                if (found.state, found.trip) == ("on_trip", number) and trip.state == "back"
            }
    for found in day.applications.values():
        assert found.state != "signed" or found.trip in day.trips
    numbers = [found.number for found in day.applications.values()]
    assert len(set(numbers)) == len(numbers)


def the_way_is_that_of_open_handovers(day: Day) -> None:
    """What is on the way is what was handed over and not taken or called off yet."""
    on_the_way = {
        (f"{WAY}{name}", ballot): count
        for name, found in day.handovers.items()
        if found.open
        for ballot, count in found.amounts
    }
    assert on_the_way == {
        (name, ballot): count
        for ballot, held in day.accounts.balances.items()
        for name, count in held.items()
        if name.startswith(WAY) and count
    }


def doubles_are_told(day: Day) -> None:
    """A voter who has two of one kind stands among the conflicts."""
    told = {
        (dict(found.facts)["voter"], dict(found.facts)["ballot"])
        for found in day.conflicts
        if found.kind == "double"
    }
    twice = {
        (voter, ballot)
        for voter, held in day.holdings.items()
        for ballot, count in held.received.items()
        if count > 1
    }
    assert twice <= told


def rows_are_what_the_entries_left(day: Day) -> None:
    """Each row of the list is the sum of the entries that still stand for it."""
    standing = _standing(day)
    for row, (received, returned, mistakes) in _rows(day):
        assert received == standing["issue"][row]
        assert returned == standing["return"][row]
        assert mistakes == standing["mistake"][row]
    for held in day.holdings.values():
        assert not held.declined & held.deferred
        assert not any(held.has(ballot) for ballot in held.declined | held.deferred)


def rows_have_no_more_than_the_entries_left(day: Day) -> None:
    """A row has less than its entries left where one was taken back at two desks, never more."""
    standing = _standing(day)
    for row, (received, returned, mistakes) in _rows(day):
        assert received <= standing["issue"][row]
        assert returned <= standing["return"][row]
        assert mistakes == standing["mistake"][row]


def _standing(day: Day) -> dict[str, Counter[tuple[str, str]]]:
    found: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for handing in day.handings.values():
        rows = [(handing.voter, ballot) for ballot in handing.ballots]
        found[handing.kind].update(rows)
        found["mistake"].update(rows if handing.own_mistake else ())
    return found


def _rows(day: Day) -> Iterator[tuple[tuple[str, str], tuple[int, int, int]]]:
    for voter, held in day.holdings.items():
        for ballot in day.election.ballot_ids:
            counts = (held.received, held.returned, held.own_mistakes)
            received, returned, mistakes = (count.get(ballot, 0) for count in counts)
            yield (voter, ballot), (received, returned, mistakes)
