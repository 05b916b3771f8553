"""A day file for a command: its passphrase, or its recovery sheet."""

import getpass
import os
from argparse import Namespace

from precinct_app.desk import Desk, note_recovery, this_laptop, unlock, unlock_by_sheet
from precinct_app.errors import Reason, Refusal


def secret(name: str, question: str) -> str:
    """Take a secret from the surroundings, or ask for it; refuse where nobody can answer."""
    try:
        return os.environ.get(name) or getpass.getpass(question)
    except EOFError as error:
        raise Refusal(Reason.PASSPHRASE_MISSING) from error


def passphrase() -> str:
    """Take the passphrase of a file."""
    return secret("PRECINCT_PASSPHRASE", "Passphrase: ")


def desk_of(given: Namespace) -> Desk:
    """Open the file of a command for reading, by passphrase or by recovery sheet.

    The use of the recovery sheet is an entry of the file, where the file can be written.
    """
    if not given.recovery:
        return Desk(given.file, unlock(given.file, passphrase()), this_laptop())
    sheet = secret("PRECINCT_RECOVERY", "Recovery sheet: ")
    desk = Desk(given.file, unlock_by_sheet(given.file, sheet), this_laptop())
    if desk.hindrance is None:
        desk.start_writing()
        note_recovery(desk)
    return desk
