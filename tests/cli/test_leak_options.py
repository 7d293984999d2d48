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


def test_all_hits_go_into_a_table_whose_reasons_are_read_again(
    made: Made, refs: list[str], tmp_path: Path
) -> None:
    table, out = tmp_path / "hits.csv", tmp_path / "P.zip"
    made.line.ok("note", refs[0], "Олена again", "--case", made.case)
    asked = [
        "disclose", refs[0], "--to", "Invented Court", "--purpose", "trial", "--plain", "-o",
        str(out), "--case", made.case, "--json",
    ]  # fmt: skip
    stopped = made.line.run(*asked, "--leaks-to", str(table))
    assert stopped.code == 1 and " hits listed in" in stopped.err
    assert {each["hit"] for each in stopped.json["error"]["details"]} == {
        line.split(",")[0] for line in table.read_text("utf-8").splitlines()[1:]
    }
    assert "rykladenko" not in table.read_text("utf-8") and table.stat().st_mode & 0o77 == 0
    again = made.line.run(*asked, "--leaks-to", str(table))
    assert again.code == 2 and "free" in again.err

    head, *rows = table.read_text("utf-8").splitlines()
    table.write_text("\n".join([head, *(row + "a namesake" for row in rows[1:]), rows[0]]), "utf-8")
    left = made.line.run(*asked, "--leaks-from", str(table)).json["error"]["details"]
    assert [each["hit"] for each in left] == [rows[0].split(",")[0]]
    other = f"{left[0]['hit']}=another Olena"
    made.line.ok(*asked, "--leaks-from", str(table), "--resolve", other)
    assert out.exists()


def test_a_case_file_names_each_hit_and_takes_a_reason_for_it(made: Made, tmp_path: Path) -> None:
    def put(**fields: object) -> str:
        path = tmp_path / "record.json"
        path.write_text(json.dumps(fields), "utf-8")
        ran = made.line.ok("record", "put", str(path), "--case", made.case, "--json")
        return str(ran.json["ref"])

    put(record="person/1", protected=True, names=[{"given": "Марта", "family": "Небувала"}])
    incident = put(record="incident/1", title="Exercise: the ferry")
    claim = put(record="occurrence/1", kind="shelling", incident=incident)
    for quote in ("Marta Nebuvala", "the bridge", "Nebuvala Marta"):
        put(record="assertion/1", about=claim, stance="reports", quote=quote)
    asked = ["casefile", incident, "-o", str(tmp_path / "ferry.html"), "--case", made.case]
    error = made.line.run(*asked, "--json").json["error"]
    one, other = (each["hit"] for each in error["details"])
    assert error["found"] == "2 hits" and "ebuvala" not in str(error)
    shown = made.line.run(*asked, "--json", "--show-leaks").json["error"]["details"]
    assert [each["excerpt"] for each in shown] == ["Marta Nebuvala", "Nebuvala Marta"]
    for text in ("another person of that name", f"{one}="):
        ran = made.line.run(*asked, "--not-them", text)
        assert ran.code == 2 and "HIT=REASON" in ran.err
    assert made.line.run(*asked, "--not-them", f"{one}=a namesake").code == 1
    made.line.ok(*asked, "--not-them", f"{one}=a namesake", "--resolve", f"{other}=a ferry")
