"""An election as data: ballots, sets, hours, rules, lines, controls.

The shapes of an election file, key by key; ``election_read`` fills them, ``election_check`` tells
whether they fit together. Nothing in the program asks for a ballot by its name.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from precinct_app.domain.sides import Sum

System = Literal["party_list", "single_mandate", "referendum"]
Level = Literal["election", "region", "precinct"]
Form = Literal["opening", "kind", "day", "stack", "turnout"]
Status = Literal["statutory", "verbatim_part", "by_analogy", "app_proposed"]
Stage = Literal[
    "receipt", "eve", "opening", "voting", "before_opening_boxes", "after_opening_boxes"
]
Place = Literal["opening_protocol", "sheet", "annex", "stack_sheet", "turnout_slip"]
Repeat = Literal["", "per_issuing_member", "per_option", "per_portable_box", "per_report_hour"]
Severity = Literal["info", "warn", "error", "error_act"]
Scope = Literal["opening", "kind", "day", "per_issuing_member", "per_portable_box"]
Reading = Literal["", "with_invalid", "without_invalid"]

COUNTED = "counted"


class Words(NamedTuple):
    """A text in Kazakh, Russian and English."""

    kk: str
    ru: str
    en: str


@dataclass(frozen=True, slots=True)
class Colour:
    """The colour of a ballot: ``#RRGGBB`` and its name."""

    hex: str
    name: Words


@dataclass(frozen=True, slots=True)
class Option:
    """A party, a candidate or an answer; its votes are line ``5.<id>`` of the protocol.

    A party's id is its number of the draw, which it keeps where a region has fewer lists.
    """

    id: str
    text: Words


@dataclass(frozen=True, slots=True)
class Ballot:
    """One kind of ballot.

    ``letter`` looks the same in Kazakh and Russian. ``options`` stand in the order of the paper;
    where ``options_from`` is not the election they are what a region or precinct chooses from
    (empty: it brings its own). ``protocol`` is the title of its protocol, ``sent_to`` the
    territorial or the district commission.
    """

    id: str
    letter: str
    colour: Colour
    title: Words
    short: Words
    protocol: Words
    paper: str
    system: System
    options: tuple[Option, ...]
    options_from: Level
    against_all: Words | None
    against_all_from: Level
    sent_to: Literal["TEC", "DEC"]


@dataclass(frozen=True, slots=True)
class BallotSet:
    """Ballots that a voter may be entitled to, under one name."""

    id: str
    title: Words
    ballots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours of voting, local time (art. 38(1)).

    A commission may shift voting inside ``earliest`` and ``latest``. The station opens and the
    boxes are sealed so many minutes before voting (art. 40).
    """

    voting_begins: str
    voting_ends: str
    earliest: str
    latest: str
    station_opens_before: int
    boxes_before: int


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment of the law: local time, days before voting, article."""

    at: str
    days_before: int
    article: str


@dataclass(frozen=True, slots=True)
class Span:
    """A length of the law, in days or hours as its name says, with its article."""

    amount: int
    article: str


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The deadlines that a precinct lives by; the first four are days before voting."""

    list_handed_over_days: Span
    list_shown_days: Span
    ballots_earliest_days: Span
    ballots_latest_days: Span
    certificates_close: Deadline
    outside_applications: Deadline
    count_hours: Span
    posted_days: Span


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Numbers at which the program asks, warns or wants a second person.

    ``list_limit`` voters (art. 23), ``reserve_percent`` of ballots (art. 37(3)), ``alone_minutes``
    for a correction without a witness, ``few_voters`` of a kind at which the secret is in danger.
    """

    list_limit: int
    reserve_percent: int
    voting_age: int
    alone_minutes: int
    own_mistake_exchanges: int
    low_stack_minutes: int
    low_stack_count: int
    few_voters: int
    bundle: int


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules in which elections differ.

    ``never_issue`` are roles (art. 41(5)). ``line4_with_invalid`` chooses the reading of line 4.
    ``quorum`` is a fraction of all members (art. 20(4)). After an early end (art. 38(3))
    ``count_from`` and ``post_from`` say whether count and posting wait for the stated hour.
    """

    never_issue: tuple[str, ...]
    line4_with_invalid: bool
    quorum: tuple[int, int]
    majority_of_all_members: bool
    trip_members: int
    count_from: Literal["actual_end", "stated_end"]
    post_from: Literal["actual_end", "stated_end"]
    numbers_in_words: bool

    @property
    def reading(self) -> Reading:
        """The reading of line 4 that is in force."""
        return "with_invalid" if self.line4_with_invalid else "without_invalid"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a form.

    ``source`` is ``counted`` or the name of a figure. A repeated line stands once per holder:
    ``words`` are then its heading and ``each`` the text of one, with ``{name}`` in it.
    """

    n: str
    form: Form
    words: Words
    each: Words | None
    basis: str
    status: Status
    stage: Stage
    on: Place
    repeat: Repeat
    source: str


@dataclass(frozen=True, slots=True)
class Control:
    """A ratio that must hold: ``left relation right``, and how grave it is.

    ``scope`` says for what it is asked: each kind, the day, each member or portable box of a kind,
    each kind at the opening. ``reading`` ties it to one reading of line 4, empty to both.
    ``relation`` is ``==``, ``<=`` or a named check of ``domain/controls.py``.
    """

    id: str
    title: Words
    left: Sum
    relation: str
    right: Sum
    severity: Severity
    basis: str
    scope: Scope
    reading: Reading


@dataclass(frozen=True, slots=True)
class Election:
    """One election, whole; ``notes`` say what in it is verified and what is not.

    ``utc_offset`` is that of Astana on the day, by which the report hours are reckoned.
    """

    id: str
    date: str
    title: Words
    law: Words
    notes: tuple[str, ...]
    utc_offset: str
    ballots: tuple[Ballot, ...]
    sets: tuple[BallotSet, ...]
    hours: Hours
    report_hours: tuple[str, ...]
    deadlines: Deadlines
    thresholds: Thresholds
    rules: Rules
    lines: tuple[Line, ...]
    controls: tuple[Control, ...]

    @property
    def ballot_ids(self) -> tuple[str, ...]:
        """The ids of all ballots in their order."""
        return tuple([ballot.id for ballot in self.ballots])

    def ballot(self, ballot: str) -> Ballot:
        """Find a ballot by id, or raise KeyError."""
        for found in self.ballots:
            if found.id == ballot:
                return found
        raise KeyError(ballot)

    def entitled(self, ballot_set: str) -> tuple[str, ...]:
        """List the ballots of a set by its id, or of ballots joined by a plus.

        Raises KeyError for any other text.
        """
        for found in self.sets:
            if found.id == ballot_set:
                return found.ballots
        joined = ballot_set.split("+")
        if not set(joined) <= set(self.ballot_ids):
            raise KeyError(ballot_set)
        return tuple([ballot for ballot in self.ballot_ids if ballot in joined])

    def set_of(self, ballots: tuple[str, ...]) -> str:
        """Name a choice of ballots: the set that it is, else the ballots joined by a plus."""
        chosen = tuple([ballot for ballot in self.ballot_ids if ballot in ballots])
        for found in self.sets:
            if found.ballots == chosen:
                return found.id
        return "+".join(chosen)

    def lines_of(self, form: Form) -> tuple[Line, ...]:
        """List the lines of a form in their order."""
        return tuple([line for line in self.lines if line.form == form])

    def controls_of(self, scope: Scope) -> tuple[Control, ...]:
        """List the controls of a scope that are in force under the chosen reading of line 4."""
        known = ("", self.rules.reading)
        return tuple(
            [found for found in self.controls if found.scope == scope and found.reading in known]
        )
