"""What one sees before a day is open: which file, a new one, or an exercise."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.ask_file import DAY_FILES, ask_open
from ui.button import Button
from ui.column import Column, words
from ui.language import Language
from ui.recent import recent_files
from ui.theme import dress

CHOICES = ("open", "new", "renew", "train", "train_anew", "try")


class StartPage(Column):
    """Each choice is a button with one sentence.

    ``try`` makes a training copy of a live file, ``renew`` a fresh live one from its set-up.
    """

    file_wanted = Signal(Path)
    new_wanted = Signal()
    training_wanted = Signal(bool)
    trial_wanted = Signal(Path)
    renewal_wanted = Signal(Path)

    def __init__(self, language: Language, *, training_there: bool) -> None:
        super().__init__()
        self._language = language
        self.title, self.recent_words = QLabel(), QLabel()
        self.paper = words("muted")
        self.choices = {code: Button() for code in CHOICES}
        self.told = {code: words("muted") for code in CHOICES}
        self.recent = [Button() for _ in recent_files()]
        self._lay_out(training_there=training_there)
        self._connect()
        language.changed.connect(self.retranslate)
        self.retranslate()

    def come(self) -> None:
        """Be shown: the file opened last is an Enter away."""
        (self.recent[0] if self.recent else self.choices["open"]).setFocus()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say = self._language.text
        self.title.setText(say("window.title"))
        self.recent_words.setText(say("start.recent"))
        self.paper.setText(self._language.word("about", "paper_prevails"))
        for code, button in self.choices.items():
            button.setText(say(f"start.{code}"))
            self.told[code].setText(say(f"start_told.{code}"))
            button.setAccessibleName(button.text())
            button.setAccessibleDescription(self.told[code].text())
        widest = max(button.sizeHint().width() for button in self.choices.values())
        for button in self.choices.values():
            button.setMinimumWidth(widest)
        for button, file in zip(self.recent, recent_files(), strict=False):
            button.setText(f"{file.name}\n{file.parent}")
            button.setAccessibleName(say("start.recent_one", file=file.name))
        self.setAccessibleName(self.title.text())

    def _lay_out(self, *, training_there: bool) -> None:
        dress(self.title, "title")
        dress(self.recent_words, "strong")
        self.add(self.title)
        if self.recent:
            self.add(self.recent_words)
        for button in self.recent:
            dress(button, "entry")
            self.add(button)
        for code, button in self.choices.items():
            shown = training_there or code != "train_anew"
            self.add(_choice(button, self.told[code], visible=shown))
        self.rows.addSpacing(12)
        self.add(self.paper)
        self.rows.addStretch(1)

    def _connect(self) -> None:
        for button, file in zip(self.recent, recent_files(), strict=False):
            button.clicked.connect(partial(self._want, file))
        self.choices["open"].clicked.connect(self._ask_file)
        self.choices["new"].clicked.connect(self.new_wanted)
        self.choices["train"].clicked.connect(lambda: self.training_wanted.emit(False))
        self.choices["train_anew"].clicked.connect(lambda: self.training_wanted.emit(True))
        self.choices["try"].clicked.connect(self._ask_trial)
        self.choices["renew"].clicked.connect(self._ask_renewal)

    def _want(self, file: Path, _checked: bool = False) -> None:
        self.file_wanted.emit(file)

    def _ask_file(self) -> None:
        ask_open(self, self.choices["open"].text(), DAY_FILES, self.file_wanted.emit)

    def _ask_trial(self) -> None:
        ask_open(self, self.choices["try"].text(), DAY_FILES, self.trial_wanted.emit)

    def _ask_renewal(self) -> None:
        ask_open(self, self.choices["renew"].text(), DAY_FILES, self.renewal_wanted.emit)


def _choice(button: Button, told: QLabel, *, visible: bool) -> QWidget:
    """Put a button and its sentence side by side, all buttons equally wide."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(18)
    column = QVBoxLayout()
    column.addWidget(told)
    row.addWidget(button)
    row.addLayout(column, 1)
    holder.setVisible(visible)
    return holder
