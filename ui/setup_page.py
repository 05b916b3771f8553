"""Set-up, opening and end of voting: one decision at a time."""

from collections.abc import Mapping
from functools import partial
from typing import Protocol, cast

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from precinct_app.domain.entry import Entry
from ui.button import Button
from ui.column import Column, words
from ui.language import Language
from ui.session import Session
from ui.setup_ending import EndingPanel
from ui.setup_list_act import ListActPanel
from ui.setup_members import MembersPanel
from ui.setup_opening import OpeningPanel
from ui.setup_precinct import PrecinctPanel
from ui.setup_receipts import ReceiptsPanel
from ui.setup_steps import STEPS, Step
from ui.stock_page import StockPanel
from ui.theme import dress


class Panel(Protocol):
    """What the page asks of a step's panel, which is a widget."""

    def come(self) -> None:
        """Be shown: take the focus."""


class SetupPage(QWidget):
    """The steps at the left with what is done and what is missing, one of them at the right."""

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._session, self._language = session, language
        self.title, self.paper = QLabel(), words("muted")
        self.steps = {step.code: Button("entry") for step in STEPS}
        self.precinct = PrecinctPanel(session, language)
        self.panels: Mapping[str, QWidget] = {
            "precinct": self.precinct,
            "members": MembersPanel(session, language),
            "list_act": ListActPanel(session, language),
            "receipts": ReceiptsPanel(session, language),
            "stacks": StockPanel(session, language),
            "opening": OpeningPanel(session, language),
            "ending": EndingPanel(session, language),
        }
        self._stack = QStackedWidget()
        self._lay_out()
        self.precinct.compared.connect(self._go_to_next)
        session.changed.connect(self._day_moved)
        language.changed.connect(self.retranslate)
        self.retranslate()
        self.show_step(self.next_step)

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
        cast("Panel", self.panels[self.shown]).come()

    def show_step(self, code: str) -> None:
        """Show the panel of a step."""
        self.steps[code].setChecked(True)
        column = Column(90)
        place = list(self.panels).index(code)
        if self._stack.widget(place) is None:
            raise LookupError(code)
        del column
        self._stack.setCurrentIndex(place)
        if self.isVisible():
            cast("Panel", self.panels[code]).come()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say = self._language
        self.title.setText(say.text("setup.title"))
        self.paper.setText(say.word("about", "paper_prevails"))
        for number, step in enumerate(STEPS, 1):
            done = self._is_done(step)
            state = say.text(f"setup_state.{step.code}", **step.facts(self._session.desk.day))
            mark = say.text("setup.done" if done else "setup.missing")
            button = self.steps[step.code]
            name = say.text(f"setup_step.{step.code}")
            button.setText(f"{number}  {name}\n{mark}{state}")
            button.setAccessibleName(f"{number}. {name}. {mark}{state}")
        self.setAccessibleName(self.title.text())
