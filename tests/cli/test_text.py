"""``extract`` and ``text``: making the words of items, and reading them."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from command_line import Made

WORDS = "Вони бачили\tп'ять вибухів.\nقال السكان\n\x1b[2Jred"


@pytest.fixture(scope="module")
def filled(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("more")
    letter = EmailMessage()
    letter["From"], letter["To"] = "Олена <o@example.org>", "b@example.org"
    letter["Date"], letter["Subject"] = "Mon, 02 Mar 2026 08:15:00 +0200", "Міст"
    letter.set_content("see below")
    letter.add_attachment(b"inner words", "text", "plain", filename="inner.txt")
    (folder / "letter.eml").write_bytes(letter.as_bytes())
    (folder / "words.txt").write_text(WORDS, "utf-8")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff" + bytes(50))
    made.line.ok("add", str(folder), "--case", made.case)
    return made


def test_a_text_is_made_when_it_is_first_asked_for(filled: Made) -> None:
    given = filled.line.ok("text", filled.ref("words.txt"), "--case", filled.case, "--json").json
    assert given["text"] == WORDS and given["media_type"] == "text/plain"
    assert [part["label"] for part in given["parts"]] == ["1", "2", "3"]
    assert given["tool"] == "probatum-text" and "encoding=utf-8" in given["parameters"]
    again = filled.line.ok("text", filled.ref("words.txt"), "--case", filled.case, "--json").json
    assert again["entry"] == given["entry"]


def test_a_text_on_a_terminal_moves_no_cursor_and_no_direction(filled: Made) -> None:
    page = filled.line.ok("text", filled.ref("words.txt"), "--case", filled.case).out
    assert "\x1b" not in page and "\\u001b[2Jred" in page
    assert "\u2068قال السكان\u2069" in page


def test_what_has_no_text_says_why_and_ends_with_1(filled: Made) -> None:
    ran = filled.line.run("text", filled.ref("photo.jpg"), "--case", filled.case)
    assert ran.code == 1 and "unsupported: no reader for this kind of file" in ran.out
    told = filled.line.run("text", filled.ref("photo.jpg"), "--case", filled.case, "--json")
    assert told.code == 1 and (told.json["text"], told.json["failure"]) == (None, "unsupported")


def test_all_new_items_are_read_attachments_included(filled: Made) -> None:
    done = filled.line.ok("extract", "--all-new", "--case", filled.case, "--json").json
    assert done["damaged"] == []
    letter = filled.line.ok("text", filled.ref("letter.eml"), "--case", filled.case).out
    assert "see below" in letter and "Олена <o@example.org>" in letter and "inner.txt" in letter
    inner = filled.line.ok("text", filled.ref("inner.txt"), "--case", filled.case, "--json").json
    assert inner["text"] == "inner words"
    page = filled.line.ok("extract", "--all-new", "--case", filled.case).out
    assert page == "0 texts made.\n"


def test_items_are_named_or_all_new_are_meant(filled: Made) -> None:
    for arguments in ((), (filled.ref("words.txt"), "--all-new")):
        ran = filled.line.run("extract", *arguments, "--case", filled.case)
        assert ran.code == 2 and "wrong-use" in ran.err


def test_a_failure_of_a_named_item_ends_with_1(filled: Made) -> None:
    ran = filled.line.run("extract", filled.ref("photo.jpg"), "--case", filled.case)
    assert ran.code == 1 and "unsupported" in ran.out


def test_what_erasing_takes_along_is_said_before(filled: Made, tmp_path: Path) -> None:
    ref = filled.ref("letter.eml")
    filled.line.ok("extract", ref, "--case", filled.case)
    done = filled.line.ok("erase", ref, "--reason", "protection", "--yes", "--case", filled.case)
    page = " ".join(done.out.split())  # wherever the lines break
    assert "2 objects made from it" in page and "Attachments stay" in page
    assert filled.line.run("text", ref, "--case", filled.case).code == 1
