"""What a form offers to choose among, by the name of the argument."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from precinct_app.domain.accounts import STACK
from precinct_app.domain.changes import StrikeCause
from precinct_app.domain.day import Day
from precinct_app.domain.figures.before_boxes import sheet_lines
from precinct_app.domain.incidents import NOT_SERVED
from precinct_app.domain.members import COMMISSION, Role
from precinct_app.domain.parts.closing import Ending
from precinct_app.domain.parts.packs import Content
from precinct_app.domain.parts.protocol import Ground
from precinct_app.domain.parts.setup import options_of
from precinct_app.domain.parts.spoiled import Cause
from precinct_app.domain.parts.unused import Deviation
from precinct_app.domain.precinct import report_moments
from precinct_app.domain.preparation import items_of
from precinct_app.domain.present import PersonKind
from precinct_app.domain.trips import NotServed
from precinct_app.texts import ballot_text, holder_text
from ui.language import Language
from ui.names import short_name

# Here papers lie in the safe, or with a member who is named.
HELD_BY_MEMBERS = ("withdraw_ballots", "state_missing", "state_surplus")

# More pages than that are compared on paper.
MOST_PAGES = 60

Values = Mapping[str, object]


class Asked(NamedTuple):
    """Who is asked what to offer: the day, the words, and what the form holds so far."""

    day: Day
    say: Language
    values: Values


Rows = dict[str, str]
Offer = Callable[[Asked], Rows]


def _members(asked: Asked) -> Rows:
    return {one.id: one.name for one in asked.day.members.values()}


def _commission(asked: Asked) -> Rows:
    members = asked.day.members.values()
    return {one.id: short_name(one.name) for one in members if one.role in COMMISSION}


def _ballots(asked: Asked) -> Rows:
    election = asked.day.election
    return {one: ballot_text(asked.say.code, election, one) for one in election.ballot_ids}


def _boxes(asked: Asked) -> Rows:
    say = asked.say
    return {
        name: say.text("form.portable" if box.portable else "form.stationary", box=name)
        for name, box in asked.day.boxes.items()
    }


def _decisions(asked: Asked) -> Rows:
    found = (one for one in asked.day.decisions.values() if not one.annulled)
    return {str(one.number): f"№ {one.number}: {one.question}" for one in found}


def _trips(asked: Asked) -> Rows:
    say, members = asked.say, asked.day.members
    return {
        str(trip.number): say.text(
            "form.trip",
            number=trip.number,
            box=trip.box,
            members=", ".join(short_name(members[one].name) for one in trip.members),
            state=say.word("trip", trip.state),
        )
        for trip in asked.day.trips.values()
    }


def _persons(asked: Asked) -> Rows:
    persons = asked.day.persons.values()
    return {str(one.number): f"№ {one.number}: {one.name}, {one.organisation}" for one in persons}


def _incidents(asked: Asked) -> Rows:
    found = asked.day.incidents.values()
    return {str(one.number): f"№ {one.number}: {one.text}" for one in found}


def _packs(asked: Asked) -> Rows:
    letters = {one.id: one.letter for one in asked.day.election.ballots}
    return {
        entry: f"{letters[found.ballot]}, № {entry}: {found.stated}"
        for entry, found in asked.day.receipts.items()
    }


def _journeys(asked: Asked) -> Rows:
    return {str(one.number): f"№ {one.number}: {one.addressee}" for one in asked.day.road}


def _sealed_packs(asked: Asked) -> Rows:
    found = (one for one in asked.day.packs if not one.opened)
    return {str(one.number): f"№ {one.number}: {one.content}" for one in found}


def _losses(asked: Asked) -> Rows:
    say, found = asked.say, asked.day.losses.items()
    return {
        entry: f"№ {entry}: {holder_text(say.code, loss.kind)}"
        for entry, loss in found
        if loss.open
    }


def _envelopes(asked: Asked) -> Rows:
    members, found = asked.day.members, asked.day.envelopes.items()
    return {
        entry: f"{short_name(members[one.member].name)}, {one.seal}"
        for entry, one in found
        if one.open
    }


def _holders(asked: Asked) -> Rows:
    """Offer who holds papers of the chosen kind; the safe counts as one."""
    ballot, say = str(asked.values.get("ballot") or ""), asked.say
    return {holder: _holder(asked.day, say, holder) for holder in asked.day.accounts.unused(ballot)}


def _holder(day: Day, say: Language, holder: str) -> str:
    """Name a stack by its member, any other account by its words."""
    found = day.members.get(holder.removeprefix(STACK)) if holder.startswith(STACK) else None
    return short_name(found.name) if found else holder_text(say.code, holder)


def _options(asked: Asked) -> Rows:
    ballot = str(asked.values.get("ballot") or asked.day.election.ballot_ids[0])
    return {one.id: asked.say.of(one.text) for one in options_of(asked.day, ballot)}


def _items(asked: Asked) -> Rows:
    return {item: _item(asked, item) for item in items_of(asked.day.election)}


def _item(asked: Asked, item: str) -> str:
    kind, _, ballot = item.partition(":")
    words = asked.say.word("item", kind)
    return (
        f"{words}: {ballot_text(asked.say.code, asked.day.election, ballot)}" if ballot else words
    )


def _sets(asked: Asked) -> Rows:
    return {found.id: asked.say.of(found.title) for found in asked.day.election.sets}


def _on_trip(asked: Asked) -> Rows:
    """Offer the voters of the chosen trip of whom nothing is known yet."""
    trip = asked.day.trips.get(int(str(asked.values.get("trip") or 0)))
    rows = [row for one in (trip.waiting if trip else ()) if (row := asked.day.voter(one))]
    return {row.id: f"№ {row.number}" for row in rows}


def _numbers(asked: Asked) -> Rows:
    """Give the ids of all voters by their numbers, as the list has them now."""
    return {row.number: row.id for row in asked.day.listed()}


def _hours(asked: Asked) -> Rows:
    """Offer the report hours that nothing was reported for yet."""
    moments = report_moments(asked.day.election, asked.day.precinct)
    hours = [moment.strftime("%H:%M") for moment in moments]
    return {hour: hour for hour in hours if hour not in asked.day.slips}


def _reported(asked: Asked) -> Rows:
    return {hour: hour for hour in sorted(asked.day.slips)}


def _pages(asked: Asked) -> Rows:
    """Offer the pages of the list, as long as they are few enough to be typed."""
    pages = dict.fromkeys(row.page for row in asked.day.listed() if row.page)
    return {page: page for page in pages} if len(pages) <= MOST_PAGES else {}


def _blank(asked: Asked) -> Rows:
    """Offer the lines of the official blank; their figures are not shown."""
    day, ballot = asked.day, str(asked.values.get("ballot") or "")
    signed = day.kind(ballot).signed if ballot else None
    if signed is None:
        return {}
    return {name: name for name in sheet_lines(day.election, signed.lines)}


def _codes(section: str, codes: Iterable[str]) -> Offer:
    known = tuple(str(code) for code in codes)
    return lambda asked: {code: asked.say.word(section, code) for code in known}


ONE: Mapping[str, Offer] = {
    "ballot": _ballots,
    "ballot_set": _sets,
    "box": _boxes,
    "decision": _decisions,
    "envelope": _envelopes,
    "holder": _holders,
    "issuer": _commission,
    "item": _items,
    "journey": _journeys,
    "member": _members,
    "number": _incidents,
    "option": _options,
    "person": _persons,
    "person_kind": _codes("person_kind", PersonKind),
    "role": _codes("role", Role),
    "signer": _commission,
    "state": _codes("check", ("done", "not_needed", "missing")),
    "successor": _members,
    "taker": _commission,
    "trip": _trips,
}
"""One of these is chosen, by the name of the argument."""

OF_VERB: Mapping[tuple[str, str], Offer] = {
    ("report_turnout", "hour"): _hours,
    ("withdraw_turnout", "hour"): _reported,
    ("exchange_on_trip", "cause"): _codes("cause", Cause),
    ("note_not_served", "cause"): _codes("came", NOT_SERVED),
    ("settle_unused", "cause"): _codes("deviation", Deviation),
    ("settle_difference", "ending"): _codes("ending", Ending),
    ("reopen_protocol", "ground"): _codes("ground", Ground),
    ("seal_pack", "content"): _codes("content", Content),
    ("strike_voter", "cause"): _codes("strike", StrikeCause),
    ("answer_from_trip", "cause"): _codes("not_served_trip", NotServed),
    ("correct_trip_result", "cause"): _codes("not_served_trip", NotServed),
    **{(verb, "holder"): _commission for verb in HELD_BY_MEMBERS},
    ("correct_receipt", "pack"): _packs,
    ("take_back_receipt", "pack"): _packs,
    ("open_pack", "pack"): _sealed_packs,
    ("take_back_loss", "entry"): _losses,
}
"""One of these is chosen, where the name means something else in one verb."""

SEVERAL: Mapping[str, Offer] = {
    "ballots": _ballots,
    "carriers": _commission,
    "members": _commission,
    "present": _commission,
}
"""Several of these are ticked."""

VOTERS: Mapping[str, Offer] = {"voter": _numbers, "people": _numbers, "rows": _numbers}
"""Voters are typed by their numbers in the list; here stand the ids."""

TABLES: Mapping[str, Offer] = {"results": _on_trip, "dissent": _commission}
"""A line stands for each of these."""

NUMBERS: Mapping[str, Offer] = {
    "amounts": _ballots,
    "counted": _ballots,
    "papers": _ballots,
    "votes": _options,
}
"""A number is typed for each of these."""

NUMBERS_OF_VERB: Mapping[tuple[str, str], Offer] = {
    ("confirm_transfer", "lines"): _blank,
    ("count_signatures", "members"): _commission,
    ("count_signatures", "pages"): _pages,
    ("count_unused", "counted"): _holders,
    ("count_unused_again", "counted"): _holders,
}
"""A number for each, where the name means something else in one verb."""
