"""The evaluation sets hold by their own rules: what they say is what a reader may say."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from probatum.model.edtf import parse
from probatum.model.nouns import decode
from probatum.model.references import renamed
from probatum.read.contract import Reading, text_sha256
from probatum.read.proposing import proposals
from probatum.read.soundness import spans_of

EVAL = Path(__file__).resolve().parent.parent.parent / "eval"
REPORTS = sorted(EVAL.glob("*/reports/*.json"))
LINES = sorted(EVAL.glob("*/*.jsonl"))


def test_both_halves_are_as_large_as_they_should_be() -> None:
    counted = {half: len(list((EVAL / half / "reports").glob("*.json"))) for half in
               ("tune", "test")}  # fmt: skip
    assert sum(counted.values()) >= 40 and min(counted.values()) >= 19
    lines = {path.stem: 0 for path in LINES}
    for path in LINES:
        lines[path.stem] += len(path.read_text().splitlines())
    assert lines["figures"] >= 150 and lines["dates"] >= 60 and lines["places"] >= 60


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_every_span_is_its_slice_and_every_proposal_is_a_record(path: Path) -> None:
    report = json.loads(path.read_text())
    reading = msgspec.convert(report["reading"], Reading)
    text = report["text"]
    assert reading.text_sha256 == text_sha256(text)
    ids = {each.id for each in reading.suggestions}
    assert len(ids) == len(reading.suggestions)
    for each in reading.suggestions:
        for span in spans_of(each):
            assert text[span.start : span.end] == span.exact
    item = "a" * 32
    made = proposals(
        reading, item, lambda _: {"item": item}, {"extractor": "x", "version": "1"}
    ).taken
    known = {f"@{each.name}": f"{number:032x}" for number, each in enumerate(made, start=1)}
    for each in made:
        fields = renamed(each.noun, each.fields, lambda value, _: known.get(value, value))
        assert decode(msgspec.json.encode(fields)).noun == each.noun
        assert all(f"@{name}" in known for name in each.needs)


@pytest.mark.parametrize("path", LINES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_sentence_has_its_spans_and_its_dates_are_edtf(path: Path) -> None:
    seen = set()
    for line in path.read_text().splitlines():
        given = json.loads(line)
        assert given["id"] not in seen
        seen.add(given["id"])
        for each in given.get("figures", []) + given.get("dates", []) + given.get("places", []):
            for span in (each.get("span"), each.get("number_span"), each.get("mention")):
                if span is not None:
                    assert given["text"][span["start"] : span["end"]] == span["exact"]
            if each.get("edtf") is not None:
                assert str(parse(each["edtf"])) == each["edtf"]
