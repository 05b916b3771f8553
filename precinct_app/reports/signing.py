"""Where people sign, where the seal goes, and the large symbol."""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Table

from precinct_app.domain.day import Day
from precinct_app.domain.members import Member, Role, Standing
from precinct_app.reports.fonts import BOLD, REGULAR
from precinct_app.reports.pieces import (
    Both,
    Style,
    bare,
    beside,
    both,
    each,
    gap,
    paragraph,
)
from precinct_app.reports.qr import draw_qr
from precinct_app.texts import text

SYMBOL = 51 * mm
_SEAL = 38 * mm
_ORDER = (Role.CHAIRMAN, Role.DEPUTY, Role.SECRETARY, Role.MEMBER)
_AWAY = (Standing.REMOVED, Standing.REPLACED)


class _Symbol(Flowable):
    """The symbol as a square part of a paper."""

    def __init__(self, content: str, size: float) -> None:
        super().__init__()
        self.content, self.width, self.height = content, size, size

    def draw(self) -> None:
        """Draw it where the paper has come to."""
        draw_qr(self.canv, self.content, 0, 0, self.width)


class _Seal(Flowable):
    """The place of the seal: a broken circle with its words."""

    def __init__(self) -> None:
        super().__init__()
        self.width = self.height = _SEAL

    def draw(self) -> None:
        """Draw it where the paper has come to."""
        half = _SEAL / 2
        self.canv.setLineWidth(0.5)
        self.canv.setDash(3, 3)
        self.canv.circle(half, half, half - 3)
        self.canv.setDash()
        self.canv.setFont(REGULAR, 8)
        for row, words in enumerate(both("paper", "seal")):
            self.canv.drawCentredString(half, half + 2 - row * 10, words)


def signers(day: Day) -> list[Member]:
    """List who signs a protocol: chairman, deputy, secretary, members (art. 43(8))."""
    found = [one for one in day.members.values() if one.counts and one.standing not in _AWAY]
    return sorted(found, key=lambda one: (_ORDER.index(one.role), len(one.id), one.id))


def signatures(day: Day, width: float, content: str = "") -> Flowable:
    """Set the signatures, and beside them seal and symbol where there is one.

    They stay together on one page.
    """
    aside = SYMBOL if content else _SEAL
    left = width - aside - 6
    lines = [[_signer(one), "", ""] for one in signers(day)]
    table = Table(
        [*([line[0], line[1]] for line in lines)] or [["", ""]],
        [left * 0.66, left * 0.34 - 6],
        style=[*bare(), *_rules(len(lines))],
    )
    right: list[Flowable] = [_Seal()]
    if content:
        right = [_Symbol(content, SYMBOL), gap(2), _Seal()]
    found = Table(
        [[table, right]], [left, aside + 6], style=[*bare(), ("ALIGN", (1, 0), (1, 0), "CENTER")]
    )
    found.hAlign = "LEFT"
    return KeepTogether([gap(7), title_block(both("paper", "signatures"), width, 9), gap(3), found])


def _rules(count: int) -> Style:
    """Draw the line on which each one signs."""
    return [
        ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        *(("LINEBELOW", (1, row), (1, row), 0.5, "black") for row in range(count)),
    ]


def _signer(member: Member) -> list[Flowable]:
    roles = each(lambda language: text(language, "role", member.role))
    return [paragraph(member.name, size=8.5), paragraph(f"{roles.kk} / {roles.ru}", size=7)]


def title_block(words: Both, width: float, size: float = 11) -> Flowable:
    """Set the title of a paper, Kazakh left and Russian right."""
    return beside(words, width, BOLD, size)
