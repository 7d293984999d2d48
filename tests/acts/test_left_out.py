"""No export leads to a protected person: not by a home, another record of theirs, or a detour."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import pytest

from offices import Office
from probatum.acts.export_records import Form, export
from probatum.acts.put_record import put
from probatum.acts.retract_record import retract
from probatum.model.nouns import Assertion, Incident, Occurrence, Person, Place, SameAs, Source
from probatum.model.record import Record
from probatum.model.values import NameForm

NAME = (NameForm(full="Zoriana Kenarchuk"),)
HOUSE = Place(names=(NameForm(full="Kenar House"),), kind="building", lat="48.123456",
              lon="37.654321", precision_m=5)  # fmt: skip
VILLAGE = Place(names=(NameForm(full="Exercise Village"),), kind="village")
FORMS: tuple[Form, ...] = ("jsonl", "csv", "ftm", "geojson")


class World:
    """A case; what is written out of it, as one run of bytes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.office = Office(folder, "exercise")

    def put(self, record: Record, *, id: str | None = None, why: str | None = None) -> str:
        with self.office.open() as session:
            return put(session, record, id=id, why=why).id

    def written(self, form: Form, nouns: Iterable[str] = ()) -> bytes:
        target = self.folder / f"out {len(list(self.folder.iterdir()))}"
        with self.office.open() as session:
            done = export(session, form, target, nouns=nouns)
        return b"".join(path.read_bytes() for path in done.files)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


@pytest.mark.parametrize("form", FORMS)
def test_a_protected_persons_home_is_in_no_export(world: World, form: Form) -> None:
    house, village = world.put(HOUSE), world.put(VILLAGE)
    world.put(Person(names=NAME, protected=True, homes=(house, village)))
    out = world.written(form)
    assert b"Kenar" not in out and b"48.1234" not in out
    assert form == "geojson" or b"Exercise Village" in out, "a whole village leads to nobody"


def test_a_home_of_an_earlier_version_is_in_no_export(world: World) -> None:
    house = world.put(HOUSE)
    person = world.put(Person(names=NAME, protected=True, homes=(house,)))
    world.put(Person(names=NAME, protected=True), id=person, why="moved")
    assert b"Kenar" not in world.written("jsonl")


@pytest.mark.parametrize("form", FORMS)
def test_a_protected_place_is_in_no_export(world: World, form: Form) -> None:
    place = world.put(Place(names=HOUSE.names, lat="48.123456", lon="37.654321", precision_m=5,
                            protected=True))  # fmt: skip
    incident = world.put(Incident(title="Mill road"))
    world.put(Occurrence(kind="killing", incident=incident, place=place))
    out = world.written(form)
    assert b"Kenar" not in out and b"48.1234" not in out and place.encode() not in out


def test_the_person_behind_a_protected_source_is_in_no_export(world: World) -> None:
    person = world.put(Person(names=NAME))
    world.put(Source(kind="person", protected=True, person=person))
    assert b"Kenarchuk" not in world.written("jsonl")


@pytest.mark.parametrize("answer", ["yes", "undecided", "no"])
def test_who_may_be_the_same_as_a_protected_person_is_left_out(
    world: World, answer: Literal["yes", "undecided", "no"]
) -> None:
    one = world.put(Person(names=(NameForm(full="Number 7"),), protected=True))
    other = world.put(Person(names=NAME))
    world.put(SameAs(between=(one, other), answer=answer, reasons="exercise"))
    assert (b"Kenarchuk" in world.written("jsonl")) is (answer == "no")


def test_one_noun_alone_leaves_out_what_leads_there_through_another(world: World) -> None:
    witness = world.put(Source(kind="person", protected=True, names=NAME))
    act = world.put(Occurrence(kind="killing"))
    first = world.put(Assertion(about=act, stance="asserts", speaker=witness))
    second = Assertion(about=first, stance="reports", quote="as Kenarchuk said")
    world.put(second)
    assert b"Kenarchuk" not in world.written("jsonl", ["assertion"])
    with world.office.open() as session:
        retract(session, first, why="exercise")
    assert b"Kenarchuk" not in world.written("jsonl", ["assertion"])
