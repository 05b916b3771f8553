"""The new file is made: its place, and the passphrase typed twice."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from precinct_app.desk import Founded
from precinct_app.errors import Reason, Refusal, Saying
from precinct_app.training import PASSPHRASE
from ui.ask_file import ask_save
from ui.background import Aside
from ui.button import Button
from ui.column import Column, words
from ui.draft import Made, Stated, TakenOver
from ui.field import Field
from ui.language import Language
from ui.notice import Notice
from ui.theme import dress


class MakePage(Column):
    """``made`` carries what was Made; the passphrase of a training file is the known one."""

    made = Signal(object)
    back = Signal()

    def __init__(self, language: Language, stated: Stated | TakenOver) -> None:
        super().__init__(60)
        self._language, self._stated, self._busy = language, stated, False
        draft = stated.draft
        self.file = stated.place
        self.title, self.told, self.place = QLabel(), words("muted"), words("strong")
        self.once = Field(language, "make.once", secret=True).large()
        self.again = Field(language, "make.again", secret=True).large()
        self.choose, self.make, self.leave = Button(), Button(), Button()
        self.notice = Notice(language)
        if draft.kind == "training":
            self.once.edit.setText(PASSPHRASE)
            self.again.edit.setText(PASSPHRASE)
        self._lay_out()
        self.once.edit.returnPressed.connect(self.again.setFocus)
        self.again.edit.returnPressed.connect(self._make)
        self.make.clicked.connect(self._make)
        self.choose.clicked.connect(self._ask_place)
        self.leave.clicked.connect(self.back)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def come(self) -> None:
        """Be shown: the passphrase is typed at once."""
        (self.make if self.again.typed else self.once).setFocus()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say = self._language.text
        number, voters = self._stated.draft.precinct.number, self._stated.accepted
        self.title.setText(say("make.title", number=number))
        training = self._stated.draft.kind == "training"
        told = say("make.training", passphrase=PASSPHRASE) if training else say("make.told")
        said = [say("make.voters", voters=self._language.number(voters)), told]
        if isinstance(self._stated, TakenOver):
            said.append(say("make.taken_over", file=self._stated.old.path.name))
        self.told.setText(" ".join(said))
        self.place.setText(str(self.file))
        self.choose.setText(say("make.choose"))
        self.make.setText(say("make.busy" if self._busy else "make.make"))
        self.leave.setText(say("back"))
        self.setAccessibleName(self.title.text())

    def _lay_out(self) -> None:
        dress(self.title, "title")
        dress(self.make, "primary")
        dress(self.leave, "plain")
        self.add(self.title, self.told, self.once, self.again)
        self.add_row(self.choose)
        self.add(self.place)
        self.add(self.notice)
        self.decide(self.make, self.leave)

    def _ask_place(self) -> None:
        ask_save(self, self.choose.text(), self.file, self.take_place)

    def take_place(self, file: Path) -> None:
        """Take the place that was chosen for the file."""
        self.file = file
        self.retranslate()

    def _make(self) -> None:
        if self._busy:
            return
        if self.once.edit.text() != self.again.edit.text():
            self._say_no(Refusal(Reason.PASSPHRASE_DIFFERS))
            return
        self._say_busy(busy=True)
        stated, file, passphrase = self._stated, self.file, self.once.edit.text()
        self._aside = Aside(lambda: stated.found(file, passphrase))
        self._aside.done.connect(self._tell)
        self._aside.said_no.connect(self._say_no)
        self._aside.start()

    def _tell(self, founded: Founded) -> None:
        self._say_busy(busy=False)
        self.made.emit(Made(self._stated, self.file, founded.key, founded.recovery))

    def _say_no(self, no: Saying) -> None:
        self._say_busy(busy=False)
        self.notice.say(no)
        self.once.setFocus()

    def _say_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.make.setDisabled(busy)
        self.notice.clear()
        self.retranslate()
