"""Citations of an item in its newest text: found, moved or lost, and said so."""

from __future__ import annotations

from pathlib import Path

import pytest

from derive.text.made_files import UKRAINIAN
from offices import Office
from probatum.acts.citations_of import citations_of
from probatum.acts.derived import Making, store
from probatum.acts.extract_text import extract
from probatum.acts.put_record import put
from probatum.acts.session import Session
from probatum.acts.text_of import text_of
from probatum.derive.text.anchoring import quote
from probatum.model.nouns.assertions import Assertion
from probatum.model.nouns.incidents import Incident
from probatum.model.nouns.propositions import Occurrence
from probatum.model.values import Citation


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path, "Archive")
    office.write(a__txt=UKRAINIAN.encode())
    office.take_in(cleared=False)
    return office


def cite(session: Session, item: str, words: str) -> None:
    start = UKRAINIAN.index(words)
    said = quote(UKRAINIAN, start, start + len(words))
    incident = put(session, Incident(title="Mill road"))
    claim = put(session, Occurrence(kind="killing", incident=incident.id))
    citation = Citation(
        item=item, text_sha256=said.text_sha256, start=said.start, end=said.end, exact=said.exact,
        prefix=said.prefix, suffix=said.suffix,
    )  # fmt: skip
    put(session, Assertion(about=claim.id, stance="asserts", citations=(citation,)))


def read_anew(session: Session, ref: str, text: str) -> None:
    """Store what a newer version of the tool would have read."""
    row = session.find(ref)
    making = Making(row.id, row.sha256 or "", "text", "probatum-text", "9", "newer")
    draft, _ = store(session, making, "text/plain", text.encode())
    session.record(draft)
    session.catch_up()


def test_a_citation_is_followed_from_text_to_text_or_reported(office: Office) -> None:
    with office.open() as session:
        [row] = session.index.items()
        ref = row.ref or ""
        extract(session, [ref])
        cite(session, row.id, "п'ять вибухів")
        [cited] = citations_of(session, ref)[1]
        assert (cited.how, cited.noun) == ("same text", "assertion")
        read_anew(session, ref, "A heading. " + UKRAINIAN)
        read, [cited] = citations_of(session, ref)
        assert cited.how == "moved" and read.text is not None
        assert read.text[cited.start : cited.end] == "п'ять вибухів"
        read_anew(session, ref, UKRAINIAN.replace("п'ять", "шість"))
        [cited] = citations_of(session, ref)[1]
        assert (cited.how, cited.start, cited.lost) == (None, None, "missing")
        assert text_of(session, ref).last == text_of(session, ref).made
