"""The road: who carries the protocols, and whether they are taken or sent back."""

from precinct_app.domain.closed import STILL_ALLOWED
from precinct_app.domain.fold import VERBS, replay
from precinct_app.domain.parts import (
    access,
    issuing,
    packs,
    protocol,
    publishing,
    recounting,
    road,
)
from precinct_app.errors import Reason
from tests.domain.days import AINUR, BLUE, CHAIRMAN, ERLAN, GREEN, OLGA, SECRETARY
from tests.domain.evening import (
    ALL,
    addressed,
    counted_table,
    handed_in_table,
    kind_of,
    on_the_road_table,
    posted_table,
    signed_table,
    taken_table,
)
from tests.domain.refusals import No, each, hear

TWO = {"witness": SECRETARY}
OUT, IN, TAKEN, BACK = road.set_out, road.hand_in, road.note_taken, road.note_sent_back
CREW = (CHAIRMAN, ERLAN)

REFUSALS = [
    No("nobody sets out with nothing", Reason.NOTHING_CHOSEN, CHAIRMAN, OUT, ((), CREW), TWO,
       day=posted_table),
    No("no stranger carries a protocol", Reason.MEMBER_UNKNOWN, CHAIRMAN, OUT, ((BLUE,), ("77",)),
       TWO, day=posted_table),
    No("no protocol of an unknown ballot is carried", Reason.BALLOT_UNKNOWN, CHAIRMAN, OUT,
       (("white",), CREW), TWO, day=posted_table),
    No("nothing is carried before it is signed art 43 8", Reason.NOT_SIGNED, CHAIRMAN, OUT,
       ((BLUE,), CREW), TWO, "43(8)", counted_table),
    No("nothing is carried before it is posted art 43 8", Reason.NOT_POSTED, CHAIRMAN, OUT,
       ((BLUE,), CREW), TWO, "43(8)", signed_table),
    No("one journey has one addressee art 94 1", Reason.ADDRESSEES_DIFFER, CHAIRMAN, OUT,
       ((BLUE, GREEN), CREW), TWO, "94(1)", posted_table),
    No("what is on the road does not leave again art 94 1", Reason.ALREADY_SENT, CHAIRMAN, OUT,
       (addressed("TEC"), CREW), TWO, "94(1)", on_the_road_table),
    No("a journey that is not there is not handed in", Reason.JOURNEY_UNKNOWN, ERLAN, IN,
       (9, "Сапарова", "№ 1"), TWO, day=on_the_road_table),
    No("a journey is handed in once", Reason.HANDED_IN, ERLAN, IN, (1, "Сапарова", "№ 1"), TWO,
       day=handed_in_table),
    No("a journey is handed in for a receipt", Reason.REASON_MISSING, ERLAN, IN,
       (1, "Сапарова", " "), TWO, day=on_the_road_table),
    No("nobody took a protocol of an unknown ballot", Reason.BALLOT_UNKNOWN, CHAIRMAN, TAKEN,
       ("white",), TWO, day=handed_in_table),
    No("nobody took what is still on the road art 94 1", Reason.NOT_HANDED_IN, CHAIRMAN, TAKEN,
       (BLUE,), TWO, "94(1)", on_the_road_table),
    No("nobody sent back a protocol of an unknown ballot", Reason.BALLOT_UNKNOWN, CHAIRMAN, BACK,
       ("white", "строка 9"), TWO, day=handed_in_table),
    No("nobody sent back what is still on the road art 94 1", Reason.NOT_HANDED_IN, CHAIRMAN, BACK,
       (BLUE, "строка 9"), TWO, "94(1)", on_the_road_table),
    No("a protocol is sent back for a reason", Reason.REASON_MISSING, CHAIRMAN, BACK, (BLUE, " "),
       TWO, day=handed_in_table),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_protocols_go_to_two_addressees_as_the_election_says_art_94():
    table = on_the_road_table()
    first, second = table.day.road
    assert (first.addressee, first.ballots) == ("TEC", addressed("TEC"))
    assert (second.addressee, second.ballots) == ("DEC", addressed("DEC"))
    assert (first.carriers, first.guards, first.handed_in) == (CREW, "полиция", "")
    table.do(ERLAN, IN, 1, "Сапарова", "№ 1", witness=CHAIRMAN)
    first = table.day.road[0]
    assert (first.handed_to, first.receipt) == ("Сапарова", "№ 1")
    assert first.handed_in == table.day.entries[-1].id


def test_a_protocol_that_was_sent_back_sets_out_again():
    table = handed_in_table()
    table.do(CHAIRMAN, BACK, BLUE, "строка 9 не сходится", witness=SECRETARY)
    assert kind_of(table, BLUE).sent_back
    table.do(CHAIRMAN, OUT, (BLUE,), CREW, witness=SECRETARY)
    table.do(ERLAN, IN, 3, "Сапарова", "№ 3", witness=CHAIRMAN)
    table.do(CHAIRMAN, TAKEN, BLUE, "№ 5", witness=SECRETARY)
    kind = kind_of(table, BLUE)
    assert (bool(kind.taken), kind.sent_back, kind.sent) == (True, "", 3)


def test_a_day_whose_protocols_are_taken_is_closed_to_all_but_a_table_of_verbs():
    assert not handed_in_table().day.accepted
    table = taken_table()
    assert table.day.accepted
    no = table.refused(OLGA, recounting.dispute_ballot, BLUE, 4, 2)
    assert (no.reason, no.article) == (Reason.DAY_CLOSED, "43(8)")
    table.do(SECRETARY, publishing.give_copy, BLUE, True, words="пресса")
    table.do(OLGA, packs.seal_pack, "acts", 4, "0107")
    table.do(AINUR, access.sign_out)
    table.do(AINUR, access.sign_in)
    late = issuing.add_note.recorded("акт № 12", "вспомнили")
    table.do(OLGA, late, "1", "заметка", witness=SECRETARY)
    assert table.day.breaches[-1].offences[0].reason == Reason.DAY_CLOSED
    assert replay(table.day.election, table.day.roll, table.day.entries) == table.day


def test_what_a_closed_day_allows_are_verbs_of_the_day():
    assert set(VERBS) >= STILL_ALLOWED


def test_a_closed_day_is_opened_again_by_a_named_decision():
    table = taken_table()
    table.do(
        CHAIRMAN, protocol.reopen_protocol, BLUE, "court", "суд, № 8", "жалоба", witness=SECRETARY
    )
    assert not table.day.accepted
    assert [bool(kind_of(table, ballot).taken) for ballot in ALL] == [False, *[True] * 4]
    table.do(OLGA, recounting.dispute_ballot, BLUE, 4, 2)


def test_a_journey_that_two_desks_hand_in_is_told():
    table = handed_in_table()
    table.do(CHAIRMAN, lambda _day, _act: road.HandedIn(1, "Сапарова", "№ 9"))
    assert table.conflicts() == [("handed_in_twice", {"journey": 1})]
    assert table.day.road[0].receipt == "№ 1"
