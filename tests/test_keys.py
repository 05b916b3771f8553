"""Two keys open a file; a PIN is known only to who typed it."""

import random
import time

import pytest

from precinct_app import keys
from precinct_app.errors import StoreError, Trouble
from precinct_app.keys import (
    file_key,
    new_salt,
    new_signing_key,
    pin_holds,
    read_recovery,
    seal_pin,
    write_recovery,
)

SHEET = write_recovery(bytes(range(32)))
KNOWN = "49e1b654a640faf43d8f300bc8dc1eb8d7c19dabff4dfae27e33542b0d06c5c4"


def test_the_key_of_a_passphrase_stays_what_it_is():
    """Another one would lock everybody out of the files that there are."""
    salt = bytes(range(16))
    assert file_key("құпия", salt).hex() == KNOWN
    assert file_key("құпиЯ", salt).hex() != KNOWN
    assert file_key("құпия", bytes(16)).hex() != KNOWN


def test_stretching_costs_a_guesser_more_than_fifty_milliseconds():
    begun = time.perf_counter()
    file_key("құпия", bytes(16))
    assert time.perf_counter() - begun > 0.05
    assert (keys._LANES, keys._PASSES, keys._KIBIBYTES) == (4, 3, 65536)


def test_salts_and_signing_keys_are_new_each_time():
    assert len({new_salt() for _ in range(20)}) == 20
    (private, public), (other, _) = new_signing_key(), new_signing_key()
    assert (len(private), len(bytes.fromhex(public))) == (32, 32)
    assert private != other


def test_a_recovery_sheet_gives_the_key_back():
    chance = random.Random(1)
    for _ in range(200):
        key = chance.randbytes(32)
        assert read_recovery(write_recovery(key)) == key


def test_a_sheet_is_fourteen_groups_of_four():
    groups = SHEET.split(" ")
    assert [len(group) for group in groups] == [4] * 14


@pytest.mark.parametrize(
    "typed",
    [
        SHEET.lower(),
        SHEET.replace(" ", ""),
        SHEET.replace(" ", "-"),
        f"  {SHEET}\n",
        SHEET.replace(" ", "\n"),
        SHEET.replace("0", "O").replace("1", "l"),
        SHEET.replace("0", "o").replace("1", "I"),
    ],
)
def test_a_sheet_is_read_as_people_copy_it(typed):
    assert read_recovery(typed) == bytes(range(32))


@pytest.mark.parametrize("typed", ["", " ", "no", SHEET[:-1], SHEET[:-5], SHEET + "00", SHEET[5:]])
def test_a_sheet_with_signs_missing_or_too_many_is_mistyped(typed):
    with pytest.raises(StoreError) as no:
        read_recovery(typed)
    assert no.value.reason is Trouble.RECOVERY_MISTYPED


def test_any_one_sign_mistyped_is_found():
    signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    chance = random.Random(2)
    for place in range(len(SHEET)):
        if SHEET[place] == " ":
            continue
        other = chance.choice(signs.replace(SHEET[place], ""))
        with pytest.raises(StoreError):
            read_recovery(SHEET[:place] + other + SHEET[place + 1 :])


def test_two_signs_swapped_are_found():
    signs = SHEET.replace(" ", "")
    for place in range(len(signs) - 1):
        first, second = signs[place], signs[place + 1]
        if first != second:
            with pytest.raises(StoreError):
                read_recovery(signs[:place] + second + first + signs[place + 2 :])


def test_a_pin_holds_and_no_other_does():
    sealed = seal_pin("4711")
    assert pin_holds("4711", sealed)
    assert not pin_holds("4712", sealed)
    assert not pin_holds("", sealed)


def test_a_sealed_pin_does_not_show_it_and_differs_each_time():
    one, other = seal_pin("4711"), seal_pin("4711")
    assert one != other
    assert "4711" not in one.replace(one.partition("$")[0], "")
    assert pin_holds("4711", one)
    assert pin_holds("4711", other)


@pytest.mark.parametrize("sealed", ["", "4711", "$", f"{'00' * 16}$", f"{'00' * 16}$00"])
def test_what_is_no_sealed_pin_holds_for_nobody(sealed):
    assert not pin_holds("4711", sealed)
    assert not pin_holds("", sealed)
