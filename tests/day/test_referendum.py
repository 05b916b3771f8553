"""A referendum with one ballot: the account that precinct 164 of Astana published in 2024."""

from datetime import datetime

from precinct_app.domain.figures.due import due
from precinct_app.domain.figures.lines import day_lines, lines_of
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import opening, turnout
from precinct_app.domain.precinct import Precinct
from precinct_app.errors import Reason
from tests.day import evening, morning
from tests.day.morning import rows, serve
from tests.domain.days import CHAIRMAN, DEPUTY, ERLAN, OLGA, SECRETARY, Table, adds_up
from tests.domain.shipped import election_of

REFERENDUM = election_of("referendum")
(BALLOT,) = REFERENDUM.ballot_ids
YES, NO = "12"
ISSUERS = (DEPUTY, ERLAN, OLGA)
MEMBERS = (CHAIRMAN, SECRETARY, *ISSUERS)
# Received and issued are the published ones; so many voters have this reserve of one percent.
LISTED, RECEIVED, ISSUED = 2113, 2135, 685
OPENS = datetime.fromisoformat("2024-10-06T07:00:00+05:00")


def test_a_referendum_comes_to_the_published_account():
    table = one_ballot_for_2113_voters()
    slips_at_the_hours(table)
    account_of_astana_164(table)
    yes_and_no(table)
    assert replay(table.day.election, table.day.roll, table.day.entries) == table.day


def one_ballot_for_2113_voters() -> Table:
    """There are no options to be typed, and no set but the whole one."""
    precinct = Precinct("164", utc_offset="+05:00")
    table = morning.set_up(morning.listed(LISTED), MEMBERS, precinct, REFERENDUM)
    assert [option.id for option in table.day.options_of(BALLOT)] == [YES, NO]
    morning.receive(table, RECEIVED)
    table.now = OPENS.replace(hour=6, minute=30)
    morning.seal_boxes(table, ())
    morning.hand_out(table, dict.fromkeys(ISSUERS, 300))
    no = table.refused(CHAIRMAN, opening.open_voting, "164", "не всё готово")
    assert (no.reason, no.facts) == (Reason.TOO_EARLY, {"hour": "07:00"})
    table.now = OPENS
    table.do(CHAIRMAN, opening.open_voting, "164", "не всё готово")
    return table


def slips_at_the_hours(table: Table) -> None:
    """Half come by noon; each slip is what the journal says."""
    for hour, first, last in ((10, 1, 150), (12, 151, 340)):
        table.now = OPENS.replace(hour=hour)
        serve(table, rows(first, last), ISSUERS)
        table.do(SECRETARY, turnout.report_turnout, f"{hour}:00")
    table.now = OPENS.replace(hour=19, minute=50)
    serve(table, rows(341, ISSUED), ISSUERS)
    assert [slip.served for slip in table.day.slips.values()] == [150, 340]
    waiting = [one.what for one in due(table.day, table.now) if one.kind == "report"]
    assert waiting == ["14:00", "16:00", "18:00", "20:00", "22:00"]
    table.now = OPENS.replace(hour=20)


def account_of_astana_164(table: Table) -> None:
    """2,135 received, 685 issued, 1,450 unused."""
    evening.end(table)
    evening.announce(table)
    lines = lines_of(table.day, BALLOT)
    issued = sum(number for name, number in lines.items() if name.startswith("3."))
    assert (lines["8"], issued, lines["9a"], lines["9"]) == (RECEIVED, ISSUED, 1450, 1450)
    assert (lines["1"], lines["2"], lines["8d"]) == (LISTED, ISSUED, RECEIVED)
    announced = table.day.kind(BALLOT).figures
    assert announced
    read_aloud = [announced.lines[name] for name in ("1", "2", "8", "9")]
    assert read_aloud == [LISTED, ISSUED, RECEIVED, 1450]
    assert adds_up(table.day, BALLOT)


def yes_and_no(table: Table) -> None:
    """A referendum has no line against all; the shares are those of the valid votes."""
    evening.open_stationary(table)
    evening.count_kind(table, BALLOT, 684, {YES: 480, NO: 190}, 0, 14)
    lines = lines_of(table.day, BALLOT)
    assert (lines["13.1"], lines["13.2"], lines["4"], lines["12"]) == (7164, 2836, 684, 1)
    assert evening.broken(table) == {BALLOT: []}
    evening.sign(table, BALLOT)
    assert table.day.kind(BALLOT).signed is not None
    assert day_lines(table.day)["d1"] == ISSUED
