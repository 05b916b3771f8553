"""A console for the tests: commands, what they answer, and the files they are used on."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple

from precinct_app.cli import run

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "Жазғы таң 214"
PINS = {str(member): str(member) * 4 for member in range(1, 10)}
FIVE = ("maz_pl", "maz_smd", "reg_pl", "reg_smd", "loc_smd")
ROLES = ("chairman", "secretary", "deputy", *["member"] * 6)

# Two rows below are no voters: an empty one and a total.
LIST = """Сайлаушылар тізімі;;;;;;;
№;Тегі;Аты;Әкесінің аты;ЖСН;Туған күні;Көше;Үй
1;Қадырова;Әсел;Нұрланқызы;900214499905;14.02.1990;Абай көшесі;5
2;Иванов;Пётр;Сергеевич;;01.06.1971;улица Абая;7
3;Ким;Лариса;Андреевна;;12.12.1955;улица Абая;9
4;Оспанов;Нұржан;Қайратұлы;;23.08.2001;Достық даңғылы;11
;;;;;;;
Барлығы: 4;;;;;;;
"""
SET_UP = ("--election", "2023-03-19", "--number", "214")


class Answer(NamedTuple):
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one JSON object on stdout."""
        assert self.out.count("\n") == 1, self
        assert self.out.endswith("\n"), self
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The answers to a script, one object on each line."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def error(self) -> str:
        """The reason of a no under JSON, which is an object with a reason and a sentence."""
        assert self.json.keys() == {"error"}, self
        assert self.json["error"].keys() == {"reason", "text"}
        assert self.json["error"]["text"]
        assert self.code in {1, 2}, self
        return str(self.json["error"]["reason"])


def call(*words: str | Path) -> Answer:
    """Run a command in this process."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = run([str(word) for word in words])
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
    return Answer(code, out.getvalue(), err.getvalue())


def ask(*words: str | Path) -> Answer:
    """Run a command under --json in this process."""
    return call(*words, "--json")


def start(
    *words: str | bytes | Path,
    environment: Mapping[str, str | None] | None = None,
    **how: Any,
) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a process of its own, with bytes in and out."""
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
    return subprocess.run(
        [sys.executable, "-m", "precinct_app", *words],
        env={name: value for name, value in surroundings.items() if value is not None},
        capture_output="stdout" not in how,
        check=False,
        timeout=60,
        **how,
    )


def line(do: str, by: str = "1", /, **args: Any) -> dict[str, Any]:
    """Make one line of a script."""
    return {"do": do, "by": by, "args": args}


def play(file: Path, *steps: dict[str, Any]) -> Answer:
    """Play a script made of these lines."""
    script = file.with_name("script.jsonl")
    script.write_text("".join(f"{json.dumps(step)}\n" for step in steps), "utf-8")
    return call("play", file, script)


def set_up(members: int = 5) -> list[dict[str, Any]]:
    """Name a commission, receive 100 of each ballot, hand out 10 to each who issues."""
    issuers = [str(member) for member in range(3, members + 1)]
    return [
        *(
            line("name_member", member=str(member), name=f"Мүше {member}", role=role)
            for member, role in enumerate(ROLES[:members], 1)
        ),
        line("state_list_act", number="7", voters=4),
        *(line("receive_ballots", ballot=ballot, stated=100, counted=100) for ballot in FIVE),
        *(
            line("hand_out_ballots", member=member, amounts=dict.fromkeys(FIVE, 10))
            for member in issuers
        ),
    ]


OPEN = line("open_voting", precinct="214", reason="не всё готово")


def issue(voter: str, issuer: str = "4", by: str = "3", **more: str) -> dict[str, Any]:
    """Make the line that issues one blue ballot."""
    args = {"voter": voter, "ballots": ["maz_pl"], "issuer": issuer}
    return {"do": "issue_ballots", "by": by, "args": args, **more}


def status(file: Path) -> dict[str, Any]:
    """Say where the day of a file stands."""
    return ask("status", file).json


def traces(folder: Path) -> dict[str, bytes]:
    """All that lies in a folder, byte for byte."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}
