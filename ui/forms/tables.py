"""The inputs with a line for each: what a trip brought, what members say against a protocol."""

from collections.abc import Mapping

from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from precinct_app.domain.election import Election
from precinct_app.domain.trips import NotServed
from ui.choice import Choice
from ui.language import Language
from ui.tick import Tick


class TableInput(QWidget):
    """Its words, and below them one line of widgets for each row that is offered."""

    def __init__(self, language: Language, code: str) -> None:
        super().__init__()
        self._language, self._code = language, code
        self._label, self._grid = QLabel(), QGridLayout()
        self._rows: dict[str, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addLayout(self._grid)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def offer(self, rows: Mapping[str, str]) -> None:
        """Offer a line for each of these; the same ones keep what was typed."""
        if list(rows) != list(self._rows):
            self._rows = dict(rows)
            self.clear()

    def clear(self) -> None:
        """Begin with empty lines."""
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.setParent(None)
        for place, (code, words) in enumerate(self._rows.items()):
            self._grid.addWidget(QLabel(words), place, 0)
            for column, widget in enumerate(self.line(code, words), 1):
                self._grid.addWidget(widget, place, column)

    def line(self, code: str, words: str) -> list[QWidget]:
        """Make the widgets of one line."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say what it asks for in the language that is on."""
        self._label.setText(self._language.text(self._code))
        self.setAccessibleName(self._label.text())


class ResultsInput(TableInput):
    """Which ballots each voter of a trip received, or why none: all ticked at first."""

    def __init__(self, language: Language, code: str, election: Election) -> None:
        self._election = election
        self.ticks: dict[str, dict[str, Tick]] = {}
        self.causes: dict[str, Choice] = {}
        super().__init__(language, code)

    def clear(self) -> None:
        """Begin with all ballots given to everybody."""
        self.ticks, self.causes = {}, {}
        super().clear()

    def value(self) -> object:
        """Give the results line by line."""
        return tuple(self._result(voter) for voter in self._rows) or None

    def line(self, code: str, words: str) -> list[QWidget]:
        """Make a tick per ballot and the choice of a cause."""
        ticks = {one.id: Tick(one.letter) for one in self._election.ballots}
        for tick in ticks.values():
            tick.setChecked(True)
            tick.setAccessibleName(f"{words}: {tick.text()}")
        cause = Choice()
        say = self._language
        cause.offer({"": "—"} | {str(one): say.word("not_served_trip", one) for one in NotServed})
        cause.setAccessibleName(f"{words}: {say.text('field.cause')}")
        self.ticks[code], self.causes[code] = ticks, cause
        return [*ticks.values(), cause]

    def retranslate(self) -> None:
        """Say the causes in the language that is on."""
        super().retranslate()
        for cause in self.causes.values():
            words = {str(one): self._language.word("not_served_trip", one) for one in NotServed}
            cause.offer({"": "—"} | words)

    def _result(self, voter: str) -> dict[str, str]:
        """Give one line; with a cause nothing was given, whatever is ticked."""
        if cause := self.causes[voter].code:
            return {"voter": voter, "cause": cause}
        given = [ballot for ballot, tick in self.ticks[voter].items() if tick.isChecked()]
        return {"voter": voter, "ballots": " ".join(given)}


class LinesInput(QWidget):
    """The lines of a ballot as the paper has them: one per line, Kazakh and Russian apart by ``;``.

    Each gets the number of its place as its id.
    """

    def __init__(self, language: Language, code: str) -> None:
        super().__init__()
        self._language, self._code = language, code
        self._label, self.edit = QLabel(), QPlainTextEdit()
        self._label.setBuddy(self.edit)
        self.edit.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def value(self) -> object:
        """Give the lines in their order; a line without Russian words has the same in both."""
        lines = [line.split(";") for line in self.edit.toPlainText().splitlines() if line.strip()]
        return (
            tuple(
                {"id": str(place), "kk": words[0].strip(), "ru": words[-1].strip()}
                for place, words in enumerate(lines, 1)
            )
            or None
        )

    def offer(self, rows: Mapping[str, str]) -> None:
        """Offer nothing: the paper lies beside the keyboard."""

    def clear(self) -> None:
        """Let the next ballot be typed."""
        self.edit.clear()

    def retranslate(self) -> None:
        """Say what is typed in the language that is on."""
        self._label.setText(self._language.text(self._code))
        self.edit.setAccessibleName(self._label.text())
        self.edit.setPlaceholderText(self._language.text("form.lines"))


class DissentInput(TableInput):
    """What a member says against the protocol; empty for most."""

    def __init__(self, language: Language, code: str) -> None:
        self.edits: dict[str, QLineEdit] = {}
        super().__init__(language, code)

    def clear(self) -> None:
        """Begin with nothing said."""
        self.edits = {}
        super().clear()

    def value(self) -> object:
        """Give the words of those who said something."""
        said = {member: edit.text().strip() for member, edit in self.edits.items()}
        return tuple({"member": one, "words": words} for one, words in said.items() if words)

    def line(self, code: str, words: str) -> list[QWidget]:
        """Make one line to type in."""
        edit = self.edits[code] = QLineEdit()
        edit.setAccessibleName(words)
        return [edit]
