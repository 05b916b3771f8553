"""The voter page: find a voter, issue the ballots."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from precinct_app.domain.entry import Entry
from precinct_app.domain.parts import corrections, issuing
from ui.entry_words import entry_words
from ui.finder import Finder
from ui.handed_line import HandedLine
from ui.keystrokes import Keystrokes, is_character
from ui.language import Language
from ui.session import Session
from ui.standing import concerns
from ui.voter_acts import VoterActs
from ui.voter_card import VoterCard

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
TICKS = (Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F5)
ACTS = {
    Qt.Key.Key_F6: "decline",
    Qt.Key.Key_F7: "defer",
    Qt.Key.Key_F8: "spoiled",
    Qt.Key.Key_F9: "correct",
    Qt.Key.Key_F10: "assistant",
    Qt.Key.Key_F11: "note",
}
COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


@dataclass(frozen=True)
class Searching:
    """The field has the focus, the hits are shown."""


@dataclass(frozen=True)
class Open:
    """A voter's card is open and has the focus."""

    voter: str


@dataclass(frozen=True)
class Asked:
    """Ballots were asked for; what is typed meanwhile waits for the answer."""

    voter: str
    typed: str = ""


@dataclass(frozen=True)
class Done:
    """Ballots were issued or corrected; the card stays in sight, the field has the focus."""

    entry: Entry


Flow = Searching | Open | Asked | Done


class VoterPage(QWidget):
    """One search field, twelve hits, one card; everything by keys."""

    def __init__(
        self, session: Session, language: Language, keystrokes: Keystrokes | None = None
    ) -> None:
        super().__init__()
        self._session, self._language = session, language
        self.keystrokes = keystrokes or Keystrokes()
        self.flow: Flow = Searching()
        self.finder = Finder(session, language, self.keystrokes)
        self.card = VoterCard(session, language)
        self.acts = VoterActs(self.card, session, language, self.keystrokes)
        self.handed = HandedLine(session, language)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.handed)
        whole.addWidget(self.finder)
        self._connect()
        self.retranslate()

    def come(self) -> None:
        """Be shown: the field takes the focus, or the card that is open."""
        (self.card if isinstance(self.flow, Open) else self.finder.field).setFocus()

    def forget(self) -> None:
        """Close box and card and empty the field, so that no name is left on the page."""
        self.acts.close()
        self.flow = Searching()
        self.finder.clear()
        self.finder.show_hits()
        self.finder.give_hint("voter.how")

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self.setAccessibleName(self._language.text("page.voter"))
        self.handed.retranslate()
        self.finder.retranslate()
        self.card.retranslate()

    def open_voter(self, voter: str) -> None:
        """Open the card of a voter; the same again is the same card."""
        found = self._session.desk.day.voter(voter)
        if found is None or isinstance(self.flow, Asked):
            return
        self.flow = Open(voter)
        self.card.show_voter(found)
        self.finder.show_instead(self.card, self._hint())
        self.handed.put_aside(True)
        self.card.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys that no field has taken."""
        key, flow = Qt.Key(event.key()), self.flow
        if isinstance(flow, Asked):
            self._keep(event, flow)
        elif self.finder.shows_hits:
            super().keyPressEvent(event)
        elif key in ACTS:
            self.acts.act(ACTS[key])
        elif isinstance(flow, Open) and key in TICKS:
            self.card.toggle(TICKS.index(key))
        elif key == Qt.Key.Key_Escape:
            self._back()
        elif isinstance(flow, Open) and key in ENTER:
            if self.keystrokes.is_by_hand(event):
                self._issue_ballots()
        elif is_character(event) and not event.modifiers() & COMMANDS:
            self.finder.start(event)
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.finder.opened.connect(self.open_voter)
        self.finder.begun.connect(self._begin)
        self.finder.left.connect(self._back)
        self.card.issue_wanted.connect(self._issue_ballots)
        self.card.wanted.connect(self.acts.act)
        self.handed.no.connect(self.acts.correct)
        self._session.changed.connect(self._day_moved)
        self._session.refused.connect(self._say_no)
        self._session.failed.connect(self._say_no)
        self._language.changed.connect(self.retranslate)

    def _begin(self) -> None:
        self.flow = Searching()
        self.handed.put_aside(False)

    def _back(self) -> None:
        """Go back to the hits from a card; from anywhere else to an empty field."""
        if not isinstance(self.flow, Open):
            self.forget()
        self._begin()
        self.finder.show_hits()
        self.finder.give_hint("voter.found" if self.finder.hits.voters else "voter.how")
        self.finder.field.setFocus()
        # What is typed next begins a new search.
        self.finder.field.selectAll()

    def _issue_ballots(self) -> None:
        voter, ballots = self.card.voter, self.card.ticked
        if not (isinstance(self.flow, Open) and voter and self.card.issue.isEnabled()):
            return
        self.flow = Asked(voter.id)
        self._session.do(issuing.issue_ballots, voter.id, ballots, self._session.issuer)

    def _keep(self, event: QKeyEvent, flow: Asked) -> None:
        """Keep what is typed while the answer is awaited, so that no scan is cut in two."""
        enter = Qt.Key(event.key()) in ENTER
        if is_character(event) or event.text() == " " or (enter and flow.typed):
            self.flow = Asked(flow.voter, flow.typed + ("\n" if enter else event.text()))

    def _day_moved(self, entry: Entry) -> None:
        day, flow, voter = self._session.desk.day, self.flow, self.card.voter
        if isinstance(flow, Asked) and isinstance(entry.event, issuing.BallotsIssued):
            self._finish(entry, flow)
        elif isinstance(flow, Searching):
            self.finder.show_hits()
        elif voter and concerns(day, entry, voter.id):
            self._follow(entry)

    def _follow(self, entry: Entry) -> None:
        """Show the voter as he is now, after an act on this card or on another desk."""
        if not isinstance(self.flow, Asked) and isinstance(entry.event, corrections.Events):
            # A row that a correction emptied must not stand there ready for the next Enter.
            self._close_card(entry)
            return
        issued = isinstance(entry.event, issuing.BallotsIssued)
        self.card.follow(None if issued else self._words_of(entry))
        if isinstance(self.flow, Open):
            self.finder.give_hint(self._hint())

    def _hint(self) -> str:
        """Name the hint for the card as it stands."""
        return "card.hint_served" if self.card.standing.is_done else "card.hint"

    def _close_card(self, entry: Entry) -> None:
        """Say what was done, and give the focus back to an empty field."""
        self.flow = Done(entry)
        self.card.close_with(self._words_of(entry, seconds=True))
        self.finder.clear()
        self.finder.give_hint("voter.done")
        self.finder.field.setFocus()

    def _finish(self, entry: Entry, flow: Asked) -> None:
        """Close the card, and let what was typed meanwhile take effect."""
        self._close_card(entry)
        if flow.typed:
            text, enter, _ = flow.typed.partition("\n")
            self.finder.field.setText(text)
            if enter:
                self.finder.enter()

    def _words_of(self, entry: Entry, *, seconds: bool = False) -> Callable[[], str]:
        day, language = self._session.desk.day, self._language
        return lambda: entry_words(language, day, entry, seconds=seconds)

    def _say_no(self, _no: object) -> None:
        if isinstance(self.flow, Asked):
            self.flow = Open(self.flow.voter)
            self.card.refresh()
            self.card.setFocus()
