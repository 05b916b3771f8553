"""What came of a trip: who received ballots, who did not, and why."""

from typing import Any

from precinct_app.domain.parts import (
    additions,
    certificates,
    corrections,
    issuing,
    spoiled,
    trip_results,
)
from precinct_app.errors import Reason
from tests.domain.days import (
    AINUR,
    BLUE,
    CHAIRMAN,
    ERLAN,
    GREEN,
    GREY,
    OLGA,
    SECRETARY,
    Table,
)
from tests.domain.outside import (
    FIRST_OUT,
    announced,
    asking_table,
    came_table,
    exchanged_table,
    given,
    missed,
    opened_table,
    out_table,
    planned_table,
    record,
    served_outside_table,
)
from tests.domain.refusals import No, each, hear

ANSWER, RECORD = trip_results.answer_from_trip, trip_results.record_trip_results
CORRECT, EXCHANGE = trip_results.correct_trip_result, spoiled.exchange_on_trip
ISSUE = issuing.issue_ballots
BOTH: dict[str, Any] = {"witness": OLGA}


def spent_table() -> Table:
    """Leave no blue ballot in the bag of the trip: all six went out, or were exchanged."""
    table = served_outside_table()
    for cause in ("defect", "defect", "member_mistake", "defect"):
        table.do(ERLAN, EXCHANGE, 1, "1", BLUE, cause)
    return table


def emptied_table() -> Table:
    """Leave no blue ballot in the bag while voter 2 still waits for one."""
    table = out_table()
    record(table, given("1", BLUE))
    for _ in range(5):
        table.do(ERLAN, EXCHANGE, 1, "1", BLUE, "defect")
    return table


def namesake_table() -> Table:
    """Serve voter 6 at the desk while the box is on the road to voter 1."""
    table = out_table()
    table.do(OLGA, ISSUE, "6", (BLUE,), OLGA)
    return table


def struck(table: Table, voter: str = "1") -> Table:
    """Strike a voter to whom a box goes, as a recorded breach."""
    fact = additions.strike_voter.recorded("акт № 7", "умер")
    table.do(CHAIRMAN, fact, voter, "died", 0, "акт № 7", witness=SECRETARY)
    return table


def certified(table: Table, voter: str = "1") -> Table:
    """Give a voter to whom a box goes a certificate, as a recorded breach."""
    fact = certificates.issue_certificate.recorded("акт № 7", "уехал")
    table.do(CHAIRMAN, fact, voter, (BLUE,), "000123", witness=SECRETARY)
    return table


REFUSALS = [
    No("a trip that nobody planned answers nothing", Reason.TRIP_UNKNOWN, SECRETARY, ANSWER,
       (9, "1", ERLAN), day=asking_table),
    No("a trip that is here is not asked", Reason.TRIP_NOT_OUT, SECRETARY, ANSWER,
       (1, "1", ERLAN), day=planned_table),
    No("no answer is about somebody unknown art 41", Reason.VOTER_UNKNOWN, SECRETARY, ANSWER,
       (1, "77", ERLAN), article="41", day=out_table),
    No("a trip answers for its own voters art 41 6", Reason.NOT_ON_TRIP, SECRETARY, ANSWER,
       (1, "6", ERLAN), article="41(6)", day=out_table),
    No("only those who went answer", Reason.NOT_OF_TRIP, SECRETARY, ANSWER, (1, "1", AINUR),
       day=out_table),
    No("an answer does not undo what was stated", Reason.RESULT_STATED, SECRETARY, ANSWER,
       (1, "1", ERLAN), day=served_outside_table),
    No("an answer has a cause from the list", Reason.TRIP_CAUSE_UNKNOWN, SECRETARY, ANSWER,
       (1, "1", ERLAN, "дождь"), day=out_table),
    No("a trip that nobody planned has no results", Reason.TRIP_UNKNOWN, ERLAN, RECORD,
       (9, (missed("1"),)), day=asking_table),
    No("a trip that is here has no results", Reason.TRIP_NOT_OUT, ERLAN, RECORD,
       (1, (missed("1"),)), day=planned_table),
    No("results stand once the box is opened art 43 3 1", Reason.RESULTS_STAND, ERLAN, RECORD,
       (1, (missed("3"),)), article="43(3-1)", day=opened_table),
    No("those who went state the results", Reason.NOT_PRESENT, AINUR, RECORD, (1, (missed("1"),)),
       day=out_table),
    No("a table of nobody is refused", Reason.NOTHING_CHOSEN, ERLAN, RECORD, (1, ()),
       day=out_table),
    No("a voter stands in the table once", Reason.BAD_ARGUMENT, ERLAN, RECORD,
       (1, (missed("1"), given("1", BLUE))), day=out_table),
    No("no result is about somebody unknown art 41", Reason.VOTER_UNKNOWN, ERLAN, RECORD,
       (1, (missed("77"),)), article="41", day=out_table),
    No("no result is about one the trip did not go to art 41 6", Reason.NOT_ON_TRIP, ERLAN,
       RECORD, (1, (given("6", BLUE),)), article="41(6)", day=out_table),
    No("a result is stated once", Reason.RESULT_STATED, ERLAN, RECORD, (1, (missed("1"),)),
       day=served_outside_table),
    No("a result is ballots or a cause", Reason.RESULT_UNCLEAR, ERLAN, RECORD,
       (1, ({"voter": "1"},)), day=out_table),
    No("a result has a cause from the list", Reason.TRIP_CAUSE_UNKNOWN, ERLAN, RECORD,
       (1, (missed("1", "дождь"),)), day=out_table),
    No("a result names ballots of this election", Reason.BALLOT_UNKNOWN, ERLAN, RECORD,
       (1, (given("1", "white"),)), day=out_table),
    No("a second ballot on the road is refused art 41 1", Reason.ALREADY_ISSUED, ERLAN, RECORD,
       (1, (given("1", BLUE),)), article="41(1)", day=came_table),
    No("a voter receives on a trip what he may receive art 41 6 1", Reason.BALLOT_NOT_ENTITLED,
       ERLAN, RECORD, (1, (given("5", GREY),)), article="41(6-1)", day=out_table),
    No("a result does not change figures read aloud art 43 3 1", Reason.FIGURES_ANNOUNCED, ERLAN,
       RECORD, (1, (given("1", BLUE),)), article="43(3-1)", day=lambda: announced(out_table())),
    No("the bag gives no more than it holds", Reason.NOT_ENOUGH, ERLAN, RECORD,
       (1, (given("2", BLUE),)), day=emptied_table),
    No("a struck voter receives nothing on a trip art 25 3", Reason.VOTER_STRUCK, ERLAN, RECORD,
       (1, (given("1", BLUE),)), article="25(3)", day=lambda: struck(out_table())),
    No("a ballot on a certificate is not issued on a trip art 41 6 1", Reason.ON_CERTIFICATE,
       ERLAN, RECORD, (1, (given("1", BLUE),)), article="41(6-1)",
       day=lambda: certified(out_table())),
    No("a trip that nobody planned is not corrected", Reason.TRIP_UNKNOWN, ERLAN, CORRECT,
       (9, "1", "спутали"), BOTH, day=asking_table),
    No("what a trip did not bring is not corrected", Reason.TRIP_NOT_OUT, ERLAN, CORRECT,
       (1, "1", "спутали"), BOTH, day=planned_table),
    No("corrections end when the box is opened art 43 3 1", Reason.RESULTS_STAND, ERLAN, CORRECT,
       (1, "3", "спутали", (BLUE,)), BOTH, article="43(3-1)", day=opened_table),
    No("only two who went correct a result", Reason.NOT_OF_TRIP, ERLAN, CORRECT,
       (1, "3", "спутали", (BLUE,)), {"witness": AINUR}, day=served_outside_table),
    No("no correction is about somebody unknown art 41", Reason.VOTER_UNKNOWN, ERLAN, CORRECT,
       (1, "77", "спутали"), BOTH, article="41", day=served_outside_table),
    No("no correction is about one the trip did not go to art 41 6", Reason.NOT_ON_TRIP, ERLAN,
       CORRECT, (1, "6", "спутали", (BLUE,)), BOTH, article="41(6)", day=served_outside_table),
    No("a correction has a reason", Reason.REASON_MISSING, ERLAN, CORRECT,
       (1, "3", " ", (BLUE,)), BOTH, day=served_outside_table),
    No("a corrected result is ballots or a cause", Reason.RESULT_UNCLEAR, ERLAN, CORRECT,
       (1, "3", "спутали"), BOTH, day=served_outside_table),
    No("a corrected result has a cause from the list", Reason.TRIP_CAUSE_UNKNOWN, ERLAN, CORRECT,
       (1, "3", "спутали", (), "дождь"), BOTH, day=served_outside_table),
    No("a corrected result names ballots of this election", Reason.BALLOT_UNKNOWN, ERLAN,
       CORRECT, (1, "3", "спутали", ("white",)), BOTH, day=served_outside_table),
    No("a correction gives no second ballot art 41 1", Reason.ALREADY_ISSUED, ERLAN, CORRECT,
       (1, "1", "спутали", (BLUE,)), BOTH, article="41(1)", day=came_table),
    No("a correction gives what a voter may receive art 41 6 1", Reason.BALLOT_NOT_ENTITLED,
       ERLAN, CORRECT, (1, "5", "спутали", (GREY,)), BOTH, article="41(6-1)",
       day=served_outside_table),
    No("a correction does not change figures read aloud art 43 3 1", Reason.FIGURES_ANNOUNCED,
       ERLAN, CORRECT, (1, "3", "спутали", (BLUE,)), BOTH, article="43(3-1)",
       day=lambda: announced(served_outside_table())),
    No("a correction gives a struck voter nothing art 25 3", Reason.VOTER_STRUCK, ERLAN, CORRECT,
       (1, "3", "спутали", (BLUE,)), BOTH, article="25(3)",
       day=lambda: struck(served_outside_table(), "3")),
    No("a correction gives no ballot on a certificate art 41 6 1", Reason.ON_CERTIFICATE, ERLAN,
       CORRECT, (1, "3", "спутали", (BLUE,)), BOTH, article="41(6-1)",
       day=lambda: certified(served_outside_table(), "3")),
    No("what was exchanged since is not corrected before that", Reason.EXCHANGED_SINCE, ERLAN,
       CORRECT, (1, "1", "спутали", (GREEN,)), BOTH, day=exchanged_table),
    No("a correction takes no more than the bag holds", Reason.NOT_ENOUGH, ERLAN, CORRECT,
       (1, "3", "спутали", (BLUE,)), BOTH, day=spent_table),
    No("nothing is exchanged on a trip that nobody planned", Reason.TRIP_UNKNOWN, ERLAN,
       EXCHANGE, (9, "1", BLUE, "defect"), day=asking_table),
    No("nothing is exchanged on a trip that is here", Reason.TRIP_NOT_OUT, ERLAN, EXCHANGE,
       (1, "1", BLUE, "defect"), day=planned_table),
    No("nothing is exchanged once the box is opened art 43 3 1", Reason.RESULTS_STAND, ERLAN,
       EXCHANGE, (1, "1", BLUE, "defect"), article="43(3-1)", day=opened_table),
    No("those who went state what was exchanged", Reason.NOT_PRESENT, AINUR, EXCHANGE,
       (1, "1", BLUE, "defect"), day=served_outside_table),
    No("nobody unknown exchanges on a trip art 41", Reason.VOTER_UNKNOWN, ERLAN, EXCHANGE,
       (1, "77", BLUE, "defect"), article="41", day=served_outside_table),
    No("no unknown ballot is exchanged on a trip", Reason.BALLOT_UNKNOWN, ERLAN, EXCHANGE,
       (1, "1", "white", "defect"), day=served_outside_table),
    No("what was not issued is not exchanged on a trip", Reason.BALLOT_NOT_RECEIVED, ERLAN,
       EXCHANGE, (1, "3", BLUE, "defect"), day=served_outside_table),
    No("a ballot of the desk is not exchanged on a trip", Reason.NOT_ON_TRIP, ERLAN, EXCHANGE,
       (1, "1", BLUE, "defect"), day=came_table),
    No("an exchange on a trip does not change figures read aloud art 43 3 1",
       Reason.FIGURES_ANNOUNCED, ERLAN, EXCHANGE, (1, "1", BLUE, "defect"), article="43(3-1)",
       day=lambda: announced(served_outside_table())),
    No("a bag that is spent exchanges nothing", Reason.NOT_ENOUGH, ERLAN, EXCHANGE,
       (1, "1", BLUE, "defect"), day=spent_table),
    No("an exchange on a trip has a cause from the list", Reason.CAUSE_UNKNOWN, ERLAN, EXCHANGE,
       (1, "1", BLUE, "дождь"), day=served_outside_table),
    No("a second own mistake on a trip waits for the chairman", Reason.SECOND_EXCHANGE, ERLAN,
       EXCHANGE, (1, "1", BLUE, "voter_mistake"), day=exchanged_table),
    No("a voter to whom a box is on the road is not served here", Reason.ON_TRIP, OLGA, ISSUE,
       ("1", (BLUE,), OLGA), day=out_table),
    No("a mark is not moved to one to whom a box is on the road", Reason.ON_TRIP, OLGA,
       corrections.move_mark, (FIRST_OUT, "1", "спутали"), {"witness": CHAIRMAN},
       day=namesake_table),
    No("what came out of a bag is charged to nobody else", Reason.FROM_A_BAG, ERLAN,
       corrections.charge_to_another, (f"{FIRST_OUT}:1", OLGA, "спутали"),
       {"witness": CHAIRMAN}, day=served_outside_table),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)
