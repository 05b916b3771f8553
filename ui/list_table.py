"""The findings of a list as rows, filtered by level and reason."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from precinct_app.lists.report import RowItem
from precinct_app.texts import text
from ui.language import Language

COLUMNS = ("row", "level", "text")
Index = QModelIndex | QPersistentModelIndex


def finding_words(language: Language, item: RowItem) -> str:
    """Say what was found in a row."""
    return text(language.code, "row", item.reason, **item.facts)


class Findings(QAbstractTableModel):
    """Row, level and sentence of each finding that the filter lets through."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.items: Sequence[RowItem] = ()

    def show_items(self, items: Sequence[RowItem]) -> None:
        """Show these findings."""
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def retranslate(self) -> None:
        """Say the same findings in the language that is on."""
        last = self.index(len(self.items) - 1, len(COLUMNS) - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count the findings shown."""
        return len(self.items)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count the columns."""
        return len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the words of a cell."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        item = self.items[index.row()]
        words = finding_words(self._language, item)
        level = self._language.text(f"list.{item.level}")
        return (str(item.row), level, words)[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self._language.text(f"column.{COLUMNS[section]}")


class FindingsTable(QTableView):
    """A table to read, two lines a row; the arrows move through it."""

    def __init__(self, model: Findings) -> None:
        super().__init__()
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self.fit()

    def fit(self) -> None:
        """Give each row two lines of the letters that are on."""
        zero = self.fontMetrics().horizontalAdvance("0")
        self.setColumnWidth(0, 8 * zero)
        self.setColumnWidth(1, 20 * zero)
        self.verticalHeader().setDefaultSectionSize(2 * self.fontMetrics().height() + 12)
