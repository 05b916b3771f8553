"""Two themes whose letters can be read, and sizes that scale."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics

from precinct_app.resources import election_ids, load_election
from tests.ui.voting import ENTER
from ui.theme import CONTRAST, FAMILY, LIGHT, letter_colour, load_fonts, style_sheet

PAIRS = (
    ("ink", "ground"), ("ink", "surface"), ("muted", "ground"), ("muted", "surface"),
    ("on_accent", "accent"), ("good", "good_ground"), ("warning", "warning_ground"),
    ("bad", "bad_ground"), ("accent", "surface"),
)  # fmt: skip
# WCAG 2: 4.5 for text, 7 for enhanced contrast.
LEAST, HIGH = 4.5, 7.0
KAZAKH = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯаәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя№…–«»"


def luminance(colour):
    shares = [getattr(QColor(colour), f"{part}F")() for part in ("red", "green", "blue")]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("pair", PAIRS)
def test_letters_stand_out_from_their_ground(pair):
    letters, ground = pair
    assert contrast(getattr(LIGHT, letters), getattr(LIGHT, ground)) >= LEAST
    assert contrast(getattr(CONTRAST, letters), getattr(CONTRAST, ground)) >= HIGH


@pytest.mark.parametrize("election", election_ids())
def test_the_letter_of_every_ballot_stands_out_from_its_colour(election):
    for ballot in load_election(election).ballots:
        assert contrast(letter_colour(ballot.colour.hex), ballot.colour.hex) >= LEAST


def test_the_font_has_every_kazakh_letter(qapp):
    assert qapp
    load_fonts()
    assert FAMILY in QFontDatabase.families()
    metrics = QFontMetrics(QFont(FAMILY))
    assert [letter for letter in KAZAKH if not metrics.inFontUcs4(ord(letter))] == []


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
def test_sizes_scale_with_the_letters(scale):
    assert f"font-size: {round(28 * scale)}px" in style_sheet(LIGHT, scale)


def test_control_plus_and_minus_change_the_size_within_its_bounds(prompt):
    look, sizes = prompt.window.look, []
    for key in [Qt.Key.Key_Plus] * 6 + [Qt.Key.Key_Minus] * 7:
        prompt.key(key, "", Qt.KeyboardModifier.ControlModifier)
        sizes.append(look.scale)
    assert (max(sizes), sizes[5], sizes[-1]) == (2.0, 2.0, 1.0)


def test_the_theme_changes_while_a_card_is_open(prompt):
    prompt.open("6")
    prompt.window.look.next_theme()
    assert prompt.window.look.theme is CONTRAST
    prompt.press(ENTER)
    assert len(prompt.issues()) == 1
    prompt.window.look.next_theme()
    assert prompt.window.look.theme is LIGHT


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_ballot_is_squeezed_at_any_size(prompt, scale):
    prompt.open("6")
    prompt.window.look.wear(LIGHT, scale)
    prompt.settle()
    for card in prompt.card.ballots:
        assert card.height() >= card.sizeHint().height()
        assert card.width() >= card.narrowest
        assert card.title.heightForWidth(card.title.width()) <= card.title.height()
    prompt.window.look.wear(LIGHT, 1.0)
