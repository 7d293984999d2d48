"""Excel workbooks: what people see in them comes out as text, and what they do not is said."""

from __future__ import annotations

import datetime
import io
from typing import Any

import openpyxl
import pytest

from derive.tables.made_workbooks import by_hand, cells, workbook
from probatum.derive.tables.reading import read
from probatum.derive.tables.values import Limits, Opened, RefusedError, Row

USUAL = Limits()


def rows(data: bytes, sheet: str | None = None, limits: Limits = USUAL) -> list[Row]:
    return [each for each in read(data, "a.xlsx", limits, sheet) if isinstance(each, Row)]


def test_words_written_from_right_to_left_come_as_they_are() -> None:
    def fill(sheet: Any) -> None:
        sheet.sheet_view.rightToLeft = True
        sheet.append(["الاسم", "العمر"])
        sheet.append(["محمد الخيالي", 34])

    assert [each.cells for each in rows(workbook(fill))] == [
        ("الاسم", "العمر"), ("محمد الخيالي", "34"),
    ]  # fmt: skip


def test_a_date_has_the_precision_that_its_format_shows() -> None:
    day = datetime.date(2031, 3, 5)

    def fill(sheet: Any) -> None:
        for at, shown in enumerate(("yyyy-mm-dd", "mmm yyyy", "yyyy", "dd/mm", "0", '"d" 0')):
            sheet.cell(1, at + 1, day).number_format = shown
        sheet.cell(2, 1, datetime.datetime(2031, 3, 5, 14, 30))  # noqa: DTZ001 - as Excel has it
        sheet.cell(2, 2, datetime.time(6, 15))
        sheet.cell(2, 3, datetime.date(1900, 2, 28))

    first, second = rows(workbook(fill))
    assert first.cells == ("2031-03-05", "2031-03", "2031", "2031-03-05", "47912", "47912")
    assert second.cells == ("2031-03-05T14:30:00", "06:15:00", "1900-02-28")


def test_days_may_be_counted_from_1904() -> None:
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active.append([datetime.date(2031, 3, 5)])
    stream = io.BytesIO()
    book.save(stream)
    assert rows(stream.getvalue())[0].cells == ("2031-03-05",)


def test_numbers_are_written_as_a_person_writes_them() -> None:
    found = rows(workbook(lambda sheet: sheet.append([34.0, 0.5, 10**14, 49.98, True, -3])))
    assert found[0].cells == ("34", "0.5", "100000000000000", "49.98", "TRUE", "-3")


def test_a_formula_counts_by_its_result_and_one_without_is_said() -> None:
    sheet = (
        '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c>'
        '<c r="B1" t="str"><f>x</f><v>two</v></c><c r="C1"><f>1+2</f></c>'
        '<c r="D1" t="e"><v>#REF!</v></c></row></sheetData>'
    )
    [row] = rows(by_hand(sheet))
    assert row.cells == ("2", "two", "", "#REF!")
    assert set(row.notes) == {"formula-without-value", "error-value"}


def test_a_merged_cell_stands_in_each_that_it_covers() -> None:
    def fill(sheet: Any) -> None:
        sheet["A1"], sheet["B1"] = "District", "Name"
        sheet["A2"] = "Mill"
        for at, name in enumerate(("Anna", "Boris", "Clara"), start=2):
            sheet.cell(at, 2, name)
        sheet.merge_cells("A2:A4")

    found = rows(workbook(fill))
    assert [each.cells for each in found[1:]] == [
        ("Mill", "Anna"), ("Mill", "Boris"), ("Mill", "Clara"),
    ]  # fmt: skip
    assert all(each.notes == ("merged",) for each in found[1:])


def test_rows_out_of_order_and_twice_are_kept_and_said() -> None:
    sheet = f"<sheetData>{cells('3', 'c')}{cells('2', 'b')}{cells('3', 'again')}</sheetData>"
    found = rows(by_hand(sheet))
    assert [each.cells[0] for each in found] == ["c", "b", "again"]
    assert [each.notes for each in found] == [(), ("row-out-of-order",), ("row-out-of-order",)]
    assert [each.number for each in found] == [3, 4, 5]


def test_a_sheet_is_found_by_name_else_the_first_that_is_shown_and_has_rows() -> None:
    book = openpyxl.Workbook()
    book.active.title = "Empty"
    book.create_sheet("Hidden").append(["hidden"])
    book["Hidden"].sheet_state = "hidden"
    book.create_sheet("List").append(["listed"])
    stream = io.BytesIO()
    book.save(stream)
    data = stream.getvalue()
    said = next(iter(read(data, "a.xlsx", Limits())))
    assert isinstance(said, Opened)
    assert said.sheet == "List"
    assert [(each.name, each.hidden, each.has_rows) for each in said.sheets] == [
        ("Empty", False, False), ("Hidden", True, True), ("List", False, True),
    ]  # fmt: skip
    assert rows(data, "Hidden")[0].cells == ("hidden",)
    with pytest.raises(RefusedError) as refused:
        rows(data, "Nowhere")
    assert refused.value.failed.code == "no-sheet"


def test_how_a_word_is_pronounced_is_no_part_of_it() -> None:
    sheet = (
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><r><t>Ol</t></r><r><t>ena</t></r>'
        "<rPh><t>o-lena</t></rPh></is></c></row></sheetData>"
    )
    assert rows(by_hand(sheet))[0].cells == ("Olena",)
