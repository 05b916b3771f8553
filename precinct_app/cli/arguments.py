"""What each command takes."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from precinct_app.cli.answer import MISUSED, print_json

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    Commands = _SubParsersAction["Parser"]


# A precinct has some 3,000 voters; more than this is a mistyped number.
MOST_INVENTED = 100_000

_SURROUNDINGS = """\
taken from the surroundings, where they stand there:
  PRECINCT_PASSPHRASE  of the file; else it is asked for
  PRECINCT_RECOVERY    the key of the recovery sheet, for --recovery
  PRECINCT_PINS        for play: a JSON object, member to PIN
  PRECINCT_PIN         for go-on and second-place: the chairman's
  PRECINCT_LANGUAGE    kk, ru or en
  PRECINCT_HOME        where the program keeps what it remembers of its files
"""


class Parser(ArgumentParser):
    """Reads arguments; what is misused is said under JSON as JSON."""

    as_json = False

    def __init__(self, **given: Any) -> None:
        super().__init__(**given, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments, and end."""
        if Parser.as_json:
            print_json({"error": {"reason": "misused", "text": message}})
            self.exit(MISUSED)
        super().error(message)


def read_arguments(arguments: Sequence[str]) -> Namespace:
    """Read the command line; what is misused ends the program with 2.

    ``run`` names the module and function of the command, ``misused`` ends it later.
    """
    Parser.as_json = "--json" in arguments
    reader = parser()
    if any(not _is_utf8(word) for word in arguments):
        reader.error("an argument is not written in UTF-8")
    return reader.parse_args(arguments)


def parser() -> Parser:
    """Build the reader of the command line."""
    whole = Parser(
        prog="precinct-app",
        description="The voting day of one precinct commission. With a FILE alone: the window.",
        epilog=_SURROUNDINGS,
        formatter_class=RawDescriptionHelpFormatter,
    )
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _opens(_add(commands, "status", "status:status", "Say where the day stands."))
    _opens(_add(commands, "verify", "look:verify", "Say whether all holds in a file."))
    _add_find(commands)
    _add_play(commands)
    _add(commands, "verbs", "play:verbs", "List every verb with its arguments.")
    _add_papers(commands)
    _add_new(commands)
    _add_go_on(commands)
    _add_back_up(commands)
    _add_second_place(commands)
    _add_restore(commands)
    _add_check_list(commands)
    _add_invent_list(commands)
    _add_rehearse(commands)
    return whole


def _add(commands: "Commands", name: str, run: str, sentence: str) -> Parser:
    found = commands.add_parser(name, help=sentence, description=sentence)
    found.set_defaults(run=run, misused=found.error)
    found.add_argument("--json", action="store_true", help="one JSON object on stdout")
    found.add_argument("--language", choices=("kk", "ru", "en"), help="of the sentences")
    return found


def _opens(command: Parser) -> Parser:
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--recovery", action="store_true", help="open by the recovery sheet")
    return command


def _add_find(commands: "Commands") -> None:
    find = _opens(_add(commands, "find", "look:find", "Find voters by name, number, IIN, street."))
    find.add_argument("text", nargs="+", metavar="TEXT")


def _add_play(commands: "Commands") -> None:
    play = _opens(_add(commands, "play", "play:play", "Play a script of verbs, one per line."))
    play.add_argument("script", type=Path, metavar="SCRIPT", help="a .jsonl file, or - for stdin")


def _add_papers(commands: "Commands") -> None:
    _add(commands, "papers", "papers:papers", "List every paper that can be made.")
    paper = _opens(_add(commands, "paper", "papers:paper", "Make one paper of a day as a PDF."))
    paper.add_argument("paper", metavar="PAPER", help="see papers")
    paper.add_argument("out", type=Path, metavar="OUT.pdf")
    paper.add_argument("--ballot", default="", metavar="ID", help="of a paper for one kind")
    paper.add_argument("--hour", default="", metavar="HH:MM", help="of a turnout slip")
    paper.add_argument("--copy", type=_from_to(0), default=0, metavar="N", help="0: the original")


def _add_new(commands: "Commands") -> None:
    new = _add(commands, "new", "files:new", "Make a day file from a list or another's set-up.")
    new.add_argument("file", type=Path, metavar="FILE")
    new.add_argument("--from", dest="old", type=Path, metavar="OLD", help="take over a set-up")
    new.add_argument("--recovery", action="store_true", help="open OLD by its recovery sheet")
    new.add_argument("--training", action="store_true", help="a file to practise with")
    new.add_argument("--election", metavar="ID")
    new.add_argument("--number", metavar="N", help="of the precinct")
    new.add_argument("--list", type=Path, metavar="LIST", help="xlsx or csv")
    new.add_argument(
        "--rejected", type=_from_to(0), default=0, metavar="N", help="rows that are no voter"
    )
    new.add_argument("--sheet", type=Path, metavar="PDF", help="write the recovery sheet")
    new.add_argument("--rows-per-page", type=int, metavar="N", help="of the paper list")
    new.add_argument("--pages", metavar="RANGES", help="of the paper list: '1: 1-38, 2: 39-77'")
    for name, sentence in (
        ("name", "of the place"),
        ("address", "of the place"),
        ("region", "of the precinct"),
        ("utc-offset", "such as +05:00; else that of the election"),
        ("begins", "hour of voting, HH:MM"),
        ("ends", "hour of voting, HH:MM"),
    ):
        new.add_argument(f"--{name}", default="", help=sentence)
    new.add_argument(
        "--at", action="append", default=[], metavar="MOMENT=HH:MM", help="another hour of the law"
    )
    new.add_argument(
        "--span", action="append", default=[], metavar="NAME=N", help="count_hours, posted_days"
    )
    new.add_argument("--report-hours", default="", metavar="HH:MM,HH:MM", help="local time")
    new.add_argument("--closed", action="store_true", help="a precinct of art. 38(3)")


def _add_go_on(commands: "Commands") -> None:
    go_on = _add(commands, "go-on", "files:go_on", "Go on as the next desk with another's file.")
    _opens(go_on).add_argument("--by", required=True, metavar="ID", help="of the chairman")


def _add_back_up(commands: "Commands") -> None:
    back_up = _add(commands, "back-up", "copies:back_up", "Write a checked copy of a day file.")
    _opens(back_up).add_argument("to", type=Path, metavar="TO", help="a new file, or a folder")


def _add_second_place(commands: "Commands") -> None:
    sentence = "Choose the stick or folder that gets every entry."
    place = _opens(_add(commands, "second-place", "second:second_place", sentence))
    place.add_argument("folder", type=Path, metavar="FOLDER")
    place.add_argument("--by", required=True, metavar="ID", help="of the chairman")


def _add_restore(commands: "Commands") -> None:
    sentence = "Build a day file from its second place, proved by replay."
    restore = _opens(_add(commands, "restore", "second:restore", sentence))
    restore.add_argument("source", type=Path, metavar="FROM", help="a folder, or a file in it")


def _add_check_list(commands: "Commands") -> None:
    check = _add(commands, "check-list", "lists:check", "Check a voter list, row by row.")
    check.add_argument("list", type=Path, metavar="LIST")
    check.add_argument("--election", required=True, metavar="ID")


def _add_invent_list(commands: "Commands") -> None:
    invent = _add(commands, "invent-list", "lists:invent", "Write an invented voter list.")
    invent.add_argument("--voters", type=_from_to(1, MOST_INVENTED), required=True, metavar="N")
    invent.add_argument("--seed", type=int, required=True, metavar="S")
    invent.add_argument("--out", type=Path, required=True, metavar="LIST.xlsx")


def _add_rehearse(commands: "Commands") -> None:
    rehearse = _add(
        commands, "rehearse", "rehearse:rehearse", "Play a training day, say what was done."
    )
    rehearse.add_argument("--voters", type=_from_to(1, MOST_INVENTED), default=3000, metavar="N")
    rehearse.add_argument("--seed", type=int, default=1, metavar="S")
    rehearse.add_argument("--out", type=Path, default=Path("rehearsal"), metavar="DIR")


def _from_to(least: int, most: int | None = None) -> Callable[[str], int]:
    """Build the reader of a whole number in its bounds."""

    def read(typed: str) -> int:
        number = int(typed)
        if number < least or (most is not None and number > most):
            bounds = f"at least {least}" if most is None else f"{least} to {most}"
            raise ArgumentTypeError(f"must be {bounds}, and is {number}")
        return number

    read.__name__ = "number"
    return read


def _is_utf8(word: str) -> bool:
    try:
        word.encode()
    except UnicodeEncodeError:
        return False
    return True
