"""Redacting from the command line: hide, look, disclose the copy, decide otherwise by two."""

from __future__ import annotations

import zipfile
from pathlib import Path

from command_line import Made

WHY = ("--code", "security", "--basis", "invented rule 70", "--approver", "B. Reviewer")


def test_a_copy_is_made_looked_at_and_goes_instead(made: Made, tmp_path: Path) -> None:
    ref, copy, package = made.ref("one.txt"), tmp_path / "copy.txt", tmp_path / "P.zip"
    told = made.line.ok("redact", ref, "--span", "0-2", *WHY, "-o", str(copy),
                        "--case", made.case, "--json").json  # fmt: skip
    assert (told["places"], told["media_type"]) == (1, "text/plain")
    assert copy.read_bytes().startswith(b"[redacted: security]")
    made.line.ok("clear", ref, "--case", made.case)
    given = made.line.ok("disclose", ref, "--to", "Court", "--purpose", "exercise", "--plain",
                         "-o", str(package), "--case", made.case, "--json").json  # fmt: skip
    assert given["redacted"] == [ref]
    with zipfile.ZipFile(package) as found:
        assert found.read("originals/" + told["copy"]) == copy.read_bytes()
    other = tmp_path / "Q.zip"
    given = made.line.ok("disclose", ref, "--to", "Court", "--purpose", "exercise", "--plain",
                         "--original-despite-redaction", f"{ref}=C. Counsel:ordered", "-o",
                         str(other), "--case", made.case, "--json").json  # fmt: skip
    assert given["redacted"] == []


def test_a_preview_stores_nothing(made: Made, tmp_path: Path) -> None:
    told = made.line.ok("redact", made.ref("two.txt"), "--span", "0-1", *WHY, "--preview", "-o",
                        str(tmp_path / "look.txt"), "--case", made.case)  # fmt: skip
    assert "Preview, not stored" in told.out
