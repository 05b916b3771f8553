"""What stands above every page: precinct, phase, stack, turnout, clock."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from ui.copy_line import CopyLine
from ui.language import Language
from ui.session import Session
from ui.stack_view import StackView
from ui.theme import dress


class Headline(QFrame):
    """The figures that a clerk and the chairman look for all day."""

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._session, self._language = session, language
        dress(self, "headline")
        self.precinct, self.state = QLabel(), QLabel()
        self.turnout, self.turnout_words = QLabel(), QLabel()
        self.clock, self.date = QLabel(), QLabel()
        self.stack, self.copy_line = StackView(session, language), CopyLine(session, language)
        for figure in (self.precinct, self.turnout, self.clock):
            dress(figure, "figure")
        for words in (self.state, self.turnout_words, self.date):
            dress(words, "muted")
        row = QHBoxLayout(self)
        row.setSpacing(28)
        row.addLayout(_pair(self.precinct, self.state))
        row.addWidget(self.stack, 1)
        row.addLayout(_pair(self.turnout, self.turnout_words))
        row.addLayout(_pair(self.clock, self.date, self.copy_line))
        session.changed.connect(self.refresh)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self.refresh()
        self.stack.retranslate()
        self.tick()

    def refresh(self) -> None:
        """Show the day as it is now."""
        day, say = self._session.desk.day, self._language
        self.precinct.setText(say.text("headline.precinct", number=day.precinct.number))
        kind = say.text(f"headline.{day.created.day_kind}")
        self.state.setText(f"{kind} · {say.word('phase', day.phase)}")
        served, voters = day.served(), day.listed_count
        self.turnout.setText(f"{say.number(served)} / {say.number(voters)}")
        share = say.percent(served, voters)
        self.turnout_words.setText(say.text("headline.turnout", share=share))
        whole = say.text("headline.turnout_whole", served=served, voters=voters, share=share)
        self.turnout.setAccessibleName(whole)

    def tick(self) -> None:
        """Show the time of the desk's clock."""
        now = self._session.desk.clock.now()
        self.clock.setText(self._language.clock(now))
        self.date.setText(self._language.day(now.date()))
        self.copy_line.look()


def _pair(figure: QLabel, *words: QLabel) -> QVBoxLayout:
    column, row = QVBoxLayout(), QHBoxLayout()
    column.setSpacing(0)
    column.addWidget(figure)
    column.addLayout(row)
    row.setSpacing(12)
    for label in words:
        row.addWidget(label)
    return column
