"""Where the second place is, and the button that chooses it."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.ask_file import ask_folder
from ui.button import Button
from ui.language import Language
from ui.session import Session
from ui.theme import dress


class SecondPlaceRow(QWidget):
    """One line of the first step of set-up; the chairman chooses, at any time of the day."""

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._session, self._language = session, language
        self.told, self.choose = QLabel(), Button("plain")
        dress(self.told, "muted")
        self.told.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.told, 1)
        row.addWidget(self.choose)
        self.choose.clicked.connect(self._ask)
        session.waiting.connect(self.retranslate)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        desk, say = self._session.desk, self._language.text
        folder = desk.second_folder
        if folder:
            self.told.setText(say("second.chosen", folder=str(folder)))
        else:
            self.told.setText(say("second.none"))
        self.choose.setText(say("second.choose"))
        self.choose.setEnabled(desk.is_writing and not self._session.is_waiting)

    def _ask(self) -> None:
        title = self._language.text("second.title")
        ask_folder(self, title, self._session.choose_second_place)
