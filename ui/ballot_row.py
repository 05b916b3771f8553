"""The ballots of a card side by side, in as many rows as the window needs."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.ballot_card import BallotCard


class BallotRow(QWidget):
    """Cards of one width: all in one row where there is room, else in several."""

    def __init__(self, cards: list[BallotCard]) -> None:
        super().__init__()
        self._cards, self._columns = cards, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._arrange(len(cards))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many cards into a row as there is room for."""
        super().resizeEvent(event)
        gap = self._grid.horizontalSpacing()
        wanted = max(card.narrowest for card in self._cards) + gap
        self._arrange(max(1, min(len(self._cards), (event.size().width() + gap) // wanted)))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
