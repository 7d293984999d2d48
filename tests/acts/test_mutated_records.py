"""Mutations of valid records: none crashes, none is stored as something else.

`make test` tries 3,000, `make test-deep` 10,000.
"""

from __future__ import annotations

import io
import json
import random
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from deep import DEEP
from probatum.acts.put_records import Line, put_records
from probatum.acts.record_texts import lines, records
from probatum.errors import ProbatumError
from probatum.model.nouns import NOUNS, plain
from probatum.model.schemas import schema
from probatum.proof.canonical import encode
from record_case import at_work, fresh
from record_examples import Examples

Fields = dict[str, object]
ROUNDS, EACH = 20 if DEEP else 6, 500
STRANGE: tuple[object, ...] = (
    None, True, False, 0, -1, 1, 2**53 - 1, 2**53, -(2**53), 2**64, 10**30, 3.0, 1e308, "", " ",
    "x",
    "\x00", "\n", "a\nb", "\u202e", "\u2028", "\ud800", "é", "e\u0301", "́", "x" * 600, "9" * 40,
    "2031-03-04", "2031-02-30", "0" * 32, "0" * 31 + "\n", "@mill", "EXR-00001-8", [], [[]], [None],
    {}, {"a": 1}, {"A b": 1}, {"": None}, [0] * 50, {"text": "x", "unknown": "not-asked"},
    {"edtf": "2031-13"}, {"edtf": "9" * 500}, {"low": 3, "high": 1}, "not-asked", "incident/1",
)  # fmt: skip


PIECES = (
    b"0", b".5", b"e9", b'"', b",", b"[", b"\\ud800", b"NaN", b"-", b"\xff", b"/**/",
    b"\xef\xbb\xbf",
)  # fmt: skip


@pytest.fixture(scope="module")
def given(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Any, list[Fields]]]:
    folder = tmp_path_factory.mktemp("mutations")
    with fresh(folder) as case, at_work(case) as session:
        examples = Examples(session, folder)
        yield session, [json.loads(json.dumps(examples.fields(noun))) for noun in sorted(NOUNS)]


def places(value: object) -> Iterator[tuple[Any, Any]]:
    """Every (container, member) below a value."""
    if isinstance(value, dict | list):
        for name in list(value) if isinstance(value, dict) else range(len(value)):
            yield value, name
            yield from places(value[name])


def mutated(chance: random.Random, valid: dict[str, object], others: list[object]) -> bytes:
    body: Any = json.loads(json.dumps(valid))
    for _ in range(chance.choice((0, 1, 1, 1, 2, 3))):
        where = list(places(body))
        container, name = chance.choice(where)
        match chance.randrange(6):
            case 0:
                del container[name]
            case 1 if isinstance(container, dict):
                container[chance.choice(["", "zz", "Title", "x y", "\ud800", "record", "why"])] = (
                    deepcopy(chance.choice(STRANGE))
                )
            case 2:
                container[name] = deepcopy(chance.choice(where)[0])
            case 3:
                container[name] = deepcopy(chance.choice(others))
            case _:
                container[name] = deepcopy(chance.choice(STRANGE))
        if not body:
            break
    data = bytearray(
        json.dumps(body, ensure_ascii=chance.random() < 0.5).encode("utf-8", "replace")
    )
    if chance.random() < 0.25:
        for _ in range(chance.randrange(1, 4)):
            at = chance.randrange(len(data))
            match chance.randrange(4):
                case 0:
                    data[at] = chance.randrange(256)
                case 1:
                    del data[at : at + chance.randrange(1, 9)]
                case 2:
                    data[at:at] = chance.choice(PIECES)
                case _:
                    piece = data[at : at + chance.randrange(1, 40)]
                    data[at:at] = piece
            if not data:
                data = bytearray(b"{}")
    if chance.random() < 0.03:
        data = bytearray(b'{"labels":' + b"[" * 50_000)
    if chance.random() < 0.05:
        data = data.rstrip(b"}") + b',"record":"incident/1"}'
    return bytes(data).replace(b"\n", b" ").replace(b"\r", b" ")


def same(given: object, kept: object, part: Any, defs: Any) -> bool:
    """Whether what was kept is what was given, defaults left out; told from the schema alone."""
    if isinstance(given, dict) and isinstance(kept, dict):
        options = [part, *part.get("anyOf", [])]
        found = [defs[each["$ref"].rpartition("/")[2]] if "$ref" in each else each
                 for each in options]  # fmt: skip
        fields = next((each["properties"] for each in found if "properties" in each), {})
        return set(kept) <= set(given) and all(
            same(value, kept[name], fields.get(name, {}), defs)
            if name in kept
            else name in fields and _is(value, fields[name].get("default"))
            for name, value in given.items()
        )
    if isinstance(given, list) and isinstance(kept, list):
        inner = part.get("items", {})
        return len(given) == len(kept) and all(
            same(one, other, inner, defs) for one, other in zip(given, kept, strict=True)
        )
    return type(given) is type(kept) and given == kept


def _is(value: object, default: object) -> bool:
    default = list(default) if isinstance(default, tuple) else default
    return type(value) is type(default) and value == default


@pytest.mark.parametrize("number", range(ROUNDS))
def test_a_mutated_record_is_refused_or_stored_as_given(
    given: tuple[Any, list[Fields]], number: int
) -> None:
    session, valid = given
    chance = random.Random(number)
    texts = [mutated(chance, chance.choice(valid), list(valid)) for _ in range(EACH)]
    taken: list[Line] = []
    delivery, refused = put_records(
        session, lines(io.BytesIO(b"\n".join(texts))), again=True, on_taken=taken.extend
    )
    blank = sum(text.isspace() or not text for text in texts)
    assert delivery.taken + len(refused) + blank == EACH
    assert delivery.taken > EACH // 100, "mutations that leave nothing valid test little"
    assert refused
    session.catch_up()
    for each in taken:
        if each.done != "created":
            continue
        body = session.index.record(each.id).body
        kept = json.loads(json.dumps(plain(body)))
        read = json.loads(texts[each.line - 1].decode("utf-8-sig"))
        for ours in ("as", "id", "why"):
            read.pop(ours, None)
        whole = schema(each.noun)
        assert same(read, kept, whole, whole.get("$defs", {})), (read, kept)
        encode(kept)


@pytest.mark.parametrize("number", range(4))
def test_mutated_yaml_never_crashes(number: int) -> None:
    chance = random.Random(1000 + number)
    seed = b"record: incident/1\ntitle: &a 'x'\nlabels: [a, *a]\nunknown: {kind: not-asked}\n"
    for _ in range(300):
        data = bytearray(seed)
        for _ in range(chance.randrange(1, 6)):
            at = chance.randrange(len(data))
            data[at : at + chance.randrange(3)] = chance.choice(
                [b"", b"!!python/object:os.system ", b"? ", b"- ", b"{", b"\t", b"\xff", b"|\n",
                 b"%", b"---\n", b"*a", b"<<: ", b"[" * 40, b"\x00", b"\xc2\x85"]
            )  # fmt: skip
        try:
            found = list(records(bytes(data), "yaml"))
        except ProbatumError:
            continue
        assert all(isinstance(each.fields, dict) for each in found)


def test_deep_yaml_and_yaml_that_names_itself_are_refused() -> None:
    bomb = "a: &a [x, x]\n" + "\n".join(f"k{n}: [*a, *a, *a]" for n in range(30))
    for text in ("[" * 100_000, "- " * 5_000 + "x", bomb, "a: 1\na: 2", "? [x]\n: y", "!!binary x"):
        with pytest.raises(ProbatumError):
            list(records(text.encode(), "yaml"))
