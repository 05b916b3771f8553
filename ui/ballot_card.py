"""One ballot of one voter, large."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOption,
    QVBoxLayout,
    QWidget,
)

from precinct_app.domain.election import Ballot
from ui.language import Language
from ui.standing import ISSUABLE, BallotState
from ui.theme import dress, letter_colour

LONGEST_WORD = 16


class LetterBand(QLabel):
    """The letter on the ballot's colour, with a tick where the ballot is to be issued."""

    def __init__(self, ballot: Ballot) -> None:
        super().__init__(ballot.letter)
        self._ink = QColor(letter_colour(ballot.colour.hex))
        self.is_ticked = False
        self.setStyleSheet(
            f"background: {ballot.colour.hex}; color: {self._ink.name()}; font-weight: bold;"
            " border-radius: 4px; padding: 2px 14px;"
        )
        dress(self, "ballot_letter")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tick by hand: the font has none."""
        super().paintEvent(event)
        if not self.is_ticked:
            return
        size = self.height() * 0.5
        right, middle = self.width() - size * 1.5, self.height() / 2
        corners = ((0, 0), (0.35, 0.4), (1, -0.4))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._ink, size / 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline([QPointF(right + x * size, middle + y * size) for x, y in corners])


class BallotCard(QAbstractButton):
    """Letter on the ballot's colour, title, state and key; a click or Space ticks it.

    The colour never stands alone: letter, name of the colour and state are words.
    """

    def __init__(self, ballot: Ballot, place: int, language: Language) -> None:
        super().__init__()
        self.ballot, self._place, self._language = ballot, place, language
        self.state = BallotState.NOT_ENTITLED
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.letter = LetterBand(ballot)
        self.title, self.words, self.key = QLabel(), QLabel(), QLabel()
        self._lay_out()
        self.toggled.connect(self.retranslate)

    def show_state(self, state: BallotState, *, ticked: bool, open_to_ticks: bool) -> None:
        """Show a state; a tick only where the ballot can be issued."""
        self.state = state
        self.setEnabled(open_to_ticks and state in ISSUABLE)
        self.blockSignals(True)
        self.setChecked(ticked and state in ISSUABLE)
        self.blockSignals(False)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say, ballot = self._language, self.ballot
        self.title.setText(say.of(ballot.short))
        words = say.text(f"ballot.{self._code()}")
        self.words.setText(words)
        self.key.setText(f"F{self._place} · {say.of(ballot.colour.name)}")
        self.letter.is_ticked = self.isChecked()
        dress(self, self._kind())
        dress(self.words, "ballot_state")
        name = f"{ballot.letter}, {say.of(ballot.colour.name)}, {say.of(ballot.short)}: {words}"
        self.setAccessibleName(name)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space alone; Enter and letters belong to the whole card."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @property
    def narrowest(self) -> int:
        """How narrow a card can be and still hold the longest word of a title."""
        letter = self.title.fontMetrics().averageCharWidth()
        margins = self._column.contentsMargins()
        return LONGEST_WORD * letter + margins.left() + margins.right()

    def sizeHint(self) -> QSize:
        """Be as high as what stands in the card; all cards share the width."""
        return QSize(self.narrowest, self.height_at(max(self.narrowest, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Never be squeezed: the page scrolls instead."""
        return QSize(0, self.sizeHint().height())

    def height_at(self, width: int) -> int:
        """Tell how high a card of a width is with its whole title."""
        self.title.ensurePolished()
        return max(0, self._column.totalHeightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame by the style sheet."""
        painter, option = QPainter(self), QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)

    def _code(self) -> str:
        if self.isChecked():
            return "ticked"
        left_out = self.isEnabled() and self.state is BallotState.OPEN
        return "left_out" if left_out else self.state

    def _kind(self) -> str:
        if self.isChecked():
            return "ballot_ticked"
        return "ballot_given" if self.state is BallotState.GIVEN else "ballot_out"

    def _lay_out(self) -> None:
        dress(self.title, "ballot_title")
        dress(self.key, "muted")
        self.title.setWordWrap(True)
        self.title.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(6)
        parts: tuple[QWidget, ...] = (self.letter, self.title, self.words, self.key)
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(part)
            if part is self.title:
                column.addStretch(1)
