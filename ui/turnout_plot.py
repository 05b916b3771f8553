"""The turnout against the hours, painted by hand."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

LINES_HIGH = 13
HOUR, STEP = timedelta(hours=1), timedelta(minutes=5)
# At most so many lines lie across the plot; they stand for 1, 2 or 5 and noughts.
ACROSS = 4
ROUND = (1, 2, 5)
NEVER = datetime.fromtimestamp(0, UTC)


class Turnout(NamedTuple):
    """What the plot shows: the hours, when voters were served until a moment, the reports."""

    begins: datetime
    ends: datetime
    until: datetime
    moments: Sequence[datetime]
    slips: Mapping[datetime, int]


class TurnoutPlot(QWidget):
    """A line for the voters served until each moment; a dot for each figure that was reported.

    Whoever shows it says the same in its accessible name.
    """

    def __init__(self, written: Callable[[int], str]) -> None:
        """Write its figures as ``written`` says, in the language that is on."""
        super().__init__()
        self._written = written
        self._begins, self._ends = NEVER, NEVER + HOUR
        self.line: list[tuple[datetime, int]] = []
        self.dots: list[tuple[datetime, int]] = []
        self.step = self.top = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_turnout(self, turnout: Turnout) -> None:
        """Show another turnout."""
        moments, slips = turnout.moments, turnout.slips
        begins = min((turnout.begins, *moments[:1], *slips))
        last = max((turnout.ends, turnout.until, *moments[-1:], *slips))
        begins = begins.replace(minute=0, second=0, microsecond=0)
        ends = last.replace(minute=0, second=0, microsecond=0)
        ends += HOUR if ends < last else timedelta()
        self._begins, self._ends = begins, ends
        self.line = _served_by(moments, begins, max((turnout.until, *moments[-1:])))
        self.dots = sorted(slips.items())
        most = max((1, len(moments), *slips.values()))
        self.step = _step(most)
        self.top = -(-most // self.step) * self.step
        self.update()

    def sizeHint(self) -> QSize:
        """Be so many lines high."""
        height = self.fontMetrics().height()
        return QSize(30 * height, LINES_HIGH * height)

    def minimumSizeHint(self) -> QSize:
        """Give way in width alone."""
        height = self.fontMetrics().height()
        return QSize(15 * height, LINES_HIGH * height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines of the figures, the hours, the turnout, the reports."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self._room()
        self._paint_figures(painter, room)
        self._paint_hours(painter, room)
        colours = self.palette()
        painter.setPen(QPen(colours.color(QPalette.ColorRole.Highlight), self._thin() * 2.5))
        painter.drawPolyline([self._at(room, *point) for point in self.line])
        self._paint_reports(painter, room)
        painter.end()

    def _room(self) -> QRectF:
        """Leave room for the figures at the left and the hours below."""
        letters = self.fontMetrics()
        high, half = letters.height(), letters.horizontalAdvance("00:00") / 2
        left = max(half, letters.horizontalAdvance(self._written(self.top)) + high / 2)
        height = self.height() - 2.8 * high
        return QRectF(left, 1.4 * high, self.width() - left - half - 2, height)

    def _at(self, room: QRectF, moment: datetime, count: int) -> QPointF:
        along = (moment - self._begins) / (self._ends - self._begins)
        return QPointF(room.left() + along * room.width(), self._height_of(room, count))

    def _height_of(self, room: QRectF, count: int) -> float:
        return room.bottom() - room.height() * count / self.top

    def _paint_figures(self, painter: QPainter, room: QRectF) -> None:
        letters = self.fontMetrics()
        for count in range(0, self.top + 1, self.step):
            at = self._height_of(room, count)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), self._thin()))
            painter.drawLine(QPointF(room.left(), at), QPointF(room.right(), at))
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            place = QRectF(0, at - letters.height(), room.left() - 6, 2 * letters.height())
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, right, self._written(count))

    def _paint_hours(self, painter: QPainter, room: QRectF) -> None:
        letters = self.fontMetrics()
        hours = round((self._ends - self._begins) / HOUR)
        wide = 1.5 * letters.horizontalAdvance("00:00")
        every = max(1, -(-hours * wide // max(room.width(), 1)))
        for hour in range(0, hours + 1, int(every)):
            moment = self._begins + hour * HOUR
            at = self._at(room, moment, 0)
            place = QRectF(at.x() - wide, at.y() + 4, 2 * wide, letters.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, moment.strftime("%H:%M"))

    def _paint_reports(self, painter: QPainter, room: QRectF) -> None:
        """Paint a ring at each report, with its figure above."""
        ink, high = self.palette().color(QPalette.ColorRole.WindowText), self.fontMetrics().height()
        painter.setBrush(self.palette().base())
        for moment, count in self.dots:
            at = self._at(room, moment, count)
            painter.setPen(QPen(ink, self._thin() * 2))
            painter.drawEllipse(at, high / 4, high / 4)
            place = QRectF(at.x() - 4 * high, at.y() - 1.35 * high, 8 * high, high)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._written(count))

    def _thin(self) -> float:
        return max(1.0, self.fontMetrics().height() / 20)


def _served_by(
    moments: Sequence[datetime], begins: datetime, until: datetime
) -> list[tuple[datetime, int]]:
    """Count those served every five minutes from the first hour to a moment."""
    found, at = [], begins
    while at < until:
        found.append((at, bisect_right(moments, at)))
        at += STEP
    return [*found, (until, bisect_right(moments, until))] if until >= begins else []


def _step(most: int) -> int:
    """Choose a round number of which few reach the highest figure."""
    step, noughts = 1, 1
    while step * ACROSS < most:
        for first in ROUND:
            step = first * noughts
            if step * ACROSS >= most:
                return step
        noughts *= 10
    return step
