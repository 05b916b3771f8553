"""What time it is: by the laptop, or in an exercise."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time, also for an act whose moment was stated."""

    def now(self) -> datetime:
        """Tell the moment, with its offset from UTC."""

    def beside(self, moment: datetime, /) -> datetime:
        """Tell what the clock says beside a stated moment; nothing moves yet."""

    def state(self, moment: datetime, /) -> None:
        """Learn that what happened at a stated moment is recorded."""


class LaptopClock:
    """The clock of the laptop: a stated moment does not move it."""

    def now(self) -> datetime:
        """Tell the moment by the laptop, with the laptop's offset from UTC."""
        return datetime.now().astimezone()

    def beside(self, _moment: datetime, /) -> datetime:
        """Tell the time all the same: what happened was stated afterwards."""
        return self.now()

    def state(self, _moment: datetime, /) -> None:
        """Go on as before."""


class TrainingClock:
    """A clock that starts where it is put, goes on by itself and jumps when a moment is stated."""

    def __init__(self, start: datetime, ticking: Callable[[], float] = time.monotonic) -> None:
        self._start, self._ticking, self._since = start, ticking, ticking()

    def now(self) -> datetime:
        """Tell the moment of the exercise."""
        return self._start + timedelta(seconds=self._ticking() - self._since)

    def beside(self, moment: datetime, /) -> datetime:
        """Tell the stated moment itself."""
        return moment

    def state(self, moment: datetime, /) -> None:
        """Jump to the stated moment."""
        self._start, self._since = moment, self._ticking()
