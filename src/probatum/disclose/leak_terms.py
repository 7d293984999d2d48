"""What to look for, made once from all protected persons: words, digits, streets, points.

A text is reduced to its distinct words before anything else, and only where one of them may belong
to somebody is it looked at closely: one protected person costs about as much as a hundred.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from probatum.disclose.name_forms import SHORT, forms, sounds
from probatum.disclose.protected import Name, Protected
from probatum.model.letters import APOSTROPHE, apart, fold, skeleton, spellings
from probatum.model.places import Point

LEAST_DIGITS = 6
NATIONAL_DIGITS = 9  # the end of a telephone number that stays the same with any prefix
MOST_JOINED = 60  # spellings of one word in names that are written in one

_NEVER_ALONE = frozenset(
    "al el abu abd bin ibn von van de di da um umm ال ابو ام بن ابن عبد".split()
)
_NO_STREET = frozenset(
    "вул вулиця вулиці ул улица улицы улице просп проспект пр бульвар бул бульв пров провулок "
    "пер переулок пл площа площадь наб набережна шосе узвіз буд будинок дом д б кв квартира корп "
    "с село м місто г город смт обл область район st street str rd road ave avenue blvd lane ln "
    "square sq no nr apt flat house building bld block city village of the strasse rue ulica ul "
    "شارع بيت منزل حي طريق".split()
)


@dataclass(frozen=True, slots=True)
class Part:
    """One word of one name: whose, which name, which word of it; whether it counts alone."""

    person: str
    name: int
    word: int
    alone: bool
    weak: bool = False  # by its consonants only: counts beside another part


@dataclass(frozen=True, slots=True)
class Street:
    """The words of a street in all their forms, and the number of the house."""

    person: str
    words: tuple[frozenset[str], ...]
    number: str


@dataclass(frozen=True, slots=True)
class Terms:
    """Everything to look for. Words lead to what they may be part of."""

    words: dict[str, set[Part]] = field(default_factory=lambda: defaultdict(set))
    sounds: dict[str, set[Part]] = field(default_factory=lambda: defaultdict(set))
    skeletons: dict[str, set[Part]] = field(default_factory=lambda: defaultdict(set))
    single: set[tuple[str, int]] = field(default_factory=set)
    wholes: dict[tuple[str, int], int] = field(default_factory=dict)
    initials: dict[tuple[str, int], set[str]] = field(default_factory=lambda: defaultdict(set))
    streets: dict[str, set[Street]] = field(default_factory=lambda: defaultdict(set))
    digits: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    identifiers: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    points: list[tuple[Point, str]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return any((self.words, self.streets, self.digits, self.identifiers, self.points))


def terms_of(persons: Iterable[Protected]) -> Terms:
    """Return what to look for so that none of these persons can be told from what leaves."""
    terms = Terms()
    for person in persons:
        for number, name in enumerate(person.names):
            _add_name(terms, person.ref, number, name)
        for telephone in person.telephones:
            _add_digits(terms, person.ref, telephone, most=NATIONAL_DIGITS)
        for address in person.addresses:
            _add_street(terms, person.ref, address)
        for identifier in person.identifiers:
            _add_identifier(terms, person.ref, identifier)
        terms.points.extend((point, person.ref) for point in person.points)
    return terms


def _add_name(terms: Terms, ref: str, number: int, name: Name) -> None:
    whole = name.as_a_whole and len(name.words) > 1
    if whole:
        terms.wholes[ref, number] = len(name.words)
    elif len(name.words) == 1:
        terms.single.add((ref, number))
    for at, word in enumerate((*name.words, *name.beside)):
        alone = at < len(name.words) and not whole and fold(word) not in _NEVER_ALONE
        part = Part(ref, number, at, alone)
        for form in forms(word):
            terms.words[form].add(part)
            if at < len(name.words) and not whole:
                terms.initials[ref, number].add(form[0])
        for key in sounds(word):
            terms.sounds[key].add(part)
        key = skeleton(word)
        if len(key) > 2 and " " not in key and not any("\u0400" <= one <= "\u052f" for one in word):
            terms.skeletons[key].add(Part(ref, number, at, alone=False, weak=True))
    if len(name.words) > 1:
        _add_joined(terms, ref, number, name.words)


def _add_joined(terms: Terms, ref: str, number: int, words: tuple[str, ...]) -> None:
    """Add the name without a space: olenaprykladenko, prykladenkoolena, oprykladenko."""
    part = Part(ref, number, -1, alone=True)
    for first, last in ((words[0], words[-1]), (words[-1], words[0])):
        for one in _latin(first):
            for other in _latin(last):
                terms.words[one + other].add(part)
                if len(other) > SHORT + 2:
                    terms.words[one[0] + other].add(part)


def _latin(word: str) -> list[str]:
    written = {each.replace(APOSTROPHE, "") for each in spellings(word)}
    return sorted(each for each in written if each.isascii() and each.isalpha())[:MOST_JOINED]


def _add_digits(terms: Terms, ref: str, text: str, most: int | None = None) -> None:
    digits = "".join(filter(str.isdigit, fold(text)))
    if len(digits) >= LEAST_DIGITS:
        terms.digits[digits if most is None else digits[-most:]].add(ref)


def _add_street(terms: Terms, ref: str, address: str) -> None:
    """Add the words before or behind the first number of an address that name the street."""
    tokens = apart(address)
    at = next((n for n, token in enumerate(tokens) if token[0].isdigit()), None)
    if at is None:
        _add_identifier(terms, ref, address)
        return
    before = [token for token in tokens[:at] if token not in _NO_STREET]
    behind = [token for token in tokens[at + 1 :] if token not in _NO_STREET and len(token) > 1]
    # In most addresses the number follows its street; in English ones it precedes it.
    words = before[-2:] or behind[:1]
    if not words:
        _add_identifier(terms, ref, address)
        return
    number = "".join(letter for letter in tokens[at] if letter.isdigit())
    street = Street(ref, tuple(forms(word) for word in words), number)
    for form in street.words[0]:
        terms.streets[form].add(street)


def _add_identifier(terms: Terms, ref: str, text: str) -> None:
    folded = " ".join(fold(text).split()).strip("@ ")
    if len(folded) > 2:
        terms.identifiers[folded].add(ref)
    if sum(letter.isdigit() for letter in folded) >= len(folded.replace(" ", "")) - 2:
        _add_digits(terms, ref, folded)
