"""A passphrase is what people read, not what a keyboard sends."""

import unicodedata

from precinct_app.keys import file_key


def test_a_letter_sent_in_parts_opens_the_same_file():
    salt, passphrase = bytes(16), "Қызыл йод ёлка"
    parted = unicodedata.normalize("NFD", passphrase)
    assert parted != passphrase
    assert file_key(parted, salt) == file_key(passphrase, salt)
