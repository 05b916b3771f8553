"""What several verbs ask for before they say yes."""

from collections.abc import Iterable, Mapping

from precinct_app.domain.accounts import PACK, SAFE, Move, stack
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act
from precinct_app.domain.members import COMMISSION, Member, Role
from precinct_app.domain.precinct import Moment, moment
from precinct_app.domain.typed import tidy
from precinct_app.errors import Reason, Refusal

# An act names some 3,000 ballots or voters; more than this is a mistyped number.
MOST_STATED = 100_000


def require_ballot(day: Day, ballot: str) -> None:
    """Refuse a ballot that this election does not have."""
    if ballot not in day.election.ballot_ids:
        raise Refusal(Reason.BALLOT_UNKNOWN, ballot=ballot)


def require_voter(day: Day, voter: str) -> None:
    """Refuse a voter who is not on the list (arts 24, 41)."""
    if day.voter(voter) is None:
        raise Refusal(Reason.VOTER_UNKNOWN, "41", voter=voter)


def require_member(day: Day, member: str) -> Member:
    """Refuse a member whom the commission does not have."""
    found = day.members.get(member)
    if found is None:
        raise Refusal(Reason.MEMBER_UNKNOWN, member=member)
    return found


def require_issuing(day: Day, act: Act, member: str) -> None:
    """Hold back the chairman and the secretary as issuers (art. 41(5))."""
    found = require_member(day, member)
    if found.role in day.election.rules.never_issue:
        act.hold(Refusal(Reason.NEVER_ISSUES, "41(5)", member=member, role=found.role))
    if found.role not in COMMISSION:
        act.hold(Refusal(Reason.ROLE_WRONG, "20(6)", member=member, role=found.role))
    if not found.serves:
        act.hold(Refusal(Reason.NOT_SERVING, "39(2)", member=member, standing=found.standing))


def require_stack(day: Day, act: Act, issuer: str, ballots: Iterable[str]) -> None:
    """Hold back an issuer who may not issue, is not on duty here, or lacks one of the ballots."""
    require_issuing(day, act, issuer)
    if issuer not in day.duty(act.desk):
        act.hold(Refusal(Reason.NOT_ON_DUTY, member=issuer))
    for ballot in ballots:
        if day.left(ballot, stack(issuer)) < 1:
            act.hold(Refusal(Reason.NOT_ENOUGH, ballot=ballot, left=0, amount=1))


def require_not_before(day: Day, act: Act, hour: Moment, article: str = "38(1)") -> None:
    """Hold back what happens before an hour of the law (art. 38(1) unless stated)."""
    law = moment(day.election, day.precinct, hour)
    if act.happened < law:
        act.hold(Refusal(Reason.TOO_EARLY, article, hour=law.strftime("%H:%M")))


def require_not_announced(day: Day, act: Act, ballots: Iterable[str]) -> None:
    """Hold back what would change figures that were read aloud (art. 43(3-1))."""
    for ballot in ballots:
        if day.kind(ballot).figures:
            act.hold(Refusal(Reason.FIGURES_ANNOUNCED, "43(3-1)", ballot=ballot))


def require_not_after(day: Day, act: Act, hour: Moment, article: str) -> None:
    """Hold back what happens after an hour of the law."""
    law = moment(day.election, day.precinct, hour)
    if act.happened > law:
        act.hold(Refusal(Reason.TOO_LATE, article, hour=law.strftime("%H:%M")))


def require_decision(day: Day, act: Act, number: int) -> str:
    """Name the entry of a decision that carries an act; 0 where there is none, which is held.

    Held back are also a decision that was not adopted and one that was annulled (art. 20(4)).
    """
    if not number:
        act.hold(Refusal(Reason.DECISION_MISSING, "20(4)"))
        return ""
    found = day.decisions.get(number)
    if found is None:
        raise Refusal(Reason.DECISION_UNKNOWN, number=number)
    if not found.carried:
        act.hold(Refusal(Reason.DECISION_NOT_CARRIED, "20(4)", number=number))
    if found.annulled:
        no = Refusal(Reason.DECISION_ANNULLED, "20(4)", number=number, entry=found.annulled)
        act.hold(no)
    return found.entry


def require_entitled(day: Day, act: Act, voter: str, ballots: Iterable[str]) -> None:
    """Hold back a ballot that a voter may not receive here, and say why not."""
    entitled = day.entitled(voter)
    for ballot in ballots:
        if ballot not in entitled:
            act.hold(_why_not(day, voter, ballot))


def _why_not(day: Day, voter: str, ballot: str) -> Refusal:
    if voter in day.struck:
        return Refusal(Reason.VOTER_STRUCK, "25(3)", entry=day.struck[voter].entry)
    if ballot in day.certified(voter):
        blank = day.certificates[voter].blank
        return Refusal(Reason.ON_CERTIFICATE, "41(6-1)", ballot=ballot, blank=blank)
    return Refusal(Reason.BALLOT_NOT_ENTITLED, "41(6-1)", ballot=ballot)


def require_paper(act: Act, paper: str, article: str) -> str:
    """Tidy the name of a paper, and hold back where there is none."""
    if not (paper := tidy(paper)):
        act.hold(Refusal(Reason.PAPER_MISSING, article))
    return paper


def require_present(day: Day, act: Act, *members: str) -> None:
    """Hold back unless one of these members, or the chairman, types or stands by."""
    chairmen = {chairman.id for chairman in day.bearers(Role.CHAIRMAN)}
    if not {*members, *chairmen} & {act.by, act.witness}:
        act.hold(Refusal(Reason.NOT_PRESENT, member=members[0]))


def moves_of(
    day: Day, act: Act, amounts: Mapping[str, int], source: str, target: str
) -> tuple[Move, ...]:
    """Turn amounts into moves, or refuse what is unknown, not positive or not there."""
    require_amounts(day, act, amounts, source)
    return tuple(Move(ballot, source, target, count) for ballot, count in amounts.items())


def moves_out_of_safe(
    day: Day, act: Act, amounts: Mapping[str, int], target: str
) -> tuple[Move, ...]:
    """Turn amounts into moves out of the safe, the oldest pack first.

    Holds back what would come out of a pack that nobody counted, or of a member's envelope.
    """
    require_amounts(day, act, amounts, SAFE)
    closed = day.closed_packs()
    moves = []
    for ballot, count in amounts.items():
        wanted = count
        for holder, held in sorted(day.accounts.safe_packs(ballot), key=lambda p: p[0] in closed):
            if taken := min(held, wanted):
                if holder in closed:
                    act.hold(Refusal(Reason.PACK_SEALED, pack=holder.removeprefix(PACK)))
                moves.append(Move(ballot, holder, target, taken))
                wanted -= taken
        if wanted:
            # A record of what happened may take more than the journal knows of.
            moves.append(Move(ballot, SAFE, target, wanted))
    return tuple(moves)


def require_countable(amount: int) -> None:
    """Refuse a number of an act that no precinct could have received."""
    if amount > MOST_STATED:
        raise Refusal(Reason.AMOUNT_TOO_LARGE, amount=amount, most=MOST_STATED)


def require_amounts(day: Day, act: Act, amounts: Mapping[str, int], holder: str) -> None:
    """Refuse amounts that are unknown or not positive; hold back more than the holder has."""
    if not amounts:
        raise Refusal(Reason.NOTHING_CHOSEN)
    for ballot, count in amounts.items():
        require_ballot(day, ballot)
        if count <= 0:
            raise Refusal(Reason.AMOUNT_WRONG, amount=count)
        left = day.left(ballot, holder)
        if left < count:
            act.hold(Refusal(Reason.NOT_ENOUGH, ballot=ballot, left=left, amount=count))
