"""CSV of any encoding and delimiter: every row comes out, and what was strange is said."""

from __future__ import annotations

import pytest

from probatum.derive.tables.reading import read
from probatum.derive.tables.values import Limits, Opened, RefusedError, Row

USUAL = Limits()
UKRAINIAN = "Ім'я;Вік\r\nОлена Вигадана;34\r\nЇжак Ґанок;5\r\n"


def rows(data: bytes | str, name: str = "a.csv", limits: Limits = USUAL) -> list[Row]:
    given = data.encode() if isinstance(data, str) else data
    return [each for each in read(given, name, limits) if isinstance(each, Row)]


def opened(data: bytes) -> Opened:
    first = next(iter(read(data, "a.csv", Limits())))
    assert isinstance(first, Opened)
    return first


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8_u"]
)
def test_a_table_is_read_in_the_encoding_that_it_has(encoding: str) -> None:
    data = UKRAINIAN.encode(encoding)
    assert [each.cells for each in rows(data)] == [
        ("Ім'я", "Вік"), ("Олена Вигадана", "34"), ("Їжак Ґанок", "5"),
    ]  # fmt: skip
    assert opened(data).encoding_known_by in ("mark", "valid", "guess")


def test_arabic_of_windows_is_read() -> None:
    text = "الاسم,العمر\n" + "محمد الخيالي,٣٤\nليلى المتخيلة,٢٥\n" * 20
    data = text.replace("٣٤", "34").replace("٢٥", "25").encode("cp1256")
    assert rows(data)[1].cells == ("محمد الخيالي", "34")


def test_letters_far_down_still_tell_the_encoding() -> None:
    data = b"name;age\n" + b"Plain;1\n" * 200_000 + "Олена Вигадана із села;2\n".encode("cp1251")
    assert opened(data).encoding == "cp1251"
    assert rows(data)[-1].cells[0] == "Олена Вигадана із села"


@pytest.mark.parametrize(("mark", "name"), [(",", ","), (";", ";"), ("\t", "\t"), ("|", "|")])
def test_the_delimiter_is_found_out(mark: str, name: str) -> None:
    text = "\n".join(mark.join(("A, B" if mark != "," else "A", "2", "c")) for _ in range(5))
    assert opened(text.encode()).delimiter == name
    assert {len(each.cells) for each in rows(text)} == {3}


def test_a_first_line_may_declare_the_delimiter() -> None:
    found = rows("sep=|\na,b|c,d\n1,2|3,4\n")
    assert [each.cells for each in found] == [("a,b", "c,d"), ("1,2", "3,4")]
    assert [each.number for each in found] == [2, 3]


def test_empty_rows_leave_a_gap_in_the_numbers() -> None:
    assert [each.number for each in rows("a,b\n\n,\n1,2\n")] == [1, 4]


def test_a_quoted_cell_may_hold_everything() -> None:
    assert rows('a,b\n"x, ""y""\nz",2\n')[1] == Row(2, ('x, "y"\nz', "2"))


def test_a_stray_mark_swallows_no_row_behind_it() -> None:
    text = 'a,b\n"broken,1\n' + "".join(f"ok{number},2\n" for number in range(500))
    found = rows(text)
    assert len(found) == 502
    assert found[1] == Row(2, ('"broken', "1"), ("stray-quote",))
    assert [each.number for each in found] == list(range(1, 503))
    assert not any(each.notes for each in found[2:])


def test_a_mark_inside_a_word_is_a_letter() -> None:
    assert rows('a,b\nthe "mill" road,2\n')[1].cells == ('the "mill" road', "2")


def test_what_is_cut_is_said() -> None:
    limits = Limits(columns=3, cell_characters=5)
    found = rows("a,b,c\n1,2,3,4\n1234567,2,3\n1,2,3,,\n", limits=limits)
    assert found[1] == Row(2, ("1", "2", "3"), ("too-many-columns",))
    assert found[2] == Row(3, ("12345", "2", "3"), ("cell-too-long",))
    assert found[3].notes == ()


def test_too_many_rows_are_refused_and_not_cut() -> None:
    with pytest.raises(RefusedError) as refused:
        rows("a,b\n" * 11, limits=Limits(rows=10))
    assert refused.value.failed.code == "too-large"


@pytest.mark.parametrize("data", [b"", b"\n\n\n", b" \r\n", b"\xef\xbb\xbf"])
def test_an_empty_file_has_no_rows(data: bytes) -> None:
    assert rows(data) == []


def test_pictures_are_no_tables() -> None:
    with pytest.raises(RefusedError):
        rows(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)


def test_zeros_in_text_become_visible() -> None:
    assert "\ufffd" in rows("name,age\n" + "Anna,4\n" * 300 + "A\0B,3\n")[-1].cells[0]
