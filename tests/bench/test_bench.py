"""A figure is judged by its own floor, and a miss is told."""

import json

import pytest

from tests.bench import bench
from tests.bench.figure import Figure, in_turn, percentile


def test_a_ratio_is_judged_when_there_is_a_floor():
    assert Figure("commit", 9.0, "ms", floor=5.0, target=2.0).holds
    assert not Figure("commit", 11.0, "ms", floor=5.0, target=2.0).holds


def test_a_value_is_judged_when_there_is_no_floor():
    assert Figure("search", 3.0, "ms", target=3.0).holds
    assert not Figure("search", 3.1, "ms", target=3.0).holds


def test_a_figure_without_a_target_is_only_reported():
    assert Figure("size", 1e9, "bytes").holds


@pytest.mark.parametrize(
    ("part", "expected"), [(0, 1), (50, 50), (95, 95), (99.5, 100), (100, 100)]
)
def test_a_percentile_is_a_sample_that_was_seen(part, expected):
    assert percentile(list(range(100, 0, -1)), part) == expected


def test_works_are_timed_in_turn_after_one_round_to_warm_up():
    done = []
    times = in_turn(2, lambda: done.append("a"), lambda: done.append("b"))
    assert done == ["a", "b"] * 3
    assert [len(samples) for samples in times] == [2, 2]


def test_the_table_says_what_is_missed():
    held, missed = (Figure("x", 1.0, "s", target=2.0), Figure("y", 5.0, "s", floor=2.0, target=2.0))
    lines = bench.table([held, missed]).splitlines()
    assert lines[2] == "| x | 1 s |  |  | ≤ 2 s | holds |"
    assert lines[3] == "| y | 5 s | 2 s | 2.50 x | ≤ 2 x | MISSED |"


def test_the_json_names_the_machine_and_every_figure():
    written = json.loads(bench.as_json([Figure("y", 5.0, "s", floor=2.0, target=2.0)]))
    assert set(written["machine"]) >= {"processor", "cores", "python", "sqlite"}
    (figure,) = written["figures"]
    assert figure["ratio"] == 2.5
    assert figure["holds"] is False


def test_an_unknown_module_is_misuse(capsys):
    with pytest.raises(SystemExit) as stopped:
        bench.main(["no_such_module"])
    assert stopped.value.code == 2
    assert "no_such_module" in capsys.readouterr().err
