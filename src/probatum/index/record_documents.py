"""A record -> the document that search knows of it: title, text, traits, place and time.

Made in two steps. `described` takes the record alone, so that whichever process seals or reads a
record can do it; `record_document` adds what the index alone knows, the objects that it names.

One set of rules for all nouns: every word in a record can be found, but for ids, digests and dates.
What names another record becomes a trait that names its object, so that a speaker is found by the
name the source has today, and not at all once it is erased.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache

import msgspec

from probatum.index.documents import SUGGESTION, Document, Scope, Traits, named
from probatum.index.query_language import ChoiceField
from probatum.index.search_conditions import metres_between
from probatum.index.search_words import joined
from probatum.model import vocab
from probatum.model.edtf import parse as parse_edtf
from probatum.model.nouns import NOUNS
from probatum.model.references import vocabularies

Position = Callable[[str], int | None]
"""Object id -> its position in the index, None for one that the log does not know."""

_OPAQUE = re.compile("[0-9a-f]{32}|[0-9a-f]{64}")  # ids and digests
_UNREAD = frozenset({
    "record", "edtf", "calendar", "zone", "script", "from_time", "to_time", "lat", "lon", "outline",
    "unknown", "sex", "country", "nationality", "gazetteer_id", "labels", "stance", "language",
    "quoted", "voice", "basis", "denies", "bound", "relation", "method_claimed",
    "prefix", "suffix",  # what stands round a quotation is not said by whoever is quoted
})  # fmt: skip
# The first of these that a record has is its title.
_TITLES = ("title", "names", "name", "number", "question", "what")
# Fields that name what kind of thing a trait is, by field.
_NAMING: Mapping[str, ChoiceField] = {
    "speaker": "speaker", "place": "place", "source": "source", "publisher": "source",
    "given_by": "source", "incident": "incident", "of_incident": "incident",
}  # fmt: skip
_ABOUT = ("about", "item", "target", "suggestion", "of", "given_by", "exhibit", "inquiry")
_EVENT_TIMES = ("when", "period", "found")  # of what is told; not when it was told or published
_SAID_TIMES = ("said_at", "published", "taken")
_GOT_TIMES = ("collected", "created", "found")
_decode = msgspec.json.Decoder(dict[str, object]).decode


class Described(msgspec.Struct, frozen=True, array_like=True):
    """What search knows of a record by itself; ``names`` and ``about`` are ids of other objects.

    ``folded`` are the words of title and text.
    """

    title: str
    text: str
    folded: tuple[str, str]
    traits: Traits
    names: Traits
    about: str | None
    scope: Scope | None


def record_document(
    number: int, position: int, noun: str, said: Described, position_of: Position
) -> Document:
    """Return the document of a record. ``number`` is the position of its first version's entry."""
    traits = said.traits
    if said.names:
        found = [(field, position_of(object_id)) for field, object_id in said.names]
        traits = tuple(sorted({
            *traits, *((field, named(each)) for field, each in found if each is not None)
        }))  # fmt: skip
    return Document(
        number, position, noun, said.title, said.text, traits, said.scope,
        None if said.about is None else position_of(said.about),
        SUGGESTION if noun == "suggestion" else 0, said.folded,
    )  # fmt: skip


def described(noun: str, body: str) -> Described:
    """Return what search knows of a record by itself; ``body`` is its JSON."""
    fields = _decode(body)
    title = next(
        (text for name in _TITLES if name in fields and (text := _title(fields[name]))), ""
    )
    # White space is evened out: a citation repeats the quotation with the line breaks of the page.
    titles = {" ".join(part.split()) for part in title.split(" / ")}
    found: list[str] = []
    _collect(_in_words(noun, fields), found)
    parts = dict.fromkeys([" ".join(part.split()) for part in found])
    kept = [part for part in parts if part not in titles]
    sentences = [part for part in kept if " " in part]
    text = "\n".join([*sentences, *[part for part in kept if " " not in part]])
    about = next((fields[name] for name in _ABOUT if isinstance(fields.get(name), str)), None)
    return Described(
        title, text, (joined(title), joined(text)), _traits(fields), _names(fields),
        about if isinstance(about, str) and _OPAQUE.fullmatch(about) else None,
        _scope(noun, fields),
    )  # fmt: skip


def _in_words(noun: str, fields: Mapping[str, object]) -> Mapping[str, object]:
    """Return the fields with the labels of terms in place of their codes."""
    said = dict(fields)
    for name, known in _labels(noun).items():
        value = said.get(name)
        if isinstance(value, str):
            said[name] = known.get(value, value.replace("-", " "))
        elif isinstance(value, list):
            said[name] = [known.get(each, each) for each in value if isinstance(each, str)]
    return said


@cache
def _labels(noun: str) -> dict[str, dict[str, str]]:
    if noun not in NOUNS:
        return {}
    return {
        field: {term.code: term.label for term in vocab.vocabulary(name).terms}
        for field, name in vocabularies(noun).items()
    }


def _title(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):  # names: each form, so that every script finds it
        return " / ".join(dict.fromkeys(filter(None, map(_printed, value))))
    return ""


def _printed(name: object) -> str:
    if not isinstance(name, dict):
        return ""
    parts = [name.get(part) for part in ("kunya", "given", "father", "grandfather", "family")]
    whole = name.get("full") or " ".join(part for part in parts if isinstance(part, str))
    return whole if isinstance(whole, str) else ""


def _collect(value: object, found: list[str]) -> None:
    """Add every text in a record, nested ones included, but ids, digests and dates."""
    if isinstance(value, str):
        if not _OPAQUE.fullmatch(value):
            found.append(value)
    elif isinstance(value, list):
        for each in value:
            _collect(each, found)
    elif isinstance(value, dict):
        for name, each in value.items():
            if name == "proposes" and isinstance(each, str):
                _collect(_proposed(each), found)
            elif name not in _UNREAD:
                _collect(each, found)


def _proposed(text: str) -> object:
    """Return what a suggestion proposes; a text that is no record is searched as it is."""
    try:
        return _decode(text)
    except (msgspec.MsgspecError, RecursionError):
        return text


def _traits(fields: Mapping[str, object]) -> Traits:
    found: set[tuple[ChoiceField, str]] = set()
    stance, language = fields.get("stance"), fields.get("language")
    if isinstance(stance, str):
        found.add(("stance", stance))
    if isinstance(language, str):
        found.add(("language", language.lower()))
    labels = fields.get("labels")
    for label in labels if isinstance(labels, list) else ():
        if isinstance(label, str):
            found.add(("label", label))
    return tuple(sorted(found))


def _names(fields: Mapping[str, object]) -> Traits:
    found: list[tuple[ChoiceField, str]] = []
    for name, field in _NAMING.items():
        target = fields.get(name)
        if isinstance(target, str) and _OPAQUE.fullmatch(target):
            found.append((field, target))
    via = fields.get("via")
    for link in via if isinstance(via, list) else ():
        if isinstance(link, str):
            found.append(("source", link))
    return tuple(found)


def _scope(noun: str, fields: Mapping[str, object]) -> Scope | None:
    at = _point(fields) if noun == "place" else None
    if at is None and not any(isinstance(value, dict) for value in fields.values()):
        return None  # a time is an object
    event = _first_days(fields, _EVENT_TIMES)
    collected, said = _days(fields.get("collected")), _first_days(fields, _SAID_TIMES)
    got = _first_days(fields, _GOT_TIMES)
    if at is None and {event, collected, said, got} == {(None, None)}:
        return None
    latitude, longitude, metres = at or (None, None, None)
    return Scope(latitude, longitude, metres, *event, *collected, *said, *got)


def _first_days(
    fields: Mapping[str, object], names: tuple[str, ...]
) -> tuple[int | None, int | None]:
    return next((days for name in names if (days := _days(fields.get(name))) != (None, None)),
                (None, None))  # fmt: skip


def _days(when: object) -> tuple[int | None, int | None]:
    """Return the days that a time allows, by their ordinal."""
    edtf = when.get("edtf") if isinstance(when, dict) else None
    if not isinstance(edtf, str):
        return None, None
    try:
        date = parse_edtf(edtf)
    except ValueError:
        return None, None
    first, last = date.earliest, date.latest
    return (
        None if first is None else first.toordinal(),
        None if last is None else last.toordinal(),
    )


def _point(fields: Mapping[str, object]) -> tuple[int, int, int] | None:
    """Return a place as a point and the metres round it that hold all of it."""
    precision = fields.get("precision_m")
    metres = precision if isinstance(precision, int) else 0
    outline = fields.get("outline")
    points = [_degrees(fields.get("lat"), fields.get("lon"))]
    for each in outline if isinstance(outline, list) else ():
        lat, _, lon = str(each).partition(" ")
        points.append(_degrees(lat, lon))
    known = [point for point in points if point is not None]
    if not known:
        return None
    middle = known[0]
    reach = max(metres_between(*middle, *point) for point in known)
    return (*middle, int(max(metres, reach + 0.999)))


def _degrees(lat: object, lon: object) -> tuple[int, int] | None:
    if not isinstance(lat, str) or not isinstance(lon, str):
        return None
    try:
        return int(Decimal(lat) * 1_000_000), int(Decimal(lon) * 1_000_000)
    except (InvalidOperation, OverflowError):
        return None
