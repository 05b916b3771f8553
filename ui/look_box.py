"""Look into it: a voter who was served stands at the desk again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QWidget

from ui.box import Box
from ui.keystrokes import Keystrokes
from ui.language import Language
from ui.place import place_words
from ui.session import Session
from ui.theme import dress

MOVE, NOTE, RECORD = WAYS = ("wrong_row", "second_visit", "by_decision")


class LookBox(Box):
    """Where to look in the paper list, and what to do with what stands there.

    No signature: the mark stands in the wrong row. A signature: the visit is noted and nothing is
    given, but by a written decision of the commission or a court.
    """

    code = "look"
    correction_wanted = Signal()
    note_wanted = Signal()
    record_wanted = Signal()

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        language: Language,
        keystrokes: Keystrokes,
        voter: str,
    ) -> None:
        super().__init__(parent, session, language, keystrokes)
        self._voter = voter
        self.place, self.question = QLabel(), QLabel()
        self.ways = {way: QRadioButton() for way in WAYS}
        dress(self.place, "title")
        dress(self.question, "middle")
        group = QButtonGroup(self)
        for part in (self.place, self.question, *self.ways.values()):
            self.body.addWidget(part)
        for button in self.ways.values():
            group.addButton(button)
        # Nothing is chosen before somebody has looked at the paper list.
        group.buttonToggled.connect(lambda *_: self._free_the_verb())
        self.ways[MOVE].setFocus()

    def ask(self) -> None:
        """Go on to the box of what was found."""
        wanted = {MOVE: self.correction_wanted, NOTE: self.note_wanted, RECORD: self.record_wanted}
        chosen = next(way for way, button in self.ways.items() if button.isChecked())
        self.accept()
        wanted[chosen].emit()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        super().retranslate()
        say, found = self._language.text, self._session.desk.day.voter(self._voter)
        if found:
            self.place.setText(place_words(self._language, found))
        self.question.setText(say("look.question"))
        for way, button in self.ways.items():
            button.setText(say(f"look.{way}"))
        self._free_the_verb()

    def _free_the_verb(self) -> None:
        chosen = any(button.isChecked() for button in self.ways.values())
        self.go.setEnabled(chosen and not self._session.is_waiting)
