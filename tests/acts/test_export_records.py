"""Records go out for other programs and come back; protected persons only if asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from offices import Office
from probatum.acts.export_records import Form, RecordsExported, export
from probatum.acts.leak_check import Decisions, Resolution
from probatum.acts.put_record import put
from probatum.acts.put_records import put_records
from probatum.acts.record_texts import lines, records
from probatum.acts.retract_record import retract
from probatum.errors import InputError, UseError
from probatum.model.kinds import LeakChecked
from probatum.model.nouns import Assertion, Incident, Occurrence, Place, Source
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


@pytest.mark.parametrize("form", ["csv", "jsonl", "ftm"])
def test_a_protected_name_in_free_text_stops_an_export_until_somebody_decides(
    world: World, form: Form
) -> None:
    with world.office.open() as session:
        said = f"Neighbours call {CANARY} brave."
        ref = put(session, Incident(title="Exercise: the bridge", remark=said)).ref
    with pytest.raises(InputError) as caught:
        world.export(form, "out")
    assert caught.value.code == "leak" and f"record {ref}" in caught.value.item
    assert CANARY not in caught.value.item and not (world.folder / "out").exists()
    hit = caught.value.item.partition(":")[0]
    with world.office.open() as session:
        decided = Decisions([Resolution(hit, "another person of that name")])
        done = export(session, form, world.folder / "out", decisions=decided)
        session.catch_up()
        [row] = session.index.all_of(LeakChecked.kind)
        entry = session.entry(row.index)[1]
    assert done.left_out == 2
    assert isinstance(entry, LeakChecked) and entry.to == "export " + form
    assert "another person" in entry.resolved[0]
    assert world.export(form, "all", protected=True).left_out == 0, "asked for, with names"


def test_a_map_is_not_stopped_by_what_it_does_not_show(world: World) -> None:
    with world.office.open() as session:
        put(session, Incident(title=f"Exercise: {CANARY}"))
    assert world.export("geojson", "map.json").files
    with world.office.open() as session:
        put(session, Place(names=(NameForm(full=f"House of {CANARY}"),), lat="1", lon="1",
                           precision_m=10))  # fmt: skip
    with pytest.raises(InputError, match="leak"):
        world.export("geojson", "another.json")
