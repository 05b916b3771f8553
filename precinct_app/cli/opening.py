"""A day file for a command: its passphrase, or its recovery sheet."""

import getpass
import os
import sys
import warnings
from argparse import Namespace
from pathlib import Path

from precinct_app.cli.answer import language
from precinct_app.desk import Desk, note_recovery, this_laptop, unlock, unlock_by_sheet
from precinct_app.errors import Reason, Refusal, StoreError, Trouble
from precinct_app.texts import text

PASSPHRASE = "PRECINCT_PASSPHRASE"  # noqa: S105 - a name


def desk_of(given: Namespace, path: Path | None = None) -> Desk:
    """Open the file of a command for reading, by passphrase or by recovery sheet.

    The use of the recovery sheet is an entry of the file, where the file can be written.
    """
    file = path or given.file
    _require_file(file)
    if not given.recovery:
        return Desk(file, unlock(file, passphrase_of(given, file.name)), this_laptop())
    sheet = recovery_of(given, file.name)
    desk = Desk(file, unlock_by_sheet(file, sheet), this_laptop())
    if desk.hindrance is None:
        _record(desk)
    return desk


def new_passphrase(given: Namespace) -> str:
    """Take the passphrase of a file that is to be made; whoever types it types it twice."""
    spoken = language(given.language)
    return _passphrase(
        text(spoken, "prompt", "passphrase", file=given.file.name),
        text(spoken, "prompt", "again"),
    )


def passphrase_of(given: Namespace, file: str) -> str:
    """Take the passphrase of a file that is named."""
    return _passphrase(text(language(given.language), "prompt", "passphrase", file=file))


def recovery_of(given: Namespace, file: str) -> str:
    """Take the key of the recovery sheet of a file that is named."""
    question = text(language(given.language), "prompt", "recovery", file=file)
    return secret("PRECINCT_RECOVERY", question)


def secret(name: str, question: str, again: str = "") -> str:
    """Take a secret from the surroundings, or ask for it; empty where nobody answers."""
    found = os.environ.get(name) or _ask(question, again)
    try:
        found.encode()
    except UnicodeEncodeError as error:
        raise Refusal(Reason.BAD_ARGUMENT, argument=name) from error
    return found


def _passphrase(question: str, again: str = "") -> str:
    if found := secret(PASSPHRASE, question, again):
        return found
    raise Refusal(Reason.PASSPHRASE_MISSING)


def _ask(question: str, again: str) -> str:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)
            found = getpass.getpass(f"{question}: ")
            if again and getpass.getpass(f"{again}: ") != found:
                raise Refusal(Reason.PASSPHRASE_DIFFERS)
    except getpass.GetPassWarning:
        # No terminal to ask at: a script may hand the secret in.
        # Its lines are read as bytes, so that a script may follow on the same stream.
        return sys.stdin.buffer.readline().decode(errors="surrogateescape").rstrip("\r\n")
    except EOFError:
        return ""
    return found


def _require_file(path: Path) -> None:
    """Refuse what is not there or is a folder before anybody types a passphrase."""
    if path.is_dir():
        raise StoreError(Trouble.NOT_A_DAY, file=path.name)
    if not path.exists():
        raise StoreError(Trouble.MISSING, file=path.name)


def _record(desk: Desk) -> None:
    try:
        desk.start_writing()
    except StoreError as error:
        if error.reason is not Trouble.READ_ONLY:
            raise
        # On a protected disk there is nothing to do but look.
        return
    note_recovery(desk)
