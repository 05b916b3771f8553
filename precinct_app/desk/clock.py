"""What time it is: by the laptop, or in an exercise."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time, and for a stated moment both times of an act."""

    def now(self) -> datetime:
        """Tell the moment, with its offset from UTC."""

    def state(self, moment: datetime, /) -> datetime:
        """Take a stated moment and tell what the clock says then."""


class LaptopClock:
    """The clock of the laptop: a stated moment does not move it."""

    def now(self) -> datetime:
        """Tell the moment by the laptop, with the laptop's offset from UTC."""
        return datetime.now().astimezone()

    def state(self, _moment: datetime, /) -> datetime:
        """Tell the time all the same: what happened was stated afterwards."""
        return self.now()


class TrainingClock:
    """A clock that starts where it is put, goes on by itself and jumps when a moment is stated."""

    def __init__(self, start: datetime, ticking: Callable[[], float] = time.monotonic) -> None:
        self._start, self._ticking, self._since = start, ticking, ticking()

    def now(self) -> datetime:
        """Tell the moment of the exercise."""
        return self._start + timedelta(seconds=self._ticking() - self._since)

    def state(self, moment: datetime, /) -> datetime:
        """Jump to the stated moment."""
        self._start, self._since = moment, self._ticking()
        return moment
