"""The worked examples and the official figures of 2023 come out to the number."""

from dataclasses import replace

import pytest

from precinct_app.domain.controls import (
    RELATIONS,
    Verdict,
    is_share,
    percent,
    verdict,
    verdicts,
    with_reserve,
)
from precinct_app.domain.sides import Sum, Term
from tests.domain.shipped import IDS, election_of

ELECTION = election_of("2023-03-19")
CONTROLS = {control.id: control for control in ELECTION.controls}


def ask(control: str, figures: dict[str, int], where: str = "") -> Verdict:
    return verdict(CONTROLS[control], figures, where)


def broken(scope, figures: dict[str, int]) -> list[str]:
    """List the controls of a scope that are broken; none may be without an answer."""
    asked = [
        found for control in ELECTION.controls_of(scope) for found in verdicts(control, figures)
    ]
    assert asked
    assert not [found for found in asked if found.holds is None]
    return [found.control for found in asked if not found.holds]


def numbers(text: str) -> dict[str, int]:
    """Read figures as a clerk writes them: line, number, line, number."""
    parts = text.split()
    return dict(zip(parts[::2], map(int, parts[1::2]), strict=True))


GREY = numbers(
    "1 1186  1a 1186  1b 0  1c 0  1d 0  1e 0  d1 724  2 717  2c 7  3.2 400  3.4 321  "
    "8 1218  8a 1198  8b 20  8c 0  8d 1198  9 501  9a 475  9b 4  9c 1  9d 1  9e 20  "
    "11a 1  11b 0  10b 713  12 3  4 713  5.1 500  5.2 190  6 13  7 10  13.1 7112  "
    "13.2 2703  13a 185"
)


def test_the_grey_account_balances():
    assert broken("kind", GREY) == []
    assert ask("C4", GREY) == Verdict("C4", "", 721, 721, holds=True)
    assert ask("C5", GREY) == Verdict("C5", "", 501, 501, holds=True)
    assert ask("C6", GREY) == Verdict("C6", "", 1218, 1218, holds=True)
    assert ask("C7", GREY) == Verdict("C7", "", 1218, 1218, holds=True)
    assert ask("C9", GREY) == Verdict("C9", "", 713, 716, holds=True)
    assert ask("C9b", GREY) == Verdict("C9b", "", 3, 3, holds=True)
    assert ask("C3b", GREY) == Verdict("C3b", "", 7, 7, holds=True)


def test_the_naive_ratio_hides_two_errors_and_ours_does_not():
    forgotten = GREY | {"9": 500, "9c": 0}
    assert ask("C7", forgotten).holds
    assert broken("kind", forgotten | {"11a": 0}) == ["C6", "C7", "C9b"]


@pytest.mark.parametrize("line", ["1", "2", "3.2", "8", "9", "10b", "4", "5.1", "12", "11a", "2c"])
def test_one_paper_too_many_on_any_line_is_found(line):
    assert broken("kind", GREY | {line: GREY[line] + 1})


CITY = {"1a": 2900, "1b": 3, "1e": 1, "d1": 1740}


@pytest.mark.parametrize(
    ("kind", "listed", "accepted", "certificates", "received", "without"),
    [
        ("blue", 2904, 12, 10, 1739, 1),
        ("green", 2898, 0, 4, 1727, 13),
        ("purple", 2898, 0, 4, 1726, 14),
        ("orange", 2898, 0, 4, 1726, 14),
    ],
)
def test_the_city_lists_balance_per_kind(kind, listed, accepted, certificates, received, without):
    figures = CITY | {"1": listed, "1c": accepted, "1d": certificates, "2": received, "2c": without}
    for control in ("C1", "C1a", "C1b", "C2", "C3b"):
        assert ask(control, figures).holds, kind
    assert ask("C1", figures).right == listed
    assert ask("C3b", figures).left == without


def test_a_portable_box_with_six_of_five_wants_an_act():
    figures = {"10a.north": 6, "10c.north": 5, "10a.south": 4, "10c.south": 5}
    north, south = verdicts(CONTROLS["C10"], figures)
    assert north == Verdict("C10", "north", 6, 5, holds=False)
    assert south == Verdict("C10", "south", 4, 5, holds=True)
    assert CONTROLS["C10"].severity == "error_act"
    assert [found.holds for found in verdicts(CONTROLS["C10b"], figures)] == [True, False]
    assert CONTROLS["C10b"].severity == "warn"


def test_a_precinct_without_portable_boxes_has_nothing_to_ask_of_them():
    assert verdicts(CONTROLS["C10"], {"10b": 713}) == ()


def test_a_stuck_pair_balances_and_shows_in_the_boxes():
    stuck = numbers(
        "2 724  9b 7  3.2 700  3.N 31  9 473  9a 466  9c 0  9d 0  9e 0  8 1198  8a 1198  "
        "8b 0  8c 0  11a 1  11b 0  10b 725"
    )
    assert ask("C4", stuck) == Verdict("C4", "", 731, 731, holds=True)
    assert ask("C6", stuck) == Verdict("C6", "", 1198, 1198, holds=True)
    assert ask("C7", stuck) == Verdict("C7", "", 1198, 1198, holds=True)
    assert ask("C9", stuck) == Verdict("C9", "", 725, 724, holds=False)
    assert CONTROLS["C9"].severity == "error_act"


def test_each_stack_is_asked_by_itself():
    stacks = numbers(
        "m1.2 500  3.2 400  m2.2 20  m3.2 1  m4.2 4  m5.2 75  m6.2 0  m1.4 400  3.4 321  "
        "m2.4 0  m3.4 0  m4.4 0  m5.4 78  m6.4 0  m7.2 0  m7.4 0"
    )
    assert verdicts(CONTROLS["C7m"], stacks) == (
        Verdict("C7m", "2", 500, 500, holds=True),
        Verdict("C7m", "4", 400, 399, holds=False),
    )
    assert [found.holds for found in verdicts(CONTROLS["C7m"], stacks | {"m6.4": 1})] == [
        True,
        True,
    ]


def test_signatures_and_marks_are_asked_for_the_day():
    lists = {"d1": 1030, "d2": 1000, "d3": 12, "d4": 20}
    assert ask("C3a", lists) == Verdict("C3a", "", 1030, 1032, holds=False)
    assert ask("C3a", lists | {"d1": 1032}).holds


def test_the_opening_divides_every_ballot():
    opening = {"o1": 1186, "o1a": with_reserve(1186, 1), "o2": 1198, "o2a": 0, "o2b": 2}
    opening |= {"o3.2": 300, "o3.4": 300, "o3a": 580, "o3b": 16, "o3c": 0}
    assert broken("opening", opening) == []
    assert broken("opening", opening | {"o3a": 581}) == ["O1"]
    assert broken("opening", opening | {"o2": 1199, "o3a": 581}) == ["O2"]


def test_turnout_never_falls_and_ends_at_the_total():
    day = {"d1": 724, "d2": 724, "d3": 0, "d4": 0, "t.10:00": 100, "t.12:00": 350, "t.22:00": 724}
    assert broken("day", day) == []
    fallen = day | {"t.14:00": 349}
    assert broken("day", fallen) == ["C13"]
    assert ask("C13", fallen) == Verdict("C13", "", 350, 349, holds=False)
    assert broken("day", day | {"t.22:00": 720}) == ["C13b"]


@pytest.mark.parametrize(
    ("listed", "issued", "accepted", "total"),
    [(1083, 1370, 1, -286), (714, 1746, 1, -1031), (199, 1521, 7, -1315)],
)
def test_the_negative_protocols_of_2016_are_refused(listed, issued, accepted, total):
    figures = {"1": total, "1a": listed, "1b": 0, "1c": accepted, "1d": issued, "1e": 0, "2": 0}
    assert ask("C1", figures).holds
    assert ask("C1a", figures) == Verdict("C1a", "", total, 0, holds=False)
    assert ask("C1b", figures) == Verdict("C1b", "", issued, listed, holds=False)
    assert not ask("C2", figures).holds


NATIONAL = numbers(
    "5.1 3431510  5.2 693938  5.3 547154  5.4 432920  5.5 146431  5.6 535139  "
    "5.7 331058  6 248291  7 150919  4 6517360  1 12035578  2 6521860  13.1 5390  "
    "13.2 1090  13.3 859  13.4 680  13.5 230  13.6 841  13.7 520  13a 390  9c 0  "
    "10b 6517360  12 4500"
)


def test_the_national_result_goes_through_our_controls():
    for control in ("C2", "C8", "C9", "C9b", "L4_practice", "C11"):
        assert ask(control, NATIONAL).holds, control
    assert ask("L4_practice", NATIONAL).right == 6517360
    assert ask("L4_strict", NATIONAL) == Verdict("L4_strict", "", 6517360, 6366441, holds=False)
    assert ask("C11", NATIONAL | {"13.1": 5391}) == Verdict("C11", "", 5391, 5390, holds=False)


def test_karaganda_gives_the_published_percentages():
    figures = {"5.1": 231843, "5.2": 57998, "5.6": 48323, "5.4": 46790, "5.5": 27590, "5.3": 27292}
    figures |= {"6": 8905, "7": 3797, "4": 452538}
    shares = {"13.1": 5167, "13.2": 1292, "13.6": 1077, "13.4": 1043, "13.5": 615, "13.3": 608}
    assert ask("L4_practice", figures).holds
    assert ask("C11", figures | shares | {"13a": percent(8905, 448741)}).holds


def test_kyzylorda_holds_for_valid_votes_between_320000_and_320046():
    published = {219248: 6851, 13465: 421, 10773: 337, 9037: 282}

    def fits(valid: int) -> bool:
        return all(is_share(share, part, valid) for part, share in published.items())

    assert [valid for valid in (319_999, 320_000, 320_046, 320_047) if fits(valid)] == [
        320_000,
        320_046,
    ]


def test_five_parties_of_kostanay_go_through_the_lines():
    figures = {"5.1": 195232, "5.2": 44220, "5.3": 22115, "5.4": 22325, "5.6": 66220}
    boxes = figures | {"6": 0, "7": 0, "10b": 350112}
    assert ask("C8", boxes) == Verdict("C8", "", 350112, 350112, holds=True)


def test_a_control_waits_for_lines_that_are_not_there_yet():
    before_boxes = {name: number for name, number in GREY.items() if name not in {"6", "7"}}
    assert ask("C8", before_boxes) == Verdict("C8", "", None, None, None, ("6", "7"))
    assert ask("C6", before_boxes).holds


def test_shares_of_another_number_of_options_are_found():
    short = {name: number for name, number in NATIONAL.items() if name != "13.7"}
    assert ask("C11", short) == Verdict("C11", "", 7, 8, holds=False)


def test_a_kind_without_one_vote_has_no_percentages():
    assert percent(0, 0) == 0
    assert ask("C11", {"5.1": 0, "6": 0, "13.1": 0, "13a": 0}).holds


@pytest.mark.parametrize(("part", "whole", "share"), [(1, 3, 3333), (2, 3, 6667), (1, 20_000, 1)])
def test_shares_are_rounded_half_upwards(part, whole, share):
    assert percent(part, whole) == share


@pytest.mark.parametrize(("voters", "ballots"), [(1186, 1198), (2900, 2929), (100, 101), (0, 0)])
def test_the_reserve_is_one_percent_rounded_up(voters, ballots):
    assert with_reserve(voters, 1) == ballots


@pytest.mark.parametrize("name", IDS)
def test_every_relation_of_an_election_has_its_check(name):
    used = {control.relation for control in election_of(name).controls}
    assert used == set(RELATIONS)


@pytest.mark.parametrize(
    "text", ["1", "2 + 9 - 9c", "10a.* + 10b", "8 + 11b", "2 - 9c - 10a.* - 10b"]
)
def test_a_side_is_written_as_it_was_read(text):
    assert str(Sum.from_text(text)) == text


def test_a_side_is_made_of_signed_lines_and_families():
    side = Sum.from_text("2 + 3.* - 9c")
    assert side.terms == (Term(1, "2"), Term(1, "3", family=True), Term(-1, "9c"))


def test_a_family_is_only_what_stands_under_its_name():
    control = replace(CONTROLS["C8"], left=Sum.from_text("1.*"))
    found = verdict(control, {"1.a": 2, "1": 100, "10.a": 100, "5.1": 2, "6": 0, "7": 0})
    assert (found.left, found.right) == (2, 2)
