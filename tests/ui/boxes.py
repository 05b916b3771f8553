"""The boxes of a voter's card, worked by keys."""

from tests.ui.voting import ENTER


def issue(voting, voter="6"):
    """Issue what stands on a voter's card, and wait."""
    voting.open(voter)
    voting.press(ENTER)
    voting.answer()


def box(voting, key):
    """Open a box with its key."""
    voting.press(key)
    assert voting.page.acts.box
    return voting.page.acts.box


def go(voting):
    """Press the verb of the box with Enter, and wait."""
    voting.press(ENTER)
    voting.answer()


def choose(field, code):
    """Choose from a list by the code behind the words."""
    field.setCurrentIndex(field.findData(code))
