"""Something is being made: how far it is, and a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QProgressBar

from precinct_app.errors import Saying
from ui.background import Background
from ui.button import Button
from ui.column import Column, words
from ui.language import Language
from ui.notice import Notice
from ui.theme import dress


class WaitingPage(Column):
    """Shows a work in the background from its start to its end; ``done`` carries what came out."""

    done = Signal(object)
    back = Signal()

    def __init__(self, language: Language, code: str, work: Background) -> None:
        super().__init__(60, fills=True)
        self._language, self._code, self._work = language, code, work
        self.title, self.told = QLabel(), words("muted")
        self.bar, self.notice, self.leave = QProgressBar(), Notice(language), Button()
        dress(self.title, "title")
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.rows.addStretch(1)
        self.add(self.title, self.told, self.bar, self.notice)
        self.add_row(self.leave)
        self.rows.addStretch(2)
        work.progress.connect(self._show)
        work.done.connect(self.done)
        work.said_no.connect(self._say_no)
        work.ended.connect(self._end)
        self.leave.clicked.connect(self._leave)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def come(self) -> None:
        """Be shown, and begin."""
        self._work.start()
        self.leave.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say = self._language.text
        self.title.setText(say(self._code))
        self.told.setText(say("waiting.told"))
        self.leave.setText(say("waiting.stop" if self._work.is_running else "back"))
        self.bar.setAccessibleName(self.title.text())
        self.setAccessibleName(self.title.text())

    def _show(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.retranslate()

    def _say_no(self, no: Saying) -> None:
        self.notice.say(no)

    def _end(self) -> None:
        self.bar.hide()
        self.retranslate()

    def _leave(self) -> None:
        self._work.cancel()
        self.back.emit()
