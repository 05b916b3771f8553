"""The figures that are read aloud before any box is opened, and those of the official blank."""

from collections.abc import Callable, Mapping

from precinct_app.domain.election import Election, Line

# A referendum is held by the same articles, by analogy.
BY_LAW = ("statutory", "by_analogy")


def lines_before_boxes(election: Election, lines: Mapping[str, int]) -> dict[str, int]:
    """Pick the statutory lines that are known from lists and account (art. 43(3-1), 43(4))."""
    return _chosen(election, lines, _is_early)


def sheet_lines(election: Election, lines: Mapping[str, int]) -> dict[str, int]:
    """Pick the lines that stand on the sheet of the protocol, and on the official blank."""
    return _chosen(election, lines, _is_on_sheet)


def _is_early(line: Line) -> bool:
    return line.status in BY_LAW and line.stage in ("receipt", "before_opening_boxes")


def _is_on_sheet(line: Line) -> bool:
    return line.on == "sheet"


def _chosen(
    election: Election, lines: Mapping[str, int], wanted: Callable[[Line], bool]
) -> dict[str, int]:
    names = {line.n for line in election.lines_of("kind") if wanted(line)}
    return {name: number for name, number in lines.items() if name.partition(".")[0] in names}
