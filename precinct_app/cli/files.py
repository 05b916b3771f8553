"""Commands that make a day file, or let one go on."""

from argparse import Namespace
from pathlib import Path

from precinct_app.cli.answer import DONE, language, print_json
from precinct_app.cli.opening import desk_of, passphrase, secret
from precinct_app.desk import (
    Desk,
    Founded,
    Plan,
    Who,
    create_day,
    renew,
    this_laptop,
    try_it,
    unlock,
)
from precinct_app.domain.election import Election
from precinct_app.domain.precinct import Precinct
from precinct_app.domain.times import read_date
from precinct_app.domain.voters import Voter
from precinct_app.errors import ListError, ListFault, Reason, Refusal
from precinct_app.lists.intake import check_list
from precinct_app.lists.paging import page_by_ranges, page_by_rows
from precinct_app.resources import load_election
from precinct_app.texts import text


def new(given: Namespace) -> int:
    """Make a day file: from a list, or from another file's set-up."""
    wanted = () if given.old else ("election", "number", "list")
    if missing := [name for name in wanted if getattr(given, name) is None]:
        raise Refusal(Reason.BAD_ARGUMENT, argument=f"--{missing[0]}")
    founded = _from_old(given) if given.old else _from_list(given)
    _tell(given, founded)
    return DONE


def go_on(given: Namespace) -> int:
    """Go on as the next desk with a file of another laptop."""
    with desk_of(given) as desk:
        desk.go_on(Who(given.by), secret("PRECINCT_PIN", "PIN: "))
        number = desk.number
    if given.json:
        print_json({"desk": number})
    else:
        print(text(language(given.language), "status", "goes_on", desk=number))
    return DONE


def _from_list(given: Namespace) -> Founded:
    election = load_election(given.election)
    voters = _paged(_voters(given.list, election, given.rejected), given)
    precinct = Precinct(
        number=given.number,
        name=given.name,
        address=given.address,
        region=given.region,
        utc_offset=given.utc_offset,
        closed=given.closed,
        times={
            name: hour
            for name, hour in (("voting_begins", given.begins), ("voting_ends", given.ends))
            if hour
        },
    )
    plan = Plan("training" if given.training else "live", election, precinct, voters)
    return create_day(given.file, plan, passphrase(), this_laptop())


def _from_old(given: Namespace) -> Founded:
    with Desk(given.old, unlock(given.old, passphrase()), this_laptop()) as old:
        if given.training:
            return try_it(old, given.file, passphrase(), this_laptop())
        old.start_writing()
        return renew(old, given.file, passphrase(), this_laptop())


def _voters(path: Path, election: Election, rejected: int) -> tuple[Voter, ...]:
    """Read a list whole; rejected rows only in the number that was stated."""
    sets = frozenset(one.id for one in election.sets)
    report = check_list(path, read_date(election.date), sets)
    if report.rejected != rejected:
        raise ListError(ListFault.REJECTED_ROWS, file=path.name, rejected=report.rejected)
    return report.voters


def _paged(voters: tuple[Voter, ...], given: Namespace) -> tuple[Voter, ...]:
    """Give the voters their places in the paper list, as far as its columns are silent."""
    if given.pages is not None:
        voters = page_by_ranges(voters, given.pages)
    if given.rows_per_page is not None:
        voters = page_by_rows(voters, given.rows_per_page)
    return voters


def _tell(given: Namespace, founded: Founded) -> None:
    if given.json:
        print_json({"file": str(given.file), "recovery": founded.recovery})
        return
    spoken = language(given.language)
    print(text(spoken, "status", "made", file=given.file.name))
    print(text(spoken, "status", "recovery"))
    print(founded.recovery)
    print(text(spoken, "about", "paper_prevails"))
