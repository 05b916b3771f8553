"""A file that opens for reading only: why, from which entry on, and what is possible."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from precinct_app.errors import Refusal, Saying, StoreError, Trouble
from ui.background import PAINTED_MS
from ui.button import Button
from ui.choice import Choice
from ui.column import words
from ui.field import Field
from ui.language import Language
from ui.notice import Notice
from ui.theme import dress

if TYPE_CHECKING:
    from precinct_app.desk import Desk
    from precinct_app.domain.members import Member

PASSABLE = (Trouble.OTHER_LAPTOP, Trouble.OLDER_COPY)


class ReadingPanel(QFrame):
    """Offers to read, and where the chairman may let it, to go on as the next desk."""

    opened = Signal(object)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._desk: Desk | None = None
        self._why: Saying | None = None
        self._by_sheet = False
        self.why, self.where, self.chairman = words("bad"), words(), words("strong")
        self.beside_words, self.beside = words("muted"), Choice()
        self.beside_words.setBuddy(self.beside)
        self.pin = Field(language, "reading.pin", secret=True)
        self.go_on, self.read = Button(), Button()
        self.notice = Notice(language)
        self._lay_out()
        self.pin.edit.returnPressed.connect(self._ask_to_go_on)
        self.go_on.clicked.connect(self._ask_to_go_on)
        self.read.clicked.connect(lambda: self.opened.emit(self._desk))
        language.changed.connect(self.retranslate)

    def offer(self, desk: "Desk", why: Saying, *, by_sheet: bool) -> None:
        """Say why the file can't be gone on with, and offer what is possible."""
        self._desk, self._why, self._by_sheet = desk, why, by_sheet
        passable = desk.hindrance in PASSABLE and bool(self._chairman())
        for widget in (self.chairman, self.pin, self.go_on):
            widget.setVisible(passable)
        self.beside_words.setVisible(passable and by_sheet)
        self.beside.setVisible(passable and by_sheet)
        self.notice.clear()
        self.retranslate()
        self.show()
        (self.pin if passable else self.read).setFocus()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say, desk = self._language, self._desk
        self.go_on.setText(say.text("reading.go_on"))
        self.read.setText(say.text("reading.read"))
        if desk is None or self._why is None:
            return
        self.why.setText(say.say(self._why))
        self.where.setText(self._where(desk))
        self.where.setVisible(bool(self.where.text()))
        chairman = desk.day.members.get(self._chairman())
        self.chairman.setText(say.text("reading.chairman", name=chairman.name if chairman else ""))
        self.beside_words.setText(say.text("reading.beside"))
        self.beside.setAccessibleName(self.beside_words.text())
        self.beside.offer({member.id: member.name for member in self._with_pins(desk)})
        self.pin.ask("reading.pin_beside" if self._by_sheet else "reading.pin")
        self.setAccessibleName(self.why.text())

    def _lay_out(self) -> None:
        dress(self, "panel")
        dress(self.go_on, "primary")
        self.pin.edit.setMaxLength(8)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        told, asked = (self.why, self.where, self.chairman), (self.beside_words, self.beside)
        for widget in (*told, *asked, self.pin, self.notice):
            column.addWidget(widget)
        column.addWidget(self.go_on)
        column.addWidget(self.read)

    def _where(self, desk: "Desk") -> str:
        """Say from which entry on the file does not hold, and which entries can't be read."""
        say, said = self._language, []
        if found := desk.finding:
            entry = f"{found.desk}-{found.number}"
            said.append(say.word("flaw", found.flaw))
            said.append(say.text("reading.from", entry=entry, entries=len(desk.day.entries)))
        if desk.unreadable:
            lost = ", ".join(f"{one}-{number}" for one, number in desk.unreadable)
            said.append(say.text("reading.lost", entries=lost))
        return " ".join(said)

    def _chairman(self) -> str:
        from precinct_app.domain.members import Role

        day = self._desk.day if self._desk else None
        named = day.bearers(Role.CHAIRMAN) if day else ()
        return next((member.id for member in named if member.pin), "")

    def _with_pins(self, desk: "Desk") -> "list[Member]":
        """List who could confirm after the recovery sheet: the chairman first."""
        chairman = self._chairman()
        named = [member for member in desk.day.members.values() if member.pin]
        return sorted(named, key=lambda member: member.id != chairman)

    def _ask_to_go_on(self) -> None:
        if not self.go_on.isEnabled():
            return
        self.go_on.setEnabled(False)
        QTimer.singleShot(PAINTED_MS, self, self._go_on)

    def _go_on(self) -> None:
        """Go on as the next desk; the chairman's PIN takes as long as a passphrase."""
        from precinct_app.desk import Who, note_recovery

        desk = self._desk
        if desk is None:
            return
        try:
            chairman = self._chairman()
            chosen = self.beside.code if self._by_sheet else chairman
            who = Who(chairman, "" if chosen == chairman else chosen)
            desk.go_on(who, self.pin.typed, recovered=self._by_sheet)
            if self._by_sheet:
                note_recovery(desk)
        except (Refusal, StoreError) as no:
            self.notice.say(no)
            self.pin.edit.clear()
            self.pin.setFocus()
        else:
            self.opened.emit(desk)
        finally:
            self.go_on.setEnabled(True)
