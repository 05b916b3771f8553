"""A training day played without a window."""

from argparse import Namespace

from precinct_app.cli.answer import DONE, language, print_json
from precinct_app.desk import this_laptop
from precinct_app.texts import text
from precinct_app.training.rehearsal import rehearse as play_day


def rehearse(given: Namespace) -> int:
    """Play a training day from a list file to the end of voting, and say what was done."""
    done = play_day(given.out, given.voters, given.seed, this_laptop())
    if given.json:
        print_json({"list": str(done.list), "file": str(done.file), **done.figures})
        return DONE
    spoken = language(given.language)
    said = [f"{text(spoken, 'rehearsal', name)}: {value}" for name, value in done.figures.items()]
    (given.out / "what-was-done.txt").write_text("\n".join([*said, ""]), encoding="utf-8")
    print("\n".join(said))
    print(text(spoken, "rehearsal", "where", folder=str(given.out.resolve())))
    return DONE
