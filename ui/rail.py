"""The pages of the day at the left, and how the window looks and speaks."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from precinct_app.texts import LANGUAGES
from ui.language import Language
from ui.open_line import open_line
from ui.page_button import PageButton
from ui.theme import dress

if TYPE_CHECKING:
    # A page of its own before any day is open: the steps of a day are not loaded for it.
    from ui.day_steps import Open

# As wide as the longest Kazakh word needs, so that nothing moves when the language changes.
WIDTH = 196
GAP = 3


class Rail(QScrollArea):
    """One button per page; ``wanted`` tells which page somebody asks for.

    A page where something is due or missing wears the count of it. The rail scrolls where the letters are large, and is never narrower than its widest word.
    """

    wanted = Signal(str)
    size_wanted = Signal(int)
    theme_wanted = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._pages: dict[str, PageButton] = {}
        self._languages: dict[str, QPushButton] = {}
        self._open: Mapping[str, Sequence[Open]] = {}
        self._group = QButtonGroup(self)
        dress(self, "ground")
        inner = QWidget()
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(GAP)
        self._column.addStretch(1)
        row = self._row()
        for code in LANGUAGES:
            switch = partial(self._switch, code)
            self._languages[code] = self._button(row, switch)
            self._languages[code].setCheckable(True)
        row = self._row()
        self.larger = self._button(row, lambda: self.size_wanted.emit(1))
        self.smaller = self._button(row, lambda: self.size_wanted.emit(-1))
        self.theme = self._button(row, self.theme_wanted.emit)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def add(self, code: str) -> None:
        """Add a button for a page, below those that there are."""
        button = PageButton()
        button.clicked.connect(lambda: self.wanted.emit(code))
        self._group.addButton(button)
        self._column.insertWidget(len(self._pages), button)
        self._pages[code] = button
        self.retranslate()

    def mark(self, code: str) -> None:
        """Mark the page that is shown."""
        self._pages[code].setChecked(True)

    def show_open(self, items: Mapping[str, Sequence["Open"]]) -> None:
        """Show how much is open on each page, and tell what it is."""
        self._open = items
        for code, button in self._pages.items():
            self._show_open(code, button)

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say = self._language.text
        for code, button in self._pages.items():
            button.setText(say(f"page.{code}"))
            self._show_open(code, button)
        for code, other in self._languages.items():
            other.setText(say(f"language.{code}_short"))
            other.setToolTip(say(f"language.{code}"))
            other.setAccessibleName(other.toolTip())
            other.setChecked(code == self._language.code)
        for other, code in (
            (self.larger, "larger"),
            (self.smaller, "smaller"),
            (self.theme, "theme"),
        ):
            other.setText(say(f"rail.{code}"))
            other.setToolTip(say(f"rail.{code}_told"))
            other.setAccessibleName(other.toolTip())
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Become wider as the letters become larger."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the buttons want another width."""
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

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

    def _show_open(self, code: str, button: PageButton) -> None:
        say, items = self._language, self._open.get(code, ())
        count, page = sum(one.number for one in items), say.text(f"page.{code}")
        name = say.text("rail.open", page=page, count=count) if count else page
        button.show_open(count, name, open_line(say, items))

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        self._column.addLayout(row)
        return row

    def _button(self, row: QHBoxLayout, does: Callable[..., object]) -> QPushButton:
        button = QPushButton()
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        dress(button, "foot")
        button.clicked.connect(does)
        row.addWidget(button)
        return button

    def _switch(self, code: str, _checked: bool = False) -> None:
        # The button of the language that is on stays pressed.
        self._languages[code].setChecked(True)
        self._language.switch(code)
