"""``read --again``: the reading is new, what was decided stands, and the counts say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.test_review_of_suggestions import OPTIONS, delivered, steps, type_at
from command_line import Made
from read import toy

__all__ = ["delivered"]


def test_decisions_are_carried_over_and_counted(
    delivered: tuple[Made, str], tmp_path: Path
) -> None:
    made, ref = delivered
    type_at(made, ref, "a2", "a")
    before = {name: (each["state"], each["made"]) for name, each in steps(made, ref).items()}
    asked = ("read", ref, "--program", toy.command(tmp_path), "--case", made.case)
    ran = made.line.ok(*asked, "--again")
    assert "5 decisions carried over, 0 suggestions new" in " ".join(ran.out.split())
    assert "4 suggestions to decide about: probatum review" in " ".join(ran.out.split())
    after = {name: (each["state"], each["made"]) for name, each in steps(made, ref).items()}
    assert after == before
    said = made.line.ok(*asked, "--again", "--json").json
    assert said["again"] == {"carried": 5, "still_open": 4, "new": 0, "gone": 0, "gone_decided": 0}
    assert said["published"] == "2025-05-08", "as it was said of the item before"
    assert "again" not in made.line.ok(*asked, "--json").json


@pytest.mark.parametrize("what", ["--all-new", "./report.txt"])
def test_it_is_asked_of_one_item(made: Made, tmp_path: Path, what: str) -> None:
    ran = made.line.run("read", what, "--again", *OPTIONS, "--case", made.case, "--json")
    assert (ran.code, ran.json["error"]["code"]) == (2, "wrong-use")
