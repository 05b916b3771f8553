"""What is stated about a list: its rejected rows, and the act of handing it over."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from precinct_app.lists.report import ListReport
from ui.column import words
from ui.field import Field
from ui.language import Language
from ui.theme import dress


class ListAct(QFrame):
    """Three short lines to type: rejected rows, number of the act, voters in the act."""

    changed = Signal()
    typed = Signal()
    entered = Signal()

    def __init__(self, language: Language, report: ListReport) -> None:
        super().__init__()
        self._language, self._report = language, report
        self.rejected = Field(language, "act.rejected")
        self.number, self.voters = Field(language, "act.number"), Field(language, "act.voters")
        self.verdict = words("warning")
        dress(self, "panel")
        row = QHBoxLayout()
        row.setSpacing(18)
        for field in (self.rejected, self.number, self.voters):
            row.addWidget(field)
            field.edit.textChanged.connect(self._compare)
            field.edit.textEdited.connect(self.typed)
            field.edit.returnPressed.connect(self.entered)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.verdict)
        self.rejected.setVisible(report.rejected > 0)
        self.first = self.rejected if report.rejected else self.number
        language.changed.connect(self._compare)
        self._compare()

    @property
    def rejected_right(self) -> bool:
        """Tell whether the number of rejected rows was stated as it is."""
        return not self._report.rejected or self.rejected.typed == str(self._report.rejected)

    @property
    def stated(self) -> tuple[str, int] | None:
        """The number of the act and its voters, once both are typed."""
        voters = self.voters.typed
        if not (self.number.typed and voters.isdecimal()):
            return None
        return self.number.typed, int(voters)

    def _compare(self) -> None:
        """Say whether the act agrees with the list, in words."""
        say, listed = self._language, self._report.accepted
        voters = self.stated[1] if self.stated else None
        code = (
            "act.missing" if voters is None else "act.equal" if voters == listed else "act.differs"
        )
        facts = {"stated": say.number(voters or 0), "listed": say.number(listed)}
        self.verdict.setText(say.text(code, **facts))
        dress(
            self.verdict, "muted" if voters is None else "good" if voters == listed else "warning"
        )
        self.changed.emit()
