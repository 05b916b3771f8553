"""A fact is written in one form only."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precinct_app.domain.canonical import canonical

# Combining signs and what they could melt with, beside everything else.
MELTING = "aиеү\n\r\t\b\f\\\x1f\u0301\u0306\u0308\u030cЙй=<\u0338 " + '"'
texts = st.text(st.sampled_from(MELTING) | st.characters(codec="utf-8"))
values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


def composed(value):
    """Compose the letters of all texts in a value."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [composed(item) for item in value]
    if isinstance(value, dict):
        return {composed(key): composed(item) for key, item in value.items()}
    return value


def one_spelling(value):
    """Tell whether no object has a key in two spellings."""
    if isinstance(value, list):
        return all(one_spelling(item) for item in value)
    if isinstance(value, dict):
        keys = {composed(key) for key in value}
        return len(keys) == len(value) and all(one_spelling(item) for item in value.values())
    return True


@given(values.filter(one_spelling))
def test_what_is_written_is_read_back_in_composed_letters(value):
    assert json.loads(canonical(value)) == composed(value)


@given(values.filter(one_spelling))
def test_the_text_of_the_text_is_the_text(value):
    text = canonical(value)
    assert canonical(json.loads(text)) == text
    assert unicodedata.is_normalized("NFC", text)


@given(st.dictionaries(texts, st.integers(), max_size=6).filter(one_spelling), st.randoms())
def test_keys_are_sorted_and_their_order_of_birth_does_not_matter(value, chance):
    text = canonical(value)
    keys = list(json.loads(text))
    assert keys == sorted(keys)
    names = list(value)
    chance.shuffle(names)
    assert canonical({name: value[name] for name in names}) == text


def test_the_text_has_no_space_and_no_escaped_letters():
    value = {"б": [1, None, True], "а": {"ә": "Қ\n\u0438\u0306"}}
    assert canonical(value) == '{"а":{"ә":"Қ\\nй"},"б":[1,null,true]}'


def test_a_line_end_never_melts_into_the_sign_behind_it():
    assert canonical("\n\u0303") == '"\\n\u0303"'


def test_a_tuple_is_a_list():
    assert canonical(("а", (1,))) == '["а",[1]]'


@pytest.mark.parametrize(
    "value", [1.0, {"a": [0.5]}, b"a", {1: "a"}, {None: 1}, {"a"}, object(), [float("nan")]]
)
def test_what_two_programs_would_write_in_two_ways_is_not_written(value):
    with pytest.raises(TypeError, match="no canonical text"):
        canonical(value)


def test_one_key_in_two_spellings_is_not_written():
    with pytest.raises(TypeError, match="two spellings"):
        canonical({"й": 1, "\u0438\u0306": 2})
