"""The tables of a day file, and how they came about."""

from typing import TYPE_CHECKING

from precinct_app.errors import StoreError, Trouble

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

# The tables that a day file holds, and no others.
TABLES = frozenset({"election", "roll", "journal", "signing_key", "_sqlite_migrations"})

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
    _migrations().apply(db)


def check_schema(db: "Database") -> None:
    """Refuse a file that is no day, or was made by a newer program.

    Raises StoreError NOT_A_DAY or NEWER_PROGRAM. An unknown migration is looked for here because
    the library does not notice one.
    """
    names = set(db.table_names())
    if "_sqlite_migrations" not in names:
        raise StoreError(Trouble.NOT_A_DAY)
    migrations = _migrations()
    known = {"first"}
    if {applied.name for applied in migrations.applied(db)} - known:
        raise StoreError(Trouble.NEWER_PROGRAM)
    if names != TABLES:
        raise StoreError(Trouble.NOT_A_DAY)


def _migrations() -> "Migrations":
    from sqlite_utils.migrations import Migrations

    migrations = Migrations("precinct")

    @migrations()
    def first(db: "Database") -> None:
        for statement in _statements(_FIRST):
            db.execute(statement)
        for table in _KEPT:
            for deed, verb in (("change", "UPDATE"), ("delete", "DELETE")):
                db.execute(_SEAL.format(table=table, deed=deed, verb=verb))

    return migrations


def _statements(script: str) -> list[str]:
    # One by one, because executescript would commit the migration half-way.
    return [statement for statement in script.split(";\n") if statement.strip()]
