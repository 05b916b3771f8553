"""A table of figures, as high as its rows; it is looked at, not typed in."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FiguresTable(QTableWidget):
    """Rows and columns with their headings; a marked cell stands in bold.

    The columns share the room, but for the ``widest``, which takes what its words need.
    """

    def __init__(self) -> None:
        super().__init__()
        self.widest = -1
        self._headings: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(RIGHT)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_figures(
        self,
        name: str,
        columns: Sequence[str],
        rows: Sequence[tuple[str, Sequence[str]]],
        marked: Collection[tuple[int, int]] = (),
    ) -> None:
        """Show rows of a heading and its cells; cells that stay are not made anew."""
        self.setAccessibleName(name)
        headings = (tuple(columns), tuple(heading for heading, _ in rows))
        if headings != self._headings:
            self._head(*headings)
        for row, (_, cells) in enumerate(rows):
            for column, text in enumerate(cells):
                self._put(row, column, text, bold=(row, column) in marked)
        self._fit()

    def _head(self, columns: tuple[str, ...], rows: tuple[str, ...]) -> None:
        """Give rows and columns their headings, which seldom change."""
        self._headings = columns, rows
        self.setRowCount(len(rows))
        self.setColumnCount(len(columns))
        self.setHorizontalHeaderLabels(columns)
        self.setVerticalHeaderLabels(rows)
        if 0 <= self.widest < len(columns):
            mode = QHeaderView.ResizeMode.ResizeToContents
            self.horizontalHeader().setSectionResizeMode(self.widest, mode)

    def changeEvent(self, event: QEvent) -> None:
        """Give the rows the room that other letters need."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and self.rowCount():
            self._fit()

    def _put(self, row: int, column: int, text: str, *, bold: bool) -> None:
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            item.setTextAlignment(RIGHT)
            self.setItem(row, column, item)
        if item.text() != text:
            item.setText(text)
        if item.font().bold() != bold:
            font = item.font()
            font.setBold(bold)
            item.setFont(font)

    def _fit(self) -> None:
        rows, height = self.rowCount(), self.fontMetrics().height() + 8
        self.verticalHeader().setDefaultSectionSize(height)
        for row in range(rows):
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)
        wanted = self.horizontalHeader().sizeHint().height() + rows * height + 6
        if self.height() != wanted or self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)
