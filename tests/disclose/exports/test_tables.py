"""A table of records read again gives back every field, whatever the words are."""

from __future__ import annotations

import csv
import io
import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.disclose.exports import Exported
from probatum.disclose.exports.tables import columns, read, table
from probatum.errors import InputError
from probatum.model.nouns import Assertion, Figure, Incident, Place, Source, plain
from probatum.model.record import Record
from probatum.model.values import Citation, NameForm, People, Translation, When

ID = "0123456789abcdef" * 2
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).filter(
    lambda text: "\x00" not in text
)


def exported(record: Record) -> Exported:
    return Exported(ID, "EXR-00001-3", 7, "A. Analyst", "2026-01-02T03:04:05Z", record)


def again(record: Record) -> dict[str, object]:
    text = b"".join(table(record.noun, [exported(record)])).decode()
    [(line, fields)] = list(read(text))
    assert line >= 2
    return fields


def as_read(record: Record) -> dict[str, object]:
    fields: dict[str, object] = json.loads(
        msgspec.json.encode({"id": ID, "ref": "EXR-00001-3"} | plain(record))
    )
    return fields


RECORDS = [
    Incident(title="Млинова дорога", labels=("a,b", 'c"d'), remark="two\nlines\r\nand three"),
    Source(kind="person", names=(NameForm(full="سلمى", language="ar"),), protected=True),
    Place(names=(NameForm(full="Mill"),), lat="49.98", lon="-0.5", precision_m=500),
    Figure(measure="killed", low=22, bound="at_least", as_of=When(edtf="2026-04-03~"),
           cumulative=True, unknown={"place": "not-stated"}),
    Assertion(
        about=ID, stance="denies", denies="scale", via=(None, ID), hedges=("alleged",),
        speaker_count=People(low=2), quote="=1+1", language="uk",
        translation=Translation(text="'tis", language="en", by="A machine", machine=True),
        citations=(Citation(item=ID, page=3),),
    ),
]  # fmt: skip


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.noun)
def test_nothing_is_lost(record: Record) -> None:
    assert again(record) == as_read(record)


@given(WORDS, WORDS, st.lists(WORDS, max_size=3))
def test_no_words_are_lost(title: str, remark: str, labels: list[str]) -> None:
    record = Incident(title=title, remark=remark, labels=tuple(labels))
    assert again(record) == as_read(record)


@pytest.mark.parametrize(
    "title", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "'quoted'"]
)
def test_a_spreadsheet_runs_no_cell_as_a_formula(title: str) -> None:
    text = b"".join(table("incident", [exported(Incident(title=title))])).decode()
    [header, cells] = list(csv.reader(io.StringIO(text, newline="")))
    assert cells[header.index("title")] == "'" + title
    assert again(Incident(title=title))["title"] == title


def test_columns_may_be_fewer_and_in_any_order() -> None:
    text = "title,record\r\nMill road,incident/1\r\n\r\n"
    assert list(read(text)) == [(2, {"title": "Mill road", "record": "incident/1"})]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("title\r\nMill\r\n", "the first line"),
        ("record,record\r\nincident/1,incident/1\r\n", "the first line"),
        ('record,title\r\nincident/1,"open\r\n', "line"),
        ("", "the first line"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused_by_its_line(text: str, item: str) -> None:
    with pytest.raises(InputError, match="bad-record") as caught:
        list(read(text))
    assert caught.value.item.startswith(item)


@pytest.mark.parametrize(
    ("row", "item"), [("incident/1", "the row"), ("hearsay/1,x,", "record"),
                      ("figure/1,,many", "low")],
)  # fmt: skip
def test_a_row_that_cannot_be_read_leaves_the_others(row: str, item: str) -> None:
    text = f"record,title,low\r\n{row}\r\nincident/1,Mill road,\r\n"
    (line, error), (_, fields) = read(text)
    assert line == 2 and isinstance(error, InputError) and error.item == item
    assert fields == {"record": "incident/1", "title": "Mill road"}


def test_every_field_of_a_noun_has_its_column() -> None:
    assert columns("incident") == (
        "id", "ref", "index", "by", "at", "record", "labels", "remark", "unknown", "title", "kind",
        "resolution",
    )  # fmt: skip
