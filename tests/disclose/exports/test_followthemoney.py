"""FollowTheMoney entities: valid for that library, and no claim becomes a fact on the way."""

from __future__ import annotations

import json

import pytest

from probatum.disclose.exports import Exported
from probatum.disclose.exports.followthemoney import entities
from probatum.model.nouns import Assertion, Group, Incident, Occurrence, Person, Place, Source
from probatum.model.record import Record
from probatum.model.values import NameForm, When


def number(value: int) -> str:
    return f"{value:032x}"


RECORDS: list[Record] = [
    Incident(title="Mill road"),
    Source(kind="organisation", names=(NameForm(full="Invented Ministry"),)),
    Occurrence(kind="killing", incident=number(0), text="people were killed at the mill"),
    Assertion(about=number(2), stance="denies", denies="occurrence", speaker=number(1),
              said_at=When(edtf="2026-04-03"), quote="It did not happen"),
    Person(names=(NameForm(full="Олена Приклад"), NameForm(full="Olena Pryklad")),
           born=When(edtf="1984~"), sex="female", nationality="UA"),
    Group(kind="unit", unknown={"names": "not-stated"}),
    Place(names=(NameForm(full="Invented Mill"),), lat="49.987654", lon="36.123456",
          precision_m=1000, country="UA"),
    Source(kind="account", names=(NameForm(full="@invented"),)),
]  # fmt: skip
EXPORTED = [
    Exported(number(index), f"EXR-{index}", index, "A", "2026-01-01T00:00:00Z", record)
    for index, record in enumerate(RECORDS)
]


@pytest.fixture(scope="module")
def found() -> dict[str, dict[str, list[str]]]:
    read = [json.loads(line) for line in entities(EXPORTED)]
    return {f"{each['schema']} {each['id'][-1]}": each["properties"] for each in read}


def test_a_denial_is_a_note_that_says_who_denies_what(
    found: dict[str, dict[str, list[str]]],
) -> None:
    note = found["Note 3"]
    assert note["description"] == [
        "Invented Ministry denies: occurrence EXR-2: people were killed at the mill. A claim, not "
        "a finding.\nQuote: It did not happen"
    ]
    assert note["entity"] == ["probatum-" + number(0)]
    assert "Occurrence 2" not in found and "occurrence" not in " ".join(found)


def test_a_date_that_is_not_certain_is_left_out(found: dict[str, dict[str, list[str]]]) -> None:
    assert "birthDate" not in found["Person 4"]
    assert found["Note 3"]["date"] == ["2026-04-03"]


def test_a_point_is_no_finer_than_its_precision(found: dict[str, dict[str, list[str]]]) -> None:
    place = found["Address 6"]
    assert (place["latitude"], place["longitude"]) == (["49.99"], ["36.12"])
    assert "1000 m" in place["remarks"][0]


def test_an_unnamed_group_is_called_unknown(found: dict[str, dict[str, list[str]]]) -> None:
    assert found["Organization 5"]["name"] == ["unknown (EXR-5)"]


def test_the_library_accepts_every_entity() -> None:
    library = pytest.importorskip("followthemoney")
    for line in entities(EXPORTED):
        data = json.loads(line)
        proxy = library.model.get_proxy(data, cleaned=False)
        library.model.get(proxy.schema.name).validate(data)
