"""``disclose`` in a case with a protected person: stopped, decided, and then written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import Made

SOURCE = {
    "record": "source/1", "kind": "person", "protected": True,
    "names": [{"given": "Олена", "family": "Прикладенко"}],
}  # fmt: skip


@pytest.fixture
def refs(made: Made, tmp_path: Path) -> list[str]:
    """A case that protects somebody, with a note that names them and a file nobody can search."""
    record, film = tmp_path / "source.json", tmp_path / "film.bin"
    record.write_text(json.dumps(SOURCE), "utf-8")
    film.write_bytes(bytes(range(256)))
    made.line.ok("record", "put", str(record), "--case", made.case)
    made.line.ok("add", str(film), "--case", made.case)
    refs = [made.ref("two.txt"), made.ref("film.bin")]
    made.line.ok("note", refs[0], "asked Olena Prykladenko", "--case", made.case)
    for ref in refs:
        made.line.ok("clear", ref, "--case", made.case)
    return refs


def test_a_hit_is_named_without_its_words_and_leaves_once_it_is_decided(
    made: Made, refs: list[str], tmp_path: Path
) -> None:
    out = tmp_path / "P.zip"
    asked = [
        "disclose", *refs, "--to", "Invented Court", "--purpose", "trial", "--plain", "-o",
        str(out), "--case", made.case, "--json",
    ]  # fmt: skip
    stopped = made.line.run(*asked)
    assert stopped.code == 1 and "rykladenko" not in stopped.out + stopped.err
    error = stopped.json["error"]
    assert error["code"] == "leak" and "field text of entry" in error["item"]
    assert "Olena Prykladenko" in made.line.run(*asked, "--show-leaks").json["error"]["item"]

    hit = error["item"].split(":")[0]
    decided = [*asked, "--resolve", f"{hit}=another person of that name"]
    error = made.line.run(*decided).json["error"]
    assert error["code"] == "not-checked" and refs[1] in error["item"]
    assert not out.exists()

    given = made.line.ok(*decided, "--approve-unchecked", "B. Reviewer:looked at it").json
    assert given["not_checked"] == [
        f"original {refs[1]}: the format is not known here: only what looks like text in it was "
        "searched"
    ]
    assert out.exists()


def test_decisions_in_another_form_are_wrong_use(
    made: Made, refs: list[str], tmp_path: Path
) -> None:
    for option, value in (("--resolve", "L-1"), ("--approve-unchecked", "B. Reviewer")):
        ran = made.line.run(
            "disclose", refs[0], "--to", "a", "--purpose", "b", "--plain", "-o",
            str(tmp_path / "P.zip"), option, value, "--case", made.case,
        )  # fmt: skip
        assert ran.code == 2 and option in ran.err
