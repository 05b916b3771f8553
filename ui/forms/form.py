"""A form for one verb: what it asks for, who stands by, and the button that does it."""

from datetime import datetime
from itertools import pairwise
from typing import Any, get_type_hints

from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from precinct_app.desk import Who, on_voting_day
from precinct_app.domain.entry import Entry, Event
from precinct_app.domain.fold import fact_of
from precinct_app.domain.members import COMMISSION
from precinct_app.domain.verb import Argument, Verb
from ui.acting import acting
from ui.button import act_button
from ui.column import Column, words
from ui.forms.choices import PickInput, PicksInput
from ui.forms.happened import Happened
from ui.forms.making import make_input, offer_of
from ui.forms.offers import Asked
from ui.keystrokes import Keystrokes
from ui.language import Language
from ui.second_person import SecondPerson
from ui.session import Session
from ui.theme import dress


class VerbForm(Column):
    """Asks the session for one verb; what has happened already is recorded by the same form."""

    def __init__(
        self,
        session: Session,
        language: Language,
        keystrokes: Keystrokes,
        verb: Verb[..., Event],
    ) -> None:
        super().__init__(110)
        self._session, self._language, self.verb = session, language, verb
        self._event = get_type_hints(verb.rule)["return"]
        self.title, self.told, self.do = QLabel(), words("muted"), act_button(session)
        self.arguments, election = verb.arguments(), session.desk.day.election
        self.inputs = {
            one.name: make_input(verb, one, language, election) for one in self.arguments
        }
        self.missing = words("warning")
        self.second = SecondPerson(session, language, keystrokes)
        self.happened = Happened(language)
        dress(self.title, "title")
        self.missing.hide()
        self.add(self.title, self.told, *self.inputs.values())
        self.add(self.second, self.happened, self.missing)
        self.rows.addStretch(1)
        self.decide(self.do)
        self._connect()
        self.retranslate()

    def come(self) -> None:
        """Be shown: offer what there is now, and take the focus."""
        self.retranslate()
        next(one for one in self._chain() if one.isVisibleTo(self)).setFocus()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say, name = self._language, self.verb.name
        self.title.setText(say.text(f"verb.{name}"))
        self.told.setText(say.article(self.verb.article))
        self.told.setVisible(bool(self.verb.article))
        self.do.setText(self.title.text())
        self.setAccessibleName(self.title.text())
        self._offer()

    def values(self) -> dict[str, Any]:
        """Give the arguments as they are typed; what is left empty is left out."""
        found = {name: one.value() for name, one in self.inputs.items()}
        return {name: value for name, value in found.items() if value is not None}

    def _connect(self) -> None:
        for one in self.inputs.values():
            if isinstance(one, PickInput | PicksInput):
                one.picked.connect(self._offer)
        self.do.clicked.connect(self._do)
        self.happened.ticked.connect(self._offer)
        self._session.changed.connect(self._day_moved)
        self._language.changed.connect(self.retranslate)

    def _offer(self) -> None:
        asked = Asked(self._session.desk.day, self._language, self.values())
        for argument in self.arguments:
            if offer := offer_of(self.verb.name, argument):
                self.inputs[argument.name].offer(offer(asked))
        members = self._session.desk.day.members.values()
        typist = acting(self._session, self.verb).by
        others = [one.id for one in members if one.role in COMMISSION and one.id != typist]
        self.second.setVisible(self._needs_second())
        nobody = self.verb.witness == "by_rule" and not self.happened.is_ticked
        self.second.offer(others, self._language.text("form.second"), nobody=nobody)
        self._order()

    def _chain(self) -> list[QWidget]:
        """Give what can be typed in and ticked, and the button at the end."""
        parts: list[QWidget] = [*self.inputs.values(), self.second, self.happened]
        return [*(one for part in parts for one in _fields(part)), self.do]

    def _order(self) -> None:
        """Let Tab go from field to field to the button: Qt puts what is made late behind it."""
        for before, after in pairwise(self._chain()):
            QWidget.setTabOrder(before, after)

    def _needs_second(self) -> bool:
        return self.verb.witness != "none" or self.happened.is_ticked

    def _do(self) -> None:
        """Ask for the verb, or to record that it happened; a second person types the PIN."""
        empty = [one for one in self.arguments if one.required and not self._is_filled(one)]
        happened = self._moment()
        self._miss(empty, wrong_hour=bool(self.happened.typed_hour) and happened is None)
        if self.missing.text():
            return
        witness = self.second.member.code if self._needs_second() else ""
        who = Who(acting(self._session, self.verb).by, witness, happened)
        rule = self.happened.rule(self.verb)
        if witness:
            self._session.do_confirmed(who, self.second.pin.take(), rule, **self.values())
        else:
            self._session.do_as(who, rule, **self.values())

    def _is_filled(self, argument: Argument) -> bool:
        return self.inputs[argument.name].value() is not None

    def _miss(self, empty: list[Argument], *, wrong_hour: bool) -> None:
        """Say which field is empty, and let it be typed."""
        say, told = self._language, ""
        if empty:
            told = say.text("form.empty", field=say.text(f"field.{empty[0].name}"))
            _fields(self.inputs[empty[0].name])[0].setFocus()
        elif wrong_hour:
            told = say.text("form.no_hour")
            self.happened.hour.setFocus()
        self.missing.setText(told)
        self.missing.setVisible(bool(told))

    def _moment(self) -> datetime | None:
        """Read the hour that was typed; None for now, and for what is no hour."""
        try:
            typed = self.happened.typed_hour
            return on_voting_day(self._session.desk.day, typed) if typed else None
        except ValueError:
            return None

    def _day_moved(self, entry: Entry) -> None:
        """Let the next be typed when this was recorded; offer what there is now."""
        if isinstance(fact_of(entry.event), self._event):
            for one in self.inputs.values():
                one.clear()
            self.happened.clear()
        if self.isVisible():
            self._offer()


def _fields(part: QWidget) -> list[QWidget]:
    """List what of a part can be typed in or ticked, in its order."""
    kinds = (QCheckBox, QComboBox, QLineEdit, QPlainTextEdit)
    return [one for one in (part, *part.findChildren(QWidget)) if isinstance(one, kinds)]
