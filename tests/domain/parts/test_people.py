"""Observers, proxies and media: registered, let in, seen out, removed."""

from typing import Any

import pytest

from precinct_app.domain.day import Conflict
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import people
from precinct_app.domain.present import PersonKind, PersonState, present_by_kind
from precinct_app.errors import Reason
from tests.domain.days import (
    CHAIRMAN,
    ELECTION,
    ERLAN,
    OLGA,
    ROLL,
    SECRETARY,
    Table,
    named_table,
    open_table,
)
from tests.domain.decided import CARRIED, TWO, decided_table, without_decision
from tests.domain.refusals import No, each, hear

PARTY = ("party_observer", "«Ауыл» партиясы", "Нұрбеков Асан", "№ 14")
CHANNEL = ("media", "Телеарна 7", "Лим Вера", "тапсырма № 2")


def registered() -> Table:
    """Expect one party observer, person 1."""
    table = decided_table()
    table.do(SECRETARY, people.register_person, *PARTY)
    return table


def removed() -> Table:
    table = registered()
    table.do(CHAIRMAN, people.remove_person, 1, CARRIED, "мешал голосовать", witness=OLGA)
    return table


def replaced() -> Table:
    """Let another come for the same party while the first one is out."""
    table = registered()
    table.do(SECRETARY, people.see_out, 1)
    table.do(SECRETARY, people.register_person, *PARTY[:2], "Омар Дина", "№ 15", came=True)
    return table


REFUSALS = [
    No("an unknown kind of person is not registered", Reason.PERSON_KIND_UNKNOWN, CHAIRMAN,
       people.register_person, ("guest", *PARTY[1:])),
    No("nobody without a name is registered", Reason.BAD_ARGUMENT, CHAIRMAN,
       people.register_person, (*PARTY[:2], " ", "№ 14")),
    No("nobody without a paper is registered art 20-1 1", Reason.PAPER_MISSING, CHAIRMAN,
       people.register_person, (*PARTY[:3], ""), article="20-1(1)"),
    No("a party has one observer art 20 8", Reason.PLACE_TAKEN, CHAIRMAN, people.register_person,
       PARTY, article="20(8)", day=registered),
    No("an unknown kind of person is not refused", Reason.PERSON_KIND_UNKNOWN, CHAIRMAN,
       people.refuse_registration, ("guest", *PARTY[1:3], "нет мандата")),
    No("nobody without an organisation is refused", Reason.BAD_ARGUMENT, CHAIRMAN,
       people.refuse_registration, ("media", "", "Лим Вера", "нет мандата")),
    No("nobody is refused without a reason art 20-1", Reason.REASON_MISSING, CHAIRMAN,
       people.refuse_registration, (*PARTY[:3], "")),
    No("an unknown person is not corrected", Reason.PERSON_UNKNOWN, CHAIRMAN,
       people.correct_person, (9,)),
    No("a person is not corrected by nothing", Reason.NOTHING_CHOSEN, CHAIRMAN,
       people.correct_person, (1,), day=registered),
    No("an unknown person is not let in", Reason.PERSON_UNKNOWN, CHAIRMAN, people.let_in, (9,)),
    No("a removed person is not let in art 39 2", Reason.PERSON_KEPT_OUT, CHAIRMAN,
       people.let_in, (1,), article="39(2)", day=removed),
    No("the first observer does not come back beside the second", Reason.PLACE_TAKEN, CHAIRMAN,
       people.let_in, (1,), article="20(8)", day=replaced),
    No("an unknown person does not leave", Reason.PERSON_UNKNOWN, CHAIRMAN, people.see_out, (9,)),
    No("a removed person has left already", Reason.PERSON_KEPT_OUT, CHAIRMAN, people.see_out,
       (1,), article="39(2)", day=removed),
    No("an unknown person is not removed", Reason.PERSON_UNKNOWN, CHAIRMAN, people.remove_person,
       (9, CARRIED, "мешал"), TWO, day=decided_table),
    No("nobody present is removed without a reason art 39 2", Reason.REASON_MISSING, CHAIRMAN,
       people.remove_person, (1, CARRIED, ""), TWO, day=registered),
    *without_decision("an observer is not removed", CHAIRMAN, people.remove_person,
                      lambda number: (1, number, "мешал"), TWO, registered),
    No("an unknown person is not admitted again", Reason.PERSON_UNKNOWN, CHAIRMAN,
       people.readmit_person, (9, CARRIED), TWO, day=decided_table),
    *without_decision("an observer is not admitted again", CHAIRMAN, people.readmit_person,
                      lambda number: (1, number), TWO, removed),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_an_observer_is_entered_the_day_before_and_ticked_in_the_morning_art_20_1():
    table = named_table()
    entry = table.do(SECRETARY, people.register_person, *PARTY)
    found = table.day.persons[1]
    assert (found.number, found.entry, found.kind) == (1, entry.id, "party_observer")
    assert (found.organisation, found.name, found.paper) == PARTY[1:]
    assert found.state == PersonState.EXPECTED
    assert sum(present_by_kind(table.day.persons).values()) == 0
    table.do(SECRETARY, people.let_in, 1)
    assert present_by_kind(table.day.persons)["party_observer"] == 1


def test_whoever_comes_unannounced_is_registered_and_let_in_at_once():
    table = open_table()
    table.do(CHAIRMAN, people.register_person, *PARTY, came=True)
    assert table.day.persons[1].state == PersonState.PRESENT
    table.do(CHAIRMAN, people.see_out, 1)
    assert table.day.persons[1].state == PersonState.LEFT
    table.do(CHAIRMAN, people.let_in, 1)
    assert table.day.persons[1].state == PersonState.PRESENT


@pytest.mark.parametrize(
    "kind", ["party_observer", "other_observer", "proxy", "media", "foreign_media"]
)
def test_one_of_each_organisation_is_let_in_and_one_of_another_art_20_8(kind):
    table = open_table()
    table.do(CHAIRMAN, people.register_person, kind, "«Ауыл»  партиясы", "Ким Ян", "№ 1")
    no = table.refused(CHAIRMAN, people.register_person, kind, "«АУЫЛ» ПАРТИЯСЫ", "Ли Ян", "№ 2")
    assert (no.reason, no.facts) == (Reason.PLACE_TAKEN, {"person": 1, "most": 1})
    table.do(CHAIRMAN, people.register_person, kind, "Ақ жол", "Ли Ян", "№ 2")


def test_a_party_may_have_an_observer_and_a_proxy_art_20_8():
    table = open_table()
    for kind in ("party_observer", "proxy"):
        table.do(CHAIRMAN, people.register_person, kind, *PARTY[1:])
    assert len(table.day.persons) == 2


@pytest.mark.parametrize("kind", ["foreign_observer", "interpreter"])
def test_foreign_observers_and_interpreters_are_not_counted_art_20_8(kind):
    table = open_table()
    for n in range(4):
        table.do(CHAIRMAN, people.register_person, kind, "ЕҚЫҰ", f"Bauer {n}", f"№ {n}")
    assert len(table.day.persons) == 4


def test_a_television_channel_may_send_three_art_20_8():
    table = open_table()
    for _ in range(3):
        table.do(CHAIRMAN, people.register_person, *CHANNEL, television=True)
    no = table.refused(CHAIRMAN, people.register_person, *CHANNEL)
    assert no.facts == {"person": 3, "most": 3}


def test_one_who_was_let_in_beyond_the_limit_is_a_recorded_breach():
    table = registered()
    more = people.register_person.recorded("акт № 2", "вошёл с другим")
    table.do(CHAIRMAN, more, *PARTY, came=True, witness=OLGA)
    assert table.day.breaches[0].article == "20(8)"
    assert len(table.day.persons) == 2


def test_who_left_gives_the_place_to_another():
    table = replaced()
    assert [found.state for found in table.day.persons.values()] == ["left", "present"]
    table.do(SECRETARY, people.see_out, 2)
    table.do(SECRETARY, people.let_in, 1)


def test_a_person_is_removed_by_a_reasoned_decision_and_comes_back_by_one_art_39_2():
    table = removed()
    event: Any = table.day.entries[-1].event
    assert event.decision == table.day.decisions[CARRIED].entry
    assert event.reason == "мешал голосовать"
    assert table.day.persons[1].state == PersonState.REMOVED
    table.do(CHAIRMAN, people.readmit_person, 1, CARRIED, witness=OLGA)
    table.do(CHAIRMAN, people.let_in, 1)
    assert table.day.persons[1].state == PersonState.PRESENT


def test_a_refused_registration_stays_in_the_journal_with_its_reason_art_20_1():
    table = decided_table()
    entry = table.do(CHAIRMAN, people.refuse_registration, *PARTY[:3], "нет печати")
    assert (entry.event.reason, table.day.persons[1].state) == ("нет печати", "refused")
    table.do(CHAIRMAN, people.readmit_person, 1, CARRIED, witness=OLGA)
    assert table.day.persons[1].state == PersonState.EXPECTED


def test_a_refused_one_takes_no_place():
    table = open_table()
    table.do(CHAIRMAN, people.refuse_registration, *PARTY[:3], "нет печати")
    table.do(CHAIRMAN, people.register_person, *PARTY)


def test_a_slip_in_the_journal_is_put_right_and_the_rest_stays():
    table = registered()
    table.do(SECRETARY, people.correct_person, 1, name=" Нұрбеков\u00a0Хасан ")
    found = table.day.persons[1]
    assert (found.organisation, found.name, found.paper) == (PARTY[1], "Нұрбеков Хасан", "№ 14")


def test_members_register_nobody_themselves():
    no = open_table().refused(ERLAN, people.register_person, *PARTY)
    assert (no.reason, no.article) == (Reason.ROLE_WRONG, "20-1(1)")


@pytest.mark.parametrize(
    "event",
    [
        people.PersonMoved("2-9", "left", "", ""),
        people.PersonCorrected("2-9", "Ақ жол", "Ли Ян", ""),
    ],
)
def test_a_person_whom_the_journal_does_not_have_is_a_conflict(event):
    table = open_table()
    entry = table.do(CHAIRMAN, lambda _day, _act: event)
    facts = (("corrects", "2-9"),)
    assert table.day.conflicts == [Conflict(entry.id, "corrects_nothing", facts)]


@pytest.mark.parametrize("begun", [registered, removed, replaced])
def test_replay_gives_the_same_journal_of_observers(begun):
    table = begun()
    assert replay(ELECTION, ROLL, table.day.entries) == table.day


def test_every_kind_of_person_is_counted():
    assert set(present_by_kind({})) == set(PersonKind)
