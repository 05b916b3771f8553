"""A training day played without a window."""

from argparse import Namespace

from precinct_app.cli.answer import DONE, SAID_NO, language, print_json
from precinct_app.desk import placed, this_laptop
from precinct_app.texts import text
from precinct_app.training.rehearsal import HOLDS, Rehearsal
from precinct_app.training.rehearsal import rehearse as play_day


def rehearse(given: Namespace) -> int:
    """Play a training day from a list file to the end of voting, and say what was done.

    Says no where the day does not hold, or somebody was not served.
    """
    done = play_day(given.out, given.voters, given.seed, this_laptop())
    said = "\n".join(_said(done, language(given.language)))
    with placed(done.report) as draft:
        draft.write_text(f"{said}\n", encoding="utf-8")
    if given.json:
        made = {"list": done.list, "file": done.file, "report": done.report}
        print_json({name: str(path) for name, path in made.items()} | done.figures)
    else:
        print(said)
    figures = done.figures
    whole = figures["holds"] == HOLDS and figures["served"] == figures["voters"]
    return DONE if whole and not figures["conflicts"] else SAID_NO


def _said(done: Rehearsal, spoken: str) -> list[str]:
    """Say the figures line by line, and where the files lie."""
    holds = done.figures["holds"]
    section, code = ("rehearsal", holds) if holds == HOLDS else ("flaw", holds)
    shown = done.figures | {"holds": text(spoken, section, str(code))}
    return [
        *(f"{text(spoken, 'rehearsal', name)}: {value}" for name, value in shown.items()),
        text(spoken, "rehearsal", "where", folder=str(done.file.parent.resolve())),
        *(f"  {path.name}" for path in (done.list, done.file, done.report)),
    ]
