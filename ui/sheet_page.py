"""The recovery sheet, shown once and written where the chairman says."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel

from precinct_app.desk import Desk, this_laptop
from precinct_app.errors import Refusal, StoreError, unplaced
from precinct_app.reports.recovery_sheet import RecoverySheet, recovery_sheet
from ui.ask_file import ask_save
from ui.button import Button
from ui.column import Column, words
from ui.draft import Made
from ui.language import Language
from ui.notice import Notice
from ui.theme import dress
from ui.tick import Tick

GROUPS_IN_A_LINE = 4


class SheetPage(Column):
    """The day opens only when the sheet is written, or was copied by hand.

    ``opened`` carries the Desk of the new file.
    """

    opened = Signal(object)

    def __init__(self, language: Language, made: Made) -> None:
        super().__init__(64)
        self._language, self._made = language, made
        self._saved = ""
        self.title, self.told, self.key = QLabel(), words("muted"), QLabel()
        self.saved, self.paper = words("good"), words("muted")
        self.write, self.go_on, self.copied = Button(), Button(), Tick()
        self.notice = Notice(language)
        self._lay_out()
        self.write.clicked.connect(self._ask_place)
        self.copied.toggled.connect(self._may_go_on)
        self.go_on.clicked.connect(self._open)
        language.changed.connect(self.retranslate)
        self.retranslate()
        self._may_go_on()

    def come(self) -> None:
        """Be shown: writing the sheet is an Enter away."""
        self.write.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say = self._language.text
        self.title.setText(say("sheet.title", file=self._made.file.name))
        self.told.setText(say("sheet.told"))
        self.key.setAccessibleName(say("sheet.key", key=self._made.recovery))
        self.write.setText(say("sheet.write"))
        self.saved.setText(say("sheet.saved", file=self._saved))
        self.saved.setVisible(bool(self._saved))
        self.copied.setText(say("sheet.copied"))
        self.go_on.setText(say("sheet.go_on"))
        self.paper.setText(self._language.word("about", "paper_prevails"))
        self.setAccessibleName(self.title.text())

    def _lay_out(self) -> None:
        dress(self.title, "large")
        self.title.setWordWrap(True)
        dress(self.key, "key")
        dress(self.go_on, "primary")
        groups = self._made.recovery.split(" ")
        lines = range(0, len(groups), GROUPS_IN_A_LINE)
        self.key.setText("\n".join(" ".join(groups[at : at + GROUPS_IN_A_LINE]) for at in lines))
        self.key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.add(self.title, self.told, self.key)
        self.add_row(self.write, self.copied)
        self.add(self.saved, self.notice)
        self.add(self.paper)
        self.decide(self.go_on)

    def _ask_place(self) -> None:
        name = self._made.file.with_suffix(".pdf").name
        ask_save(self, self.write.text(), Path.home() / name, self.write_sheet)

    def write_sheet(self, file: Path) -> None:
        """Write the sheet as a PDF to be printed and sealed."""
        draft = self._made.stated.draft
        sheet = RecoverySheet(
            precinct=draft.precinct.number,
            election=draft.election.title,
            file=self._made.file.name,
            training=draft.kind == "training",
            recovery=self._made.recovery,
        )
        try:
            file.write_bytes(recovery_sheet(sheet))
        except OSError as error:
            self.notice.say(unplaced(error, file))
            return
        self._saved = file.name
        self.notice.clear()
        self.retranslate()
        self._may_go_on()
        self.go_on.setFocus()

    def _may_go_on(self) -> None:
        self.go_on.setEnabled(bool(self._saved) or self.copied.isChecked())

    def _open(self) -> None:
        try:
            desk = Desk(self._made.file, self._made.key, this_laptop())
            desk.start_writing()
        except (Refusal, StoreError) as no:
            self.notice.say(no)
        else:
            self.opened.emit(desk)
