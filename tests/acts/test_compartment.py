"""A compartment is not there for whoever is not in it, and all there for its members."""

from __future__ import annotations

from binascii import b2a_base64
from collections.abc import Callable
from pathlib import Path

import pytest

from offices import Office
from probatum.acts import compartment
from probatum.acts.compartment import Person
from probatum.acts.put_record import put
from probatum.acts.session import Session
from probatum.errors import EvidenceError, ProbatumError, UseError
from probatum.index.index import contents
from probatum.model.kinds import Box
from probatum.model.nouns import Assertion, Incident, Occurrence, Source
from probatum.model.nouns.vocabularies import Term, Vocabulary
from probatum.model.values import NameForm
from probatum.preserve.compartment import seal_content

MEMBER = Person("O. Member", "first invented passphrase")
HOLDERS = (Person("A. Judge", "second invented passphrase"),
           Person("B. Notary", "third invented passphrase"))  # fmt: skip
INSIDE = "Kestrel-7741"  # long enough to stand in no ciphertext by chance
CANARY = "Exercise Witness Kanarek"
QUICK = {"memory_kib": 8}


class World:
    """A case with an incident outside and a witness with an assertion inside."""

    def __init__(self, folder: Path) -> None:
        self.office = Office(folder, "exercise")
        with self.office.open() as session:
            self.incident = put(session, Incident(title="Mill road"))
            self.occurrence = put(session, Occurrence(kind="killing", incident=self.incident.id))
            self.outside = contents(session.index)
            compartment.create(session, INSIDE, [MEMBER], HOLDERS, **QUICK)
            names = (NameForm(full=CANARY),)
            source = Source(kind="person", protected=True, names=names)
            self.witness = put(session, source, inside=True)
            self.claim = put(
                session,
                Assertion(about=self.occurrence.id, stance="asserts", speaker=self.witness.id),
                inside=True,
            )

    def open(self, person: Person | None = None) -> Session:
        session = self.office.open()
        if person is not None:
            compartment.enter(session, person.secret, **QUICK)
        return session


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(ProbatumError) as caught:
        act()
    return str(caught.value)


def test_others_find_nothing_of_it_in_lists_and_links(world: World) -> None:
    with world.open() as session:
        assert [row.id for row in session.index.records()] == [
            world.incident.id, world.occurrence.id,
        ]  # fmt: skip
        assert session.index.naming([world.occurrence.id]) == []
        fresh = put(session, Incident(title="Another road"))
        assert fresh.ref.startswith("EXR-00003-"), "open numbers have no gap"


def test_others_are_refused_as_if_the_record_had_never_been(world: World) -> None:
    never = "0" * 32
    with world.open() as session:
        for given in (world.witness.ref, world.witness.id):
            assert refusal(lambda given=given: session.find_record(given)) == refusal(
                lambda: session.find_record(never)
            )
        claims = [
            Assertion(about=world.occurrence.id, stance="asserts", speaker=speaker)
            for speaker in (world.witness.id, never)
        ]
        assert refusal(lambda: put(session, claims[0])) == refusal(lambda: put(session, claims[1]))


def test_a_wrong_passphrase_is_refused_alike_with_and_without_compartments(
    world: World, tmp_path: Path
) -> None:
    plain = Office(tmp_path, "without")
    wrong = "no passphrase of anybody"
    with world.open() as session, plain.open() as other:
        assert refusal(lambda: compartment.enter(session, wrong, **QUICK)) == refusal(
            lambda: compartment.enter(other, wrong, **QUICK)
        )


def test_a_member_sees_its_records_beside_all_others(world: World) -> None:
    with world.open(MEMBER) as session:
        found = session.find_record(world.witness.ref)
        assert isinstance(found.body, Source) and found.body.names[0].full == CANARY
        assert [row.id for row in session.index.naming([world.occurrence.id])] == [world.claim.id]
        assert compartment.members(session).record.members == ("O. Member",)


def test_a_revision_stays_inside_and_the_next_session_has_it(world: World) -> None:
    with world.open(MEMBER) as session:
        body = Source(kind="person", protected=True, names=(NameForm(full="Another name"),))
        put(session, body, id=world.witness.ref, why="spelt by the witness")
    with world.open(MEMBER) as session:
        assert len(session.index.versions(world.witness.id)) == 2
    with world.open() as session:
        assert session.index.versions(world.witness.id) == []


def test_a_record_inside_names_another_by_its_reference(world: World) -> None:
    claim = {"record": "assertion/1", "about": world.occurrence.ref, "stance": "reports",
             "speaker": world.witness.ref}  # fmt: skip
    with world.open(MEMBER) as session:
        body = session.find_record(put(session, claim, inside=True).ref).body
        assert isinstance(body, Assertion) and body.speaker == world.witness.id


def test_a_record_outside_cannot_name_one_inside(world: World) -> None:
    claim = Assertion(about=world.occurrence.id, stance="asserts", speaker=world.witness.id)
    with world.open(MEMBER) as session, pytest.raises(ProbatumError, match="outside the compart"):
        put(session, claim)


@pytest.mark.parametrize("how", ["id", "ref"])
def test_nor_can_its_words_say_which_record_it_is(world: World, how: str) -> None:
    said = {"id": world.witness.id, "ref": world.witness.ref.lower()}[how]
    with world.open(MEMBER) as session:
        with pytest.raises(ProbatumError, match="no record of the compartment") as caught:
            put(session, Incident(title=f"See also {said}"))
        assert said not in str(caught.value)
        put(session, Incident(title=f"See also {world.incident.ref} {world.incident.id}"))
        put(session, Incident(title=f"See also {said}"), inside=True)


def test_terms_of_the_compartment_are_no_words_of_records_outside(world: World) -> None:
    term = Term(code="as-k-7-calls-it", label="exercise", definition="exercise",
                definition_source="exercise")  # fmt: skip
    act = Occurrence(kind=term.code, incident=world.incident.id)
    with world.open(MEMBER) as session:
        put(session, Vocabulary(name="act-type", terms=(term,)), inside=True)
        with pytest.raises(ProbatumError, match="vocabulary act-type") as caught:
            put(session, act)
        assert term.code not in str(caught.value)
        put(session, act, inside=True)


def test_the_index_file_is_as_if_nobody_had_entered(world: World) -> None:
    with world.open() as session:
        before = contents(session.index)
    with world.open(MEMBER) as session:
        session.find_record(world.witness.ref)
        seen = session.case.access.size
    with world.open() as session:
        after = contents(session.index)
    assert {name for name in before if before[name] != after[name]} <= {
        "access", "evidence", "object", "shown", "shown_record", "state",
    }  # fmt: skip
    assert CANARY not in repr(after) and seen >= 0


def test_no_file_of_the_case_and_no_row_shows_what_is_inside(world: World) -> None:
    for said in (CANARY, INSIDE, MEMBER.name, HOLDERS[0].name):
        assert said.encode() not in world.office.folder_bytes()
        with world.open() as session:
            opened = [session.entry(each) for each in range(session.case.evidence.size)]
            assert said not in repr(opened)


def test_reads_inside_are_logged_where_only_members_see_them(world: World) -> None:
    with world.open(MEMBER) as session:
        size = session.case.access.size
        session.saw_records("fields", [session.find_record(world.witness.ref)])
        added = [session.access_entry(each) for each in range(size, session.case.access.size)]
    assert [opened.leaf.kind for opened, _ in added] == ["box/1"]
    assert "fields" not in repr(added)


def test_two_holders_together_let_somebody_in_and_members_see_it(world: World) -> None:
    court = Person("C. Court", "fourth invented passphrase")
    with world.open() as session:
        compartment.break_the_glass(
            session, HOLDERS[0].secret, HOLDERS[1].secret, court, "ordered", **QUICK
        )
    with world.open(court) as session:
        assert session.find_record(world.witness.id).body is not None
    with world.open(MEMBER) as session:
        found = compartment.members(session)
        assert "C. Court" in found.record.members
        assert found.row.why == "the glass was broken: ordered"


@pytest.mark.parametrize("secrets", [(0, 0), (1, 1), (0, None), (None, 1)])
def test_one_holder_alone_breaks_no_glass(
    world: World, secrets: tuple[int | None, int | None]
) -> None:
    given = [MEMBER.secret if each is None else HOLDERS[each].secret for each in secrets]
    court = Person("C. Court", "fourth invented passphrase")
    with world.open() as session:
        with pytest.raises(UseError, match="wrong-passphrase"):
            compartment.break_the_glass(session, given[0], given[1], court, "alone", **QUICK)
        with pytest.raises(UseError, match="wrong-passphrase"):
            compartment.enter(session, HOLDERS[0].secret, **QUICK)


def test_a_new_member_comes_in_with_a_reason_and_old_ones_stay(world: World) -> None:
    new = Person("N. New", "fifth invented passphrase")
    with world.open(MEMBER) as session:
        with pytest.raises(UseError, match="reason"):
            compartment.grant(session, new, " ", **QUICK)
        compartment.grant(session, new, "takes over", **QUICK)
    for person in (new, MEMBER):
        with world.open(person) as session:
            assert session.find_record(world.witness.id).body is not None


@pytest.mark.parametrize("taken", [MEMBER.secret, HOLDERS[0].secret])
def test_a_new_member_has_a_passphrase_of_their_own(world: World, taken: str) -> None:
    new = Person("N. New", taken)
    with world.open(MEMBER) as session, pytest.raises(UseError, match="of their own"):
        compartment.grant(session, new, "takes over", **QUICK)
    with world.open() as session, pytest.raises(UseError, match="of their own"):
        compartment.break_the_glass(
            session, HOLDERS[0].secret, HOLDERS[1].secret, new, "ordered", **QUICK
        )


def test_seventeen_people_are_too_many(world: World) -> None:
    people = [Person(f"P {number}", f"invented passphrase {number}") for number in range(17)]
    with world.open() as session, pytest.raises(UseError, match="too-large"):
        compartment.create(session, "crowd", people, **QUICK)


def test_people_of_a_compartment_have_names_and_passphrases_of_their_own(world: World) -> None:
    twice = [MEMBER, Person("Another", MEMBER.secret)]
    with world.open() as session:
        with pytest.raises(UseError, match="of their own"):
            compartment.create(session, "same", twice, **QUICK)
        with pytest.raises(UseError, match="weak-passphrase"):
            compartment.create(session, "weak", [Person("Weak", "short")], **QUICK)
        with pytest.raises(UseError, match="of their own"):
            compartment.create(session, "nobody", [], **QUICK)


@pytest.mark.parametrize(
    "plain", [b"no JSON", b"[]", b"{}", b'{"kind": "note/1", "fields": []}',
              b'{"kind": "nothing/1", "fields": {}}', b'{"kind": "note/1", "fields": {"by": 7}}'],
)  # fmt: skip
def test_a_box_that_holds_no_entry_is_named_and_the_case_opens_without_it(
    world: World, plain: bytes
) -> None:
    with world.open(MEMBER) as session:
        inside = compartment.require_inside(session)
        sealed = seal_content(inside.key, inside.case_id, world.witness.id, plain)
        text = b2a_base64(sealed, newline=False).decode()
        session.record((world.witness.id, Box(by="-", at=session.now(), part="content", box=text)))
        with pytest.raises(EvidenceError) as caught:
            session.catch_up()
        session.inside = None  # what a session that cannot go on leaves with
    assert caught.value.code == "bad-entry" and world.witness.id in caught.value.item
    assert "newer" in caught.value.remedy
    with world.open() as session:
        assert session.find_record(world.incident.ref).id == world.incident.id


@pytest.mark.parametrize("part", ["content", "keys"])
def test_a_box_that_is_no_base64_is_named(world: World, part: str) -> None:
    with world.open() as session:
        box = Box(by="-", at=session.now(), part=part, box="not base64!")
        session.record((world.incident.id, box))
    with pytest.raises(EvidenceError) as caught, world.open(MEMBER):
        pass
    assert (caught.value.code, world.incident.id in caught.value.item) == ("bad-entry", True)
