"""A reading as a person reads it: suggestions in the order of the text, named, not numbered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

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
)

Namer = Callable[[str | None], str]

LABEL = "The source says this. Not: this is so."
_STANCES = {
    "asserts": "says", "reports": "reports", "denies": "denies", "disputes": "disputes",
    "acknowledges": "acknowledges", "claims_responsibility": "claims responsibility for",
    "condemns": "condemns", "calls_for": "calls for", "commits_to": "commits to",
    "estimates": "estimates", "retracts": "retracts", "corrects": "corrects",
    "declines_to_comment": "declines to comment on",
}  # fmt: skip
_PLURALS = frozenset({"people", "men", "women", "children", "police", "fishermen"})
_BOUNDS = {"at_least": "at least ", "more_than": "more than ", "about": "about ",
           "up_to": "up to ", "less_than": "less than "}  # fmt: skip
_RELATIONS = {"far_higher": "far higher than", "higher": "higher than", "lower": "lower than",
              "same": "the same as"}  # fmt: skip
_HIDDEN = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\u202a\u202b\u202c\u202d\u202e"
                    "\u2066\u2067\u2068\u2069")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One suggestion: what kind, in words; ``words`` of the text; further facts about it.

    ``start`` and ``end`` are where it stands first, -1 for a publisher that the text never names.
    """

    id: str
    kind: str
    start: int
    end: int
    says: str
    words: str
    facts: tuple[str, ...]


def lines(reading: Reading) -> list[Line]:
    """Return the suggestions of a reading in the order of the text, contradictions last."""
    names = {each.id: each for each in reading.suggestions}
    found = [_line(each, names) for each in reading.suggestions]
    last = {each.id for each in reading.suggestions if isinstance(each, Contradiction)}
    return sorted(found, key=lambda line: (line.id in last, line.start, -line.end))


def hidden_characters(text: str) -> dict[str, int]:
    """Return how often characters stand in a text that nobody sees, by name: they may deceive."""
    counts: dict[str, int] = {}
    for letter in text:
        if letter in _HIDDEN:
            counts[f"U+{ord(letter):04X}"] = counts.get(f"U+{ord(letter):04X}", 0) + 1
    return counts


def _line(each: Suggestion, names: dict[str, Suggestion]) -> Line:
    def name(wanted: str | None) -> str:
        return _name(names.get(wanted or ""))

    match each:
        case Entity():
            says = f"{each.type}: {each.name}" + (f", {each.role}" if each.role else "")
            return _made(each, "who", each.mentions, says, [_times(len(each.mentions))])
        case Place():
            spans = (*each.mentions, *each.metonym_mentions)
            return _made(each, "where", spans, each.name, _position(each))
        case Date():
            meant = each.edtf or "not known without the day of publication"
            relative = (
                ["counted from the day of publication"] if each.needs_publication_date else []
            )
            return _made(each, "when", (each.span,), meant, relative)
        case Incident():
            facts = [", ".join(map(name, each.places)), name(each.when) if each.when else ""]
            says = f"{each.status}: {', '.join(each.types) or 'incident'}"
            return _made(each, "incident", each.mentions, says, facts)
        case Figure():
            return _made(each, "how many", (each.span,), _figure(each, name), _framed(each, name))
        case Assertion():
            several = _are_several(names.get(each.speaker or ""), each.speaker_count)
            said = _said(each, name, plural=several and each.voice != "own")
            return _made(each, "who says what", (each.content,), said, _chain(each, name))
        case Contradiction():
            one, other = (names.get(part) for part in each.between)
            says = f"{each.why}: {_name(one)} against {_name(other)}"
            return Line(each.id, "contradiction", -1, -1, says, "", ())


def _times(mentions: int) -> str:
    if mentions == 0:
        return "the text does not name it"
    return "mentioned once" if mentions == 1 else f"mentioned {mentions:,} times"


def _made(
    each: Suggestion, kind: str, spans: Sequence[Span], says: str, facts: Sequence[str]
) -> Line:
    first = min(spans, key=lambda span: span.start, default=None)
    if first is None:
        return Line(each.id, kind, -1, -1, says, "", tuple(filter(None, facts)))
    return Line(each.id, kind, first.start, first.end, says, first.exact,
                tuple(filter(None, facts)))  # fmt: skip


def _name(each: Suggestion | None) -> str:
    match each:
        case None:
            return "unknown"
        case Entity() | Place():
            return each.name
        case Date():
            return each.edtf or each.span.exact
        case Incident():
            return each.mentions[0].exact
        case Figure():
            return each.span.exact
        case Assertion():
            return each.content.exact
    return each.id


def _are_several(speaker: Suggestion | None, count: int | None) -> bool:
    """Say whether the words for a speaker stand in the plural: "residents", "two officials"."""
    if not isinstance(speaker, Entity) or speaker.type != "group":
        return False
    noun = speaker.name.split(" of ")[0].split(" for ")[0].split(" in ")[0].split()[-1:]
    word = noun[0] if noun else ""
    return (count or 0) > 1 or (word.islower() and (word.endswith("s") or word in _PLURALS))


def _said(each: Assertion, name: Namer, *, plural: bool) -> str:
    if each.voice == "own":
        speaker = f"{name(each.speaker) if each.speaker else 'the publisher'}, in its own voice,"
    elif each.speaker is None:
        speaker = "somebody whom the text does not name"
    else:
        speaker = name(each.speaker)
        if each.speaker_count:
            speaker += f" ({each.speaker_count})"
    verb, _, rest = _STANCES[each.stance].partition(" ")
    if plural:
        verb = verb[:-3] + "y" if verb.endswith("ies") else verb[:-1]
    said = f"{speaker} {verb} {rest}".rstrip()
    return said + (f" ({each.denies})" if each.denies else "")


def _chain(each: Assertion, name: Namer) -> list[str]:
    found: list[str] = [each.proposition, each.quoted]
    if each.via:
        found.append("via " + " > ".join(map(name, each.via)))
    if each.hedges:
        found.append("hedged: " + ", ".join(span.exact for span in each.hedges))
    if each.basis:
        found.append(each.basis.replace("_", " "))
    if each.addressee:
        found.append(f"to {name(each.addressee)}")
    if each.said_at:
        found.append(f"said {name(each.said_at)}")
    if each.about:
        found.append("about: " + "; ".join(map(name, each.about)))
    return found


def _figure(each: Figure, name: Namer) -> str:
    if each.relation is not None:
        amount = f"{_RELATIONS[each.relation]} {name(each.relative_to)}"
    elif each.bound == "range":
        amount = f"{each.low:,} to {each.high:,}"
    else:
        number = each.low if each.low is not None else each.high
        words = "an unknown number" if number is None else f"{number:,}"
        amount = _BOUNDS.get(each.bound or "", "") + words
    population = "" if each.population == "not-stated" else f", {each.population}"
    return f"{each.measure}: {amount}{population}"


def _framed(each: Figure, name: Namer) -> list[str]:
    found = [f"source: {name(each.source)}"]
    if each.method_claimed != "not_stated":
        found.append(f"said to be {each.method_claimed}")
    for word, wanted in (("as of", each.as_of), ("period", each.period), ("in", each.scope),
                         ("about", each.incident)):  # fmt: skip
        if wanted:
            found.append(f"{word} {name(wanted)}")
    return found


def _position(each: Place) -> list[str]:
    found = [each.country or ""]
    if each.lat is None or each.lon is None or each.precision_m is None:
        found.append("position unknown")
    else:
        found.append(f"{each.lat:.4f}, {each.lon:.4f} within {each.precision_m:,} m")
    if each.metonym_mentions:
        found.append("also speaks or acts: that is no place of an event")
    return found
