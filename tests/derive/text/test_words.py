"""Plain text and tables: encodings, line breaks, cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derive.text.made_files import ARABIC, UKRAINIAN
from probatum.derive.text import reading, table
from probatum.derive.text.extracted import Extracted, Failed, Limits

RUSSIAN = "Жители ещё спали, когда начался обстрел; они слышали пять взрывов."


def read(data: bytes, name: str = "file") -> Extracted:
    found = reading.read(data, name, Limits())
    assert isinstance(found, Extracted), found
    return found


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        (UKRAINIAN, "cp1251"), (UKRAINIAN, "koi8-u"), (RUSSIAN, "koi8-r"), (RUSSIAN, "cp866"),
        (UKRAINIAN, "utf-8"), (UKRAINIAN, "utf-8-sig"), (UKRAINIAN, "utf-16"),
        (UKRAINIAN, "utf-16-le"), (UKRAINIAN, "utf-16-be"), (UKRAINIAN, "utf-32"),
        (ARABIC, "cp1256"), (ARABIC, "iso8859-6"), (ARABIC, "utf-8"), (ARABIC, "utf-16-le"),
    ],
)  # fmt: skip
def test_old_encodings_are_recognised(words: str, encoding: str) -> None:
    assert read(words.encode(encoding)).text == words


def test_a_guess_is_called_a_guess() -> None:
    assert "encoding_known_by=guess" in read(UKRAINIAN.encode("cp1251")).parameters
    assert "encoding_known_by=valid" in read(UKRAINIAN.encode()).parameters
    assert "encoding_known_by=mark" in read(UKRAINIAN.encode("utf-8-sig")).parameters


def test_utf_8_that_was_cut_stays_utf_8() -> None:
    found = read(UKRAINIAN.encode()[:-1] + b"\xd1")
    assert found.text[:20] == UKRAINIAN[:20]
    assert "undecodable=1" in found.parameters


def test_line_breaks_become_one_kind_and_paragraphs_have_numbers() -> None:
    found = read(b"one\r\ntwo\r\r\nthree\n")
    assert found.text == "one\ntwo\n\nthree\n"
    assert [found.text[part.start : part.end] for part in found.parts] == ["one", "two", "three"]
    assert [part.label for part in found.parts] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no-text"), (b" \n ", "no-text"), (bytes(range(256)) * 8, "unsupported"),
        (b"\0" * 1000, "unsupported"), (b"\x89PNG\r\n\x1a\n" + b"1" * 99, "unsupported"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "unsupported"),
        (b"{\\rtf1 words}", "unsupported"), (b"PK\x03\x04" + b"1" * 99, "unsupported"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_a_recorded_failure(data: bytes, said: str) -> None:
    found = reading.read(data, "letter.txt", Limits())
    assert isinstance(found, Failed) and found.code == said


def test_a_few_zero_bytes_do_not_hide_a_text() -> None:
    assert read(b"words " * 100 + b"\0" + b"words").text.endswith("\ufffdwords")


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.csv", "a.html", "a.eml", "a.docx"]))
def test_any_bytes_under_any_name_are_an_answer(data: bytes, name: str) -> None:
    found = reading.read(data, name, Limits())
    if isinstance(found, Extracted):
        found.text.encode()
        assert "\r" not in found.text and "\0" not in found.text
        assert all(0 <= part.start <= part.end <= len(found.text) for part in found.parts)


def cells(found: Extracted) -> dict[str, str]:
    return {part.label: found.text[part.start : part.end] for part in found.parts
            if part.kind == "cell"}  # fmt: skip


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_cells_are_named_by_row_and_column(delimiter: str) -> None:
    lines = [["Ім'я", "وقت"], [f'"A{delimiter} ""B"""', "06:10"], ["C", '"two\nlines"']]
    text = "\n".join(delimiter.join(line) for line in lines)
    found = read(text.encode(), "list.csv")
    assert found.text == text and found.media_type == "text/csv"
    assert cells(found) == {
        "1,1": "Ім'я", "1,2": "وقت", "2,1": f'A{delimiter} ""B""', "2,2": "06:10", "3,1": "C",
        "3,2": "two\nlines",
    }  # fmt: skip


def test_a_blank_row_keeps_its_number_and_a_stray_mark_swallows_nothing() -> None:
    found = read(b'a;b\n\n"stray;x\nc;d\n', "list.csv")
    assert cells(found)["4,1"] == "c" and cells(found)["3,1"] == '"stray'
    assert found.fact("rows") == "4"


def test_a_table_of_too_many_cells_has_its_rows() -> None:
    found = reading.read(b"a;b;c\n" * 50, "list.csv", Limits(parts=60))
    assert isinstance(found, Extracted) and "parts=rows" in found.parameters
    assert {part.kind for part in found.parts} == {"row"}


@given(st.lists(st.lists(st.text("abї،\u0639 ", min_size=1), min_size=2, max_size=2), min_size=1))
def test_a_written_table_is_read_as_it_was_written(lines: list[list[str]]) -> None:
    text = "\n".join(";".join(line) for line in lines)
    read_back = [[text[first:last] for first, last in found] for _, _, found in
                 table.rows(text, ";")]  # fmt: skip
    assert read_back == lines


def test_marks_that_are_never_closed_take_no_time() -> None:
    assert len(list(table.rows('"stray\n' * 100_000, ","))) == 100_000
