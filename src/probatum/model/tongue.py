"""The language in which records are put into words: English, unless whoever asks speaks another.

A sentence is written where it is made, with named places, and translated as a whole: languages put
words in other orders.

>>> say("{who} did it", who="EXERCISE Brigade")
'EXERCISE Brigade did it'
>>> say_many("{n} assertion", "{n} assertions", 2)
'2 assertions'

Only what is shown at once to the person who asks may be said in their language, and a case file in
the one that is asked for. What is kept, found or handed over otherwise (the index, packages,
exports) is English for everybody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

FSI, RLI, PDI = "\u2068", "\u2067", "\u2069"
SIGNS = dict.fromkeys(map(ord, FSI + RLI + PDI))
"""What ``str.translate`` needs to take these marks out of a sentence."""


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
    What is filled in and holds such parts is a sentence made here, and runs from the right (RLI).
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
        text = str(value)
        if not self.rtl:
            return text
        return f"{RLI if FSI in text or RLI in text else FSI}{text}{PDI}"


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


def spoken() -> Tongue:
    """Return the language that is spoken."""
    return _SPOKEN.get()


def say(message: str, /, **named: object) -> str:
    """Return a sentence in the language that is spoken, its places filled in."""
    tongue = _SPOKEN.get()
    return tongue.fill(tongue.gettext(message), named)


def listed(parts: Iterable[str]) -> str:
    """Return parts with commas between them; empty ones are left out."""
    tongue = _SPOKEN.get()
    return tongue.gettext(later(", ")).join(tongue.apart(part) for part in parts if part)


def later(message: str) -> str:
    """Return a sentence as it is, to be said later: so that catalogues have it."""
    return message


def say_many(one: str, many: str, count: int, /, **named: object) -> str:
    """Return the form of a sentence for a number, which is also its place ``n``."""
    tongue = _SPOKEN.get()
    return tongue.fill(tongue.ngettext(one, many, count), {"n": number(count), **named})


def number(value: float, digits: int = 0) -> str:
    """Return a number as the language that is spoken writes it, rounded to so many digits.

    >>> number(1234567.891, 1), number(12)
    ('1,234,567.9', '12')
    """
    tongue = _SPOKEN.get()
    written = f"{value:,}" if isinstance(value, int) else f"{value:,.{digits}f}"
    whole, point, rest = written.partition(".")
    return whole.replace(",", tongue.thousands) + (tongue.decimal if point else "") + rest


def label(english: str, labels: Mapping[str, str]) -> str:
    """Return the word for something that has words in several languages, else in the catalogue."""
    tongue = _SPOKEN.get()
    return labels.get(tongue.language) or tongue.gettext(english)
