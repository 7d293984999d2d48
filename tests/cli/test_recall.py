"""What was given to whom, and asking it back, as a person types it."""

from __future__ import annotations

from pathlib import Path

from command_line import Made


def test_what_was_given_is_listed_and_asked_back(made: Made, tmp_path: Path) -> None:
    line, case = made.line, ("--case", made.case)
    assert "Nothing was given away yet" in line.ok("disclosures", *case).out
    file = tmp_path / "note.txt"
    file.write_text("An invented note.\n")
    ref = line.ok("add", str(file), *case, "--json").json["items"][0]["ref"]
    line.ok("clear", ref, "--reason", "exercise", *case)
    out = tmp_path / "P.zip"
    handling = ("--confidentiality", "restricted", "--type", "lead")
    given = line.ok("disclose", ref, "--to", "Exercise Court", "--purpose", "trial", "-o", str(out),
                    "--plain", *handling, *case, "--json").json  # fmt: skip
    wrong = line.run("disclose", ref, "--to", "X", "--purpose", "y", "-o", str(out) + "2",
                     "--plain", "--confidentiality", "top", *case)  # fmt: skip
    assert wrong.code == 2 and "record terms confidentiality" in wrong.err
    listed = line.ok("disclosures", *case).out
    assert "Exercise Court" in listed and "restricted, lead" in listed
    entry = str(given["entry"])
    refused = line.run("recall", entry, "--asks", "burn", "--reason", "x", *case)
    assert refused.code == 2 and "destroy, return, stop-using" in refused.err
    notice = line.ok("recall", entry, "--asks", "destroy", "--reason", "a name was missed", *case)
    for part in ("NOTICE OF RECALL", "Exercise Court", "destroy every copy", "a name was missed"):
        assert part in notice.out, part
    [found] = line.ok("disclosures", *case, "--json").json["disclosures"]
    assert [each["asks"] for each in found["recalls"]] == ["destroy"]
    assert found["manifest_sha256"] in notice.out
