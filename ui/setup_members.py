"""The members of the commission: name, office, and the PIN that each one gives."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from precinct_app.domain.entry import Entry
from precinct_app.domain.members import COMMISSION, Member, Role
from precinct_app.domain.parts import access, setup
from precinct_app.errors import Reason, Refusal
from ui.acting import acting, setting_pin
from ui.button import act_button
from ui.choice import Choice
from ui.column import Column, words
from ui.field import Field
from ui.language import Language
from ui.member_table import MemberTable
from ui.names import short_name
from ui.session import Session
from ui.theme import dress

ROWS_SEEN = 4


class MembersPanel(Column):
    """A row is chosen above; below one names or corrects a member, and sets the PIN."""

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__(110)
        self._session, self._language = session, language
        self.title, self.told, self.chosen = QLabel(), words("muted"), words("strong")
        self.members = MemberTable(session, language)
        self.number, self.name = Field(language, "members.number"), Field(language, "members.name")
        self.role_words, self.role = QLabel(), Choice()
        self.pin = Field(language, "members.pin", secret=True)
        self.again = Field(language, "members.again", secret=True)
        self.own = Field(language, "members.own", secret=True)
        self.save, self.set_pin = act_button(session), act_button(session, "")
        self._lay_out()
        self._connect()
        self._offer_new()
        self.retranslate()

    def come(self) -> None:
        """Be shown: the next name is typed at once, or the PIN that is missing."""
        self.retranslate()
        (self.pin if self._without_pin() else self.name).setFocus()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say = self._language
        self.title.setText(say.text("setup_step.members"))
        self.told.setText(say.text("members.told"))
        self.role_words.setText(say.text("members.role"))
        self.role.setAccessibleName(self.role_words.text())
        for place, role in enumerate(Role):
            self.role.setItemText(place, say.word("role", role))
        known = self.number.typed in self._session.desk.day.members
        self.save.setText(say.text("members.correct" if known else "members.save"))
        self.set_pin.setText(say.text("members.set_pin"))
        self.members.retranslate()
        self.members.setFixedHeight(self.members.rowHeight(0) * ROWS_SEEN + 6)
        self._show_chosen()
        self.setAccessibleName(self.title.text())

    def _lay_out(self) -> None:
        dress(self.title, "title")
        self.members.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.members.setTabKeyNavigation(False)
        self.role_words.setBuddy(self.role)
        for _ in Role:
            self.role.addItem("")
        for field in (self.pin, self.again, self.own):
            field.edit.setMaxLength(8)
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        office = QVBoxLayout()
        office.setSpacing(4)
        office.addStretch(1)
        office.addWidget(self.role_words)
        office.addWidget(self.role)
        left = Qt.AlignmentFlag.AlignLeft
        grid.addWidget(self.number, 0, 0)
        grid.addWidget(self.name, 0, 1)
        grid.addLayout(office, 0, 2)
        grid.addWidget(self.save, 1, 0, 1, 2, left)
        grid.addWidget(self.chosen, 2, 0, 1, 3)
        grid.addWidget(self.pin, 3, 0, 1, 2)
        grid.addWidget(self.again, 3, 2)
        grid.addWidget(self.own, 4, 0, 1, 2)
        grid.addWidget(self.set_pin, 5, 0, 1, 2, left)
        for column, width in enumerate((1, 4, 5)):
            grid.setColumnStretch(column, width)
        self.add(self.title, self.told, self.members, holder)
        self.rows.addStretch(1)

    def _connect(self) -> None:
        self.name.edit.returnPressed.connect(self._save)
        self.save.clicked.connect(self._save)
        self.number.edit.textChanged.connect(self.retranslate)
        self.pin.edit.returnPressed.connect(self.again.setFocus)
        self.again.edit.returnPressed.connect(self._end_of_pin)
        self.own.edit.returnPressed.connect(self._set_pin)
        self.set_pin.clicked.connect(self._set_pin)
        self.members.chosen.connect(self._show_chosen)
        self._session.changed.connect(self._day_moved)
        self._session.refused.connect(self._forget_own)
        self._session.waiting.connect(self._show_chosen)
        self._language.changed.connect(self.retranslate)

    def _save(self) -> None:
        role = list(Role)[self.role.currentIndex()]
        rule = setup.name_member
        who = acting(self._session, rule)
        self._session.do_as(who, rule, self.number.typed, self.name.typed, role)

    def _set_pin(self) -> None:
        if self.pin.typed != self.again.typed:
            self._session.refused.emit(Refusal(Reason.PIN_DIFFERS))
            self._clear_pin()
            self.pin.setFocus()
        elif self.members.member:
            who = setting_pin(self._session, self.members.member)
            self._session.set_pin(who, self.members.member, self.pin.typed, self.own.typed)

    def _end_of_pin(self) -> None:
        """Go on to the PIN of whoever sets it, where one is asked for."""
        if self.own.isVisibleTo(self) and not self.own.typed:
            self.own.setFocus()
        else:
            self._set_pin()

    def _forget_own(self, no: Refusal) -> None:
        """Let a mistyped own PIN be typed again; what else was typed stays."""
        self.own.edit.clear()
        if self.own.isVisible() and no.reason in {Reason.PIN_WRONG, Reason.PIN_WAIT}:
            self.own.setFocus()

    def _day_moved(self, entry: Entry) -> None:
        """Go on to what comes next: after a name the PIN, after the PIN the next name."""
        event = entry.event
        self.retranslate()
        if isinstance(event, setup.MemberNamed):
            self._offer_new()
            self.members.selectRow(list(self._session.desk.day.members).index(event.member))
            if self.isVisible():
                (self.pin if self._without_pin() else self.name).setFocus()
        elif isinstance(event, access.PinSet):
            self._bring_on_duty(event.member)
            self._clear_pin()
            if self.isVisible():
                self.name.setFocus()

    def _bring_on_duty(self, member: str) -> None:
        """Bring the first leader on duty by the PIN just given, since nobody else can go on."""
        # A PIN that was set elsewhere is known there alone.
        if self.pin.typed and not self._session.desk.day.duty(self._session.desk.number):
            self._session.sign_in(member, self.pin.typed)

    def _offer_new(self) -> None:
        """Offer the next free number, and the first office that nobody bears."""
        members = self._session.desk.day.members
        taken = {int(member) for member in members if member.isdecimal()}
        self.number.edit.setText(str(max(taken, default=0) + 1))
        self.name.edit.clear()
        borne = {member.role for member in members.values()}
        wanted = [Role.CHAIRMAN, Role.SECRETARY, Role.DEPUTY]
        role = next((role for role in wanted if role not in borne), Role.MEMBER)
        self.role.setCurrentIndex(list(Role).index(role))

    def _show_chosen(self) -> None:
        """Say whose PIN is set now."""
        member = self._session.desk.day.members.get(self.members.member)
        sworn = member is not None and member.role in COMMISSION
        for field in (self.pin, self.again):
            field.setEnabled(sworn)
        self.set_pin.setEnabled(sworn and not self._session.is_waiting)
        self._ask_own(member if sworn else None)
        self.chosen.setText(self._chosen_words(member))

    def _ask_own(self, member: Member | None) -> None:
        """Ask whoever sets another than a first PIN for the own one."""
        day = self._session.desk.day
        asked = member is not None and not access.is_first_pin(day, member.id)
        self.own.setVisible(asked)
        if member and asked:
            setter = day.members[setting_pin(self._session, member.id).by]
            self.own.say(self._language.text("members.own", name=short_name(setter.name)))

    def _chosen_words(self, member: Member | None) -> str:
        say = self._language.text
        if member is None:
            return say("members.none")
        if member.role not in COMMISSION:
            return say("sign_in.advisory", name=member.name)
        return say("members.new_pin_of" if member.pin else "members.pin_of", name=member.name)

    def _without_pin(self) -> bool:
        member = self._session.desk.day.members.get(self.members.member)
        return member is not None and member.role in COMMISSION and not member.pin

    def _clear_pin(self) -> None:
        self.pin.edit.clear()
        self.again.edit.clear()
        self.own.edit.clear()
