"""Tables of one case put into another: references between them stay, what cannot stay is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from offices import Office
from probatum.acts.export_records import export
from probatum.acts.put_record import put
from probatum.acts.put_records import Delivery, Refused, put_records
from probatum.acts.record_tables import in_order
from probatum.acts.record_texts import Given, records
from probatum.model.nouns import Assertion, Description, Incident, Occurrence, Place, Vocabulary
from probatum.model.nouns.vocabularies import Term
from probatum.model.values import NameForm


class World:
    """A case whose records name each other across tables, and an item; its tables."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.office = folder, Office(folder, "sender")
        self.office.write(letter__txt=b"an invented letter")
        [self.item] = self.office.take_in()
        with self.office.open() as session:
            term = Term(code="ferry", label="Ferry", definition="a boat", definition_source="us")
            put(session, Vocabulary(name="place-kind", terms=(term,)))
            village = put(session, Place(names=(NameForm(full="Village"),), kind="village"))
            outer = put(session, Place(names=(NameForm(full="District"),), kind="district"))
            # Revised to name one that was recorded after it: further down in the same table.
            put(session, Place(names=(NameForm(full="Village"),), within=outer.id), id=village.id,
                why="found out")  # fmt: skip
            put(session, Place(names=(NameForm(full="The ferry"),), kind="ferry"))
            incident = put(session, Incident(title="Exercise: the ferry"))
            claim = put(session, Occurrence(kind="shelling", incident=incident.id,
                                            place=village.id))  # fmt: skip
            said = put(session, Assertion(about=claim.id, stance="asserts"))
            put(session, Assertion(about=said.id, stance="disputes"))
            put(session, Description(item=session.find(self.item).id, kind="report"))
            self.incident = incident.ref
            self.files = export(session, "csv", folder / "tables").files

    def rows(self, *stems: str) -> list[Given]:
        paths = [path for path in self.files if not stems or path.stem in stems]
        return [row for path in paths for row in records(path.read_bytes(), "csv")]

    def give(self, other: Office, rows: list[Given]) -> tuple[Delivery, list[Refused]]:
        with other.open() as session:
            return put_records(session, in_order(rows))

    def bodies(self, office: Office) -> list[str]:
        with office.open() as session:
            rows = session.index.records()
            known = {row.id: repr(getattr(row.body, "names", row.noun)) for row in rows}
            items = {session.find(row.id).id: "item" for row in session.index.items()}
        texts = [repr(row.body) for row in rows]
        for id, words in (known | items).items():
            texts = [text.replace(id, words) for text in texts]
        return sorted(texts)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def other_case(world: World) -> Office:
    other = Office(world.folder, "other")
    other.write(copy__txt=b"an invented letter")
    other.take_in()
    return other


def test_tables_given_together_say_the_same_in_another_case(world: World) -> None:
    other = other_case(world)
    delivery, refused = world.give(other, world.rows())
    assert (delivery.created, refused) == (9, [])
    assert world.bodies(other) == world.bodies(world.office)
    delivery, refused = world.give(other, world.rows()[::-1])
    assert (delivery.created, delivery.unchanged, refused) == (0, 9, [])


def test_put_back_into_its_own_case_nothing_changes(world: World) -> None:
    before = world.bodies(world.office)
    delivery, refused = world.give(world.office, world.rows())
    assert (delivery.created, delivery.revised, refused) == (0, 0, [])
    assert world.bodies(world.office) == before


def test_a_table_alone_is_refused_row_by_row_with_what_would_help(world: World) -> None:
    delivery, refused = world.give(other_case(world), world.rows("occurrence"))
    assert delivery.taken == 0
    assert [(each.error.code, each.error.item) for each in refused] == [
        ("missing-record", "incident")
    ]
    assert "record put A.csv B.csv" in refused[0].error.remedy


def test_an_item_that_is_not_there_is_named_by_its_row(world: World) -> None:
    delivery, refused = world.give(Office(world.folder, "empty"), world.rows())
    assert delivery.created == 8
    assert {each.error.item for each in refused} == {"sha256", "item"}
    assert any("probatum add" in each.error.remedy for each in refused)


def test_rows_may_name_others_by_the_reference_they_had_there(world: World) -> None:
    new = {"record": "occurrence/1", "kind": "killing", "incident": world.incident}
    rows = [Given(1, 0, new), *world.rows("incident")]
    delivery, refused = world.give(other_case(world), rows)
    assert (delivery.created, refused) == (2, [])


def test_a_reference_that_means_two_records_is_refused(world: World) -> None:
    twin = Office(world.folder, "sender-two")  # the same prefix, the same first reference
    with twin.open() as session:
        mine = put(session, Incident(title="Another one"))
    new = {"record": "occurrence/1", "kind": "killing", "incident": mine.ref}
    rows = world.rows("incident")
    rows[0].fields["ref"] = mine.ref
    delivery, refused = world.give(twin, [*rows, Given(9, 0, new)])
    [error] = [each.error for each in refused]
    assert delivery.created == 1 and (error.code, error.item) == ("bad-record", "incident")


def test_rows_that_name_each_other_in_a_circle_are_refused_and_the_others_taken(
    world: World,
) -> None:
    one, two, three = ("a" * 32, "b" * 32, "c" * 32)

    def place(line: int, id: str, within: str | None) -> Given:
        fields: dict[str, object] = {"id": id, "ref": f"X-{line}", "record": "place/1"}
        fields["names"] = [{"full": f"Village {line}"}]
        return Given(line, 0, fields | ({"within": within} if within else {}))

    rows = [place(1, one, two), place(2, two, one), place(3, three, None)]
    delivery, refused = world.give(other_case(world), rows)
    assert (delivery.created, len(refused)) == (1, 2)
    assert {each.error.item for each in refused} == {"within"}


def test_order_keeps_every_row_once(world: World) -> None:
    rows = world.rows()
    made = in_order(rows)
    assert sorted(json.dumps(row.fields) for row in made) == sorted(
        json.dumps(row.fields) for row in rows
    )
    assert made[0].fields["record"] == "vocabulary/1"
