"""A fault of an election file is named with file, key and a plain sentence."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precinct_app.domain.election_read import election_text, parse_election, read_election
from precinct_app.errors import ElectionError
from tests.domain.shipped import IDS, data_of, election_of, put


def fault_of(path: str, value: object) -> tuple[str, str]:
    data = data_of("2023-03-19")
    put(data, path, value)
    with pytest.raises(ElectionError) as caught:
        parse_election(data, "spoiled.json")
    assert caught.value.file == "spoiled.json"
    return caught.value.key, caught.value.fault


FAULTS = {
    "unknown key": ("ballots/0/color", "#000000", "ballots[0].color", "is not a key"),
    "unknown key at the top": ("ballot", [], "ballot", "is not a key"),
    "missing key": ("hours/voting_ends", ..., "hours.voting_ends", "is missing"),
    "missing key at the top": ("rules", ..., "rules", "is missing"),
    "missing language": ("ballots/1/title/kk", ..., "ballots[1].title.kk", "is missing"),
    "text for a number": ("thresholds/bundle", "50", "thresholds.bundle", "a whole number"),
    "number for a text": ("date", 20230319, "date", "must be text"),
    "a float": ("thresholds/alone_minutes", 3.0, "thresholds.alone_minutes", "a whole number"),
    "true for a number": ("rules/trip_members", True, "rules.trip_members", "a whole number"),
    "number for true": ("rules/numbers_in_words", 1, "rules.numbers_in_words", "true or false"),
    "object for a list": ("ballots", {}, "ballots", "must be a list"),
    "list for an object": ("hours", [], "hours", "must be an object"),
    "a number below zero": ("thresholds/bundle", -1, "thresholds.bundle", "below zero"),
    "an empty text": ("title/ru", "", "title.ru", "must not be empty"),
    "a space at the end": ("title/ru", "Выборы ", "title.ru", "begin or end with a space"),
    "letters not composed": ("title/ru", "вои\u0306ска", "title.ru", "NFC"),
    "two lines in a text": ("title/ru", "Выборы\nмаслихата", "title.ru", "can be printed"),
    "half a sign": ("notes/0", "Выборы \ud800.", "notes[0]", "can be printed"),
    "too many in a fraction": ("rules/quorum", [2, 3, 4], "rules.quorum", "must hold 2 values"),
    "unknown system": ("ballots/0/system", "lottery", "ballots[0].system", "one of: party_list"),
    "unknown severity": ("controls/0/severity", "fatal", "controls[0].severity", "one of: info"),
    "unknown scope": ("controls/0/scope", "street", "controls[0].scope", "one of: opening"),
    "unknown stage": ("lines/0/stage", "noon", "lines[0].stage", "one of: receipt"),
    "bad date": ("date", "19.03.2023", "date", "must be a date"),
    "no such day": ("date", "2023-02-30", "date", "no day of the calendar"),
    "bad offset": ("utc_offset", "+6", "utc_offset", "an offset from UTC"),
    "no ballots": ("ballots", [], "ballots", "must hold a ballot"),
    "same ballot twice": ("ballots/1/id", "maz_pl", "ballots[1].id", "stands twice"),
    "same letter twice": ("ballots/1/letter", "А", "ballots[1].letter", "stands twice"),
    "same colour twice": ("ballots/1/colour/hex", "#2497E8", "ballots[1].colour.hex", "twice"),
    "bad hex": ("ballots/0/colour/hex", "blue", "ballots[0].colour.hex", "must be a colour"),
    "small hex": ("ballots/0/colour/hex", "#2497e8", "ballots[0].colour.hex", "must be a colour"),
    "a Kazakh letter": ("ballots/0/letter", "Ә", "ballots[0].letter", "Kazakh and Russian share"),
    "a Latin letter": ("ballots/0/letter", "A", "ballots[0].letter", "Kazakh and Russian share"),
    "no options": ("ballots/0/options", [], "ballots[0].options", "must hold an option"),
    "same option twice": ("ballots/0/options/1/id", "1", "ballots[0].options[1].id", "twice"),
    "option with a dot": ("ballots/0/options/1/id", "1.2", "ballots[0].options[1].id", "letters"),
    "set of an unknown ballot": ("sets/1/ballots/0", "maz", "sets[1].ballots", "is no ballot"),
    "set in another order": ("sets/1/ballots", ["maz_smd", "maz_pl"], "sets[1].ballots", "order"),
    "set with a ballot twice": ("sets/2/ballots", ["maz_pl"] * 2, "sets[2].ballots", "each once"),
    "set without ballots": ("sets/1/ballots", [], "sets[1].ballots", "must hold a ballot"),
    "same set twice": ("sets/1/id", "lists", "sets[3].id", "stands twice"),
    "no set of all": ("sets/0/id", "every", "sets", "must hold the set 'all'"),
    "all that is not all": ("sets/0/ballots", ["maz_pl"], "sets[0].ballots", "every ballot"),
    "bad clock": ("hours/voting_begins", "7:00", "hours.voting_begins", "must be a time"),
    "hours out of order": (
        "hours/voting_ends",
        "06:30",
        "hours.voting_ends",
        "before voting_begins",
    ),
    "too early": ("hours/earliest", "07:30", "hours.voting_begins", "must not be before earliest"),
    "no time to vote": ("hours/voting_ends", "07:00", "hours.voting_ends", "be after"),
    "boxes before opening": ("hours/boxes_before", 90, "hours.boxes_before", "station opens"),
    "bad report hour": ("report_hours/0", "25:00", "report_hours[0]", "must be a time"),
    "report hours mixed": ("report_hours/1", "09:00", "report_hours[1]", "must be after"),
    "bad deadline": (
        "deadlines/certificates_close/at",
        "18.00",
        "deadlines.certificates_close.at",
        "a time",
    ),
    "quorum above all": ("rules/quorum", [3, 2], "rules.quorum", "a fraction such as"),
    "unknown role": ("rules/never_issue/0", "chair", "rules.never_issue", "is no role"),
    "no limit of the list": ("thresholds/list_limit", 0, "thresholds.list_limit", "above zero"),
    "same line twice": ("lines/1/n", "h1", "lines[1].n", "stands twice"),
    "line with a dot": ("lines/1/n", "5.1", "lines[1].n", "letters and digits"),
    "unknown figure": ("lines/1/source", "weather", "lines[1].source", "is no figure"),
    "each without repeat": (
        "lines/0/each",
        {"kk": "{name}", "ru": "{name}", "en": "{name}"},
        "lines[0].each",
        "repeated",
    ),
    "same control twice": ("controls/1/id", "O1", "controls[1].id", "stands twice"),
    "unknown relation": ("controls/2/relation", "!=", "controls[2].relation", "none of: =="),
    "unknown line": ("controls/2/right", "1a + 1z", "controls[2].right", "'1z' is no line"),
    "line of another form": ("controls/2/left", "m1", "controls[2].left", "in the scope 'kind'"),
    "words for a number": ("controls/0/left", "h1", "controls[0].left", "in the scope 'opening'"),
    "family not written so": ("controls/8/left", "3", "controls[8].left", "must be written '3.*'"),
    "no family": ("controls/2/left", "1.*", "controls[2].left", "must be written '1'"),
    "not per box": ("controls/17/left", "10b", "controls[17].left", "once per_portable_box"),
    "a side cut short": ("controls/2/left", "1 +", "controls[2].left", "with + or - between"),
    "a product": ("controls/2/left", "1 * 2", "controls[2].left", "'*' must be + or -"),
    "a call": ("controls/2/left", "sum(3.*)", "controls[2].left", "is no name of a line"),
    "minus in a check": ("controls/3/right", "1a - 1b", "controls[3].right", "must only add"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_with_its_key(name):
    path, value, key, sentence = FAULTS[name]
    found_key, found = fault_of(path, value)
    assert found_key == key
    assert sentence in found


def test_repeated_lines_name_their_holder_once_in_each_language():
    data = data_of("2023-03-19")
    place = [line["n"] for line in data["lines"]].index("5")
    key, fault = fault_of(f"lines/{place}/each/kk", "дауыстар саны")
    assert (key, fault) == (f"lines[{place}].each", "must hold {name} once in each language")
    key, fault = fault_of(f"lines/{place}/each", None)
    assert (key, fault) == (f"lines[{place}].each", "must stand with repeated lines and only there")


@pytest.mark.parametrize(
    ("text", "key", "sentence"),
    [
        ("", "the file", "is no JSON text"),
        ("{", "the file", "is no JSON text"),
        ("[" * 100_000, "the file", "is no JSON text"),
        ("[]", "the file", "must be an object"),
        ('{"id": 1.5}', "1.5", "must be a whole number"),
        ('{"id": NaN}', "NaN", "must be a whole number"),
        ('{"id": "a", "id": "b"}', "id", "stands twice"),
    ],
)
def test_a_text_that_is_no_election_is_refused(text, key, sentence):
    with pytest.raises(ElectionError) as caught:
        read_election(text, "some.json")
    assert caught.value.key == key
    assert sentence in caught.value.fault
    assert str(caught.value).startswith("some.json: ")


def test_a_decomposed_file_is_refused_although_it_looks_the_same():
    text = unicodedata.normalize("NFD", json.dumps(data_of("referendum"), ensure_ascii=False))
    with pytest.raises(ElectionError, match="NFC"):
        read_election(text, "referendum.json")


def paths(data, way=()):
    """Go through the path of every value in the data."""
    found = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in found:
        yield (*way, str(key))
        if isinstance(value, dict | list):
            yield from paths(value, (*way, str(key)))


PATHS = [(name, "/".join(path)) for name in IDS for path in paths(data_of(name))]
WRONG = [
    ...,
    None,
    True,
    0,
    7,
    -1,
    1.5,
    "",
    "x",
    "\ud800",
    "07:00",
    [],
    [1],
    ["maz_pl"],
    {},
    {"kk": "а"},
]


def outcome(name: str, data: object) -> str:
    """Say what became of a file: its fault, the same election, or another one."""
    try:
        changed = parse_election(data, "changed.json")
    except ElectionError as error:
        return f"{error.key} {error.fault}" if error.key and error.fault else "a nameless fault"
    assert read_election(election_text(changed), "again") == changed
    return "the same" if changed == election_of(name) else "another"


@given(st.sampled_from(PATHS), st.sampled_from(WRONG))
def test_any_single_change_is_found_or_makes_another_election(place, value):
    name, path = place
    data = data_of(name)
    put(data, path, value)
    found = outcome(name, data)
    assert found != "a nameless fault"
    # As text, for Python takes true and 1 for the same.
    assert (found == "the same") == (json.dumps(data) == json.dumps(data_of(name)))


@pytest.mark.parametrize("name", IDS)
def test_a_key_taken_away_anywhere_is_found(name):
    whole = data_of(name)
    keys = [path for path in paths(whole) if not path[-1].isdigit()]
    for path in keys[:: max(1, len(keys) // 60)]:
        data = data_of(name)
        put(data, "/".join(path), ...)
        with pytest.raises(ElectionError, match="is missing"):
            parse_election(data, "cut.json")
