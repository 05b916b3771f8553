"""Every row is accepted or stands in the report."""

import gc
from datetime import date

import pytest

from precinct_app.errors import ListError, ListFault
from precinct_app.lists.intake import Terms, check_list
from precinct_app.lists.report import REJECTING, RowReason

HEADER = "№;ФИО;Дата рождения;ИИН;Адрес\n"
WHOLE = "1;Қадырова Айгүл Ерланқызы;29.02.1988;880229399908;ул. Абая, д. 5, кв. 12\n"


def marks(report):
    return [voter.marks for voter in report.voters]


def found(report):
    return [(item.row, item.reason.value) for item in report.items]


def test_a_whole_row_is_accepted_without_a_word(take):
    report = take(HEADER + WHOLE)
    (voter,) = report.voters
    assert (report.rows, report.accepted, report.rejected, report.warned) == (1, 1, 0, 0)
    assert report.items == ()
    assert voter[:10] == (
        *("1", "1", "Қадырова", "Айгүл", "Ерланқызы", "1988-02-29", "880229399908"),
        *("ул. Абая", "5", "12"),
    )
    assert (voter.ballots, voter.marks) == ("all", ())


def test_rows_count_from_the_header_to_the_last_that_is_not_empty(take):
    report = take(f"Список избирателей\n\n{HEADER}{WHOLE};;;;\n\n{WHOLE}; ;\u00a0;;\n\n\n")
    assert report.rows == 4
    assert found(report)[1:3] == [(5, "empty"), (6, "empty")]
    assert report.accepted + report.rejected == report.rows


def test_totals_numbers_of_columns_and_repeated_headers_are_headings(take):
    rows = [
        "1;2;3;4;5",
        WHOLE.strip(),
        HEADER.strip(),
        "Улица Достык;;;;",
        ";Абай көшесі;;;",
        "Итого 1186;;;;",
        ";Барлығы:;1186;;",
        "Всего по странице;25;;;",
        ";Председатель комиссии;;;",
        ";Ә;;;",
        ";26 февраля 2023 года;;;",
        ";Ескерту: осы тізім қол қойылған тізімнің көшірмесі;;;",
        ";с этим списком сверены все сведения о всех избирателях;;;",
        "А;Б;1;2;3",
    ]
    report = take(HEADER + "\n".join(rows))
    assert report.accepted == 1
    assert found(report) == [(row, "heading") for row in range(2, 16) if row != 3]


def test_a_short_name_beside_a_number_is_a_voter(take):
    assert take(HEADER + "3;Мо Ли;;;\n5;Ю;;;\n7;Ли;;5;9\n").accepted == 3


def test_a_voter_named_like_an_office_is_a_voter(take):
    report = take(HEADER + "5;Әкім Нұрлан Серікұлы;1970;;\n6;Аким;1970;;\n")
    assert report.accepted == 2


def test_a_name_alone_is_a_voter_with_what_is_missing_marked(take):
    report = take(HEADER + ";Ахметов Асан Ерланұлы;;;\n")
    assert marks(report) == [("no_birth_year", "no_address", "iin_missing")]
    assert report.voters[0].id == "1"


def test_a_row_without_a_name_is_no_voter(take):
    report = take(
        HEADER + WHOLE + "2;;12.04.1965;650412399905;ул. Мира, 1\n3;;;;\n4;—;;;\n5;123;;;\n"
    )
    assert found(report) == [(row, "no_name") for row in (3, 4, 5, 6)]


def test_a_missing_surname_leaves_a_voter(take):
    report = take("№;Фамилия;Имя;Отчество;Год рождения\n1;;Анна;Петровна;1970\n2;;Анна;;1971\n")
    assert [voter.name for voter in report.voters] == ["Анна Петровна", "Анна"]


def test_what_cannot_be_read_is_rejected_as_such(take):
    report = take(HEADER + WHOLE + "2;#ССЫЛКА!;1970;;\n")
    assert found(report) == [(3, "unreadable")]


def test_a_broken_sign_costs_its_own_row_only(take):
    good = (HEADER + WHOLE * 40).encode()
    report = take(good + "41;Иван\ufffd".encode()[:-1] + b"\xd0;1970;;\n" + WHOLE.encode())
    assert (report.rows, report.accepted) == (42, 41)
    assert (42, "unreadable") in found(report)


def test_a_set_of_ballots_is_read_and_an_unknown_one_is_not_guessed(take):
    report = take(
        "№;ФИО;Год рождения;Набор бюллетеней\n"
        "1;Ким Анна;1970;MAZ_ONLY\n2;Ким Вера;1971;\n3;Ким Лидия;1972;барлығы\n4;Ким Роза;1973;x\n"
    )
    assert [voter.ballots for voter in report.voters] == ["maz_only", "all", "all"]
    assert [
        (item.row, item.reason, dict(item.facts)) for item in report.items if item.level == "reject"
    ] == [(5, RowReason.UNREADABLE, {"column": "ballots"})]


def test_the_lists_own_numbers_and_order_are_kept(take):
    report = take(HEADER + "7;Ю А Б;;;\n3;Я А Б;;;\n214-а;Э А Б;;;\n№ 9.;Ж А Б;;;\n12.0;З А Б;;;")
    assert [(voter.id, voter.number) for voter in report.voters] == [
        *[("7", "7"), ("3", "3"), ("214/а", "214-а"), ("9", "9"), ("12", "12")],
    ]


def test_a_missing_number_is_the_next_above_the_highest(take):
    report = take(HEADER + "7;Ю А Б;;;\n;Я А Б;;;\n3;Э А Б;;;\n;Ж А Б;;;")
    assert [voter.id for voter in report.voters] == ["7", "8", "3", "9"]
    assert [voter.number for voter in report.voters] == ["7", "8", "3", "9"]


def test_a_number_that_comes_again_is_told_apart(take):
    report = take(
        HEADER
        + "".join(
            f"{number};Ю {letter} Б;;;\n"
            for number, letter in zip(
                ("214", "214", "214/2", "214", "1-57", "1–57"), "АБВГДЕ", strict=True
            )
        )
    )
    ids = [voter.id for voter in report.voters]
    assert ids == ["214", "214/3", "214/2", "214/4", "1/57", "1/57/2"]
    assert not any("-" in name for name in ids)
    assert [voter.number for voter in report.voters][:4] == ["214", "214", "214/2", "214"]


def test_more_than_3000_voters_is_a_warning_at_the_header(take):
    rows = "".join(f"{n};Ахметов Асан {n};1970;;\n" for n in range(1, 3002))
    report = take(HEADER + rows)
    assert report.accepted == 3001
    assert (report.items[0].row, report.items[0].reason) == (1, RowReason.OVER_3000)
    assert dict(report.items[0].facts) == {"voters": 3001, "most": 3000}
    rows = rows[: rows.rindex("\n3001;") + 1]
    assert not any(item.reason is RowReason.OVER_3000 for item in take(HEADER + rows).items)


def test_the_report_never_holds_a_name_or_a_number_of_a_person(take):
    report = take(HEADER + WHOLE + WHOLE.replace("Қ", "К").replace("1;", "2;", 1) + "3;#REF!;;;\n")
    said = repr(report.items)
    assert report.items
    assert "дырова" not in said
    assert "880229399908" not in said


def test_warned_counts_accepted_rows_with_a_mark(take):
    report = take(HEADER + WHOLE + "2;Ким Анна;;;\nИтого;2;;;\n")
    assert (report.accepted, report.rejected, report.warned) == (2, 1, 1)
    assert all((item.level == "reject") == (item.reason in REJECTING) for item in report.items)


def test_progress_is_told_and_can_cancel(take):
    text = HEADER + "".join(f"{n};Ким Анна {n};1970;;\n" for n in range(1, 2001))
    told: list[tuple[int, int]] = []

    def tell(*so_far):
        told.append(so_far)
        return True

    take(text, progress=tell)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1] == (4000, 4000)
    assert {total for _, total in told} == {4000}
    with pytest.raises(ListError) as caught:
        take(text, progress=lambda done, _: done < 1000)
    assert caught.value.reason is ListFault.CANCELLED


def test_the_collector_is_left_as_it_was(take):
    take(HEADER + WHOLE)
    assert gc.isenabled()
    with pytest.raises(ListError):
        take("x")
    assert gc.isenabled()


def test_a_missing_file_is_said_so(tmp_path):
    with pytest.raises(ListError) as caught:
        check_list(tmp_path / "none.xlsx", Terms(date(2023, 3, 19), frozenset(), 18, 3_000))
    assert caught.value.reason is ListFault.MISSING
    assert caught.value.facts == {"file": "none.xlsx"}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Дата;Сумма\n1;2\n", ListFault.NO_COLUMNS),
        ("ФИО\nКим Анна\n", ListFault.NO_COLUMNS),
        (HEADER, ListFault.NO_VOTER),
        (HEADER + "Итого;0;;;\n;;;;\n", ListFault.NO_VOTER),
        ("", ListFault.EMPTY),
    ],
)
def test_a_file_that_is_no_list_is_refused(take, text, fault):
    with pytest.raises(ListError) as caught:
        take(text)
    assert caught.value.reason is fault
