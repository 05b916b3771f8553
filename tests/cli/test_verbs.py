"""What `verbs` lists is complete and true: from it alone every verb can be called."""

import pytest

from precinct_app.domain.fold import VERBS
from tests.cli.console import OPEN, ask, call, issue, line, play

# What the names of arguments mean in the files of these tests; any other is filled by its type.
MEANT = {
    "member": "4",
    "issuer": "4",
    "taker": "5",
    "to_member": "5",
    "role": "member",
    "voter": "3",
    "ballot": "maz_smd",
    "ballots": ["maz_smd"],
    "option": "1",
    "voters": 4,
    "cause": "defect",
    "precinct": "214",
    "stated": 7,
    "counted": 7,
    "entry": "1-1",
    "box": "1",
    "item": "ramp",
    "state": "done",
    "hour": "10:00",
    "since": "09:00",
    "until": "09:30",
    "expected": "14:00",
    "ballot_set": "mazhilis",
    "order": ["maz_pl", "maz_smd", "reg_pl", "reg_smd", "loc_smd"],
    "tables": 1,
}
OF_TYPE = {
    "text": "1-1",
    "number": 3,
    "yes_no": True,
    "texts": ["reg_pl"],
    "numbers": {"reg_pl": 2},
    "object": {"surname": "Омаров", "first_name": "Дархан"},
    "objects": [{"id": "1", "kk": "Бір", "ru": "Один"}],
}
OF_NO_TYPE = {
    "text": 5,
    "number": "5",
    "yes_no": "yes",
    "texts": "reg_pl",
    "numbers": ["reg_pl"],
    "object": [],
    "objects": [["1"]],
}
WHO = {"chairman": "1", "secretary": "2", "deputy": "3", "member": "4", "advisory": "6"}
PHASES = ("setup", "voting", "ended")
# Those that end a phase come last.
LAST = ("open_voting", "end_voting")


@pytest.fixture(scope="module")
def verbs():
    """List all verbs as a stranger sees them."""
    answer = ask("verbs")
    assert answer.code == 0
    listed = answer.json["verbs"]
    return sorted(listed, key=lambda verb: verb["name"] in LAST)


@pytest.fixture(params=PHASES)
def stage(request, training):
    """Give a file that stands in a phase of the day, with an advisory member too."""
    steps = [line("name_member", member="6", name="Бақылаушы", role="advisory")]
    if request.param != "setup":
        steps += [OPEN, issue("1")]
    if request.param == "ended":
        steps.append(line("end_voting") | {"happened": "20:00"})
    assert play(training, *steps).code == 0
    return request.param, training


def meant(argument):
    """Fill an argument by what its name means, or else by its type."""
    found, usual = MEANT.get(argument["name"]), OF_TYPE[argument["type"]]
    return found if type(found) is type(usual) else usual


def call_of(verb, by="", **changed):
    """Build the call of a verb from what is listed of it."""
    args = {one["name"]: meant(one) for one in verb["arguments"]}
    step = line(verb["name"], by or WHO[verb["roles"][0]], **(args | changed))
    return step | {"witness": "5" if step["by"] != "5" else "4"}


def without(step, name):
    """Take one argument out of a call."""
    args = {other: value for other, value in step["args"].items() if other != name}
    return step | {"args": args}


def reasons(file, steps):
    """Play calls and give the reason of each, empty for one that was recorded."""
    return [answer.get("reason", "") for answer in play(file, *steps).lines]


def test_each_verb_is_listed_with_all_that_is_promised(verbs):
    assert {verb["name"] for verb in verbs} == set(VERBS)
    for verb in verbs:
        assert {"name", "arguments", "roles", "phases", "article"} <= verb.keys()
        assert verb["text"].split("\n")[0].endswith(".")
        assert set(verb["roles"]) <= WHO.keys()
        assert verb["phases"]
        for argument in verb["arguments"]:
            assert argument.keys() == {"name", "type", "required"}
            assert argument["type"] in OF_TYPE


def test_without_json_each_verb_is_two_lines(verbs):
    answer = call("verbs")
    assert answer.code == 0
    assert len(answer.out.splitlines()) == 2 * len(verbs)
    assert "decline_ballots(voter: text, ballots: texts)" in answer.out


def test_a_call_made_from_the_list_is_understood_in_its_phases(verbs, stage):
    phase, file = stage
    inside = [verb for verb in verbs if phase in verb["phases"]]
    found = dict(
        zip([verb["name"] for verb in inside], reasons(file, map(call_of, inside)), strict=True)
    )
    wrong = {"bad_argument", "unknown_verb", "phase_wrong", "role_wrong", "not_on_duty"}
    assert {name: reason for name, reason in found.items() if reason in wrong} == {}
    assert len([reason for reason in found.values() if not reason]) * 5 >= len(found), found


def test_in_another_phase_every_verb_is_refused(verbs, stage):
    phase, file = stage
    outside = [verb for verb in verbs if phase not in verb["phases"]]
    assert set(reasons(file, map(call_of, outside))) <= {"phase_wrong"}


def test_a_role_that_is_not_listed_is_refused(verbs, stage):
    phase, file = stage
    calls = [
        call_of(verb, who)
        for verb in verbs
        if phase in verb["phases"]
        for role, who in WHO.items()
        if role not in verb["roles"]
    ]
    assert set(reasons(file, calls)) == {"role_wrong"}


def test_an_argument_that_is_missing_unknown_or_of_another_type_is_refused(verbs, training):
    calls = []
    for verb in verbs:
        whole = call_of(verb)
        calls.append(call_of(verb, who_knows="x"))
        for argument in verb["arguments"]:
            name = argument["name"]
            calls.append(call_of(verb, **{name: OF_NO_TYPE[argument["type"]]}))
            if argument["required"]:
                calls.append(without(whole, name))
    assert set(reasons(training, calls)) == {"bad_argument"}


def test_an_argument_that_is_not_required_may_be_left_out(verbs, stage):
    phase, file = stage
    calls = []
    for verb in (verb for verb in verbs if phase in verb["phases"]):
        step = call_of(verb)
        for argument in verb["arguments"]:
            if not argument["required"]:
                step = without(step, argument["name"])
        calls.append(step)
    assert "bad_argument" not in reasons(file, calls)
