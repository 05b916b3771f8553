"""What the rules, the disk or the file refuse is seen on the page, and the day has not moved."""

import copy

from precinct_app.desk import Desk
from precinct_app.domain.parts import issuing
from precinct_app.errors import Reason, Refusal, StoreError, Trouble
from tests.store.files import FIVE, KEY, HandClock
from tests.ui.days import CHAIRMAN, DEPUTY
from tests.ui.stage import full_disk
from tests.ui.voting import ENTER, Voting


def sentence(voting):
    """The no above the page, which must be in sight."""
    assert voting.frame.notice.sentence.isVisible()
    return voting.frame.notice.sentence.text()


def test_a_full_disk_is_said_and_nothing_has_moved(prompt):
    connection = prompt.desk._writer._journal._connection
    ((pages,),) = connection.execute("PRAGMA page_count").fetchall()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    before, voter, voters = prompt.day, "", iter(range(6, 60))
    while not prompt.frame.notice.isVisible():
        voter = str(next(voters))
        prompt.open(voter)
        before = copy.deepcopy(prompt.day)
        prompt.press(ENTER)
    file = prompt.desk.path.name
    assert sentence(prompt) == prompt.language.say(StoreError(Trouble.DISK_FULL, file=file))
    assert prompt.day == before
    assert (prompt.flow, prompt.focus) == ("Open", prompt.card)
    prompt.press(ENTER)
    assert prompt.issues()[-1] == (voter, DEPUTY)


def test_a_file_that_cannot_grow_is_said_and_nothing_has_moved(voting):
    voting.open("6")
    before = copy.deepcopy(voting.day)
    with full_disk():
        voting.press(ENTER)
        voting.answer()
    # What such a disk answers is the system's affair; whether it is recorded is ours to tell.
    answers = (Trouble.NOT_RECORDED, Trouble.OUT_OF_REACH, Trouble.NOT_KNOWN)
    assert sentence(voting) in {voting.language.say(StoreError(found)) for found in answers}
    assert voting.day == before
    assert (voting.flow, voting.focus) == ("Open", voting.card)
    assert voting.card.ticked == FIVE


def test_closing_on_a_full_disk_is_said_once_and_then_closes(prompt):
    prompt.open("6")
    prompt.press(ENTER)
    with full_disk():
        assert not prompt.window.close()
        assert sentence(prompt)
    assert prompt.window.close()


def test_with_room_again_the_same_enter_issues_and_the_sentence_goes(voting):
    voting.open("6")
    with full_disk():
        voting.press(ENTER)
        voting.answer()
    voting.press(ENTER)
    voting.answer()
    assert len(voting.issues()) == 1
    assert not voting.frame.notice.isVisible()


def read_only(voting) -> Voting:
    """Open the same file while the first window still writes in it."""
    first = voting.desk
    second = Desk(first.path, KEY, first._laptop, HandClock())
    return Voting(voting.application, second, type(voting.session))


def test_a_file_open_for_reading_is_said_and_nothing_has_moved(voting):
    other = read_only(voting)
    other.open("6")
    before = copy.deepcopy(other.day)
    other.session.do(issuing.issue_ballots, "6", FIVE, CHAIRMAN)
    other.answer()
    assert sentence(other) == other.language.say(StoreError(Trouble.READ_ONLY))
    assert other.day == before
    other.close()


def test_a_second_program_is_said_and_nothing_has_moved(voting):
    other = read_only(voting)
    before = copy.deepcopy(other.day)
    other.session._ask(other.desk.start_writing)
    other.answer()
    file = other.desk.path.name
    said = StoreError(Trouble.SECOND_WRITER, file=file)
    assert sentence(other) == other.language.say(said)
    assert other.day == before
    other.close()


def test_a_refusal_is_said_with_its_article(voting):
    voting.open("6")
    before = copy.deepcopy(voting.day)
    voting.session.do(issuing.issue_ballots, "6", FIVE, CHAIRMAN)
    voting.answer()
    no = Refusal(Reason.NEVER_ISSUES, "41(5)", member=CHAIRMAN, role="chairman")
    assert voting.language.say(no) in sentence(voting)
    assert "41-бабының 5-тармағы" in sentence(voting)
    assert voting.day == before


def test_a_no_is_said_again_in_the_language_that_is_on(voting):
    voting.session.do(issuing.issue_ballots, "6", FIVE, CHAIRMAN)
    voting.answer()
    voting.language.switch("ru")
    no = Refusal(Reason.NEVER_ISSUES, "41(5)", member=CHAIRMAN, role="chairman")
    assert voting.language.say(no) in sentence(voting)


def test_a_no_can_be_put_away(voting):
    voting.session.do(issuing.issue_ballots, "6", FIVE, CHAIRMAN)
    voting.answer()
    voting.frame.notice.away.click()
    assert not voting.frame.notice.isVisible()


def test_what_is_typed_before_a_no_does_not_leave_the_card(voting):
    voting.open("6")
    with full_disk():
        voting.press(ENTER)
        if voting.session.is_waiting:
            voting.type("пет")
        voting.answer()
    assert voting.flow == "Open"
    assert voting.card.voter.id == "6"
