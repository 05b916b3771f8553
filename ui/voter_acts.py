"""What can be done from a voter's card beside issuing."""

from PySide6.QtWidgets import QDialog

from precinct_app.domain.parts import issuing
from ui.box import Box
from ui.correction_box import MOVE, CorrectionBox
from ui.keystrokes import Keystrokes
from ui.language import Language
from ui.look_box import LookBox
from ui.record_box import RecordBox
from ui.session import Session
from ui.spoiled_box import SpoiledBox
from ui.voter_card import VoterCard
from ui.words_box import AssistantBox, NoteBox


class VoterActs:
    """Opens the boxes of a card, one at a time, and declines or defers what was taken out."""

    def __init__(
        self, card: VoterCard, session: Session, language: Language, keystrokes: Keystrokes
    ) -> None:
        self._card, self._session = card, session
        self._surroundings = (session, language, keystrokes)
        self._language = language
        self.box: Box | None = None
        self._boxes = {
            "spoiled": lambda: SpoiledBox(card, *self._surroundings, self._voter),
            "correct": lambda: self._correction(card.standing.correctable[0]),
            "assistant": lambda: AssistantBox(card, *self._surroundings, self._voter),
            "note": lambda: NoteBox(card, *self._surroundings, self._voter),
            "look": self._look,
        }

    def act(self, code: str) -> None:
        """Do what a button or a key of the card means; what is not offered is not done."""
        if not self._card.offers(code) or self._session.is_waiting:
            return
        if code in {"decline", "defer"}:
            self._set_aside(code)
        else:
            self._show(self._boxes[code]())

    def correct(self, entry: str) -> None:
        """Open the corrections of an entry."""
        self._show(self._correction(entry))

    def close(self) -> None:
        """Close the box that is open; nothing was asked."""
        if self.box:
            self.box.reject()

    @property
    def _voter(self) -> str:
        return self._card.voter.id if self._card.voter else ""

    def _set_aside(self, code: str) -> None:
        left_out = self._card.left_out
        if not left_out:
            self._card.tell(lambda: self._language.text("card.take_out_first"), "warning")
            return
        rule = issuing.decline_ballots if code == "decline" else issuing.defer_ballots
        self._session.do(rule, self._voter, left_out)

    def _correction(self, entry: str) -> CorrectionBox:
        return CorrectionBox(self._card, *self._surroundings, entry)

    def _move_mark(self) -> None:
        """Open the correction of the last issue to this voter, ready to move its mark."""
        names, day = self._card.standing.correctable, self._session.desk.day
        issue = next((name for name in names if day.handings[name].kind == "issue"), "")
        if issue:
            self._show(CorrectionBox(self._card, *self._surroundings, issue, MOVE))
        else:
            self.act("correct")

    def _note_second_visit(self) -> None:
        """Open a note that says already that the voter came again, and when."""
        time = self._language.clock(self._session.desk.clock.now())
        begun = self._language.text("note.second_visit", time=time)
        box = NoteBox(self._card, *self._surroundings, self._voter, begun)
        self._show(box)
        # Qt selects all when a box opens: the next letter would wipe the sentence out.
        box.field.deselect()

    def _look(self) -> LookBox:
        box = LookBox(self._card, *self._surroundings, self._voter)
        box.correction_wanted.connect(self._move_mark)
        box.note_wanted.connect(self._note_second_visit)
        box.record_wanted.connect(
            lambda: self._show(RecordBox(self._card, *self._surroundings, self._voter))
        )
        return box

    def _show(self, box: Box) -> None:
        if self.box:
            return
        self.box = box
        box.retranslate()
        box.fit()
        box.finished.connect(self._closed)
        box.open()

    def _closed(self, _result: QDialog.DialogCode) -> None:
        self.box = None
