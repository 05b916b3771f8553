"""A desk: one laptop's place in the day."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Concatenate, NamedTuple, ParamSpec, Self

from precinct_app.desk.clock import Clock
from precinct_app.desk.finder import Finder
from precinct_app.desk.second import Second
from precinct_app.desk.state import (
    check_signing_key,
    clock_of,
    finding_of,
    hindrance_of,
    left_undone,
    memory_of,
    shipped_election,
)
from precinct_app.desk.tries import let_pass
from precinct_app.domain.checkpoint import Checkpoint
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry, Event, seal
from precinct_app.domain.fold import receive, replay
from precinct_app.domain.parts import access, setup
from precinct_app.errors import Saying, StoreError, Trouble
from precinct_app.store.backup import back_up
from precinct_app.store.laptop import Laptop
from precinct_app.store.opening import Opened, open_day
from precinct_app.store.second_place import CopyState
from precinct_app.store.verdict import Finding
from precinct_app.store.writing import Writer

if TYPE_CHECKING:
    from precinct_app.search import Found

P = ParamSpec("P")
Rule = Callable[Concatenate[Day, Act, P], Event]

GO_ON_FROM = (Trouble.OTHER_LAPTOP, Trouble.OLDER_COPY)


class Who(NamedTuple):
    """Who acts; ``happened`` is stated only where it is not now."""

    by: str
    witness: str = ""
    happened: datetime | None = None


class Desk:
    """The day of one file, and the only way to move it.

    It opens for reading and answers every question; ``hindrance`` says why the day can't go on in
    this file, ``finding`` what does not hold in it. ``start_writing`` goes on with the day.
    """

    def __init__(self, path: Path, key: bytes, laptop: Laptop, clock: Clock | None = None) -> None:
        """Open a file for reading, or raise StoreError for what can't be opened at all."""
        # By its own name: a link to it must not give a second right to write.
        self.path, self._key, self._laptop = path.resolve(), key, laptop
        self._writer: Writer | None = None
        self._second = Second(self.path, key, laptop, lambda: self.day)
        self._finder = Finder()
        self._clock = clock
        self._copy_trouble: StoreError | None = None
        self._look()

    def _look(self) -> None:
        opened = open_day(self.path, self._key, shipped_election)
        self.day, self._signing_key = opened.day, opened.signing_key
        self.unreadable = opened.unreadable
        memory = memory_of(opened.day, self._laptop)
        self.finding = finding_of(opened, memory)
        self.hindrance = hindrance_of(opened, memory, self._laptop)
        self.number = max(opened.day.laptops, default=1)
        self.clock = self._clock or clock_of(opened)
        self.memory_trouble: StoreError | None = None

    def start_writing(self) -> None:
        """Take the right to write, and go on with the day.

        Raises StoreError: what hinders it, or a second program that writes. Whoever was on duty
        when the program ended types the PIN again.
        """
        self._take_right(self._require_free)
        try:
            if self.day.duty(self.number) or self.number in self.day.recovered:
                self.act(Who(""), access.start_desk)
        except Saying:
            self.close()
            raise
        self._enter_tries()

    def go_on(self, who: Who, pin: str, *, recovered: bool = False) -> None:
        """Go on as the next desk with a file of another laptop, or one that came back older.

        The chairman's PIN lets it; where the recovery sheet opened the file, that of the witness
        may. Wrong ones are kept by the laptop, and become entries here. Raises Refusal, or
        StoreError for what hinders it for good.
        """
        self._require_passable()
        member = who.witness if recovered and who.witness else who.by
        let_pass(self.day, self._laptop, member, pin, self.clock.now())
        self._take_right(self._require_passable)
        self.number += 1
        try:
            self.act(who, setup.open_desk, self._laptop.id)
        except Saying:
            self.number -= 1
            self.close()
            raise
        self.hindrance = self.finding = None
        self._enter_tries()

    def act(self, who: Who, rule: Rule[P], *args: P.args, **kwargs: P.kwargs) -> Entry:
        """Ask the rule, seal its event, write the entry, move the day.

        Raises Refusal, and nothing has changed; or StoreError, and nothing was recorded (after
        NOT_KNOWN it is looked up before the next act).
        """
        writer = self._settled()
        act = self._moment(who)
        entry = self._write(writer, act, rule(self.day, act, *args, **kwargs))
        if who.happened:
            self.clock.state(who.happened)
        return entry

    @property
    def is_writing(self) -> bool:
        """Tell whether the day goes on in this file now."""
        return self._writer is not None

    def find_voters(self, text: str, most: int = 12) -> "Found":
        """Find voters by whatever is typed or scanned, best first."""
        return self._finder.find(self.day, text, most)

    def examine(self) -> Finding | None:
        """Find the first thing that does not hold, the signing key too (opening passes over it)."""
        return self.finding or check_signing_key(self.day, self._signing_key)

    def checkpoint(self) -> Checkpoint:
        """Tell how far the journal of each desk reaches."""
        return dict(self.day.desks)

    def back_up(self, target: Path) -> Opened:
        """Write a whole, encrypted copy of the file while the day goes on (see store.backup)."""
        try:
            copied = back_up(self.path, self._key, target)
        except StoreError:
            self._copy_trouble = StoreError(Trouble.NOT_COPIED, file=target.name)
            raise
        self._copy_trouble = None
        return copied

    def choose_second_place(self, who: Who, folder: Path, *, whole: bool = False) -> None:
        """Let a folder get every entry from now on; the chairman chooses it, the laptop keeps it.

        A whole copy follows in the background; with ``whole`` it is there on return. Raises Refusal for anybody else, or StoreError for what hinders it: SECOND_PLACE_SAME for
        the folder of the file itself, NO_FOLDER, NO_ROOM, NOT_PLACED, READ_ONLY.
        """
        self._settled()
        self._second.choose(who.by, folder, whole=whole)

    @property
    def second_folder(self) -> Path | None:
        """The folder that was chosen on this laptop, if any was."""
        return self._laptop.place(self.day.created.file)

    @property
    def copy_state(self) -> CopyState | None:
        """How the second place stands; None where none was chosen on this laptop."""
        return self._second.state

    def troubles(self) -> list[StoreError]:
        """Tell what stops no voter and loses nothing, and is to be mended all the same."""
        if self._writer is None:
            free = self.hindrance is None
            return [*left_undone(self.path, self.day, self.number, self._laptop)] if free else []
        forgot = StoreError(Trouble.NOT_REMEMBERED, file=self.path.name)
        memory = forgot if self.memory_trouble else None
        copies = (self._copy_trouble, self._second.trouble)
        return [*filter(None, (self._writer.trouble, memory, *copies))]

    def close(self) -> None:
        """Bring all into the file and let go of it; the last lines go to the second place."""
        self._second.stop()
        if self._writer:
            writer, self._writer = self._writer, None
            try:
                writer.close()
            finally:
                self._remember()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def _take_right(self, require: Callable[[], None]) -> None:
        """Take the right to write; what is required must hold of the file as it is then."""
        require()
        writer = Writer(self.path, self._key)
        try:
            if not writer.stands_at(self.checkpoint()):
                # Somebody wrote between our look and our lock.
                self._look()
                require()
            writer.keep(self._remember)
        except BaseException:
            writer.close()
            raise
        self._writer = writer
        self._second.begin()

    def _enter_tries(self) -> None:
        """Record the wrong PINs that were typed while the file could not be written."""
        file = self.day.created.file
        try:
            for member, moment in self._laptop.wrong_pins(file):
                act = Act(self.clock.now(), moment, self.number, member)
                self._write(self._settled(), act, access.note_wrong_pin(self.day, act))
                self._laptop.forget_wrong_pin(file)
        except StoreError as error:
            # The laptop keeps them for another time.
            self.memory_trouble = error

    def _require_free(self) -> None:
        if self.hindrance:
            raise StoreError(self.hindrance, file=self.path.name)

    def _require_passable(self) -> None:
        if self.hindrance not in GO_ON_FROM:
            raise StoreError(self.hindrance or Trouble.NOT_ANOTHERS, file=self.path.name)

    def _settled(self) -> Writer:
        if self._writer is None:
            raise StoreError(self.hindrance or Trouble.READ_ONLY, file=self.path.name)
        for entry in self._writer.settle():
            self._believe(entry)
        return self._writer

    def _write(self, writer: Writer, act: Act, event: Event) -> Entry:
        entry = seal(self.day.head(self.number), act, event)
        writer.append(entry)
        self._believe(entry)
        return entry

    def _moment(self, who: Who) -> Act:
        if who.happened is None:
            now = self.clock.now()
            return Act(now, now, self.number, who.by, who.witness)
        now = self.clock.beside(who.happened)
        return Act(now, who.happened, self.number, who.by, who.witness)

    def _believe(self, entry: Entry) -> None:
        """Move the day; if the fold itself fails, the journal is right and is folded anew."""
        day = self.day
        try:
            self.day = receive(day, entry)
        except Exception:
            known = [other for other in day.entries if other is not entry]
            self.day = replay(day.election, day.roll, [*known, entry])
            raise
        finally:
            self._second.committed()

    def _remember(self) -> bool:
        """Keep our head on this laptop; what hinders it is told, and stops no voter.

        As long as the file may not be gone on with, its head is not ours.
        """
        mark = self.day.desks.get(self.number)
        try:
            if mark and not self.hindrance:
                self._laptop.remember(self.day.created.file, self.number, mark)
            self.memory_trouble = None
        except StoreError as error:
            self.memory_trouble = error
        return self.memory_trouble is None
