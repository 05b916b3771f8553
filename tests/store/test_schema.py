"""The tables of a day: exact, made once, and closed to change."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from precinct_app.domain.parts import issuing, opening
from precinct_app.store.codec import COLUMNS
from precinct_app.store.database import connect
from precinct_app.store.schema import TABLES, prepare
from tests.store.files import KEY, SECRETARY, back_on_duty, make_day, writing

KEPT = ("election", "roll", "journal", "signing_key")
SAME = "UPDATE journal SET {0} = {0} WHERE place = 20"
AGAIN = "INSERT INTO journal ({0}) SELECT {0} FROM journal WHERE place = 20"


@pytest.fixture
def connection(tmp_path):
    found = connect(make_day(tmp_path), KEY)
    yield found
    found.close()


def tables(connection):
    query = "SELECT name FROM sqlite_master WHERE type = 'table'"
    return {name for (name,) in connection.execute(query)}


def test_the_set_of_tables_after_a_whole_day_is_exact(tmp_path):
    path = make_day(tmp_path, count=20, served=19)
    with writing(path) as desk:
        back_on_duty(desk)
        desk.act(SECRETARY, issuing.decline_ballots, "20", ("maz_pl",))
        desk.clock.state(desk.clock.now().replace(hour=20))
        desk.act(SECRETARY, opening.end_voting)
        desk.find_voters("Қадырова")
        desk.back_up(tmp_path / "copy.precinct")
    connection = connect(path, KEY)
    assert tables(connection) == TABLES
    assert set(KEPT) == TABLES - {"_sqlite_migrations"}
    connection.close()


@pytest.mark.parametrize("table", KEPT)
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE {table} SET rowid = rowid + 1000",
        "DELETE FROM {table}",
        "DELETE FROM {table} LIMIT 1",
    ],
)
def test_no_row_is_changed_or_deleted(connection, table, statement):
    kept = Database(connection).table(table)
    before = [*kept.rows]
    with pytest.raises(dbapi2.Error, match=f"{table} is append-only"):
        connection.execute(statement.format(table=table))
    assert [*kept.rows] == before


@pytest.mark.parametrize("column", COLUMNS)
def test_no_column_of_an_entry_is_changed(connection, column):
    with pytest.raises(dbapi2.Error, match="journal is append-only"):
        connection.execute(SAME.format(column))


def test_one_place_in_the_chain_is_taken_once(connection):
    with pytest.raises(dbapi2.IntegrityError, match="UNIQUE"):
        connection.execute(AGAIN.format(", ".join(COLUMNS)))


def test_a_column_takes_only_what_it_is_made_for(connection):
    with pytest.raises(dbapi2.IntegrityError, match="cannot store BLOB"):
        connection.execute("INSERT INTO roll (place, voter) VALUES (99, x'00')")


def test_a_second_election_finds_no_room(connection):
    with pytest.raises(dbapi2.IntegrityError, match="CHECK"):
        connection.execute("INSERT INTO election (id, text) VALUES (2, '{}')")


def test_the_migrations_run_once(connection):
    made = connection.execute("SELECT name, sql FROM sqlite_master").fetchall()
    done = connection.execute("SELECT * FROM _sqlite_migrations").fetchall()
    assert [row[2] for row in done] == ["first"]
    prepare(Database(connection))
    assert connection.execute("SELECT name, sql FROM sqlite_master").fetchall() == made
    assert connection.execute("SELECT * FROM _sqlite_migrations").fetchall() == done
