"""A member searches, discloses, plans, erases: what others open of both logs tells nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from offices import Office
from probatum.acts import compartment
from probatum.acts.compartment import Person
from probatum.acts.disclose_items import Decisions, Protection, disclose, parse_resolution
from probatum.acts.erase_item import erase, plan
from probatum.acts.put_record import put
from probatum.acts.search import search
from probatum.acts.session import Session
from probatum.errors import InputError
from probatum.index.index import contents
from probatum.model.nouns import Assertion, Occurrence, Source
from probatum.model.values import Citation, NameForm

MEMBER = Person("O. Member", "first invented passphrase")
QUICK = {"memory_kib": 8}


def test_a_members_acts_leave_no_trace_of_the_inside_in_what_others_open(tmp_path: Path) -> None:
    office = Office(tmp_path, "exercise")
    office.write(named__txt=b"met Zoriana Kanarekova", cited__txt=b"plain")
    cited, named = office.take_in()
    with office.open() as session:
        act = put(session, Occurrence(kind="killing"))
        compartment.create(session, "K-7", [MEMBER], **QUICK)
        names = (NameForm(full="Zoriana Kanarekova"),)
        witness = put(session, Source(kind="person", protected=True, names=names), inside=True)
        citations = (Citation(item=session.find(cited).id),)
        claim = Assertion(about=act.id, stance="asserts", speaker=witness.id, quote="Q-9",
                          citations=citations)  # fmt: skip
        quoting = put(session, claim, inside=True)

    def give(session: Session, decisions: Decisions) -> int:
        return disclose(
            session, to="Invented Court", purpose="trial", items=[named],
            target=tmp_path / "P.zip", protection=Protection(plain=True), decisions=decisions,
        ).index  # fmt: skip

    with office.open() as session:
        compartment.enter(session, MEMBER.secret, **QUICK)
        assert search(session, "Kanarekova").total == 1
        with pytest.raises(InputError, match=f"name of {witness.ref}") as caught:
            give(session, Decisions())
        [hit] = caught.value.details
        decided = parse_resolution(f"{hit['hit']}=Kanarekova is known there")
        give(session, Decisions(resolved=[decided]))
        assert [each.ref for each in plan(session, cited).citing] == [quoting.ref]
        erase(session, cited, "protection", citing="keep")
        assert session.find_record(witness.ref).id == witness.id, "still inside"
    with office.open() as session:
        read = [session.entry(each)[1] for each in range(session.case.evidence.size)]
        read += [session.access_entry(each)[1] for each in range(session.case.access.size)]
        seen = repr(read) + repr(contents(session.index))
    for word in ("EXP-", "100000000", "Kanarekova", "K-7", "Q-9", MEMBER.name, witness.id):
        assert word not in seen, word
