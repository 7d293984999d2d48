"""A case's own terms: each means one thing, and none that records use goes away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from offices import Office
from probatum.acts.put_record import Put, put
from probatum.acts.put_records import put_records
from probatum.acts.record_texts import Given
from probatum.acts.retract_record import retract
from probatum.acts.session import Session
from probatum.errors import InputError


def term(code: str, label: str = "Label", **more: object) -> dict[str, object]:
    return {"code": code, "label": label, "definition": "what it means",
            "definition_source": "our handbook", **more}  # fmt: skip


def words(name: str, *terms: dict[str, object]) -> dict[str, object]:
    return {"record": "vocabulary/1", "name": name, "terms": list(terms)}


def used(code: str) -> dict[str, object]:
    return {"record": "weapon/1", "weapon": code}


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Office(tmp_path, "exercise").open() as session:
        yield session


@pytest.fixture
def own(session: Session) -> Put:
    labels = [{"language": "uk", "text": "вигадана"}, {"language": "ar", "text": "مخترعة"}]
    return put(session, words("weapon", term("catapult", labels=labels), term("sling")))


def refused(session: Session, fields: dict[str, object], **more: str) -> str:
    with pytest.raises(InputError) as caught:
        put(session, fields, **more)
    assert caught.value.code == "bad-record" and "вигадана" not in str(caught.value)
    return f"{caught.value.item}: {caught.value.found}"


def test_only_open_vocabularies_of_probatum_take_terms(session: Session) -> None:
    assert refused(session, words("colour", term("red"))) == "name: another word"
    assert refused(session, words("stance", term("shouts"))) == "name: a closed one"
    with pytest.raises(InputError, match="did you mean weapon"):
        put(session, words("weapons", term("sling")))


def test_a_code_of_probatum_keeps_its_meaning(session: Session) -> None:
    found = refused(session, words("weapon", term("sling"), term("drone")))
    assert found == "terms[1].code: one that Probatum brings"


def test_a_code_means_one_thing_in_a_case(session: Session, own: Put) -> None:
    found = refused(session, words("weapon", term("sling", "Another")))
    assert found == f"terms[0].code: one of {own.ref}, with another meaning"
    put(session, words("method", term("sling")))  # another vocabulary
    put(session, words("weapon", term("sling")))  # says the same
    put(session, words("weapon", term("bow"), term("sling")))


def test_a_language_has_one_label(session: Session) -> None:
    labels = [{"language": "uk", "text": text} for text in ("вигадана", "інша")]
    assert "two for one" in refused(session, words("weapon", term("sling", labels=labels)))


def test_a_term_that_records_use_stays(session: Session, own: Put) -> None:
    using = put(session, used("catapult"))
    less, elsewhere = words("weapon", term("sling")), words("method", term("catapult"))
    for fields in (less, elsewhere):
        found = refused(session, fields, id=own.id, why="tidied")
        assert found == f"terms: one missing, which is used by {using.ref}"
    with pytest.raises(InputError, match="every term that records use"):
        retract(session, own.ref, "tidied")
    labels = [{"language": "uk", "text": "краща"}]
    more = words("weapon", term("catapult", "Better", labels=labels), term("bow"))
    assert put(session, more, id=own.id, why="sling is not used").done == "revised"
    put(session, used("bow"))
    retract(session, using.ref, "entered twice")
    assert put(session, words("weapon", term("bow")), id=own.id, why="now").done == "revised"


def test_a_term_that_another_vocabulary_has_too_may_go(session: Session, own: Put) -> None:
    put(session, used("sling"))
    put(session, words("weapon", term("sling")))
    retract(session, own.ref, "the other one is enough")
    assert put(session, used("sling")).done == "created"


def test_lines_that_are_put_again_say_what_they_said(session: Session, own: Put) -> None:
    lines = [words("weapon", term("bow")), used("bow")]
    given = [Given(number, 0, fields) for number, fields in enumerate(lines, 1)]
    assert put_records(session, given)[0].created == 2
    session.catch_up()
    [row] = [row for row in session.index.records(["vocabulary"]) if row.id != own.id]
    put(session, words("weapon", term("bow", "A better label")), id=row.id, why="clearer")
    again, refusals = put_records(session, given)
    assert (again.unchanged, refusals) == (2, [])


def test_a_line_that_uses_a_term_keeps_it_from_the_lines_below(session: Session, own: Put) -> None:
    less = words("weapon", term("sling")) | {"id": own.id, "why": "tidied"}
    given = [Given(1, 0, used("catapult")), Given(2, 0, less)]
    delivery, refusals = put_records(session, given)
    assert delivery.created == 1
    assert [(each.line, each.error.item) for each in refusals] == [(2, "terms")]


def test_unlike_things_are_not_judged_the_same(session: Session) -> None:
    one = put(session, {"record": "person/1", "names": [{"full": "A"}]})
    other = put(session, {"record": "incident/1", "title": "The mill"})
    said = {"record": "same_as/1", "between": [one.id, other.id], "answer": "yes", "reasons": "x"}
    assert refused(session, said) == "between: person and incident"
