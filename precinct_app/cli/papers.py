"""Commands that make papers: the catalogue, and one paper as a PDF."""

from argparse import Namespace

from precinct_app.cli.answer import DONE, language, print_json
from precinct_app.cli.opening import desk_of
from precinct_app.desk import placed
from precinct_app.domain.day import Day
from precinct_app.domain.required import require_ballot
from precinct_app.errors import Reason, Refusal
from precinct_app.reports.catalogue import CATALOGUE, Paper
from precinct_app.texts import text


def papers(given: Namespace) -> int:
    """List every paper that can be made."""
    if given.json:
        print_json({"papers": [_described(paper) for paper in CATALOGUE.values()]})
        return DONE
    spoken = language(given.language)
    for paper in CATALOGUE.values():
        print(f"{paper.id:<18}{paper.secrecy:<12}{paper.per:<8}{text(spoken, 'paper', paper.id)}")
    return DONE


def paper(given: Namespace) -> int:
    """Make one paper of a day as a PDF, without an entry."""
    if given.paper not in CATALOGUE:
        given.misused(f"there is no paper {given.paper}; there are {', '.join(CATALOGUE)}")
    found = CATALOGUE[given.paper]
    for name in ("ballot", "hour"):
        if bool(getattr(given, name)) != (found.per == name):
            given.misused(f"--{name} is {'needed' if found.per == name else 'not for'} {found.id}")
    with desk_of(given) as desk:
        which = _which(desk.day, given, found)
        made = found.draw(desk.day, which, given.copy)
    with placed(given.out) as draft:
        draft.write_bytes(made)
    if given.json:
        print_json({"paper": found.id, "for": which, "copy": given.copy, "bytes": len(made)})
    else:
        print(given.out)
    return DONE


def _which(day: Day, given: Namespace, found: Paper) -> str:
    """Say what the paper is made for; Refusal for a kind or hour that the day does not have."""
    if found.per == "ballot":
        require_ballot(day, given.ballot)
    if found.per == "hour" and given.hour not in day.slips:
        raise Refusal(Reason.SLIP_UNKNOWN, hour=given.hour)
    return str(given.ballot or given.hour or "")


def _described(found: Paper) -> dict[str, str]:
    return {
        "paper": found.id,
        "class": found.secrecy,
        "per": found.per,
        "kk": found.title.kk,
        "ru": found.title.ru,
    }
