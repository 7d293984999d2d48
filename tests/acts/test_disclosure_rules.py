"""What must not leave does not: clearance, restrictions, consent, protected sources."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from offices import Office
from probatum.acts.disclose_items import Disclosed, Protection, disclose
from probatum.acts.put_record import Put, put
from probatum.acts.retract_record import retract
from probatum.acts.verify_package import verify
from probatum.errors import InputError
from probatum.model.nouns import (
    Assertion,
    Consent,
    Incident,
    Occurrence,
    Pseudonym,
    Restriction,
    Source,
    Statement,
)
from probatum.model.values import Citation, NameForm, When

CANARY = "Exercise Witness Kanarek"


class World:
    """An incident, a claim about it, and a protected source; nothing of it cleared yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.office = Office(folder, "exercise")
        with self.office.open() as session:
            self.incident = put(session, Incident(title="Mill road"))
            self.occurrence = put(session, Occurrence(kind="killing", incident=self.incident.id))
            names = (NameForm(full=CANARY),)
            self.witness = put(session, Source(kind="person", protected=True, names=names))
            self.claim = put(
                session,
                Assertion(about=self.occurrence.id, stance="asserts", speaker=self.witness.id),
            )
        self.all = [self.incident, self.occurrence, self.witness, self.claim]

    def give(self, *records: Put, to: str = "Invented Court", use: str | None = None) -> Disclosed:
        target = self.folder / f"{len(list(self.folder.iterdir()))}.zip"
        with self.office.open() as session:
            return disclose(
                session, to=to, purpose="exercise", items=[each.ref for each in records],
                target=target, protection=Protection((), None, plain=True), use=use,
            )  # fmt: skip

    def put(self, record: Restriction | Consent) -> Put:
        with self.office.open() as session:
            return put(session, record)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


@pytest.fixture
def cleared(world: World) -> World:
    world.office.clear(*(each.ref for each in world.all))
    return world


def test_records_that_are_not_cleared_do_not_leave(world: World) -> None:
    world.office.clear(world.incident.ref)
    with pytest.raises(InputError, match="not-cleared") as caught:
        world.give(world.incident, world.claim)
    assert caught.value.item == world.claim.ref


def test_records_leave_as_entries_that_a_stranger_verifies(cleared: World) -> None:
    given = cleared.give(*cleared.all)
    report = verify(given.path, key=given.vkey)
    assert report.exit_code == 0
    assert given.entries == 8, "four records and their clearances"
    assert given.refs == tuple(each.ref for each in cleared.all)


def test_a_protected_source_leaves_as_a_pseudonym(cleared: World) -> None:
    given = cleared.give(cleared.witness, cleared.claim)
    [(ref, name)] = given.pseudonyms
    assert ref == cleared.witness.ref
    data = given.path.read_bytes()
    assert CANARY.encode() not in data and name.encode() in data
    with zipfile.ZipFile(given.path) as package:
        kept = json.loads(package.read("withheld.json"))["fields"]
    assert [(each["field"], each["code"]) for each in kept] == [("names", "witness-protection")]
    assert name in kept[0]["basis"]


def test_why_a_protected_source_was_revised_stays_too(cleared: World) -> None:
    with cleared.office.open() as session:
        body = Source(kind="person", protected=True, names=(NameForm(full=CANARY + "ova"),))
        put(session, body, id=cleared.witness.id, why="spelt by the sister in Lower Mill")
    given = cleared.give(cleared.witness)
    assert verify(given.path, key=given.vkey).exit_code == 0
    data = given.path.read_bytes()
    assert b"Lower Mill" not in data and CANARY.encode() not in data


def test_a_pseudonym_is_stable_for_one_recipient_and_another_for_the_next(cleared: World) -> None:
    again = [cleared.give(cleared.witness).pseudonyms for _ in range(2)]
    other = cleared.give(cleared.witness, to="Invented Newsroom").pseudonyms
    assert again[0] == again[1] != other
    with cleared.office.open() as session:
        made = [row.body for row in session.index.records(["pseudonym"])]
    assert {body.recipient for body in made if isinstance(body, Pseudonym)} == {
        "Invented Court", "Invented Newsroom",
    }  # fmt: skip


def test_a_restriction_stops_it_for_all_but_those_it_allows(cleared: World) -> None:
    allowed = ("Invented Newsroom",)
    cleared.put(
        Restriction(
            covers=(cleared.claim.id,), kind="lead-only", basis="as agreed",
            recipients_allowed=allowed,
        )
    )  # fmt: skip
    with pytest.raises(InputError, match="restricted") as caught:
        cleared.give(cleared.incident, cleared.claim)
    assert cleared.claim.ref in caught.value.item and "lead-only" in caught.value.item
    assert cleared.give(cleared.claim, to=allowed[0]).entries == 2


def test_a_restriction_whose_date_has_passed_stands_no_more(cleared: World) -> None:
    for until, stops in (("2020-05", False), ("2199", True)):
        cleared.put(
            Restriction(covers=(cleared.claim.id,), kind="embargo", basis="as agreed",
                        until=When(edtf=until))
        )  # fmt: skip
        if stops:
            with pytest.raises(InputError, match="embargo"):
                cleared.give(cleared.claim)
        else:
            assert cleared.give(cleared.claim).entries == 2


@pytest.mark.parametrize(
    ("use", "to", "withdrawn", "why"),
    [
        (None, "Invented Court", None, "say --use"),
        ("publication", "Invented Court", None, "does not cover the use"),
        ("disclosure-to-court", "Invented Newsroom", None, "other recipients"),
        ("disclosure-to-court", "Invented Court", When(edtf="2026-03-01"), "withdrawn"),
    ],
)
def test_consent_is_kept_to(
    cleared: World, use: str | None, to: str, withdrawn: When | None, why: str
) -> None:
    cleared.put(
        Consent(given_by=cleared.witness.id, covers=(cleared.claim.id,),
                uses=("disclosure-to-court",), recipients=("Invented Court",), withdrawn=withdrawn)
    )  # fmt: skip
    with pytest.raises(InputError, match="no-consent") as caught:
        cleared.give(cleared.claim, to=to, use=use)
    assert why in caught.value.item


def test_what_consent_covers_leaves(cleared: World) -> None:
    cleared.put(
        Consent(given_by=cleared.witness.id, covers=(cleared.claim.id,),
                uses=("disclosure-to-court",), recipients=("Invented Court",))
    )  # fmt: skip
    assert cleared.give(cleared.claim, use="disclosure-to-court").entries == 2


def test_every_reason_is_listed_at_once(cleared: World) -> None:
    for kind in ("lead-only", "privilege"):
        cleared.put(Restriction(covers=(cleared.incident.id,), kind=kind, basis="as agreed"))
    with pytest.raises(InputError) as caught:
        cleared.give(cleared.incident)
    assert "lead-only" in caught.value.item and "privilege" in caught.value.item
    assert not list(cleared.folder.glob("*.zip"))


def test_what_covers_a_source_covers_what_that_source_said(cleared: World) -> None:
    cleared.put(Restriction(covers=(cleared.witness.id,), kind="lead-only", basis="as agreed"))
    with pytest.raises(InputError, match="restricted") as caught:
        cleared.give(cleared.claim)
    assert cleared.claim.ref in caught.value.item and f"on {cleared.witness.ref}" in str(
        caught.value.item
    )
    assert cleared.give(cleared.incident).entries == 2, "what draws on nothing of it leaves"


@pytest.mark.parametrize("covered", ["statement", "item"])
def test_consent_to_a_statement_holds_for_what_was_drawn_from_it(
    cleared: World, covered: str
) -> None:
    cleared.office.write(told__txt=b"told and signed")
    [item] = cleared.office.take_in()
    with cleared.office.open() as session:
        known = session.find(item).id
        statement = put(
            session,
            Statement(source=cleared.witness.id, taken_by=("I. Investigator",),
                      taken=When(edtf="2026-03-01"), item=known),
        )  # fmt: skip
        drawn = put(
            session,
            Assertion(about=cleared.occurrence.id, stance="asserts", statement=statement.id),
        )
        covers = statement.id if covered == "statement" else known
        put(session, Consent(given_by=cleared.witness.id, covers=(covers,), uses=("counting",)))
    cleared.office.clear(drawn.ref)
    with pytest.raises(InputError, match="no-consent") as caught:
        cleared.give(drawn, use="publication")
    assert drawn.ref in caught.value.item
    assert cleared.give(drawn, use="counting").entries == 2


def test_an_old_version_that_quotes_what_is_restricted_does_not_leave(cleared: World) -> None:
    cleared.office.write(told__txt=b"told and signed")
    [item] = cleared.office.take_in()
    with cleared.office.open() as session:
        known = session.find(item).id
        cited = Assertion(
            about=cleared.occurrence.id,
            stance="asserts",
            quote="told",
            citations=(Citation(item=known),),
        )
        drawn = put(session, cited)
        plain = Assertion(about=cleared.occurrence.id, stance="asserts")
        put(session, plain, id=drawn.id, why="exercise")
        put(session, Restriction(covers=(known,), kind="privilege", basis="counsel"))
    cleared.office.clear(drawn.ref)
    with pytest.raises(InputError, match=f"on {item}"):
        cleared.give(drawn)


def test_a_wider_consent_does_not_widen_another_but_a_new_version_does(cleared: World) -> None:
    narrow = Consent(given_by=cleared.witness.id, covers=(cleared.claim.id,), uses=("counting",))
    wide = Consent(given_by=cleared.witness.id, covers=(cleared.claim.id,),
                   uses=("counting", "publication"))  # fmt: skip
    first = cleared.put(narrow)
    cleared.put(wide)
    with pytest.raises(InputError, match="no-consent") as caught:
        cleared.give(cleared.claim, use="publication")
    assert first.ref in caught.value.item
    with cleared.office.open() as session:
        put(session, wide, id=first.id, why="asked again, and agreed")
    assert cleared.give(cleared.claim, use="publication").entries == 2


def test_what_was_retracted_restricts_nothing_and_allows_nothing(cleared: World) -> None:
    restriction = Restriction(covers=(cleared.claim.id,), kind="embargo", basis="as agreed")
    consent = Consent(given_by=cleared.witness.id, covers=(cleared.claim.id,), uses=("counting",))
    for each in (cleared.put(restriction), cleared.put(consent)):
        with pytest.raises(InputError):
            cleared.give(cleared.claim)
        with cleared.office.open() as session:
            retract(session, each.ref, why="exercise")
    assert cleared.give(cleared.claim).entries == 2
