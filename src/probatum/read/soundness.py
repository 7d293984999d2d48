"""What must hold of suggestions before anybody sees them, whichever program made them.

Spans are slices of the text, ids resolve to the right kind, and every number, date and name
follows from its span: what does not is taken out and counted. An optional reference to what was
taken out becomes null; a suggestion that is nothing without it goes as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite

import msgspec

from probatum.model import vocab
from probatum.model.edtf import parse as parse_edtf
from probatum.model.letters import apart, fold
from probatum.read.anchoring import Rejected
from probatum.read.contract import (
    Assertion,
    Contradiction,
    Date,
    Entity,
    Figure,
    Incident,
    Place,
    Reading,
    Span,
    Suggestion,
    text_sha256,
)
from probatum.read.extractor import Article
from probatum.read.word_forms import Words

MOST_SUGGESTIONS = 100_000
TOO_MANY = "more suggestions than a reading may have"
MOST_CHARACTERS = 8_000
"""Of one quotation: a record that proposes it has room for no more."""
_ID = re.compile(r"(?!.*-(?:what|said)\Z)[a-z][-a-z0-9]{0,31}")  # those names are given by us
_SMALL = frozenset("the a an of and his her its their our this that".split())
_WANTED: dict[str, tuple[type, ...]] = {
    "speaker": (Entity,), "via": (Entity,), "addressee": (Entity,), "source": (Entity,),
    "places": (Place,), "scope": (Place,), "figures": (Figure,), "relative_to": (Figure,),
    "said_at": (Date,), "as_of": (Date,), "period": (Date,), "when": (Date,),
    "incident": (Incident,), "about": (Incident, Figure, Assertion),
    "between": (Assertion, Figure),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sound:
    """A reading in which everything holds, and what was taken out of it."""

    reading: Reading
    rejected: tuple[Rejected, ...]


def sound(reading: Reading, article: Article) -> Sound:
    """Return a reading without what does not hold. ``article`` has a language, one bare code."""
    rejected: list[Rejected] = []
    kept: dict[str, Suggestion] = {}
    for each in reading.suggestions:
        why = _wrong(each, article)
        if why is None and each.id in kept:
            why = "an id that is taken"
        if why is None and len(kept) >= MOST_SUGGESTIONS:
            why = TOO_MANY
        if why is None:
            kept[each.id] = each
        else:
            rejected.append(Rejected(each.id, why))
    for name in _falling(kept):
        del kept[name]
        rejected.append(Rejected(name, "nothing without what was taken out"))
    left = tuple(_mended(each, kept, article) for each in kept.values())
    return Sound(
        msgspec.structs.replace(
            reading, text_sha256=text_sha256(article.text), suggestions=left
        ),
        tuple(rejected),
    )  # fmt: skip


def spans_of(each: Suggestion) -> Iterator[Span]:
    """Yield all spans of a suggestion."""
    for field in each.__struct_fields__:
        value = getattr(each, field)
        if isinstance(value, Span):
            yield value
        elif isinstance(value, tuple):
            yield from (part for part in value if isinstance(part, Span))


def references_of(each: Suggestion) -> Iterator[tuple[str, str]]:
    """Yield (field, id) for everything that a suggestion names."""
    for field in _WANTED:
        value = getattr(each, field, None)
        if isinstance(value, str):
            yield field, value
        elif isinstance(value, tuple):
            yield from ((field, part) for part in value)


def _wrong(each: Suggestion, article: Article) -> str | None:
    if not _ID.fullmatch(each.id):
        return "an id that none may have"
    text = article.text
    for span in spans_of(each):
        if not 0 <= span.start < span.end <= len(text):
            return "a span that is not that slice of the text"
        if text[span.start : span.end] != span.exact:
            return "a span that is not that slice of the text"
        if span.end - span.start > MOST_CHARACTERS:
            return "more words than a quotation may have"
    check = _CHECKS.get(type(each))
    return None if check is None else check(each, article)


def _entity(each: Entity, article: Article) -> str | None:
    if article.publisher is not None and fold(each.name) == fold(article.publisher):
        return None  # known beside the text, which may shorten its name or leave it out
    if not each.mentions:
        return "a name that the text does not have"
    return _named(each.name, each.mentions, article.text)


def _place(each: Place, article: Article) -> str | None:
    position = (each.lat, each.lon, each.precision_m)
    if any(value is None for value in position) and any(value is not None for value in position):
        return "half a position"
    if each.lat is not None and each.lon is not None:
        if not (isfinite(each.lat) and isfinite(each.lon)):
            return "a position off the map"
        if abs(each.lat) > 90 or abs(each.lon) > 180 or not each.precision_m:
            return "a position off the map"
    mentions = (*each.mentions, *each.metonym_mentions)
    if not mentions:
        return "a name that the text does not have"
    return _named(each.name, mentions, article.text)


def _date(each: Date, article: Article) -> str | None:
    if each.edtf is None:
        return None
    try:
        canonical = str(parse_edtf(each.edtf))
    except ValueError:
        return "no date of EDTF"
    if canonical != each.edtf:
        return "no date of EDTF in its one spelling"
    from probatum.read.dates import edtfs_of

    if each.edtf not in edtfs_of(each.span.exact, article.language or "und", article.published):
        return "a date that does not follow from its words"
    return None


def _incident(each: Incident, _: Article) -> str | None:
    if not each.mentions:
        return "an incident without words"
    known = vocab.codes("act-type")
    return None if all(code in known for code in each.types) else "a type that is no term"


def _figure(each: Figure, article: Article) -> str | None:
    if each.measure not in vocab.codes("measure"):
        return "a measure that is no term"
    if each.population not in vocab.codes("population"):
        return "a population that is no term"
    low, high = each.low, each.high
    if each.number_span is None:
        bare = low is None and high is None and each.bound is None
        return None if bare else "a number without words for it"
    number = each.number_span
    if not each.span.start <= number.start < number.end <= each.span.end:
        return "a number that stands outside its phrase"
    if not _fits(each.bound, low, high):
        return "a number that does not fit its bound"
    from probatum.read.numbers import bounds_of

    bound = each.bound or "exact"
    if bounds_of(number.exact, article.language or "und", bound) != (low, high):
        return "a number that does not follow from its words"
    return None


def _fits(bound: str | None, low: int | None, high: int | None) -> bool:
    match bound:
        case "exact" | "about":
            return low is not None and low == high
        case "range":
            return low is not None and high is not None and low <= high
        case "at_least" | "more_than":
            return low is not None and high is None
        case "up_to" | "less_than":
            return low is None and high is not None
    return False


def _contradiction(each: Contradiction, _: Article) -> str | None:
    return "one thing twice" if each.between[0] == each.between[1] else None


_CHECKS: dict[type, Callable[..., str | None]] = {
    Entity: _entity, Place: _place, Date: _date, Incident: _incident, Figure: _figure,
    Contradiction: _contradiction,
}  # fmt: skip


def _named(name: str, mentions: tuple[Span, ...], text: str) -> str | None:
    """Say whether a name can be read off its mentions.

    Its words stand in them, in any order and inflected; a description ("people living beside the
    mill") has one of its words there, and the others in the text.
    """
    words = Words(apart(each) for each in dict.fromkeys(span.exact for span in mentions))
    wanted = [word for word in apart(name) if word not in _SMALL] or apart(name)
    left = [each for each in wanted if not words.have(each)]
    if wanted and not left:
        return None
    if wanted and len(left) < len(wanted) and all(map(_words_of(text).have, left)):
        return None
    return "a name that does not follow from its mentions"


@lru_cache(maxsize=2)
def _words_of(text: str) -> Words:
    return Words([apart(text)])


def _falling(kept: dict[str, Suggestion]) -> list[str]:
    """Return what is nothing without what is not kept, nor without what falls for that."""
    needed_by: dict[str, list[str]] = {}
    falling: dict[str, None] = {}
    for each in kept.values():
        for field, name in _necessary(each):
            if _there(field, name, kept) and name != each.id:
                needed_by.setdefault(name, []).append(each.id)
            else:
                falling[each.id] = None
    waiting = list(falling)
    while waiting:
        for name in needed_by.get(waiting.pop(), ()):
            if name not in falling:
                falling[name] = None
                waiting.append(name)
    return list(falling)


def _necessary(each: Suggestion) -> Iterator[tuple[str, str]]:
    """Yield (field, id) of what a suggestion is nothing without."""
    if isinstance(each, Contradiction):
        yield from (("between", part) for part in each.between)
    elif isinstance(each, Figure) and each.number_span is None:
        yield "relative_to", each.relative_to or each.id
    elif isinstance(each, Assertion) and each.speaker is not None:
        yield "speaker", each.speaker  # unknown is a claim of its own: never made by loss


def _there(field: str, name: str, kept: dict[str, Suggestion]) -> bool:
    return isinstance(kept.get(name), _WANTED[field])


def _mended(each: Suggestion, kept: dict[str, Suggestion], article: Article) -> Suggestion:
    changes: dict[str, object] = {}
    if isinstance(each, Entity) and each.role is not None:
        if not all(map(_words_of(article.text).have, apart(each.role))):
            changes["role"] = None  # a title that the text does not give
    for field in dict.fromkeys(field for field, _ in references_of(each)):
        value = getattr(each, field)
        if isinstance(value, str):
            if not _there(field, value, kept) or value == each.id:
                changes[field] = None
        else:
            left = tuple(name for name in value if _there(field, name, kept) and name != each.id)
            if left != value:
                changes[field] = left
    return msgspec.structs.replace(each, **changes) if changes else each
