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

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


def _same(message: str) -> str:
    return message


def _english(one: str, many: str, number: int) -> str:
    return one if number == 1 else many


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language by its tag, and its catalogue, as that of GNU gettext.

    ``thousands`` and ``decimal`` are the signs in its numbers.
    ``rtl``: it is written from right to left. Then whatever is filled in stands in isolation
    (Unicode Standard Annex 9, FSI and PDI): coordinates, dates and references keep their order.
    """

    language: str = "en"
    gettext: Callable[[str], str] = _same
    ngettext: Callable[[str, str, int], str] = _english
    rtl: bool = False
    thousands: str = ","
    decimal: str = "."

    def fill(self, message: str, named: Mapping[str, object]) -> str:
        """Return a translated message with its places filled in."""
        return message.format_map({name: self.apart(value) for name, value in named.items()})

    def apart(self, value: object) -> str:
        """Return a value so that what stands around it does not turn it round."""
        return f"\u2068{value}\u2069" if self.rtl else f"{value}"


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
    spoken = _SPOKEN.get()
    return spoken.fill(spoken.gettext(message), named)


def listed(parts: Iterable[str]) -> str:
    """Return parts with commas between them; empty ones are left out."""
    spoken = _SPOKEN.get()
    return spoken.gettext(later(", ")).join(spoken.apart(part) for part in parts if part)


def later(message: str) -> str:
    """Return a sentence as it is, to be said later: so that catalogues have it."""
    return message


def say_many(one: str, many: str, count: int, /, **named: object) -> str:
    """Return the form of a sentence for a number, which is also its place ``n``."""
    spoken = _SPOKEN.get()
    return spoken.fill(spoken.ngettext(one, many, count), {"n": number(count), **named})


def number(value: float, digits: int = 0) -> str:
    """Return a number as the language that is spoken writes it, rounded to so many digits.

    >>> number(1234567.891, 1), number(12)
    ('1,234,567.9', '12')
    """
    spoken = _SPOKEN.get()
    written = f"{value:,}" if isinstance(value, int) else f"{value:,.{digits}f}"
    whole, point, rest = written.partition(".")
    return whole.replace(",", spoken.thousands) + (spoken.decimal if point else "") + rest


def label(english: str, labels: Mapping[str, str]) -> str:
    """Return the word for something that has words in several languages, else in the catalogue."""
    spoken = _SPOKEN.get()
    return labels.get(spoken.language) or spoken.gettext(english)
