"""A place as a gazetteer knows it, and the keys under which its names are found."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from probatum.model.letters import apart, fold, skeleton, sound

# Codes of the vocabulary place-kind that a gazetteer uses.
Kind: TypeAlias = str
# How a key is known: as the place's first name, as another of its names, or by sound alone.
Rank: TypeAlias = Literal[0, 1, 2]
NAME: Rank = 0
OTHER_NAME: Rank = 1
BY_SOUND: Rank = 2

_UNKNOWN_PEOPLE = 6_000
_VILLAGERS = 100

# Metres within which a place of a kind lies, where the source does not say.
PRECISION_M = {
    "building": 100, "village": 2_000, "town": 5_000, "city": 10_000, "district": 25_000,
    "region": 100_000, "country": 500_000,
}  # fmt: skip

# Where names are written in Cyrillic and Arabic: there a name is also kept by its sound.
CYRILLIC_COUNTRIES = frozenset("UA RU BY MD GE AM AZ KZ KG TJ UZ TM RS BA ME MK BG".split())
ARABIC_COUNTRIES = frozenset("SY IQ PS YE SD LY LB JO EG DZ TN MA SA KW BH QA AE OM MR TD".split())
_MARKED = re.compile(r"[^\x00-\x7f]")
_OTHER_SCRIPT = re.compile(
    "[\u0530-\u058f\u0700-\u074f\u0780-\u089f\u0900-\u1dff\u2c00-\ua63f\ua6a0-\ufb4f]"
)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One place. Degrees are WGS 84; ``country`` is ISO 3166-1 alpha-2; ``region`` is the source's
    code of the first-level division; ``population`` 0 is unknown."""

    id: str
    name: str
    lat: float
    lon: float
    precision_m: int
    kind: Kind
    country: str | None = None
    region: str | None = None
    population: int = 0
    names: tuple[str, ...] = ()

    @property
    def people(self) -> int:
        """Return the population to weigh a place by, where it is unknown that of its kind.

        GeoNames lists settlements without a figure among towns because they are seats of districts.
        A country dump holds every hamlet.
        """
        return self.population or (_VILLAGERS if self.kind == "village" else _UNKNOWN_PEOPLE)


class Hit(NamedTuple):
    """An entry that a key leads to, and as what."""

    entry: Entry
    rank: Rank


def kind_by_population(people: int) -> Kind:
    """Return city, town or village: what so many people live in; 0 is unknown."""
    return "city" if people >= 100_000 else "town" if people >= 5_000 or not people else "village"


@functools.lru_cache(maxsize=1 << 15)
def key_of(name: str) -> str:
    """Return the one spelling under which a name is filed: words folded, no apostrophes."""
    if _OTHER_SCRIPT.search(name):
        return " ".join(apart(name)).replace("'", "")
    return " ".join(_WORD.findall(fold(name).replace("'", "")))  # the same, four times as fast


@functools.lru_cache(maxsize=1 << 12)
def sound_key(name: str) -> str:
    """Return the loose key of a name in Latin or Cyrillic letters."""
    return "~" + " ".join(map(sound, apart(name)))


@functools.lru_cache(maxsize=1 << 12)
def skeleton_key(name: str) -> str:
    """Return the loose key between Arabic and Latin letters, "" for names too short for one."""
    bones = skeleton(name)
    return "=" + bones if len(bones.replace(" ", "")) >= 4 else ""


def keys_of(entry: Entry) -> dict[str, Rank]:
    """Return every key of an entry with the best rank it has there."""
    found: dict[str, Rank] = {}
    if entry.country in CYRILLIC_COUNTRIES:
        found[sound_key(entry.name)] = BY_SOUND
    elif entry.country in ARABIC_COUNTRIES and (loose := skeleton_key(entry.name)):
        found[loose] = BY_SOUND
    for name in entry.names:
        if _worth_keeping(name) and (key := key_of(name)):
            found[key] = OTHER_NAME
    if key := key_of(entry.name):
        found[key] = NAME
    return found


def _worth_keeping(name: str) -> bool:
    """Leave out what lists of other names hold beside names (codes, ASCII search keys), and
    scripts that no reader of ours takes: a third of the names, half of the time."""
    if len(name) > 100 or len(name) < 2:
        return False
    if not _MARKED.search(name):  # "KRQ" of an airport, "ke la ma tuo er si ke"
        return not name.islower() and not (name.isupper() and len(name) <= 5) and len(name) > 2
    return not _OTHER_SCRIPT.search(name)
