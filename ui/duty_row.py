"""The members on duty: a key chooses who issues."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from precinct_app.domain.parts.access import MOST_ON_DUTY
from ui.flow import Flow
from ui.language import Language
from ui.names import short_name
from ui.session import Session
from ui.theme import dress


class DutyRow(QWidget):
    """Up to eight members in the order they came, each with the key Ctrl+1 … Ctrl+8.

    Where one line does not hold all names, only the chosen ones are named.
    """

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._session, self._language = session, language
        self.keys = [self._key(place) for place in range(MOST_ON_DUTY)]
        self.typist = QLabel()
        dress(self.typist, "muted")
        self._line, row = Flow(), QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for key in self.keys:
            self._line.addWidget(key)
        row.addLayout(self._line, 1)
        row.addWidget(self.typist)
        session.changed.connect(self.retranslate)
        session.chosen.connect(self.retranslate)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def choose(self, place: int) -> None:
        """Choose the member at a place, 0 to 7; an empty place changes nothing."""
        duty = self._duty()
        if place < len(duty):
            self._session.choose(duty[place])
        self.retranslate()

    def retranslate(self) -> None:
        """Show who is on duty now, in the language that is on."""
        duty, members = self._duty(), self._session.desk.day.members
        chosen = {self._session.issuer, self._session.scribe}
        typist = members.get(self._session.typist)
        words = self._language.text("duty.typist", name=short_name(typist.name)) if typist else ""
        self.typist.setText(words)
        for place, key in enumerate(self.keys):
            key.setVisible(place < len(duty))
            if place < len(duty):
                self._name(key, place, duty[place])
                key.setChecked(duty[place] in chosen)
        if self._line.sizeHint().width() > self.width() - self.typist.sizeHint().width():
            for place, member in enumerate(duty):
                if member not in chosen:
                    self.keys[place].setText(str(place + 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name as many as there is room for."""
        super().resizeEvent(event)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Name as many as there is room for in other letters."""
        super().changeEvent(event)
        looks_else = event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}
        if looks_else and hasattr(self, "_line"):
            self.retranslate()

    def _name(self, key: QPushButton, place: int, member: str) -> None:
        found, say = self._session.desk.day.members[member], self._language
        role = say.word("role", found.role)
        key.setText(say.text("duty.key", place=place + 1, name=short_name(found.name)))
        issues = "duty.issues" if self._session.may_issue(member) else "duty.types_only"
        key.setToolTip(say.text(issues, name=found.name, office=role, place=place + 1))
        key.setAccessibleName(key.toolTip())

    def _key(self, place: int) -> QPushButton:
        key = QPushButton()
        key.setCheckable(True)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.clicked.connect(lambda: self.choose(place))
        return key

    def _duty(self) -> list[str]:
        return self._session.desk.day.duty(self._session.desk.number)
