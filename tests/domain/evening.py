"""Evenings by hand: the lists, the unused, the figures, the boxes, the sheets, the protocols."""

from collections.abc import Mapping
from typing import Any

from precinct_app.domain.accounts import stack
from precinct_app.domain.figures.before_boxes import sheet_lines
from precinct_app.domain.parts import (
    announcing,
    closing,
    count,
    issuing,
    opening,
    protocol,
    publishing,
    road,
    setup,
    spoiled,
    unsealing,
    unused,
)
from tests.domain.days import (
    AINUR,
    BLUE,
    CHAIRMAN,
    DEPUTY,
    ELECTION,
    ERLAN,
    EVENING,
    GREEN,
    OLGA,
    SECRETARY,
    Table,
)
from tests.domain.outside import back_table

ALL = ELECTION.ballot_ids
PORTABLE, STATIONARY = "P1", "S1"
SIGNERS = (CHAIRMAN, SECRETARY, DEPUTY, ERLAN, OLGA)
# Voters 1 and 2 were served at home (blue 2, green 1), voter 6 with all five at the desk.
AT_HOME = {BLUE: 2, GREEN: 1}
PARTIES = tuple(option.id for option in ELECTION.ballot(BLUE).options)
LISTS = (BLUE, ELECTION.ballot_ids[2])


def voted_table() -> Table:
    """Serve two voters at home and one at the desk, who exchanges the blue ballot."""
    table = back_table()
    for ballot in ALL:
        if not table.day.options_of(ballot):
            words = {"kk": "Омарова", "ru": "Омарова"}
            event = setup.OptionsSet(ballot, (setup._option({"id": "1", **words}),))
            table.do(CHAIRMAN, lambda _day, _act, event=event: event)
    table.do(AINUR, issuing.issue_ballots, "6", ALL, AINUR)
    table.do(AINUR, spoiled.exchange_ballot, "6", BLUE, AINUR, "defect")
    return table


def ended_table() -> Table:
    """End voting at eight."""
    table = voted_table()
    table.now = EVENING
    table.do(CHAIRMAN, opening.end_voting)
    return table


def listed_table() -> Table:
    """Count one signature in the main list and two applications."""
    table = ended_table()
    table.do(SECRETARY, closing.count_signatures, 1, 0, 2)
    return table


def unused_of(table: Table, ballot: str) -> dict[str, int]:
    return table.day.accounts.unused(ballot)


def count_unused(table: Table, ballot: str, **other: int) -> None:
    """Count what the account says, but for the stacks of members (``m4=9``) named otherwise."""
    counted = {**unused_of(table, ballot), **{stack(name[1:]): n for name, n in other.items()}}
    table.do(OLGA, unused.count_unused, ballot, counted)


def cancel(table: Table, ballot: str) -> None:
    count_unused(table, ballot)
    table.do(CHAIRMAN, unused.cancel_ballots, ballot, witness=OLGA)


def cancelled_table() -> Table:
    """Count and cancel the unused of every kind."""
    table = listed_table()
    for ballot in ALL:
        cancel(table, ballot)
    return table


def announced_table() -> Table:
    """Read the figures of every kind aloud."""
    table = cancelled_table()
    for ballot in ALL:
        table.do(CHAIRMAN, announcing.announce_figures, ballot, witness=SECRETARY)
    return table


def open_box(table: Table, box: str) -> None:
    table.do(CHAIRMAN, unsealing.open_box, box, True, witness=SECRETARY)


def portable_table() -> Table:
    """Open the portable box, and count two blue papers and a green one."""
    table = announced_table()
    open_box(table, PORTABLE)
    table.do(OLGA, unsealing.count_portable_box, PORTABLE, AT_HOME)
    return table


def opened_table() -> Table:
    """Open the stationary box too."""
    table = portable_table()
    open_box(table, STATIONARY)
    return table


def papered_table() -> Table:
    """Count the papers of the stationary box: one of each kind."""
    table = opened_table()
    for ballot in ALL:
        table.do(OLGA, count.count_stationary, ballot, 1)
    return table


def sheet(table: Table, ballot: str) -> tuple[Mapping[str, int], int, int]:
    """Give every paper of a kind to its first option, but one blue that is invalid."""
    papers = 1 + AT_HOME.get(ballot, 0)
    invalid = int(ballot == BLUE)
    options = [option.id for option in table.day.options_of(ballot)]
    return {**dict.fromkeys(options, 0), options[0]: papers - invalid}, 0, invalid


def typed_table() -> Table:
    """Let one member type the tally sheet of every kind."""
    table = papered_table()
    for ballot in ALL:
        table.do(OLGA, count.count_votes, ballot, *sheet(table, ballot))
    return table


def counted_table() -> Table:
    """Let another member type the same."""
    table = typed_table()
    for ballot in ALL:
        table.do(AINUR, count.confirm_votes, ballot, *sheet(table, ballot))
    return table


def sign(table: Table, ballot: str) -> None:
    table.do(CHAIRMAN, protocol.sign_protocol, ballot, SIGNERS, witness=SECRETARY)


def signed_table() -> Table:
    """Sign the protocol of every kind."""
    table = counted_table()
    for ballot in ALL:
        sign(table, ballot)
    return table


def posted_table() -> Table:
    """Post every protocol."""
    table = signed_table()
    for ballot in ALL:
        table.do(SECRETARY, publishing.post_protocol, ballot, "у входа")
    return table


def addressed(addressee: str) -> tuple[str, ...]:
    return tuple(one.id for one in ELECTION.ballots if one.sent_to == addressee)


def on_the_road_table() -> Table:
    """Set out to both commissions; the territorial one is journey 1."""
    table = posted_table()
    for addressee in ("TEC", "DEC"):
        named = (addressed(addressee), (CHAIRMAN, ERLAN), "полиция", "нет")
        table.do(CHAIRMAN, road.set_out, *named, witness=SECRETARY)
    return table


def handed_in_table() -> Table:
    """Hand both journeys in."""
    table = on_the_road_table()
    for journey in (1, 2):
        table.do(ERLAN, road.hand_in, journey, "Сапарова", f"№ {journey}", witness=CHAIRMAN)
    return table


def taken_table() -> Table:
    """Hear that every protocol was taken."""
    table = handed_in_table()
    for ballot in ALL:
        table.do(CHAIRMAN, road.note_taken, ballot, "№ 5", witness=SECRETARY)
    return table


def blank_of(table: Table, ballot: str) -> dict[str, int]:
    """Write the signed lines into the official blank."""
    signed = table.day.kind(ballot).signed
    assert signed is not None
    return sheet_lines(table.day.election, signed.lines)


def kind_of(table: Table, ballot: str) -> Any:
    """Show a kind whose figures, sheet and protocol a test knows to be there."""
    return table.day.kind(ballot)


def state_of(table: Table) -> Any:
    """Show a day whose lists and order a test knows to be there."""
    return table.day


def last_event(table: Table) -> Any:
    return table.day.entries[-1].event
