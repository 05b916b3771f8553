"""The chairman's page: figures, hours, trips, stacks, and what does not add up."""

from PySide6.QtCore import Qt

from precinct_app.desk import Who
from precinct_app.domain.parts import issuing, losses
from tests.store.files import FIVE
from tests.ui.days import DEPUTY


def page_of(stage):
    return stage.window.frame.pages["chairman"]


def rows_of(table):
    headings = [table.verticalHeaderItem(row).text() for row in range(table.rowCount())]
    cells = [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]
    return dict(zip(headings, cells, strict=True))


def test_the_line_ends_at_those_served_and_each_report_is_a_dot(stages):
    page = page_of(stages("chairman-busy", "en"))
    assert page.plot.line[-1][1] == 30
    assert [(at.strftime("%H:%M"), count) for at, count in page.plot.dots] == [
        ("10:00", 0),
        ("12:00", 30),
    ]
    assert page.plot.top >= 30
    said = "Received ballots: 30, on the list: 60. Reported: 10:00 – 0, 12:00 – 30."
    assert page.plotted.text() == page.plot.accessibleName() == said


def test_the_line_is_painted_where_the_figures_say(stages):
    stage = stages("chairman-busy")
    plot = page_of(stage).plot
    at = plot._at(plot._room(), *plot.line[-1])
    picture = plot.grab().toImage()
    accent = plot.palette().highlight().color()
    around = [
        picture.pixelColor(round(at.x()) + x, round(at.y()) + y)
        for x in range(-9, 9)
        for y in range(-1, 12)
    ]
    assert any(abs(one.hue() - accent.hue()) < 9 and one.saturation() > 90 for one in around)


def test_the_accounts_and_who_may_still_come_stand_kind_by_kind(stages):
    rows = rows_of(page_of(stages("chairman-busy", "en")).accounts)
    assert rows["issued to voters"] == ["30"] * 5
    assert rows["spoiled and exchanged"] == ["1", "0", "0", "0", "0"]
    assert rows["in the bags of trips"] == ["3"] * 5
    assert rows["unused, all together"] == ["369", *["370"] * 4]
    assert rows["not served yet"] == ["30", *["29"] * 4]


def test_what_will_not_last_for_all_has_a_mark(stages):
    stage = stages("chairman-busy", "en")
    desk = stage.desk
    for member in ("3", "4", "5", "6"):
        held = desk.day.left(FIVE[1], f"member:{member}")
        desk.act(
            Who("1", "2"),
            losses.state_missing,
            {FIVE[1]: held - 5},
            "№ 1",
            "акт",
            member,
        )
    stage.window.frame.session.changed.emit(desk.day.entries[-1])
    rows = rows_of(page_of(stage).accounts)
    assert rows["unused, all together"][1].endswith("!")
    assert "!" not in rows["unused, all together"][0]


def test_each_stack_says_how_long_it_lasts(stages):
    rows = rows_of(page_of(stages("chairman-busy", "en")).stacks)
    assert rows["Ким Л."][:5] == ["90"] * 5
    assert rows["Ким Л."][5].endswith("h (А)")
    assert rows["Жұмабаев Е."][5] == "–"


def test_a_trip_that_is_late_is_said_so(stages):
    page = page_of(stages("chairman-busy", "en"))
    assert page.due.text().splitlines()[0] == "11:30 – return of trip No. 1: overdue"
    assert "back at 11:30, voters without news: 2" in page.trips.text()
    assert "Жұмабаев Е." in page.trips.text()


def test_all_well_is_said_too(stages):
    page = page_of(stages("chairman-busy", "en"))
    assert page.wrong.property("kind") == "good"
    assert page.wrong.text().startswith("All adds up")


def test_a_recorded_breach_stands_in_red_with_what_it_offends(stages):
    page = page_of(stages("chairman-breach", "en"))
    assert page.wrong.property("kind") == "bad"
    said = page.wrong.text()
    assert said.startswith("Recorded breach (a rule of practice): No. 74")
    assert said.endswith("сапардан сұралмады")


def test_a_stack_over_and_another_under_are_told_with_the_likely_cause(stages):
    stage = stages("chairman-differs", "en")
    page = page_of(stage)
    first = page.wrong.text().splitlines()[0]
    assert "member No. 5 has 2 more" in first
    assert "charge the issue to the other member" in first
    assert page.wrong.property("kind") == "bad"


def test_it_moves_with_the_day_only_while_it_is_seen(stages):
    stage = stages("chairman-busy")
    page, frame = page_of(stage), stage.window.frame
    session = frame.session
    session.do_as(Who(DEPUTY), issuing.issue_ballots, "40", FIVE, DEPUTY)
    assert page.plot.line[-1][1] == 31
    frame.show_page("voter")
    session.do_as(Who(DEPUTY), issuing.issue_ballots, "41", FIVE, DEPUTY)
    assert page.plot.line[-1][1] == 31
    assert not page._again.isActive()
    frame.show_page("chairman")
    assert page.plot.line[-1][1] == 32
    assert page._again.isActive()


def test_what_people_typed_is_no_markup(stages):
    stage = stages("chairman-busy")
    page = page_of(stage)
    labels = (page.wrong, page.due, page.trips)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_a_small_window_scrolls_by_keys(stages):
    stage = stages("chairman-differs")
    bar = page_of(stage)._column.area.verticalScrollBar()
    assert bar.maximum() > 0
    stage.press(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    stage.press(Qt.Key.Key_PageUp)
    assert bar.value() == 0
