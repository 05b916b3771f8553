"""What a signed protocol is for: the official blank, the wall, certified copies."""

from precinct_app.domain.parts import people, publishing
from precinct_app.errors import Reason
from tests.domain.days import BLUE, CHAIRMAN, ERLAN, EVENING, OLGA, SECRETARY, Table
from tests.domain.evening import blank_of, counted_table, kind_of, signed_table
from tests.domain.refusals import No, each, hear

BACK, POST, COPY = (
    publishing.confirm_transfer,
    publishing.post_protocol,
    publishing.give_copy,
)


def early_table() -> Table:
    """Look at a signed protocol at seven in the evening, an hour before the stated end."""
    table = signed_table()
    table.now = EVENING.replace(hour=19)
    return table


REFUSALS = [
    No("a blank of an unknown ballot is not read back", Reason.BALLOT_UNKNOWN, OLGA, BACK,
       ("white", {}), day=signed_table),
    No("nothing is copied before it is signed art 43 8", Reason.NOT_SIGNED, OLGA, BACK, (BLUE, {}),
       article="43(8)", day=counted_table),
    No("a blank that differs is not the protocol", Reason.TRANSFER_DIFFERS, OLGA, BACK,
       (BLUE, {**blank_of(signed_table(), BLUE), "9": 38}), day=signed_table),
    No("a protocol of an unknown ballot is not posted", Reason.BALLOT_UNKNOWN, SECRETARY, POST,
       ("white",), day=signed_table),
    No("nothing is posted before it is signed art 43 8", Reason.NOT_SIGNED, SECRETARY, POST,
       (BLUE,), article="43(8)", day=counted_table),
    No("posting waits for the stated end where the election says so art 43 8", Reason.TOO_EARLY,
       SECRETARY, POST, (BLUE,), article="43(8)", day=early_table),
    No("no copy of an unknown ballot is given", Reason.BALLOT_UNKNOWN, SECRETARY, COPY,
       ("white", True), {"words": "Сапаров"}, day=signed_table),
    No("no copy is given before the protocol is signed art 43 8", Reason.NOT_SIGNED, SECRETARY,
       COPY, (BLUE, True), {"words": "Сапаров"}, "43(8)", counted_table),
    No("no copy is given to a person nobody registered", Reason.PERSON_UNKNOWN, SECRETARY, COPY,
       (BLUE, True), {"person": 7}, day=signed_table),
    No("no copy is given to nobody", Reason.REASON_MISSING, SECRETARY, COPY, (BLUE, True),
       day=signed_table),
    No("a copy is certified art 43 8", Reason.NOT_CERTIFIED, SECRETARY, COPY, (BLUE, False),
       {"words": "Сапаров"}, "43(8)", signed_table),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_a_blank_that_differs_names_no_number():
    table = signed_table()
    blank = blank_of(table, BLUE)
    assert {"1", "2", "3.4", "4", "5.1", "6", "7", "8", "9"} <= set(blank)
    assert not {"9a", "10b", "11a", "m1.4"} & set(blank)
    assert table.refused(OLGA, BACK, BLUE, {**blank, "7": 0}).facts == {"ballot": BLUE}
    table.do(OLGA, BACK, BLUE, blank)
    assert kind_of(table, BLUE).transferred == table.day.entries[-1].id


def test_a_protocol_is_posted_at_once_art_43_8():
    table = signed_table()
    table.do(SECRETARY, POST, BLUE, "у входа")
    assert kind_of(table, BLUE).posted == table.day.entries[-1].id
    assert table.refused(ERLAN, POST, BLUE).reason == Reason.ROLE_WRONG


def test_copies_are_numbered_with_holder_and_time_art_43_8():
    table = signed_table()
    person = ("party_observer", "Партия", "Сапаров Ержан", "№ 12")
    table.do(CHAIRMAN, people.register_person, *person, came=True)
    table.do(SECRETARY, COPY, BLUE, True, 1)
    table.pass_time(minutes=5)
    table.do(SECRETARY, COPY, BLUE, True, words="пресса")
    first, second = table.day.copies
    assert (first.number, first.person, first.protocol) == (1, 1, 1)
    assert (second.number, second.words) == (2, "пресса")
    assert first.given < second.given
