"""The village's records: well formed, every span read off its text, every rule with something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec
import pytest

from exercise.village import village_case
from probatum.derive.text.anchoring import text_sha256
from probatum.exercise.village import names
from probatum.exercise.village.rows import DELIVERIES, Row, cite, said
from probatum.exercise.village.spans import ItemText, anchored
from probatum.model import vocab
from probatum.model.nouns import NOUNS, decode
from probatum.model.record import Record
from probatum.model.references import Reference, marks, may_name, renamed


@pytest.fixture(scope="module")
def items() -> Mapping[str, ItemText]:
    return village_case.items()


@pytest.fixture(scope="module")
def told() -> Sequence[Row]:
    return village_case.told()


@pytest.fixture(scope="module")
def records(told: Sequence[Row]) -> dict[str, Record]:
    """Name -> record, names replaced by ids as a delivery does; a name must come before its use."""
    ids: dict[str, str] = {}
    nouns: dict[str, str] = {}
    made = {}
    for number, row in enumerate(told, start=1):
        noun = str(row.fields["record"]).partition("/")[0]

        def id_of(value: str, mark: Reference, name: str = row.name) -> str:
            if not value.startswith("@"):
                return value
            assert value in ids, (name, mark.field, value)
            return ids[value]

        fields = renamed(noun, row.fields, id_of)
        made[row.name] = decode(msgspec.json.encode(fields))
        for mark in marks(noun, fields):
            if mark.targets:
                assert may_name(mark.targets, nouns.get(mark.value, "item")), (row.name, mark)
            else:
                assert mark.value in vocab.codes(mark.vocabulary), (row.name, mark)
        ids[row.name] = f"{number:032x}".replace("0", "f", 1)
        nouns[ids[row.name]] = noun
    return made


def test_every_row_is_a_record_and_names_only_what_came_before(
    told: Sequence[Row], records: dict[str, Record]
) -> None:
    assert len(records) == len(told) > 150
    assert {row.delivery for row in told} == set(DELIVERIES)


def test_every_span_is_the_slice_of_its_text(
    told: Sequence[Row], items: Mapping[str, ItemText]
) -> None:
    texts = {each.item: each.text for each in items.values()}
    spans = 0
    for row in told:
        citations = row.fields.get("citations", [])
        assert isinstance(citations, list)
        for citation in citations:
            text = texts[citation["item"]]
            assert text is not None
            start, end = citation["start"], citation["end"]
            assert text[start:end] == citation["exact"]
            assert text[:start].endswith(citation["prefix"])
            assert text[end:].startswith(citation["suffix"])
            assert citation["text_sha256"] == text_sha256(text)
            spans += 1
    assert spans > 80


def test_every_assertion_stands_in_a_text_and_quotes_it(told: Sequence[Row]) -> None:
    for row in told:
        if row.fields["record"] == "assertion/1":
            (citation,) = row.fields["citations"]  # type: ignore[misc]
            assert row.fields["quote"] == " ".join(citation["exact"].split()), row.name


@pytest.mark.parametrize("words", ["words that stand nowhere", "Haldrevin"])
def test_words_that_are_missing_or_stand_twice_are_no_span(
    items: Mapping[str, ItemText], words: str
) -> None:
    row = said("x", "first", "@killings", "asserts", names.WIRE, words)
    with pytest.raises(ValueError, match="times"):
        list(anchored([row], items))
    with pytest.raises(KeyError):
        list(anchored([said("x", "first", "@k", "asserts", "no.txt", words)], items))
    assert cite(names.WIRE, words)["words"] == words


def test_there_is_something_for_every_rule(records: dict[str, Record]) -> None:
    plain = {name: msgspec.to_builtins(record) for name, record in records.items()}
    stances = Counter(each["stance"] for each in plain.values() if "stance" in each)
    for stance in (
        "asserts", "reports", "denies", "disputes", "acknowledges", "condemns", "calls_for",
        "commits_to", "estimates", "corrects", "declines_to_comment",
    ):  # fmt: skip
        assert stances[stance], stance
    denied = {each.get("denies") for each in plain.values()}
    assert {"occurrence", "attribution", "scale"} < denied
    nouns = Counter(record.noun for record in records.values())
    for noun in (
        "incident", "source", "figure", "depiction", "assessment", "same_as", "consent",
        "restriction", "inquiry", "search", "suggestion", "statement", "source_grade",
    ):  # fmt: skip
        assert nouns[noun], noun
    # With what they are about.
    made_by_acts = {"redaction", "compartment", "review", "victim_list", "row_match"}
    assert set(NOUNS) - set(nouns) <= made_by_acts
    assert [each for each in plain.values() if each.get("relation") == "far_higher"]
    assert {each["found"] for each in plain.values() if each["record"] == "search/1"} == {0}
    undecided = [each for each in plain.values() if each.get("answer") == "undecided"]
    assert len(undecided) == 2


def test_the_reprints_have_one_first_hand(records: dict[str, Record]) -> None:
    plain = {name: msgspec.to_builtins(record) for name, record in records.items()}
    repeated = {
        each["speaker"]
        for name, each in plain.items()
        if name.startswith("@reprint-") and each["record"] == "assertion/1"
    }
    assert repeated == {plain["@wire-clerk"]["speaker"]}


def test_totals_of_a_district_or_country_belong_to_no_incident(records: dict[str, Record]) -> None:
    for name in ("@refugees-6400", "@nationwide-366"):
        assert "incident" not in msgspec.to_builtins(records[name])


def test_only_protected_records_know_the_protected_speaker(told: Sequence[Row]) -> None:
    parts = (*names.PROTECTED_NAME.split(), *names.PROTECTED_NAME_UK.split(),
             names.PROTECTED_TELEPHONE, *names.PROTECTED_POSITION)  # fmt: skip
    for row in told:
        spelled = msgspec.json.encode(row.fields).decode("utf-8")
        if any(part in spelled for part in parts) or '"@attic' in spelled:
            assert row.delivery == "protected", row.name
    behind = {row.name for row in told if row.delivery == "protected"}
    assert len(behind) == 8
