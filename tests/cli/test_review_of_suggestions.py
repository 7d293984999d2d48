"""What ``review`` says beyond the steps: what they became, which texts are nearly this one."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from command_line import Made
from read import toy
from read.readings import TEXT

OPTIONS = ("--published", "2025-05-08", "--publisher", "The Harbour Post")


@pytest.fixture
def delivered(made: Made, tmp_path: Path) -> tuple[Made, str]:
    """Return the case with one more report in it that was read, and its reference."""
    file = tmp_path / f"{tmp_path.name}.txt"
    file.write_text(f"{TEXT}Report {tmp_path.name}.\n", "utf-8")
    made.line.ok("add", str(file), "--case", made.case)
    ref = made.ref(file.name)
    reader = toy.command(tmp_path)
    made.line.ok("read", ref, *OPTIONS, "--program", reader, "--case", made.case)
    return made, ref


def steps(made: Made, ref: str) -> dict[str, dict]:
    shown = made.line.ok("review", ref, "--case", made.case, "--json").json
    return {each["name"]: each for each in shown["steps"]}


def type_at(made: Made, ref: str, name: str, *typed: str) -> str:
    """Skip to a step, type, stop."""
    open_ = [each["name"] for each in steps(made, ref).values() if each["state"] == "open"]
    answers = [""] * open_.index(name) + [*typed, "q"]
    keys = io.StringIO("".join(f"{each}\n" for each in answers))
    ran = made.line.run("review", ref, "--case", made.case, typed=keys)
    assert ran.code == 0, ran
    return ran.out


def nouns(made: Made, ids: list[str]) -> list[str]:
    shown = (made.line.ok("record", "show", each, "--case", made.case, "--json") for each in ids)
    return [each.json["fields"]["record"] for each in shown]


def test_it_says_what_a_step_became(delivered: tuple[Made, str]) -> None:
    made, ref = delivered
    assert {len(each["made"]) for each in steps(made, ref).values()} == {0}
    type_at(made, ref, "a2", "a")
    found = steps(made, ref)
    assert nouns(made, found["a2"]["made"]) == ["attribution/1", "assertion/1"]
    assert nouns(made, found["e2"]["made"]) == ["source/1"]
    type_at(made, ref, "e1", "r not a name", "yes")
    assert steps(made, ref)["e1"]["made"] == []


def test_an_assertion_about_something_else_leaves_no_proposition_behind(
    delivered: tuple[Made, str],
) -> None:
    made, ref = delivered
    type_at(made, ref, "f1", "a")
    figure = steps(made, ref)["f1"]["made"][0]
    page = type_at(
        made, ref, "a2", "c", f"about: {figure}", "denies: scale", "", "he denies the number"
    )
    found = steps(made, ref)["a2"]
    assert (found["state"], nouns(made, found["made"])) == ("corrected", ["assertion/1"])
    assert "attribution" not in page.partition("why>")[2]


def test_a_text_that_is_nearly_another_one_is_named(
    delivered: tuple[Made, str], tmp_path: Path
) -> None:
    made, ref = delivered
    words = " ".join(f"word{number}" for number in range(60))
    refs = []
    for name in ("one", "two"):
        file = tmp_path / f"{tmp_path.name}-{name}.txt"
        file.write_text(f"{TEXT}{words} {tmp_path.name} {name}\n", "utf-8")
        made.line.ok("add", str(file), "--case", made.case)
        refs.append(made.ref(file.name))
        made.line.ok("read", refs[-1], *OPTIONS, "--program", toy.command(tmp_path), "--case",
                     made.case)  # fmt: skip
    ran = made.line.run("review", refs[1], "--case", made.case, typed=io.StringIO("q\n"))
    assert f"Nearly the same text as {refs[0]}" in ran.out and "one origin, not two" in ran.out
    shown = made.line.ok("review", refs[1], "--case", made.case, "--json").json
    assert len(shown["reprints"]) >= 1


def test_undecided_of_what_can_only_be_the_same_or_new_is_refused_at_once(
    delivered: tuple[Made, str], tmp_path: Path
) -> None:
    made, ref = delivered
    type_at(made, ref, "a2", "a")
    attribution = steps(made, ref)["a2"]["made"][0]
    file = tmp_path / f"{tmp_path.name}-second.txt"
    file.write_text(f"{TEXT}A second report {tmp_path.name}.\n", "utf-8")
    made.line.ok("add", str(file), "--case", made.case)
    second = made.ref(file.name)
    made.line.ok("read", second, *OPTIONS, "--program", toy.command(tmp_path), "--case", made.case)
    page = type_at(made, second, "a2", f"d {attribution}")
    assert "no attribution is left undecided" in " ".join(page.split())
    assert "why is it undecided?" not in page
    assert {each["state"] for each in steps(made, second).values()} == {"open"}
    type_at(made, second, "a2", f"s {attribution}")
    assert steps(made, second)["a2"]["made"][0] == attribution
