"""A commission at its desks that does what comes to its mind."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from precinct_app.domain.accounts import stack
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Entry
from precinct_app.domain.fold import VERBS
from precinct_app.domain.members import COMMISSION as VOTING_MEMBERS
from precinct_app.domain.parts import (
    access,
    catching_up,
    corrections,
    envelopes,
    handover,
    issuing,
    losses,
    opening,
    receipts,
    setup,
    spoiled,
    stock,
)
from precinct_app.domain.parts.spoiled import Cause
from precinct_app.domain.phases import Phase
from precinct_app.errors import Refusal
from tests.domain.days import (
    AINUR,
    CHAIRMAN,
    COMMISSION,
    DEPUTY,
    ERLAN,
    EVENING,
    MORNING,
    OLGA,
    SECRETARY,
    Table,
)
from tests.domain.machines.asking import KINDS, Asking, one_of, some_amounts, some_ballots

TAKE, MOVE, CHARGE = corrections.take_back, corrections.move_mark, corrections.charge_to_another


def standing(day: Day) -> list[str]:
    """List the entries that a correction could answer."""
    return [entry for entry, handing in day.handings.items() if handing.ballots]


class Commission(RuleBasedStateMachine):
    """Plays whole days; who plays them says at which desk, and what must hold."""

    def desk(self, draw: Any, /) -> Table:
        raise NotImplementedError

    def recorded(self, table: Table, entry: Entry, /) -> None:
        raise NotImplementedError

    def ask(self, table: Table, by: str, verb: Any, *args: Any, **named: Any) -> Entry | None:
        """Act, or be refused; a refusal leaves the journal as it was."""
        before = list(table.day.entries)
        try:
            entry: Entry = table.do(by, verb, *args, **named)
        except Refusal:
            assert table.day.entries == before
            return None
        self.recorded(table, entry)
        return entry

    def come(self, table: Table, *members: str) -> None:
        """Let members come on duty who are not."""
        for member in members:
            if member not in table.day.duty(table.desk):
                self.ask(table, member, access.sign_in)

    @rule(data=st.data(), verb=st.sampled_from(sorted(VERBS)))
    def ask_anything(self, data, verb):
        table = self.desk(data.draw)
        asking = Asking(data.draw, table)
        self.ask(
            table,
            asking.by(),
            VERBS[verb],
            witness=asking.witness(),
            happened=asking.happened(),
            **asking.arguments(verb),
        )

    @rule(data=st.data())
    def serve(self, data):
        table = self.desk(data.draw)
        free = [voter for voter in table.day.roll.voters if not table.day.has_received(voter)]
        voter = one_of(data.draw, free or list(table.day.roll.voters))
        ballots = [ballot for ballot in KINDS if ballot in table.day.entitled(voter)]
        issuer = one_of(data.draw, _issuers(table))
        self.come(table, SECRETARY, issuer)
        if not data.draw(st.integers(0, 4)):
            verb = data.draw(st.sampled_from((issuing.decline_ballots, issuing.defer_ballots)))
            self.ask(table, SECRETARY, verb, voter, some_ballots(data.draw, ballots))
        wanted = some_ballots(data.draw, ballots)
        self.ask(table, issuer, issuing.issue_ballots, voter, wanted, issuer)

    @rule(data=st.data())
    def spoil(self, data):
        table = self.desk(data.draw)
        voter = one_of(data.draw, _served(table.day) or ["1"])
        self.take_in(table, data.draw, voter, one_of(data.draw, KINDS))

    @rule(data=st.data())
    def spoil_and_correct(self, data):
        """Let one ballot go to and fro, and correct one of its entries."""
        table = self.desk(data.draw)
        if not (entries := standing(table.day)):
            return
        found = table.day.handings[one_of(data.draw, entries)]
        for _ in range(data.draw(st.integers(1, 3))):
            self.take_in(table, data.draw, found.voter, found.ballots[0])
        self.correct_one(table, data.draw, one_of(data.draw, standing(table.day)[-4:]))

    def take_in(self, table: Table, draw: Any, voter: str, ballot: str) -> None:
        issuer = one_of(draw, _issuers(table))
        self.come(table, CHAIRMAN, issuer)
        if not draw(st.integers(0, 3)):
            self.ask(table, issuer, spoiled.return_ballot, voter, ballot)
            return
        cause = one_of(draw, list(Cause))
        self.ask(table, CHAIRMAN, spoiled.exchange_ballot, voter, ballot, issuer, cause, "просит")

    @rule(data=st.data())
    def correct(self, data):
        table = self.desk(data.draw)
        if entries := standing(table.day):
            self.correct_one(table, data.draw, one_of(data.draw, entries[-6:]))

    def correct_one(self, table: Table, draw: Any, entry: str) -> None:
        found = table.day.handings[entry]
        by = found.issuer or SECRETARY
        self.come(table, by)
        rows = [voter for voter in table.day.roll.voters if voter != found.voter]
        others = [one for one in (DEPUTY, ERLAN, OLGA, AINUR) if one != found.issuer]
        verb = one_of(draw, (TAKE, MOVE, CHARGE))
        args = {TAKE: (), MOVE: (one_of(draw, rows),), CHARGE: (one_of(draw, others),)}[verb]
        alone = draw(st.booleans())
        reason = "wrong_key" if alone else "так решили"
        self.ask(table, by, verb, entry, *args, reason, witness="" if alone else CHAIRMAN)

    @rule(data=st.data())
    def record_a_breach(self, data):
        if data.draw(st.integers(0, 2)):
            return
        table = self.desk(data.draw)
        voter, issuer = Asking(data.draw, table).voter(), one_of(data.draw, _issuers(table))
        ballots = some_ballots(data.draw)
        record = issuing.issue_ballots.recorded("акт № 1", "было на бумаге")
        self.come(table, CHAIRMAN)
        self.ask(table, CHAIRMAN, record, voter, ballots, issuer, witness=SECRETARY)

    @rule(data=st.data())
    def carry_ballots(self, data):
        table = self.desk(data.draw)
        asking = Asking(data.draw, table)
        one, other = (one_of(data.draw, _issuers(table)) for _ in range(2))
        amounts = some_amounts(data.draw)
        self.come(table, CHAIRMAN)
        packs = list(table.day.sealed_packs)
        ways = [name for name, found in table.day.handovers.items() if found.open]
        verb, args = one_of(
            data.draw,
            [
                (stock.receive_ballots, (one_of(data.draw, KINDS), 5, data.draw(COUNTED))),
                (stock.hand_out_ballots, (one, amounts)),
                (stock.put_in_safe, (one, amounts)),
                (handover.hand_over_ballots, (one, other, amounts)),
                *((stock.count_pack, (pack, asking.stated())) for pack in packs),
                *((handover.take_ballots, (way,)) for way in ways),
                *((handover.call_off_handover, (way,)) for way in ways),
            ],
        )
        self.ask(table, CHAIRMAN, verb, *args)

    @rule(data=st.data())
    def lose_and_find(self, data):
        """State a loss or a surplus, take it back, put a receipt right, catch up from paper."""
        table = self.desk(data.draw)
        asking = Asking(data.draw, table)
        holder, amounts = one_of(data.draw, ["", *_issuers(table)]), some_amounts(data.draw)
        act = (amounts, "акт № 1", "слиплись")
        self.come(table, CHAIRMAN)
        free = [voter for voter in table.day.roll.voters if not table.day.has_received(voter)]
        verb, args = one_of(
            data.draw,
            [
                (losses.withdraw_ballots, (*act, holder)),
                (losses.send_back_ballots, act),
                (losses.state_missing, (*act, holder)),
                (losses.state_surplus, (*act, holder)),
                (envelopes.seal_stack, (holder, "подпись")),
                *((losses.take_back_loss, (entry, "не те")) for entry in table.day.losses),
                *((envelopes.take_envelope, (entry,)) for entry in table.day.envelopes),
                *((receipts.correct_receipt, (pack, asking.stated(), "описка", 5))
                  for pack in table.day.receipts),
                (catching_up.record_paper_issues,
                 ("7", holder, some_ballots(data.draw), tuple(free[:2]), "07:00", "07:00")),
            ],
        )  # fmt: skip
        self.ask(table, CHAIRMAN, verb, *args, witness=SECRETARY)

    @rule(data=st.data())
    def come_and_go(self, data):
        table = self.desk(data.draw)
        member = one_of(data.draw, list(COMMISSION))
        name, role = COMMISSION[member]
        verb, args = one_of(
            data.draw,
            (
                (access.sign_in, ()),
                (access.sign_in, ()),
                (access.sign_out, ()),
                (access.set_pin, (member, "a$b", "")),
                (setup.name_member, (member, name, role)),
            ),
        )
        self.ask(table, member, verb, *args)

    @rule(data=st.data())
    def start_anew(self, data):
        if data.draw(st.integers(0, 4)):
            return
        table = self.desk(data.draw)
        self.ask(table, "", access.start_desk)
        self.come(table, *data.draw(st.lists(st.sampled_from(list(COMMISSION)), unique=True)))

    @rule(data=st.data(), seconds=st.sampled_from((1, 59, 120, 180, 181, 3600, -90)))
    def let_time_pass(self, data, seconds):
        self.desk(data.draw).pass_time(seconds=seconds)

    @rule(data=st.data())
    def announce(self, data):
        """Open voting at its hour; end it once in a while."""
        table = self.desk(data.draw)
        if table.day.phase is Phase.SETUP:
            table.now = max(table.now, MORNING)
            self.ask(table, CHAIRMAN, setup.state_list_act, "1", 6)
            self.ask(table, CHAIRMAN, opening.open_voting, "214", "не всё готово")
        elif len(table.day.entries) > LONG_ENOUGH and data.draw(st.booleans()):
            table.now = max(table.now, EVENING)
            self.ask(table, CHAIRMAN, opening.end_voting)


LONG_ENOUGH = 55
COUNTED = st.sampled_from((None, 5, 5, 4, 6, 0))


def _served(day: Day) -> list[str]:
    return [voter for voter in day.holdings if day.has_received(voter)]


def _issuers(table: Table) -> list[str]:
    """Name those who hold ballots, at this desk or elsewhere."""
    day = table.day
    members = [member.id for member in day.members.values() if member.role in VOTING_MEMBERS]
    holding = [one for one in members if any(day.left(kind, stack(one)) for kind in KINDS)]
    return holding or members or list(COMMISSION)
