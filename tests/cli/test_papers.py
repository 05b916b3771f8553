"""Papers on the command line: the catalogue, and one paper as a PDF."""

import pytest

from precinct_app.reports.catalogue import CATALOGUE
from tests.cli.console import call
from tests.reports.reading import symbols_of, text_of


@pytest.mark.usefixtures("surroundings")
def test_the_catalogue_is_listed_with_classes_and_titles():
    found = call("papers", "--json").json["papers"]
    assert [one["paper"] for one in found] == [*CATALOGUE]
    assert found[0]["class"] == "open"
    assert found[0]["kk"] == CATALOGUE["opening-protocol"].title.kk
    assert CATALOGUE["turnout-slip"].title.ru in call("papers", "--language", "ru").out


def test_a_paper_is_the_same_bytes_each_time(live):
    first, second = live.with_name("one.pdf"), live.with_name("two.pdf")
    for out in (first, second):
        made = call("paper", live, "protocol-sheet", out, "--ballot", "maz_pl", "--copy", "3")
        assert made.code == 0, made
    assert first.read_bytes() == second.read_bytes()
    assert "№ 3" in text_of(first.read_bytes())


def test_a_training_paper_says_so(training):
    out = training.with_name("opening.pdf")
    answer = call("paper", training, "opening-protocol", out, "--json").json
    assert answer["bytes"] == out.stat().st_size
    (said,) = symbols_of(out.read_bytes())
    assert said.startswith("TRAINING ")


def test_a_paper_that_is_not_there_or_lacks_its_kind_is_misuse(live):
    out = live.with_name("no.pdf")
    for words in (
        ("protocol",),
        ("protocol-sheet",),
        ("opening-protocol", "--ballot", "maz_pl"),
        ("turnout-slip",),
        ("protocol-sheet", "--ballot", "maz_pl", "--copy", "-1"),
    ):
        assert call("paper", live, words[0], out, *words[1:]).code == 2
    assert not out.exists()


def test_an_unknown_kind_or_hour_is_a_no(live):
    out = live.with_name("no.pdf")
    kind = call("paper", live, "protocol-sheet", out, "--ballot", "blue", "--json")
    assert (kind.code, kind.error) == (1, "ballot_unknown")
    hour = call("paper", live, "turnout-slip", out, "--hour", "10:00", "--json")
    assert (hour.code, hour.error) == (1, "slip_unknown")
    assert not out.exists()
