"""A box over the page: one question, one verb, one way back."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from precinct_app.domain.entry import Entry
from precinct_app.errors import Saying
from ui.keystrokes import Keystrokes, is_character
from ui.language import Language
from ui.notice import Notice
from ui.press import Press
from ui.scrolling import Scrolling
from ui.session import Session
from ui.theme import dress

WIDTH = 680
UNBOUNDED = 100_000


class Box(QDialog):
    """Asks the session with ``ask``, and closes when the day has moved by an event of ``answer``.

    What is refused is said in the box, and nothing typed is lost. The end of a scan never presses
    its button.
    """

    code = ""
    answer: tuple[type, ...] = ()

    def __init__(
        self, parent: QWidget, session: Session, language: Language, keystrokes: Keystrokes
    ) -> None:
        super().__init__(parent)
        self._session, self._language, self._keystrokes = session, language, keystrokes
        self.title, self.told, self.body = QLabel(), QLabel(), QVBoxLayout()
        self.notice = Notice(language, session.desk.day.election)
        self.go, self.back = Press(keystrokes), Press(keystrokes)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._frame()
        self.go.clicked.connect(self._go)
        self.back.clicked.connect(self.reject)
        session.changed.connect(self._day_moved)
        session.refused.connect(self._say_no)
        session.failed.connect(self._say_no)
        session.waiting.connect(self._wait)
        language.changed.connect(self.retranslate)

    def ask(self) -> None:
        """Ask the session for what the box is about."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say title, verb and way back in the language that is on."""
        say = self._language.text
        self.title.setText(say(f"{self.code}.title"))
        self.setWindowTitle(self.title.text())
        self.setAccessibleName(self.title.text())
        self.told.setText(say(f"{self.code}.told"))
        self.go.setText(say("busy" if self._session.is_waiting else f"{self.code}.go"))
        self.back.setText(say("box.back"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button only when a hand pressed Enter; F12 blanks here too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._keystrokes.is_by_hand(event):
                self._go()
            return
        if event.key() == Qt.Key.Key_F12:
            # The page behind shows names too: the box goes, and the window is blanked.
            self.reject()
            if behind := self.parentWidget():
                QCoreApplication.sendEvent(behind, event)
            return
        if is_character(event):
            self._keystrokes.note(event)
        super().keyPressEvent(event)

    def _go(self) -> None:
        if self.go.isEnabled() and not self._session.is_waiting:
            self.notice.clear()
            self.ask()

    def fit(self) -> None:
        """Be as large as what is shown now, and no higher than the window: then the body scrolls."""
        self.reach.updateGeometry()
        self._fit()

    def _fit(self) -> None:
        column, behind = self.layout_of_all, self.parentWidget()
        column.invalidate()
        width, margins = self.sizeHint().width(), column.contentsMargins()
        inside = width - margins.left() - margins.right()
        rest = column.totalHeightForWidth(width) - self.reach.heightForWidth(inside)
        room = max(1, (behind.window().height() if behind else UNBOUNDED) - rest)
        if room != self.reach.most:
            self.reach.most = room
            self.reach.updateGeometry()
            width = self.sizeHint().width()
        self.resize(width, rest + self.reach.heightForWidth(inside))

    def event(self, event: QEvent) -> bool:
        """Fit anew when something in the box wants another size."""
        done = super().event(event)
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Show}:
            self._fit()
        return done

    def _say_no(self, no: Saying) -> None:
        self.notice.say(no)
        self.fit()

    def _wait(self, waiting: bool) -> None:
        self.go.setDisabled(waiting)
        self.retranslate()

    def _day_moved(self, entry: Entry) -> None:
        if isinstance(entry.event, self.answer):
            self.accept()

    def _frame(self) -> None:
        # By a part of it: with a least width of its own a box would squeeze large letters.
        self.title.setMinimumWidth(WIDTH)
        self.setModal(True)
        dress(self.title, "large")
        dress(self.told, "muted")
        dress(self.go, "primary")
        for label in (self.title, self.told):
            label.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.go)
        inner = QWidget()
        asked, column = QVBoxLayout(inner), QVBoxLayout(self)
        self.reach, self.layout_of_all = Scrolling(inner), column
        self.reach.most = UNBOUNDED
        asked.setContentsMargins(0, 0, 0, 0)
        column.setContentsMargins(22, 18, 22, 18)
        for layout in (asked, column):
            layout.setSpacing(12)
        asked.addWidget(self.title)
        asked.addWidget(self.told)
        asked.addLayout(self.body)
        column.addWidget(self.reach)
        column.addWidget(self.notice)
        column.addLayout(buttons)
