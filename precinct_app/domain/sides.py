"""One side of a control ratio: lines added and taken away."""

from dataclasses import dataclass
from typing import NamedTuple, Self


class Term(NamedTuple):
    """One line of a side with its sign; a family (``3.*``) is all its holders together."""

    sign: int
    line: str
    family: bool = False

    @property
    def name(self) -> str:
        """The line as the election file writes it."""
        return f"{self.line}.*" if self.family else self.line


@dataclass(frozen=True, slots=True)
class Sum:
    """A side such as ``2 + 9 - 9c``: its terms in their order."""

    terms: tuple[Term, ...]

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read a side: names with ``+`` or ``-`` between them, else ValueError."""
        first, *rest = text.split()
        if len(rest) % 2:
            raise ValueError(f"'{text}' must be line names with + or - between them")
        pairs = [("+", first), *zip(rest[::2], rest[1::2], strict=True)]
        return cls(tuple(_read_term(sign, name) for sign, name in pairs))

    def __str__(self) -> str:
        signed = "".join(f" {'+' if term.sign > 0 else '-'} {term.name}" for term in self.terms)
        return signed.removeprefix(" + ")


def _read_term(sign: str, name: str) -> Term:
    if sign not in {"+", "-"}:
        raise ValueError(f"'{sign}' must be + or -")
    line = name.removesuffix(".*")
    if not (line.isascii() and line.isalnum()):
        raise ValueError(f"'{name}' is no name of a line")
    return Term(1 if sign == "+" else -1, line, family=line != name)
