"""The evening of a day by hand: lists, unused, figures, boxes, count, signatures."""

from collections.abc import Mapping

from precinct_app.domain.accounts import VOTERS
from precinct_app.domain.figures.lines import Asked, all_verdicts
from precinct_app.domain.parts import (
    announcing,
    closing,
    count,
    opening,
    protocol,
    unsealing,
    unused,
)
from precinct_app.domain.parts.setup import options_of
from tests.domain.days import CHAIRMAN, DEPUTY, ERLAN, EVENING, OLGA, SECRETARY, Table


def end(table: Table, outside: int = 0, additional: int = 0) -> None:
    """End voting and count the signatures, which agree with the journal."""
    table.now = max(table.now, EVENING)
    table.do(CHAIRMAN, opening.end_voting)
    main = table.day.served() - outside - additional
    table.do(SECRETARY, closing.count_signatures, main, additional, outside)


def cancel(table: Table, ballot: str, counted: Mapping[str, int] | None = None) -> None:
    """Count the unused papers of a kind as the account has them, or as stated; cancel them."""
    found = table.day.accounts.unused(ballot) if counted is None else counted
    table.do(ERLAN, unused.count_unused, ballot, found)
    table.do(CHAIRMAN, unused.cancel_ballots, ballot, witness=ERLAN)


def announce(table: Table, *besides: str) -> None:
    """Cancel and announce every kind but those that are done."""
    for ballot in table.day.election.ballot_ids:
        if ballot not in besides:
            cancel(table, ballot)
        table.do(CHAIRMAN, announcing.announce_figures, ballot, witness=SECRETARY)


def open_portable(table: Table, papers: Mapping[str, Mapping[str, int]] | None = None) -> None:
    """Open the portable boxes one by one and count them; a box without papers is empty."""
    for name, box in table.day.boxes.items():
        if box.portable:
            found = dict.fromkeys(table.day.election.ballot_ids, 0) | dict(
                (papers or {}).get(name, {})
            )
            table.do(CHAIRMAN, unsealing.open_box, name, True, witness=SECRETARY)
            table.do(OLGA, unsealing.count_portable_box, name, found)


def open_stationary(table: Table) -> None:
    for name, box in table.day.boxes.items():
        if not box.portable:
            table.do(CHAIRMAN, unsealing.open_box, name, True, witness=SECRETARY)


def count_kind(
    table: Table, ballot: str, papers: int, votes: Mapping[str, int], against: int, invalid: int
) -> None:
    """Count the papers of a kind, and state its sheet twice."""
    known = [option.id for option in options_of(table.day, ballot)]
    whole = dict.fromkeys(known, 0) | dict(votes)
    table.do(ERLAN, count.count_stationary, ballot, papers)
    table.do(ERLAN, count.count_votes, ballot, whole, against, invalid)
    table.do(OLGA, count.confirm_votes, ballot, whole, against, invalid)


def sign(table: Table, ballot: str) -> None:
    members = (CHAIRMAN, SECRETARY, DEPUTY, ERLAN, OLGA)
    table.do(CHAIRMAN, protocol.sign_protocol, ballot, members, witness=SECRETARY)


def broken(table: Table) -> dict[str, list[str]]:
    """Name the grave controls that do not hold, kind by kind."""
    return {
        ballot: [one.verdict.control for one in asked if is_broken(one)]
        for ballot, asked in all_verdicts(table.day).items()
    }


def is_broken(asked: Asked) -> bool:
    return asked.verdict.holds is False and asked.control.severity.startswith("error")


def in_hands(table: Table, ballot: str) -> int:
    """Count the papers that voters took to the boxes."""
    return table.left(ballot, VOTERS)
