"""What a window says: every text of every widget, where a person or a reader meets it."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTableWidget,
    QTabWidget,
    QWidget,
)

BARS = ("qt_scrollarea_vcontainer", "qt_scrollarea_hcontainer")
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class Said(NamedTuple):
    """One text: which widget says it, by which of its parts, and the words."""

    widget: str
    part: str
    words: str


def said_by(window: QWidget) -> list[Said]:
    """Collect all texts of a window and of what is visible in it."""
    widgets = [one for one in window.findChildren(QWidget) if one.isVisibleTo(window)]
    # A longer language may need a bar to scroll, which says nothing.
    widgets = [one for one in widgets if not _is_bar(one)]
    return [
        Said(f"{place} {type(widget).__name__}", part, words)
        for place, widget in enumerate([window, *widgets])
        for part, words in _texts(widget)
        if words
    ]


def _is_bar(widget: QWidget) -> bool:
    return isinstance(widget, QScrollBar) or widget.objectName().startswith(BARS)


def _texts(widget: QWidget) -> Iterator[tuple[str, str]]:
    yield "tip", widget.toolTip()
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    yield "status", widget.statusTip()
    if widget.isWindow():
        yield "title", widget.windowTitle()
    match widget:
        case QLabel() | QAbstractButton():
            yield "text", widget.text()
        case QLineEdit() | QPlainTextEdit():
            yield "hint", widget.placeholderText()
        case QGroupBox():
            yield "title", widget.title()
        case QComboBox():
            yield from (("item", widget.itemText(row)) for row in range(widget.count()))
        case QTabWidget():
            yield from (("tab", widget.tabText(tab)) for tab in range(widget.count()))
        case QTableWidget():
            yield from _cells(widget)


def _cells(table: QTableWidget) -> Iterator[tuple[str, str]]:
    for column in range(table.columnCount()):
        heading = table.horizontalHeaderItem(column)
        if heading and table.horizontalHeader().isVisibleTo(table):
            yield f"heading {column}", heading.text()
        for row in range(table.rowCount()):
            if (item := table.item(row, column)) and not table.isRowHidden(row):
                yield f"cell {row} {column}", item.text()
