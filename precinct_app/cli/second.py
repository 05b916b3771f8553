"""A second place for a day file, and the day that comes back from it."""

from argparse import Namespace

from precinct_app.cli.answer import DONE, SAID_NO, language, print_json
from precinct_app.cli.files import pin_of
from precinct_app.cli.look import journal_of
from precinct_app.cli.opening import desk_of, passphrase_of, recovery_of
from precinct_app.cli.status import print_place, second_place_of
from precinct_app.desk import Restored, Who, confirm, require_unused
from precinct_app.desk import restore as restore_day
from precinct_app.texts import text


def second_place(given: Namespace) -> int:
    """Choose where every entry is copied to, and put the first whole copy there.

    A member who has a PIN types it.
    """
    spoken = language(given.language)
    with desk_of(given) as desk:
        if not desk.is_writing:
            desk.start_writing()
        member = desk.day.members.get(given.by)
        if member and member.pin:
            confirm(desk, given.by, pin_of(desk, given.by, spoken))
        desk.choose_second_place(Who(given.by), given.folder, whole=True)
    found = second_place_of(desk)
    if given.json:
        print_json({"second_place": found})
    elif found:
        print_place(found, spoken)
    return DONE


def restore(given: Namespace) -> int:
    """Build a day file from its second place, and say how much came back.

    Says no where entries are known that could not be taken; the file stands all the same.
    """
    require_unused(given.file)
    if given.recovery:
        sheet = recovery_of(given, given.source.name)
        found = restore_day(given.file, given.source, recovery=sheet)
    else:
        passphrase = passphrase_of(given, given.source.name)
        found = restore_day(given.file, given.source, passphrase)
    if given.json:
        print_json(_as_data(given, found))
    else:
        _tell(given, found)
    return SAID_NO if found.gathered.gap or found.gathered.untaken else DONE


def _as_data(given: Namespace, found: Restored) -> dict[str, object]:
    gathered = found.gathered
    return {
        "file": str(given.file),
        "journal": journal_of(found.opened.day, ok=True),
        "from_lines": gathered.lines,
        "until": found.opened.day.entries[-1].recorded,
        "bad_lines": gathered.bad,
        "gap": gathered.gap or None,
        "untaken": gathered.untaken,
    }


def _tell(given: Namespace, found: Restored) -> None:
    spoken, gathered, entries = language(given.language), found.gathered, found.opened.day.entries
    count, lines, moment = len(entries), gathered.lines, entries[-1].recorded
    file = given.file.name
    print(text(spoken, "status", "restored", file=file, entries=count, lines=lines, moment=moment))
    if gathered.bad:
        numbers = ", ".join(map(str, gathered.bad))
        print(text(spoken, "status", "restored_bad", lines=numbers))
    untaken = gathered.untaken
    if gathered.gap:
        print(text(spoken, "status", "restored_gap", entry=gathered.gap, untaken=untaken))
    elif untaken:
        print(text(spoken, "status", "restored_other", untaken=untaken))
    print(text(spoken, "status", "restored_next"))
