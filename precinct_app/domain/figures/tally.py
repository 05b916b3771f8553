"""Count a whole day once, for all figures that ask."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from operator import attrgetter

from precinct_app.domain.accounts import BAG, CANCELLED
from precinct_app.domain.day import Day
from precinct_app.domain.figures.pockets import Columns, columns_of
from precinct_app.domain.present import PersonState


class Tally:
    """The sums of a day as it stands; it is made anew for each look at the day."""

    def __init__(self, day: Day) -> None:
        self.day = day

    @cached_property
    def listed(self) -> Mapping[str, int]:
        """Voters on the list as it stands by ballot, certificates left aside."""
        return entitled_by_list(self.day)

    @cached_property
    def patterns(self) -> Mapping[tuple[str, ...], int]:
        """Voters by the ballots they received: one pass over all rows, and few patterns."""
        rows = self.day.holdings.values()
        return Counter(
            [tuple([one for one, count in held.received.items() if count > 0]) for held in rows]
        )

    @cached_property
    def received(self) -> Mapping[str, int]:
        """Voters who received each ballot."""
        found: Counter[str] = Counter()
        for ballots, voters in self.patterns.items():
            found.update(dict.fromkeys(ballots, voters))
        return found

    @cached_property
    def served(self) -> int:
        """Voters who received at least one ballot."""
        return sum(voters for ballots, voters in self.patterns.items() if ballots)

    @cached_property
    def without(self) -> Mapping[str, int]:
        """Served voters who are not entitled to a ballot, declined it or were not given it."""
        served = [(ballots, voters) for ballots, voters in self.patterns.items() if ballots]
        return {
            ballot: sum(voters for ballots, voters in served if ballot not in ballots)
            for ballot in self.day.election.ballot_ids
        }

    @cached_property
    def issued(self) -> Mapping[tuple[str, str], int]:
        """Papers that each member issued, by ballot and member, replacements included."""
        columns = attrgetter("kind", "ballots", "issuer")
        patterns = Counter(map(columns, self.day.handings.values()))
        found: Counter[tuple[str, str]] = Counter()
        for (kind, ballots, issuer), times in patterns.items():
            if kind != "return":
                found.update({(ballot, issuer): times for ballot in ballots})
        return found

    @cached_property
    def present(self) -> Mapping[str, int]:
        """Persons in the premises by kind."""
        persons = self.day.persons.values()
        return Counter(one.kind for one in persons if one.state == PersonState.PRESENT)

    @cached_property
    def columns(self) -> Mapping[tuple[str, str], Columns]:
        """What went through the pockets of each member, by ballot and member."""
        return columns_of(self.day)

    def issuers(self, ballot: str) -> list[str]:
        """List the members who had papers of a ballot, or issued some."""
        known = {*self.columns, *self.issued}
        return sorted({member for kind, member in known if kind == ballot})

    def came_to(self, ballot: str, account: str) -> int:
        """Count the papers that went to an account and were not taken back; cancelling counts as staying."""
        flows = self.day.accounts.flows.get(ballot, {})
        came = sum(count for (_, target), count in flows.items() if target == account)
        back = sum(
            count
            for (source, target), count in flows.items()
            if source == account and target != CANCELLED
        )
        return came - back

    def in_bags(self, ballot: str) -> int:
        """Count the papers made ready for voting outside the premises."""
        held = self.day.accounts.balances.get(ballot, {})
        return sum(count for name, count in held.items() if name.startswith(BAG))


def entitled_by_list(day: Day) -> dict[str, int]:
    """Count the voters on the list as it stands by ballot, certificates left aside."""
    sets = Counter(map(attrgetter("ballots"), day.roll.voters.values()))
    # The day changes few rows of three thousand.
    for voter in {*day.rows, *day.struck}:
        before, now = day.roll.voters.get(voter), day.voter(voter)
        if before:
            sets[before.ballots] -= 1
        if now and day.is_listed(voter):
            sets[now.ballots] += 1
    found = dict.fromkeys(day.election.ballot_ids, 0)
    for name, count in sets.items():
        for ballot in day.election.entitled(name):
            found[ballot] += count
    return found
