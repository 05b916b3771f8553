"""Looking at a day file: status, verify and find, which change nothing."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from precinct_app.cli.status import LASTING
from precinct_app.desk import unlock
from precinct_app.domain.entry import line_digest
from precinct_app.store.codec import COLUMNS
from precinct_app.store.database import connect
from tests.cli.console import (
    FIVE,
    OPEN,
    PASSPHRASE,
    ask,
    call,
    issue,
    line,
    play,
    status,
    traces,
)


@pytest.fixture
def day(training):
    """Play a morning: two served, one exchange, a hand-over on the way, a return."""
    exchange = {"voter": "1", "ballot": "maz_pl", "issuer": "4", "cause": "voter_mistake"}
    spoiled = line("return_ballot", "3", voter="2", ballot="maz_pl")
    over = {"issuer": "4", "taker": "5", "amounts": {"reg_pl": 3}}
    answer = play(
        training,
        OPEN,
        issue("1"),
        issue("2"),
        line("exchange_ballot", "3", **exchange),
        spoiled,
        line("hand_over_ballots", "4", **over),
    )
    assert answer.code == 0, answer
    return training


def test_status_says_all_that_it_promises(day):
    found = status(day)
    promised = {
        *("kind", "election", "precinct", "phase", "voters", "served", "issued", "accounts"),
        *("conflicts", "journal"),
    }
    assert promised <= found.keys()
    assert (found["kind"], found["election"], found["precinct"]) == (
        "training",
        "2023-03-19",
        "214",
    )
    assert (found["phase"], found["voters"], found["served"]) == ("voting", 4, 2)
    assert found["issued"] == {ballot: 3 if ballot == "maz_pl" else 0 for ballot in FIVE}
    assert found["conflicts"] == []


def test_status_has_an_account_for_every_paper(day):
    found = status(day)["accounts"]
    blue = found["maz_pl"]
    assert {name: count for name, count in blue.items() if count} == {
        "safe": 70,
        "voters": 1,
        "exchanged": 1,
        "returned": 1,
        "member:3": 10,
        "member:4": 7,
        "member:5": 10,
    }
    assert {
        *("safe", "voters", "exchanged", "returned", "damaged"),
        *("withdrawn", "sent_back", "missing", "cancelled"),
    } == {*LASTING}
    assert set(LASTING) <= blue.keys()
    (way,) = [count for name, count in found["reg_pl"].items() if name.startswith("way:")]
    assert way == 3
    assert {sum(holders.values()) for holders in found.values()} == {100}


def test_status_names_each_desk_with_its_head(day):
    journal = status(day)["journal"]
    assert journal.keys() == {"entries", "digest", "desks", "ok"}
    assert journal["ok"] is True
    assert [desk.keys() for desk in journal["desks"]] == [{"desk", "entries", "head"}]
    assert journal["desks"][0]["entries"] == journal["entries"]
    assert (len(journal["digest"]), len(journal["desks"][0]["head"])) == (64, 64)


@pytest.mark.parametrize("spoken", ["kk", "ru", "en"])
def test_without_json_the_ballots_have_their_names(day, spoken):
    answer = call("status", day, "--language", spoken)
    assert answer.code == 0
    assert "maz_pl" not in answer.out
    assert "А – " in answer.out
    assert len(answer.out.splitlines()) == 12


def test_looking_changes_no_byte(desk, day):
    before = traces(desk)
    for words in (("status", day), ("verify", day), ("find", day, "Иванов")):
        assert call(*words).code == 0
    assert traces(desk) == before


def test_a_conflict_stands_in_the_status_and_is_said(day):
    breach = {"voter": "1", "ballots": ["maz_pl"], "issuer": "4"}
    step = line("issue_ballots", "3", **breach) | {"witness": "5"}
    step["record"] = {"paper": "акт 1", "reason": "қате"}
    assert play(day, step).code == 0
    kinds = {conflict["kind"] for conflict in status(day)["conflicts"]}
    assert kinds == {"breach", "double"}
    assert "a second time" in call("status", day).out


def test_verify_says_that_all_holds(day):
    answer = ask("verify", day)
    assert answer.code == 0
    assert (answer.json["ok"], answer.json["first_bad"]) == (True, None)
    assert call("verify", day).out.startswith("All holds: ")


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("UPDATE journal SET body = replace(body, 'maz_pl', 'reg_pl') WHERE number = 30", "hash"),
        ("UPDATE journal SET recorded = '2023-03-19T00:00:00+06:00' WHERE number = 30", "hash"),
        ("DELETE FROM journal WHERE number = 30", "gap"),
        ("DELETE FROM journal WHERE number >= 30", "gap"),
    ],
)
def test_verify_names_the_first_that_does_not_hold(day, statement, reason):
    tamper(day, statement)
    answer = ask("verify", day)
    assert answer.code == 1
    assert answer.json["first_bad"] == {"desk": 1, "number": 30, "reason": reason}
    assert answer.json["reason"] == reason
    assert call("verify", day).out.splitlines()[1] == "1-30"
    assert status(day)["journal"]["ok"] is False


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("UPDATE roll SET voter = replace(voter, 'Ким', 'Кім')", "list"),
        ("DELETE FROM roll WHERE place = 4", "list"),
        ("UPDATE election SET text = replace(text, 'Мажилис', 'Мажилиз')", "election"),
        ("UPDATE roll SET voter = voter WHERE place = 4", "tables"),
    ],
)
def test_verify_finds_another_list_and_election_and_guards_that_are_gone(day, statement, reason):
    tamper(day, statement)
    answer = ask("verify", day)
    assert answer.code == 1
    assert answer.json["first_bad"] == {"desk": 1, "number": 1, "reason": reason}


def test_verify_finds_another_signing_key_and_the_day_goes_on(day):
    query = "SELECT sql FROM sqlite_master WHERE name = 'signing_key_is_not_deleted'"
    with closing(connect(day, unlock(day, PASSPHRASE))) as connection:
        ((guard,),) = connection.execute(query).fetchall()
        connection.execute("DROP TRIGGER signing_key_is_not_deleted")
        connection.execute("DELETE FROM signing_key")
        connection.execute(guard)
    answer = ask("verify", day)
    assert answer.code == 1
    assert answer.json["first_bad"] == {"desk": 1, "number": 1, "reason": "signing_key"}
    assert status(day)["hindrance"] is None


def tamper(file, statement):
    """Change a file as somebody who knows its passphrase and takes the triggers away."""
    with closing(connect(file, unlock(file, PASSPHRASE))) as connection:
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        for (name,) in connection.execute(query).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        assert connection.execute(statement).rowcount > 0
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def test_an_older_copy_is_found_by_the_laptop_that_wrote_more(training):
    copy = training.read_bytes()
    known = status(training)["journal"]["entries"]
    assert play(training, OPEN).code == 0
    training.write_bytes(copy)
    answer = ask("verify", training)
    assert answer.code == 1
    assert answer.json["first_bad"] == {"desk": 1, "number": known + 1, "reason": "gap"}
    assert call("verify", training).out.splitlines()[1] == f"1-{known + 1}"
    assert "is an old copy" in call("status", training).out


@pytest.mark.parametrize(
    "typed",
    [
        ("Қадырова",),
        ("Кадырова",),
        ("Нұрланқызы", "Әсел"),
        ("rflshjdf",),
        ("Kadyrova",),
        ("Қадырва",),
        ("1",),
        ("900214499905",),
        ("9905",),
    ],
)
def test_find_finds_by_whatever_is_typed(live, typed):
    answer = ask("find", live, *typed)
    assert answer.code == 0
    assert answer.json.keys() == {"hits", "more"}
    assert answer.json["hits"][0] == {
        "voter": "1",
        "number": 1,
        "name": "Қадырова Әсел Нұрланқызы",
        "birth_year": 1990,
        "street": "Абай көшесі",
        "served": False,
    }


def test_find_shows_who_was_served_and_never_a_whole_iin(day):
    served = {hit["number"]: hit["served"] for hit in ask("find", day, "Абай").json["hits"]}
    assert served == {1: True, 2: True, 3: False}
    for answer in (ask("find", day, "Қадырова"), call("find", day, "Қадырова")):
        assert "900214499905" not in answer.out


def test_find_finds_nobody_without_a_fuss(live):
    for typed in ("Жоқадам", "", "  ", "77", "%_'\""):
        answer = ask("find", live, typed)
        assert (answer.code, answer.json) == (0, {"hits": [], "more": 0})


def test_a_file_that_only_a_newer_program_can_read_is_not_said_to_hold(day):
    entries = status(day)["journal"]["entries"]
    write_as_newer(day, "drone_delivered")
    answer = ask("verify", day)
    assert answer.code == 1
    assert answer.json["first_bad"] == {
        "desk": 1,
        "number": entries + 1,
        "reason": "unreadable",
    }
    assert "newer" in call("verify", day, "--language", "en").out


def write_as_newer(path: Path, kind: str) -> None:
    """Append an entry of an unknown kind whose chain holds."""
    with closing(connect(path, unlock(path, PASSPHRASE))) as connection:
        journal = Database(connection).table("journal")
        last = list(journal.rows_where(order_by="place"))[-1]
        row = last | {name: last[name] + 1 for name in ("place", "number", "tick")}
        row |= {"kind": kind, "previous": last["digest"]}
        row["digest"] = line_digest(row["previous"], tuple(row[name] for name in COLUMNS[:-2]))
        journal.insert(row)


def test_the_status_tells_turnout_presence_trips_count_breaches_and_controls(day):
    steps = [
        line("report_turnout", hour="10:00") | {"happened": "10:01"},
        line("issue_ballots", "3", voter="1", ballots=["maz_pl"], issuer="4")
        | {"witness": "5", "record": {"paper": "акт 1", "reason": "қате"}},
    ]
    answer = play(day, *steps)
    assert answer.code == 0, answer.lines
    found = status(day)
    assert found["turnout"]["slips"]["10:00"]["served"] == found["turnout"]["served"]
    assert (found["present"], found["trips"]) == ({}, [])
    assert found["count"]["maz_pl"]["signed"] is False
    assert [breach["fact"] for breach in found["breaches"]] == ["ballots_issued"]
    assert found["breaches"][0]["offences"][0]["article"] == "41(1)"
    verdicts = {one["id"]: one["verdict"] for one in found["controls"]["maz_pl"]}
    assert (verdicts["C1"], verdicts["C8"]) == ("holds", "open")
    assert {one["id"] for one in found["controls"]["day"]} >= {"C3a", "C13"}
