"""Say no in three ways: the rules, the world, our bug."""

import errno
from enum import StrEnum
from pathlib import Path

from precinct_app.reasons import Reason

__all__ = [
    "ElectionError",
    "ListError",
    "ListFault",
    "Reason",
    "Refusal",
    "Saying",
    "StoreError",
    "Trouble",
    "is_full",
    "unplaced",
]

# A quota that is used up and a limit of the system are a full disk to whoever writes.
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class Trouble(StrEnum):
    """What the disk or the file did; each has a sentence in three languages."""

    CHAIN_BROKEN = "chain_broken"
    CUT = "cut"
    DAMAGED = "damaged"
    DISK_FULL = "disk_full"
    ELECTION_DAMAGED = "election_damaged"
    EMPTY = "empty"
    EXISTS = "exists"
    HALF_TAKEN_OVER = "half_taken_over"
    MISSING = "missing"
    NEWER_PROGRAM = "newer_program"
    NO_COPY = "no_copy"
    NO_FOLDER = "no_folder"
    NO_ROOM = "no_room"
    NOT_A_DAY = "not_a_day"
    NOT_ANOTHERS = "not_anothers"
    NOT_PLACED = "not_placed"
    NOT_TAKEN_OVER = "not_taken_over"
    NOT_BROUGHT_IN = "not_brought_in"
    NOT_COPIED = "not_copied"
    NOT_KNOWN = "not_known"
    NOT_RECORDED = "not_recorded"
    NOT_REMEMBERED = "not_remembered"
    FORKED = "forked"
    LOG_WAITS = "log_waits"
    OLDER_COPY = "older_copy"
    OTHER_LAPTOP = "other_laptop"
    OUT_OF_REACH = "out_of_reach"
    PDF = "pdf"
    PLAIN_SQLITE = "plain_sqlite"
    READ_ONLY = "read_only"
    RECOVERY_MISTYPED = "recovery_mistyped"
    SECOND_PLACE_AWAY = "second_place_away"
    SECOND_PLACE_FULL = "second_place_full"
    SECOND_PLACE_SAME = "second_place_same"
    SECOND_PLACE_UNFIT = "second_place_unfit"
    SECOND_WRITER = "second_writer"
    SEVERAL_COPIES = "several_copies"
    SPREADSHEET = "spreadsheet"
    WRONG_KEY = "wrong_key"


class ListFault(StrEnum):
    """Why a list file is refused as a whole."""

    CANCELLED = "cancelled"
    DAMAGED = "damaged"
    EMPTY = "empty"
    MISSING = "missing"
    NO_COLUMNS = "no_columns"
    NO_VOTER = "no_voter"
    NOT_A_LIST = "not_a_list"
    OTHER_SPREADSHEET = "other_spreadsheet"
    PASSWORD = "password"
    PAGES_WRONG = "pages_wrong"
    REJECTED_ROWS = "rejected_rows"
    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"


class Saying(Exception):
    """A no that has a sentence for the clerk.

    ``facts`` fill the sentence: ids, numbers, file names; never a name or an IIN.
    """

    def __init__(self, reason: StrEnum, **facts: str | int) -> None:
        super().__init__(str(reason), facts)
        self.reason = reason
        self.facts = facts


class Refusal(Saying):
    """The rules say no; nothing has changed. ``article`` is the law's, where it has one.

    ``gate`` marks a no to an act that is still to come: once it has happened, it can be recorded.
    """

    def __init__(self, reason: Reason, article: str = "", **facts: str | int) -> None:
        super().__init__(reason, **facts)
        self.article = article
        self.gate = False


class StoreError(Saying):
    """The disk or the file says no."""

    def __init__(self, reason: Trouble, **facts: str | int) -> None:
        super().__init__(reason, **facts)


def is_full(error: OSError) -> bool:
    """Tell whether the system had no room to write."""
    return error.errno in _FULL


def unplaced(error: OSError, path: Path) -> StoreError:
    """Say why a new file could not be put at its place."""
    if isinstance(error, FileExistsError):
        return StoreError(Trouble.EXISTS, file=path.name)
    if not path.parent.is_dir():
        return StoreError(Trouble.NO_FOLDER, folder=str(path.parent))
    if is_full(error):
        return StoreError(Trouble.NO_ROOM, file=path.name)
    return StoreError(Trouble.NOT_PLACED, file=path.name)


class ListError(Saying):
    """A list file is refused as a whole; nothing was loaded."""

    def __init__(self, reason: ListFault, **facts: str | int) -> None:
        super().__init__(reason, **facts)


class ElectionError(Exception):
    """An election file breaks its schema: file, key and fault."""

    def __init__(self, file: str, key: str, fault: str) -> None:
        super().__init__(f"{file}: {key}: {fault}")
        self.file, self.key, self.fault = file, key, fault
