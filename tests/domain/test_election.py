"""The shipped elections say what the law and the sources say."""

import hashlib
import itertools
import json
import math

import pytest

from precinct_app.domain.election_read import (
    election_digest,
    election_text,
    parse_election,
    read_election,
)
from tests.domain.shipped import IDS, data_of, election_of

ALPHABET = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"


@pytest.mark.parametrize("name", IDS)
def test_text_parsed_and_written_again_is_the_same_election(name):
    election = election_of(name)
    text = election_text(election)
    again = read_election(text, "the day file")
    assert again == election
    assert election_text(again) == text


@pytest.mark.parametrize("name", IDS)
def test_the_canonical_text_holds_all_that_the_file_holds(name):
    data = data_of(name)
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert election_text(election_of(name)) == text


def test_the_digest_is_that_of_the_text_and_changes_with_one_letter():
    text = election_text(election_of("referendum"))
    assert election_digest(text) == hashlib.sha256(text.encode()).hexdigest()
    assert election_digest(text.replace("Иә,", "Ия,")) != election_digest(text)


def test_a_region_has_five_ballots_a_city_four_and_a_referendum_one():
    region, city, referendum = map(election_of, IDS)
    assert region.ballot_ids == ("maz_pl", "maz_smd", "reg_pl", "reg_smd", "loc_smd")
    assert city.ballot_ids == ("maz_pl", "maz_smd", "reg_pl", "reg_smd")
    assert referendum.ballot_ids == ("referendum",)
    colours = [ballot.colour.name.en for ballot in region.ballots]
    assert colours == ["blue", "green", "purple", "orange", "grey"]
    assert {ballot.paper for ballot in region.ballots} == {"A5"}


def test_the_city_votes_for_a_city_maslikhat():
    region, city = election_of("2023-03-19"), election_of("2023-03-19-city")
    assert city.ballot("maz_pl") == region.ballot("maz_pl")
    assert "маслихата области" in region.ballot("reg_pl").protocol.ru
    assert "города республиканского значения" in city.ballot("reg_pl").protocol.ru
    assert "Республикалық маңызы бар қала" in city.ballot("reg_smd").title.kk


def test_letters_look_alike_in_kazakh_and_russian():
    letters = [ballot.letter for ballot in election_of("2023-03-19").ballots]
    assert letters == list("АБВГД")
    assert set(letters) <= set(ALPHABET)


def test_parties_stand_in_the_order_of_the_draw():
    options = election_of("2023-03-19").ballot("maz_pl").options
    assert [option.id for option in options] == list("1234567")
    assert options[0].text.ru == "Партия «Amanat»"
    assert options[5].text.kk == "Қазақстанның «Ақ жол» демократиялық партиясы"
    assert options[6].text.en == "Nationwide Social Democratic Party"


def test_regional_lists_are_chosen_per_region_and_candidates_per_precinct():
    election = election_of("2023-03-19")
    assert election.ballot("maz_pl").options_from == "election"
    assert election.ballot("reg_pl").options_from == "region"
    assert {election.ballot(kind).options_from for kind in ("maz_smd", "reg_smd", "loc_smd")} == {
        "precinct"
    }


def test_against_all_stands_on_election_ballots_and_on_no_referendum():
    ballots = election_of("2023-03-19").ballots
    assert {ballot.against_all for ballot in ballots} == {
        ("Бәріне қарсымын", "Против всех", "Against all")
    }
    referendum = election_of("referendum")
    assert referendum.ballot("referendum").against_all is None
    assert "6" not in [line.n for line in referendum.lines]


def test_a_set_names_the_ballots_of_a_voter():
    election = election_of("2023-03-19")
    assert election.entitled("all") == election.ballot_ids
    assert election.entitled("mazhilis") == ("maz_pl", "maz_smd")
    assert election.entitled("mazhilis_list") == ("maz_pl",)
    assert election.entitled("without_local") == ("maz_pl", "maz_smd", "reg_pl", "reg_smd")
    with pytest.raises(KeyError):
        election.entitled("nobody")


def test_an_unknown_ballot_is_an_error_of_the_program():
    with pytest.raises(KeyError):
        election_of("referendum").ballot("maz_pl")


def test_the_law_of_2023_stands_in_the_file():
    election = election_of("2023-03-19")
    assert election.rules.never_issue == ("chairman", "secretary")
    assert election.rules.quorum == (2, 3)
    assert election.deadlines.certificates_close.at == "18:00"
    assert election.deadlines.certificates_close.days_before == 1
    assert election.deadlines.outside_applications.article == "41(6)"
    assert election.deadlines.count_hours.amount == 12
    assert election.thresholds.list_limit == 3000
    assert election.thresholds.alone_minutes == 3
    assert (election.hours.voting_begins, election.hours.voting_ends) == ("07:00", "20:00")


def test_statutory_lines_of_the_sheet_are_one_to_nine():
    lines = election_of("2023-03-19").lines_of("kind")
    sheet = [line.n for line in lines if line.on == "sheet"]
    assert sheet == ["1", "2", "3", "4", "5", "6", "7", "8", "9"]
    assert {line.status for line in lines if line.on == "sheet"} == {"statutory"}
    assert all(line.on == "annex" for line in lines if line.n not in sheet)


def test_votes_are_counted_line_by_line_with_the_option_in_the_text():
    lines = {line.n: line for line in election_of("2023-03-19").lines}
    counted = [
        line.n for line in lines.values() if line.source == "counted" and line.form == "kind"
    ]
    assert counted == ["5", "6", "7", "9a", "10a", "10b"]
    each = lines["5"].each
    assert each is not None
    assert each.kk.format(name="«Amanat» партиясы") == (
        "«Amanat» партиясы үшін берілген дауыстар саны"
    )


def test_every_control_of_a_kind_is_there_and_the_reading_of_line_4_is_a_switch():
    data = data_of("2023-03-19")
    kind = [control.id for control in parse_election(data, "f").controls_of("kind")]
    sums = [
        "C1",
        "C1b",
        "C2",
        "C3b",
        "C4",
        "C5",
        "C5b",
        "C6",
        "C7",
        "C8",
        "C9",
        "C9b",
        "C11",
        "C12",
    ]
    assert set(sums) <= set(kind)
    assert "L4_practice" in kind
    assert "L4_strict" not in kind
    data["rules"]["line4_with_invalid"] = False
    strict = [control.id for control in parse_election(data, "f").controls_of("kind")]
    assert "L4_strict" in strict
    assert "L4_practice" not in strict


def test_each_election_says_what_is_not_verified():
    for name in IDS:
        assert any(note.startswith("Not verified:") for note in election_of(name).notes)


# What a colour-blind eye makes of linear light (Machado, Oliveira and Fernandes, 2009), and the
# grey of a plain printer.
EYES = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deutan": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritan": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
}


@pytest.mark.parametrize(("eye", "apart"), [*((eye, 25) for eye in list(EYES)[:4]), ("grey", 8)])
def test_colours_stay_apart_for_every_eye_and_in_grey_print(eye, apart):
    paper = "#FFFFFF"
    colours = [paper, *(ballot.colour.hex for ballot in election_of("2023-03-19").ballots)]
    for one, other in itertools.combinations(colours, 2):
        assert math.dist(seen(one, eye), seen(other, eye)) > apart, (one, other)


def seen(colour: str, eye: str) -> tuple[float, float, float]:
    """Say where an eye places a colour in CIE Lab."""
    light = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    light = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in light]
    red, green, blue = (
        min(1.0, max(0.0, sum(weight * part for weight, part in zip(row, light, strict=True))))
        for row in EYES[eye]
    )
    x, y, z = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
        for part in (
            (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
            0.2126 * red + 0.7152 * green + 0.0722 * blue,
            (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
        )
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
