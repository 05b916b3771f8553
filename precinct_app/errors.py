"""Say no in three ways: the rules, the world, our bug."""

import errno
from enum import StrEnum
from pathlib import Path

# A quota that is used up and a limit of the system are a full disk to whoever writes.
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class Reason(StrEnum):
    """Why the rules refuse; each has a sentence in three languages."""

    ADDRESSEES_DIFFER = "addressees_differ"
    ALREADY_APPLIED = "already_applied"
    ALREADY_CANCELLED = "already_cancelled"
    ALREADY_ISSUED = "already_issued"
    ALREADY_CORRECTED = "already_corrected"
    ALREADY_NAMED = "already_named"
    ALREADY_SIGNED = "already_signed"
    AMOUNT_TOO_LARGE = "amount_too_large"
    AMOUNT_WRONG = "amount_wrong"
    ANOTHER_MEMBER = "another_member"
    BAD_ARGUMENT = "bad_argument"
    BAG_NOT_COUNTED = "bag_not_counted"
    BAG_TOO_SMALL = "bag_too_small"
    BALLOT_NOT_ENTITLED = "ballot_not_entitled"
    BALLOT_NOT_RECEIVED = "ballot_not_received"
    BALLOT_UNKNOWN = "ballot_unknown"
    BLANKS_DIFFER = "blanks_differ"
    BLANKS_SHORT = "blanks_short"
    BLANK_USED = "blank_used"
    BOX_AWAY = "box_away"
    BOX_CLOSED = "box_closed"
    BOX_IN_USE = "box_in_use"
    BOX_KNOWN = "box_known"
    BOX_MISSING = "box_missing"
    BOX_NOT_PORTABLE = "box_not_portable"
    BOX_NOT_SEALED = "box_not_sealed"
    BOX_OPEN = "box_open"
    BOX_OPENED = "box_opened"
    BOX_UNCOUNTED = "box_uncounted"
    BOX_UNDECIDED = "box_undecided"
    BOX_UNFIT = "box_unfit"
    BOX_UNKNOWN = "box_unknown"
    CANCELLED_LATE = "cancelled_late"
    CAUSE_NOT_LISTED = "cause_not_listed"
    CAUSE_UNKNOWN = "cause_unknown"
    CERTIFICATE_STANDS = "certificate_stands"
    CERTIFICATE_UNKNOWN = "certificate_unknown"
    CERTIFICATE_USED = "certificate_used"
    CHAIRMAN_UNSIGNED = "chairman_unsigned"
    CLOSING_BEGUN = "closing_begun"
    CONTENT_UNKNOWN = "content_unknown"
    CONTROL_BROKEN = "control_broken"
    CONTROL_UNKNOWN = "control_unknown"
    CORRECTION_LATE = "correction_late"
    COUNT_AGAIN = "count_again"
    COUNT_BEGUN = "count_begun"
    COUNT_TOO_LONG = "count_too_long"
    CREW_TOO_SMALL = "crew_too_small"
    DAY_CLOSED = "day_closed"
    DECISION_ANNULLED = "decision_annulled"
    DECISION_MISSING = "decision_missing"
    DECISION_NOT_CARRIED = "decision_not_carried"
    DECISION_UNKNOWN = "decision_unknown"
    DEVIATION_UNKNOWN = "deviation_unknown"
    ENDING_UNKNOWN = "ending_unknown"
    ENTRY_UNKNOWN = "entry_unknown"
    ENVELOPE_TAKEN = "envelope_taken"
    EXCHANGED_SINCE = "exchanged_since"
    FEW_VOTERS = "few_voters"
    FIGURES_ANNOUNCED = "figures_announced"
    FIGURES_MOVED = "figures_moved"
    FILE_NOT_EMPTY = "file_not_empty"
    FROM_A_BAG = "from_a_bag"
    GROUND_UNKNOWN = "ground_unknown"
    HANDED_IN = "handed_in"
    HANDOVER_CLOSED = "handover_closed"
    HAPPENED_LATER = "happened_later"
    HOLDER_LEFT_OUT = "holder_left_out"
    HOLDER_UNKNOWN = "holder_unknown"
    HOUR_UNKNOWN = "hour_unknown"
    INCIDENT_UNKNOWN = "incident_unknown"
    INSIDE_SERVED = "inside_served"
    ISSUED_SINCE = "issued_since"
    ITEM_UNKNOWN = "item_unknown"
    JOURNEY_UNKNOWN = "journey_unknown"
    LEADER_NEEDED = "leader_needed"
    LINE_MISSING = "line_missing"
    LISTS_DIFFER = "lists_differ"
    LIST_ACT_MISSING = "list_act_missing"
    LIST_DIFFERS = "list_differs"
    MARKED_ALREADY = "marked_already"
    MEMBER_AWAY = "member_away"
    MEMBER_KNOWN = "member_known"
    MEMBER_UNKNOWN = "member_unknown"
    NEVER_ISSUES = "never_issues"
    NOTHING_DIFFERS = "nothing_differs"
    NOTHING_TO_EXPLAIN = "nothing_to_explain"
    NOT_ALL_SERVED = "not_all_served"
    NOT_ANNOUNCED = "not_announced"
    NOT_AN_ISSUE = "not_an_issue"
    NOT_APPLIED = "not_applied"
    NOT_A_COMPLAINT = "not_a_complaint"
    NOT_CANCELLED = "not_cancelled"
    NOT_CERTIFIED = "not_certified"
    NOT_COUNTED = "not_counted"
    NOT_ENOUGH = "not_enough"
    NOT_HANDED_IN = "not_handed_in"
    NOT_MENDED = "not_mended"
    NOT_OF_TRIP = "not_of_trip"
    NOT_ON_DUTY = "not_on_duty"
    NOT_ON_TRIP = "not_on_trip"
    NOT_PORTABLE = "not_portable"
    NOT_POSTED = "not_posted"
    NOT_PRESENT = "not_present"
    NOTHING_CHOSEN = "nothing_chosen"
    NOTHING_TO_LIFT = "nothing_to_lift"
    NOT_SENT_BACK = "not_sent_back"
    NOT_SERVING = "not_serving"
    NOT_SIGNED = "not_signed"
    NOT_SUSPENDED = "not_suspended"
    NOT_WRITTEN = "not_written"
    NO_BOX_OPEN = "no_box_open"
    NO_MORE_THAN_SIGNED = "no_more_than_signed"
    NO_QUORUM = "no_quorum"
    NO_SUCH_PACK = "no_such_pack"
    ON_CERTIFICATE = "on_certificate"
    ON_TRIP = "on_trip"
    OPENING_INCOMPLETE = "opening_incomplete"
    OPTION_LEFT_OUT = "option_left_out"
    OPTION_UNKNOWN = "option_unknown"
    OUT_OF_TURN = "out_of_turn"
    PACK_SEALED = "pack_sealed"
    PACK_UNKNOWN = "pack_unknown"
    PAPER_MISSING = "paper_missing"
    PASSPHRASE_DIFFERS = "passphrase_differs"
    PASSPHRASE_MISSING = "passphrase_missing"
    PERSON_KEPT_OUT = "person_kept_out"
    PERSON_KIND_UNKNOWN = "person_kind_unknown"
    PERSON_UNKNOWN = "person_unknown"
    PHASE_WRONG = "phase_wrong"
    PIN_DIFFERS = "pin_differs"
    PIN_MISSING = "pin_missing"
    PIN_SHAPE = "pin_shape"
    PIN_WAIT = "pin_wait"
    PIN_WRONG = "pin_wrong"
    PLACE_TAKEN = "place_taken"
    PORTABLE_FIRST = "portable_first"
    PRECINCT_DIFFERS = "precinct_differs"
    REASON_MISSING = "reason_missing"
    RECOUNTED = "recounted"
    RECOVERY_NEEDED = "recovery_needed"
    RESEAL_LATE = "reseal_late"
    RESULTS_MISSING = "results_missing"
    RESULT_STATED = "result_stated"
    RESULT_UNCLEAR = "result_unclear"
    ROLE_UNKNOWN = "role_unknown"
    ROLE_WRONG = "role_wrong"
    SAFE_NOT_SEALED = "safe_not_sealed"
    SAME_MEMBER = "same_member"
    SAME_VOTER = "same_voter"
    SEAL_BROKEN = "seal_broken"
    SEAL_MISSING = "seal_missing"
    SECOND_EXCHANGE = "second_exchange"
    SHEETS_DIFFER = "sheets_differ"
    SIGNATURES_UNCOUNTED = "signatures_uncounted"
    SIGNER_STAYS = "signer_stays"
    SLIP_UNKNOWN = "slip_unknown"
    STATIONARY_UNCOUNTED = "stationary_uncounted"
    STRIKE_CAUSE_UNKNOWN = "strike_cause_unknown"
    SUSPENDED = "suspended"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    TOO_MANY_VOTES = "too_many_votes"
    TRANSFER_DIFFERS = "transfer_differs"
    TRIP_CAUSE_UNKNOWN = "trip_cause_unknown"
    TRIP_LEFT = "trip_left"
    TRIP_NOT_OUT = "trip_not_out"
    TRIP_OUT = "trip_out"
    TRIP_UNKNOWN = "trip_unknown"
    TURNOUT_FELL = "turnout_fell"
    UNKNOWN_VERB = "unknown_verb"
    TOO_MANY_ON_DUTY = "too_many_on_duty"
    UNUSED_DIFFERS = "unused_differs"
    UNUSED_UNCOUNTED = "unused_uncounted"
    VOTER_KNOWN = "voter_known"
    VOTER_NOT_STRUCK = "voter_not_struck"
    VOTER_SERVED = "voter_served"
    VOTER_STRUCK = "voter_struck"
    VOTER_UNKNOWN = "voter_unknown"
    VOTES_WRONG = "votes_wrong"
    WATCHERS_NOT_TOLD = "watchers_not_told"
    WITNESS_MISSING = "witness_missing"
    WITNESS_SAME = "witness_same"


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
    SECOND_WRITER = "second_writer"
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
