"""Commands that look at a day file: verify, find."""

from argparse import Namespace
from typing import Any

from precinct_app.cli.answer import DONE, SAID_NO, language, print_json
from precinct_app.cli.opening import desk_of
from precinct_app.desk import Desk
from precinct_app.domain.checkpoint import checkpoint_digest
from precinct_app.domain.day import Day
from precinct_app.domain.voters import Voter
from precinct_app.errors import StoreError, Trouble
from precinct_app.texts import say, text


def verify(given: Namespace) -> int:
    """Say whether file, chain, list, election and accounts hold."""
    with desk_of(given) as desk:
        bad, journal = _first_bad(desk), journal_of(desk.day, ok=desk.finding is None)
        lost = [f"{desk_number}-{number}" for desk_number, number in desk.unreadable]
    reason = bad["reason"] if bad else None
    if given.json:
        found = {"ok": bad is None, "first_bad": bad, "reason": reason}
        print_json(found | {"unreadable": lost, "journal": journal})
        return SAID_NO if bad else DONE
    print(text(language(given.language), "flaw", reason or "none"))
    if bad:
        print(", ".join(lost or [f"{bad['desk']}-{bad['number']}"]))
        print_hindrance(desk, language(given.language))
    return SAID_NO if bad else DONE


def _first_bad(desk: Desk) -> dict[str, Any] | None:
    """Name the first entry that does not hold, or that only a newer program can read."""
    finding = desk.examine()
    if finding:
        return {"desk": finding.desk, "number": finding.number, "reason": str(finding.flaw)}
    if desk.hindrance is not Trouble.NEWER_PROGRAM:
        return None
    last = desk.day.entries[-1]
    return {"desk": last.desk, "number": last.number + 1, "reason": "unreadable"}


def find(given: Namespace) -> int:
    """Find voters by whatever is typed."""
    with desk_of(given) as desk:
        found = desk.find_voters(" ".join(given.text))
        hits = [_hit(desk.day, row) for voter in found.hits if (row := desk.day.voter(voter))]
    if given.json:
        print_json({"hits": hits, "more": found.more})
        return DONE
    for hit in hits:
        served = "✓" if hit["served"] else " "
        print(
            f"{served} {hit['number']:>6}  {hit['name']}  {hit['birth_year'] or ''}  {hit['street']}"
        )
    if found.more:
        print(f"… + {found.more}")
    return DONE


def journal_of(day: Day, *, ok: bool) -> dict[str, Any]:
    """Say how far the journal of a day reaches, and whether it holds."""
    return {
        "entries": len(day.entries),
        "digest": checkpoint_digest(day.desks),
        "desks": [
            {"desk": number, "entries": mark.entries, "head": mark.head}
            for number, mark in sorted(day.desks.items())
        ],
        "ok": ok,
    }


def _hit(day: Day, found: Voter) -> dict[str, Any]:
    return {
        "voter": found.id,
        "number": int(found.number) if found.number.isdecimal() else found.number,
        "name": found.name,
        "birth_year": found.birth_year,
        "street": found.street,
        "served": day.has_received(found.id),
    }


def print_hindrance(desk: Desk, spoken: str) -> None:
    """Say what hinders the day from going on in this file."""
    if desk.hindrance:
        print(say(spoken, StoreError(desk.hindrance, file=desk.path.name)))
