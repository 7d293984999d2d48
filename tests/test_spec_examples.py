"""The pages of the specification and the code say the same: kinds, fields, types, examples."""

from __future__ import annotations

import re
import typing
from pathlib import Path

import msgspec
import pytest

from probatum.model.kinds import KINDS, Fields, Recorded, fields_of
from probatum.model.nouns import Incident
from probatum.preserve.finding import STEPS
from probatum.preserve.journal import Frame, Journal
from probatum.preserve.signing import Signer, open_checkpoint
from probatum.preserve.vault import Watermark
from probatum.proof.disclosure import digest
from probatum.proof.entry import open_leaf, parse
from probatum.proof.merkle import leaf_hash

SPEC = Path(__file__).resolve().parent.parent / "spec"
WORDS: dict[object, str] = {
    str: "text",
    int: "integer",
    bool: "true or false",
    list[str]: "texts",
    dict[str, object]: "object",
    type(None): "null",
}


def example(page: str, name: str) -> str:
    """The fenced block with this name."""
    text = (SPEC / page).read_text("utf-8")
    found = re.findall(rf"^```text {name}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert len(found) == 1, f"{page} has no example {name}"
    return str(found[0])


def word(kind: object) -> str:
    parts = typing.get_args(kind) if type(None) in typing.get_args(kind) else (kind,)
    return " or ".join(WORDS[part] for part in parts)


def fields_in_the_page() -> dict[str, dict[str, str]]:
    kinds: dict[str, dict[str, str]] = {}
    kind = ""
    for line in (SPEC / "entries.md").read_text("utf-8").splitlines():
        row = re.fullmatch(r"\| (`[a-z_]+/\d`)? ?\|[^|]*\| ([a-z_0-9]+) \| ([a-z ]+) \|.*\|", line)
        if row is None:
            continue
        kind = row[1].strip("`") if row[1] else kind
        kinds.setdefault(kind, {})[row[2]] = row[3]
    return kinds


def test_the_page_lists_the_fields_and_types_of_every_kind() -> None:
    shared = {field.name for field in msgspec.structs.fields(Fields)}
    assert shared == {"by", "at"}
    code = {
        kind: {
            field.name: word(field.type)
            for field in msgspec.structs.fields(struct)
            if field.name not in shared
        }
        for kind, struct in KINDS.items()
        if struct is not Recorded
    }
    # A record's own fields stand beside these two; spec/record.md lists them for every noun.
    code["record/1"] = {"record": "text", "why": "text"}
    assert fields_in_the_page() == code


def test_a_record_is_written_as_the_page_says_reason_and_defaults_left_out() -> None:
    def written(why: str | None) -> dict[str, object]:
        body = Incident(title="Exercise: the mill road")
        return fields_of(Recorded(by="A. Analyst", at="2026-01-02T03:04:05Z", why=why, body=body))

    first = written(None)
    assert first == {
        "by": "A. Analyst", "at": "2026-01-02T03:04:05Z", "record": "incident/1",
        "title": "Exercise: the mill road",
    }  # fmt: skip
    assert written("a slip of the pen") == {**first, "why": "a slip of the pen"}


def test_the_example_of_an_entry_is_the_computed_one() -> None:
    texts = example("entries.md", "example-texts").split()
    data = example("entries.md", "example-leaf").replace("\n", "").encode()
    leaf = parse(data)
    assert sorted(map(digest, texts)) == list(leaf.digests)
    opened = open_leaf(leaf, texts)
    assert opened.fields == {
        "by": "A. Analyst", "at": "2026-01-02T03:04:05Z", "text": "seal intact",
    }  # fmt: skip
    assert (opened.decoys, opened.withheld) == (5, ())
    assert example("entries.md", "example-leaf-hash").strip() == leaf_hash(data).hex()


def test_the_example_of_a_checkpoint_is_the_computed_one() -> None:
    signer = Signer(bytes(32), "probatum/00112233445566778899aabbccddeeff")
    assert example("log.md", "example-vkey").strip() == signer.verifier.text()
    signed = example("log.md", "example-checkpoint").encode()
    checkpoint = open_checkpoint(signed, signer.verifier)
    leaf = example("entries.md", "example-leaf").replace("\n", "").encode()
    assert (checkpoint.size, checkpoint.root) == (1, leaf_hash(leaf))
    assert signer.sign(checkpoint) == signed


def test_the_example_of_a_journal_is_the_computed_one(tmp_path: Path) -> None:
    written = bytes.fromhex(example("archive.md", "example-journal"))
    journal = Journal(tmp_path / "journal", bytes(32))
    journal.start(Frame(0, 0, Watermark(0, 0), ()))
    assert (tmp_path / "journal").read_bytes() == written


@pytest.mark.parametrize("number", sorted(STEPS))
def test_the_steps_of_the_check_have_the_numbers_and_names_of_the_page(number: int) -> None:
    text = (SPEC / "archive.md").read_text("utf-8")
    assert f"\n{number}. **{STEPS[number].capitalize()}.**" in text
