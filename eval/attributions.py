"""Attributions in texts of others: content F1, sources and quotations, as the literature counts.

A folder of texts (``NAME.txt``) with stand-off annotation beside them, either ``NAME.ann`` in the
brat form (text-bound ``Content``, ``Source``, ``Cue``, joined by an event or by relations), as the
Political News Attribution Relations Corpus is distributed, or ``NAME.json`` with
``[{"content": [[start, end], ...], "source": [[start, end], ...]}]``. Nothing of it is kept here.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from sets import of_kind

from probatum.read.builtin.reader import BuiltinReader
from probatum.read.contract import Assertion, Entity
from probatum.read.extractor import Article

_QUOTES = '"“”„«»'
SAME = 0.5


@dataclass(frozen=True, slots=True)
class Attribution:
    """Characters of the content and of the source of one attribution."""

    content: frozenset[int]
    source: frozenset[int]


def compare(folder: str, reader: BuiltinReader) -> None:
    """Print the scores over the texts of a folder."""
    gold_count = found_count = matched = sourced = told = quoted = quoted_found = 0
    shared = found_characters = gold_characters = texts = 0
    for path in sorted(Path(folder).rglob("*.txt")):
        gold = _gold(path)
        if gold is None:
            continue
        texts += 1
        text = path.read_text(encoding="utf-8", errors="surrogateescape")
        reading = reader.read(Article(text, "en"))
        entities = {each.id: each for each in of_kind(reading, Entity)}
        found = [each for each in of_kind(reading, Assertion) if each.voice != "own"]
        spans = [frozenset(range(each.content.start, each.content.end)) for each in found]
        gold_count += len(gold)
        found_count += len(found)
        all_gold = frozenset().union(*(each.content for each in gold))
        all_found = frozenset().union(*spans)
        shared += len(all_gold & all_found)
        gold_characters += len(all_gold)
        found_characters += len(all_found)
        for each in gold:
            best = max(range(len(found)), key=lambda i: _iou(spans[i], each.content), default=None)
            hit = best is not None and _iou(spans[best], each.content) >= SAME
            matched += hit
            if _is_quoted(text, each.content):
                quoted += 1
                quoted_found += hit
            if hit and best is not None and each.source:
                told += 1
                sourced += _names(found[best], entities, each.source)
    precision, recall = _ratio(matched, found_count), _ratio(matched, gold_count)
    print(f"{texts} texts, {gold_count} attributions by others, {found_count} found")
    print(f"content, spans at IoU {SAME}:  P {precision:.3f}  R {recall:.3f}"
          f"  F1 {_f1(precision, recall):.3f}")  # fmt: skip
    by_character = _ratio(shared, found_characters), _ratio(shared, gold_characters)
    print(f"content, characters:     P {by_character[0]:.3f}  R {by_character[1]:.3f}"
          f"  F1 {_f1(*by_character):.3f}")  # fmt: skip
    print(f"source right, of matched with a source: {_ratio(sourced, told):.3f} ({told})")
    print(f"quotations found: {_ratio(quoted_found, quoted):.3f} ({quoted})")


def _gold(path: Path) -> list[Attribution] | None:
    beside = path.with_suffix(".json")
    if beside.exists():
        return [
            Attribution(_characters(each["content"]), _characters(each.get("source", [])))
            for each in json.loads(beside.read_text())
        ]
    beside = path.with_suffix(".ann")
    return _brat(beside.read_text(encoding="utf-8")) if beside.exists() else None


def _brat(text: str) -> list[Attribution]:
    marks: dict[str, tuple[str, frozenset[int]]] = {}
    joined: list[dict[str, list[str]]] = []
    linked: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for line in text.splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            kind, _, places = rest.partition("\t")[0].partition(" ")
            spans = [tuple(map(int, each.split())) for each in places.split(";")]
            marks[name] = (kind, _characters(spans))
        elif name.startswith("E"):
            roles: dict[str, list[str]] = defaultdict(list)
            for role in rest.split():
                label, _, target = role.partition(":")
                roles[label.rstrip("0123456789")].append(target)
            joined.append(roles)
        elif name.startswith("R"):
            first, second = re.findall(r"Arg\d:(\w+)", rest)
            for one, other in ((first, second), (second, first)):
                if one in marks and marks[one][0] == "Cue":
                    linked[one][marks[other][0]].append(other)
    joined += linked.values()
    found = []
    for roles in joined:
        parts = {
            kind: frozenset().union(*(marks[t][1] for t in roles.get(kind, ()) if t in marks))
            for kind in ("Content", "Source")
        }
        if parts["Content"]:
            found.append(Attribution(parts["Content"], parts["Source"]))
    return found


def _characters(spans: list) -> frozenset[int]:
    return frozenset(i for start, end in spans for i in range(start, end))


def _iou(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def _is_quoted(text: str, content: frozenset[int]) -> bool:
    first, last = min(content), max(content) + 1
    return any(c in _QUOTES for c in text[max(0, first - 2) : first + 1]) and any(
        c in _QUOTES for c in text[last - 1 : last + 2]
    )


def _names(found: Assertion, entities: dict[str, Entity], source: frozenset[int]) -> bool:
    if found.speaker_mention is not None:
        span = found.speaker_mention
        return bool(source & frozenset(range(span.start, span.end)))
    entity = entities.get(found.speaker or "")
    return entity is not None and any(
        source & frozenset(range(each.start, each.end)) for each in entity.mentions
    )


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
