"""An entry is sealed as the journal will hold it."""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from datetime import datetime, timedelta
from types import UnionType
from typing import Any, ClassVar, Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from precinct_app.domain.accounts import Move
from precinct_app.domain.entry import NO_HASH, Act, Entry, Head, line_digest, moment_text, seal
from precinct_app.domain.fold import KINDS, replay
from precinct_app.domain.parts import issuing, setup, stock
from precinct_app.domain.shape import Free, reader
from precinct_app.domain.typed import tidy
from precinct_app.errors import Reason, Refusal
from tests.domain.days import BLUE, CHAIRMAN, ERLAN, EVE, ROLL, new_table, open_table, sealed

NOTE = issuing.NoteAdded("3", "глухой")
HEAD = Head(2, 56, 214, "ab" * 32)
ACT = Act(EVE, EVE - timedelta(hours=1), 2, "4", "5")


def test_an_entry_goes_on_where_its_desk_stands():
    entry = seal(HEAD, ACT, NOTE)
    assert (entry.desk, entry.number, entry.tick, entry.id) == (2, 57, 215, "2-57")
    assert (entry.previous, entry.order) == ("ab" * 32, (215, 2, 57))
    assert (entry.by, entry.witness, entry.kind, entry.version) == ("4", "5", "note_added", 1)
    assert entry.body == '{"note":"глухой","voter":"3"}'


def test_the_hash_is_that_of_the_line_and_of_the_hash_before():
    entry = seal(HEAD, ACT, NOTE)
    line = (
        '[2,57,215,"2023-03-18T16:00:00+06:00","2023-03-18T15:00:00+06:00","4","5",'
        '"note_added",1,"{\\"note\\":\\"глухой\\",\\"voter\\":\\"3\\"}"]'
    )
    assert entry.digest == hashlib.sha256(bytes.fromhex("ab" * 32) + line.encode()).hexdigest()


@pytest.mark.parametrize(
    "change",
    [
        {"desk": 3}, {"number": 58}, {"tick": 216}, {"recorded": "x"}, {"happened": "x"},
        {"by": "5"}, {"witness": ""}, {"kind": "x"}, {"version": 2}, {"body": "{}"},
        {"previous": "ac" * 32},
    ],
)  # fmt: skip
def test_every_field_is_under_the_hash(change):
    entry = seal(HEAD, ACT, NOTE)
    fields = {name: getattr(entry, name) for name in Entry.__dataclass_fields__} | change
    previous = fields.pop("previous")
    line = tuple(value for name, value in fields.items() if name not in {"digest", "event"})
    assert line_digest(previous, line) != entry.digest


def test_the_first_entry_goes_on_from_no_hash():
    table = new_table()
    first, second = table.day.entries
    assert (first.id, first.tick, first.previous) == ("1-1", 1, NO_HASH)
    assert second.previous == first.digest


def test_both_moments_are_written_to_the_second_with_their_offset():
    moment = datetime.fromisoformat("2023-03-19T10:42:17.999999+06:00")
    assert moment_text(moment) == "2023-03-19T10:42:17+06:00"
    assert seal(HEAD, ACT, NOTE).stated
    assert not seal(HEAD, ACT._replace(happened=EVE), NOTE).stated


def test_a_name_in_decomposed_letters_is_in_the_day_as_in_its_journal():
    table = new_table()
    decomposed = setup.MemberNamed("4", "\u0419оганн И\u0438\u0306", "member")
    table.do("", lambda _day, _act: decomposed)
    assert table.day.members["4"].name == "Йоганн Ий"
    assert table.day == replay(table.day.election, ROLL, table.day.entries)
    assert json.loads(table.day.entries[-1].body)["name"] == table.day.members["4"].name


@pytest.mark.parametrize(
    ("event", "argument"),
    [
        (issuing.NoteAdded("3", "две\nстроки"), "note"),
        (issuing.NoteAdded("3", ""), "note"),
        (issuing.NoteAdded("3", "№\u00a05"), "note"),
        (issuing.AssistantNamed("3", "half \ud83d"), "text"),
        (setup.ListActStated("14", -1, ""), "voters"),
        (stock.BallotsHandedOut("4", (Move(BLUE, "safe", "member:4", True),)), "moves[0]"),
    ],
)
def test_what_the_journal_could_not_be_read_with_again_is_refused(event, argument):
    with pytest.raises(Refusal) as caught:
        sealed(event)
    assert (caught.value.reason, caught.value.facts) == (
        Reason.BAD_ARGUMENT,
        {"argument": argument},
    )


def test_half_a_sign_is_refused_as_a_name_of_who_acts():
    with pytest.raises(Refusal):
        seal(HEAD, ACT._replace(by="\ud83d"), NOTE)


@given(st.text(st.characters()))
def test_whatever_is_typed_the_day_is_what_its_journal_says(typed):
    table = open_table()
    table.do(ERLAN, issuing.name_assistant, "3", typed)
    if tidy(typed):
        table.do(ERLAN, issuing.add_note, "3", typed)
    table.do(CHAIRMAN, stock.receive_ballots, BLUE, 1, None, typed)
    read = [reader(type(e.event))(json.loads(e.body), "") for e in table.day.entries]
    assert read == [entry.event for entry in table.day.entries]


@pytest.mark.parametrize("kind", KINDS)
def test_every_event_has_a_kind_that_is_its_name_and_a_version(kind):
    event = KINDS[kind]
    words = "".join(word.capitalize() for word in kind.split("_"))
    assert (event.__name__, event.version) == (words, 1)


PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    Free: st.text(st.characters(codec="utf-8"), max_size=9).map(
        lambda text: unicodedata.normalize("NFC", text)
    ),
    str: st.text(max_size=9).map(tidy).filter(bool),
    int: st.integers(0, 9999),
    bool: st.booleans(),
    Move: st.builds(Move, st.just(BLUE), st.just("safe"), st.just("way:"), st.integers(0, 99)),
}


def shaped(hint: Any) -> st.SearchStrategy[Any]:
    """Make values of the types that events are made of."""
    if hint in PLAIN:
        return PLAIN[hint]
    inner = get_args(hint)
    if get_origin(hint) is tuple:
        many = inner[-1] is ...
        listed = st.lists(shaped(inner[0]), max_size=3).map(tuple)
        return listed if many else st.tuples(*map(shaped, inner))
    if get_origin(hint) is Mapping:
        return st.dictionaries(shaped(inner[0]), shaped(inner[1]), max_size=3)
    if get_origin(hint) is Literal:
        return st.sampled_from(inner)
    if get_origin(hint) is UnionType:
        return st.none() | shaped(inner[0])
    hints = get_type_hints(hint, include_extras=True)
    parts = {name: shaped(part) for name, part in hints.items() if get_origin(part) is not ClassVar}
    return st.builds(hint, **parts)


@pytest.mark.parametrize("kind", KINDS)
def test_every_event_is_what_can_be_read_from_its_text(kind):
    @settings(max_examples=25)
    @given(shaped(KINDS[kind]))
    def check(event):
        entry = sealed(event)
        assert entry.event == event
        assert reader(KINDS[kind])(json.loads(entry.body), "") == event

    check()
