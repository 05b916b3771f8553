"""The moments of the law fall at the precinct's own hours and offset."""

import json
from datetime import datetime

import pytest

from precinct_app.domain.election_read import parse_election
from precinct_app.domain.precinct import (
    Precinct,
    check_precinct,
    moment,
    report_moments,
    span,
)
from precinct_app.domain.shape import ShapeFault, plain, reader
from precinct_app.errors import Refusal
from tests.domain.shipped import data_of, election_of

ELECTION = election_of("2023-03-19")
KARAGANDA = Precinct("214", name="Школа № 5", region="Караганда", utc_offset="+06:00")
AKTOBE = Precinct("31", region="Ақтөбе", utc_offset="+05:00")


def read(data: object) -> Precinct:
    """Build a precinct from plain data, as the first entry of a journal is read."""
    precinct: Precinct = reader(Precinct)(data, "")
    return precinct


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("name", "when"),
    [
        ("certificates_close", "2023-03-18T18:00+06:00"),
        ("station_opens", "2023-03-19T06:00+06:00"),
        ("boxes", "2023-03-19T06:30+06:00"),
        ("voting_begins", "2023-03-19T07:00+06:00"),
        ("outside_applications", "2023-03-19T12:00+06:00"),
        ("voting_ends", "2023-03-19T20:00+06:00"),
        ("count_ends", "2023-03-20T08:00+06:00"),
    ],
)
def test_the_clock_of_the_law_on_voting_day(name, when):
    found = moment(ELECTION, KARAGANDA, name)
    assert found == at(when)
    assert found.utcoffset() == at(when).utcoffset()


def test_a_western_precinct_votes_an_hour_later_than_astana():
    begins = moment(ELECTION, AKTOBE, "voting_begins")
    assert begins.isoformat() == "2023-03-19T07:00:00+05:00"
    assert begins - moment(ELECTION, KARAGANDA, "voting_begins") == at(
        "2023-03-19T08:00+06:00"
    ) - at("2023-03-19T07:00+06:00")


def test_the_offset_is_the_stated_one_and_not_that_of_a_zone_table():
    silent = Precinct("1")
    assert moment(ELECTION, silent, "boxes").isoformat() == "2023-03-19T06:30:00+06:00"
    later = election_of("referendum")
    assert moment(later, silent, "boxes").isoformat() == "2024-10-06T06:30:00+05:00"


def test_shifted_voting_takes_opening_and_sealing_with_it():
    early = Precinct("7", utc_offset="+06:00", times={"voting_begins": "06:00"})
    check_precinct(ELECTION, early)
    assert moment(ELECTION, early, "station_opens") == at("2023-03-19T05:00+06:00")
    assert moment(ELECTION, early, "boxes") == at("2023-03-19T05:30+06:00")
    assert moment(ELECTION, early, "voting_ends") == at("2023-03-19T20:00+06:00")


def test_each_deadline_can_be_overridden_by_the_precinct():
    times = {
        "certificates_close": "17:00",
        "station_opens": "06:10",
        "boxes": "06:40",
        "voting_begins": "07:10",
        "outside_applications": "11:30",
        "voting_ends": "21:00",
    }
    own = Precinct("9", utc_offset="+06:00", times=times, spans={"count_hours": 10})
    check_precinct(ELECTION, own)
    for name in ("station_opens", "boxes", "voting_begins", "outside_applications", "voting_ends"):
        assert moment(ELECTION, own, name) == at(f"2023-03-19T{times[name]}+06:00")
    assert moment(ELECTION, own, "certificates_close") == at("2023-03-18T17:00+06:00")
    assert moment(ELECTION, own, "count_ends") == at("2023-03-20T07:00+06:00")


def test_spans_are_the_election_s_unless_the_precinct_has_its_own():
    assert span(ELECTION, KARAGANDA, "count_hours") == 12
    assert span(ELECTION, KARAGANDA, "posted_days") == 2
    assert span(ELECTION, Precinct("1", spans={"posted_days": 3}), "posted_days") == 3


def test_reports_go_at_even_hours_of_astana():
    hours = [found.strftime("%H:%M") for found in report_moments(ELECTION, KARAGANDA)]
    assert hours == ["10:00", "12:00", "14:00", "16:00", "18:00", "20:00", "22:00"]


def test_western_precincts_report_at_local_odd_hours():
    found = report_moments(ELECTION, AKTOBE)
    hours = [hour.strftime("%H:%M") for hour in found]
    assert hours == ["09:00", "11:00", "13:00", "15:00", "17:00", "19:00", "21:00"]
    assert found == report_moments(ELECTION, KARAGANDA)


def test_a_precinct_s_own_report_hours_are_local():
    own = Precinct("3", utc_offset="+05:00", report_hours=("08:30", "19:45"))
    hours = [found.isoformat() for found in report_moments(ELECTION, own)]
    assert hours == ["2023-03-19T08:30:00+05:00", "2023-03-19T19:45:00+05:00"]


def test_a_body_read_back_is_the_same_precinct():
    own = Precinct(
        "214",
        name="№ 12 мектеп",
        address="Абай даңғылы, 7",
        region="Қостанай",
        utc_offset="+06:00",
        closed=True,
        times={"voting_ends": "19:00"},
        report_hours=("10:00",),
        spans={"posted_days": 2},
    )
    text = json.dumps(plain(own), ensure_ascii=False)
    assert read(json.loads(text)) == own
    assert read(plain(Precinct("1"))) == Precinct("1")


def test_a_precinct_is_read_back_however_its_address_was_typed():
    own = Precinct("214", name=" Школа\n", address="вои\u0306ска\u00a07")
    assert read(plain(own)) == own


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"number": 214}, "number"),
        ({"closed": "no"}, "closed"),
        ({"times": {"boxes": 630}}, "times.boxes"),
        ({"spans": {"count_hours": "12"}}, "spans.count_hours"),
        ({"colour": "blue"}, "colour"),
    ],
)
def test_a_spoiled_body_is_found_with_its_key(change, key):
    with pytest.raises(ShapeFault) as caught:
        read(plain(KARAGANDA) | change)
    assert caught.value.key == key


@pytest.mark.parametrize(
    ("precinct", "argument"),
    [
        (Precinct(""), "number"),
        (Precinct("214 "), "number"),
        (Precinct("1", utc_offset="+6"), "utc_offset"),
        (Precinct("1", utc_offset="+15:00"), "utc_offset"),
        (Precinct("1", times={"voting_begins": "7:00"}), "times"),
        (Precinct("1", times={"lunch": "13:00"}), "times"),
        (Precinct("1", times={"count_ends": "08:00"}), "times"),
        (Precinct("1", times={"voting_begins": "05:59"}), "times"),
        (Precinct("1", times={"voting_ends": "22:01"}), "times"),
        (Precinct("1", times={"voting_ends": "07:00"}), "times"),
        (Precinct("1", report_hours=("12:00", "10:00")), "report_hours"),
        (Precinct("1", report_hours=("noon",)), "report_hours"),
        (Precinct("1", spans={"count_days": 1}), "spans"),
    ],
)
def test_a_precinct_that_cannot_be_is_refused(precinct, argument):
    with pytest.raises(Refusal) as caught:
        check_precinct(ELECTION, precinct)
    assert caught.value.facts["argument"] == argument


def test_a_precinct_as_it_is_passes():
    check_precinct(ELECTION, KARAGANDA)
    check_precinct(ELECTION, AKTOBE)
    check_precinct(
        ELECTION, Precinct("1", times={"voting_begins": "06:00", "voting_ends": "22:00"})
    )


def test_another_day_moves_every_moment():
    data = data_of("2023-03-19")
    data["date"] = "2023-01-01"
    election = parse_election(data, "moved.json")
    assert moment(election, KARAGANDA, "certificates_close") == at("2022-12-31T18:00+06:00")
