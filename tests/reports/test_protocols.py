"""The protocol of a kind: sheet and annex, at their smallest and their longest."""

from collections.abc import Mapping, Sequence

import pytest

from precinct_app.domain.election import Option, Words
from precinct_app.domain.figures.before_boxes import sheet_lines
from precinct_app.domain.figures.lines import lines_of
from precinct_app.domain.parts import announcing, count, protocol, setup, turnout
from precinct_app.domain.recorded import Offence, record_of
from precinct_app.reports.protocol_annex import protocol_annex
from precinct_app.reports.protocol_sheet import protocol_sheet
from precinct_app.reports.slips import figures_slip
from precinct_app.reports.words import in_words
from precinct_app.texts import article_text, text
from tests.domain.days import AINUR, BLUE, CHAIRMAN, GREEN, OLGA, SECRETARY, Table, named_table
from tests.domain.evening import counted_table, kind_of, papered_table, signed_table
from tests.domain.evening import sheet as tally_sheet
from tests.reports.reading import (
    is_without_colour,
    keeps_clear,
    pages_of,
    symbols_of,
    symbols_of_scan,
    text_of,
)

LONG = "Әбілқайырханова-Жұмағұлова Гүлбаршын Қайырбекқызы"
ISSUERS = ("3", "4", "5", "6", "7", "8", "10")


def state(table: Table, event: object) -> None:
    """Write an event that no rule was asked about."""
    table.do(CHAIRMAN, lambda _day, _act: event, witness=SECRETARY)


def stated_table(options: Sequence[Words], figure: int = 2904) -> Table:
    """Name nine members with long names, and sign a green protocol with a figure on each line."""
    table = named_table()
    for member in ISSUERS:
        state(table, setup.MemberNamed(member, f"{LONG} {member}", "member"))
    found = tuple(Option(f"{place}", words) for place, words in enumerate(options, 1))
    state(table, setup.OptionsSet(GREEN, found))
    lines = dict.fromkeys(("1", "2", "4", "6", "7", "8", "9"), figure)
    lines |= {f"3.{member}": figure for member in ISSUERS}
    lines |= {f"5.{option.id}": figure for option in found}
    signed = protocol.ProtocolSigned(GREEN, 1, (CHAIRMAN, OLGA), "", (), lines, "0" * 64)
    state(table, signed)
    return table


def candidates(count: int) -> list[Words]:
    return [Words(f"{LONG} {place}", f"{LONG} {place}", "Long") for place in range(count)]


def parties(count: int) -> list[Words]:
    """Name parties as long as the longest of 2023."""
    kk = "халықтық-демократиялық патриоттық партиясы"
    ru = "Народно-демократическая патриотическая партия"
    return [Words(f"«Ауыл {n}» {kk}", f"{ru} «Ауыл {n}»", "Party") for n in range(count)]


def said(paper: bytes) -> Mapping[str, str]:
    (symbol,) = symbols_of(paper)
    return dict(part.split(":", 1) for part in symbol.split() if ":" in part)


def test_the_sheet_says_every_statutory_line_in_figures_and_words():
    day = signed_table().day
    words, lines = text_of(protocol_sheet(day, BLUE)), kind_of_lines(day)
    for line in day.election.lines_of("kind"):
        stands = line.on == "sheet"
        assert (line.words.kk in words) is stands, line.n
        if stands:
            assert line.words.ru in words
    for option in day.options_of(BLUE):
        figure = lines[f"5.{option.id}"]
        assert option.text.kk in words
        assert option.text.ru in words
        spoken = " ".join(in_words(language, figure) for language in ("kk", "ru"))
        assert f"{figure} {spoken}" in words
    assert day.election.law.ru in words
    assert text("ru", "paper", "law_statutory") in words
    assert article_text("kk", "43") in words


def kind_of_lines(day):
    return day.kind(BLUE).signed.lines


def test_the_symbol_of_the_sheet_says_what_was_signed():
    day = signed_table().day
    found = said(protocol_sheet(day, BLUE, copy=7))
    assert found["C"] == "7"
    assert found["D"] == "PROTOCOL-MAZ%5FPL-SHEET"
    lines = sheet_lines(day.election, kind_of_lines(day))
    members = sum(number for name, number in lines.items() if name.startswith("3."))
    assert found["3.*"] == str(members)
    for name, number in lines.items():
        assert name.startswith("3.") or found[name] == str(number)


def test_a_copy_has_its_number_in_both_languages_and_the_original_has_none():
    day = signed_table().day
    copy, original = (text_of(protocol_sheet(day, BLUE, number)) for number in (7, 0))
    for language in ("kk", "ru"):
        assert text(language, "paper", "certified_copy", copy=7) in copy
        assert text(language, "paper", "original") in original
        assert text(language, "paper", "original") not in copy


def test_a_protocol_that_cannot_be_signed_yet_says_so():
    ready = counted_table().day
    for language in ("kk", "ru"):
        warning = text(language, "paper", "not_ready")
        assert warning in text_of(protocol_sheet(named_table().day, BLUE))
        assert warning not in text_of(protocol_sheet(ready, BLUE))


@pytest.mark.parametrize("options", [candidates(10), parties(10)])
def test_ten_options_and_nine_members_fit_one_leaf(options):
    paper = protocol_sheet(stated_table(options).day, GREEN)
    assert pages_of(paper) == 2
    assert keeps_clear(paper)
    assert said(paper)["5.10"] == "2904"


def test_twenty_three_candidates_with_long_names_are_all_there():
    paper = protocol_sheet(stated_table(candidates(23)).day, GREEN, copy=12)
    words = text_of(paper)
    for place in range(23):
        assert f"{LONG} {place}" in words
    assert keeps_clear(paper)
    assert is_without_colour(paper)
    assert said(paper)["5.23"] == "2904"
    assert symbols_of_scan(paper) == set(symbols_of(paper))
    assert len(paper) <= 150_000


def test_a_kind_that_nobody_received_is_a_protocol_of_zeros_without_percentages():
    day = stated_table(candidates(1), figure=0).day
    sheet, annex = text_of(protocol_sheet(day, GREEN)), text_of(protocol_annex(day, GREEN))
    assert sheet.count("0 нөл ноль") == 7 + len(ISSUERS) + 1 + 1
    assert "0,00 %" not in annex
    share = next(line for line in day.election.lines_of("kind") if line.n == "13")
    assert share.words.ru not in annex


def test_the_annex_has_sub_lines_shares_controls_and_says_it_is_no_part():
    day = signed_table().day
    words, lines = text_of(protocol_annex(day, BLUE)), lines_of(day, BLUE)
    for line in day.election.lines_of("kind"):
        if line.on == "annex":
            assert line.words.kk in words
            assert line.words.ru in words
    for control in (*day.election.controls_of("kind"), *day.election.controls_of("day")):
        assert control.title.kk in words
        assert control.title.ru in words
    first = day.options_of(BLUE)[0]
    assert lines[f"13.{first.id}"] == 10_000
    assert "100,00 %" in words
    assert text("kk", "paper", "annex_note") in words


def test_a_reason_stands_on_the_annex_with_the_numbers_that_it_explains():
    table = papered_table()
    table.do(OLGA, count.count_stationary, BLUE, 5)
    for member, type_sheet in ((OLGA, count.count_votes), (AINUR, count.confirm_votes)):
        table.do(member, type_sheet, BLUE, *tally_sheet(table, BLUE))
    reason = " ".join(["приёмка задним числом"] * 12)
    table.do(CHAIRMAN, protocol.explain_control, "C8", reason, BLUE, witness=SECRETARY)
    words = text_of(protocol_annex(table.day, BLUE))
    assert f"{text('kk', 'paper', 'reason')}: {reason} 7 = 3 " in words
    assert text("ru", "paper", "fails") in words


def test_a_repeated_protocol_is_headed_so_and_shows_old_and_new():
    table = signed_table()
    given = (BLUE, "court", "решение суда № 5", "пересчёт")
    table.do(CHAIRMAN, protocol.reopen_protocol, *given, witness=SECRETARY)
    old = kind_of(table, BLUE).earlier[-1].lines
    new = {**old, "7": old["7"] + 3}
    state(table, protocol.ProtocolSigned(BLUE, 2, (CHAIRMAN, OLGA), "", (), new, "0" * 64))
    words = text_of(protocol_sheet(table.day, BLUE))
    for language in ("kk", "ru"):
        assert text(language, "paper", "repeated", number=2) in words
        assert text(language, "paper", "changed") in words
    line = next(one for one in table.day.election.lines_of("kind") if one.n == "7")
    assert f"7 {line.words.kk} {line.words.ru} {old['7']} {new['7']}" in words


def test_a_recorded_breach_stands_on_the_annex_with_article_paper_and_reason():
    table = signed_table()
    late = turnout.TurnoutReported("22:00", 3, 6, 0, counted_by_hand=True, explanation="")
    offences = (Offence("too_early", "43(1)"),)
    state(table, record_of(late, offences, "акт № 4", "урну вскрыли раньше"))
    given = (BLUE, "court", "решение суда № 5", "пересчёт")
    table.do(CHAIRMAN, protocol.reopen_protocol, *given, witness=SECRETARY)
    words = text_of(protocol_annex(table.day, BLUE))
    for language in ("kk", "ru"):
        assert article_text(language, "43(1)") in words
        assert (
            text(language, "paper", "no_breaches")
            not in words.split(article_text("kk", "43(1)"))[1]
        )
    assert "акт № 4 урну вскрыли раньше" in words


def test_a_control_that_holds_nothing_back_is_only_noted():
    words = text_of(protocol_annex(signed_table().day, BLUE))
    assert text("ru", "paper", "noted") in words
    assert text("ru", "paper", "fails") not in words


def test_the_slip_of_nine_members_with_long_names_is_whole():
    table = stated_table(candidates(2))
    lines = dict.fromkeys(("1", "2", "8", "9"), 2904)
    lines |= {f"3.{member}": 2904 for member in ISSUERS}
    state(table, announcing.FiguresAnnounced(GREEN, lines, "0" * 64))
    paper = figures_slip(table.day, GREEN)
    words = text_of(paper)
    assert pages_of(paper) == 1
    assert keeps_clear(paper)
    for member in ISSUERS:
        assert words.count(f"3.{member} ") == 2
        assert words.count(f"{LONG} {member} ") == 4
    assert said(paper)["3.10"] == "2904"
