"""Who is on duty at a desk, and by which key."""

from precinct_app.domain.parts import access, setup
from precinct_app.errors import Reason
from tests.domain.days import (
    ADVISER,
    AINUR,
    CHAIRMAN,
    COMMISSION,
    DEPUTY,
    ERLAN,
    OLGA,
    SECRETARY,
    named_table,
    new_table,
    open_table,
)
from tests.domain.refusals import No, each, hear


def unsigned():
    """Name Erlan before anybody has a PIN."""
    table = new_table()
    table.do("", setup.name_member, ERLAN, "Жұмабаев Ерлан", "member")
    return table


def full():
    """Put eight members on duty; a ninth has a PIN and stands by."""
    crowd = {str(one): (f"Мүше {one}", "member") for one in range(10, 12)}
    table = named_table(COMMISSION | crowd)
    table.do(CHAIRMAN, setup.name_member, "12", "Мүше 12", "member")
    table.do(CHAIRMAN, access.set_pin, "12", "120$ff", "")
    return table


def left():
    table = open_table()
    table.do(ERLAN, access.sign_out)
    return table


def chairman_left():
    table = open_table()
    table.do(CHAIRMAN, access.sign_out)
    return table


def recovered():
    """Open the file with the recovery sheet, with nobody on duty."""
    table = open_table()
    table.do("", access.start_desk)
    table.do("", access.note_recovery)
    return table


def three_wrong():
    """Type three wrong PINs for Erlan, who has left."""
    table = left()
    for _ in range(3):
        table.do(ERLAN, access.note_wrong_pin)
    return table


REFUSALS = [
    No("after three wrong pins the next one waits", Reason.PIN_WAIT, ERLAN, access.sign_in, (),
       day=three_wrong),
    No("nobody waits without wrong pins", Reason.NOTHING_TO_LIFT, CHAIRMAN, access.lift_wait,
       (OLGA,)),
    No("nobody comes on duty without a pin", Reason.PIN_MISSING, ERLAN, access.sign_in, (),
       day=unsigned),
    No("a ninth member does not come on duty", Reason.TOO_MANY_ON_DUTY, "12", access.sign_in, (),
       day=full),
    No("a stranger gets no pin", Reason.MEMBER_UNKNOWN, CHAIRMAN, access.set_pin, ("77", "a$b", "")),
    No("a member with advisory vote gets no pin art 20 6", Reason.ROLE_WRONG, CHAIRMAN,
       access.set_pin, (ADVISER, "a$b", ""), article="20(6)"),
    No("nobody gives another a new pin", Reason.ROLE_WRONG, SECRETARY, access.set_pin,
       (ERLAN, "a$b", "")),
    No("nobody gives a stranger's word for a new pin", Reason.MEMBER_UNKNOWN, "77", access.set_pin,
       (ERLAN, "a$b", "")),
    No("a member who is not on duty does not change the own pin", Reason.NOT_ON_DUTY, ERLAN,
       access.set_pin, (ERLAN, "a$b", ""), day=left),
    No("a chairman who is not on duty does not change a pin", Reason.NOT_ON_DUTY, CHAIRMAN,
       access.set_pin, (ERLAN, "a$b", ""), day=chairman_left),
    No("nobody unknown renews a pin", Reason.MEMBER_UNKNOWN, "77", access.renew_pin, ("a$b", ""),
       day=recovered),
    No("nobody but the chairman renews the own pin by the sheet", Reason.ROLE_WRONG, SECRETARY,
       access.renew_pin, ("a$b", ""), {"witness": ERLAN}, day=recovered),
    No("without the sheet no pin is renewed", Reason.RECOVERY_NEEDED, CHAIRMAN, access.renew_pin,
       ("a$b", ""), {"witness": ERLAN}),
    No("the sheet alone makes nobody the chairman", Reason.WITNESS_MISSING, CHAIRMAN,
       access.renew_pin, ("a$b", ""), day=recovered),
    No("the chairman does not stand by himself", Reason.WITNESS_SAME, CHAIRMAN, access.renew_pin,
       ("a$b", ""), {"witness": CHAIRMAN}, day=recovered),
    No("nobody unknown stands by a renewed pin", Reason.MEMBER_UNKNOWN, CHAIRMAN, access.renew_pin,
       ("a$b", ""), {"witness": "77"}, day=recovered),
    No("a member with advisory vote stands by no renewed pin", Reason.ROLE_WRONG, CHAIRMAN,
       access.renew_pin, ("a$b", ""), {"witness": ADVISER}, "20(6)", day=recovered),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_eight_members_at_most_are_on_duty_at_one_desk():
    table = full()
    assert len(table.day.duty(1)) == access.MOST_ON_DUTY == 8
    no = table.refused("12", access.sign_in)
    assert (no.reason, no.facts) == (Reason.TOO_MANY_ON_DUTY, {"most": 8})
    table.do(OLGA, access.sign_out)
    table.do("12", access.sign_in)
    assert table.day.duty(1)[-1] == "12"


def test_who_is_on_duty_may_type_the_pin_again():
    table = full()
    before = list(table.day.duty(1))
    table.do(ERLAN, access.sign_in)
    assert table.day.duty(1) == before


def test_duty_is_kept_in_the_order_of_coming():
    table = open_table()
    assert table.day.duty(1) == [CHAIRMAN, SECRETARY, DEPUTY, ERLAN, OLGA, AINUR]
    table.do(SECRETARY, access.sign_out)
    table.do(SECRETARY, access.sign_in)
    assert table.day.duty(1) == [CHAIRMAN, DEPUTY, ERLAN, OLGA, AINUR, SECRETARY]


def test_nobody_is_on_duty_after_the_program_was_started_anew():
    table = open_table()
    table.do("", access.start_desk)
    assert table.day.duty(1) == []
    assert table.refused(ERLAN, access.sign_out).reason == Reason.NOT_ON_DUTY


def test_duty_at_one_desk_is_no_duty_at_another():
    table = open_table()
    table.desk = 2
    table.do(CHAIRMAN, setup.open_desk, "laptop-2")
    assert table.refused(ERLAN, access.sign_out).reason == Reason.NOT_ON_DUTY
    table.do(ERLAN, access.sign_in)
    assert (table.day.duty(2), ERLAN in table.day.duty(1)) == ([ERLAN], True)


def test_the_first_pin_is_set_by_anybody_in_the_set_up():
    table = unsigned()
    table.do("", access.set_pin, ERLAN, "a$b", "1234")
    erlan = table.day.members[ERLAN]
    assert (erlan.pin, erlan.shown_pin) == ("a$b", "1234")


def test_a_member_on_duty_changes_the_own_pin_and_the_chairman_anybodys():
    table = open_table()
    table.do(ERLAN, access.set_pin, ERLAN, "a$b", "")
    table.do(CHAIRMAN, access.set_pin, OLGA, "c$d", "")
    assert (table.day.members[ERLAN].pin, table.day.members[OLGA].pin) == ("a$b", "c$d")


def test_the_sheet_lets_the_chairman_have_a_new_pin_once_with_a_second_person():
    table = recovered()
    entry = table.do(CHAIRMAN, access.renew_pin, "a$b", "", witness=SECRETARY)
    assert (entry.kind, entry.by, entry.witness) == ("pin_set", CHAIRMAN, SECRETARY)
    assert table.day.members[CHAIRMAN].pin == "a$b"
    no = table.refused(CHAIRMAN, access.renew_pin, "c$d", "", witness=SECRETARY)
    assert no.reason is Reason.RECOVERY_NEEDED


def test_a_chairman_who_is_alone_yet_needs_nobody_beside():
    table = new_table()
    table.do("", setup.name_member, CHAIRMAN, "Серікбаева Гүлнар", "chairman")
    table.do("", access.set_pin, CHAIRMAN, "a$b", "")
    table.do("", access.note_recovery)
    table.do(CHAIRMAN, access.renew_pin, "c$d", "")
    assert table.day.members[CHAIRMAN].pin == "c$d"


def test_what_the_sheet_allows_ends_with_the_program_and_holds_at_its_own_desk():
    table = recovered()
    table.desk = 2
    assert table.refused(CHAIRMAN, access.renew_pin, "a$b", "", witness=ERLAN).reason is (
        Reason.RECOVERY_NEEDED
    )
    table.desk = 1
    table.do("", access.start_desk)
    assert table.refused(CHAIRMAN, access.renew_pin, "a$b", "", witness=ERLAN).reason is (
        Reason.RECOVERY_NEEDED
    )


def test_each_wrong_pin_after_the_third_waits_twice_as_long_two_minutes_at_most():
    table = left()
    waits = []
    for _ in range(10):
        table.do(ERLAN, access.note_wrong_pin)
        until = access.wait_until(table.day, ERLAN, table.now)
        waits.append((until - table.now).total_seconds() if until else 0)
        table.now = until or table.now
        assert access.wait_until(table.day, ERLAN, table.now) is None
    assert waits == [0, 0, 5, 10, 20, 40, 80, 120, 120, 120]


def test_who_waits_is_told_how_long_to_the_second():
    table = three_wrong()
    table.pass_time(seconds=3, milliseconds=1)
    assert table.refused(ERLAN, access.sign_in).facts == {"member": ERLAN, "seconds": 2}
    table.pass_time(seconds=2)
    table.do(ERLAN, access.sign_in)
    assert table.day.wrong_pins == {}


def test_the_chairman_lifts_the_wait_and_a_new_pin_does_too():
    table = three_wrong()
    assert table.refused(SECRETARY, access.lift_wait, ERLAN).reason == Reason.ROLE_WRONG
    table.do(CHAIRMAN, access.lift_wait, ERLAN)
    table.do(ERLAN, access.sign_in)
    table = three_wrong()
    table.do(CHAIRMAN, access.set_pin, ERLAN, "a$b", "")
    table.do(ERLAN, access.sign_in)


def test_a_clock_that_was_put_back_locks_nobody_out():
    table = three_wrong()
    table.pass_time(hours=-5)
    table.do(ERLAN, access.note_wrong_pin)
    assert table.refused(ERLAN, access.sign_in).facts["seconds"] == 10
    table.pass_time(seconds=10)
    table.do(ERLAN, access.sign_in)


def test_one_member_waits_and_the_others_do_not():
    table = three_wrong()
    table.do(OLGA, access.sign_out)
    table.do(OLGA, access.sign_in)


def test_wrong_pins_and_the_recovery_sheet_are_entries_and_nothing_more():
    table = open_table()
    duty, accounts = list(table.day.duty(1)), table.day.accounts.summary()
    kinds = [
        table.do(ERLAN, access.note_wrong_pin).kind,
        table.do("", access.note_recovery).kind,
    ]
    assert kinds == ["sign_in_failed", "recovery_used"]
    assert (table.day.duty(1), table.day.accounts.summary()) == (duty, accounts)


def test_a_pin_for_a_member_who_is_not_known_yet_is_a_conflict():
    table = open_table()
    table.do("", lambda _day, _act: access.PinSet("77", "a$b", ""))
    assert table.conflicts() == [("member_unknown", {"member": "77"})]
