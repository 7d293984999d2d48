"""Search texts for protected persons: names in any case and alphabet, numbers, addresses, points.

Found: names with the endings of Ukrainian and Russian cases, in the usual romanisations and back,
in Arabic letters, in either order, with initials, written in one, split by a line break, by spaces
between letters or by characters that nobody sees, or disguised with letters of another alphabet.
Not found: what is in no text (pictures, sound), paraphrase (*the baker's widow*), nicknames that
nobody recorded, spellings beyond these rules. A hit says where, and never what, unless asked.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from probatum.disclose import leak_places
from probatum.disclose.leak_numbers import find_digits, find_points, plain_digits
from probatum.disclose.leak_places import NEAR_LETTERS, NEAR_WORDS, Find
from probatum.disclose.leak_terms import Part, Street, terms_of
from probatum.disclose.leaks import unescaped
from probatum.disclose.name_forms import SHORT, disguises, first_sounds
from probatum.disclose.protected import RADIUS_M, Kind, Protected
from probatum.model.letters import APOSTROPHE, fold, skeleton, sound

MOST_REMEMBERED = 1_000_000
MOST_BROKEN = 64  # letters of a word that goes on in the next line
MOST_SHOWN = 10  # places of one hit whose words are shown, if they are

_MARKS = "'’ʼʹ`´‘"
_WORD = re.compile(rf"[^\W\d_]+(?:[{_MARKS}][^\W\d_]+)*")
_NEAR = re.compile(rf"[^\W\d_]+(?:[{_MARKS}][^\W\d_]+)*|[0-9]+[^\W\d_]?")
_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\u0300-\u036f\u0483-\u0487\u0610-\u061a\u0640"
    "\u064b-\u065f\u0670\u06d6-\u06ed\U000e0000-\U000e0fff]+"
)
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+")
_SPACE, _HYPHENS = " \t\r", "-‐¬"
_BREAK = re.compile(r"[-‐¬]?[ \t\r]*\n\s*")
_HYPHENED = re.compile(r"[-‐¬][ \t\r]*\n\s*")
_SPREAD_HINT = re.compile("[ \u00a0\u2009.·_-][^\\W\\d_][ \u00a0\u2009.·_-][^\\W\\d_]")
_SPREAD = re.compile("(?<![^\\W\\d_])(?:[^\\W\\d_][ \u00a0\u2009.·_-]){3,}[^\\W\\d_](?![^\\W\\d_])")
_HUMPS = re.compile(r"[^\W\d_][^\W\d_]*?(?=[A-ZА-ЯІЇЄҐ]|$)")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_CYRILLIC = re.compile("[\u0400-\u052f]")


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a person could be recognised: where, by what, whom; never the words.

    ``position`` and ``length`` count characters of the text of that place, as searched, for the
    first of ``times``. ``excerpt`` is only there if the search was asked to show it. ``seen`` is a
    digest of all its places with the words round them: it tells apart what reads differently.
    """

    where: str
    kind: Kind
    person: str
    position: int
    length: int
    times: int = 1
    excerpt: str | None = None
    seen: str = ""


class LeakSearch:
    """Searches any number of texts for the same persons; ``hits`` has what was found, in order."""

    def __init__(
        self, persons: Iterable[Protected], *, radius_m: int = RADIUS_M, show: bool = False
    ) -> None:
        self._terms = terms_of(persons)
        self._sounds_begin = {key[0] for key in self._terms.sounds}
        self._radius_m = radius_m
        self._show = show
        self._known: dict[str, tuple[frozenset[Part], frozenset[Street]] | None] = {}
        self._suspects: set[str] = set()
        self._hits: dict[tuple[str, Kind, str], Hit] = {}

    @property
    def is_needed(self) -> bool:
        """Whether there is anybody to protect."""
        return bool(self._terms)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """One hit for each place, person and kind, in the order in which they were found."""
        return tuple(self._hits.values())

    def look_in(self, text: str, where: str, *, least_letters: int = 1) -> None:
        """Search one text; ``where`` names it and must not be a name itself.

        ``least_letters`` leaves out shorter words: bytes that are no text spell anything short.
        """
        if not self._terms:
            return
        readings = []
        for reading in _readings(text):
            found = [*self._words_in(reading, least_letters), *self._numbers_in(reading)]
            for pieces, pattern, join in _joined(reading):
                if self._may_hold_a_name(pieces):
                    made, before = leak_places.joined(reading, pattern, join)
                    found = leak_places.with_joined(found, (
                        replace(find, text=reading, start=before(find.start),
                                end=before(find.end - 1) + 1)
                        for find in self._words_in(made, least_letters)
                    ))  # fmt: skip
            readings.append(leak_places.places(found))
        for (person, kind), finds in leak_places.persons_in(leak_places.most(readings)):
            self._report(where, kind, person, finds)

    # -- words ------------------------------------------------------------------------------------

    def _may_hold_a_name(self, words: set[str]) -> bool:
        if len(self._known) > MOST_REMEMBERED:
            self._known.clear()
            self._suspects.clear()
        for word in words.difference(self._known):
            self._learn(word)
        return not self._suspects.isdisjoint(words)

    def _words_in(self, text: str, least_letters: int) -> Iterator[Find]:
        distinct = set(_WORD.findall(text))
        if not self._may_hold_a_name(distinct):
            return
        suspects = distinct & self._suspects
        if least_letters > 1:
            suspects = {word for word in suspects if len(word) >= least_letters}
        if suspects:
            yield from self._look_closely(text, suspects)

    def _learn(self, word: str) -> None:
        parts, streets = self._meaning(word)
        for hump in _humps(word):
            more, streets_too = self._meaning(hump)
            parts, streets = parts | more, streets | streets_too
        self._known[word] = (frozenset(parts), frozenset(streets)) if parts or streets else None
        if parts or streets:
            self._suspects.add(word)

    def _meaning(self, word: str) -> tuple[set[Part], set[Street]]:
        """Say what a word may be: by its forms, its sound, its consonants, its look."""
        terms = self._terms
        folded = fold(word)
        bare = folded.replace(APOSTROPHE, "")
        parts: set[Part] = set(terms.words.get(bare, ()))
        streets: set[Street] = set(terms.streets.get(bare, ()))
        for other in disguises(bare):
            parts |= terms.words.get(other, set())
        if len(bare) > SHORT:
            stem = folded.removesuffix("'s")
            if not self._sounds_begin.isdisjoint(first_sounds(bare)):
                key = sound(stem)
                if len(key) > SHORT + bool(_CYRILLIC.search(bare)):
                    parts |= terms.sounds.get(key, set())
            if terms.skeletons and not parts:
                parts |= terms.skeletons.get(skeleton(stem), set())
        return parts, streets

    def _look_closely(self, text: str, suspects: set[str]) -> Iterator[Find]:
        pattern = re.compile("|".join(map(re.escape, sorted(suspects, key=len, reverse=True))))
        for found in pattern.finditer(text):
            start, end = found.span()
            if text[start - 1 : start].isalpha() or text[end : end + 1].isalpha():
                continue
            meaning = self._known.get(found[0])
            if meaning is None:
                continue
            parts, streets = meaning
            near = self._near(text, start, end)
            for part in parts:
                kind = self._kind(part, near)
                if kind is not None:
                    words = frozenset({(part.name, part.word)})
                    yield Find(part.person, kind, text, start, end, words)
            for street in streets:
                if self._is_address(street, near):
                    yield Find(street.person, "address", text, start, end)

    def _near(self, text: str, start: int, end: int) -> list[str]:
        """Return the words and numbers close to a place, the word at the place left out."""
        low = max(0, start - NEAR_LETTERS)
        before = _NEAR.findall(text[low:start])[-NEAR_WORDS:]
        after = _NEAR.findall(text[end : end + NEAR_LETTERS])[:NEAR_WORDS]
        return [*before, *after]

    def _kind(self, part: Part, near: list[str]) -> Kind | None:
        name = (part.person, part.name)
        if part.word == -1:
            return "name"
        words = {part.word}
        for other in near:
            meaning = self._meaning_of(other) or ()
            words |= {each.word for each in meaning if (each.person, each.name) == name}
        if name in self._terms.wholes:
            enough = len(words) >= self._terms.wholes[name]
            return "name" if enough and not part.weak else None
        if len(words) > 1:
            return "name"
        if not part.alone:
            return None
        initials = self._terms.initials.get(name, set())
        if any(len(other) == 1 and fold(other) in initials for other in near):
            return "name"
        return "name" if name in self._terms.single else "part-of-name"

    def _meaning_of(self, word: str) -> frozenset[Part] | None:
        if word not in self._known:
            self._learn(word)
        known = self._known[word]
        return None if known is None else known[0]

    def _is_address(self, street: Street, near: list[str]) -> bool:
        """Say whether the house number, and every other word of the street, stand close by."""
        folded = [fold(other).replace(APOSTROPHE, "") for other in near]
        numbers = {other.rstrip("abcdefgабвгґдежз") for other in folded if other[0].isdigit()}
        rest = all(any(other in forms for other in folded) for forms in street.words[1:])
        return rest and street.number in numbers

    # -- numbers ----------------------------------------------------------------------------------

    def _numbers_in(self, text: str) -> Iterator[Find]:
        terms = self._terms
        if terms.digits:
            for start, end, key in find_digits(text, terms.digits):
                for person in terms.digits[key]:
                    yield Find(person, "telephone", text, start, end)
        if terms.points:
            points = [point for point, _ in terms.points]
            for start, end, point in find_points(text, points, self._radius_m):
                for near, person in terms.points:
                    if near == point:
                        yield Find(person, "coordinates", text, start, end)
        lower = text.lower() if terms.identifiers else ""
        quick = {
            one for one in terms.identifiers if not one.isascii() or one.split()[0] in lower
        }  # fmt: skip
        if quick:
            folded = " ".join(fold(text).split())
            for identifier in quick:
                for start in _alone(folded, identifier):
                    for person in terms.identifiers[identifier]:
                        yield Find(person, "identifier", folded, start, start + len(identifier))

    def _report(self, where: str, kind: Kind, person: str, finds: list[Find]) -> None:
        key, first = (where, kind, person), finds[0]
        known = self._hits.get(key)
        seen = hashlib.sha256(known.seen.encode() if known is not None else b"")
        for find in finds:
            seen.update(find.context.encode("utf-8", "surrogatepass") + b"\0")
        shown = [find.excerpt for find in finds[:MOST_SHOWN]] if self._show else []
        if known is None:
            known = Hit(where, kind, person, first.start, first.end - first.start, 0)
        elif known.excerpt is not None and known.times < MOST_SHOWN:
            shown.insert(0, known.excerpt)
        excerpt = " | ".join(shown) if shown else known.excerpt
        self._hits[key] = replace(
            known, times=known.times + len(finds), excerpt=excerpt, seen=seen.hexdigest()
        )


# -- readings of a text ---------------------------------------------------------------------------


def _readings(text: str) -> Iterator[str]:
    """Yield a text as a person sees it, and what is behind its escapes."""
    plain = _seen(text)
    yield plain
    behind = unescaped(plain)
    if "%" in behind:
        behind = _PERCENT.sub(_decoded, behind)
    if behind != plain:
        yield _seen(behind)


def _joined(
    text: str,
) -> Iterator[tuple[set[str], re.Pattern[str], Callable[[re.Match[str]], str]]]:
    """Yield words that are broken across lines or have spaces between letters; how to join them.

    Two words that only follow each other are joined too: what comes of that is no name.
    """
    if "\n" in text:
        lines = [line for line in text.split("\n") if line]
        ends = [line[-MOST_BROKEN:].rstrip(_SPACE).rsplit(None, 1)[-1:] for line in lines]
        starts = [line[:MOST_BROKEN].split(None, 1)[:1] for line in lines]
        broken = {
            end[0].rstrip(_HYPHENS) + start[0]
            for end, start in zip(ends, starts[1:], strict=False)
            if end and start
        }
        words = set(_WORD.findall(" ".join(broken)))
        yield words, _BREAK, _nothing
        if _HYPHENED.search(text):  # a word that goes on may itself end its line
            yield words, _HYPHENED, _nothing
    if _SPREAD_HINT.search(text):
        words = {_without_spaces(found) for found in _SPREAD.finditer(text)}
        yield words, _SPREAD, _without_spaces


def _nothing(found: re.Match[str]) -> str:
    return ""


def _without_spaces(found: re.Match[str]) -> str:
    return "".join(filter(str.isalpha, found[0]))


def _seen(text: str) -> str:
    """Return a text without what nobody sees, accents joined to their letters, digits as 0-9."""
    if text.isascii():
        return text
    if _HIDDEN.search(text):
        text = _HIDDEN.sub("", unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)))
    return plain_digits(text)


def _decoded(found: re.Match[str]) -> str:
    data = bytes.fromhex(found[0].replace("%", ""))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1251", "replace")


def _humps(word: str) -> list[str]:
    """Return the parts of aWordLikeThis; none if it has no humps."""
    if word.islower() or word.isupper() or word.istitle():
        return []
    humps = _HUMPS.findall(word)
    return humps if len(humps) > 1 else []


def _alone(text: str, wanted: str) -> Iterator[int]:
    """Yield where a text stands between other than letters and digits."""
    at = text.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if not (at and text[at - 1].isalnum()) and not (end < len(text) and text[end].isalnum()):
            yield at
        at = text.find(wanted, at + 1)
