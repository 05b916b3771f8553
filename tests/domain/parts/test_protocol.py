"""The protocol of one kind: controls explained, signed, made anew."""

from precinct_app.domain.accounts import MISSING, RECEIVED, Move
from precinct_app.domain.checkpoint import checkpoint_digest
from precinct_app.domain.figures.explained import holding_back
from precinct_app.domain.figures.repeated import changed_lines, copies_to_renew
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import (
    announcing,
    closing,
    count,
    protocol,
    publishing,
    road,
    stock,
    unsealing,
    unused,
)
from precinct_app.errors import Reason
from tests.domain.days import (
    ADVISER,
    AINUR,
    BLUE,
    CHAIRMAN,
    DEPUTY,
    ERLAN,
    GREEN,
    OLGA,
    SECRETARY,
    Table,
)
from tests.domain.evening import (
    ALL,
    AT_HOME,
    PARTIES,
    PORTABLE,
    SIGNERS,
    STATIONARY,
    announced_table,
    cancel,
    count_unused,
    counted_table,
    ended_table,
    handed_in_table,
    kind_of,
    last_event,
    open_box,
    posted_table,
    sheet,
    sign,
    signed_table,
    typed_table,
)
from tests.domain.parts.test_count import opened_uncancelled_table, opened_unread_table
from tests.domain.refusals import No, each, hear

TWO = {"witness": SECRETARY}
EXPLAIN, SIGN, ANEW = protocol.explain_control, protocol.sign_protocol, protocol.reopen_protocol
BLUE_SIGNED = (BLUE, SIGNERS)


def broken_table() -> Table:
    """Write down one paper too few out of the stationary boxes: 2 + 0 papers, 3 votes."""
    table = counted_table()
    table.do(OLGA, count.count_stationary, BLUE, 0)
    return table


def moved_table() -> Table:
    """Hear from another desk of a pack of five that was short by five."""
    table = counted_table()
    short = stock.BallotsReceived(BLUE, 5, 0, "№ 9", (Move(BLUE, RECEIVED, MISSING, 5),))
    table.do(CHAIRMAN, lambda _day, _act: short)
    return table


def uncounted_box_table() -> Table:
    """Count all kinds without the papers of the portable box, and record it."""
    table = announced_table()
    open_box(table, PORTABLE)
    early = unsealing.open_box.recorded("акт № 1", "вскрыли раньше")
    table.do(CHAIRMAN, early, STATIONARY, True, witness=SECRETARY)
    table.do(OLGA, count.count_stationary, BLUE, 3)
    table.do(OLGA, count.count_votes, BLUE, *sheet(table, BLUE))
    table.do(AINUR, count.confirm_votes, BLUE, *sheet(table, BLUE))
    return table


REFUSALS = [
    No("a control of an unknown ballot is not explained", Reason.BALLOT_UNKNOWN, CHAIRMAN, EXPLAIN,
       ("C8", "потеряли", "white"), TWO, day=broken_table),
    No("a control is explained in words", Reason.REASON_MISSING, CHAIRMAN, EXPLAIN,
       ("C8", " ", BLUE), TWO, day=broken_table),
    No("a control that is not there is not explained", Reason.CONTROL_UNKNOWN, CHAIRMAN, EXPLAIN,
       ("C99", "потеряли", BLUE), TWO, day=broken_table),
    No("a control that holds needs no words", Reason.NOTHING_TO_EXPLAIN, CHAIRMAN, EXPLAIN,
       ("C7", "потеряли", BLUE), TWO, day=broken_table),
    No("a control of a signed protocol is not explained art 43 8", Reason.ALREADY_SIGNED, CHAIRMAN,
       EXPLAIN, ("C12", "потеряли", BLUE), TWO, "43(8)", signed_table),
    No("a protocol of an unknown ballot is not signed", Reason.BALLOT_UNKNOWN, CHAIRMAN, SIGN,
       ("white", SIGNERS), TWO, day=counted_table),
    No("a protocol is signed once art 43 8", Reason.ALREADY_SIGNED, CHAIRMAN, SIGN, BLUE_SIGNED,
       TWO, "43(8)", signed_table),
    No("a protocol is signed by somebody", Reason.NOTHING_CHOSEN, CHAIRMAN, SIGN, (BLUE, ()), TWO,
       day=counted_table),
    No("nobody signs twice", Reason.BAD_ARGUMENT, CHAIRMAN, SIGN, (BLUE, (CHAIRMAN, CHAIRMAN)),
       TWO, day=counted_table),
    No("no stranger signs", Reason.MEMBER_UNKNOWN, CHAIRMAN, SIGN, (BLUE, (CHAIRMAN, "77")), TWO,
       day=counted_table),
    No("an advisory vote signs nothing art 20 6", Reason.ROLE_WRONG, CHAIRMAN, SIGN,
       (BLUE, (CHAIRMAN, ADVISER)), TWO, "20(6)", counted_table),
    No("it is said why the chairman does not sign", Reason.REASON_MISSING, SECRETARY, SIGN,
       (BLUE, (SECRETARY, ERLAN)), {"witness": OLGA}, day=counted_table),
    No("in the chairman's absence the deputy or the secretary signs art 43 8",
       Reason.CHAIRMAN_UNSIGNED, SECRETARY, SIGN, (BLUE, (ERLAN, OLGA), "болен"),
       {"witness": OLGA}, "43(8)", counted_table),
    No("no protocol is signed before the cancelling art 43 4", Reason.NOT_CANCELLED, CHAIRMAN,
       SIGN, BLUE_SIGNED, TWO, "43(4)", opened_uncancelled_table),
    No("no protocol is signed before the figures are read art 43 3-1", Reason.NOT_ANNOUNCED,
       CHAIRMAN, SIGN, BLUE_SIGNED, TWO, "43(3-1)", opened_unread_table),
    No("no protocol is signed before two members counted art 43 4-1", Reason.NOT_COUNTED, CHAIRMAN,
       SIGN, BLUE_SIGNED, TWO, "43(4-1)", typed_table),
    No("figures that moved are read aloud anew art 43 3-1", Reason.FIGURES_MOVED, CHAIRMAN, SIGN,
       BLUE_SIGNED, TWO, "43(3-1)", moved_table),
    No("no line of the protocol is left out art 43 8", Reason.LINE_MISSING, CHAIRMAN, SIGN,
       BLUE_SIGNED, TWO, "43(8)", uncounted_box_table),
    No("a broken control holds the protocol art 43 4-1", Reason.CONTROL_BROKEN, CHAIRMAN, SIGN,
       BLUE_SIGNED, TWO, "43(4-1)", broken_table),
    No("a protocol of an unknown ballot is not reopened", Reason.BALLOT_UNKNOWN, CHAIRMAN, ANEW,
       ("white", "court", "№ 5", "ошибка"), TWO, day=signed_table),
    No("a protocol that is not signed is not reopened art 43 8", Reason.NOT_SIGNED, CHAIRMAN, ANEW,
       (BLUE, "court", "№ 5", "ошибка"), TWO, "43(8)", counted_table),
    No("a protocol is reopened on one of three grounds", Reason.GROUND_UNKNOWN, CHAIRMAN, ANEW,
       (BLUE, "mood", "№ 5", "ошибка"), TWO, day=signed_table),
    No("a protocol that nobody sent back is not reopened for that", Reason.NOT_SENT_BACK, CHAIRMAN,
       ANEW, (BLUE, "sent_back", "№ 5", "ошибка"), TWO, day=signed_table),
    No("a protocol is reopened by a named decision", Reason.REASON_MISSING, CHAIRMAN, ANEW,
       (BLUE, "court", " ", "ошибка"), TWO, day=signed_table),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_a_protocol_is_signed_with_all_its_lines_and_the_desks_that_were_in_art_43_8():
    table = counted_table()
    before = checkpoint_digest(table.day.desks)
    against = ({"member": OLGA, "words": "против порядка подсчёта"},)
    table.do(CHAIRMAN, SIGN, BLUE, SIGNERS, dissent=against, witness=SECRETARY)
    signed = kind_of(table, BLUE).signed
    assert (signed.number, signed.members) == (1, SIGNERS)
    assert signed.dissent == ((OLGA, "против порядка подсчёта"),)
    assert [signed.lines[name] for name in ("1", "2", "4", "5.1", "6", "7", "8", "9")] == [
        6, 3, 3, 2, 0, 1, 40, 37
    ]  # fmt: skip
    assert last_event(table).checkpoint == before
    assert kind_of(table, GREEN).signed is None


def test_the_deputy_or_the_secretary_signs_for_a_chairman_who_is_away_art_43_8():
    for leader in (DEPUTY, SECRETARY):
        table = counted_table()
        table.do(SECRETARY, SIGN, BLUE, (leader, ERLAN), "болен", witness=OLGA)
        assert last_event(table).absent == "болен"


def test_a_broken_control_is_explained_for_its_numbers_and_no_others():
    table = broken_table()
    assert [one.control.id for one in holding_back(table.day, BLUE)] == ["C8"]
    table.do(CHAIRMAN, EXPLAIN, "C8", "одна бумага испорчена", BLUE, witness=SECRETARY)
    found = kind_of(table, BLUE).explanations["C8", ""]
    assert (found.left, found.right) == (2, 3)
    assert holding_back(table.day, BLUE) == ()
    table.do(OLGA, count.count_stationary, BLUE, 2)
    assert "C8" in {one.control.id for one in holding_back(table.day, BLUE)}
    table.do(OLGA, count.count_stationary, BLUE, 0)
    sign(table, BLUE)


def test_a_broken_control_of_one_kind_holds_only_that_kind_practice_1_8():
    table = broken_table()
    sign(table, GREEN)
    assert kind_of(table, GREEN).signed


def test_lists_that_differ_are_explained_once_for_all_kinds_art_43_3_1():
    table = ended_table()
    table.do(SECRETARY, closing.count_signatures, 0, 0, 2)
    act = ("6", "given_without_signature", "акт № 2")
    table.do(SECRETARY, closing.settle_difference, *act, witness=OLGA)
    for ballot in ALL:
        cancel(table, ballot)
        table.do(CHAIRMAN, announcing.announce_figures, ballot, witness=SECRETARY)
    count_all(table)
    for ballot in ALL:
        assert [one.control.id for one in holding_back(table.day, ballot)] == ["C3a"]
    table.do(CHAIRMAN, EXPLAIN, "C3a", "акт № 2", witness=SECRETARY)
    for ballot in ALL:
        sign(table, ballot)
    assert replay(table.day.election, table.day.roll, table.day.entries) == table.day


def count_all(table: Table, short: int = 0) -> None:
    """Open and count all boxes; so many blue papers of the stationary one more than issued."""
    open_box(table, PORTABLE)
    table.do(OLGA, unsealing.count_portable_box, PORTABLE, AT_HOME)
    open_box(table, STATIONARY)
    for ballot in ALL:
        more = short if ballot == BLUE else 0
        votes, against, invalid = sheet(table, ballot)
        votes = {**votes, "1": votes["1"] + more}
        table.do(OLGA, count.count_stationary, ballot, 1 + more)
        table.do(OLGA, count.count_votes, ballot, votes, against, invalid)
        table.do(AINUR, count.confirm_votes, ballot, votes, against, invalid)


def test_a_stuck_pair_comes_out_of_the_boxes_beside_the_missing_paper_art_43_4_1():
    table = ended_table()
    table.do(SECRETARY, closing.count_signatures, 1, 0, 2)
    count_unused(table, BLUE, m4=7)
    table.do(AINUR, unused.count_unused_again, BLUE, {"member:4": 7})
    settled = (BLUE, "member:4", "stuck_together", "акт № 3")
    table.do(CHAIRMAN, unused.settle_unused, *settled, witness=OLGA)
    table.do(CHAIRMAN, unused.cancel_ballots, BLUE, witness=OLGA)
    for ballot in ALL:
        if ballot != BLUE:
            cancel(table, ballot)
        table.do(CHAIRMAN, announcing.announce_figures, ballot, witness=SECRETARY)
    count_all(table, short=1)
    asked = holding_back(table.day, BLUE)
    assert [one.control.id for one in asked] == ["C9"]
    assert (asked[0].verdict.left, asked[0].verdict.right) == (4, 3)
    table.do(CHAIRMAN, EXPLAIN, "C9", "слипшаяся пара, акт № 3", BLUE, witness=SECRETARY)
    sign(table, BLUE)
    lines = kind_of(table, BLUE).signed.lines
    assert (lines["11a"], lines["m6.4"], lines["2"], lines["12"]) == (1, 1, 3, 0)


def sent_back_table() -> Table:
    """Hear that the blue protocol is sent back; an observer held a copy of it."""
    table = handed_in_table()
    table.do(SECRETARY, publishing.give_copy, BLUE, True, words="наблюдатель Сапаров")
    table.do(SECRETARY, publishing.give_copy, GREEN, True, words="наблюдатель Сапаров")
    table.do(CHAIRMAN, road.note_sent_back, BLUE, "строка 9 не сходится", witness=SECRETARY)
    return table


def test_a_protocol_sent_back_is_made_anew_under_the_next_number_practice_4_7():
    table = sent_back_table()
    table.do(CHAIRMAN, ANEW, BLUE, "sent_back", "ТИК, № 5", "строка 7", witness=SECRETARY)
    kind = kind_of(table, BLUE)
    assert (kind.number, kind.signed, kind.posted, kind.sent, kind.sent_back) == (
        2, None, "", 0, ""
    )  # fmt: skip
    assert kind.result
    assert changed_lines(table.day, BLUE) == {}
    votes = {**dict.fromkeys(PARTIES, 0), "1": 3}
    table.do(OLGA, count.count_votes, BLUE, votes, 0, 0, "действителен", witness=SECRETARY)
    table.do(AINUR, count.confirm_votes, BLUE, votes, 0, 0)
    sign(table, BLUE)
    kind = kind_of(table, BLUE)
    assert (kind.signed.number, kind.earlier[0].number) == (2, 1)
    assert changed_lines(table.day, BLUE) == {"5.1": (2, 3), "7": (1, 0)}
    assert replay(table.day.election, table.day.roll, table.day.entries) == table.day


def test_every_holder_of_an_earlier_copy_is_listed_until_he_has_a_new_one():
    table = sent_back_table()
    assert copies_to_renew(table.day, BLUE) == ()
    table.do(CHAIRMAN, ANEW, BLUE, "sent_back", "ТИК, № 5", "строка 7", witness=SECRETARY)
    assert [copy.number for copy in copies_to_renew(table.day, BLUE)] == [1]
    sign(table, BLUE)
    table.do(SECRETARY, publishing.give_copy, BLUE, True, words="наблюдатель Сапаров")
    assert copies_to_renew(table.day, BLUE) == ()


def test_a_recount_that_was_ordered_begins_without_a_sheet_art_43_9():
    table = posted_table()
    table.do(CHAIRMAN, ANEW, BLUE, "recount_43_9", "ЦИК, № 8", "жалоба", witness=SECRETARY)
    kind = kind_of(table, BLUE)
    assert (kind.sheet, kind.confirmed, kind.sheets_before[-1].invalid) == (None, "", 1)
    no = table.refused(CHAIRMAN, SIGN, *BLUE_SIGNED, witness=SECRETARY)
    assert no.reason == Reason.NOT_COUNTED
    table.pass_time(days=2)
    table.do(OLGA, count.count_votes, BLUE, *sheet(table, BLUE))
    table.do(AINUR, count.confirm_votes, BLUE, *sheet(table, BLUE))
    sign(table, BLUE)


def test_protocols_signed_at_two_desks_are_told():
    table = signed_table()
    first = next(entry for entry in table.day.entries if entry.kind == "protocol_signed")
    table.do(CHAIRMAN, lambda _day, _act: first.event)
    twice = protocol.ProtocolReopened(BLUE, "court", "№ 5", "ошибка")
    table.do(CHAIRMAN, lambda _day, _act: twice)
    table.do(CHAIRMAN, lambda _day, _act: twice)
    assert [kind for kind, _ in table.conflicts()] == ["signed_twice", "reopens_no_protocol"]
    assert kind_of(table, BLUE).number == 3
