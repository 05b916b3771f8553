"""Every paper of the catalogue: both languages, one size, the same bytes, no colour."""

import re
from dataclasses import replace

import pytest

from precinct_app.domain.checkpoint import short_digest
from precinct_app.domain.fold import begin, replay
from precinct_app.domain.parts import publishing, turnout
from precinct_app.domain.voters import make_roll
from precinct_app.reports.catalogue import CATALOGUE, all_papers, choices
from precinct_app.texts import text
from tests.domain.days import BLUE, CHAIRMAN, PRECINCT, SECRETARY, VOTERS, created, sealed
from tests.domain.evening import signed_table
from tests.domain.shipped import election_of
from tests.reports.reading import (
    A4,
    is_without_colour,
    keeps_clear,
    pages_of,
    sizes_of,
    symbols_of,
    symbols_of_scan,
    text_of,
)


def signed_day():
    """Report the turnout of ten and of eight, and sign every protocol."""
    table = signed_table()
    table.do(CHAIRMAN, turnout.report_turnout, "10:00", 2, "по звонку")
    table.do(CHAIRMAN, turnout.report_turnout, "20:00")
    return table.day


DAY = signed_day()
PAPERS = [(paper.id, which) for paper, which in all_papers(DAY) if which in ("", BLUE, "10:00")]


def draw(paper: str, which: str, copy: int = 0, day=DAY) -> bytes:
    return CATALOGUE[paper].draw(day, which, copy)


def test_every_paper_of_the_catalogue_is_made_here():
    assert {paper for paper, _ in PAPERS} == set(CATALOGUE)
    assert choices(DAY, CATALOGUE["protocol-sheet"]) == DAY.election.ballot_ids
    assert choices(DAY, CATALOGUE["turnout-slip"]) == ("10:00", "20:00")


@pytest.mark.parametrize(("paper", "which"), PAPERS)
def test_a_paper_names_itself_the_precinct_and_the_election_in_both_languages(paper, which):
    words = text_of(draw(paper, which))
    for language in ("kk", "ru"):
        assert text(language, "paper", paper) in words
        assert text(language, "paper", "precinct", number="214") in words
        assert getattr(DAY.election.title, language) in words
        assert text(language, "paper", "open") in words


@pytest.mark.parametrize(("paper", "which"), PAPERS)
def test_a_paper_is_a4_black_on_white_and_keeps_clear_of_the_edges(paper, which):
    made = draw(paper, which)
    assert sizes_of(made) == {A4}
    assert is_without_colour(made)
    assert keeps_clear(made)


@pytest.mark.parametrize(("paper", "which"), PAPERS)
def test_a_paper_is_the_same_bytes_from_the_same_entries(paper, which):
    again = replay(DAY.election, DAY.roll, DAY.entries)
    assert draw(paper, which) == draw(paper, which, day=again)


@pytest.mark.parametrize(("paper", "which"), PAPERS)
def test_the_fonts_of_a_paper_are_inside(paper, which):
    made = draw(paper, which)
    assert b"Helvetica" not in made
    names = set(re.findall(rb"/BaseFont /([\w+-]+)", made))
    assert {name.partition(b"+")[2] for name in names} == {b"PTSans-Regular", b"PTSans-Bold"}
    assert made.count(b"/FontFile2") == len(names)
    assert b"/Lang (kk)" in made
    assert len(made) <= 150_000


@pytest.mark.parametrize(("paper", "which"), PAPERS)
def test_a_paper_carries_one_symbol_that_names_election_precinct_and_checkpoint(paper, which):
    made = draw(paper, which)
    (said,) = symbols_of(made)
    assert said.startswith("LIVE E:2023-03-19 P:214 D:")
    entries, _, digest = said.split()[-1].removeprefix("J:").partition("-")
    words = text_of(made)
    assert " ".join(digest[place : place + 4] for place in range(0, 16, 4)) in words
    assert text("ru", "paper", "entries", entries=entries) in words


@pytest.mark.parametrize(("paper", "which"), PAPERS)
def test_the_symbol_of_a_paper_is_read_from_a_poor_scan(paper, which):
    made = draw(paper, which)
    assert symbols_of_scan(made) == set(symbols_of(made))


@pytest.mark.parametrize(("paper", "which"), PAPERS)
def test_no_open_paper_names_a_voter(paper, which):
    assert CATALOGUE[paper].secrecy == "open"
    words = text_of(draw(paper, which))
    assert DAY.roll.size
    for voter in DAY.listed():
        assert voter.name not in words
        assert not voter.iin or voter.iin not in words


@pytest.mark.parametrize("paper", ["opening-protocol", "protocol-sheet", "protocol-annex"])
def test_a_final_paper_does_not_change_by_what_happens_later(paper):
    table, which = signed_table(), "" if paper == "opening-protocol" else BLUE
    first = CATALOGUE[paper].draw(table.day, which, 0)
    table.do(SECRETARY, publishing.post_protocol, BLUE, "у входа")
    assert CATALOGUE[paper].draw(table.day, which, 0) == first


def test_the_checkpoint_on_a_protocol_is_the_one_that_was_signed():
    signed = next(entry for entry in DAY.entries if entry.kind == "protocol_signed")
    assert short_digest(signed.event.checkpoint) in text_of(draw("protocol-sheet", BLUE))


def test_a_training_paper_says_so_across_every_page_in_both_languages():
    first, *rest = DAY.entries
    created = replace(first.event, day_kind="training")
    day = replay(DAY.election, DAY.roll, [replace(first, event=created), *rest])
    for paper, which in PAPERS:
        made = draw(paper, which, day=day)
        words = text_of(made)
        sides = pages_of(made) * (2 if paper.endswith("slip") else 1)
        for language in ("kk", "ru"):
            assert words.count(text(language, "paper", "training")) == sides, paper
            assert text(language, "paper", "training_file") in words
        (said,) = symbols_of(made)
        assert said.startswith("TRAINING ")
        assert is_without_colour(made)
        assert keeps_clear(made)


def test_a_turnout_slip_says_what_was_reported_and_why():
    words = text_of(draw("turnout-slip", "10:00"))
    assert "10:00" in words
    assert words.count("по звонку") == 4
    assert text("kk", "paper", "turnout_by_hand") in words
    assert text("kk", "paper", "turnout_by_hand") not in text_of(draw("turnout-slip", "20:00"))


def test_the_opening_protocol_has_each_line_kind_seal_and_reason():
    words = text_of(draw("opening-protocol", ""))
    for line in DAY.election.lines_of("opening"):
        if line.n not in ("h1", "o4"):
            assert line.words.kk in words
            assert line.words.ru in words
    for ballot in DAY.election.ballots:
        assert f"{ballot.letter} – {ballot.short.kk}" in words
        assert f"{ballot.letter} – {ballot.short.ru}" in words
    assert DAY.at_opening.reason in words


def test_the_figures_slip_says_what_was_announced():
    words, (said,) = text_of(draw("figures-slip", BLUE)), symbols_of(draw("figures-slip", BLUE))
    lines = DAY.kind(BLUE).figures.lines
    assert f"1:{lines['1']} 2:{lines['2']}" in said
    for line in DAY.election.lines_of("kind"):
        if line.n in ("1", "2", "3", "8", "9"):
            assert line.words.kk in words
            assert line.words.ru in words


@pytest.mark.parametrize("election", ["2023-03-19-city", "referendum"])
def test_another_election_has_the_same_papers(election):
    wanted = election_of(election)
    voters = [voter._replace(ballots=wanted.sets[0].id) for voter in VOTERS]
    day = begin(wanted, make_roll(voters), sealed(created(voters, PRECINCT, wanted)))
    for paper, which in all_papers(day):
        made = draw(paper.id, which, day=day)
        words = text_of(made)
        assert wanted.title.kk in words
        assert wanted.title.ru in words
        assert keeps_clear(made)
        assert symbols_of(made)
    assert {which for _, which in all_papers(day)} == {"", *wanted.ballot_ids}
    sheet = text_of(draw("protocol-sheet", wanted.ballot_ids[0], day=day))
    assert (text("ru", "paper", "law_by_analogy") in sheet) is (election == "referendum")
