"""What a column of a list is read as, in words that catalogues have."""

from __future__ import annotations

from probatum.link.lists.cells import MEANINGS, meanings
from probatum.model.list_mapping import (
    NAME_PARTS,
    DateColumns,
    Mapping,
    NameColumns,
    PlaceColumns,
    StandingColumns,
)


def test_every_column_of_a_mapping_is_read_as_something_that_is_translated() -> None:
    whole = Mapping(
        row_id="1", sex="2", cause="3", weapon="4", alleged_perpetrator="5", status="6",
        people="7", source="8", source_url="9",
        names=tuple(
            NameColumns(alias=alias, **{part: f"{alias}{part}"})
            for alias in (False, True) for part in NAME_PARTS
        ),
        born=DateColumns(whole="b"), died=DateColumns(year="y", month="m", day="d"),
        place=PlaceColumns(text="p", lat="lat", lon="lon", precision_m="near", path=("1st",)),
        standings=(StandingColumns(status="dead", when="then", said="so"),),
    )  # fmt: skip
    found = meanings(whole)
    assert found["Truekunya"] == "alias: kunya" and found["then"] == "became: dead, when"
    extra = {"place: 1", "became: dead, when"}
    assert set(found.values()) <= MEANINGS | extra
