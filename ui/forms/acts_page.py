"""A page of acts: what can be done stands at the left, the form of one at the right."""

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from precinct_app.domain.fold import VERBS
from ui.button import Button
from ui.column import Column, words
from ui.day_steps import open_items
from ui.forms.form import VerbForm
from ui.forms.pages import PAGES
from ui.keystrokes import Keystrokes
from ui.kinds_table import PAGES as KINDS_OF
from ui.kinds_table import KindsTable
from ui.language import Language
from ui.open_line import open_line
from ui.session import Session
from ui.theme import dress

ROUND_THE_ACTS = 50
# With less room than so many noughts the acts stand above the form, in so much of the height.
NARROW = 104
ABOVE = 0.45
UNBOUND = 16_777_215


class ActsPage(QWidget):
    """The forms are made when they are asked for: nobody opens all of them on one day."""

    def __init__(
        self, session: Session, language: Language, keystrokes: Keystrokes, code: str
    ) -> None:
        super().__init__()
        self._session, self._language, self._keystrokes = session, language, keystrokes
        self.code, self.title = code, QLabel()
        self.acts = {name: Button("entry") for name in PAGES[code]}
        self.forms: dict[str, VerbForm] = {}
        self._left, self._stack = Column(fills=True), QStackedWidget()
        self.open, self.kinds = words("hint"), None
        self.open.setTextFormat(Qt.TextFormat.PlainText)
        if code in KINDS_OF:
            self.kinds = KindsTable(session, language, code)
        self._state, self._right, self._is_narrow = QWidget(), QVBoxLayout(), False
        self._lay_out()
        language.changed.connect(self.retranslate)
        session.changed.connect(self._look)
        self.retranslate()
        self.show_act(PAGES[code][0])

    @property
    def shown(self) -> str:
        """The act whose form is shown."""
        return next(name for name, button in self.acts.items() if button.isChecked())

    def come(self) -> None:
        """Be shown: the form that is open takes the focus."""
        self.retranslate()
        self.forms[self.shown].come()

    def show_act(self, name: str) -> None:
        """Show the form of an act."""
        if name not in self.forms:
            verb = VERBS[name]
            form = VerbForm(self._session, self._language, self._keystrokes, verb)
            self.forms[name] = form
            self._stack.addWidget(form)
        self.acts[name].setChecked(True)
        self._stack.setCurrentWidget(self.forms[name])
        if self.isVisible():
            self.forms[name].come()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say = self._language
        self.title.setText(say.text(f"page.{self.code}"))
        self.setAccessibleName(self.title.text())
        for name, button in self.acts.items():
            button.setText(say.text(f"verb.{name}"))
        self._show_state()
        self._fit()

    def _look(self, _entry: object) -> None:
        if self.isVisible():
            self._show_state()

    def _show_state(self) -> None:
        """Show what is missing for the next step, and how the kinds stand."""
        desk = self._session.desk
        items = open_items(desk.day, self.code, desk.clock.now())
        self.open.setText(open_line(self._language, items))
        self.open.setVisible(bool(items))
        if self.kinds:
            self.kinds.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the acts above their form where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Make room for other letters."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        """Make the acts as wide as the widest of them, or as the page where it is narrow."""
        if not hasattr(self, "_row"):
            return
        noughts = self.width() / self.fontMetrics().horizontalAdvance("0")
        if (noughts < NARROW) != self._is_narrow:
            self._arrange(narrow=noughts < NARROW)
        if self._is_narrow:
            self._left.setMaximumSize(UNBOUND, round(self.height() * ABOVE))
            self._left.setMinimumWidth(0)
            return
        self._left.setMaximumHeight(UNBOUND)
        widest = max(button.sizeHint().width() for button in self.acts.values())
        bar = self._left.area.verticalScrollBar().sizeHint().width()
        self._left.setFixedWidth(widest + bar + ROUND_THE_ACTS)

    def _arrange(self, *, narrow: bool) -> None:
        """Put what is open and how the kinds stand above the form, or among the acts."""
        self._is_narrow = narrow
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)
        if narrow:
            self._left.rows.insertWidget(1, self._state)
        else:
            self._right.insertWidget(0, self._state)

    def _lay_out(self) -> None:
        dress(self.title, "large")
        group = QButtonGroup(self)
        self._left.rows.setSpacing(6)
        self._left.add(self.title)
        for name, button in self.acts.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self._show, name))
            group.addButton(button)
            self._left.add(button)
        self._left.rows.addStretch(1)
        state = QVBoxLayout(self._state)
        state.setContentsMargins(0, 0, 0, 0)
        for widget in filter(None, (self.open, self.kinds)):
            state.addWidget(widget)
        self._right.addWidget(self._state)
        self._right.addWidget(self._stack, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._left)
        self._row.addLayout(self._right, 1)

    def _show(self, name: str, _checked: bool = False) -> None:
        self.show_act(name)
