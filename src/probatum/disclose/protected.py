"""A person who must not be recognised in what leaves: all by which they could be.

Values as people wrote them; the search makes its own variants (``probatum.disclose.leak_terms``).
``repr`` shows the reference alone, so that no error or log repeats the rest.

>>> olena = Protected("EXR-00012-K", names=(Name(("Олена", "Прикладенко")),))
>>> olena
Protected('EXR-00012-K')
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from probatum.model.letters import apart
from probatum.model.places import Point

Kind: TypeAlias = Literal[
    "name", "part-of-name", "telephone", "address", "coordinates", "identifier"
]

RADIUS_M = 1_000  # how far from a protected point coordinates still lead to it


@dataclass(frozen=True, slots=True)
class Name:
    """A name in one script, in words.

    Two ``words`` close to each other are the name; one of them alone is a part of it. ``beside``
    are words that count beside others only: patronymics, a father's name. An alias of several words
    (``as_a_whole``) is nothing in parts.
    """

    words: tuple[str, ...]
    beside: tuple[str, ...] = ()
    as_a_whole: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Protected:
    """Names, numbers, addresses and points of one person; ``ref`` stands for them in reports."""

    ref: str
    names: tuple[Name, ...] = ()
    telephones: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    identifiers: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Protected({self.ref!r})"


# Written with names, and no names: how people are addressed, what they are in a case.
_NOT_A_NAME = frozenset(
    "mr mrs ms miss dr prof sir witness source speaker resident exercise anonymous пан пані панна "
    "господин госпожа гн гжа свідок свидетель джерело источник السيد السيده الدكتور".split()
)


def name_of(text: str) -> Name:
    """Return a name that is known only as written: every word of it counts, but for titles."""
    said = tuple(apart(text))
    return Name(tuple(word for word in said if word not in _NOT_A_NAME) or said)


def alias_of(text: str) -> Name:
    """Return an alias or a kunya: found as a whole, in its order."""
    return Name(tuple(apart(text)), as_a_whole=True)
