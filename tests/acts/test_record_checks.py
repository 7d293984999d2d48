"""What is refused before a record is taken, and how the refusal says it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from probatum.acts.init_case import init_case
from probatum.acts.open_case import open_session
from probatum.acts.put_record import put
from probatum.acts.session import Session
from probatum.errors import InputError

INCIDENT: dict[str, object] = {"record": "incident/1", "title": "Exercise: the mill road"}
PASSPHRASE = "an invented passphrase"


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    folder: Path = tmp_path_factory.mktemp("records")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(folder / "state"))
        init_case(folder / "case", PASSPHRASE, name="Exercise", by="A. Analyst", memory_kib=64)
        with open_session(folder / "case", PASSPHRASE) as opened:
            yield opened


def refusal(session: Session, fields: dict[str, object]) -> tuple[str, str, str]:
    before = session.case.evidence.size
    with pytest.raises(InputError) as caught:
        put(session, fields)
    assert session.case.evidence.size == before
    return caught.value.item, caught.value.expected, caught.value.found


@pytest.mark.parametrize(
    ("fields", "field", "expected", "found"),
    [
        ({"title": "x"}, "record", "a noun", "nothing"),
        ({**INCIDENT, "record": "incident/2"}, "record", "a noun", "another word"),
        ({**INCIDENT, "title": 3}, "title", "text", "a whole number"),
        ({**INCIDENT, "title": ""}, "title", "length >= 1", "another value"),
        ({**INCIDENT, "title": "two\nlines"}, "title", "a form that its schema", "another value"),
        ({**INCIDENT, "title": "x\n"}, "title", "a form that its schema", "another value"),
        ({**INCIDENT, "titel": "x"}, "titel", "the fields of its schema", "another one"),
        ({"record": "incident/1"}, "title", "a value", "nothing"),
        ({**INCIDENT, "kind": "shellling"}, "kind", "a term of the vocabulary", "another word"),
        ({**INCIDENT, "labels": "x"}, "labels", "a list", "text"),
        ({**INCIDENT, "unknown": {"kind": "who knows"}}, "unknown[...]", "one of the words", ""),
        ({**INCIDENT, "unknown": {"zz": "not-asked"}}, "the record", "fields of this noun", ""),
        ({**INCIDENT, "unknown": {"title": "not-asked"}}, "the record", "either given", ""),
        ({**INCIDENT, "title": b"x"}, "title", "one spelling", "another spelling"),
        ({**INCIDENT, "remark": float("nan")}, "remark", "one spelling", "another spelling"),
        ({**INCIDENT, "title": "\ud800"}, "the record", "Unicode", "lone surrogate"),
        ({**INCIDENT, "remark": "x" * 40_000}, "remark", "length <= 32000", "another value"),
    ],
)
def test_a_refusal_names_the_field_what_was_expected_and_what_was_found(
    session: Session, fields: dict[str, object], field: str, expected: str, found: str
) -> None:
    said = refusal(session, fields)
    assert said[0] == field
    assert expected in said[1]
    assert found in said[2]


def test_numbers_are_kept_in_one_spelling_or_refused(session: Session) -> None:
    figure: dict[str, object] = {
        "record": "figure/1", "measure": "killed", "bound": "exact", "low": 3, "high": 3,
    }  # fmt: skip
    assert put(session, figure).done == "created"
    for other in (3.0, "3", True, 2**53, -1, 10**400):
        assert refusal(session, {**figure, "low": other, "high": other})[0] in ("low", "the record")


def test_a_record_of_more_than_a_megabyte_is_refused(session: Session) -> None:
    long = ["x" * 30_000] * 40
    item, expected, _ = refusal(
        session, {"record": "inquiry/1", "question": "Who?", "hypotheses": long}
    )
    assert (item, expected) == ("the record", "at most 1,048,576 bytes as JSON")


def test_nesting_without_end_is_refused(session: Session) -> None:
    deep: object = "x"
    for _ in range(100_000):
        deep = [deep]
    assert refusal(session, {**INCIDENT, "labels": deep})[0] in (
        "labels",
        "the record",
        "labels[...]",
    )


def test_a_reference_leads_to_the_right_noun_or_is_refused(session: Session) -> None:
    incident = put(session, INCIDENT)
    attribution = {"record": "attribution/1", "incident": incident.ref, "actor": incident.id}
    with pytest.raises(InputError) as caught:
        put(session, attribution)
    assert caught.value.code == "missing-record"
    assert (caught.value.item, caught.value.found) == ("actor", "incident")
    with pytest.raises(InputError) as caught:
        put(session, {**attribution, "actor": incident.ref[:-1] + "?"})
    assert caught.value.code == "bad-record"
    with pytest.raises(InputError) as caught:
        put(session, {**attribution, "actor": "0" * 32})
    assert (caught.value.code, caught.value.found) == (
        "missing-record", "an id that nothing here has"
    )  # fmt: skip


def test_a_refusal_repeats_nothing_of_what_was_given(session: Session) -> None:
    secret = "Invented Witness"
    for fields in (
        {**INCIDENT, secret: "x"}, {**INCIDENT, "kind": secret},
        {**INCIDENT, "unknown": {secret: "x"}},
        {**INCIDENT, "unknown": {secret: "not-asked"}}, {"record": secret},
        {"record": "event_time/1", "when": {"edtf": secret}},
        {"record": "attribution/1", "actor": secret},
    ):  # fmt: skip
        with pytest.raises(InputError) as caught:
            put(session, fields)
        assert secret not in str(caught.value)
        assert "Witness" not in str(caught.value)


def test_a_users_own_terms_extend_a_vocabulary(session: Session) -> None:
    own = {**INCIDENT, "kind": "levee-breach"}
    refusal(session, own)
    term = {
        "code": "levee-breach", "label": "breach of a levee", "definition": "A levee was cut.",
        "definition_source": "Exercise",
    }  # fmt: skip
    put(session, {"record": "vocabulary/1", "name": "act-type", "terms": [term]})
    assert put(session, own).done == "created"
