"""The pages and schemas of the record are what the types say; the examples are valid and taken."""

from __future__ import annotations

import importlib.util
import json
import typing
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import msgspec
import pytest

from probatum.acts.put_record import put
from probatum.acts.show_record import show_record
from probatum.model import vocab
from probatum.model.nouns import NOUNS
from probatum.model.schemas import schema
from probatum.proof.canonical import encode
from record_case import at_work, fresh
from record_examples import EXAMPLES, Examples, example

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Examples, typing.Any]]:
    folder = tmp_path_factory.mktemp("examples")
    with fresh(folder) as case, at_work(case) as session:
        yield Examples(session, folder), session


def test_every_noun_has_an_example_and_no_example_is_of_something_else() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.json")} == set(NOUNS)


@pytest.mark.parametrize("noun", sorted(NOUNS))
def test_the_example_of_a_noun_is_valid_by_its_schema(noun: str) -> None:
    validator = jsonschema.Draft202012Validator(schema(noun))
    validator.check_schema(schema(noun))
    validator.validate(example(noun))
    assert not validator.is_valid({**example(noun), "surprise": 1})
    assert not validator.is_valid({**example(noun), "record": "other/1"})


@pytest.mark.parametrize("noun", sorted(NOUNS))
def test_the_example_of_a_noun_is_taken_and_comes_back_equal(
    noun: str, examples: tuple[Examples, typing.Any]
) -> None:
    given, session = examples
    said = given.fields(noun)
    made = put(session, said)
    shown = show_record(session, made.ref)
    assert json.loads(json.dumps(shown.fields)) == json.loads(json.dumps(said))
    assert all(each.state == "there" for each in shown.names)
    assert shown.caption


def test_schemas_and_tables_on_disk_are_current() -> None:
    place = importlib.util.spec_from_file_location(
        "write_record_pages", ROOT / "docs" / "write_record_pages.py"
    )
    assert place is not None
    assert place.loader is not None
    writer = importlib.util.module_from_spec(place)
    place.loader.exec_module(writer)
    stale = [path.name for path, text in writer.pages().items()
             if not path.is_file() or path.read_text("utf-8") != text]  # fmt: skip
    assert stale == [], "run `python docs/write_record_pages.py`"
    kept = {path.name for path in (ROOT / "spec" / "schemas").glob("*.json")}
    assert kept == {f"{noun}.json" for noun in NOUNS}


def test_no_noun_has_a_field_that_an_entry_or_a_delivery_needs_for_itself() -> None:
    taken = {"by", "at", "why", "as", "id", "record"}
    assert {noun for noun, kind in NOUNS.items() if taken & set(kind.__struct_fields__)} == set()


def numbers(part: object) -> Iterator[dict[str, object]]:
    if isinstance(part, dict):
        if part.get("type") == "integer":
            yield part
        for below in part.values():
            yield from numbers(below)
    elif isinstance(part, list):
        for below in part:
            yield from numbers(below)


@pytest.mark.parametrize("noun", sorted(NOUNS))
def test_every_number_is_bounded_and_none_has_a_fraction(noun: str) -> None:
    assert '"type": "number"' not in json.dumps(schema(noun))
    for each in numbers(schema(noun)):
        assert {"minimum", "maximum"} <= set(each), each
        assert abs(typing.cast(int, each["maximum"])) < 2**53


def test_every_name_of_a_vocabulary_in_a_type_leads_to_one() -> None:
    for noun in NOUNS:
        for name in _vocabularies(schema(noun)):
            assert name in vocab.names(), (noun, name)


def _vocabularies(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        if "x-vocabulary" in part:
            yield part["x-vocabulary"]
        for below in part.values():
            yield from _vocabularies(below)
    elif isinstance(part, list):
        for below in part:
            yield from _vocabularies(below)


def test_an_encoded_record_is_canonical_json() -> None:
    for noun in NOUNS:
        body = msgspec.json.decode((EXAMPLES / f"{noun}.json").read_bytes())
        encode(body)
