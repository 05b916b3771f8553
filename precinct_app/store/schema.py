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


def is_newer(db: "Database") -> bool:
    """Tell whether a newer program changed the tables; the library does not notice that.

    Raises StoreError NOT_A_DAY for tables that are no day's.
    """
    names = set(db.table_names())
    if "_sqlite_migrations" not in names:
        raise StoreError(Trouble.NOT_A_DAY)
    migrations = _migrations()
    done = {migration.name for migration in migrations.applied(db)}
    newer = bool(done - {"first"})
    if names != TABLES and not newer:
        raise StoreError(Trouble.NOT_A_DAY)
    return newer


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
