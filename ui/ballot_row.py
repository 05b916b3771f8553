"""The ballots of a card side by side, in as many rows as the window needs."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.ballot_card import BallotCard


class BallotRow(QWidget):
    """Cards of one width: all in one row where there is room, else in several."""

    def __init__(self, cards: list[BallotCard]) -> None:
        self._cards: list[BallotCard] = []
        super().__init__()
        self._cards, self._columns = cards, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._arrange(len(cards))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many cards into a row as there is room for."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Share the room anew as the letters become larger."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.fit()

    def fit(self) -> None:
        """Give all cards one width, and the height that the longest title needs."""
        if not self._cards:
            return
        gap, whole = self._grid.horizontalSpacing(), self.width()
        wanted = max(card.narrowest for card in self._cards) + gap
        columns = max(1, min(len(self._cards), (whole + gap) // wanted))
        self._arrange(columns)
        width = (whole + gap) // columns - gap
        height = max(card.height_at(width) for card in self._cards)
        for card in self._cards:
            card.setFixedHeight(height)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
