"""Page and line of the paper list."""

import pytest

from precinct_app.domain.voters import Voter
from precinct_app.errors import ListError, ListFault
from precinct_app.lists.paging import page_by_ranges, page_by_rows

VOTERS = tuple(Voter(str(n), str(n), "Қадырова", "Алия") for n in range(1, 8))


def placed(voters):
    return [(voter.page, voter.line) for voter in voters]


def test_rows_on_a_page_give_page_and_line():
    assert placed(page_by_rows(VOTERS, 3)) == [
        ("1", "1"),
        ("1", "2"),
        ("1", "3"),
        ("2", "1"),
        ("2", "2"),
        ("2", "3"),
        ("3", "1"),
    ]


def test_a_row_that_states_its_page_keeps_it():
    stated = (VOTERS[0]._replace(page="9", line="30"), *VOTERS[1:])
    assert placed(page_by_rows(stated, 3))[:2] == [("9", "30"), ("1", "2")]
    assert placed(page_by_ranges(stated, "1: 1-7"))[:2] == [("9", "30"), ("1", "2")]


def test_typed_ranges_give_page_and_line_and_leave_the_rest():
    assert placed(page_by_ranges(VOTERS, "1: 1-2, 2: 4-6")) == [
        ("1", "1"),
        ("1", "2"),
        ("", ""),
        ("2", "1"),
        ("2", "2"),
        ("2", "3"),
        ("", ""),
    ]


@pytest.mark.parametrize("ranges", ["", "1", "1: 3", "1: 1-99", ": 1-2", "1: a-b"])
def test_ranges_that_the_list_does_not_have_are_refused(ranges):
    with pytest.raises(ListError) as no:
        page_by_ranges(VOTERS, ranges)
    assert no.value.reason is ListFault.PAGES_WRONG


def test_a_page_has_at_least_one_row():
    with pytest.raises(ListError):
        page_by_rows(VOTERS, 0)
