"""PDF and DOCX: what they say, where, and what they do not say."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import pytest
from fpdf import FPDF

from derive.text.made_files import ARABIC, UKRAINIAN, docx, pdf, said
from probatum.derive.text import reading
from probatum.derive.text.extracted import Extracted, Failed, Limits


def read(data: bytes, name: str = "file") -> Extracted:
    found = reading.read(data, name, Limits())
    assert isinstance(found, Extracted), found
    return found


def code(data: bytes, name: str = "file") -> str:
    found = reading.read(data, name, Limits())
    assert isinstance(found, Failed), found
    return found.code


def pieces(found: Extracted, kind: str) -> dict[str, str]:
    return {part.label: found.text[part.start : part.end] for part in found.parts
            if part.kind == kind}  # fmt: skip


# A page draws Arabic from the left as any other line: the last letter first.
@pytest.mark.parametrize(("words", "drawn"), [(UKRAINIAN, UKRAINIAN), (ARABIC, ARABIC[::-1])])
def test_pages_of_a_pdf_keep_their_boundaries(words: str, drawn: str) -> None:
    found = read(pdf("One", drawn, "Three\nfour"))
    assert found.media_type == "application/pdf"
    page = pieces(found, "page")
    assert page["1"] == "One" and page["3"] == "Three\nfour"
    assert page["2"] == words


def test_a_pdf_states_when_it_was_made() -> None:
    made = FPDF()
    made.set_creation_date(datetime(2026, 3, 2, 8, 15, tzinfo=UTC))
    made.add_page()
    made.set_font("Helvetica")
    made.cell(text="words")
    found = read(bytes(made.output()))
    assert found.fact("created") == "D:20260302081500Z"
    assert found.fact("created_iso") == "2026-03-02T08:15:00Z"


def test_an_encrypted_pdf_is_said_to_be_encrypted() -> None:
    made = FPDF()
    made.add_page()
    made.set_encryption(owner_password="one", user_password="two")
    assert code(bytes(made.output())) == "encrypted"


def test_a_scan_is_said_to_have_no_text() -> None:
    made = FPDF()
    made.add_page()
    made.rect(10, 10, 50, 50, style="F")
    assert code(bytes(made.output())) == "no-text"


def test_a_pdf_cut_anywhere_is_an_answer() -> None:
    whole = pdf("One", UKRAINIAN)
    for end in range(0, len(whole), 97):
        assert isinstance(reading.read(whole[:end], "a.pdf", Limits()), (Extracted, Failed))


def test_a_huge_page_is_an_answer() -> None:
    made = pdf("One").replace(b"[0 0 595 842]", b"[0 0 9999999 9999999]")
    assert read(made).text == "One"


def test_all_that_word_shows_is_read_in_order() -> None:
    body = (
        said(UKRAINIAN)
        + "<w:p><w:ins><w:r><w:t>Inserted. </w:t></w:r></w:ins><w:del><w:r><w:delText>Gone."
        "</w:delText></w:r></w:del><w:r><w:t>Stays</w:t><w:tab/><w:t>here</w:t></w:r></w:p>"
        + "<w:sdt><w:sdtContent>" + said("In a control") + "</w:sdtContent></w:sdt>"
        + "<w:tbl><w:tr><w:tc>" + said("name") + "</w:tc><w:tc>" + said(ARABIC)
        + "</w:tc></w:tr></w:tbl>" + said("after")
    )  # fmt: skip
    found = read(docx(body, footnotes=said("A note"), comments=said("A remark"),
                      header1=said("At the top")))  # fmt: skip
    assert found.text.split("\n") == [
        "At the top", UKRAINIAN, "Inserted. Stays\there", "In a control", "name", ARABIC, "after",
        "A note", "A remark",
    ]  # fmt: skip
    assert pieces(found, "cell") == {"1,1,1": "name", "1,1,2": ARABIC}
    assert found.fact("author") == "О. Вигадана"
    assert found.fact("tracked_deletions_left_out") == "1"


def test_a_document_without_text_says_so() -> None:
    assert code(docx("<w:p/>")) == "no-text"


def test_a_document_that_defines_entities_is_refused() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">{laughs}]><d>&l9;</d>',
        )
    assert code(made.getvalue()) == "unreadable"


def test_a_zip_bomb_is_too_large() -> None:
    data = docx("<w:p><w:r><w:t>" + "a" * (3 << 20) + "</w:t></w:r></w:p>")
    assert len(data) < 20_000
    found = reading.read(data, "a.docx", Limits(input_bytes=1 << 20))
    assert found == Failed("too-large", "more bytes unpacked than the limit allows")


def test_a_document_cut_anywhere_is_an_answer() -> None:
    whole = docx(said(UKRAINIAN))
    for end in range(0, len(whole), 31):
        found = reading.read(whole[:end], "a.docx", Limits())
        assert isinstance(found, Failed) or end == len(whole)


def test_tables_in_tables_are_read_to_any_sensible_depth() -> None:
    def nested(depth: int) -> bytes:
        opened, closed = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
        return docx(opened * depth + said("inside") + closed * depth)

    assert read(nested(500)).text == "inside"
    assert code(nested(100_000)) == "unreadable"
