"""The place where a no is said, in words and with the article."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from precinct_app.errors import Refusal, Saying, StoreError
from ui.language import Language
from ui.theme import dress

if TYPE_CHECKING:
    from precinct_app.domain.election import Election


class Notice(QWidget):
    """One sentence above the page, which stays until it is put away or the day moves."""

    def __init__(self, language: Language, election: "Election | None" = None) -> None:
        super().__init__()
        self._language, self._election = language, election
        self._no: Saying | None = None
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.away = QPushButton()
        self.away.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.away.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.away)
        language.changed.connect(self.retranslate)
        self.retranslate()
        self.clear()

    def say(self, no: Saying) -> None:
        """Say a no: what the rules refuse is a warning, what the disk refuses is grave."""
        self._no = no
        dress(self.sentence, "bad" if isinstance(no, StoreError) else "warning")
        self.retranslate()
        self.show()

    def clear(self) -> None:
        """Put the sentence away."""
        self._no = None
        self.sentence.clear()
        self.hide()

    def retranslate(self) -> None:
        """Say it in the language that is on."""
        self.away.setText(self._language.text("notice.away"))
        if self._no is None:
            return
        said = [self._language.say(self._no, self._election)]
        if isinstance(self._no, Refusal) and self._no.article:
            said.append(f"({self._language.article(self._no.article)})")
        self.sentence.setText("  ".join(said))
        self.sentence.setAccessibleName(self.sentence.text())
