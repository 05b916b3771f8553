"""What the verbs of voting outside the premises ask for before they say yes."""

from collections import Counter
from collections.abc import Collection, Mapping

from precinct_app.domain.accounts import MISSING
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act
from precinct_app.domain.members import COMMISSION
from precinct_app.domain.required import require_issuing, require_member, require_voter
from precinct_app.domain.trips import Application, Trip, pocket, trips_out
from precinct_app.errors import Reason, Refusal


def require_application(day: Day, voter: str) -> Application:
    """Refuse a voter without an application that stands (art. 41(6))."""
    found = day.applications.get(voter)
    if found is None or not found.stands:
        raise Refusal(Reason.NOT_APPLIED, "41(6)", voter=voter)
    return found


def require_without_ballots(day: Day, act: Act, voter: str) -> None:
    """Hold back a voter who received a ballot already (art. 41(1))."""
    for ballot in day.election.ballot_ids:
        if day.has_received(voter, ballot):
            by_entry = day.issue_of(voter, ballot)
            act.hold(Refusal(Reason.ALREADY_ISSUED, "41(1)", ballot=ballot, entry=by_entry))


def require_not_on_road(day: Day, act: Act, voter: str) -> None:
    """Hold back a voter to whom a box is on the road: the trip is asked first (practice)."""
    for trip in day.trips.values():
        if trip.state == "out" and voter in trip.waiting:
            act.hold(Refusal(Reason.ON_TRIP, voter=voter, trip=trip.number))


def require_trip(day: Day, trip: int) -> Trip:
    """Refuse a trip that nobody planned."""
    found = day.trips.get(trip)
    if found is None:
        raise Refusal(Reason.TRIP_UNKNOWN, trip=trip)
    return found


def require_planned(day: Day, act: Act, trip: int) -> Trip:
    """Hold back what is done only before a trip leaves."""
    found = require_trip(day, trip)
    if found.state != "planned":
        act.hold(Refusal(Reason.TRIP_LEFT, trip=trip))
    return found


def require_left(day: Day, act: Act, trip: int) -> Trip:
    """Hold back what is done only after a trip left, and before its box is opened."""
    found = require_trip(day, trip)
    if found.state in ("planned", "called_off"):
        act.hold(Refusal(Reason.TRIP_NOT_OUT, trip=trip))
    box = day.boxes.get(found.box)
    if box and box.state == "opened":
        act.hold(Refusal(Reason.RESULTS_STAND, "43(3-1)", box=found.box))
    return found


def require_out(day: Day, act: Act, trip: int) -> Trip:
    """Hold back what is done only while a trip is out."""
    found = require_trip(day, trip)
    if found.state != "out":
        act.hold(Refusal(Reason.TRIP_NOT_OUT, trip=trip))
    return found


def require_of_trip(act: Act, trip: Trip, members: Collection[str]) -> None:
    """Hold back unless all these members went on the trip."""
    for member in members:
        if member not in trip.members:
            act.hold(Refusal(Reason.NOT_OF_TRIP, trip=trip.number, member=member))


def require_portable(day: Day, act: Act, box: str) -> None:
    """Refuse a box that nobody sealed, and hold back one that stays in the room."""
    found = day.boxes.get(box)
    if found is None:
        raise Refusal(Reason.BOX_UNKNOWN, box=box)
    if not found.portable:
        act.hold(Refusal(Reason.BOX_NOT_PORTABLE, "41(6)", box=box))


def require_sealed(day: Day, act: Act, trip: Trip) -> None:
    """Hold back a box that is not sealed, or is on the road already."""
    found = day.boxes.get(trip.box)
    if found is None or found.state != "sealed":
        act.hold(Refusal(Reason.BOX_NOT_SEALED, "40(4)", box=trip.box))
    for number in trips_out(day, trip.box):
        act.hold(Refusal(Reason.BOX_AWAY, box=trip.box, trip=number))


def require_crew(day: Day, act: Act, members: tuple[str, ...], signer: str) -> None:
    """Hold back too few members, and a signer who stays or may not issue (art. 41(5), (6))."""
    if len(set(members)) < len(members):
        raise Refusal(Reason.BAD_ARGUMENT, argument="members")
    for member in members:
        role = require_member(day, member).role
        if role not in COMMISSION:
            act.hold(Refusal(Reason.ROLE_WRONG, "20(6)", member=member, role=role))
    wanted = day.election.rules.trip_members
    if len(members) < wanted:
        act.hold(Refusal(Reason.CREW_TOO_SMALL, "41(6)", members=len(members), wanted=wanted))
    require_issuing(day, act, signer)
    if signer not in members:
        act.hold(Refusal(Reason.SIGNER_STAYS, "41(6)", member=signer))


def require_at_hand(day: Day, act: Act, trip: Trip) -> None:
    """Hold back a member who is on the road with another trip."""
    for number in trips_out(day):
        for member in trip.members:
            if member in day.trips[number].members:
                act.hold(Refusal(Reason.MEMBER_AWAY, member=member, trip=number))


def require_people(day: Day, act: Act, people: tuple[str, ...]) -> None:
    """Hold back voters who did not apply, are on a trip or have ballots (art. 41(6))."""
    if not people:
        raise Refusal(Reason.NOTHING_CHOSEN)
    if len(set(people)) < len(people):
        raise Refusal(Reason.BAD_ARGUMENT, argument="people")
    for voter in people:
        require_voter(day, voter)
        found = day.applications.get(voter)
        if found is None or not found.stands:
            act.hold(Refusal(Reason.NOT_APPLIED, "41(6)", voter=voter))
        elif found.state == "on_trip":
            act.hold(Refusal(Reason.ON_TRIP, voter=voter, trip=found.trip))
        require_without_ballots(day, act, voter)


def require_not_few(day: Day, act: Act, people: tuple[str, ...]) -> None:
    """Hold back a trip that could tell how somebody voted (practice)."""
    few = day.election.thresholds.few_voters
    wanted = Counter(ballot for voter in people for ballot in day.entitled(voter))
    for ballot, count in wanted.items():
        if count < few:
            act.hold(Refusal(Reason.FEW_VOTERS, ballot=ballot, voters=count, few=few))


def require_in_pocket(day: Day, act: Act, trip: Trip, papers: Mapping[str, int]) -> None:
    """Hold back more papers than the bag has, or after the return the signer's stack."""
    for ballot, count in papers.items():
        left = day.left(ballot, MISSING if trip.state == "not_returned" else pocket(trip))
        if left < count:
            act.hold(Refusal(Reason.NOT_ENOUGH, ballot=ballot, left=left, amount=count))
