"""The voters found: at most twelve rows, the best first."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from precinct_app.domain.day import Day
from precinct_app.domain.voters import Voter
from ui.language import Language

MOST = 12
NUMBER, NAME, BIRTH, STREET, STATE = COLUMNS = range(5)
HEADINGS = ("number", "name", "birth", "street", "state")
ROW_HEIGHT = 34
# How many letters a column needs; a name in large letters needs more than its own.
LETTERS = {NUMBER: 8, NAME: 36, BIRTH: 16, STREET: 26, STATE: 13}
LARGER = 1.25


class Hits(QTableWidget):
    """Twelve rows of fixed items, whose texts change; the focus stays in the search field.

    ``opened`` carries the id of a voter whose row was clicked.
    """

    opened = Signal(str)

    def __init__(self, language: Language) -> None:
        self._items: list[list[QTableWidgetItem]] = []
        super().__init__(MOST, len(COLUMNS))
        self._language = language
        self._shown: tuple[str, ...] = ()
        self._is_narrow = False
        self._last: tuple[Day, Sequence[Voter], frozenset[str]] | None = None
        self._items = [[QTableWidgetItem() for _ in COLUMNS] for _ in range(MOST)]
        self._plain, self._large = QFont(), QFont()
        self._large.setBold(True)
        self._set_up()
        self.cellClicked.connect(self._click)

    @property
    def voters(self) -> tuple[str, ...]:
        """The ids of the voters in their rows."""
        return self._shown

    @property
    def chosen(self) -> str:
        """The voter whose row somebody chose with the arrows; empty for none."""
        row = self.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else ""

    def move_by(self, rows: int) -> None:
        """Choose the row above or below; the first arrow down chooses the first row."""
        if self._shown:
            row = min(len(self._shown) - 1, max(0, self.currentRow() + rows))
            self.setCurrentCell(row, NAME)

    def show_voters(self, day: Day, voters: Sequence[Voter], alike: frozenset[str]) -> None:
        """Show voters, with whole birth dates where two could be mistaken for one another."""
        self._last = day, voters, alike
        found = tuple(voter.id for voter in voters)
        if self.currentRow() >= 0 and found != self._shown:
            self.setCurrentCell(-1, -1)
        for row, voter in enumerate(voters):
            self._fill(row, self._texts(day, voter, whole=voter.id in alike), voter.id in alike)
        for row in range(MOST):
            if self.isRowHidden(row) != (row >= len(voters)):
                self.setRowHidden(row, row >= len(voters))
        self._shown = found

    def retranslate(self) -> None:
        """Name the columns in the language that is on."""
        say = self._language.text
        headings = [say(f"hits.{heading}") for heading in HEADINGS]
        if self._is_narrow:
            headings[NAME] = say("hits.name_and_street")
        self.setHorizontalHeaderLabels(headings)
        self.setAccessibleName(say("hits.name_of_table"))

    def _set_up(self) -> None:
        for row, items in enumerate(self._items):
            self.setRowHeight(row, ROW_HEIGHT)
            self.setRowHidden(row, True)
            for column, item in enumerate(items):
                self.setItem(row, column, item)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(False)
        self.fit()

    def fit(self) -> None:
        """Give columns and rows the room that the letters need.

        Where there is little, the address stands below the name and has no column of its own.
        """
        self.ensurePolished()
        self._large.setPixelSize(round(self.font().pixelSize() * LARGER))
        letter, room = self.fontMetrics().averageCharWidth(), self.viewport().width()
        was_narrow, self._is_narrow = self._is_narrow, room < sum(LETTERS.values()) * letter
        if self._last and was_narrow != self._is_narrow:
            self.show_voters(*self._last)
        self.setColumnHidden(STREET, self._is_narrow)
        shares = {column: letters * letter for column, letters in LETTERS.items()}
        if self._is_narrow:
            shares[STREET] = 0
        spare = room - sum(shares.values())
        shares[NAME] += spare if self._is_narrow else spare // 2
        shares[STREET] += 0 if self._is_narrow else spare - spare // 2
        for column, width in shares.items():
            self.setColumnWidth(column, max(1, width))
        lines = round(self.fontMetrics().lineSpacing() * LARGER) * (2 if self._is_narrow else 1)
        for row in range(MOST):
            self.setRowHeight(row, max(ROW_HEIGHT, lines + 6))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self.fit()
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Give more room as the letters become larger."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and self._items:
            self.fit()

    def _texts(self, day: Day, voter: Voter, *, whole: bool) -> tuple[str, ...]:
        birth = self._language.birth(voter.birth) if whole else voter.birth[:4]
        held = day.holding(voter.id)
        if not held.has_any():
            state = ""
        elif all(held.has(ballot) for ballot in day.entitled(voter.id)):
            state = self._language.text("hits.served")
        else:
            state = self._language.text("hits.partly")
        if self._is_narrow:
            return voter.number, f"{voter.name}\n{voter.address}", birth, "", state
        return voter.number, voter.name, birth, voter.address, state

    def _fill(self, row: int, texts: Sequence[str], alike: bool) -> None:
        items = self._items[row]
        for item, text in zip(items, texts, strict=True):
            if item.text() != text:
                item.setText(text)
        font = self._large if alike else self._plain
        for item in (items[NAME], items[BIRTH], items[STREET]):
            if item.font().bold() != alike:
                item.setFont(font)

    def _click(self, row: int, _column: int) -> None:
        if row < len(self._shown):
            self.opened.emit(self._shown[row])
