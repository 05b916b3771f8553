"""A day is built anew from a whole copy and the lines after it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from precinct_app.domain.entry import NO_HASH, line_digest
from precinct_app.domain.parts.setup import DayCreated
from precinct_app.errors import StoreError, Trouble
from precinct_app.store.birth import Text, write_file
from precinct_app.store.codec import entry_of
from precinct_app.store.contents import Contents, read_contents
from precinct_app.store.lines import Lines, Seal, read_lines
from precinct_app.store.opening import Opened, check_foundation, open_day
from precinct_app.store.traces import Found, salt_of
from precinct_app.store.verdict import Finding, Flaw, Row, before, check_chains

# From a file's key and random id to the seal of its lines.
Sealing = Callable[[bytes, str], Seal]


class Gathered(NamedTuple):
    """What can be built: the text of the best whole copy, and the rows that hold together.

    ``lines`` counts the entries that only lines gave, ``bad`` numbers the lines that can't be
    read, ``untaken`` counts entries of lines that do not follow, ``gap`` names the first missing.
    """

    key: bytes
    salt: bytes
    whole: Contents
    rows: list[Row]
    lines: int
    bad: list[int]
    untaken: int
    gap: str


class Restored(NamedTuple):
    """The day as it came back, proved by replay, and what it was gathered from."""

    opened: Opened
    gathered: Gathered


def gather(found: Found, key: bytes, sealing: Sealing) -> Gathered:
    """Read what a place holds of one day, touching nothing.

    Raises StoreError: WRONG_KEY, NO_COPY without a whole copy, DAMAGED where none holds.
    """
    whole, salt, file = _best(found, key)
    lines = Lines([], [])
    if found.lines:
        try:
            lines = read_lines(found.lines, sealing(key, file))
        except OSError as error:
            raise StoreError(Trouble.OUT_OF_REACH, file=found.lines.name) from error
    rows, gaps = _follow(whole.rows, lines.rows)
    known = {row[-1] for row in rows}
    untaken = {row[-1] for row in lines.rows} - known
    came = len(rows) - len(whole.rows)
    gap = min(gaps, default=None)
    named = f"{gap.desk}-{gap.number}" if gap else ""
    return Gathered(key, salt, whole, rows, max(0, came), lines.bad, len(untaken), named)


def build(path: Path, gathered: Gathered) -> Restored:
    """Write a day file of what was gathered; it gets its name when replay has proved it.

    Raises StoreError: EXISTS, what hindered it, DAMAGED for what does not hold when replayed.
    """
    proved: list[Opened] = []

    def prove(draft: Path) -> None:
        opened = open_day(draft, gathered.key)
        if opened.finding:
            raise StoreError(Trouble.DAMAGED, file=path.name)
        proved.append(opened)

    whole = gathered.whole
    text = Text(whole.election, whole.voters, whole.signing_key, gathered.rows)
    write_file(path, gathered.key + gathered.salt, text, prove)
    return Restored(proved[0], gathered)


def _best(found: Found, key: bytes) -> tuple[Contents, bytes, str]:
    """Choose the whole copy that reaches furthest; with its salt and the id of its file."""
    best: tuple[Contents, bytes, str] | None = None
    no = StoreError(Trouble.NO_COPY, folder=str(found.folder))
    for path in found.wholes:
        try:
            read = read_contents(path, key)
            salt, kept = salt_of(path), _kept(read)
        except StoreError as error:
            no = error
            continue
        if kept is None:
            no = StoreError(Trouble.DAMAGED, file=path.name)
        elif best is None or len(kept[0].rows) > len(best[0].rows):
            best = kept[0], salt, kept[1]
    if best is None:
        raise no
    return best


def _kept(read: Contents) -> tuple[Contents, str] | None:
    """Give the rows of a whole copy that hold, and its file's id; None where its ground fails."""
    broken = check_chains(read.rows, read.lost)
    rows = before(read.rows, broken) if broken else read.rows
    if not rows:
        return None
    first = entry_of(rows[0]).event
    if not isinstance(first, DayCreated) or check_foundation(read, first) or not read.signing_key:
        return None
    return read._replace(rows=rows), first.file


def _follow(rows: list[Row], lines: Iterable[Row]) -> tuple[list[Row], list[Finding]]:
    """Add the rows of lines that follow; nothing after a gap is taken, on any desk."""
    loose: dict[tuple[int, int], dict[str, Row]] = defaultdict(dict)
    known = {row[-1] for row in rows}
    taken = {row[0]: (0, NO_HASH) for row in lines}
    for row in sorted(rows):
        taken[row[0]] = row[1], row[-1]
    for row in lines:
        if row[-1] not in known:
            loose[row[0], row[1]][row[-1]] = row
    whole, gaps, after = [*rows], [], []
    for desk, (number, head) in taken.items():
        run = [*_run(loose, desk, number, head)]
        whole += run
        reached = number + len(run)
        beyond = [key for key in loose if key[0] == desk and key[1] > reached]
        after += [row for key in beyond for row in loose[key].values()]
        if beyond:
            gaps.append(Finding(Flaw.GAP, desk, reached + 1))
    return (before([*whole, *after], gaps) if gaps else whole), gaps


def _run(
    loose: Mapping[tuple[int, int], dict[str, Row]], desk: int, number: int, head: str
) -> Iterator[Row]:
    """Go through the rows that follow a head one after another."""
    while found := _next(loose.get((desk, number + 1), {}), head):
        yield found
        number, head = found[1], found[-1]


def _next(rows: dict[str, Row], head: str) -> Row | None:
    """Choose the one row that follows a head; where two would, none can be believed."""
    fit = [row for row in rows.values() if row[-2] == head and _is_sealed(row)]
    return fit[0] if len(fit) == 1 else None


def _is_sealed(row: Row) -> bool:
    digest: str = row[-1]
    return line_digest(row[-2], row[:-2]) == digest
