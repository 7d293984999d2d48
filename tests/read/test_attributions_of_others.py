"""Texts with attributions marked by others are compared: brat's events and relations, JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAID = "The mayor of Dorna said that nine people were missing."
QUOTED = "“We heard two planes,” Anna Tal told reporters."
DENIED = "Norland denied that its guns had fired at the ferry."


def mark(number: int, kind: str, text: str, words: str) -> str:
    start = text.index(words)
    return f"T{number}\t{kind} {start} {start + len(words)}\t{words}\n"


def marked(text: str, content: str, source: str, cue: str) -> str:
    return (
        mark(1, "Content", text, content) + mark(2, "Source", text, source)
        + mark(3, "Cue", text, cue)
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three texts, each annotated in another way; a fourth that nobody annotated."""
    for name, text in (("event", SAID), ("relation", QUOTED), ("plain", DENIED), ("bare", SAID)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    marks = marked(SAID, "nine people were missing", "The mayor of Dorna", "said")
    (tmp_path / "event.ann").write_text(marks + "E1\tCue:T3 Content:T1 Source:T2\n", "utf-8")
    marks = marked(QUOTED, "We heard two planes", "Anna Tal", "told")
    tied = "R1\tContent_of Arg1:T1 Arg2:T3\nR2\tSource_of Arg1:T2 Arg2:T3\n#1\tNote T1\tnothing\n"
    (tmp_path / "relation.ann").write_text(marks + tied, "utf-8")
    content = DENIED.index("its guns"), len(DENIED) - 1
    given = [{"content": [content], "source": [[0, len("Norland")]]}]
    (tmp_path / "plain.json").write_text(json.dumps(given), "utf-8")
    return tmp_path


def compared(folder: Path) -> str:
    ran = subprocess.run(
        [sys.executable, "eval", "--attributions", str(folder)], cwd=ROOT, text=True,
        capture_output=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    return ran.stdout


def test_what_others_marked_is_compared_whatever_form_it_has(folder: Path) -> None:
    printed = compared(folder)
    assert "3 texts, 3 attributions by others, 3 found" in printed
    assert "spans at IoU 0.5:  P 1.000  R 1.000  F1 1.000" in printed
    assert "source right, of matched with a source: 1.000 (3)" in printed
    assert "quotations found: 1.000 (1)" in printed


def test_a_folder_without_annotated_texts_scores_nothing(tmp_path: Path) -> None:
    (tmp_path / "bare.txt").write_text(SAID, "utf-8")
    printed = compared(tmp_path)
    assert "0 texts, 0 attributions by others, 0 found" in printed
    assert "F1 0.000" in printed


def test_what_is_missed_and_what_is_too_much_lowers_the_scores(folder: Path) -> None:
    text = SAID + " " + DENIED
    (folder / "plain.txt").write_text(text, "utf-8")
    start = text.index("had fired at the ferry")
    given = [{"content": [[start, start + 22]], "source": []}]
    (folder / "plain.json").write_text(json.dumps(given), "utf-8")
    printed = compared(folder)
    assert "3 texts, 3 attributions by others, 4 found" in printed
    assert "P 0.750  R 1.000" in printed
    assert "source right, of matched with a source: 1.000 (2)" in printed
