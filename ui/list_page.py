"""The list report: what came in, what did not, and why."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from precinct_app.errors import ListError, ListFault, unplaced
from precinct_app.lists.report import ListReport, RowItem, write_report
from ui.ask_file import ask_save
from ui.button import Button
from ui.choice import Choice
from ui.column import Column, words
from ui.draft import Draft, Stated
from ui.language import Language
from ui.list_act import ListAct
from ui.list_table import Findings, FindingsTable, finding_words
from ui.notice import Notice
from ui.theme import dress

FIGURES = ("rows", "accepted", "rejected", "warned")
WIDTH, LEAST_LINES = 200, 10
LEVELS = ("", "reject", "warn")


class ListPage(Column):
    """Shows a ListReport; ``accepted`` carries what was stated about it."""

    accepted = Signal(object)
    back = Signal()

    def __init__(self, language: Language, draft: Draft, report: ListReport) -> None:
        super().__init__(WIDTH, fills=True)
        self._language, self._draft, self.report = language, draft, report
        self.title, self.saved = QLabel(), words("strong")
        self.figures = {code: (QLabel(), QLabel()) for code in FIGURES}
        self.level, self.reason = Choice(), Choice()
        self.findings = Findings(language)
        self.table, self.sentence = FindingsTable(self.findings), words()
        self.export, self.go_on, self.leave = Button(), Button(), Button()
        self.act, self.notice = ListAct(language, report), Notice(language)
        self._saved = ""
        self._reasons = ["", *dict.fromkeys(str(item.reason) for item in report.items)]
        self._lay_out()
        self._connect()
        self.retranslate()
        self._filter()

    def come(self) -> None:
        """Be shown: what is to be stated is typed at once."""
        self.act.first.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say = self._language.text
        self.title.setText(say("list.title", file=self._draft.list.name))
        for code, (figure, named) in self.figures.items():
            figure.setText(self._language.number(getattr(self.report, code)))
            named.setText(self._language.word("status", code))
            figure.setAccessibleName(f"{named.text()}: {figure.text()}")
        self._fill(self.level, [say(f"list.{level or 'all'}") for level in LEVELS])
        self._fill(self.reason, [say(f"reason.{reason or 'all'}") for reason in self._reasons])
        self.level.setAccessibleName(say("column.level"))
        self.reason.setAccessibleName(say("column.reason"))
        self.table.setAccessibleName(say("list.table"))
        self.export.setText(say("list.export"))
        self.go_on.setText(say("list.go_on"))
        self.leave.setText(say("list.other"))
        self.setAccessibleName(self.title.text())
        self.saved.setText(say("list.saved", file=self._saved) if self._saved else "")
        self.table.fit()
        self.table.setMinimumHeight(LEAST_LINES * self.fontMetrics().height())
        self.findings.retranslate()
        self._show_sentence()

    def _lay_out(self) -> None:
        dress(self.title, "large")
        dress(self.go_on, "primary")
        dress(self.leave, "plain")
        top, filters = QHBoxLayout(), QHBoxLayout()
        top.setSpacing(28)
        top.addWidget(self.title, 1)
        for figure, named in self.figures.values():
            dress(figure, "large")
            dress(named, "muted")
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(figure)
            pair.addWidget(named)
            top.addLayout(pair)
        for widget in (self.level, self.reason, self.export):
            filters.addWidget(widget)
        filters.addWidget(self.saved, 1)
        column = self.rows
        column.addLayout(top)
        column.addLayout(filters)
        column.addWidget(self.table, 1)
        column.addWidget(self.sentence)
        column.addWidget(self.act)
        column.addWidget(self.notice)
        self.decide(self.go_on, self.leave)

    def _connect(self) -> None:
        self.level.currentIndexChanged.connect(self._filter)
        self.reason.currentIndexChanged.connect(self._filter)
        self.table.selectionModel().currentRowChanged.connect(self._show_sentence)
        self.act.changed.connect(self._may_go_on)
        self.act.typed.connect(self.notice.clear)
        self.act.entered.connect(self._go_on)
        self.export.clicked.connect(self._ask_export)
        self.go_on.clicked.connect(self._go_on)
        self.leave.clicked.connect(self.back)
        self._language.changed.connect(self.retranslate)

    def _fill(self, box: Choice, texts: list[str]) -> None:
        box.blockSignals(True)
        chosen = max(0, box.currentIndex())
        box.clear()
        box.addItems(texts)
        box.setCurrentIndex(chosen)
        box.blockSignals(False)

    def _filter(self) -> None:
        level, reason = LEVELS[self.level.currentIndex()], self._reasons[self.reason.currentIndex()]
        self.findings.show_items(
            [
                item
                for item in self.report.items
                if level in {"", item.level} and reason in {"", str(item.reason)}
            ]
        )
        self._show_sentence()
        self._may_go_on()

    def _show_sentence(self) -> None:
        """Say the chosen finding whole, below the table."""
        row, items = self.table.currentIndex().row(), self.findings.items
        if 0 <= row < len(items):
            found = finding_words(self._language, items[row])
            self.sentence.setText(self._language.text("list.row", row=items[row].row, text=found))
        else:
            said = "list.choose_row" if items else "list.no_rows"
            self.sentence.setText(self._language.text(said))

    def _may_go_on(self) -> None:
        self.go_on.setEnabled(self.act.stated is not None)

    def _go_on(self) -> None:
        if not self.act.rejected_right:
            rejected = self.report.rejected
            no = ListError(ListFault.REJECTED_ROWS, file=self._draft.list.name, rejected=rejected)
            self.notice.say(no)
        elif self.act.stated is not None:
            self._accept(Stated(self._draft, self.report, *self.act.stated))

    def _accept(self, stated: Stated) -> None:
        """Go on, once the pages that were stated are those of this list."""
        try:
            _ = stated.voters
        except ListError as no:
            self.notice.say(no)
        else:
            self.notice.clear()
            self.accepted.emit(stated)

    def _ask_export(self) -> None:
        file = self._draft.list.with_name(f"{self._draft.list.stem}-report.csv")
        ask_save(self, self.export.text(), file, self._write)

    def _write(self, file: Path) -> None:
        def words_of(item: RowItem) -> str:
            return finding_words(self._language, item)

        try:
            write_report(self.report, file, words_of)
        except OSError as error:
            self.notice.say(unplaced(error, file))
        else:
            self.notice.clear()
            self._saved = file.name
            self.retranslate()
