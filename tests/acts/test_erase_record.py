"""Erasing records, and what hangs on an item: a choice, a hold, and nothing left behind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from offices import Office
from probatum.acts import compartment
from probatum.acts.check_case import check
from probatum.acts.cite import cite
from probatum.acts.compartment import Person
from probatum.acts.contradictions import contradicting
from probatum.acts.erase_item import erase, plan, resume_erasures
from probatum.acts.extract_text import extract
from probatum.acts.hold_item import hold, release
from probatum.acts.incident_view import incident_page
from probatum.acts.put_record import put
from probatum.acts.record_history import record_history
from probatum.acts.search import search
from probatum.acts.session import Session
from probatum.acts.show_record import list_records, show_record
from probatum.errors import InputError, ProbatumError, UseError
from probatum.index.index import contents
from probatum.model.kinds import Erase
from probatum.model.nouns import Assertion, Incident, Occurrence, Source
from probatum.model.values import NameForm

CANARY = "Kanarienvogel Zeisig"
MEMBER = Person("O. Member", "first invented passphrase")
QUICK = {"memory_kib": 8}


class World:
    """A case in which a witness says something that is quoted from an item."""

    def __init__(self, folder: Path) -> None:
        self.office = Office(folder, "exercise")
        self.office.write(a__txt=f"It was {CANARY} who saw it.".encode())
        [self.item] = self.office.take_in(cleared=False)
        with self.office.open() as session:
            extract(session, [self.item])
            self.incident = put(session, Incident(title="Mill road"))
            self.event = put(session, Occurrence(kind="killing", incident=self.incident.id))
            self.witness = put(session, _witness())
            self.claim = put(
                session,
                Assertion(about=self.event.id, stance="asserts", speaker=self.witness.id,
                          quote=CANARY, citations=(cite(session, self.item, exact=CANARY),)),
            )  # fmt: skip

    def open(self, person: Person | None = None) -> Session:
        session = self.office.open()
        if person is not None:
            compartment.enter(session, person.secret, **QUICK)
        return session

    def sound(self) -> None:
        with self.office.open() as session:
            found = check(session, quick=False, held=None)
            assert found.failed == 0, [f for f in found.findings if f.outcome == "failed"]
            session.catch_up()
            before = contents(session.index)
            session.index.purge()
            session.follow()
            assert contents(session.index) == before


def _witness() -> Source:
    return Source(kind="person", names=(NameForm(full=CANARY),))


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_a_record_is_erased_and_what_names_it_stays_and_shows_it_as_erased(world: World) -> None:
    with world.open() as session:
        closure = plan(session, world.witness.ref)
        assert closure.versions == 1
        assert [each.ref for each in closure.naming] == [world.claim.ref]
        erase(session, world.witness.ref, "consent-withdrawn")
    with world.open() as session:
        for given in (world.witness.id, world.witness.ref):
            for act in (show_record, record_history, plan, hold):
                with pytest.raises(InputError) as caught:
                    act(session, given, *(["x"] if act is hold else []))  # type: ignore[operator]
                assert caught.value.code == "erased"
        names = {each.field: each for each in show_record(session, world.claim.ref).names}
        assert (names["speaker"].state, names["speaker"].caption) == ("erased", "")
        assert world.witness.id not in [each.row.id for each in list_records(session)]
        incident_page(session, world.incident.ref)
        contradicting(session, world.incident.ref)
        assert put(session, _witness()).ref != world.witness.ref, "numbers are not given again"
        with pytest.raises(InputError, match="erased"):
            put(session, Assertion(about=world.event.id, stance="denies", speaker=world.witness.id))
    world.sound()


@pytest.mark.parametrize("name", ["incident", "event", "claim"])
def test_nothing_crashes_on_an_erased_target(world: World, name: str) -> None:
    with world.open() as session:
        erase(session, getattr(world, name).ref, "unlawful")
        for each in ("incident", "event", "witness", "claim"):
            if each != name:
                show_record(session, getattr(world, each).ref)
        contradicting(session)
        search(session, "mill")
        if name != "incident":
            incident_page(session, world.incident.ref)
    world.sound()


def test_an_item_that_is_cited_is_erased_only_with_a_choice(world: World) -> None:
    with world.open() as session:
        assert [each.ref for each in plan(session, world.item).citing] == [world.claim.ref]
        with pytest.raises(UseError, match="--with-citing"):
            erase(session, world.item, "protection")
        assert not session.find(world.item).erased
        erase(session, world.item, "protection", citing="keep")
        assert session.find(world.item).erased
        body = session.find_record(world.claim.ref).body
        assert isinstance(body, Assertion) and body.quote == CANARY
    world.sound()


def test_with_those_that_cite_it_every_word_of_it_goes(world: World) -> None:
    with world.open() as session:
        put(
            session, Assertion(about=world.event.id, stance="asserts", quote="said otherwise"),
            id=world.claim.ref, why="it is not from there",
        )  # fmt: skip
        assert [each.ref for each in plan(session, world.item).citing] == [world.claim.ref], (
            "an older version still holds the words"
        )
        erase(session, world.item, "protection", citing="erase")
        erase(session, world.witness.ref, "protection")
    with world.open() as session:
        assert search(session, "Kanarienvogel").total == 0
        assert CANARY not in repr(contents(session.index))
        opened = [session.entry(each) for each in range(session.case.evidence.size)]
        assert CANARY not in repr(opened)
        said = [fields for _, fields in opened if isinstance(fields, Erase)]
        assert world.claim.id in said[0].closure and len(said[0].closure) == 4
        assert {len(each.closure) for each in said} == {4, 1}
    assert CANARY.encode() not in world.office.folder_bytes()
    world.sound()


def test_a_suggestion_that_quotes_the_item_in_its_proposal_is_in_the_closure(world: World) -> None:
    with world.open() as session:
        item = session.find(world.item).id
        made = put(session, {
            "record": "suggestion/1", "citations": [], "proposed": "depiction",
            "proposes": json.dumps({"record": "depiction/1", "item": item, "shows": "it"}),
            "machine": {"extractor": "exercise", "version": "1"},
        })  # fmt: skip
        assert made.ref in [each.ref for each in plan(session, world.item).citing]


def test_a_hold_on_a_record_stops_its_erasure_also_as_part_of_another(world: World) -> None:
    with world.open() as session:
        hold(session, world.claim.ref, "ordered by a court")
        assert plan(session, world.claim.ref).held
        assert show_record(session, world.claim.ref).held
        for ref, citing in ((world.claim.ref, None), (world.item, "erase")):
            with pytest.raises(InputError) as caught:
                erase(session, ref, "protection", citing=citing)  # type: ignore[arg-type]
            assert (caught.value.code, caught.value.item) == ("held", world.claim.ref)
        release(session, world.claim.ref, "order lifted")
        with pytest.raises(UseError):
            release(session, world.claim.ref, "again")
    with world.open() as session:
        erase(session, world.item, "protection", citing="erase")
    world.sound()


def test_an_interrupted_erasure_of_a_record_is_finished_at_the_next_opening(world: World) -> None:
    with world.open() as session:
        ids = [world.witness.id, world.claim.id]
        entry = Erase(by=session.by, at=session.now(), reason_code="protection", closure=ids)
        session.record(*((each, entry) for each in ids))
    with world.open() as session:
        assert resume_erasures(session) == 0
        with pytest.raises(InputError, match="erased"):
            session.find_record(world.claim.ref)
    world.sound()


def _inside(world: World) -> tuple[str, str, str]:
    with world.open() as session:
        compartment.create(session, "K-7", [MEMBER], **QUICK)
        first = put(session, _witness(), inside=True)
        claim = put(
            session,
            Assertion(about=world.event.id, stance="asserts", speaker=first.id,
                      citations=(cite(session, world.item, exact="saw it"),)),
            inside=True,
        )  # fmt: skip
        return first.ref, first.id, claim.ref


def test_a_record_in_a_compartment_is_erased_by_who_is_inside(world: World) -> None:
    ref, object_id, claim = _inside(world)
    with world.open() as session:
        for given in (ref, object_id):
            with pytest.raises(ProbatumError, match="unknown-id"):
                erase(session, given, "protection")
    with world.open(MEMBER) as session:
        hold(session, ref, "wait")
        with pytest.raises(InputError, match="held"):
            erase(session, ref, "protection")
        release(session, ref, "go on")
        erase(session, ref, "protection")
        assert session.find_record(claim).body is not None
        with pytest.raises(InputError, match="erased"):
            session.find_record(ref)
    with world.open(MEMBER) as session:
        fresh = put(session, _witness(), inside=True)
        assert len({ref, claim, fresh.ref}) == 3, "numbers do not move and are not given again"
        assert session.record_ref(session.find_record(claim).number) == claim
        states = {each.field: each.state for each in show_record(session, claim).names}
        assert states["speaker"] == "erased"
        erase(session, fresh.ref, "protection")
    with world.open(MEMBER) as session:
        assert put(session, _witness(), inside=True).ref not in (ref, claim, fresh.ref)
    with world.open() as session:
        for given in (ref, object_id, "0" * 32):
            with pytest.raises(ProbatumError, match="unknown-id"):
                session.find_record(given)
        assert MEMBER.name not in repr([session.entry(each) for each in
                                        range(session.case.evidence.size)])  # fmt: skip
    world.sound()


def test_the_compartment_itself_is_not_erased(world: World) -> None:
    _inside(world)
    with world.open(MEMBER) as session:
        inside = compartment.require_inside(session)
        with pytest.raises(UseError, match="compartment"):
            erase(session, inside.id, "protection")


def test_what_cites_an_item_inside_shows_and_goes_only_for_who_is_inside(world: World) -> None:
    _, _, claim = _inside(world)
    with world.open() as session:
        assert claim not in [each.ref for each in plan(session, world.item).citing]
    with world.open(MEMBER) as session:
        assert claim in [each.ref for each in plan(session, world.item).citing]
        erase(session, world.item, "protection", citing="erase")
        with pytest.raises(InputError, match="erased"):
            session.find_record(claim)
    with world.open() as session:
        said = [(opened.leaf.id, fields) for opened, fields in
                map(session.entry, range(session.case.evidence.size))
                if isinstance(fields, Erase)]  # fmt: skip
        [(hidden, alone)] = [(id, each) for id, each in said if each.by == "-"]
        assert alone.closure == [hidden]
        assert all(hidden not in each.closure for id, each in said if id != hidden)
    world.sound()


@pytest.mark.parametrize("inside", [False, True])
def test_no_file_of_the_case_keeps_what_opens_an_erased_record(world: World, inside: bool) -> None:
    ref, object_id = world.witness.ref, world.witness.id
    if inside:
        ref, object_id, _ = _inside(world)
    with world.open():
        pass
    [table] = (world.office.case / "keys").glob("objects.*")
    records = table.read_bytes()
    at = records.index(bytes.fromhex(object_id))
    wrapped = records[at + 16 : at + 76]
    assert wrapped in world.office.folder_bytes()
    with world.open(MEMBER if inside else None) as session:
        erase(session, ref, "consent-withdrawn")
        assert session.index.record(object_id) is None
        if session.inside is not None:
            assert "NameForm" not in repr(session.inside), "nor does the session remember it"
    everything = world.office.folder_bytes()
    assert wrapped not in everything and CANARY.encode() not in everything
    with world.open(MEMBER if inside else None) as session:
        kept = contents(session.index)
        about = session.index.entries_about(object_id)
    [position] = [row[0] for row in kept["object"] if row[1] == bytes.fromhex(object_id)]
    owners = [row[0] for name in ("record", "reference") for row in kept[name]]
    assert position not in [*owners, *(row[1] for row in kept["version"])]
    kinds = [each.kind for each in about]
    assert kinds == (["box/1"] if inside else ["record/1"]) + ["erase/1", "erased/1"]
