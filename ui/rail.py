"""The pages of the day at the left, and how the window looks and speaks."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from precinct_app.texts import LANGUAGES
from ui.language import Language
from ui.theme import dress

# As wide as the longest Kazakh word needs, so that nothing moves when the language changes.
WIDTH = 196


class Rail(QScrollArea):
    """One button per page; ``wanted`` tells which page somebody asks for.

    It scrolls where the letters are large, and is never narrower than its widest word.
    """

    wanted = Signal(str)
    size_wanted = Signal(int)
    theme_wanted = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._pages: dict[str, QPushButton] = {}
        self._languages: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        dress(self, "ground")
        inner = QWidget()
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = QVBoxLayout(inner)
        self._column.addStretch(1)
        for code in LANGUAGES:
            self._languages[code] = self._button(lambda _=False, code=code: language.switch(code))
            self._languages[code].setCheckable(True)
        self.larger = self._button(lambda: self.size_wanted.emit(1))
        self.smaller = self._button(lambda: self.size_wanted.emit(-1))
        self.theme = self._button(self.theme_wanted.emit)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def add(self, code: str) -> None:
        """Add a button for a page, below those that there are."""
        button = QPushButton()
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.wanted.emit(code))
        self._group.addButton(button)
        self._column.insertWidget(len(self._pages), button)
        self._pages[code] = button
        self.retranslate()

    def mark(self, code: str) -> None:
        """Mark the page that is shown."""
        self._pages[code].setChecked(True)

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say = self._language.text
        for code, button in self._pages.items():
            button.setText(say(f"page.{code}"))
        for code, button in self._languages.items():
            button.setText(say(f"language.{code}"))
            button.setChecked(code == self._language.code)
        for button, code in (
            (self.larger, "larger"),
            (self.smaller, "smaller"),
            (self.theme, "theme"),
        ):
            button.setText(say(f"rail.{code}"))
            button.setToolTip(say(f"rail.{code}_told"))
            button.setAccessibleName(button.toolTip())
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Become wider as the letters become larger."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the bar where it scrolls."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # The style speaks before there is anything to measure.
        inner = self.widget()
        if inner is None:
            return
        needed = inner.minimumSizeHint()
        scrolls = needed.height() > self.height()
        bar = self.verticalScrollBar().sizeHint().width() if scrolls else 0
        self.setFixedWidth(max(WIDTH, needed.width()) + bar)

    def _button(self, does: Callable[..., object]) -> QPushButton:
        button = QPushButton()
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        dress(button, "plain")
        button.clicked.connect(does)
        self._column.addWidget(button)
        return button
