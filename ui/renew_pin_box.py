"""A new PIN for a chairman who forgot it: the recovery sheet opened the file."""

from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from precinct_app.desk import Who
from precinct_app.domain.entry import Entry
from precinct_app.domain.members import Role
from precinct_app.domain.parts import access
from precinct_app.errors import Reason, Refusal
from ui.box import Box
from ui.keystrokes import Keystrokes
from ui.language import Language
from ui.pin_field import PinField
from ui.second_person import SecondPerson
from ui.session import Session


class RenewPinBox(Box):
    """The PIN twice, and a second person with the own PIN where there is one."""

    code = "renew_pin"
    answer = (access.PinSet,)

    def __init__(
        self, parent: QWidget, session: Session, language: Language, keystrokes: Keystrokes
    ) -> None:
        super().__init__(parent, session, language, keystrokes)
        self.pin_words, self.again_words = QLabel(), QLabel()
        self.pin, self.again = PinField(keystrokes), PinField(keystrokes)
        self.second = SecondPerson(session, language, keystrokes)
        self.pin_words.setBuddy(self.pin)
        self.again_words.setBuddy(self.again)
        fields = QFormLayout()
        fields.addRow(self.pin_words, self.pin)
        fields.addRow(self.again_words, self.again)
        self.body.addLayout(fields)
        self.body.addWidget(self.second)
        self.retranslate()
        self.pin.setFocus()

    def ask(self) -> None:
        """Ask for the new PIN, once it was typed twice alike; Enter goes on to what is empty."""
        asked = [self.pin, self.again, *([self.second.pin] if self._beside() else [])]
        if empty := next((field for field in asked if not field.text()), None):
            empty.setFocus()
            return
        pin, again = self.pin.take(), self.again.take()
        if pin != again:
            self.notice.say(Refusal(Reason.PIN_DIFFERS))
            self.pin.setFocus()
            return
        witness = self.second.member.code
        self._session.renew_pin(Who(self._chairman(), witness), pin, self.second.pin.take())

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        super().retranslate()
        say, day = self._language.text, self._session.desk.day
        self.pin_words.setText(say("members.pin"))
        self.again_words.setText(say("members.again"))
        self.pin.setAccessibleName(self.pin_words.text())
        self.again.setAccessibleName(self.again_words.text())
        chairman = self._chairman()
        self.told.setText(say("renew_pin.told", name=day.members[chairman].name))
        self.second.offer(self._beside(), say("renew_pin.second"))
        self.second.setVisible(bool(self._beside()))
        self.fit()

    def _chairman(self) -> str:
        (chairman,) = self._session.desk.day.bearers(Role.CHAIRMAN)
        return chairman.id

    def _beside(self) -> list[str]:
        return [*access.members_beside(self._session.desk.day, self._chairman())]

    def _day_moved(self, entry: Entry) -> None:
        super()._day_moved(entry)
        # A wrong PIN of the second person is an entry too, and leaves the box as it is.
        if self.isVisible():
            self.pin.setFocus()
