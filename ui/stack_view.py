"""The issuer, and what is left in the stack."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from precinct_app.domain.election import Ballot
from precinct_app.domain.figures.pace import Stack, stacks
from ui.flow import Flow
from ui.language import Language
from ui.session import Session
from ui.theme import dress, letter_colour


class StackView(QWidget):
    """Whose ballots are given now, and how many of each colour are left."""

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._session, self._language = session, language
        self.issuer = QLabel()
        dress(self.issuer, "large")
        self.issuer.setWordWrap(True)
        self.chips = [BallotChip(ballot) for ballot in session.desk.day.election.ballots]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.issuer)
        row = Flow(12)
        for chip in self.chips:
            row.addWidget(chip)
        column.addLayout(row)
        session.changed.connect(self.retranslate)
        session.chosen.connect(self.retranslate)

    def retranslate(self) -> None:
        """Show the stack as it is now, in the language that is on."""
        desk, issuer, say = self._session.desk, self._session.issuer, self._language
        for chip in self.chips:
            chip.setVisible(bool(issuer))
        if not issuer:
            self.issuer.setText(say.text("stack.nobody"))
            return
        place = desk.day.duty(desk.number).index(issuer) + 1
        name = desk.day.members[issuer].name
        self.issuer.setText(say.text("stack.issuer", place=place, name=name))
        found = stacks(desk.day, issuer, desk.clock.now())
        for chip, one in zip(self.chips, found, strict=True):
            chip.show_left(one, say)


class BallotChip(QWidget):
    """One ballot's letter on its colour, and how many are left of it."""

    def __init__(self, ballot: Ballot) -> None:
        super().__init__()
        self._ballot = ballot
        self.letter, self.left = QLabel(ballot.letter), QLabel()
        self.letter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        paint_letter(self.letter, ballot)
        dress(self.left, "strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.letter)
        row.addWidget(self.left)

    def show_left(self, stack: Stack, say: Language) -> None:
        """Show how many are left, and say so where they will not last."""
        ballot, count = self._ballot, say.number(stack.left)
        self.left.setText(say.text("stack.low", left=count) if stack.low else count)
        dress(self.left, "low" if stack.low else "strong")
        self.setToolTip(_told(stack, say))
        name = f"{ballot.letter}, {say.of(ballot.colour.name)}, {say.of(ballot.short)}"
        self.left.setAccessibleName(f"{name}: {self.left.text()}")
        self.letter.setAccessibleName(name)


def paint_letter(label: QLabel, ballot: Ballot) -> None:
    """Put a ballot's letter on its colour."""
    ground = ballot.colour.hex
    label.setStyleSheet(
        f"background: {ground}; color: {letter_colour(ground)}; font-weight: bold;"
        " border-radius: 4px; padding: 1px 7px;"
    )


def _told(stack: Stack, say: Language) -> str:
    if stack.minutes is None:
        return say.text("stack.at_rest", left=stack.left)
    return say.text("stack.lasts", left=stack.left, minutes=stack.minutes)
