"""The language in which records are put into words: English, unless whoever asks speaks another.

A sentence is written where it is made, with named places, and translated as a whole: languages put
words in other orders.

>>> say("{who} did it", who="EXERCISE Brigade")
'EXERCISE Brigade did it'
>>> say_many("{n} assertion", "{n} assertions", 2)
'2 assertions'

Only what is shown at once to the person who asks may be said in their language. What is kept, found
or handed over (the index, packages, case files, exports) is English for everybody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


def _same(message: str) -> str:
    return message


def _english(one: str, many: str, number: int) -> str:
    return one if number == 1 else many


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language by its tag, and its catalogue, as that of GNU gettext."""

    language: str = "en"
    gettext: Callable[[str], str] = _same
    ngettext: Callable[[str, str, int], str] = _english


ENGLISH = Tongue()
_SPOKEN: ContextVar[Tongue] = ContextVar("tongue", default=ENGLISH)


@contextmanager
def speaking(tongue: Tongue) -> Iterator[None]:
    """Have everything that is said in a ``with`` statement said in a language."""
    token = _SPOKEN.set(tongue)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def say(message: str, /, **named: object) -> str:
    """Return a sentence in the language that is spoken, its places filled in."""
    return _SPOKEN.get().gettext(message).format_map(named)


def later(message: str) -> str:
    """Return a sentence as it is, to be said later: so that catalogues have it."""
    return message


def say_many(one: str, many: str, number: int, /, **named: object) -> str:
    """Return the form of a sentence for a number, which is also its place ``n``."""
    said = _SPOKEN.get().ngettext(one, many, number)
    return said.format_map({"n": f"{number:,}", **named})


def label(english: str, labels: Mapping[str, str]) -> str:
    """Return the word for something that has words in several languages."""
    return labels.get(_SPOKEN.get().language, english)
