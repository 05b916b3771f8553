"""Accounts of a kind, invented: everything that can happen to a paper, in any order."""

from collections.abc import Callable, Mapping
from functools import cache
from random import Random

from precinct_app.domain.accounts import SAFE, stack
from precinct_app.domain.entry import Entry
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import (
    corrections,
    envelopes,
    handover,
    issuing,
    losses,
    opening,
    spoiled,
    stock,
    unused,
)
from precinct_app.errors import Refusal
from tests.day import morning
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    DEPUTY,
    ERLAN,
    EVENING,
    GREEN,
    MORNING,
    OLGA,
    SECRETARY,
    Table,
)

MEMBERS = (CHAIRMAN, SECRETARY, DEPUTY, ERLAN, OLGA)
ISSUERS = (DEPUTY, ERLAN, OLGA)
VOTERS = tuple(str(n) for n in range(1, 31))
KINDS = (BLUE, GREEN)
EVENTS = 40


@cache
def _morning() -> Table:
    table = morning.set_up(morning.listed(len(VOTERS)), MEMBERS)
    morning.receive(table, 40)
    morning.hand_out(table, dict.fromkeys(ISSUERS, 8))
    table.now = MORNING
    table.do(CHAIRMAN, opening.open_voting, "214", "не всё готово")
    return table


class Account:
    """One invented day of thirty voters; ``happened`` counts what the rules let happen."""

    def __init__(self, seed: int) -> None:
        day = _morning().day
        self.table = Table(replay(day.election, day.roll, day.entries), MORNING)
        self.happened: dict[str, int] = {}
        self._draw = Random(seed)

    def play(self) -> Table:
        """Let forty things happen, then count and cancel what was not used."""
        steps = list(STEPS)
        weights = [8 if step == "issue" else 1 for step in steps]
        for step in self._draw.choices(steps, weights, k=EVENTS):
            try:
                STEPS[step](self)
            except Refusal:
                continue
            self.happened[step] = self.happened.get(step, 0) + 1
        self.table.now = EVENING
        self.table.do(CHAIRMAN, opening.end_voting)
        for ballot in KINDS:
            self._cancel(ballot)
        return self.table

    def _some(self, most: int = 3) -> Mapping[str, int]:
        return {self._draw.choice(KINDS): self._draw.randint(1, most)}

    def _issuer(self) -> str:
        return self._draw.choice(ISSUERS)

    def _holder(self) -> str:
        return self._draw.choice(("", *ISSUERS))

    def _held(self) -> tuple[str, str]:
        """Choose a voter and a kind, mostly one that he has in his hand."""
        holdings = self.table.day.holdings
        held = [(one, kind) for one in holdings for kind in KINDS if holdings[one].in_hand(kind)]
        return self._draw.choice([*held, (VOTERS[0], BLUE)])

    def _issue(self) -> Entry:
        given = self._draw.choice(((BLUE,), (GREEN,), KINDS))
        voter = self._draw.choice(VOTERS)
        entry: Entry = self.table.do(SECRETARY, issuing.issue_ballots, voter, given, self._issuer())
        return entry

    def _exchange(self) -> None:
        cause = self._draw.choice([*spoiled.Cause])
        spoilt = (*self._held(), self._issuer(), cause)
        self.table.do(SECRETARY, spoiled.exchange_ballot, *spoilt, "так решил председатель")

    def _return(self) -> None:
        self.table.do(SECRETARY, spoiled.return_ballot, *self._held())

    def _take_back(self) -> None:
        entry, damaged = self._issue(), self._draw.random() < 0.5
        back = (corrections.take_back, entry.id, "voter_left")
        self.table.do(SECRETARY, *back, damaged=damaged, witness=CHAIRMAN)

    def _charge(self) -> None:
        entry, other = self._issue(), self._issuer()
        charge = (corrections.charge_to_another, entry.id, other, "wrong_member")
        self.table.do(SECRETARY, *charge, witness=CHAIRMAN)

    def _move_mark(self) -> None:
        entry = self._issue()
        mark = (corrections.move_mark, entry.id, self._draw.choice(VOTERS), "namesake")
        self.table.do(SECRETARY, *mark, witness=CHAIRMAN)

    def _receive(self) -> None:
        stated = self._draw.randint(5, 9)
        counted = self._draw.choice((None, stated, stated - 1, stated + 1))
        ballot = self._draw.choice(KINDS)
        entry = self.table.do(CHAIRMAN, stock.receive_ballots, ballot, stated, counted, "№ 2")
        if counted is None:
            counted = stated + self._draw.randint(-1, 1)
            self.table.do(CHAIRMAN, stock.count_pack, entry.id, counted, "акт № 3")

    def _hand_out(self) -> None:
        self.table.do(CHAIRMAN, stock.hand_out_ballots, self._issuer(), self._some())

    def _put_in_safe(self) -> None:
        issuer = self._issuer()
        self.table.do(issuer, stock.put_in_safe, issuer, self._some())

    def _hand_over(self) -> None:
        giver, taker = self._issuer(), self._issuer()
        way = self.table.do(giver, handover.hand_over_ballots, giver, taker, self._some())
        settle = self._draw.choice((handover.take_ballots, handover.call_off_handover))
        self.table.do(taker if settle is handover.take_ballots else giver, settle, way.id)

    def _envelope(self) -> None:
        issuer = self._issuer()
        entry = self.table.do(issuer, envelopes.seal_stack, issuer, "0044")
        self.table.do(issuer, envelopes.take_envelope, entry.id)

    def _damage(self) -> None:
        issuer = self._issuer()
        self.table.do(issuer, losses.damage_ballots, issuer, self._some(1), "порвал")

    def _withdraw(self) -> None:
        stated = (self._some(), "акт № 4", "брак печати", self._holder())
        self.table.do(CHAIRMAN, losses.withdraw_ballots, *stated)

    def _send_back(self) -> None:
        self.table.do(CHAIRMAN, losses.send_back_ballots, self._some(), "приказ № 1", "в ТИК")

    def _miss(self) -> None:
        stated = (self._some(1), "акт № 5", "не хватает", self._holder())
        entry = self.table.do(CHAIRMAN, losses.state_missing, *stated, witness=SECRETARY)
        if self._draw.random() < 0.3:
            found = (losses.take_back_loss, entry.id, "нашлись")
            self.table.do(CHAIRMAN, *found, witness=SECRETARY)

    def _find(self) -> None:
        stated = (self._some(1), "акт № 6", "лишние", self._holder())
        self.table.do(CHAIRMAN, losses.state_surplus, *stated, witness=SECRETARY)

    def _cancel(self, ballot: str) -> None:
        """Count, now and then a paper off somewhere, which is settled by act; then cancel."""
        table, found = self.table, self.table.day.accounts.unused(ballot)
        off = self._draw.choice((0, 0, -1, 1))
        holder = self._draw.choice([SAFE, *map(stack, ISSUERS)])
        counted = {**found, holder: max(0, found.get(holder, 0) + off)}
        table.do(ERLAN, unused.count_unused, ballot, counted)
        if counted[holder] != found.get(holder, 0):
            again = (unused.count_unused_again, ballot, {holder: counted[holder]})
            table.do(OLGA, *again)
            act = (unused.settle_unused, ballot, holder, "not_known", "акт № 7")
            table.do(CHAIRMAN, *act, witness=OLGA)
        table.do(CHAIRMAN, unused.cancel_ballots, ballot, witness=ERLAN)


STEPS: Mapping[str, Callable[[Account], object]] = {
    "issue": Account._issue,
    "exchange": Account._exchange,
    "return": Account._return,
    "take_back": Account._take_back,
    "charge": Account._charge,
    "move_mark": Account._move_mark,
    "receive": Account._receive,
    "hand_out": Account._hand_out,
    "put_in_safe": Account._put_in_safe,
    "hand_over": Account._hand_over,
    "envelope": Account._envelope,
    "damage": Account._damage,
    "withdraw": Account._withdraw,
    "send_back": Account._send_back,
    "miss": Account._miss,
    "find": Account._find,
}
