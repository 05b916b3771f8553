"""The one door from the pages to the day, and the bridge to Qt."""

from collections.abc import Callable
from pathlib import Path
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject, QTimer, Signal

from precinct_app.desk import Desk, Who, confirm, renew_pin, set_pin, sign_in
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Event
from precinct_app.domain.members import COMMISSION, Role
from precinct_app.errors import Refusal, Saying, StoreError
from ui.background import PAINTED_MS

P = ParamSpec("P")


class Session(QObject):
    """One desk for the pages: they ask with ``do`` and learn from the signals only.

    ``changed`` says that the day moved by an Entry, whoever moved it; ``refused`` carries a
    Refusal, ``failed`` a StoreError; ``waiting`` is true between an act and its answer, and what
    is asked meanwhile is not done. Questions do not pass through: pages read ``desk``.
    ``chosen`` says that another member issues or types.
    """

    changed = Signal(object)
    refused = Signal(object)
    failed = Signal(object)
    waiting = Signal(bool)
    chosen = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.issuer = ""
        self.scribe = ""
        self.is_waiting = False
        self._settle_issuer()

    @property
    def typist(self) -> str:
        """Who types: chairman or secretary where one was chosen, else the issuer."""
        duty = self.desk.day.duty(self.desk.number)
        return self.scribe or self.issuer or (duty[0] if duty else "")

    @property
    def has_pins(self) -> bool:
        """Tell whether there is anybody who could sign in."""
        return any(member.pin for member in self.desk.day.members.values())

    def who(self, witness: str = "") -> Who:
        """Say who acts now, with a second person where one stands by."""
        return Who(self.typist, witness)

    def do(
        self, rule: Callable[Concatenate[Day, Act, P], Event], /, *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Ask the desk to act as whoever types; the answer comes by the signals."""
        self.do_as(self.who(), rule, *args, **kwargs)

    def do_as(
        self,
        who: Who,
        rule: Callable[Concatenate[Day, Act, P], Event],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Ask the desk to act as somebody stated, with a witness or a stated moment."""
        self._ask(lambda: self.desk.act(who, rule, *args, **kwargs))

    def do_confirmed(
        self,
        who: Who,
        pin: str,
        rule: Callable[Concatenate[Day, Act, P], Event],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Ask the desk to act once a PIN holds: the second person's, or the own where none is."""

        def confirmed() -> None:
            confirm(self.desk, who.witness or who.by, pin)
            self.desk.act(who, rule, *args, **kwargs)

        self._ask(confirmed, painted=True)

    def sign_in(self, member: str, pin: str) -> None:
        """Ask to come on duty; a wrong PIN is an entry and a refusal."""
        self._ask(lambda: sign_in(self.desk, member, pin), painted=True)

    def set_pin(self, who: Who, member: str, pin: str, own_pin: str = "") -> None:
        """Ask to set a member's PIN; but for a first one, whoever sets it types his own."""
        self._ask(lambda: set_pin(self.desk, who, member, pin, own_pin), painted=True)

    def renew_pin(self, who: Who, pin: str, witness_pin: str) -> None:
        """Ask to set the chairman's PIN anew, as the recovery sheet allows."""
        self._ask(lambda: renew_pin(self.desk, who, pin, witness_pin), painted=True)

    def choose_second_place(self, folder: Path) -> None:
        """Ask that a folder gets every entry; the chairman does, who types or is on duty."""
        day = self.desk.day
        duty, chairmen = day.duty(self.desk.number), [one.id for one in day.bearers(Role.CHAIRMAN)]
        able = [one for one in chairmen if one in duty] if self.has_pins else chairmen
        who = Who(able[0] if able and self.typist not in able else self.typist)
        self._ask(lambda: self.desk.choose_second_place(who, folder), painted=True)

    def may_issue(self, member: str) -> bool:
        """Tell whether a member may be an issuer (art. 41(5))."""
        found = self.desk.day.members.get(member)
        never = self.desk.day.election.rules.never_issue
        return found is not None and found.role in COMMISSION and found.role not in never

    def choose(self, member: str) -> None:
        """Choose who issues; chairman or secretary choose themselves as the one who types.

        The same key again: the issuer types himself once more.
        """
        if member not in self.desk.day.duty(self.desk.number):
            return
        if self.may_issue(member):
            self.issuer = member
        else:
            self.scribe = "" if self.scribe == member else member
        self.chosen.emit()

    def _ask(self, work: Callable[[], object], *, painted: bool = False) -> None:
        if self.is_waiting:
            return
        self.is_waiting = True
        self.waiting.emit(True)
        self._answer(lambda: self._carry_out(work), painted=painted)

    def _answer(self, work: Callable[[], None], *, painted: bool) -> None:
        """Work at once; what takes longer than a frame, once the busy sign is painted."""
        if painted:
            QTimer.singleShot(PAINTED_MS, self, work)
        else:
            work()

    def _carry_out(self, work: Callable[[], object]) -> None:
        before, no = len(self.desk.day.entries), None
        try:
            work()
        except (Refusal, StoreError) as said:
            no = said
        finally:
            self._announce(before)
        # What was not known to be recorded, and now turns out to be, is its own answer.
        found = {entry.id for entry in self.desk.day.entries[before:]}
        if no and no.facts.get("entry") not in found:
            self._say_no(no)

    def _announce(self, before: int) -> None:
        """Tell what moved the day: also a failed sign-in, or an entry found to be recorded."""
        self.is_waiting = False
        self._settle_issuer()
        self.waiting.emit(False)
        for entry in self.desk.day.entries[before:]:
            self.changed.emit(entry)

    def _say_no(self, no: Saying) -> None:
        (self.refused if isinstance(no, Refusal) else self.failed).emit(no)

    def _settle_issuer(self) -> None:
        """Let go of who left; where one member alone may issue, he is the issuer."""
        duty = self.desk.day.duty(self.desk.number)
        able = [member for member in duty if self.may_issue(member)]
        before = (self.issuer, self.scribe)
        self.scribe = self.scribe if self.scribe in duty else ""
        if self.issuer not in able:
            self.issuer = able[0] if len(able) == 1 else ""
        if (self.issuer, self.scribe) != before:
            self.chosen.emit()
