"""Commands that make a day file, or let one go on."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from precinct_app.cli.answer import DONE, SAID_NO, language, no_of, print_json, print_no
from precinct_app.cli.opening import desk_of, new_passphrase, secret
from precinct_app.cli.pins import given_pins
from precinct_app.cli.sheet import write_sheet
from precinct_app.desk import (
    Desk,
    Founded,
    Plan,
    Who,
    create_day,
    note_recovery,
    plan_like,
    renew,
    require_unused,
    this_laptop,
    try_it,
)
from precinct_app.domain.election import Election
from precinct_app.domain.precinct import Precinct
from precinct_app.domain.voters import Voter
from precinct_app.errors import ListError, ListFault, Reason, Refusal, StoreError
from precinct_app.lists.intake import check_list, terms_of
from precinct_app.lists.paging import page_by_ranges, page_by_rows
from precinct_app.resources import load_election
from precinct_app.texts import text


def new(given: Namespace) -> int:
    """Make a day file: from a list, or from another file's set-up."""
    wanted = () if given.old else ("election", "number", "list")
    if missing := [f"--{name}" for name in wanted if getattr(given, name) is None]:
        given.misused(f"the following arguments are required: {', '.join(missing)}")
    if given.recovery and not given.old:
        given.misused("argument --recovery: not allowed without argument --from")
    for path in filter(None, (given.file, given.sheet)):
        require_unused(path)
    plan, founded = _from_old(given) if given.old else _from_list(given)
    return _tell(given, plan, founded)


def go_on(given: Namespace) -> int:
    """Go on as the next desk with a file of another laptop."""
    spoken = language(given.language)
    with desk_of(given) as desk:
        desk.go_on(Who(given.by), pin_of(desk, given.by, spoken))
        if given.recovery:
            note_recovery(desk)
        number = desk.number
    if given.json:
        print_json({"desk": number})
    else:
        print(text(spoken, "status", "goes_on", desk=number))
    return DONE


def pin_of(desk: Desk, member: str, spoken: str) -> str:
    """Take the chairman's PIN; a training file shows it."""
    known = desk.day.members.get(member)
    shown = known.shown_pin if known else ""
    question = text(spoken, "prompt", "pin", member=member)
    return shown or given_pins().get(member) or secret("PRECINCT_PIN", question)


def _from_list(given: Namespace) -> tuple[Plan, Founded]:
    election = load_election(given.election)
    voters = _paged(_voters(given.list, election, given.rejected), given)
    precinct = _stated(given, Precinct(given.number))
    plan = Plan("training" if given.training else "live", election, precinct, voters)
    return plan, create_day(given.file, plan, new_passphrase(given), this_laptop())


def _from_old(given: Namespace) -> tuple[Plan, Founded]:
    """Take a set-up over; a list or a precinct that is stated replaces the old one's."""
    with desk_of(given, given.old) as old:
        plan = plan_like(old, "training" if given.training else "live")
        if given.election not in {None, plan.election.id}:
            raise Refusal(Reason.BAD_ARGUMENT, argument="--election")
        voters = plan.voters
        if given.list:
            voters = _voters(given.list, plan.election, given.rejected)
        precinct = _stated(given, plan.precinct)
        plan = plan._replace(precinct=precinct, voters=_paged(voters, given))
        take_over = try_it if given.training else renew
        return plan, take_over(old, given.file, new_passphrase(given), this_laptop(), plan)


def _stated(given: Namespace, precinct: Precinct) -> Precinct:
    """Put what is stated into a precinct; the rest stays."""
    names = ("number", "name", "address", "region", "utc_offset")
    stated = {name: getattr(given, name) for name in names if getattr(given, name)}
    hours = {"voting_begins": given.begins, "voting_ends": given.ends}
    times = {name: hour for name, hour in hours.items() if hour} | dict(map(_pair, given.at))
    spans = {name: _number(text) for name, text in map(_pair, given.span)}
    return replace(
        precinct,
        **stated,
        times={**precinct.times, **times},
        spans={**precinct.spans, **spans},
        report_hours=tuple(given.report_hours.split(","))
        if given.report_hours
        else precinct.report_hours,
        closed=precinct.closed or given.closed,
    )


def _pair(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return name.strip(), value.strip()


def _number(text: str) -> int:
    if not text.isdecimal():
        raise Refusal(Reason.BAD_ARGUMENT, argument="spans")
    return int(text)


def _voters(path: Path, election: Election, rejected: int) -> tuple[Voter, ...]:
    """Read a list whole; rejected rows only in the number that was stated."""
    report = check_list(path, terms_of(election))
    if report.rejected != rejected:
        raise ListError(ListFault.REJECTED_ROWS, file=path.name, rejected=report.rejected)
    return report.voters


def _paged(voters: Sequence[Voter], given: Namespace) -> Sequence[Voter]:
    """Give the voters their places in the paper list, as far as its columns are silent."""
    if given.pages is not None:
        voters = page_by_ranges(voters, given.pages)
    if given.rows_per_page is not None:
        voters = page_by_rows(voters, given.rows_per_page)
    return voters


def _tell(given: Namespace, plan: Plan, founded: Founded) -> int:
    """Tell the key in any case: the file stands, even where its sheet could not be written."""
    spoken = language(given.language)
    found: dict[str, Any] = {"file": str(given.file), "recovery": founded.recovery}
    error = None
    if given.sheet:
        try:
            write_sheet(given.sheet, given.file, plan, founded.recovery)
            found["sheet"] = str(given.sheet)
        except StoreError as hindered:
            error = hindered
            found["error"] = no_of(hindered, spoken)
    if given.json:
        print_json(found)
        return SAID_NO if error else DONE
    print(text(spoken, "status", "made", file=given.file.name))
    print(text(spoken, "status", "recovery"))
    print(founded.recovery)
    print(text(spoken, "about", "paper_prevails"))
    if error:
        print_no(error, spoken, as_json=False)
    return SAID_NO if error else DONE
