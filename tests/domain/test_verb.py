"""Every verb of the day: who may use it, when, with whom, and how it is asked."""

from collections.abc import Callable, Mapping
from datetime import timedelta

import pytest

from precinct_app.domain.fold import VERBS
from precinct_app.domain.members import COMMISSION, Role
from precinct_app.domain.parts import access, setup
from precinct_app.domain.phases import ANY_PHASE, Phase
from precinct_app.domain.verb import SHAPES
from precinct_app.errors import Reason, Refusal
from tests.domain.days import (
    ADVISER,
    CHAIRMAN,
    DEPUTY,
    ERLAN,
    OLGA,
    SECRETARY,
    Table,
    ended_table,
    named_table,
    open_table,
    stocked_table,
)

IN_OFFICE = {
    Role.CHAIRMAN: CHAIRMAN,
    Role.DEPUTY: DEPUTY,
    Role.SECRETARY: SECRETARY,
    Role.MEMBER: ERLAN,
    Role.ADVISORY: ADVISER,
}


def not_used() -> Table:
    table = named_table()
    table.do(CHAIRMAN, setup.close_unused, "0e" * 16)
    return table


DAYS: Mapping[Phase, Callable[[], Table]] = {
    Phase.SETUP: stocked_table,
    Phase.VOTING: open_table,
    Phase.ENDED: ended_table,
    Phase.NOT_USED: not_used,
}

every_verb = pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
every_role = pytest.mark.parametrize("role", Role)


def a_day_of(verb):
    """Give a day in a phase of the verb."""
    return next(DAYS[phase]() for phase in Phase if phase in verb.phases)


def reason_of(table, verb, by, witness=OLGA):
    """Ask without arguments: the reason of the Refusal, or None when the rule was reached."""
    try:
        verb(table.day, table.act(by, witness))
    except Refusal as no:
        return no.reason
    except TypeError:
        return None
    return None


@every_verb
@pytest.mark.parametrize("phase", Phase)
def test_a_verb_waits_for_its_part_of_the_day(verb, phase):
    table = DAYS[phase]()
    assert table.day.phase is phase
    if phase in verb.phases:
        assert reason_of(table, verb, CHAIRMAN) is not Reason.PHASE_WRONG
    else:
        no = table.refused(CHAIRMAN, verb)
        assert (no.reason, no.article, no.facts) == (
            Reason.PHASE_WRONG,
            verb.article,
            {"phase": phase},
        )


def test_any_phase_is_every_one_of_a_day_that_is_used():
    assert set(Phase) - {Phase.NOT_USED} == ANY_PHASE
    assert all(verb.phases for verb in VERBS.values())


@every_verb
@every_role
def test_a_verb_is_for_its_offices_alone(verb, role):
    table = a_day_of(verb)
    if role in verb.roles:
        assert reason_of(table, verb, IN_OFFICE[role]) is not Reason.ROLE_WRONG
    else:
        no = table.refused(IN_OFFICE[role], verb)
        assert (no.reason, no.article) == (Reason.ROLE_WRONG, verb.article)
        assert no.facts == {"member": IN_OFFICE[role], "role": role}


def test_no_verb_is_for_an_advisory_vote_art_20_6():
    assert {Role.ADVISORY} == set(Role) - COMMISSION
    assert all(verb.roles <= COMMISSION for verb in VERBS.values())


@every_verb
def test_a_verb_is_not_for_strangers(verb):
    no = a_day_of(verb).refused("77", verb)
    assert (no.reason, no.facts) == (Reason.MEMBER_UNKNOWN, {"member": "77"})


@every_verb
def test_a_verb_asks_for_duty_at_this_desk(verb):
    elsewhere, left = a_day_of(verb), a_day_of(verb)
    elsewhere.desk = 2
    left.do(CHAIRMAN, access.sign_out)
    assert left.day.duty(1)
    for table in (elsewhere, left):
        assert (reason_of(table, verb, CHAIRMAN) is Reason.NOT_ON_DUTY) == verb.duty


def test_only_coming_on_duty_needs_no_duty():
    assert [name for name, verb in VERBS.items() if not verb.duty] == ["sign_in"]


def test_only_naming_members_founds_a_commission():
    assert [name for name, verb in VERBS.items() if verb.founding] == ["name_member"]


@every_verb
def test_nothing_happens_later_than_it_is_recorded(verb):
    table = a_day_of(verb)
    later = table.now + timedelta(seconds=1)
    assert table.refused(CHAIRMAN, verb, happened=later).reason == Reason.HAPPENED_LATER


@every_verb
def test_a_second_person_is_another_member_of_the_commission(verb):
    table = a_day_of(verb)
    for witness, reason, article in (
        (CHAIRMAN, Reason.WITNESS_SAME, ""),
        ("77", Reason.MEMBER_UNKNOWN, ""),
        (ADVISER, Reason.ROLE_WRONG, "20(6)"),
    ):
        no = table.refused(CHAIRMAN, verb, witness=witness)
        assert (no.reason, no.article) == (reason, article)


@every_verb
def test_a_verb_that_always_needs_two_is_refused_to_one(verb):
    table = a_day_of(verb)
    found = reason_of(table, verb, CHAIRMAN, witness="")
    assert (found is Reason.WITNESS_MISSING) == (verb.witness == "always")


@every_verb
def test_a_verb_says_what_it_does_in_one_sentence(verb):
    assert verb.sentence.endswith(".")
    assert verb.sentence[0].isupper()
    assert 3 <= len(verb.sentence.split()) <= 18


@every_verb
def test_a_verb_lists_its_arguments_with_shapes_that_scripts_know(verb):
    known = {name for name, _ in SHAPES.values()}
    arguments = verb.arguments()
    assert {argument.type for argument in arguments} <= known
    assert [argument.required for argument in arguments] == sorted(
        (argument.required for argument in arguments), reverse=True
    )


def test_every_shape_of_an_argument_is_used_by_some_verb():
    used = {argument.type for verb in VERBS.values() for argument in verb.arguments()}
    assert used == {name for name, _ in SHAPES.values()}


def test_the_arguments_of_an_issue():
    found = [tuple(argument) for argument in VERBS["issue_ballots"].arguments()]
    assert found == [
        ("voter", "text", True),
        ("ballots", "texts", True),
        ("issuer", "text", True),
        ("assistant", "text", False),
    ]


SAMPLES = {
    "text": ("1", 1),
    "number": (3, "3"),
    "yes_no": (True, 1),
    "texts": (["maz_pl"], "maz_pl"),
    "numbers": ({"maz_pl": 3}, {"maz_pl": 1.5}),
    "object": ({"surname": "Ким"}, {"surname": 1}),
    "objects": ([{"id": "1"}], [{"id": 1}]),
}


@every_verb
def test_a_verb_reads_what_a_script_gives_and_refuses_the_rest(verb):
    arguments = verb.arguments()
    given = {argument.name: SAMPLES[argument.type][0] for argument in arguments}
    assert set(verb.read(given)) == set(given)
    assert set(verb.read({one.name: given[one.name] for one in arguments if one.required})) <= set(
        given
    )
    for argument in arguments:
        _is_refused(verb, {**given, argument.name: SAMPLES[argument.type][1]}, argument.name)
        if argument.required:
            short = {name: value for name, value in given.items() if name != argument.name}
            _is_refused(verb, short, argument.name)
    _is_refused(verb, {**given, "colour": "blue"}, "colour")


def _is_refused(verb, given, argument):
    with pytest.raises(Refusal) as caught:
        verb.read(given)
    assert (caught.value.reason, caught.value.facts) == (
        Reason.BAD_ARGUMENT,
        {"argument": argument},
    )


def test_a_list_of_texts_is_read_as_a_tuple():
    assert VERBS["decline_ballots"].read({"voter": "1", "ballots": ["a", "b"]}) == {
        "voter": "1",
        "ballots": ("a", "b"),
    }


def test_a_verb_is_known_by_the_name_of_its_rule():
    assert all(name == verb.name == verb.rule.__name__ for name, verb in VERBS.items())
    assert VERBS["sign_in"] is access.sign_in
