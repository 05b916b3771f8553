"""A script is read line by line; what is wrong in a line is said, and the next one is played."""

import json

import pytest

from tests.cli.console import OPEN, ask, call, issue, line, play, status

NOTE = line("add_note", "3", voter="1", note="кресло")


def answers(file, *lines: bytes | str):
    """Play lines as they are, and give the answer to each."""
    script = file.with_name("script.jsonl")
    script.write_bytes(b"".join(one.encode() if isinstance(one, str) else one for one in lines))
    answer = call("play", file, script)
    assert answer.code == (0 if all(found["ok"] for found in answer.lines) else 1)
    return answer.lines


def changed(**places: object) -> str:
    """Write an issue with some of its places changed."""
    return json.dumps(issue("1") | places) + "\n"


WRONG: list[bytes | str] = [
    b"{\n",
    b"[]\n",
    b"null\n",
    b'"issue_ballots"\n',
    b"NaN\n",
    b"\xff\xfe{\x00}\x00\n",
    b"PK\x03\x04\x00\n",
    b"[" * 90_000 + b"\n",
    b'{"do":' * 15_000 + b"\n",
    b'{"do": "add_note", "args": {"note": "' + b"x" * 10_000_000 + b'"}}\n',
    b'{"by": ' + b"9" * 5_000 + b"}\n",
    changed(by=3),
    changed(by=None),
    changed(by=["3"]),
    changed(args=[]),
    changed(args=None),
    changed(witness=5),
    changed(happened=10),
    changed(do=None),
    changed(when="10:00"),
    changed(args={"voter": "1", "ballots": ["maz_pl"]}),
    changed(args={"voter": "1", "ballots": ["maz_pl"], "issuer": "4", "who": "3"}),
    changed(args={"voter": 1, "ballots": ["maz_pl"], "issuer": "4"}),
    changed(args={"voter": "1", "ballots": "maz_pl", "issuer": "4"}),
    changed(args={"voter": "1", "ballots": ["maz_pl", 1], "issuer": "4"}),
    changed(args={"voter": "1", "ballots": {"maz_pl": 1}, "issuer": "4"}),
    changed(happened="25:00"),
    changed(happened="soon"),
    changed(happened="2023-03-19"),
    changed(happened="9999-12-31T23:59:59"),
    changed(happened="0001-01-01T00:00:00"),
]


@pytest.fixture
def opened(training):
    """Open voting in a training file."""
    assert play(training, OPEN).code == 0
    return training


def test_the_line_of_the_issue_works_as_it_stands(opened):
    text = (
        '{"do": "issue_ballots", "by": "3", "args": {"voter": "2", "ballots": ["maz_pl"], '
        '"issuer": "4"}, "witness": "5", "happened": "10:42:17"}\n'
    )
    (answer,) = answers(opened, text)
    assert answer == {
        "ok": True,
        "entry": {
            "desk": 1,
            "number": status(opened)["journal"]["entries"],
            "kind": "ballots_issued",
            "recorded": "2023-03-19T10:42:17+06:00",
            "happened": "2023-03-19T10:42:17+06:00",
        },
    }


def test_a_mark_at_the_beginning_other_line_ends_and_empty_lines_do_not_matter(opened):
    step = json.dumps(NOTE).encode()
    lines = b"\xef\xbb\xbf" + step + b"\r\n\r\n   \n\t\n" + step
    assert [answer["ok"] for answer in answers(opened, lines)] == [True, True]


def test_an_empty_script_is_no_misuse(opened):
    assert answers(opened, b"") == []


def test_a_line_that_cannot_be_read_is_refused_and_the_next_one_is_played(opened):
    before = status(opened)["accounts"]
    note = f"{json.dumps(NOTE)}\n"
    found = answers(opened, *(one for wrong in WRONG for one in (wrong, note)))
    assert len(found) == 2 * len(WRONG)
    for wrong, refused, noted in zip(WRONG, found[::2], found[1::2], strict=True):
        assert refused["ok"] is False, wrong[:80]
        assert (refused["reason"], refused["article"]) == ("bad_argument", ""), wrong[:80]
        assert refused["text"]
        assert noted["ok"] is True
    assert status(opened)["accounts"] == before


def test_a_number_is_a_whole_number_from_zero(opened):
    lines = []
    for number in ("NaN", "Infinity", "-5", "5.0", "1e3", '"5"', "true", "[5]", "{}"):
        receipt = f'{{"ballot": "maz_pl", "stated": {number}, "counted": {number}}}'
        amounts = f'{{"member": "3", "amounts": {{"maz_pl": {number}}}}}'
        for verb, args in (("receive_ballots", receipt), ("hand_out_ballots", amounts)):
            lines.append(f'{{"do": "{verb}", "by": "1", "args": {args}}}\n')
    assert {answer["reason"] for answer in answers(opened, *lines)} == {"bad_argument"}


def test_half_a_sign_is_dropped_or_refused(opened):
    half = "\ud800"
    found = answers(
        opened,
        changed(args={"voter": half, "ballots": ["maz_pl"], "issuer": "4"}),
        changed(args={"voter": "1", "ballots": [half], "issuer": "4"}),
        changed(args={"voter": "1", "ballots": ["maz_pl"], "issuer": half}),
        changed(witness=half),
        changed(args={"voter": "1", "ballots": ["maz_pl"], "issuer": "4", "assistant": half}),
    )
    assert [answer["ok"] for answer in found] == [False, False, False, False, True]


def test_a_verb_that_is_not_known_is_said(opened):
    found = answers(opened, *(changed(do=do) for do in ("", "issue", "\ud800")))
    assert [answer["reason"] for answer in found] == ["unknown_verb"] * 3


def test_a_member_who_is_not_known_is_said(opened):
    found = answers(opened, *(changed(by=by) for by in ("99", "", "\ud800", "1-5")))
    assert [answer["reason"] for answer in found] == ["member_unknown"] * 4


def test_a_line_without_by_or_args_is_answered(opened):
    first, second = answers(opened, '{"do": "end_voting"}\n{"do": "issue_ballots", "by": "3"}\n')
    assert (first["reason"], second["reason"]) == ("member_unknown", "bad_argument")


def test_a_refusal_has_a_reason_an_article_and_a_sentence(opened):
    assert answers(opened, changed())[0]["ok"]
    (answer,) = answers(opened, changed())
    assert answer.keys() == {"ok", "reason", "article", "text"}
    assert (answer["reason"], answer["article"]) == ("already_issued", "41(1)")
    assert "“А – Mazhilis, party list”" in answer["text"]


@pytest.mark.parametrize(("name", "reason"), [("nobody.jsonl", "missing"), (".", "unreadable")])
def test_a_script_that_cannot_be_opened_moves_nothing(opened, name, reason):
    entries = status(opened)["journal"]["entries"]
    answer = ask("play", opened, opened.parent / name)
    assert (answer.code, answer.error) == (1, reason)
    assert call("play", opened, opened.parent / name).error == reason
    assert status(opened)["journal"]["entries"] == entries


def test_another_file_taken_for_a_script_is_refused_line_by_line(opened):
    script = opened.with_name("home") / "laptop.json"
    answer = call("play", opened, script)
    assert answer.code == 1
    assert {found["reason"] for found in answer.lines} == {"bad_argument"}
    answer = call("play", opened, opened)
    assert answer.code == 1
    assert {found["reason"] for found in answer.lines} == {"bad_argument"}
