"""A copy of a day file, taken while the day goes on."""

from argparse import Namespace

from precinct_app.cli.answer import DONE, SAID_NO, language, print_json
from precinct_app.cli.look import journal_of
from precinct_app.cli.opening import desk_of
from precinct_app.desk import require_unused
from precinct_app.domain.checkpoint import short_digest
from precinct_app.texts import text


def back_up(given: Namespace) -> int:
    """Write a copy that was opened and checked, and say how far it reaches.

    A folder takes it under the file's own name. Says no where the file itself does not hold.
    """
    target = given.to / given.file.name if given.to.is_dir() else given.to
    require_unused(target)
    with desk_of(given) as desk:
        copied = desk.back_up(target)
    flaw = copied.finding and copied.finding.flaw
    journal = journal_of(copied.day, ok=flaw is None)
    if given.json:
        print_json({"file": str(target), "journal": journal})
    else:
        entries, digest = journal["entries"], short_digest(journal["digest"])
        spoken = language(given.language)
        print(text(spoken, "status", "copied", file=target.name, entries=entries, digest=digest))
        if flaw:
            print(text(spoken, "flaw", flaw))
    return SAID_NO if flaw else DONE
