"""Kill and cut a running day, and say what it lost.

Usage: python3 packaging/dev.py torture [--kills N] [--seed S]
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from precinct_app.errors import StoreError
from tests.store.files import copy_day, make_day
from tests.torture.kills import Tally, kill_often
from tests.torture.power_cut import check, cuts, run, torn

LOST = 1


def main(given: Sequence[str]) -> int:
    """Torture, print a summary; 1 when anything was lost."""
    asked = argparse.ArgumentParser(prog="dev.py torture", description=__doc__)
    asked.add_argument(
        "--kills", type=int, default=200, metavar="N", help="kills, and places cut (200)"
    )
    asked.add_argument("--seed", type=int, default=None, metavar="S", help="of the random moments")
    words = asked.parse_args(given)
    seed = random.randrange(1_000_000) if words.seed is None else words.seed
    print(f"seed {seed}", file=sys.stderr)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="torture-") as folder:
        tally = kill_often(Path(folder), words.kills, seed, _show)
        print(file=sys.stderr)
        tried, lost = cut_often(Path(folder) / "cuts", words.kills, seed)
    losses = tally.losses + lost
    print(
        f"{tally.kills} kills, {tally.while_opening} of them while the file was being opened: "
        f"{tally.acknowledged} voters acknowledged, {tally.unacknowledged} recorded and not said, "
        f"{len(tally.losses)} losses"
    )
    print(f"{tried} power cuts: {len(lost)} losses")
    print("\n".join(losses) or f"nothing was lost in {time.monotonic() - begun:.0f} s")
    return LOST if losses else 0


def cut_often(folder: Path, places: int, seed: int) -> tuple[int, list[str]]:
    """Cut the log of a running day at random places, clean and torn; how often, what was lost."""
    day = make_day(folder / "day", count=40, served=3)
    copy_day(day, folder / "evening")
    running = run(day, range(4, 12))
    tried, lost = 0, []
    chance = random.Random(seed)
    for place in chance.choices([*cuts(running.log)], k=places):
        for log in torn(running.log, place, chance):
            tried += 1
            try:
                check(folder / "bench" / day.name, running, log, place)
            except (AssertionError, StoreError) as error:
                lost.append(f"cut at {place} of {len(running.log)}: {error}")
    return tried, lost


def _show(tally: Tally) -> None:
    line = f"\r{tally.kills} kills, {tally.acknowledged} voters, {len(tally.losses)} losses "
    print(line, end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
