"""The tables of a day file, and how they came about.

The library of the migrations is loaded where tables are made; to look at them needs none, and
costs a desk neither its time nor its memory.
"""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from precinct_app.errors import StoreError, Trouble
from precinct_app.store.database import Connection, rows_of

if TYPE_CHECKING:
    from sqlite_utils import Database

# The tables that a day file holds, and no others.
TABLES = frozenset({"election", "roll", "journal", "signing_key", "_sqlite_migrations"})

# What the library keeps of its migrations has a form of its own.
_MADE = """
    SELECT type, name, sql FROM sqlite_master
    WHERE sql IS NOT NULL AND (tbl_name <> '_sqlite_migrations' OR type = 'trigger')
"""

_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"
_DONE = "SELECT name FROM _sqlite_migrations WHERE migration_set = ?"
_SET = "precinct"

_KEPT = ("election", "roll", "journal", "signing_key")

_FIRST = """
CREATE TABLE election (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    text TEXT NOT NULL
) STRICT;
CREATE TABLE signing_key (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    private BLOB NOT NULL
) STRICT;
CREATE TABLE roll (
    place INTEGER PRIMARY KEY,
    voter TEXT NOT NULL
) STRICT;
CREATE TABLE journal (
    place INTEGER PRIMARY KEY,
    desk INTEGER NOT NULL,
    number INTEGER NOT NULL,
    tick INTEGER NOT NULL,
    recorded TEXT NOT NULL,
    happened TEXT NOT NULL,
    by TEXT NOT NULL,
    witness TEXT NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    previous TEXT NOT NULL,
    digest TEXT NOT NULL,
    UNIQUE (desk, number)
) STRICT;
"""

_SEAL = """
CREATE TRIGGER {table}_is_not_{deed}d BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
"""


def prepare(db: "Database") -> None:
    """Bring a file to the newest schema; each migration runs once, in its order."""
    from sqlite_utils.migrations import Migrations

    migrations = Migrations(_SET)

    @migrations()
    def first(db: "Database") -> None:
        # One by one, because executescript would commit the migration half-way.
        for statement in _all_statements():
            db.execute(statement)

    migrations.apply(db)


def is_kept(connection: Connection) -> bool:
    """Tell whether tables and triggers are the ones that a day is born with, to the letter."""
    return {(kind, name): sql for kind, name, sql in rows_of(connection, _MADE)} == _made()


@cache
def _made() -> dict[tuple[str, str], str]:
    """Give what the database keeps of the statements that make a day's tables and triggers."""
    statements = (statement.strip().removesuffix(";") for statement in _all_statements())
    words = ((statement.split(maxsplit=3), statement) for statement in statements)
    return {(kind.lower(), name): statement for (_, kind, name, _), statement in words}


def is_newer(connection: Connection) -> bool:
    """Tell whether a newer program changed the tables; the library does not notice that.

    Raises StoreError NOT_A_DAY for tables that are no day's.
    """
    names = {name for (name,) in rows_of(connection, _TABLES)}
    if "_sqlite_migrations" not in names:
        raise StoreError(Trouble.NOT_A_DAY)
    done = {name for (name,) in rows_of(connection, _DONE, _SET)}
    newer = bool(done - {"first"})
    if names != TABLES and not newer:
        raise StoreError(Trouble.NOT_A_DAY)
    return newer


def _all_statements() -> Iterator[str]:
    yield from (statement for statement in _FIRST.split(";\n") if statement.strip())
    for table in _KEPT:
        for deed, verb in (("change", "UPDATE"), ("delete", "DELETE")):
            yield _SEAL.format(table=table, deed=deed, verb=verb)
