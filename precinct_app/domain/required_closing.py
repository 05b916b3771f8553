"""What closing, count and protocol wait for: the gates of the evening."""

from collections.abc import Iterable, Mapping

from precinct_app.domain.accounts import PUT_ASIDE
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act
from precinct_app.domain.figures.signatures import open_difference
from precinct_app.domain.kinds import Kind
from precinct_app.domain.precinct import moment
from precinct_app.domain.required import require_ballot, require_countable
from precinct_app.domain.trips import signed, trips_out
from precinct_app.domain.typed import tidy
from precinct_app.errors import Reason, Refusal


def require_words(text: str) -> str:
    """Give words without their margins, or refuse where there are none."""
    text = tidy(text)
    if not text:
        raise Refusal(Reason.REASON_MISSING)
    return text


def require_counted_number(number: int) -> None:
    """Refuse a number below zero, or one that no precinct can count (art. 43)."""
    if number < 0:
        raise Refusal(Reason.AMOUNT_WRONG, amount=number)
    require_countable(number)


def require_per_ballot(day: Day, numbers: Mapping[str, int]) -> None:
    """Refuse numbers of unknown ballots, and those that can't be counted."""
    for ballot, number in numbers.items():
        require_ballot(day, ballot)
        require_counted_number(number)


def require_home(day: Day, act: Act) -> None:
    """Hold back while a trip is out (art. 41(6))."""
    for trip in trips_out(day):
        act.hold(Refusal(Reason.TRIP_OUT, "41(6)", trip=trip))


def require_lists_settled(day: Day, act: Act) -> None:
    """Hold back until the lists are counted and agree with the journal (art. 43(3-1))."""
    if day.signatures is None:
        act.hold(Refusal(Reason.SIGNATURES_UNCOUNTED, "43(3-1)"))
    elif difference := open_difference(day):
        act.hold(Refusal(Reason.LISTS_DIFFER, "43(3-1)", difference=difference))


def require_cancelled(day: Day, act: Act, ballot: str) -> None:
    """Hold back until unused and spoiled papers of a kind are cancelled (art. 43(4))."""
    open_papers = [day.left(ballot, account) for account in PUT_ASIDE]
    if not day.kind(ballot).cancelled or any(open_papers) or day.accounts.unused(ballot):
        act.hold(Refusal(Reason.NOT_CANCELLED, "43(4)", ballot=ballot))


def require_announced(day: Day, act: Act, ballot: str) -> None:
    """Hold back until the figures before the boxes are read aloud (art. 43(3-1))."""
    if day.kind(ballot).figures is None:
        act.hold(Refusal(Reason.NOT_ANNOUNCED, "43(3-1)", ballot=ballot))


def require_unsigned(day: Day, act: Act, ballot: str) -> Kind:
    """Hold back what would change a signed protocol, and show the kind (art. 43(8))."""
    require_ballot(day, ballot)
    kind = day.kind(ballot)
    if kind.signed:
        act.hold(Refusal(Reason.ALREADY_SIGNED, "43(8)", ballot=ballot))
    return kind


def require_signed(day: Day, act: Act, ballot: str) -> None:
    """Hold back until the protocol of a kind is signed (art. 43(8))."""
    require_ballot(day, ballot)
    if day.kind(ballot).signed is None:
        act.hold(Refusal(Reason.NOT_SIGNED, "43(8)", ballot=ballot))


def require_no_line_below_zero(lines: Mapping[str, int]) -> None:
    """Refuse a protocol with a number below zero, whatever it comes from (art. 43(4-1))."""
    for line, amount in lines.items():
        if amount < 0:
            raise Refusal(Reason.LINE_NEGATIVE, "43(4-1)", line=line, amount=amount)


def require_boxes_open(day: Day, act: Act) -> None:
    """Hold back what needs the papers of all boxes (art. 43(3-1))."""
    if not day.count_begun:
        act.hold(Refusal(Reason.NO_BOX_OPEN, "43(3-1)"))
    for box in day.boxes.values():
        if box.state == "sealed":
            act.hold(Refusal(Reason.BOX_CLOSED, "43(3-1)", box=box.name))


def require_sheet(
    day: Day, ballot: str, votes: Mapping[str, int], against_all: int, invalid: int
) -> None:
    """Refuse a tally sheet with a strange line, without one of its lines, or below zero."""
    asked = [option.id for option in day.options_of(ballot)]
    for option in votes:
        if option not in asked:
            raise Refusal(Reason.OPTION_UNKNOWN, ballot=ballot, option=option)
    for option in asked:
        if option not in votes and (ballot, option) not in day.dropped:
            raise Refusal(Reason.OPTION_LEFT_OUT, ballot=ballot, option=option)
    for number in (*votes.values(), against_all, invalid):
        require_counted_number(number)
    if against_all and day.election.ballot(ballot).against_all is None:
        raise Refusal(Reason.AMOUNT_WRONG, amount=against_all)


def require_in_hours(day: Day, act: Act, ballots: Iterable[str]) -> None:
    """Hold back a count beyond its hours until that is noted once (art. 43(1)).

    A protocol that is made anew is counted when it is asked for (art. 43(9)).
    """
    if all(day.kind(ballot).number > 1 for ballot in ballots):
        return
    law = moment(day.election, day.precinct, "count_ends")
    noted = any(
        offence.reason == Reason.COUNT_TOO_LONG
        for breach in day.breaches
        for offence in breach.offences
    )
    if act.happened > law and not noted:
        hours = law.strftime("%H:%M")
        act.hold(Refusal(Reason.COUNT_TOO_LONG, "43(1)", hour=hours))


def too_many(day: Day, box: str) -> tuple[str, ...]:
    """List the ballots of which a box gave more than were signed for it (art. 43(3-1))."""
    papers = day.boxes[box].papers or {}
    return tuple([ballot for ballot, n in papers.items() if n > signed(day, box, ballot)])
