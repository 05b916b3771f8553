"""Measure the figures and print them as a table.

Every other module of this folder that is no test exposes ``figures() -> Iterable[Figure]``.
"""

import argparse
import importlib
import json
import os
import platform
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from sqlcipher3 import dbapi2

from tests.bench.figure import Figure

HERE = Path(__file__).parent
MISSED = 1


def main(given: Sequence[str]) -> int:
    """Measure, print, write; 1 when a figure misses its target."""
    names = modules()
    asked = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    asked.add_argument("names", nargs="*", metavar="NAME", help=f"of: {', '.join(names)}")
    asked.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    words = asked.parse_args(given)
    if unknown := set(words.names) - set(names):
        asked.error(f"no such module: {', '.join(sorted(unknown))}")
    figures: list[Figure] = []
    for name in words.names or names:
        print(f"measuring {name}", file=sys.stderr, flush=True)
        figures += importlib.import_module(f"tests.bench.{name}").figures()
    if words.json:
        words.json.write_text(as_json(figures), "utf-8")
    print(table(figures))
    return 0 if all(figure.holds for figure in figures) else MISSED


def modules() -> list[str]:
    """Name the modules that measure something."""
    apart = {"bench", "figure", "window_day"}
    names = (file.stem for file in HERE.glob("*.py"))
    return sorted(n for n in names if n not in apart and not n.startswith("test_"))


def machine() -> dict[str, str]:
    """Name what the figures were taken on."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8").splitlines() if info.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return {
        "processor": models[0] if models else platform.processor() or platform.machine(),
        "cores": str(os.cpu_count()),
        "system": platform.platform(),
        "python": platform.python_version(),
        "sqlite": str(dbapi2.sqlite_version),
        "load": f"{os.getloadavg()[0]:.1f}",
    }


def table(figures: Iterable[Figure]) -> str:
    """Lay the figures out as a Markdown table with the machine below."""
    rows = ["| figure | measured | floor | ratio | to reach | |", "|---|---|---|---|---|---|"]
    for figure in figures:
        ratio = "" if figure.ratio is None else f"{figure.ratio:.2f} x"
        to_reach, verdict = "", ""
        if figure.target is not None:
            to_reach = f"≤ {figure.target:g} {figure.unit if figure.ratio is None else 'x'}"
            verdict = "holds" if figure.holds else "MISSED"
        measured, floor = _number(figure.value, figure.unit), _number(figure.floor, figure.unit)
        rows.append(f"| {figure.name} | {measured} | {floor} | {ratio} | {to_reach} | {verdict} |")
    where = ", ".join(f"{key} {value}" for key, value in machine().items())
    return "\n".join([*rows, "", f"Taken on: {where}."])


def as_json(figures: Iterable[Figure]) -> str:
    """Write the figures and the machine as one JSON object."""
    whole = {"machine": machine(), "figures": [figure.as_json() for figure in figures]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _number(value: float | None, unit: str) -> str:
    return "" if value is None else f"{value:.3g} {unit}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
