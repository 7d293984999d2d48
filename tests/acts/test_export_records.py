"""Records go out for other programs and come back; protected persons only if asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from offices import Office
from probatum.acts.export_records import Form, RecordsExported, export
from probatum.acts.put_record import put
from probatum.acts.put_records import put_records
from probatum.acts.record_texts import lines, records
from probatum.acts.retract_record import retract
from probatum.errors import UseError
from probatum.model.nouns import Assertion, Incident, Occurrence, Source
from probatum.model.values import NameForm

CANARY = "Зоряна Кенарчук"


class World:
    """A claim of a ministry, a claim of a protected witness, an incident that was withdrawn."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.office = Office(folder, "exercise")
        with self.office.open() as session:
            incident = put(session, Incident(title="=Mill road, 'quoted'", labels=("a,b",)))
            about = put(session, Occurrence(kind="killing", incident=incident.id)).id
            for name, protected in (("Ministry", False), (CANARY, True)):
                names = (NameForm(full=name),)
                source = put(session, Source(kind="person", names=names, protected=protected))
                put(session, Assertion(about=about, stance="asserts", speaker=source.id))
            gone = put(session, Incident(title="Withdrawn"))
            retract(session, gone.ref, why="exercise")

    def export(self, form: Form, name: str, *, protected: bool = False) -> RecordsExported:
        with self.office.open() as session:
            return export(session, form, self.folder / name, with_protected=protected)

    def bodies(self, office: Office) -> list[object]:
        with office.open() as session:
            rows = session.index.records()
        numbers = {row.id: f"record {row.number}" for row in rows}
        texts = [repr(row.body) for row in rows if not row.retracted]
        for id, name in numbers.items():
            texts = [text.replace(id, name) for text in texts]
        return list(texts)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_what_is_put_back_into_its_case_changes_nothing(world: World, form: Form) -> None:
    done = world.export(form, "out", protected=True)
    before = world.bodies(world.office)
    with world.office.open() as session:
        for path in done.files:
            data = path.read_bytes()
            given = records(data, "csv") if form == "csv" else lines(path.open("rb"))
            delivery, refused = put_records(session, given)
            assert (delivery.created, delivery.revised, refused) == (0, 0, [])
    assert world.bodies(world.office) == before


def test_what_goes_into_another_case_is_the_same_there(world: World) -> None:
    done = world.export("jsonl", "out.jsonl", protected=True)
    other = Office(world.folder, "other")
    with other.open() as session:
        for number in (6, 0):
            delivery, refused = put_records(session, lines(done.files[0].open("rb")))
            assert (delivery.created, refused) == (number, [])
    assert world.bodies(other) == world.bodies(world.office)


def test_protected_persons_and_what_names_them_stay_unless_asked_for(world: World) -> None:
    done = world.export("jsonl", "out.jsonl")
    assert (done.records, done.left_out, done.retracted) == (4, 2, 1)
    assert CANARY.encode() not in done.files[0].read_bytes()
    asked = world.export("jsonl", "all.jsonl", protected=True)
    assert (asked.records, asked.left_out) == (6, 0)
    assert CANARY.encode() in asked.files[0].read_bytes()


def test_an_export_is_a_read_and_overwrites_nothing(world: World) -> None:
    world.export("geojson", "out.json")
    with pytest.raises(UseError, match="wrong-use"):
        world.export("ftm", "out.json")
    with world.office.open() as session:
        said = [session.access_entry(each)[1] for each in range(session.case.access.size)]
    assert "export geojson" in {getattr(each, "what", None) for each in said}
