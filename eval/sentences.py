"""Scores of the sets of single sentences: figures, dates, places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

import sets
from scoring import NEAR_KM, Score, km

from probatum.model.letters import fold
from probatum.read.contract import Date, Entity, Figure, Place, Reading
from probatum.read.extractor import Article

Read = Callable[[Article], Reading]


def figures(half: str, read: Read) -> dict[str, Score]:
    """Return a score for each language: measure, bound, number and source all right."""
    scores: dict[str, Score] = defaultdict(Score)
    for line in sets.figures(half):
        article = Article(line.text, line.language, sets.day(line.published))
        reading = read(article)
        entities = {each.id: each for each in sets.of_kind(reading, Entity)}
        found = sets.of_kind(reading, Figure)
        result = scores[line.language]
        result.found += len(found)
        result.gold += len(line.figures)
        left = list(found)
        for gold in line.figures:
            span = gold.get("number_span") or gold["span"]
            hit = next((each for each in left if _overlaps(each.number_span or each.span, span)),
                       None)  # fmt: skip
            if hit is not None:
                left.remove(hit)
            if hit is not None and _same(hit, gold, entities):
                result.right += 1
            else:
                got = "nothing" if hit is None else _spelled(hit, entities)
                result.errors.append(f"{line.id}: {line.text!r}: wanted {_wanted(gold)}; got {got}")
        for each in left:
            result.errors.append(f"{line.id}: {line.text!r}: too much {_spelled(each, entities)}")
    return scores


def dates(half: str, read: Read) -> tuple[dict[str, Score], int]:
    """Return a score for each language, and how many wrong guesses there are in all."""
    scores: dict[str, Score] = defaultdict(Score)
    guesses = 0
    for line in sets.dates(half):
        found = sets.of_kind(
            read(Article(line.text, line.language, sets.day(line.published))), Date
        )
        result = scores[line.language]
        result.found += len(found)
        result.gold += len(line.dates)
        left = list(found)
        for gold in line.dates:
            hit = next((each for each in left if _overlaps(each.span, gold["span"])), None)
            if hit is not None:
                left.remove(hit)
            if hit is not None and hit.edtf == gold["edtf"]:
                result.right += 1
                continue
            got = None if hit is None else (hit.span.exact, hit.edtf)
            guesses += hit is not None and hit.edtf is not None
            result.errors.append(
                f"{line.id} ({line.published}): {line.text!r}: wanted {gold['edtf']}, got {got}"
            )
        guesses += sum(each.edtf is not None for each in left)
        result.errors += [
            f"{line.id}: {line.text!r}: no date: {each.span.exact!r} = {each.edtf}" for each in left
        ]
    return scores, guesses


def places(half: str, read: Read) -> dict[str, Score]:
    """Return a score for each language: within 20 km, countries by code, unknown left unknown."""
    scores: dict[str, Score] = defaultdict(Score)
    for line in sets.places(half):
        reading = read(Article(line.text, line.language, country=line.context_country))
        found = [each for each in sets.of_kind(reading, Place) if each.mentions]
        result = scores[line.language]
        result.found += len(found)
        result.gold += len(line.places)
        left = list(found)
        for gold in line.places:
            hit = next((each for each in left if any(_overlaps(span, gold.mention)
                                                     for span in each.mentions)), None)  # fmt: skip
            if hit is not None:
                left.remove(hit)
            if hit is not None and _there(hit, gold):
                result.right += 1
            else:
                got = None if hit is None else (hit.name, hit.country, hit.lat, hit.lon)
                wanted = (gold.name, gold.country, gold.lat, gold.lon)
                result.errors.append(f"{line.id}: {line.text!r}: wanted {wanted}, got {got}")
        result.errors += [
            f"{line.id}: {line.text!r}: too much {each.name} {each.country}" for each in left
        ]
    return scores


def _overlaps(span: object, gold: object) -> bool:
    start, end = gold["start"], gold["end"]  # type: ignore[index]
    return span.start < end and start < span.end  # type: ignore[attr-defined]


def _same(found: Figure, gold: dict[str, object], entities: dict[str, Entity]) -> bool:
    parts = ("measure", "bound", "low", "high", "relation")
    if any(getattr(found, part) != gold.get(part) for part in parts):
        return False
    wanted = gold.get("source_text")
    names = _names(found, entities)
    if wanted is None:
        return not names
    return any(fold(str(wanted)) in name or name in fold(str(wanted)) for name in names)


def _names(found: Figure, entities: dict[str, Entity]) -> Sequence[str]:
    if found.source is None:
        return ()
    entity = entities[found.source]
    return [fold(each) for each in (entity.name, *(span.exact for span in entity.mentions))]


def _spelled(found: Figure, entities: dict[str, Entity]) -> str:
    names = "|".join(_names(found, entities))
    return f"{found.measure} {found.bound} {found.low}-{found.high} {found.relation} by {names!r}"


def _wanted(gold: dict[str, object]) -> str:
    return (f"{gold['measure']} {gold.get('bound')} {gold.get('low')}-{gold.get('high')}"
            f" {gold.get('relation')} by {gold.get('source_text')!r}")  # fmt: skip


def _there(found: Place, gold: sets.GoldPlace) -> bool:
    if gold.is_country:
        return found.country == gold.country
    if gold.lat is None or gold.lon is None:
        return found.lat is None
    if found.lat is None or found.lon is None:
        return False
    return km(found.lat, found.lon, gold.lat, gold.lon) <= NEAR_KM
