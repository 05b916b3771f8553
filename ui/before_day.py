"""The pages before a day is open, and the way through them."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from precinct_app.desk import home
from precinct_app.errors import Saying, StoreError
from precinct_app.training import PASSPHRASE
from ui.background import Aside, Background
from ui.language import Language
from ui.passphrase_page import PassphrasePage
from ui.rail import Rail
from ui.recent import remember_file
from ui.theme import dress

if TYPE_CHECKING:
    from precinct_app.desk import Desk, Founded
    from precinct_app.lists.report import ListReport
    from ui.day_frame import Page
    from ui.draft import Draft, Made, Stated

TRAINING = "training"


class BeforeDay(QWidget):
    """One page at a time beside the rail; ``opened`` carries the Desk of the day.

    A page is loaded when it is asked for, so that the first one stands at once.
    """

    opened = Signal(object)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.rail, self.pages = Rail(language), QStackedWidget()
        dress(self, "ground")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.rail)
        row.addWidget(self.pages, 1)

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self.pages.currentWidget()

    def start(self) -> None:
        """Ask which file, a new one, or an exercise; pages that were left are gone."""
        from ui.start_page import StartPage

        while self.page:
            self._drop(self.page)
        page = StartPage(self._language, training_there=training_file().exists())
        page.file_wanted.connect(self.open_file)
        page.new_wanted.connect(self.make_day)
        page.training_wanted.connect(self.train)
        page.trial_wanted.connect(self.try_file)
        page.renewal_wanted.connect(self.renew_file)
        self._show(page)

    def open_file(self, file: Path) -> None:
        """Ask for the key of a file."""
        known = file.parent == training_file().parent
        page = PassphrasePage(self._language, file, hint=PASSPHRASE if known else "")
        page.opened.connect(self._open)
        page.back.connect(self.start)
        self._show(page)

    def train(self, anew: bool = False) -> None:
        """Open the built-in training precinct, which is made where there is none."""
        from precinct_app.training.precinct import make_training_day
        from ui.waiting_page import WaitingPage

        file = training_file(anew=anew)
        if file.exists():
            self.open_file(file)
            return
        page = WaitingPage(self._language, "train.title", Background(make_training_day, file))
        page.done.connect(lambda _: self.open_file(file))
        page.back.connect(self.start)
        self._show(page)

    def try_file(self, file: Path) -> None:
        """Make a training copy of a live file once its key was given."""
        page = PassphrasePage(self._language, file, "try")
        page.opened.connect(self._copy)
        page.back.connect(self.start)
        self._show(page)

    def renew_file(self, file: Path) -> None:
        """Make a fresh live file from another's set-up once its key was given."""
        page = PassphrasePage(self._language, file, "renew")
        page.opened.connect(self._take_over)
        page.back.connect(self.start)
        self._show(page)

    def _take_over(self, old: "Desk") -> None:
        """Ask for place and passphrase of the fresh file; the old one is let go of afterwards."""
        from ui.draft import TakenOver
        from ui.make_page import MakePage

        page = MakePage(self._language, TakenOver(old))
        for ended in (page.made, page.back):
            ended.connect(lambda *_: let_go(old))
        page.made.connect(self._show_sheet)
        page.back.connect(self.start)
        self._show(page)

    def make_day(self) -> None:
        """Ask what a new day is made of."""
        from ui.new_day_page import NewDayPage

        page = NewDayPage(self._language)
        page.wanted.connect(self._read_list)
        page.back.connect(self.start)
        self._show(page)

    def _copy(self, old: "Desk") -> None:
        """Make the copy beside the other exercises; its PINs are shown on the sign-in page."""
        from precinct_app.desk import this_laptop, try_it

        target = free_name(home() / TRAINING / old.path.name)
        target.parent.mkdir(parents=True, exist_ok=True)
        self._target = target
        self._aside = Aside(lambda: try_it(old, target, PASSPHRASE, this_laptop()))
        self._aside.done.connect(self._open_copy)
        self._aside.said_no.connect(self._say_no)
        self._aside.start()

    def _open_copy(self, founded: "Founded") -> None:
        from precinct_app.desk import Desk, this_laptop

        desk = Desk(self._target, founded.key, this_laptop())
        desk.start_writing()
        self._open(desk)

    def _say_no(self, no: Saying) -> None:
        if isinstance(self.page, PassphrasePage):
            self.page.notice.say(no)

    def _read_list(self, draft: "Draft") -> None:
        from precinct_app.lists.intake import check_list, terms_of
        from ui.waiting_page import WaitingPage

        work = Background(check_list, draft.list, terms_of(draft.election))
        page = WaitingPage(self._language, "list.loading", work)
        page.done.connect(lambda report: self._show_report(draft, report))
        page.back.connect(self._step_back)
        self._show(page)

    def _show_report(self, draft: "Draft", report: "ListReport") -> None:
        from ui.list_page import ListPage

        self._step_back()
        page = ListPage(self._language, draft, report)
        page.accepted.connect(self._make)
        page.back.connect(self._step_back)
        self._show(page)

    def _make(self, stated: "Stated") -> None:
        from ui.make_page import MakePage

        page = MakePage(self._language, stated)
        page.made.connect(self._show_sheet)
        page.back.connect(self._step_back)
        self._show(page)

    def _show_sheet(self, made: "Made") -> None:
        from ui.sheet_page import SheetPage

        page = SheetPage(self._language, made)
        page.opened.connect(self._open)
        self._show(page)

    def _open(self, desk: "Desk") -> None:
        remember_file(desk.path)
        self.opened.emit(desk)

    def _step_back(self) -> None:
        """Go back to the page before, with what was typed there."""
        if self.page:
            self._drop(self.page)
        if self.page:
            self._come(self.page)

    def _show(self, page: QWidget) -> None:
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self._come(page)

    def _drop(self, page: QWidget) -> None:
        self.pages.removeWidget(page)
        page.deleteLater()

    def _come(self, page: QWidget) -> None:
        cast("Page", page).come()


def training_file(*, anew: bool = False) -> Path:
    """Name the file of the built-in training precinct: the newest there is, or a fresh one."""
    first = home() / TRAINING / f"{TRAINING}.precinct"
    if anew:
        return free_name(first)
    known = [*first.parent.glob(f"{TRAINING}*.precinct")]
    return max(known, key=lambda file: file.stat().st_mtime, default=first)


def let_go(desk: "Desk") -> None:
    """Close a file that nobody goes on with; a log that stays beside it holds all the same."""
    with suppress(StoreError):
        desk.close()


def free_name(file: Path) -> Path:
    """Give a name that no file has yet: the name itself, or with a number."""
    number, free = 1, file
    while free.exists():
        number += 1
        free = file.with_stem(f"{file.stem}-{number}")
    return free
