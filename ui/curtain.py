"""The blank screen: nobody reads a name over a shoulder."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.language import Language
from ui.theme import dress


class Curtain(QWidget):
    """Hides the whole window until F12 is pressed again."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        dress(self, "ground")
        self.words = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        dress(self.words, "large")
        QVBoxLayout(self).addWidget(self.words)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language that is on."""
        self.words.setText(self._language.text("curtain.words"))
        self.setAccessibleName(self.words.text())
