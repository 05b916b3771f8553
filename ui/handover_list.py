"""Ballots on the way between two members, until they are taken or called off."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from precinct_app.domain.handing import Handover
from precinct_app.domain.parts import handover
from ui.acting import beside
from ui.button import Button
from ui.column import words
from ui.language import Language
from ui.session import Session


class HandoverList(QWidget):
    """One row for each hand-over that is open."""

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._session, self._language = session, language
        self.buttons: list[Button] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        session.changed.connect(self.retranslate)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Show what is on the way now, in the language that is on."""
        self.buttons = []
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for entry, found in self._session.desk.day.handovers.items():
            if found.open:
                self._rows.addWidget(self._row(entry, found))

    def _row(self, entry: str, found: Handover) -> QWidget:
        holder, say = QWidget(), self._language.text
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        members, letters = self._session.desk.day.members, self._session.desk.day.election.ballots
        amounts = dict(found.amounts)
        counted = ", ".join(f"{b.letter} {amounts[b.id]}" for b in letters if b.id in amounts)
        names = {"giver": members[found.giver].name, "taker": members[found.taker].name}
        told = words()
        told.setText(say("stock.on_way", amounts=counted, **names))
        row.addWidget(told, 1)
        self._add(row, "stock.take", told.text(), partial(self._take, entry, found))
        self._add(row, "stock.call_off", told.text(), partial(self._call_off, entry, found))
        return holder

    def _add(self, row: QHBoxLayout, code: str, told: str, does: Callable[..., None]) -> None:
        button = Button()
        button.setText(self._language.text(code))
        button.setAccessibleName(f"{button.text()}: {told}")
        button.clicked.connect(does)
        self.buttons.append(button)
        row.addWidget(button)

    def _take(self, entry: str, found: Handover, _checked: bool = False) -> None:
        who = beside(self._session, found.taker)
        self._session.do_as(who, handover.take_ballots, entry)

    def _call_off(self, entry: str, found: Handover, _checked: bool = False) -> None:
        who = beside(self._session, found.giver, found.taker)
        self._session.do_as(who, handover.call_off_handover, entry)
