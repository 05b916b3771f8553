"""A new day that few make: with other hours, or from another file's set-up."""

from collections.abc import Callable, Mapping

from precinct_app.desk import unlock as desk_unlock
from precinct_app.keys import write_recovery
from tests.ui.scenes_before import PASSPHRASE, at_start, made_day, new_day_full, page_of, unlock
from tests.ui.stage import Stage
from ui.make_page import MakePage
from ui.new_day_page import NewDayPage
from ui.passphrase_page import PassphrasePage


def new_day_more(stage: Stage) -> NewDayPage:
    """A hospital states its own hours and the pages of its list."""
    page = new_day_full(stage)
    page.more_wanted.click()
    more = page.more
    more.times["boxes"].edit.setText("06:15")
    more.spans["count_hours"].edit.setText("6")
    more.report_hours.edit.setText("09:00, 11:00")
    more.region.edit.setText("Абай облысы")
    more.pages.edit.setText("25")
    more.closed.setChecked(True)
    stage.settle()
    return page


def renewal(stage: Stage) -> MakePage:
    """A fresh file takes over the set-up of the evening before."""
    path = made_day(stage.folder)
    before = at_start(stage)
    before.renew_file(path)
    unlock(stage, page_of(before, PassphrasePage, stage))
    return page_of(before, MakePage, stage)


def renewal_refused(stage: Stage) -> PassphrasePage:
    """A training file gives its set-up to no live one."""
    path = made_day(stage.folder, kind="training")
    before = at_start(stage)
    before.renew_file(path)
    page = page_of(before, PassphrasePage, stage)
    unlock(stage, page)
    return page


def elsewhere_by_sheet(stage: Stage) -> PassphrasePage:
    """The chairman forgot the PIN at another laptop, and has the recovery sheet."""
    path = made_day(stage.folder, "elsewhere")
    page = page_of(at_start(stage, path), PassphrasePage, stage)
    page.other_key.click()
    unlock(stage, page, write_recovery(desk_unlock(path, PASSPHRASE)))
    stage.desk = page.reading._desk
    return page


SCENES: Mapping[str, Callable[[Stage], object]] = {
    "new_day-more": new_day_more,
    "make-renewal": renewal,
    "passphrase-elsewhere_by_sheet": elsewhere_by_sheet,
    "passphrase-renewal-refused": renewal_refused,
}
