"""Searching a case: what is found, what is logged, what an erasure and a compartment hide."""

from __future__ import annotations

from pathlib import Path

import pytest

from offices import Office
from probatum.acts import compartment
from probatum.acts.compartment import Person
from probatum.acts.erase_item import erase
from probatum.acts.extract_text import extract_all_new
from probatum.acts.note_item import note
from probatum.acts.put_record import put
from probatum.acts.retract_record import retract
from probatum.acts.search import Found, denied_lately, search
from probatum.acts.session import Session
from probatum.errors import UseError
from probatum.index.index import contents
from probatum.model.kinds import ReadRecords
from probatum.model.nouns import Assertion, Incident, Occurrence, Place, Source
from probatum.model.values import Citation, NameForm, When

MEMBER = Person("O. Member", "first invented passphrase")
HOLDERS = (Person("A. Judge", "second invented passphrase"),
           Person("B. Notary", "third invented passphrase"))  # fmt: skip
QUICK = {"memory_kib": 8}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path, "exercise")
    office.write(report__txt="Міст у Вигаданці зруйновано.".encode(), photo__jpg=b"\xff\xd8\xff")
    office.take_in(cleared=False)
    return office


def refs(found: Found) -> list[str]:
    return [hit.ref or f"{hit.hit.kind} of {hit.item.ref if hit.item else None}"
            for hit in found.hits]  # fmt: skip


def record_a_claim(session: Session) -> dict[str, str]:
    speaker = put(session, Source(kind="person", names=(NameForm(full="Олена Вигадана"),)))
    place = put(session, Place(names=(NameForm(full="Вигаданка"),), lat="49.98", lon="36.25",
                               precision_m=500))  # fmt: skip
    incident = put(session, Incident(title="Mill road"))
    event = put(session, Occurrence(kind="killing", incident=incident.id, place=place.id,
                                    when=When(edtf="2026-03-05")))  # fmt: skip
    claim = put(session, Assertion(about=event.id, stance="asserts", speaker=speaker.id,
                                   quote="Я бачила це біля млина"))  # fmt: skip
    denial = put(session, Assertion(about=event.id, stance="denies", quote="It was staged"))
    return {"speaker": speaker.ref, "place": place.ref, "incident": incident.ref,
            "event": event.ref, "claim": claim.ref, "denial": denial.ref,
            "speaker id": speaker.id}  # fmt: skip


def test_items_their_texts_and_notes_are_found(office: Office) -> None:
    with office.open() as session:
        report = session.index.items()[1].ref or ""
        assert refs(search(session, "report")) == [report]
        assert search(session, "зруйновано").without_text == 2
        extract_all_new(session)
        note(session, report, "seal of the bridge box intact")
        found = search(session, "Міст")
        assert refs(found) == [f"text of {report}"]
        assert found.without_text == 1
        assert refs(search(session, "seal box")) == [f"note of {report}"]
        assert refs(search(session, "has:text")) == [report]


def test_records_are_found_by_what_they_name(office: Office) -> None:
    with office.open() as session:
        made = record_a_claim(session)
        event, claim, denial = made["event"], made["claim"], made["denial"]
        assert refs(search(session, "speaker:olena")) == [claim]
        assert refs(search(session, "млин")) == [claim]
        assert refs(search(session, "near:50,36.25,5")) == [made["place"], event, claim, denial]
        assert refs(search(session, "when:2026-03 kind:occurrence")) == [event]
        assert refs(search(session, "has:contradiction")) == [
            made["incident"], event, claim, denial,
        ]  # fmt: skip
        facets = search(session, "kind:assertion").facets
        assert [(each.value, each.documents) for each in facets["speaker"]] == [
            ("Олена Вигадана", 1)
        ]
        put(session, Source(kind="person", names=(NameForm(full="Марія Вигадана"),)),
            id=made["speaker id"], why="the name was misheard")  # fmt: skip
        assert refs(search(session, "speaker:olena")) == []
        assert refs(search(session, "speaker:mariia")) == [claim]
        lately = denied_lately(session, 5)
        assert ([hit.ref for hit in lately.hits], lately.total, lately.older) == ([event], 1, False)
        retract(session, denial, "recorded twice")
        assert denied_lately(session, 5).hits == ()
        assert refs(search(session, "is:retracted")) == [denial]
        assert refs(search(session, "has:contradiction")) == []


def test_what_stands_round_a_quotation_is_no_part_of_it(office: Office) -> None:
    with office.open() as session:
        citation = Citation(item=session.index.items()[1].id, text_sha256="ab" * 32,
                            start=20, end=31, exact="at the\nmill",
                            prefix="the minister denied ", suffix=" and left")  # fmt: skip
        incident = put(session, Incident(title="Mill road"))
        event = put(session, Occurrence(kind="killing", incident=incident.id))
        claim = put(session, Assertion(about=event.id, stance="asserts", quote="at the mill",
                                       citations=(citation,)))  # fmt: skip
        assert refs(search(session, "minister OR left")) == []
        [hit] = search(session, "mill kind:assertion").hits
        assert (hit.ref, hit.hit.body.text) == (claim.ref, "at the mill")


def test_a_search_is_logged_with_what_it_shows(office: Office) -> None:
    with office.open() as session:
        made = record_a_claim(session)
        search(session, "speaker:olena report OR photo", purpose="exercise")
        size = session.case.access.size
        _, entry = session.access_entry(size - 1)
        assert isinstance(entry, ReadRecords)
        assert (entry.what, entry.purpose, entry.numbers) == ("search", "exercise", "1")
        search(session, made["claim"] + " OR kind:assertion", facets=())
        _, entry = session.access_entry(size)
        assert isinstance(entry, ReadRecords)
        assert entry.records == "1,4-6"  # the assertions, who says them, what they are about
        with pytest.raises(UseError):
            search(session, "(")
        assert session.case.access.size == size + 1


def test_what_is_erased_is_found_no_more_and_a_rebuilt_index_is_equal(office: Office) -> None:
    with office.open() as session:
        extract_all_new(session)
        record_a_claim(session)
        report = session.index.items()[1].ref or ""
        note(session, report, "the box is sealed")
        session.follow()
        erase(session, report, "consent-withdrawn")
        session.follow()
        for query in ("report", "зруйновано", "sealed", "has:text"):
            assert search(session, query).total == 0
        session.follow()
        before = contents(session.index)
        session.index.purge()
        session.index.follow(session.case)
        assert contents(session.index) == before


def test_a_compartment_shows_in_no_hit_count_facet_or_refusal(office: Office) -> None:
    queries = (
        "kanarek",
        "speaker:kanarek",
        "kind:assertion",
        "NOT report",
        "млин*",
        "label:hidden",
    )
    with office.open() as session:
        made = record_a_claim(session)
        before = [search(session, query) for query in queries]
        compartment.create(session, "K-7", [MEMBER], HOLDERS, **QUICK)
        names = (NameForm(full="Exercise Kanarek"),)
        source = Source(kind="person", protected=True, names=names)
        witness = put(session, source, inside=True)
        said = Assertion(about=session.find_record(made["event"]).id, stance="asserts",
                         speaker=witness.id, quote="млин згорів", labels=("hidden",))  # fmt: skip
        put(session, said, inside=True)
        assert [search(session, query).total for query in queries] == [1, 1, 3, 10, 2, 1]
    with office.open() as session:
        assert [search(session, query) for query in queries] == before
        compartment.enter(session, MEMBER.secret, **QUICK)
        assert search(session, "speaker:kanarek").total == 1
    with office.open() as session:
        assert [search(session, query) for query in queries] == before


def test_a_found_denial_says_that_it_is_one_and_whose(tmp_path: Path) -> None:
    office = Office(tmp_path, "denial")
    with office.open() as session:
        incident = put(session, Incident(title="Mill road"))
        about = put(session, Occurrence(kind="killing", incident=incident.id)).id
        for name, protected, quote in (
            ("Ministry of Exercise", False, "Nothing of the kind"), ("Zoriana", True, "I saw it"),
        ):  # fmt: skip
            names = (NameForm(full=name),)
            speaker = put(session, Source(kind="person", names=names, protected=protected))
            put(session, Assertion(about=about, stance="asserts" if protected else "denies",
                                   speaker=speaker.id, quote=quote))  # fmt: skip
        [hit] = search(session, '"Nothing of the kind"').hits
        assert hit.said == "Ministry of Exercise denies"
        [hit] = search(session, '"I saw it"').hits
        assert hit.said == f"protected source {speaker.ref} asserts"
