"""What is asked on a terminal: passphrases unseen and twice, the reference before an erasure."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from command_line import CommandLine, Made

pty = pytest.importorskip("pty")
ENDED = "[ended with "
SCRIPT = (
    "import sys; from probatum.cli.main import main; code = main(); "
    f"print('{ENDED}' + str(code) + ']')"
)


def on_a_terminal(
    line: CommandLine, arguments: list[str], answers: dict[str, list[str]], **changed: str
) -> str:
    """Run on a terminal of its own, answer each question in turn, return all that was shown."""
    environment = {**line.in_own_process(), "TERM": "dumb", **changed}
    environment.pop("PROBATUM_PASSPHRASE")
    child, terminal = pty.fork()
    if child == 0:
        os.execve(sys.executable, [sys.executable, "-c", SCRIPT, *arguments], environment)
    shown, seen = "", 0
    waiting = {question: list(texts) for question, texts in answers.items()}
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:  # Linux reports the end of a terminal like this
            break
        if not piece:
            break
        shown += piece.decode("utf-8", "replace")
        for question, texts in waiting.items():
            if texts and shown[seen:].rstrip().endswith(question):
                seen = len(shown)
                os.write(terminal, texts.pop(0).encode() + b"\n")
    os.waitpid(child, 0)
    os.close(terminal)
    return shown


def test_a_new_passphrase_is_typed_twice_and_never_shown(line: CommandLine, tmp_path: Path) -> None:
    secret = "typed on a terminal"
    shown = on_a_terminal(
        line,
        ["init", str(tmp_path / "case"), "--name", "N", "--by", "B"],
        {"New passphrase:": ["first attempt", secret], "The same again:": ["another", secret]},
    )
    assert "These two differ." in shown
    assert "Recovery key" in shown and ENDED + "0]" in shown
    assert secret not in shown and "first attempt" not in shown
    ran = line.run("log", "--case", str(tmp_path / "case"), PROBATUM_PASSPHRASE=secret)
    assert ran.code == 0


def test_an_erasure_wants_the_reference_typed(made: Made, tmp_path: Path) -> None:
    (tmp_path / "doomed.txt").write_text("doomed", "utf-8")
    made.line.ok("add", str(tmp_path / "doomed.txt"), "--case", made.case)
    ref = made.ref("doomed.txt")
    secret = made.line.environment["PROBATUM_PASSPHRASE"]
    for typed, code in [("no", 2), (ref.lower(), 0)]:
        shown = on_a_terminal(
            made.line,
            ["erase", ref, "--reason", "out-of-scope", "--case", made.case],
            {"Passphrase:": [secret], "to erase it:": [typed]},
        )
        assert "Closure of this erasure" in shown
        assert f"{ENDED}{code}]" in shown, shown
    assert not any(item["file_name"] == "doomed.txt" for item in made.line.items(made.folder))


def test_without_a_terminal_an_erasure_needs_yes(made: Made) -> None:
    ran = made.line.run("erase", made.ref("one.txt"), "--reason", "unlawful", "--case", made.case)
    assert (ran.code, "--yes" in ran.err) == (2, True)
    assert made.ref("one.txt")
