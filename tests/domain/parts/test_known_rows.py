"""Who stands on the list already is not added again."""

import pytest

from precinct_app.domain.parts import additions
from precinct_app.errors import Reason
from tests.domain.days import CHAIRMAN
from tests.domain.decided import decided_table
from tests.domain.parts.test_additions import KNOWN, PAPERS, ROW, added, last, names


def test_the_row_that_is_known_is_named_art_25_3():
    table = added()
    voter = last(table)
    no = table.refused(CHAIRMAN, additions.add_voter, ROW, *PAPERS)
    assert no.facts == {"voter": voter, "number": "A-1"}


@pytest.mark.parametrize("birth", ["2001", "2001-05-04", ""])
def test_a_name_is_known_with_a_birth_that_may_be_the_same_art_25_3(birth):
    row = {"surname": "петров", "first_name": "ИВАН", "birth": birth}
    no = decided_table().refused(CHAIRMAN, additions.add_voter, row, *PAPERS)
    assert no.facts == {"voter": "3", "number": "3"}


def test_the_same_name_with_another_birth_is_another_voter():
    table = decided_table()
    row = {"surname": "Петров", "first_name": "Иван", "birth": "2002-05-04"}
    table.do(CHAIRMAN, additions.add_voter, row, *PAPERS)
    assert names(table)[-1] == "A-1"


def test_a_namesake_of_the_same_birth_is_added_when_the_documents_were_compared():
    table = decided_table()
    table.do(CHAIRMAN, additions.add_voter, KNOWN, *PAPERS, namesake=True)
    assert table.day.breaches == []


def test_the_same_iin_is_never_a_namesake_art_25_3():
    row = {**ROW, "surname": "Тұрсын", "birth": ""}
    no = added().refused(CHAIRMAN, additions.add_voter, row, *PAPERS, namesake=True)
    assert no.reason == Reason.VOTER_KNOWN


def test_a_wrong_iin_stops_nobody_from_being_added():
    table = decided_table()
    table.do(CHAIRMAN, additions.add_voter, {**ROW, "iin": "990615499499"}, *PAPERS)
    assert table.day.rows[last(table)].iin == "990615499499"


@pytest.mark.parametrize(
    "row", [{"surname": "Ким", "first_name": "Ян", "colour": "1"}, {"birth": "1999-02-30"}]
)
def test_a_row_holds_only_what_a_list_holds_art_24_4(row):
    no = decided_table().refused(CHAIRMAN, additions.add_voter, row, *PAPERS)
    assert no.reason == Reason.BAD_ARGUMENT
