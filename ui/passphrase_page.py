"""A day file and its key: the passphrase, or the recovery sheet."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from precinct_app.domain.phases import Phase
from precinct_app.errors import Refusal, Saying, StoreError, Trouble
from ui.ask_file import DAY_FILES, ask_open
from ui.background import Aside
from ui.button import Button
from ui.column import Column, words
from ui.field import Field
from ui.language import Language
from ui.notice import Notice
from ui.theme import dress

if TYPE_CHECKING:
    from precinct_app.desk import Desk
    from ui.reading_panel import ReadingPanel

Purpose = Literal["go_on", "try", "renew"]


class PassphrasePage(Column):
    """Opens the file of a day; ``opened`` carries its Desk.

    The Desk has begun to write, unless something hinders it and somebody chose to read all the
    same, or ``purpose`` is to make a copy to try. To ``renew`` is to make a fresh live file from it.
    """

    opened = Signal(object)
    back = Signal()

    def __init__(
        self, language: Language, file: Path, purpose: Purpose = "go_on", hint: str = ""
    ) -> None:
        super().__init__(60)
        self._language, self.file, self._purpose, self._hint = language, file, purpose, hint
        self._by_sheet = self._busy = False
        self.title, self.name, self.told = QLabel(), words("large"), words("muted")
        self.key = Field(language, "passphrase.words", secret=True).large()
        self.open, self.other_key, self.choose = Button(), Button(), Button()
        self.leave, self.notice = Button(), Notice(language)
        self._lay_out()
        self._connect()
        self.retranslate()

    @cached_property
    def reading(self) -> "ReadingPanel":
        """What a file allows that can't be gone on with; most files never ask for it."""
        from ui.reading_panel import ReadingPanel

        panel = ReadingPanel(self._language)
        panel.hide()
        panel.opened.connect(self.opened)
        self.rows.insertWidget(self.rows.count() - 1, panel)
        return panel

    def come(self) -> None:
        """Be shown: the passphrase is typed at once."""
        self.key.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say = self._language.text
        titles = {"try": "passphrase.try", "renew": "passphrase.renew"}
        self.title.setText(say(titles.get(self._purpose, "passphrase.title")))
        self.name.setText(self.file.name)
        told = "passphrase.told_sheet" if self._by_sheet else "passphrase.told"
        hint = say("passphrase.training", passphrase=self._hint) if self._hint else say(told)
        self.told.setText(hint)
        self.open.setText(say("passphrase.busy" if self._busy else "passphrase.open"))
        self.other_key.setText(
            say("passphrase.by_key" if self._by_sheet else "passphrase.by_sheet")
        )
        self.choose.setText(say("passphrase.choose"))
        self.leave.setText(say("back"))
        self.setAccessibleName(self.title.text())

    def _lay_out(self) -> None:
        dress(self.title, "title")
        dress(self.open, "primary")
        for button in (self.other_key, self.choose, self.leave):
            dress(button, "plain")
        self.add(self.title, self.name, self.told, self.key, self.open, self.notice)
        self.add_row(self.other_key, self.choose, self.leave)
        self.rows.addStretch(1)

    def _connect(self) -> None:
        self.key.edit.returnPressed.connect(self._open)
        self.open.clicked.connect(self._open)
        self.other_key.clicked.connect(self._change_key)
        self.choose.clicked.connect(self._ask_file)
        self.leave.clicked.connect(self.back)
        self._language.changed.connect(self.retranslate)

    def _change_key(self) -> None:
        """Ask for the other of the two keys; what the sheet says is copied where one can see it."""
        self._by_sheet = not self._by_sheet
        self.key.ask("passphrase.sheet" if self._by_sheet else "passphrase.words")
        mode = self.key.edit.EchoMode
        self.key.edit.setEchoMode(mode.Normal if self._by_sheet else mode.Password)
        self.key.edit.clear()
        self.retranslate()
        self.come()

    def _ask_file(self) -> None:
        ask_open(self, self.choose.text(), DAY_FILES, self._take_file)

    def _take_file(self, file: Path) -> None:
        self.file, self._hint = file, ""
        self._put_reading_away()
        self.notice.clear()
        self._ask_key(asked=True)
        self.retranslate()
        self.come()

    def _put_reading_away(self) -> None:
        if "reading" in vars(self):
            self.reading.hide()

    def _ask_key(self, *, asked: bool) -> None:
        """Ask for a key, or leave the place to what the file allows."""
        for widget in (self.told, self.key, self.open, self.other_key):
            widget.setVisible(asked)

    def _open(self) -> None:
        if self._busy:
            return
        from precinct_app.desk import unlock, unlock_by_sheet

        self._say_busy(busy=True)
        file, typed, by_sheet = self.file, self.key.edit.text(), self._by_sheet
        self._aside = Aside(
            lambda: unlock_by_sheet(file, typed) if by_sheet else unlock(file, typed)
        )
        self._aside.done.connect(self._look)
        self._aside.said_no.connect(self._say_no)
        self._aside.start()

    def _look(self, key: bytes) -> None:
        """Open the file with its key; what hinders it from being written is said."""
        from precinct_app.desk import Desk, this_laptop

        self._say_busy(busy=False)
        try:
            desk = Desk(self.file, key, this_laptop())
        except StoreError as no:
            self._say_no(no)
            return
        if self._purpose == "try":
            self.opened.emit(desk)
        elif self._purpose == "renew" and not _may_be_renewed(desk):
            self._say_no(StoreError(Trouble.NOT_TAKEN_OVER, file=self.file.name))
        elif desk.hindrance:
            self._offer(desk, StoreError(desk.hindrance, file=self.file.name))
        else:
            self._start(desk)

    def _start(self, desk: "Desk") -> None:
        from precinct_app.desk import note_recovery

        try:
            desk.start_writing()
            if self._by_sheet:
                note_recovery(desk)
        except (Refusal, StoreError) as no:
            desk.close()
            self._offer(desk, no)
        else:
            self.opened.emit(desk)

    def _offer(self, desk: "Desk", no: Saying) -> None:
        self.notice.clear()
        self.key.edit.clear()
        self._ask_key(asked=False)
        self.reading.offer(desk, no, by_sheet=self._by_sheet)

    def _say_no(self, no: Saying) -> None:
        self._say_busy(busy=False)
        self._put_reading_away()
        self.notice.say(no)
        self.key.edit.selectAll()
        self.come()

    def _say_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.open.setDisabled(busy)
        self.key.edit.setReadOnly(busy)
        self.retranslate()


def _may_be_renewed(desk: "Desk") -> bool:
    """Tell whether a fresh live file may take this one's set-up over."""
    phases = {Phase.SETUP, Phase.NOT_USED}
    return desk.day.created.day_kind == "live" and desk.day.phase in phases
