"""The window itself: its keys, its look, its lock."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from precinct_app.errors import StoreError
from ui.curtain import Curtain
from ui.idle import Idle
from ui.keystrokes import Keystrokes
from ui.language import Language
from ui.look import Look

if TYPE_CHECKING:
    from precinct_app.domain.entry import Entry
    from ui.day_frame import DayFrame
    from ui.session import Session
    from ui.sign_in_page import SignInPage
    from ui.voter_page import VoterPage

SMALLEST = (1100, 640)
VOTER, SIGN_IN, STOCK, SETUP = "voter", "sign_in", "stock", "setup"
CHAIRMAN, OBSERVERS = "chairman", "observers"


class MainWindow(QMainWindow):
    """Shows a page before a day is open, then the frame of the day.

    F12 blanks the screen; ten idle minutes lock it until a member types the PIN.
    """

    def __init__(
        self,
        language: Language,
        look: Look,
        idle: Idle | None = None,
        keystrokes: Keystrokes | None = None,
    ) -> None:
        super().__init__()
        self.language, self.look = language, look
        self.idle, self.keystrokes = idle or Idle(), keystrokes or Keystrokes()
        self.curtain = Curtain(language)
        self.frame: DayFrame | None = None
        self.voters: VoterPage | None = None
        self.sign_in: SignInPage | None = None
        self.locked = False
        self._whole = QStackedWidget()
        self._whole.addWidget(self.curtain)
        self.setCentralWidget(self._whole)
        self.setMinimumSize(*SMALLEST)
        self._left: QWidget | None = None
        self._before_lock = ""
        self.idle.lock.connect(self.lock)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def show_alone(self, page: QWidget) -> None:
        """Show a page by itself, before a day is open."""
        self._whole.addWidget(page)
        self._whole.setCurrentWidget(page)

    def open_day(self, session: "Session") -> "DayFrame":
        """Show the frame of a day with the page where members come on duty."""
        from ui.chairman_page import ChairmanPage
        from ui.day_frame import DayFrame
        from ui.forms.acts_page import ActsPage
        from ui.forms.pages import PAGES
        from ui.observers_page import ObserversPage
        from ui.setup_page import SetupPage
        from ui.sign_in_page import SignInPage
        from ui.stock_page import StockPage
        from ui.voter_page import VoterPage

        self.frame = DayFrame(session, self.language)
        self.voters = VoterPage(session, self.language, self.keystrokes)
        sign_in = self.sign_in = SignInPage(session, self.language)
        self.frame.add_page(VOTER, self.voters)
        self.frame.add_unmade(CHAIRMAN, lambda: ChairmanPage(session, self.language))
        self.frame.add_page(SIGN_IN, sign_in)
        self.frame.add_unmade(STOCK, lambda: StockPage(session, self.language))
        self.frame.add_unmade(SETUP, lambda: SetupPage(session, self.language))
        for code in PAGES:
            making = partial(ActsPage, session, self.language, self.keystrokes, code)
            self.frame.add_unmade(code, making)
        self.frame.add_unmade(OBSERVERS, lambda: ObserversPage(session, self.language))
        sign_in.to_voters.connect(self.show_voters)
        self.frame.rail.theme_wanted.connect(self.look.next_theme)
        self.frame.rail.size_wanted.connect(self.look.step)
        session.changed.connect(self._unlock_on)
        self.show_alone(self.frame)
        # Before anybody has a PIN there is nobody to sign in.
        self.frame.show_page(SIGN_IN if session.has_pins else SETUP)
        self.retranslate()
        return self.frame

    def show_voters(self) -> None:
        """Go on to the voters, unless the window is locked."""
        if self.frame and not self.locked:
            self.frame.show_page(VOTER)

    def lock(self) -> None:
        """Hide the voters' names until a member on duty types the PIN."""
        if self.frame is None or self.locked or not self.frame.session.has_pins:
            return
        self.locked, self._before_lock = True, self.frame.shown
        self.frame.rail.setEnabled(False)
        if self.voters and self.sign_in:
            self.voters.forget()
            self.sign_in.say_locked(True)
        self.frame.show_page(SIGN_IN)

    def blank(self) -> None:
        """Blank the screen, or show it again."""
        if self._whole.currentWidget() is self.curtain:
            if self._left:
                self._whole.setCurrentWidget(self._left)
                if self.frame:
                    self.frame.show_page(self.frame.shown)
            return
        self._left = self._whole.currentWidget()
        self._whole.setCurrentWidget(self.curtain)
        self.curtain.setFocus()

    def retranslate(self) -> None:
        """Name the window in the language that is on."""
        title = self.language.text("window.title")
        if self.frame:
            number = self.frame.session.desk.day.precinct.number
            title = self.language.text("window.title_of", number=number)
        self.setWindowTitle(title)
        self.setAccessibleName(title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys that hold on every page."""
        key = Qt.Key(event.key())
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_F12:
            self.blank()
        elif self._whole.currentWidget() is self.curtain:
            return
        elif control and Qt.Key.Key_1 <= key <= Qt.Key.Key_8:
            if self.frame and not self.locked:
                self.frame.duty.choose(key - Qt.Key.Key_1)
        elif control and key == Qt.Key.Key_L:
            self.language.next()
        elif control and key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.look.step(1)
        elif control and key == Qt.Key.Key_Minus:
            self.look.step(-1)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Watch for touches as soon as there is a window to watch."""
        super().showEvent(event)
        self.idle.watch(self.windowHandle())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Bring all into the file before the window goes; what hinders that is said first."""
        if self.frame:
            try:
                self.frame.session.desk.close()
            except StoreError as no:
                # Nothing is lost, and the desk has let go of the file: the next time it closes.
                self.frame.notice.say(no)
                event.ignore()
                return
        super().closeEvent(event)

    def _unlock_on(self, entry: "Entry") -> None:
        from precinct_app.domain.parts.access import SignedIn

        if not (self.locked and self.frame and isinstance(entry.event, SignedIn)):
            return
        self.locked = False
        self.frame.rail.setEnabled(True)
        if self.sign_in:
            self.sign_in.say_locked(False)
        self.frame.show_page(self._before_lock)
