"""The part of a form that says: this has happened already."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from precinct_app.domain.entry import Event
from precinct_app.domain.verb import Verb
from ui.field import Field
from ui.language import Language
from ui.tick import Tick


class Happened(QWidget):
    """Ticked, it asks when that was, on which paper it stands, and why it was so."""

    ticked = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.tick, self.asked = Tick(), QWidget()
        self.hour = Field(language, "happened.hour")
        self.paper, self.reason = Field(language, "happened.paper"), Field(language, "happened.why")
        row = QHBoxLayout(self.asked)
        row.setContentsMargins(0, 0, 0, 0)
        for field, room in ((self.hour, 1), (self.paper, 2), (self.reason, 3)):
            row.addWidget(field, room)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tick)
        column.addWidget(self.asked)
        self.asked.hide()
        self.hour.hint("10:42")
        self.tick.toggled.connect(self.asked.setVisible)
        self.tick.toggled.connect(lambda _on: self.ticked.emit())
        language.changed.connect(self.retranslate)
        self.retranslate()

    @property
    def is_ticked(self) -> bool:
        """Whether it is recorded as something that happened."""
        return self.tick.isChecked()

    @property
    def typed_hour(self) -> str:
        """The hour that was typed; empty where it is now."""
        return self.hour.typed if self.is_ticked else ""

    def rule(self, verb: Verb[..., Event]) -> Callable[..., Event]:
        """Give the verb, or its form that records what happened."""
        if not self.is_ticked:
            return verb
        return verb.recorded(self.paper.typed, self.reason.typed)

    def clear(self) -> None:
        """Let the next act be one to come."""
        self.tick.setChecked(False)
        for field in (self.hour, self.paper, self.reason):
            field.edit.clear()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self.tick.setText(self._language.text("happened.tick"))
