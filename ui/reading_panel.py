"""A file that opens for reading only: why, from which entry on, and what is possible."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from precinct_app.errors import Refusal, Saying, StoreError, Trouble
from ui.background import PAINTED_MS
from ui.button import Button
from ui.column import words
from ui.field import Field
from ui.language import Language
from ui.notice import Notice
from ui.theme import dress

if TYPE_CHECKING:
    from precinct_app.desk import Desk

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
        self.setAccessibleName(self.why.text())

    def _lay_out(self) -> None:
        dress(self, "panel")
        dress(self.go_on, "primary")
        self.pin.edit.setMaxLength(8)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        for widget in (self.why, self.where, self.chairman, self.pin, self.notice):
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

    def _ask_to_go_on(self) -> None:
        self.go_on.setEnabled(False)
        QTimer.singleShot(PAINTED_MS, self, self._go_on)

    def _go_on(self) -> None:
        """Go on as the next desk; the chairman's PIN takes as long as a passphrase."""
        from precinct_app.desk import Who, note_recovery

        desk = self._desk
        if desk is None:
            return
        try:
            desk.go_on(Who(self._chairman()), self.pin.typed)
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
