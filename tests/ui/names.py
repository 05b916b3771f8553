"""What a screen reader is told of a window, and what the keyboard reaches."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTableWidget,
    QWidget,
)

from tests.ui.stage import Stage
from ui.duty_row import DutyRow

SPEAKING = (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTableWidget,
)
# Chosen by a key of their own instead: Ctrl+1 … Ctrl+8.
BY_OWN_KEYS = (DutyRow,)


def unnamed(window: QWidget) -> list[str]:
    """Name the visible widgets for which a screen reader has no words."""
    found = [window, *seen(window)]
    silent = [widget for widget in found if isinstance(widget, SPEAKING) and not _words(widget)]
    return [type(widget).__name__ for widget in silent if not _is_part(widget)]


def seen(window: QWidget) -> Iterator[QWidget]:
    """Give the widgets that are in sight, those of an open box too."""
    return (widget for widget in window.findChildren(QWidget) if widget.isVisibleTo(window))


def unreached(stage: Stage) -> list[str]:
    """Press Tab until it comes round, and name what can be pressed or typed in and was not met."""
    top = stage.application.activeModalWidget() or stage.window
    met, first = set(), stage.focus
    for _ in range(200):
        met.add(stage.focus)
        stage.press(Qt.Key.Key_Tab)
        if stage.focus is first:
            break
    wanted = [widget for widget in seen(top) if _acts(widget)]
    return [_called(widget) for widget in wanted if widget not in met and not _met(widget, met)]


def _acts(widget: QWidget) -> bool:
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
    by_key = any(isinstance(parent, BY_OWN_KEYS) for parent in _line(widget))
    return isinstance(widget, kinds) and widget.isEnabled() and not by_key and not _is_part(widget)


def _met(widget: QWidget, met: set[QWidget]) -> bool:
    """Tell whether its group was met, in which the arrows go on."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None:
        return any(button in met for button in group.buttons())
    parent = widget.parentWidget()
    if parent is None or not (isinstance(widget, QAbstractButton) and widget.autoExclusive()):
        return False
    return any(sibling in met for sibling in parent.findChildren(type(widget)))


def _words(widget: QWidget) -> str:
    if isinstance(widget, QLabel) and not widget.text():
        return "nothing to say"
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def _is_part(widget: QWidget) -> bool:
    """Tell whether a widget belongs to another one of Qt that speaks for it."""
    holders = (QComboBox, QAbstractItemView, QAbstractSlider, QLineEdit)
    return any(isinstance(parent, holders) for parent in _line(widget))


def _line(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None and not widget.isWindow():
        yield parent
        widget, parent = parent, parent.parentWidget()


def _called(widget: QWidget) -> str:
    said = widget.text() if isinstance(widget, QAbstractButton) else widget.accessibleName()
    return f"{type(widget).__name__} {said}"
