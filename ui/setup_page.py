"""Set-up, opening and end of voting: one decision at a time."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QLabel, QStackedWidget, QWidget

from ui.button import Button
from ui.choice import Choice
from ui.column import Column
from ui.setup_ending import EndingPanel
from ui.setup_list_act import ListActPanel
from ui.setup_members import MembersPanel
from ui.setup_opening import OpeningPanel
from ui.setup_precinct import PrecinctPanel
from ui.setup_receipts import ReceiptsPanel
from ui.setup_steps import STEPS, Step
from ui.stock_page import StockPage
from ui.theme import dress

if TYPE_CHECKING:
    from ui.language import Language
    from ui.session import Session

ROUND_THE_STEPS = 50
# With less room than so many letters the steps stand above their panel, in one line.
LETTERS = 110


class Panel(Protocol):
    """What the page asks of a step's panel, which is a widget."""

    def come(self) -> None:
        """Be shown: refresh, and take the focus."""


class SetupPage(QWidget):
    """The steps at the left with what is done and what is missing, one of them at the right.

    In a narrow window the steps are a list to choose from, above the one that is shown.
    """

    def __init__(self, session: "Session", language: "Language") -> None:
        super().__init__()
        self._session, self._language = session, language
        self.title, self._left, self.short = QLabel(), Column(fills=True), Choice()
        self.steps = {step.code: Button("entry") for step in STEPS}
        self.precinct = PrecinctPanel(session, language)
        self.members = MembersPanel(session, language)
        self.list_act = ListActPanel(session, language)
        self.receipts = ReceiptsPanel(session, language)
        self.stacks = StockPage(session, language)
        self.opening = OpeningPanel(session, language)
        self.ending = EndingPanel(session, language)
        self._stack = QStackedWidget()
        self._lay_out()
        self.precinct.compared.connect(self._go_on)
        session.changed.connect(self.retranslate)
        language.changed.connect(self.retranslate)
        self.retranslate()
        self.show_step(self.next_step)

    @property
    def panels(self) -> Mapping[str, Panel]:
        """The panel of each step, by its code."""
        return {step.code: getattr(self, step.code) for step in STEPS}

    @property
    def next_step(self) -> str:
        """The first step that is not done."""
        return next((step.code for step in STEPS if not self._is_done(step)), STEPS[-1].code)

    @property
    def shown(self) -> str:
        """The step that is shown."""
        return next(code for code, button in self.steps.items() if button.isChecked())

    def come(self) -> None:
        """Be shown: the step that is open takes the focus."""
        self.retranslate()
        self.panels[self.shown].come()

    def show_step(self, code: str) -> None:
        """Show the panel of a step."""
        self.steps[code].setChecked(True)
        self.short.setCurrentIndex(list(self.steps).index(code))
        self._stack.setCurrentIndex(list(self.steps).index(code))
        if self.isVisible():
            self.panels[code].come()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say, day, shown = self._language, self._session.desk.day, {}
        self.title.setText(say.text("setup.title"))
        for number, step in enumerate(STEPS, 1):
            button, facts = self.steps[step.code], step.facts(day)
            state = say.text("setup.done" if self._is_done(step) else "setup.missing")
            if facts:
                state = f"{state} · {say.text(f'setup_state.{step.code}', **facts)}"
            name = f"{number}. {say.text(f'setup_step.{step.code}')}"
            button.setText(f"{name}\n{state}")
            shown[step.code] = f"{name}: {state}"
            button.setAccessibleName(shown[step.code])
        self.short.offer(shown)
        self.short.setAccessibleName(self.title.text())
        self._fit()
        self.setAccessibleName(self.title.text())

    def changeEvent(self, event: QEvent) -> None:
        """Give the steps more room as the letters become larger."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the steps where there is room for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Make the steps as wide as the widest of them, or put them above in one line."""
        if not hasattr(self, "_row"):
            return
        narrow = self.width() < LETTERS * self.fontMetrics().averageCharWidth()
        self._left.setVisible(not narrow)
        self.short.setVisible(narrow)
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        widest = max(button.sizeHint().width() for button in self.steps.values())
        bar = self._left.area.verticalScrollBar().sizeHint().width()
        self._left.setFixedWidth(widest + bar + ROUND_THE_STEPS)

    def _lay_out(self) -> None:
        dress(self.title, "large")
        left, group = self._left, QButtonGroup(self)
        left.rows.setSpacing(6)
        left.add(self.title)
        for code, button in self.steps.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self._show, code))
            group.addButton(button)
            left.add(button)
        left.rows.addStretch(1)
        for panel in (self.precinct, self.members, self.list_act, self.receipts, self.stacks):
            self._stack.addWidget(panel)
        self._stack.addWidget(self.opening)
        self._stack.addWidget(self.ending)
        self.short.activated.connect(lambda at: self.show_step(STEPS[at].code))
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (left, self.short):
            row.addWidget(part)
        row.addWidget(self._stack, 1)

    def _show(self, code: str, _checked: bool = False) -> None:
        self.show_step(code)

    def _go_on(self) -> None:
        self.retranslate()
        self.show_step(self.next_step)

    def _is_done(self, step: Step) -> bool:
        if step.code == "precinct" and self.precinct.agrees:
            return True
        return step.is_done(self._session.desk.day)
