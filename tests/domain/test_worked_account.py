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
from precinct_app.domain.parts import corrections, issuing, opening, setup, spoiled, stock
from precinct_app.domain.parts.spoiled import Cause
from precinct_app.domain.voters import Voter
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


def test_the_naive_ratio_comes_out_equal_by_two_errors_that_cancel():
    table = whole_day()
    line_2 = sum(table.day.has_received(voter, GREY) for voter in table.day.roll.voters)
    line_9 = 495 + table.left(GREY, EXCHANGED) + table.left(GREY, RETURNED) + 1
    assert line_2 + line_9 == 1218
    assert table.left(GREY, RETURNED) == table.left(GREY, MISSING)
