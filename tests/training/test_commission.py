"""The invented commission serves by the rules, whatever is printed and however little is left."""

from pathlib import Path

import pytest

from precinct_app.desk import Desk, Laptop, Plan, create_day
from precinct_app.domain.accounts import SAFE, stack
from precinct_app.domain.members import Role
from precinct_app.domain.precinct import Precinct
from precinct_app.domain.voters import Voter
from precinct_app.resources import load_election
from precinct_app.training.commission import ISSUERS, MEMBERS, Commission
from tests.cli.conftest import lighten
from tests.store.files import voters


@pytest.fixture(autouse=True)
def _light(monkeypatch):
    lighten(monkeypatch)


def begun(
    folder: Path, election: str, people: list[Voter], precinct: Precinct | None = None
) -> Desk:
    """Make a training day that can be written."""
    plan = Plan("training", load_election(election), precinct or Precinct("1"), people)
    laptop = Laptop(folder / "home")
    made = create_day(folder / "day.precinct", plan, "training", laptop)
    desk = Desk(folder / "day.precinct", made.key, laptop)
    desk.start_writing()
    return desk


def test_the_commission_is_one_that_the_law_knows():
    roles = [Role(role) for _, role in MEMBERS.values()]
    assert roles[:3] == [Role.CHAIRMAN, Role.SECRETARY, Role.DEPUTY]
    assert set(roles[3:]) == {Role.MEMBER}
    assert len(roles) % 2 == 1


@pytest.mark.parametrize("election", ["2023-03-19-city", "referendum"])
def test_any_election_is_served_to_the_last_voter(tmp_path, election):
    with begun(tmp_path, election, voters(30)) as desk:
        commission = Commission(desk)
        commission.set_up()
        commission.open()
        for place, voter in enumerate(commission.voters(), 1):
            # From these places on a ballot is declined, spoiled, taken back, charged to another.
            commission.serve(voter, {3: 211, 4: 199, 5: 307, 6: 401}.get(place, place))
        commission.end()
        assert desk.day.served() == 30
        assert not desk.day.conflicts
        kinds = {entry.kind for entry in desk.day.entries}
    assert {"ballot_exchanged", "ballots_taken_back", "charged_to_another"} <= kinds
    assert ("ballots_declined" in kinds) is (election != "referendum")


def test_voters_get_the_ballots_of_their_set_only(tmp_path):
    some = load_election("2023-03-19").sets[1]
    people = [voter._replace(ballots=some.id) for voter in voters(4)]
    with begun(tmp_path, "2023-03-19", people) as desk:
        commission = Commission(desk)
        commission.set_up()
        commission.open()
        for place, voter in enumerate(commission.voters(), 1):
            commission.serve(voter, place)
        issued = {ballot for ballot, count in desk.day.issued().items() if count}
    assert issued == {*some.ballots}


def test_stacks_that_run_out_are_filled_from_the_safe_and_then_from_a_colleague(tmp_path):
    with begun(tmp_path, "referendum", voters(12)) as desk:
        commission = Commission(desk)
        commission.set_up(first_stack=2)
        (ballot,) = desk.day.election.ballot_ids
        assert [desk.day.left(ballot, stack(member)) for member in ISSUERS] == [2] * 5
        assert desk.day.left(ballot, SAFE) == 3
        commission.open()
        for place, voter in enumerate(commission.voters(), 1):
            commission.serve(voter, 5)
            assert desk.day.served() == place
        assert desk.day.left(ballot, SAFE) == 0
        kinds = [entry.kind for entry in desk.day.entries]
    assert "ballots_handed_over" in kinds
    assert kinds.count("ballots_handed_over") == kinds.count("ballots_taken")


def test_every_pin_of_the_exercise_is_shown(tmp_path):
    with begun(tmp_path, "referendum", voters(1)) as desk:
        Commission(desk).set_up()
        assert all(len(member.shown_pin) == 4 for member in desk.day.members.values())
        assert desk.day.duty(1) == [*MEMBERS]


def test_the_voters_are_spread_over_the_precincts_own_hours(tmp_path):
    times = {"voting_begins": "08:00", "voting_ends": "21:00"}
    precinct = Precinct("1", utc_offset="+05:00", times=times)
    with begun(tmp_path, "referendum", voters(5), precinct) as desk:
        commission = Commission(desk)
        commission.set_up()
        commission.open()
        for place, voter in enumerate(commission.voters(), 1):
            commission.serve(voter, place)
        commission.end()
        issued = [entry.happened for entry in desk.day.entries if entry.kind == "ballots_issued"]
        ended = desk.day.entries[-1]
    assert issued == sorted(issued)
    assert {moment[19:] for moment in issued} == {"+05:00"}
    assert issued[0][11:13] == "10"
    assert issued[-1][11:13] == "18"
    assert ended.happened.endswith("T21:00:00+05:00")
