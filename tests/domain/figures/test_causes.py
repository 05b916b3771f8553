"""A difference is told with what probably caused it, and never with a name that is a guess."""

import pytest

from precinct_app.domain.accounts import SAFE, stack
from precinct_app.domain.figures.causes import Likely, causes, gaps
from precinct_app.domain.parts import (
    corrections,
    issuing,
    opening,
    setup,
    stock,
    unused,
)
from precinct_app.texts import LANGUAGES, say_cause
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    DEPUTY,
    ELECTION,
    ERLAN,
    EVENING,
    GREEN,
    GREY,
    MORNING,
    OLGA,
    Table,
    named_table,
    open_table,
)


def ended(table: Table) -> Table:
    table.now = EVENING
    table.do(CHAIRMAN, opening.end_voting)
    return table


def count(table: Table, ballot: str, **other: int) -> None:
    """Count as the account says, but so many more or fewer in some hands (``m4=1``)."""
    more = {SAFE if name == SAFE else stack(name[1:]): n for name, n in other.items()}
    found = {SAFE: 0, **table.day.accounts.unused(ballot)}
    counted = {holder: n + more.get(holder, 0) for holder, n in found.items()}
    table.do(ERLAN, unused.count_unused, ballot, counted)


def told(table: Table) -> list[tuple[str, dict[str, str | int]]]:
    return [(cause.code, dict(cause.facts)) for cause in causes(table.day)]


def test_what_agrees_with_the_account_has_no_cause():
    table = ended(open_table())
    count(table, BLUE)
    assert (gaps(table.day), causes(table.day)) == ((), ())


def test_one_stack_over_and_another_under_was_charged_to_the_wrong_member():
    """Olga gave the ballot out, and Erlan was charged; the correction closes both gaps."""
    table = open_table()
    entry = table.do(ERLAN, issuing.issue_ballots, "1", (BLUE,), ERLAN)
    ended(table)
    count(table, BLUE, m4=1, m5=-1)
    facts = {"ballot": BLUE, "count": 1, "member": ERLAN, "other": OLGA}
    assert told(table) == [(Likely.CHARGED_TO_WRONG_MEMBER, facts)]
    charge = (corrections.charge_to_another, entry.id, OLGA, "выдала Ольга")
    table.do(ERLAN, *charge, witness=CHAIRMAN)
    assert told(table) == []


def test_one_kind_over_and_another_under_in_a_stack_was_the_wrong_colour():
    table = ended(open_table())
    count(table, BLUE, m4=1)
    count(table, GREEN, m4=-1)
    facts = {"holder": stack(ERLAN), "ballot": BLUE, "other_ballot": GREEN, "count": 1}
    assert told(table) == [(Likely.WRONG_COLOUR, facts)]


def test_the_safe_over_and_a_stack_under_was_not_handed_over():
    """Erlan put five back into the safe without an entry; the entry closes both gaps."""
    table = ended(open_table())
    count(table, BLUE, safe=5, m4=-5)
    facts = {"ballot": BLUE, "count": 5, "holder": SAFE, "other_holder": stack(ERLAN)}
    assert told(table) == [(Likely.NOT_HANDED_OVER, facts)]
    table.do(ERLAN, stock.put_in_safe, ERLAN, {BLUE: 5})
    assert told(table) == []


@pytest.mark.parametrize("papers", [("№ 7",), ("№ 7", "№ 8")])
def test_a_difference_in_the_safe_points_to_the_packs_that_nobody_counted(papers):
    table = named_table()
    table.do(CHAIRMAN, setup.state_list_act, "1", table.day.roll.size)
    for paper in papers:
        table.do(CHAIRMAN, stock.receive_ballots, BLUE, 20, None, paper)
    table.do(CHAIRMAN, stock.receive_ballots, GREY, 20, 20, "№ 9")
    table.now = MORNING
    table.do(CHAIRMAN, opening.open_voting, "214", "не всё готово")
    ended(table)
    count(table, BLUE, safe=-2)
    count(table, GREY, safe=-3)
    assert told(table) == [
        (
            Likely.PACK_NOT_COUNTED,
            {"ballot": BLUE, "count": 2, "packs": len(papers), "paper": ", ".join(papers)},
        ),
        (Likely.PAPERS_SHORT, {"ballot": GREY, "count": 3, "holder": SAFE}),
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"m4": 1, "m5": -1, "m3": -1},  # Whom did Erlan's issue come from?
        {"m4": 2, "m5": -1, "m3": -1},
        {"m4": 1, "m5": 1},
    ],
)
def test_a_pattern_that_fits_twice_or_not_at_all_names_nobody(other):
    table = ended(open_table())
    count(table, BLUE, **other)
    wanted = [
        (
            Likely.PAPERS_OVER if number > 0 else Likely.PAPERS_SHORT,
            {"ballot": BLUE, "count": abs(number), "holder": stack(name[1:])},
        )
        for name, number in other.items()
    ]
    assert sorted(told(table), key=str) == sorted(wanted, key=str)


def test_a_gap_that_may_be_two_things_is_told_as_neither():
    """Erlan's blue one is too many: Olga's issue, or a green one given in its place."""
    table = ended(open_table())
    count(table, BLUE, m4=1, m5=-1)
    count(table, GREEN, m4=-1)
    assert [code for code, _ in told(table)] == ["papers_over", "papers_short", "papers_short"]


def test_one_clear_pair_is_told_beside_another_difference():
    table = ended(open_table())
    count(table, BLUE, m4=1, m5=-1, m3=-3)
    assert [code for code, _ in told(table)] == ["charged_to_wrong_member", "papers_short"]
    assert told(table)[1][1]["holder"] == stack(DEPUTY)


def test_what_an_act_has_settled_has_no_cause_any_more():
    table = ended(open_table())
    count(table, BLUE, m4=-1)
    table.do(OLGA, unused.count_unused_again, BLUE, {stack(ERLAN): 9})
    assert [code for code, _ in told(table)] == ["papers_short"]
    act = (BLUE, stack(ERLAN), "stuck_together", "акт № 7")
    table.do(CHAIRMAN, unused.settle_unused, *act, witness=OLGA)
    assert told(table) == []
    table.do(CHAIRMAN, unused.cancel_ballots, BLUE, witness=ERLAN)
    assert told(table) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_cause_is_said_with_all_its_facts(language):
    said = [say_cause(language, cause, ELECTION) for cause in every_cause()]
    assert len({*said}) == len(Likely)
    for sentence in said:
        assert not [code for code in ("…", BLUE, GREEN, GREY, stack("")) if code in sentence]


def every_cause():
    table = named_table()
    table.do(CHAIRMAN, setup.state_list_act, "1", table.day.roll.size)
    for ballot in ELECTION.ballot_ids:
        table.do(CHAIRMAN, stock.receive_ballots, ballot, 40, 40, "№ 1")
        for member in (DEPUTY, ERLAN, OLGA):
            table.do(CHAIRMAN, stock.hand_out_ballots, member, {ballot: 10})
    table.do(CHAIRMAN, stock.receive_ballots, GREY, 20, None, "№ 7")
    table.now = MORNING
    table.do(CHAIRMAN, opening.open_voting, "214", "не всё готово")
    ended(table)
    _, _, purple, orange, _ = ELECTION.ballot_ids
    count(table, BLUE, m4=1, m5=-1, m3=7)
    count(table, GREEN, m3=-7)
    count(table, purple, safe=5, m4=-5)
    count(table, orange, m4=2, m5=-3)
    count(table, GREY, safe=-4)
    assert {cause.code for cause in causes(table.day)} == set(Likely)
    first = {cause.code: cause for cause in causes(table.day)}
    return list(first.values())
