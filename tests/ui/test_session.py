"""The one door: what is asked is done once, and only the signals tell."""

from typing import Any

import pytest

from precinct_app.desk import Who
from precinct_app.domain.entry import Entry
from precinct_app.domain.parts import access, issuing
from precinct_app.errors import Reason, Refusal, StoreError
from tests.store.files import FIVE
from tests.ui.days import (
    CHAIRMAN,
    DEPUTY,
    ERLAN,
    ISSUERS,
    OLGA,
    PIN,
    SECRETARY,
    come_on_duty,
    desk_at,
)
from tests.ui.slow_session import SlowSession
from tests.ui.stage import full_disk
from ui.session import Session

pytestmark = pytest.mark.usefixtures("qapp")


class Heard:
    """Everything that a session has told."""

    def __init__(self, session):
        self.told: list[tuple[str, Any]] = []
        for name in ("changed", "refused", "failed", "waiting"):
            getattr(session, name).connect(lambda value, name=name: self.told.append((name, value)))

    def kinds(self):
        return [name if name != "waiting" else (name, value) for name, value in self.told]


@pytest.fixture(params=[Session, SlowSession], ids=["at once", "after 300 ms"])
def session(request, tmp_path):
    with desk_at(tmp_path) as desk:
        yield request.param(desk)


def wait(session, qtbot):
    qtbot.waitUntil(lambda: not session.is_waiting)


def test_a_change_is_told_once_between_waiting_and_not(session, qtbot):
    heard = Heard(session)
    session.do(issuing.issue_ballots, "6", FIVE, DEPUTY)
    wait(session, qtbot)
    assert heard.kinds() == [("waiting", True), ("waiting", False), "changed"]
    entry = heard.told[-1][1]
    assert isinstance(entry, Entry)
    assert entry is session.desk.day.entries[-1]


def test_a_refusal_is_told_and_nothing_has_changed(session, qtbot):
    heard, before = Heard(session), len(session.desk.day.entries)
    session.do(issuing.issue_ballots, "6", FIVE, CHAIRMAN)
    wait(session, qtbot)
    assert heard.kinds() == [("waiting", True), ("waiting", False), "refused"]
    assert isinstance(heard.told[-1][1], Refusal)
    assert len(session.desk.day.entries) == before


def test_a_failure_of_the_disk_is_told(session, qtbot):
    heard = Heard(session)
    with full_disk():
        session.do(issuing.issue_ballots, "6", FIVE, DEPUTY)
        wait(session, qtbot)
    assert heard.kinds()[-1] == "failed"
    assert isinstance(heard.told[-1][1], StoreError)


def test_what_is_asked_while_it_waits_is_not_done(session, qtbot):
    session.waiting.connect(lambda on: on and session.do(issuing.issue_ballots, "3", FIVE, DEPUTY))
    session.do(issuing.issue_ballots, "6", FIVE, DEPUTY)
    wait(session, qtbot)
    assert session.desk.day.served() == 1


def test_our_own_bug_ends_the_waiting_and_is_not_swallowed(tmp_path):
    def broken(_day, _act):
        raise ZeroDivisionError

    with desk_at(tmp_path) as desk:
        session = Session(desk)
        heard = Heard(session)
        with pytest.raises(ZeroDivisionError):
            session.do(broken)
        assert heard.kinds() == [("waiting", True), ("waiting", False)]
        session.do(issuing.issue_ballots, "6", FIVE, DEPUTY)
        assert desk.day.served() == 1


def test_coming_on_duty_is_an_entry(session, qtbot):
    heard = Heard(session)
    session.sign_in(SECRETARY, PIN)
    wait(session, qtbot)
    assert heard.told[-1][1].kind == "signed_in"
    assert SECRETARY in session.desk.day.duty(1)


def test_a_wrong_pin_is_an_entry_and_a_refusal(session, qtbot):
    heard = Heard(session)
    session.sign_in(SECRETARY, "0000")
    wait(session, qtbot)
    assert [name for name, _ in heard.told[-2:]] == ["changed", "refused"]
    assert heard.told[-2][1].kind == "sign_in_failed"
    assert heard.told[-1][1].reason is Reason.PIN_WRONG


def test_a_second_person_confirms_with_the_own_pin(session, qtbot):
    heard = Heard(session)
    record, words = issuing.issue_ballots.recorded("№ 3", "шешім"), ("6", FIVE[:1], ERLAN)
    session.do_confirmed(Who(DEPUTY, OLGA), "0000", record, *words)
    wait(session, qtbot)
    assert heard.told[-1][1].reason is Reason.PIN_WRONG
    session.do_confirmed(Who(DEPUTY, OLGA), PIN, record, *words)
    wait(session, qtbot)
    assert session.desk.day.entries[-1].witness == OLGA


def test_the_busy_sign_is_asked_for_before_the_pin_is_reckoned(tmp_path, qtbot):
    with desk_at(tmp_path) as desk:
        session = Session(desk)
        session.sign_in(SECRETARY, PIN)
        assert session.is_waiting
        assert SECRETARY not in desk.day.duty(1)
        wait(session, qtbot)


def test_the_issuer_types_unless_somebody_else_was_chosen_to(session):
    session.choose(ERLAN)
    assert (session.issuer, session.typist) == (ERLAN, ERLAN)
    session.choose(CHAIRMAN)
    assert (session.issuer, session.typist) == (ERLAN, CHAIRMAN)
    session.choose(OLGA)
    assert (session.issuer, session.typist) == (OLGA, CHAIRMAN)
    session.choose(CHAIRMAN)
    assert (session.issuer, session.typist) == (OLGA, OLGA)


def test_who_is_not_on_duty_cannot_be_chosen(session):
    session.choose(SECRETARY)
    session.choose("99")
    assert (session.issuer, session.scribe) == ("", "")


def test_the_chairman_and_the_secretary_never_issue(session):
    assert [m for m in session.desk.day.members if session.may_issue(m)] == list(ISSUERS)


def test_who_leaves_is_no_longer_the_issuer(session, qtbot):
    chosen = []
    session.choose(ERLAN)
    session.chosen.connect(lambda: chosen.append(session.issuer))
    session.do_as(Who(ERLAN), access.sign_out)
    wait(session, qtbot)
    assert session.issuer == ""
    assert chosen == [""]


def test_where_one_member_alone_may_issue_he_is_the_issuer(tmp_path):
    with desk_at(tmp_path) as desk:
        desk.close()
        desk.start_writing()
        come_on_duty(desk, CHAIRMAN, ERLAN)
        assert Session(desk).issuer == ERLAN


def test_an_act_that_turns_out_to_be_recorded_is_its_own_answer(session, qtbot):
    heard = Heard(session)

    def found_recorded():
        entry = session.desk.act(Who(DEPUTY), issuing.issue_ballots, "6", FIVE, DEPUTY)
        raise Refusal(Reason.ALREADY_ISSUED, "41(1)", ballot=FIVE[0], entry=entry.id)

    session._ask(found_recorded)
    wait(session, qtbot)
    assert heard.kinds() == [("waiting", True), ("waiting", False), "changed"]
    session.do(issuing.issue_ballots, "6", FIVE, DEPUTY)
    wait(session, qtbot)
    assert heard.told[-1][1].reason is Reason.ALREADY_ISSUED
