"""The worked account of a grey ballot: 1,186 voters, and every way a paper can go."""

from precinct_app.domain.accounts import (
    DAMAGED,
    EXCHANGED,
    MISSING,
    RECEIVED,
    RETURNED,
    SAFE,
    VOTERS,
    stack,
)
from precinct_app.domain.figures.causes import causes, gaps
from precinct_app.domain.figures.lines import lines_of, verdicts_of
from precinct_app.domain.parts import (
    boxes,
    corrections,
    issuing,
    losses,
    opening,
    setup,
    spoiled,
    stock,
    unused,
)
from precinct_app.domain.parts.spoiled import Cause
from precinct_app.domain.voters import Voter
from precinct_app.errors import Reason
from tests.day import evening
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    ERLAN,
    GREY,
    MORNING,
    OLGA,
    SECRETARY,
    Table,
    named_table,
)

# Of 724 who came, the first five may not take the grey one, and the next two did not want it.
SERVED, NOT_ENTITLED, DECLINED = 724, 5, 2


def whole_day() -> Table:
    sets = ["without_local"] * NOT_ENTITLED + ["all"] * (1186 - NOT_ENTITLED)
    voters = [
        Voter(str(place), str(place), "Омаров", "Дархан", ballots=ballots)
        for place, ballots in enumerate(sets, 1)
    ]
    table = named_table(voters=voters)
    table.do(CHAIRMAN, setup.state_list_act, "1", 1186)
    table.do(CHAIRMAN, stock.receive_ballots, GREY, 1198, 1197, "№ 1")
    table.do(CHAIRMAN, stock.receive_ballots, BLUE, 1198, 1198, "№ 1")
    table.do(CHAIRMAN, stock.hand_out_ballots, ERLAN, {BLUE: 730, GREY: 500})
    table.do(CHAIRMAN, stock.hand_out_ballots, OLGA, {GREY: 300})
    table.now = MORNING
    table.do(CHAIRMAN, opening.open_voting, "214", "не всё готово")
    for place in range(1, SERVED + 1):
        voter, issuer = str(place), ERLAN if place < 450 else OLGA
        table.do(ERLAN, issuing.issue_ballots, voter, (BLUE,), ERLAN)
        if NOT_ENTITLED < place <= NOT_ENTITLED + DECLINED:
            table.do(SECRETARY, issuing.decline_ballots, voter, (GREY,))
        elif place > NOT_ENTITLED:
            table.do(issuer, issuing.issue_ballots, voter, (GREY,), issuer)
    table.do(CHAIRMAN, stock.receive_ballots, GREY, 20, 20, "№ 2")
    for voter in ("100", "200", "300", "400"):
        table.do(ERLAN, spoiled.exchange_ballot, voter, GREY, ERLAN, Cause.VOTER)
    table.do(ERLAN, spoiled.return_ballot, "500", GREY)
    wrong = table.do(OLGA, issuing.issue_ballots, "800", (GREY,), OLGA)
    table.do(OLGA, corrections.take_back, wrong.id, "voter_left", damaged=True)
    return table


def test_the_worked_account_adds_up_both_ways():
    table = whole_day()
    day = table.day
    in_stacks = sum(table.left(GREY, stack(member)) for member in (ERLAN, OLGA))
    unused = table.left(GREY, SAFE) + in_stacks
    line_2 = sum(day.has_received(voter, GREY) for voter in day.roll.voters)
    sum_3 = day.issued()[GREY]
    assert (day.served(), line_2, sum_3, unused) == (724, 717, 721, 495)
    assert -table.left(GREY, RECEIVED) == day.accounts.came_in(GREY) == 1218
    assert (table.left(GREY, VOTERS), table.left(GREY, EXCHANGED)) == (716, 4)
    line_9c = table.left(GREY, RETURNED)
    damaged, missing = table.left(GREY, DAMAGED), table.left(GREY, MISSING)
    assert (line_9c, damaged, missing) == (1, 1, 1)
    line_9 = unused + table.left(GREY, EXCHANGED) + line_9c + damaged
    assert line_9 == 501
    assert sum_3 + unused + damaged + missing == 1218
    assert line_2 + line_9 - line_9c + missing == 1218
    assert table.conflicts() == []


def test_the_grey_example_of_practice_comes_out_line_by_line():
    table = whole_day()
    table.do(CHAIRMAN, losses.withdraw_ballots, {GREY: 20}, "акт № 4", "брак печати")
    table.do(CHAIRMAN, boxes.seal_box, "1", "0815")
    evening.end(table)
    evening.announce(table)
    evening.open_stationary(table)
    evening.count_kind(table, GREY, 713, {}, 0, 713)
    lines = lines_of(table.day, GREY)
    wanted = {"1": 1181, "2": 717, "2c": 7, "8": 1218, "8a": 1198, "8b": 20, "9": 501, "9a": 475}
    wanted |= {"9b": 4, "9c": 1, "9d": 1, "9e": 20, "11a": 1, "11b": 0, "10b": 713, "12": 3}
    assert {name: lines[name] for name in wanted} == wanted
    assert sum(number for name, number in lines.items() if name.startswith("3.")) == 721
    assert not evening.broken(table)[GREY]
    control = {one.verdict.control: one.verdict[2:4] for one in verdicts_of(table.day, GREY)}
    assert (control["C6"], control["C7"]) == ((1218, 1218), (1218, 1218))
    assert control["C9"] == (713, 716)


def test_the_stuck_pair_of_practice_is_missing_and_shown_beside_the_boxes():
    """Two papers stuck together were given as one, and one more came out of the boxes."""
    voters = [Voter(str(place), str(place), "Омаров", "Дархан") for place in range(1, 1187)]
    table = named_table(voters=voters)
    table.do(CHAIRMAN, setup.state_list_act, "1", 1186)
    table.do(CHAIRMAN, stock.receive_ballots, BLUE, 1198, 1198, "№ 1")
    table.do(CHAIRMAN, stock.hand_out_ballots, ERLAN, {BLUE: 1198})
    table.now = MORNING
    table.do(CHAIRMAN, boxes.seal_box, "1", "0815")
    table.do(CHAIRMAN, opening.open_voting, "214", "не всё готово")
    for place in range(1, 725):
        table.do(ERLAN, issuing.issue_ballots, str(place), (BLUE,), ERLAN)
    for place in range(1, 8):
        table.do(ERLAN, spoiled.exchange_ballot, str(place), BLUE, ERLAN, Cause.VOTER)
    evening.end(table)
    counted = {stack(ERLAN): 466}
    table.do(ERLAN, unused.count_unused, BLUE, counted)
    assert gaps(table.day) == ((BLUE, stack(ERLAN), -1),)
    assert [cause.code for cause in causes(table.day)] == ["papers_short"]
    refused = table.refused(CHAIRMAN, unused.cancel_ballots, BLUE, witness=ERLAN)
    assert (refused.reason, refused.article) == (Reason.UNUSED_DIFFERS, "43(4)")
    table.do(OLGA, unused.count_unused_again, BLUE, counted)
    act = (BLUE, stack(ERLAN), "stuck_together", "акт № 7")
    table.do(CHAIRMAN, unused.settle_unused, *act, witness=OLGA)
    table.do(CHAIRMAN, unused.cancel_ballots, BLUE, witness=ERLAN)
    evening.announce(table, BLUE)
    evening.open_stationary(table)
    evening.count_kind(table, BLUE, 725, {"1": 700}, 20, 5)
    lines = lines_of(table.day, BLUE)
    assert [lines[name] for name in ("2", "3.4", "9a", "11a", "10b")] == [724, 731, 466, 1, 725]
    assert evening.broken(table)[BLUE] == ["C9"]


def test_the_naive_ratio_comes_out_equal_by_two_errors_that_cancel():
    table = whole_day()
    line_2 = sum(table.day.has_received(voter, GREY) for voter in table.day.roll.voters)
    line_9 = 495 + table.left(GREY, EXCHANGED) + table.left(GREY, RETURNED) + 1
    assert line_2 + line_9 == 1218
    assert table.left(GREY, RETURNED) == table.left(GREY, MISSING)
