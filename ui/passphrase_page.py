"""A day file and its passphrase."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from precinct_app.desk import Desk, this_laptop, unlock
from precinct_app.errors import StoreError
from ui.language import Language
from ui.notice import Notice
from ui.session import PAINTED_MS
from ui.theme import dress

WIDTH = 560


class PassphrasePage(QWidget):
    """Opens the file of a day; ``opened`` carries its Desk, which has begun to write."""

    opened = Signal(object)

    def __init__(self, language: Language, file: Path | None = None) -> None:
        super().__init__()
        self._language, self._file = language, file
        self.title, self.name, self.words = QLabel(), QLabel(), QLabel()
        self.passphrase, self.open, self.choose = QLineEdit(), QPushButton(), QPushButton()
        self.notice = Notice(language)
        self._lay_out()
        self.passphrase.returnPressed.connect(self._open)
        self.open.clicked.connect(self._open)
        self.choose.clicked.connect(self._choose)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say = self._language.text
        self.title.setText(say("window.title"))
        self.name.setText(self._file.name if self._file else say("passphrase.no_file"))
        self.words.setText(say("passphrase.words"))
        self.passphrase.setAccessibleName(say("passphrase.words"))
        self.open.setText(say("passphrase.open"))
        self.choose.setText(say("passphrase.choose"))
        self.setAccessibleName(say("passphrase.words"))
        self.passphrase.setEnabled(self._file is not None)
        self.open.setEnabled(self._file is not None)

    def come(self) -> None:
        """Be shown: the passphrase is typed at once."""
        (self.passphrase if self._file else self.choose).setFocus()

    def _lay_out(self) -> None:
        dress(self, "ground")
        dress(self.title, "title")
        dress(self.name, "large")
        dress(self.open, "primary")
        dress(self.passphrase, "search")
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.words.setBuddy(self.passphrase)
        inner = QWidget()
        inner.setFixedWidth(WIDTH)
        column = QVBoxLayout(inner)
        column.setSpacing(12)
        for widget in (self.title, self.name, self.choose, self.words, self.passphrase, self.open):
            column.addWidget(widget)
        column.addWidget(self.notice)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(inner, 0)
        outer.setAlignment(inner, outer.alignment().AlignHCenter)
        outer.addStretch(2)

    def _choose(self) -> None:
        title, names = self._language.text("passphrase.choose"), "*.precinct"
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", names)
        if chosen:
            self._file = Path(chosen)
            self.retranslate()
            self.come()

    def _open(self) -> None:
        file = self._file
        if file and self.open.isEnabled():
            self.open.setEnabled(False)
            QTimer.singleShot(PAINTED_MS, self, lambda: self._unlock(file))

    def _unlock(self, file: Path) -> None:
        """Open the file; what hinders it from being written is said and it is read all the same."""
        try:
            desk = Desk(file, unlock(file, self.passphrase.text()), this_laptop())
            if desk.hindrance is None:
                desk.start_writing()
        except StoreError as no:
            self.notice.say(no)
            self.retranslate()
            self.passphrase.clear()
            self.come()
            return
        self.opened.emit(desk)
