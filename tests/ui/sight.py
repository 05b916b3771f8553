"""What of a window cannot be read whole: cut, squeezed or pushed out of sight."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QTextBoundaryFinder
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QTableWidget,
    QWidget,
)


def cut(window: QWidget) -> list[str]:
    """Name every label, button, field and cell that is not shown whole."""
    faults = []
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window):
            faults += [f"{_name(widget)}: {fault}" for fault in _faults(widget)]
    return faults


def _faults(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QTableWidget):
        yield from _cells(widget)
    elif isinstance(widget, QLabel | QAbstractButton | QLineEdit) and _says(widget):
        wanted = widget.minimumSizeHint() if isinstance(widget, QLineEdit) else widget.sizeHint()
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        height = widget.heightForWidth(widget.width()) if wraps else wanted.height()
        if isinstance(widget, QRadioButton | QCheckBox):
            # Only its room to breathe may go.
            height = widget.fontMetrics().height()
        if not wraps and widget.width() < wanted.width():
            yield f"{widget.width()} px wide, wants {wanted.width()}"
        if wraps and widget.width() < _longest_word(widget):
            yield f"{widget.width()} px wide, its longest word {_longest_word(widget)}"
        if widget.height() < height:
            yield f"{widget.height()} px high, wants {height}"
        if hidden := _out_of_sight(widget):
            yield f"out of sight by {hidden}"


def _says(widget: QLabel | QAbstractButton | QLineEdit) -> bool:
    return isinstance(widget, QLineEdit) or bool(widget.text())


def _longest_word(widget: QWidget) -> int:
    words = _unbroken(widget.text()) if isinstance(widget, QLabel) else ()
    return max((widget.fontMetrics().horizontalAdvance(word) for word in words), default=0)


def _unbroken(text: str) -> Iterator[str]:
    """Give the pieces between which Qt may begin a new line."""
    finder, begin = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text), 0
    while (end := finder.toNextBoundary()) != -1:
        yield text[begin:end].strip()
        begin = end


def _out_of_sight(widget: QWidget) -> str:
    """Say by which ancestor a widget is cut off; a page that scrolls cuts nothing off."""
    inside, at = QRect(QPoint(), widget.size()), widget
    while (parent := at.parentWidget()) is not None and not at.isWindow():
        inside.translate(at.pos())
        holder = parent.parentWidget()
        if isinstance(holder, QScrollArea) and holder.viewport() is parent:
            # A page may scroll up and down; sideways nobody would look for the rest.
            is_whole = inside.left() >= 0 and inside.right() < parent.width()
            return "" if is_whole else f"the side of {_name(holder)}"
        if not parent.rect().contains(inside):
            return _name(parent)
        at = parent
    return ""


def _cells(table: QTableWidget) -> Iterator[str]:
    shown = [n for n in range(table.columnCount()) if not table.isColumnHidden(n)]
    for column in shown:
        texts = [
            item.text() for row in range(table.rowCount()) if (item := table.item(row, column))
        ]
        if any(texts) and table.columnWidth(column) < table.sizeHintForColumn(column):
            width, wanted = table.columnWidth(column), table.sizeHintForColumn(column)
            yield f"column {column} {width} px wide, wants {wanted}"
    for row in range(table.rowCount()):
        if not table.isRowHidden(row) and table.rowHeight(row) < table.fontMetrics().height():
            yield f"row {row} {table.rowHeight(row)} px high"
    if table.columnCount() and not _scrolls(table):
        whole = sum(table.columnWidth(column) for column in range(table.columnCount()))
        if whole > table.viewport().width():
            yield f"columns take {whole} px of {table.viewport().width()}"


def _scrolls(area: QAbstractScrollArea) -> bool:
    return area.horizontalScrollBar().isVisible()


def _name(widget: QWidget) -> str:
    said = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return " ".join(part for part in (type(widget).__name__, said[:40]) if part)
