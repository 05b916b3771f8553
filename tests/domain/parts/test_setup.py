"""Set-up: the day is made, the commission is named, the options are set."""

import pytest

from precinct_app.domain.checkpoint import Mark
from precinct_app.domain.day import ListAct
from precinct_app.domain.election import Option, Words
from precinct_app.domain.members import Role
from precinct_app.domain.parts import access, setup
from precinct_app.domain.phases import Phase
from precinct_app.errors import Reason
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    COMMISSION,
    DEPUTY,
    ERLAN,
    GREEN,
    SECRETARY,
    VOTERS,
    created,
    ended_table,
    named_table,
    new_table,
    open_table,
    sealed,
)
from tests.domain.refusals import No, each, hear

AYAN = {"id": "1", "kk": "Әбенов Аян", "ru": "Абенов Аян"}
BELLA = {"id": "2", "kk": "Ли Белла", "ru": "Ли Белла", "en": "Li Bella"}


def alone_in_office():
    """Name a chairman and nobody else who leads."""
    return named_table({CHAIRMAN: COMMISSION[CHAIRMAN], ERLAN: COMMISSION[ERLAN]})


REFUSALS = [
    No("an office that the law does not have is refused", Reason.ROLE_UNKNOWN, CHAIRMAN,
       setup.name_member, ("10", "Сұлтанов Әлі", "observer"), day=named_table),
    No("a member without a name is refused", Reason.BAD_ARGUMENT, CHAIRMAN, setup.name_member,
       ("10", " \u00a0\u200b", "member"), day=named_table),
    No("a member whose id is no word is refused", Reason.BAD_ARGUMENT, CHAIRMAN,
       setup.name_member, ("1 0", "Сұлтанов Әлі", "member"), day=named_table),
    No("a second chairman is refused art 10 3", Reason.ALREADY_NAMED, CHAIRMAN, setup.name_member,
       (ERLAN, "Жұмабаев Ерлан", "chairman"), article="10(3)", day=named_table),
    No("the last who may lead stays in office art 10 3", Reason.LEADER_NEEDED, CHAIRMAN,
       setup.name_member, (CHAIRMAN, "Серікбаева Гүлнар", "member"), article="10(3)",
       day=alone_in_office),
    No("options of a ballot that this election does not have are refused", Reason.BALLOT_UNKNOWN,
       CHAIRMAN, setup.set_options, ("white", (AYAN,)), day=named_table),
    No("a ballot without options is refused", Reason.NOTHING_CHOSEN, CHAIRMAN, setup.set_options,
       (GREEN, ()), day=named_table),
    No("an option without a Kazakh name is refused", Reason.BAD_ARGUMENT, CHAIRMAN,
       setup.set_options, (GREEN, ({"id": "1", "ru": "Абенов Аян"},)), day=named_table),
    No("two options of one number are refused", Reason.BAD_ARGUMENT, CHAIRMAN, setup.set_options,
       (GREEN, (AYAN, {**BELLA, "id": "1"})), day=named_table),
    No("an option of an unknown ballot can not drop out", Reason.BALLOT_UNKNOWN, CHAIRMAN,
       setup.drop_option, ("white", "1", "№ 7")),
    No("an option that is not on the ballot can not drop out", Reason.OPTION_UNKNOWN, CHAIRMAN,
       setup.drop_option, (BLUE, "99", "№ 7")),
    No("an option does not drop out without a paper", Reason.REASON_MISSING, CHAIRMAN,
       setup.drop_option, (BLUE, "1", " ")),
    No("a list of more voters than can be is refused", Reason.AMOUNT_TOO_LARGE, CHAIRMAN,
       setup.state_list_act, ("1", 100_001), day=named_table),
    No("a list of fewer than no voters is refused", Reason.AMOUNT_WRONG, CHAIRMAN,
       setup.state_list_act, ("14", -1), day=named_table),
    No("a stranger does not go on as the next desk", Reason.MEMBER_UNKNOWN, "77", setup.open_desk,
       ("laptop-2",)),
    No("only the chairman goes on as the next desk", Reason.ROLE_WRONG, SECRETARY,
       setup.open_desk, ("laptop-2",)),
    No("a file that was voted in is not closed as not used", Reason.PHASE_WRONG, CHAIRMAN,
       setup.close_unused, ("0e" * 16,), day=ended_table),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_whoever_opened_the_file_names_members_until_there_is_a_chairman():
    table = new_table()
    table.do("", setup.name_member, ERLAN, "Жұмабаев Ерлан", "member")
    table.do("anybody", setup.name_member, CHAIRMAN, "Серікбаева Гүлнар", "chairman")
    assert table.refused("", setup.name_member, "5", "Ким Анна", "member").reason == (
        Reason.MEMBER_UNKNOWN
    )
    assert table.refused(ERLAN, setup.name_member, "5", "Ким Анна", "member").reason == (
        Reason.ROLE_WRONG
    )
    assert table.refused(CHAIRMAN, setup.name_member, "5", "Ким Анна", "member").reason == (
        Reason.NOT_ON_DUTY
    )


def test_only_naming_is_left_to_whoever_opened_the_file():
    table = new_table()
    assert table.refused("", setup.state_list_act, "14", 6).reason == Reason.MEMBER_UNKNOWN
    assert table.refused("", setup.set_options, GREEN, (AYAN,)).reason == Reason.MEMBER_UNKNOWN


def test_a_commission_that_had_a_chairman_is_nobodys_any_more():
    table = named_table()
    table.do(CHAIRMAN, setup.name_member, CHAIRMAN, "Серікбаева Гүлнар", "member")
    no = table.refused("anybody", setup.name_member, "8", "Ли Белла", "chairman")
    assert no.reason == Reason.MEMBER_UNKNOWN


def test_a_member_is_named_with_a_tidy_name_and_may_be_corrected():
    table = named_table()
    table.do(SECRETARY, setup.name_member, ERLAN, " Жұмабаев\u00a0 Ерлан\u200b\n", "member")
    erlan = table.day.members[ERLAN]
    assert (erlan.name, erlan.role) == ("Жұмабаев Ерлан", Role.MEMBER)
    assert erlan.pin == f"{ERLAN}0$ff"


def test_the_deputy_becomes_chairman_when_the_chairman_is_no_longer_one():
    table = named_table()
    table.do(CHAIRMAN, setup.name_member, CHAIRMAN, "Серікбаева Гүлнар", "member")
    table.do(DEPUTY, setup.name_member, DEPUTY, "Ким Лариса", "chairman")
    assert [member.id for member in table.day.bearers(Role.CHAIRMAN)] == [DEPUTY]


def test_the_options_of_a_precinct_stand_in_the_order_of_the_paper():
    table = named_table()
    assert setup.options_of(table.day, GREEN) == ()
    assert [option.id for option in setup.options_of(table.day, BLUE)] == list("1234567")
    table.do(CHAIRMAN, setup.set_options, GREEN, (BELLA, {**AYAN, "ru": " Абенов  Аян"}))
    assert setup.options_of(table.day, GREEN) == (
        Option("2", Words("Ли Белла", "Ли Белла", "Li Bella")),
        Option("1", Words("Әбенов Аян", "Абенов Аян", "Абенов Аян")),
    )


def test_an_option_drops_out_until_voting_ends_art_37_1_1():
    table = open_table()
    table.do(DEPUTY, setup.drop_option, BLUE, "3", "№ 7")
    assert table.day.dropped == {(BLUE, "3")}
    late = ended_table().refused(DEPUTY, setup.drop_option, BLUE, "3", "№ 7")
    assert (late.reason, late.article) == (Reason.PHASE_WRONG, "37(1-1)")


def test_the_act_of_the_list_is_stated_art_26_1():
    table = named_table()
    table.do(SECRETARY, setup.state_list_act, "14", 7, "вычеркнут\nумерший")
    assert table.day.list_act == ListAct("14", 7, "вычеркнут умерший")


def test_the_next_desk_says_from_where_it_goes_on():
    table = open_table()
    before = dict(table.day.desks)
    table.desk = 2
    entry = table.do(CHAIRMAN, setup.open_desk, "laptop-2")
    assert entry.event == setup.DeskOpened("laptop-2", (setup.DeskMark(1, *before[1]),))
    assert table.day.laptops == {1: "laptop-1", 2: "laptop-2"}
    assert table.day.desks == {**before, 2: Mark(1, entry.digest)}
    assert table.conflicts() == []


@pytest.mark.parametrize(
    "mark", [setup.DeskMark(1, 99, "aa" * 32), setup.DeskMark(3, 1, "aa" * 32)]
)
def test_a_desk_that_goes_on_from_elsewhere_is_a_conflict(mark):
    table = open_table()
    event = setup.DeskOpened("laptop-2", (mark,))
    table.do(CHAIRMAN, lambda _day, _act: event)
    assert table.conflicts() == [("not_gone_on_from", {"desk": mark.desk, "entries": mark.entries})]


def test_a_desk_that_goes_on_from_another_head_is_a_conflict():
    table = open_table()
    forged = setup.DeskMark(1, table.day.desks[1].entries, "aa" * 32)
    table.do(CHAIRMAN, lambda _day, _act: setup.DeskOpened("laptop-2", (forged,)))
    assert [kind for kind, _ in table.conflicts()] == ["not_gone_on_from"]


def test_a_file_that_is_not_used_does_nothing_any_more():
    table = named_table()
    table.do(CHAIRMAN, setup.close_unused, "0e" * 16)
    assert table.day.phase is Phase.NOT_USED
    assert table.refused(ERLAN, access.sign_in).reason == Reason.PHASE_WRONG


def test_a_second_creation_is_a_conflict_and_changes_nothing():
    table = new_table()
    before = table.day.created
    second = sealed(created(VOTERS[:2]), table.day.head(1))
    table.do("", lambda _day, _act: second.event)
    assert table.day.created == before
    assert table.conflicts() == [("second_creation", {})]
