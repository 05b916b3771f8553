"""Commands that look at a day file: status, verify, find."""

from argparse import Namespace
from typing import Any

from precinct_app.cli.answer import DONE, SAID_NO, language, print_json
from precinct_app.cli.opening import desk_of
from precinct_app.desk import Desk
from precinct_app.domain.accounts import (
    CANCELLED,
    DAMAGED,
    EXCHANGED,
    MISSING,
    RETURNED,
    SAFE,
    SENT_BACK,
    VOTERS,
    WITHDRAWN,
)
from precinct_app.domain.checkpoint import checkpoint_digest, short_digest
from precinct_app.domain.day import Day
from precinct_app.errors import StoreError, Trouble
from precinct_app.texts import ballot_text, holder_text, say, say_conflict, text

# The accounts that every ballot has; stacks, ways and bags come and go.
LASTING = (
    *(SAFE, VOTERS, EXCHANGED, RETURNED, DAMAGED),
    *(WITHDRAWN, SENT_BACK, MISSING, CANCELLED),
)


def status(given: Namespace) -> int:
    """Say where the day stands."""
    with desk_of(given) as desk:
        found = status_of(desk)
        if given.json:
            print_json(found)
        else:
            _print_status(found, desk, language(given.language))
    return DONE


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
        _print_hindrance(desk, language(given.language))
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
        hits = [_hit(desk.day, voter) for voter in found.hits]
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


def status_of(desk: Desk) -> dict[str, Any]:
    """Gather where the day stands, as plain data."""
    day = desk.day
    summary = day.accounts.summary()
    return {
        "kind": day.created.day_kind,
        "election": day.created.election,
        "precinct": day.precinct.number,
        "phase": str(day.phase),
        "voters": day.roll.size,
        "served": day.served(),
        "issued": day.issued(),
        "accounts": {
            ballot: dict.fromkeys(LASTING, 0) | summary.get(ballot, {})
            for ballot in day.election.ballot_ids
        },
        "conflicts": [
            {"entry": conflict.entry, "kind": conflict.kind, **dict(conflict.facts)}
            for conflict in day.conflicts
        ],
        "journal": journal_of(day, ok=desk.finding is None),
        "hindrance": desk.hindrance and str(desk.hindrance),
        "troubles": [str(trouble.reason) for trouble in desk.troubles()],
    }


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


def _hit(day: Day, voter: str) -> dict[str, Any]:
    found = day.roll.voters[voter]
    return {
        "voter": found.id,
        "number": int(found.number) if found.number.isdecimal() else found.number,
        "name": found.name,
        "birth_year": found.birth_year,
        "street": found.street,
        "served": day.has_received(voter),
    }


def _print_status(found: dict[str, Any], desk: Desk, spoken: str) -> None:
    words = {
        "kind": text(spoken, "kind", found["kind"]),
        "phase": text(spoken, "phase", found["phase"]),
    }
    for name in ("kind", "election", "precinct", "phase", "voters", "served"):
        print(f"{text(spoken, 'status', name)}: {words.get(name, found[name])}")
    for ballot, holders in found["accounts"].items():
        stands = ", ".join(
            f"{holder_text(spoken, name)} {count}"
            for name, count in holders.items()
            if count or name in {SAFE, VOTERS}
        )
        title = ballot_text(spoken, desk.day.election, ballot)
        print(f"{title}: {text(spoken, 'status', 'issued')} {found['issued'][ballot]}; {stands}")
    journal = found["journal"]
    digest = short_digest(journal["digest"])
    print(f"{text(spoken, 'status', 'entries')}: {journal['entries']}  {digest}")
    for conflict in desk.day.conflicts:
        print(say_conflict(spoken, conflict, desk.day.election))
    _print_hindrance(desk, spoken)
    for trouble in desk.troubles():
        print(say(spoken, trouble))


def _print_hindrance(desk: Desk, spoken: str) -> None:
    if desk.hindrance:
        print(say(spoken, StoreError(desk.hindrance, file=desk.path.name)))
