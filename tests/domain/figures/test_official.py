"""What was published in 2016 and 2023 goes through our lines and controls.

No rule of a precinct would take the count of a region: the events are stated to the fold, and the
lines are reckoned from the day that they leave.
"""

from collections.abc import Mapping
from typing import Any

import pytest

from precinct_app.domain.controls import percent, verdict
from precinct_app.domain.figures.explained import GRAVE, holding_back
from precinct_app.domain.figures.lines import lines_of, verdicts_of
from precinct_app.domain.parts import protocol
from precinct_app.domain.parts.certificates import CertificateAccepted, CertificateIssued
from precinct_app.domain.parts.count import StationaryCounted, VotesConfirmed, VotesCounted
from precinct_app.errors import Reason
from tests.day import morning
from tests.domain.days import BLUE, CHAIRMAN, ELECTION, SECRETARY, Table
from tests.domain.evening import announced_table

REGIONAL = ELECTION.ballot_ids[2]
AMANAT, AUYL, RESPUBLICA, NPK, BAYTAQ, AQ_JOL, OSDP = "1234567"


def state(table: Table, event: Any) -> None:
    """Write an event without asking a rule."""
    table.do(CHAIRMAN, lambda _day, _act: event)


def counted(
    ballot: str, papers: int, votes: Mapping[str, int], against: int, invalid: int
) -> Table:
    """Let the boxes hold so many papers, and two members type the sheet."""
    table = announced_table()
    state(table, StationaryCounted(ballot, papers))
    state(table, VotesCounted(ballot, votes, against, invalid, ""))
    state(table, VotesConfirmed(ballot))
    return table


def without_portable(table: Table) -> dict[str, int]:
    """Give the lines of the blue ballot, as if all papers lay in the boxes of the room."""
    lines = lines_of(table.day, BLUE)
    return {name: n for name, n in lines.items() if not name.startswith(("10a.", "10c."))}


def holds(control: str, figures: Mapping[str, int]) -> bool | None:
    (asked,) = [one for one in ELECTION.controls if one.id == control]
    return verdict(asked, figures).holds


def shares(table: Table, ballot: str) -> dict[str, int]:
    lines = lines_of(table.day, ballot)
    return {name: number for name, number in lines.items() if name.partition(".")[0] == "13"}


# The Mazhilis by party lists, 19 March 2023: the parties, the percentages and "against all" as
# newtimes.kz gave the protocol of the Central Commission (166548), those who took part by ulys.kz,
# the list and the ballots issued at 22:10 by the Commission's messages. Invalid is the difference.
NATIONAL = {
    AMANAT: (3_431_510, 5390),
    AUYL: (693_938, 1090),
    RESPUBLICA: (547_154, 859),
    NPK: (432_920, 680),
    BAYTAQ: (146_431, 230),
    AQ_JOL: (535_139, 841),
    OSDP: (331_058, 520),
}
LISTED, ISSUED, TOOK_PART, VALID, AGAINST = 12_035_578, 6_521_860, 6_517_360, 6_366_441, 248_291


def test_the_party_lists_of_the_country_give_the_published_percentages():
    votes = {party: number for party, (number, _) in NATIONAL.items()}
    table = counted(BLUE, TOOK_PART, votes, AGAINST, TOOK_PART - VALID)
    assert shares(table, BLUE) == {f"13.{party}": share for party, (_, share) in NATIONAL.items()}
    lines = without_portable(table)
    assert (lines["13a"], lines["4"], lines["7"]) == (390, TOOK_PART, 150_919)
    assert sum(n for name, n in lines.items() if name.startswith("5.")) + lines["6"] == VALID
    published = {**lines, "1": LISTED, "2": ISSUED, "9c": 0, "12": ISSUED - TOOK_PART}
    for control in ("C2", "C8", "C9", "C9b", "L4_practice", "C11"):
        assert holds(control, published), control
    assert holds("L4_strict", published) is False
    assert (percent(TOOK_PART, LISTED), percent(VALID, LISTED)) == (5415, 5290)


# The regional maslikhat of Karaganda by party lists, 2023 (world-news247.net, 1057727).
KARAGANDA = {
    AMANAT: (231_843, 5167),
    AUYL: (57_998, 1292),
    AQ_JOL: (48_323, 1077),
    NPK: (46_790, 1043),
    BAYTAQ: (27_590, 615),
    RESPUBLICA: (27_292, 608),
}


def test_karaganda_gives_51_67_percent_for_amanat():
    votes = {party: number for party, (number, _) in KARAGANDA.items()}
    valid = sum(votes.values()) + 8_905
    table = counted(REGIONAL, 452_538, votes, 8_905, 452_538 - valid)
    assert valid == 448_741
    assert shares(table, REGIONAL) == {
        f"13.{party}": share for party, (_, share) in KARAGANDA.items()
    }
    lines = lines_of(table.day, REGIONAL)
    assert (lines["4"], lines["7"]) == (452_538, 3_797)
    by_control = {one.verdict.control: one.verdict for one in verdicts_of(table.day, REGIONAL)}
    for control in ("C8", "L4_practice", "C11"):
        assert by_control[control].holds, control


# Four parties of the regional maslikhat of Kyzylorda, 2023 (kazlenta.kz, 63960); the rest of the
# votes was not published.
KYZYLORDA = {
    AMANAT: (219_248, 6851),
    AUYL: (13_465, 421),
    RESPUBLICA: (10_773, 337),
    NPK: (9_037, 282),
}


@pytest.mark.parametrize(
    ("valid", "fits"),
    [(319_999, False), (320_000, True), (320_023, True), (320_046, True), (320_047, False)],
)
def test_kyzylorda_holds_for_320000_to_320046_valid_votes(valid, fits):
    votes = {party: number for party, (number, _) in KYZYLORDA.items()}
    rest = valid - sum(votes.values())
    lines = lines_of(counted(REGIONAL, valid, votes, rest, 0).day, REGIONAL)
    published = {f"13.{party}": share for party, (_, share) in KYZYLORDA.items()}
    assert holds("C11", lines)
    assert holds("C11", {**lines, **published}) is fits


def test_the_five_parties_of_kostanay_go_through_the_lines():
    """kostanaytany.kz gave the votes of 2023 without "against all" and without percentages."""
    votes = {AMANAT: 195_232, AUYL: 44_220, RESPUBLICA: 22_115, NPK: 22_325, AQ_JOL: 66_220}
    table = counted(REGIONAL, 350_112, votes, 0, 0)
    lines = lines_of(table.day, REGIONAL)
    assert {party: lines[f"5.{party}"] for party in votes} == votes
    assert (lines["4"], sum(shares(table, REGIONAL).values())) == (350_112, 10_000)
    by_control = {one.verdict.control: one.verdict[2:5] for one in verdicts_of(table.day, REGIONAL)}
    assert by_control["C8"] == (350_112, 350_112, True)


# Three protocols of Almaty that were taken in 2016 (archive.misk.org.kz): voters of the precinct,
# absentee certificates issued, voters on certificates accepted, and the "total" that was written.
MISK = [(1083, 1370, 1, -286), (714, 1746, 1, -1031), (199, 1521, 7, -1315)]


@pytest.mark.parametrize(("listed", "issued", "accepted", "total"), MISK)
def test_a_protocol_of_misk_2016_is_refused(listed, issued, accepted, total):
    written = {"1": total, "1a": listed, "1b": 0, "1c": accepted, "1d": issued, "1e": 0}
    assert holds("C1", written)
    assert holds("C1a", written) is False
    assert holds("C1b", written) is False
    grave = {one.id for one in ELECTION.controls if one.severity in GRAVE}
    assert {"C1a", "C1b"} <= grave


@pytest.mark.parametrize(("listed", "issued", "accepted", "total"), MISK)
def test_a_file_with_the_certificates_of_misk_2016_holds_its_protocol(
    listed, issued, accepted, total
):
    """However the entries came, line 1 is never below zero, and signing is held."""
    table = morning.set_up(morning.listed(listed), (CHAIRMAN, SECRETARY))
    for n in range(1, issued + 1):
        state(table, CertificateIssued(str(n), f"{n:06}", (BLUE,), ""))
    for n in range(1, accepted + 1):
        row = {"surname": "Омаров", "first_name": "Дархан", "birth": str(1950 + n)}
        state(table, CertificateAccepted(row, f"9{n:05}", "mazhilis_list"))
    lines = lines_of(table.day, BLUE)
    assert (lines["1a"] + lines["1c"], lines["1d"]) == (listed + accepted, issued)
    assert min(lines.values()) >= 0 > total
    held = {one.control.id for one in holding_back(table.day, BLUE)}
    assert {"C1", "C1b"} <= held
    signing = protocol.sign_protocol.recorded("акт № 1", "так подписали")
    table.do(CHAIRMAN, signing, BLUE, (CHAIRMAN, SECRETARY), witness=SECRETARY)
    offences = {offence.reason for offence in table.day.breaches[-1].offences}
    assert Reason.CONTROL_BROKEN in offences
