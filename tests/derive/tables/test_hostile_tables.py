"""Files made to hurt whoever opens them cost a refusal, no more."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

from derive.tables.made_workbooks import MAIN, by_hand, cells, workbook
from probatum.derive.tables.apart import Table
from probatum.derive.tables.values import Limits, Row
from probatum.errors import InputError

SMALL = Limits(memory_bytes=1 << 30, seconds=20, unpacked_bytes=64 << 20)
DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def rows(data: bytes, name: str = "a.xlsx", limits: Limits = SMALL) -> list[Row]:
    with Table([data], name, limits=limits) as table:
        return list(table)


def refusal(data: bytes, limits: Limits = SMALL) -> str:
    with pytest.raises(InputError) as refused:
        rows(data, limits=limits)
    assert refused.value.code == "bad-list"
    assert refused.value.remedy
    return refused.value.found.partition(":")[0]


@pytest.mark.parametrize("before", [DOCTYPE, OUTSIDE, "<!-- " + "x" * 200_000 + " -->" + DOCTYPE])
def test_entities_are_refused_wherever_they_are_declared(before: str) -> None:
    sheet = '<sheetData><row r="1"><c t="inlineStr"><is><t>&a;</t></is></c></row></sheetData>'
    assert refusal(by_hand(sheet, before=before)) == "unreadable"


def test_a_part_in_another_encoding_may_declare_none_either() -> None:
    shared = f'<?xml version="1.0" encoding="UTF-16"?>{DOCTYPE}<sst xmlns="{MAIN}"/>'
    links = by_hand("<sheetData/>", more={"xl/sharedStrings.xml": shared.encode("utf-16")})
    assert rows(links) == []  # nothing refers to it, so nothing reads it


def test_what_unpacks_to_too_much_is_refused_before_it_is_unpacked() -> None:
    bomb = by_hand("<sheetData/>", more={"xl/media/a": b"\0" * (80 << 20)})
    assert len(bomb) < 200_000
    assert refusal(bomb) == "too-large"


def test_a_sheet_of_a_million_columns_is_cut_and_says_so() -> None:
    wide = "".join('<c t="inlineStr"><is><t>x</t></is></c>' for _ in range(200_000))
    [row] = rows(by_hand(f'<sheetData><row r="1">{wide}</row></sheetData>'))
    assert len(row.cells) == SMALL.columns
    assert row.notes == ("too-many-columns",)


@pytest.mark.parametrize("where", ["ZZZZZZZ1", "A99999999999", "1A", "", "ÄÖ3"])
def test_an_address_that_no_sheet_has_is_no_trick(where: str) -> None:
    sheet = f'<sheetData><row r="1"><c r="{where}"><v>7</v></c></row></sheetData>'
    found = rows(by_hand(sheet))
    assert all(len(each.cells) <= SMALL.columns for each in found)


def test_a_row_number_beyond_every_sheet_is_refused() -> None:
    assert refusal(by_hand(f"<sheetData>{cells('90000000', 'x')}</sheetData>")) == "unreadable"


def test_more_merged_cells_than_anybody_needs_are_refused() -> None:
    merges = "".join(f'<mergeCell ref="A{at}:B{at}"/>' for at in range(1, 2_000))
    sheet = f"<sheetData>{cells('1', 'x')}</sheetData><mergeCells>{merges}</mergeCells>"
    limits = Limits(merged=1_000, seconds=20)
    assert refusal(by_hand(sheet), limits) == "too-large"


def test_a_macro_is_named_and_never_run() -> None:
    data = by_hand(f"<sheetData>{cells('1', 'x')}</sheetData>", more={"xl/vbaProject.bin": b"x"})
    with Table([data], "a.xlsm", limits=SMALL) as table:
        assert table.opened.has_macros
        assert [each.cells for each in table] == [("x",)]


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_workbook_that_was_cut_is_refused(share: float) -> None:
    data = workbook(lambda sheet: sheet.append(["a", "b"]))
    assert refusal(data[: int(len(data) * share)]) == "unreadable"


def test_a_table_that_takes_too_much_processor_time_is_given_up() -> None:
    slow = by_hand("<sheetData>" + '<row r="1"/>' * 20_000_000 + "</sheetData>")
    assert refusal(slow, Limits(seconds=1)) in ("timed-out", "crashed")


def test_a_worker_that_does_not_answer_is_not_waited_for() -> None:
    limits = Limits(seconds=6)
    with Table([b"a,b\n" + b"1,2\n" * 200_000], "a.csv", limits=limits) as table:
        table._process.send_signal(signal.SIGSTOP)
        with pytest.raises(InputError) as refused:
            list(table)
    assert refused.value.found.startswith("timed-out")
    assert table._process.poll() is not None


def test_more_bytes_than_the_limit_are_not_taken() -> None:
    assert refusal(b"a,b\n" * 1_000, Limits(input_bytes=1_000)) == "too-large"


def test_what_the_bytes_come_from_may_fail() -> None:
    def chunks() -> Iterator[bytes]:
        yield b"a,b\n"
        raise LookupError("the disk")

    with pytest.raises(LookupError):
        Table(chunks(), "a.csv")


def test_old_and_encrypted_workbooks_get_a_remedy() -> None:
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) == "unsupported"


def test_no_cell_is_repeated_by_an_error() -> None:
    with pytest.raises(InputError) as refused:
        rows(by_hand('<sheetData><row r="1"><c><v>Olena</v></row></sheetData>'))
    assert "Olena" not in str(refused.value)


def test_the_worker_is_gone_when_the_table_is_closed_in_the_middle() -> None:
    table = Table([b"a,b\n" + b"1,2\n" * 200_000], "a.csv", limits=SMALL)
    assert next(iter(table)).cells == ("a", "b")
    table.close()
    assert table._process.poll() is not None
