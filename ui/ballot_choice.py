"""Choose among the ballots of an election, by letter and name."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from precinct_app.domain.election import Election
from ui.language import Language
from ui.tick import Tick


class BallotChoice(QWidget):
    """One line per ballot that is offered: one to choose, or several to tick."""

    changed = Signal()

    def __init__(self, election: Election, language: Language, *, several: bool) -> None:
        """Offer one of them in lines with their titles, or several in a row without."""
        super().__init__()
        self._election, self._language = election, language
        self._group = QButtonGroup(self)
        self._group.setExclusive(not several)
        kind: type[QAbstractButton] = Tick if several else QRadioButton
        self.lines = {ballot: kind() for ballot in election.ballot_ids}
        self._code = "ballot.letter" if several else "ballot.line"
        column = QHBoxLayout(self) if several else QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in self.lines.values():
            line.setCheckable(True)
            self._group.addButton(line)
            column.addWidget(line)
        self._group.buttonToggled.connect(lambda *_: self.changed.emit())

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ballots that are chosen, in the order of the election."""
        return tuple(ballot for ballot, line in self.lines.items() if line.isChecked())

    def offer(self, ballots: Iterable[str], *, ticked: bool = False) -> None:
        """Offer these ballots and no others; the first is chosen, or all are ticked."""
        offered = tuple(ballots)
        for ballot, line in self.lines.items():
            line.setVisible(ballot in offered)
            line.setChecked(ticked and ballot in offered)
        if offered:
            self.setFocusProxy(self.lines[offered[0]])
        if offered and self._group.exclusive():
            self.lines[offered[0]].setChecked(True)

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say = self._language
        for ballot in self._election.ballots:
            colour, title = say.of(ballot.colour.name), say.of(ballot.short)
            words = say.text(self._code, letter=ballot.letter, colour=colour, title=title)
            self.lines[ballot.id].setText(words)
