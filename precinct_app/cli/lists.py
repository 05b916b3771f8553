"""Commands for voter lists: check one, invent one."""

from argparse import Namespace
from typing import Any

from precinct_app.cli.answer import DONE, language, print_json
from precinct_app.desk import placed
from precinct_app.lists.intake import check_list, terms_of
from precinct_app.lists.report import ListReport
from precinct_app.resources import load_election
from precinct_app.texts import text
from precinct_app.training.people import invent_list


def check(given: Namespace) -> int:
    """Check a list: every row is accepted or stands in the report."""
    election = load_election(given.election)
    report = check_list(given.list, terms_of(election))
    spoken = language(given.language)
    found = _report_of(report, spoken)
    if given.json:
        print_json(found)
        return DONE
    for name in ("rows", "accepted", "rejected", "warned"):
        print(f"{text(spoken, 'status', name)}: {found[name]}")
    for item in found["report"]:
        print(f"{item['row']:>6}  {item['level']:<6}  {item['text']}")
    return DONE


def invent(given: Namespace) -> int:
    """Write an invented list."""
    with placed(given.out) as draft:
        invent_list(given.voters, given.seed, draft)
    if given.json:
        print_json({"list": str(given.out), "voters": given.voters})
    else:
        print(text(language(given.language), "status", "made", file=given.out.name))
    return DONE


def _report_of(report: ListReport, spoken: str) -> dict[str, Any]:
    return {
        "rows": report.rows,
        "accepted": report.accepted,
        "rejected": report.rejected,
        "warned": report.warned,
        "report": [
            {
                "row": item.row,
                "level": item.level,
                "reason": str(item.reason),
                "text": text(spoken, "row", item.reason, **item.facts),
            }
            for item in report.items
        ],
    }
