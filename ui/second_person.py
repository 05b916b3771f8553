"""The second person: who stands by, and the PIN."""

from collections.abc import Iterable

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.choice import Choice
from ui.keystrokes import Keystrokes
from ui.language import Language
from ui.pin_field import PinField
from ui.session import Session
from ui.theme import dress


class SecondPerson(QWidget):
    """Another member of the commission, chosen by name, who confirms with the PIN."""

    def __init__(self, session: Session, language: Language, keystrokes: Keystrokes) -> None:
        super().__init__()
        self._session, self._language = session, language
        self.why, self.words, self.pin_words = QLabel(), QLabel(), QLabel()
        self.member, self.pin = Choice(keystrokes), PinField(keystrokes)
        self.words.setBuddy(self.member)
        self.pin_words.setBuddy(self.pin)
        dress(self.why, "warning")
        self.why.setWordWrap(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.why, 0, 0, 1, 2)
        grid.addWidget(self.words, 1, 0)
        grid.addWidget(self.pin_words, 1, 1)
        grid.addWidget(self.member, 2, 0)
        grid.addWidget(self.pin, 2, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 1)

    def offer(self, members: Iterable[str], why: str, *, nobody: bool = False) -> None:
        """Offer members to choose among, and say why one is needed; or ``nobody`` at first."""
        known, say = self._session.desk.day.members, self._language
        rows = {
            member: say.text(
                "sign_in.row",
                name=known[member].name,
                office=say.word("role", known[member].role),
            )
            for member in members
        }
        self.member.offer({"": self._language.text("form.nothing")} | rows if nobody else rows)
        self.why.setText(why)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say = self._language.text
        self.words.setText(say("second.member"))
        self.pin_words.setText(say("sign_in.pin"))
        self.member.setAccessibleName(say("second.member"))
        self.pin.setAccessibleName(say("second.pin"))
