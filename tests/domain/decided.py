"""A day with decisions: one that carries, one that failed, one that was annulled."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from precinct_app.domain.parts import decisions
from precinct_app.errors import Reason
from tests.domain.days import (
    AINUR,
    CHAIRMAN,
    DEPUTY,
    ERLAN,
    OLGA,
    SECRETARY,
    Table,
    open_table,
)
from tests.domain.refusals import No

ALL = (CHAIRMAN, SECRETARY, DEPUTY, ERLAN, OLGA, AINUR)
NONE, CARRIED, FAILED, ANNULLED, UNKNOWN = 0, 1, 2, 3, 9
TWO: Mapping[str, Any] = MappingProxyType({"witness": OLGA})


def take_decisions(table: Table) -> Table:
    """Take three decisions, and annul the last one."""
    table.do(SECRETARY, decisions.decide, "о первом", ALL, 4, 2)
    table.do(SECRETARY, decisions.decide, "о втором", ALL, 3, 3)
    table.do(SECRETARY, decisions.decide, "о третьем", ALL, 6)
    table.do(SECRETARY, decisions.annul_decision, ANNULLED, "решение суда", witness=OLGA)
    return table


def decided_table() -> Table:
    """Open voting, and take the decisions."""
    return take_decisions(open_table())


def without_decision(
    subject: str,
    by: str,
    rule: Any,
    args: Callable[[int], Sequence[Any]],
    named: Mapping[str, Any] = MappingProxyType({}),
    day: Callable[[], Table] = decided_table,
) -> list[No]:
    """Ask for an act with each decision that can't carry it (art. 20(4))."""
    wrong = (
        ("without a decision", NONE, Reason.DECISION_MISSING, "20(4)"),
        ("by an unknown decision", UNKNOWN, Reason.DECISION_UNKNOWN, ""),
        ("by a decision that failed", FAILED, Reason.DECISION_NOT_CARRIED, "20(4)"),
        ("by an annulled decision", ANNULLED, Reason.DECISION_ANNULLED, "20(4)"),
    )
    return [
        No(f"{subject} {words}", reason, by, rule, args(number), named, article, day)
        for words, number, reason, article in wrong
    ]
