"""``count estimate --table``: what programs and people are answered, and no headline."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from command_line import CommandLine

TABLE = "A\x1b[2J,B,C,count\n1,0,0,50\n0,1,0,40\n0,0,1,30\n1,1,0,10\n1,0,1,9\n0,1,1,8\n1,1,1,3\n"
QUICK = ("--model", "graphs,loglinear,chao", "--quick")


@pytest.fixture
def path(tmp_path: Path) -> str:
    (tmp_path / "overlap.csv").write_text(TABLE, "utf-8")
    return str(tmp_path / "overlap.csv")


def test_programs_are_answered_every_model_and_no_headline(line: CommandLine, path: str) -> None:
    found = line.ok("count", "estimate", "--table", path, *QUICK, "--seed", "7", "--json").json
    assert found["observed"] == 150
    assert found["headline"] is None
    assert found["seed"] == 7
    assert [each["model"] for each in found["models"]] == ["graphs", "loglinear", "chao"]
    for each in found["models"]:
        assert set(each) >= {
            "model", "median", "low", "high", "level", "rhat", "ess_bulk", "ess_tail", "refused",
            "reasons", "warnings",
        }  # fmt: skip
        assert each["low"] < each["median"] < each["high"] and each["level"] == 0.95
    again = line.ok("count", "estimate", "--table", path, *QUICK, "--seed", "7", "--json").json
    assert again == found


def test_people_see_the_models_side_by_side_and_names_are_harmless(
    line: CommandLine, path: str
) -> None:
    out = line.ok("count", "estimate", "--table", path, "--model", "graphs,chao").out
    assert "\x1b" not in out and "A\\u001b[2J" in out
    assert "chao (at least)" in out
    assert "No single number stands above the models." in " ".join(out.split())
    assert "A warning, not an estimate: independent lists" in out
    assert "What becomes of it when something is changed:" in out


def test_a_refusal_is_an_answer(line: CommandLine) -> None:
    ran = line.ok("count", "estimate", "--table", "artificial-3", "--json")
    assert all(each["refused"] and each["median"] is None for each in ran.json["models"])
    assert all(each["reasons"] for each in ran.json["models"])
    assert "refused" in line.ok("count", "estimate", "--table", "artificial-3").out


def test_lists_can_be_merged_and_left_out(line: CommandLine) -> None:
    found = line.ok(
        "count", "estimate", "--table", "netherlands", "--merge", "I+O", "--without", "K",
        "--model", "chao", "--json",
    ).json  # fmt: skip
    assert found["lists_used"] == ["I+O", "P", "R", "Z"]


def test_csv_has_a_line_for_each_answer(line: CommandLine, path: str) -> None:
    text = line.ok("count", "estimate", "--table", path, *QUICK, "--csv").out
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [each["model"] for each in rows] == ["graphs", "loglinear", "chao", "independence"]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--table", "no-such-table"), "wrong-use"),
        (("--table", "kosovo", "--model", "guess"), "wrong-use"),
        (("--table", "kosovo", "--seed", "-1"), "wrong-use"),
        (("--table", "kosovo", "--most-missing", "0"), "wrong-use"),
        (("--table", "kosovo", "--without", "NOBODY"), "wrong-use"),
        (("--table", "kosovo", "--merge", "EXH"), "wrong-use"),
        (("--table", "kosovo", "--strata", "month"), "wrong-use"),
        (("--quick",), "wrong-use"),
    ],
)
def test_wrong_use_is_said(line: CommandLine, options: tuple[str, ...], code: str) -> None:
    ran = line.run("count", "estimate", *options, "--json")
    assert ran.code == 2
    assert ran.json["error"]["code"] == code


def test_a_file_of_persons_is_no_overlap_table(line: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "large.csv").write_bytes(b"A,count\n" + b"1,1\n" * (2 * 2**20))
    ran = line.run("count", "estimate", "--table", str(tmp_path / "large.csv"), "--json")
    assert ran.json["error"]["code"] == "too-large"
    (tmp_path / "other.csv").write_bytes("A,count\n1,5\n".encode("utf-16"))
    ran = line.run("count", "estimate", "--table", str(tmp_path / "other.csv"), "--json")
    assert ran.json["error"]["code"] == "bad-overlap"
