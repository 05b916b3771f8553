"""On duty: the members of the commission and their PINs."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from precinct_app.desk import Who
from precinct_app.domain.entry import Entry
from precinct_app.domain.members import COMMISSION, Member, Role
from precinct_app.domain.parts import access
from precinct_app.errors import Refusal
from ui.button import Button, act_button
from ui.keystrokes import Keystrokes
from ui.language import Language
from ui.member_table import MemberTable, seconds_to_wait
from ui.pin_field import PinField
from ui.renew_pin_box import RenewPinBox
from ui.scrolling import Scrolling
from ui.session import Session
from ui.theme import dress


class SignInPage(QWidget):
    """Who is on duty; the arrows choose a member, the PIN and Enter bring him on duty.

    ``to_voters`` says that somebody wants to go on to the voters.
    """

    to_voters = Signal()

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._session, self._language = session, language
        self._locked = False
        self.title, self.told, self.chosen, self.advice = QLabel(), QLabel(), QLabel(), QLabel()
        self.members = MemberTable(session, language)
        self.pin_words, self.pin = QLabel(), PinField(Keystrokes())
        self.enter, self.leave, self.lift = (act_button(session, "") for _ in range(3))
        self.go_on, self.renew = QPushButton(), Button()
        self.box: RenewPinBox | None = None
        self._lay_out()
        self._connect()
        self.retranslate()

    def come(self) -> None:
        """Be shown: the PIN is typed at once."""
        self.retranslate()
        self.pin.clear()
        self.pin.setFocus()

    def say_locked(self, locked: bool) -> None:
        """Say that the screen is locked, or what the page is for."""
        self._locked = locked
        dress(self.told, "warning" if locked else "muted")
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say = self._language.text
        self.title.setText(say("sign_in.title"))
        self.told.setText(say("sign_in.locked" if self._locked else "sign_in.told"))
        self.pin_words.setText(say("sign_in.pin"))
        self.pin.setAccessibleName(say("sign_in.pin"))
        self.enter.setText(say("sign_in.enter"))
        self.leave.setText(say("sign_in.leave"))
        self.lift.setText(say("sign_in.lift"))
        self.lift.setToolTip(say("sign_in.lift_told"))
        self.renew.setText(say("sign_in.renew"))
        self.go_on.setText(say("sign_in.to_voters"))
        self.setAccessibleName(say("sign_in.title"))
        self.members.retranslate()
        self._show_chosen()

    def _lay_out(self) -> None:
        dress(self.title, "title")
        dress(self.told, "muted")
        dress(self.chosen, "large")
        dress(self.enter, "primary")
        self.pin_words.setBuddy(self.pin)
        for words in (self.told, self.chosen, self.advice):
            words.setWordWrap(True)
        left, right = QVBoxLayout(), QVBoxLayout()
        # Without its own spacing a column takes that of the row.
        left.setSpacing(8)
        right.setSpacing(8)
        shown: tuple[QWidget, ...] = (self.title, self.told, self.members)
        for widget in shown:
            left.addWidget(widget)
        asked = (self.chosen, self.pin_words, self.pin, self.enter, self.advice)
        for widget in asked:
            right.addWidget(widget)
        right.addSpacing(12)
        for button in (self.leave, self.lift, self.renew):
            right.addWidget(button)
        right.addStretch(1)
        right.addWidget(self.go_on)
        row = QHBoxLayout(self)
        row.setSpacing(28)
        row.addLayout(left, 2)
        asking = QWidget()
        asking.setLayout(right)
        row.addWidget(Scrolling(asking, fills=True), 1)

    def _connect(self) -> None:
        session = self._session
        self.pin.returnPressed.connect(self._sign_in)
        self.pin.moved.connect(self.members.move_by)
        self.enter.clicked.connect(self._sign_in)
        self.leave.clicked.connect(self._sign_out)
        self.lift.clicked.connect(self._lift_wait)
        self.go_on.clicked.connect(self.to_voters)
        self.renew.clicked.connect(self._open_box)
        self.members.chosen.connect(self._show_chosen)
        session.changed.connect(self._day_moved)
        session.refused.connect(self._say_no)
        session.waiting.connect(self._show_chosen)
        self._language.changed.connect(self.retranslate)
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._count_down)
        self._tick.start(1_000)

    def _sign_in(self) -> None:
        pin = self.pin.take()
        if pin and self.members.member:
            self._session.sign_in(self.members.member, pin)
        elif self.go_on.isEnabled():
            self.to_voters.emit()

    def _sign_out(self) -> None:
        self._session.do_as(Who(self.members.member), access.sign_out)

    def _lift_wait(self) -> None:
        day = self._session.desk.day
        chairman = next((found.id for found in day.bearers(Role.CHAIRMAN)), "")
        self._session.do_as(Who(chairman), access.lift_wait, self.members.member)

    def _day_moved(self, _entry: Entry) -> None:
        self.retranslate()

    def _say_no(self, _no: Refusal) -> None:
        self._show_chosen()

    def _count_down(self) -> None:
        if self.isVisible() and self._session.desk.day.wrong_pins:
            self.members.retranslate()
            self._show_chosen()

    def _show_chosen(self) -> None:
        day, say = self._session.desk.day, self._language
        found = day.members.get(self.members.member)
        duty = day.duty(self._session.desk.number)
        self.chosen.setText(found.name if found else say.text("sign_in.no_members"))
        self.advice.setText(self._advice(found) if found else "")
        asks = not self._session.is_waiting
        self.leave.setEnabled(asks and self.members.member in duty)
        waits = bool(found) and seconds_to_wait(self._session, self.members.member) > 0
        self.lift.setVisible(waits)
        self.renew.setVisible(self._may_renew())
        may_enter = found is not None and found.role in COMMISSION
        self.pin.setEnabled(may_enter)
        self.enter.setEnabled(may_enter and asks)
        self.go_on.setEnabled(bool(duty) and not self._locked)

    def _may_renew(self) -> bool:
        """Tell whether the recovery sheet opened the file, so that the chairman gets a new PIN."""
        desk = self._session.desk
        has_pin = any(chairman.pin for chairman in desk.day.bearers(Role.CHAIRMAN))
        return has_pin and not self._locked and desk.number in desk.day.recovered

    def _open_box(self) -> None:
        self.box = RenewPinBox(self, self._session, self._language, Keystrokes())
        self.box.finished.connect(self._box_closed)
        self.box.open()

    def _box_closed(self) -> None:
        self.box = None
        self.come()

    def _advice(self, member: Member) -> str:
        """Say what a member may not do, and why."""
        say = self._language
        if member.role not in COMMISSION:
            return say.text("sign_in.advisory", name=member.name)
        if member.id in self._session.desk.day.wrong_pins:
            chairs = member.role is Role.CHAIRMAN
            return say.text("sign_in.forgotten_chairman" if chairs else "sign_in.forgotten")
        if self._session.may_issue(member.id):
            return ""
        office = say.word("role", member.role)
        words = say.text("sign_in.never_issues", name=member.name, office=office)
        return f"{words} ({say.article('41(5)')})"
