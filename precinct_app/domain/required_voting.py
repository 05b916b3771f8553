"""What an issue asks of the hour: that voting goes on, or that the voter was inside at its end."""

from datetime import datetime

from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act
from precinct_app.errors import Reason, Refusal


def require_voting(day: Day, act: Act, *voters: str, happened: datetime | None = None) -> None:
    """Hold back an issue while voting stands still, or after its end to one who was not inside.

    ``happened`` is the moment of the issue where it is not that of the act.
    """
    when = happened or act.happened
    for stop in day.suspensions:
        until = datetime.fromisoformat(stop.until) if stop.until else when
        if datetime.fromisoformat(stop.since) <= when <= until:
            act.hold(Refusal(Reason.SUSPENDED, entry=stop.entry))
    ended = day.ended
    if ended and when >= datetime.fromisoformat(ended.happened):
        served = {*ended.served, *voters}
        if not ended.inside or len(served) > ended.inside:
            act.hold(Refusal(Reason.INSIDE_SERVED, "43(1)", inside=ended.inside))
