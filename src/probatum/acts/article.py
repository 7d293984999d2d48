"""What is known about a text that is to be read: its words, and the facts beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from probatum.derive.text.extracted import Fact
from probatum.errors import UseError
from probatum.read.extractor import Article

_LANGUAGE = re.compile(r"[a-z]{2,8}(?:[-_][a-z0-9]{1,8})*")
_SPELLED = re.compile(
    r"(?:published=(.*?))?(?:(?:^| )publisher=(.*?))?"
    r"(?:(?:^| )language=(\S+))?(?:(?:^| )country=(\S+))?"
)
_MOST_OF_A_NAME = 400  # of the contract


@dataclass(frozen=True, slots=True)
class Stated:
    """What a person says about a text; None leaves it to what the file states, or unknown.

    ``published`` is a day as YYYY-MM-DD, ``language`` a BCP 47 code, ``country`` two letters.
    """

    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    country: str | None = None

    def spelled(self) -> str:
        """Return it as a derivation keeps it, empty if nothing was said."""
        said = (("published", self.published), ("publisher", self.publisher),
                ("language", self.language), ("country", self.country))  # fmt: skip
        return " ".join(f"{name}={value}" for name, value in said if value)


def stated_as(spelled: str) -> Stated:
    """Return what `Stated.spelled` spells."""
    found = _SPELLED.fullmatch(spelled)
    return Stated() if found is None else Stated(*found.groups())


def article(text: str, facts: Iterable[Fact], stated: Stated) -> Article:
    """Return a text with what a person says about it, else what its file states.

    A file's own date counts only where it says the day for certain. Raises UseError ``wrong-use``.
    """
    found: dict[str, str] = {}
    for fact in facts:
        found.setdefault(fact.name, fact.value)
    published = _day(stated.published) if stated.published else _stated_day(found)
    language = (stated.language or "").strip().lower() or None
    if language is not None and not _LANGUAGE.fullmatch(language):
        raise _wrong("--language", "a code such as en, uk, ru, ar, or en-GB")
    publisher = " ".join((stated.publisher or found.get("publisher") or "").split()) or None
    if publisher is not None and len(publisher) > _MOST_OF_A_NAME:
        if stated.publisher:
            raise _wrong("--publisher", f"a name of at most {_MOST_OF_A_NAME} characters")
        publisher = None  # a file that states such a name states none
    country = (stated.country or "").upper() or None
    if country is not None and not (len(country) == 2 and country.isascii() and country.isalpha()):
        raise _wrong("--country", "two letters such as UA")
    return Article(text, language, published, publisher, country)


def _day(given: str) -> date:
    try:
        day = date.fromisoformat(given)
    except ValueError:
        raise _wrong("--published", "a day as YYYY-MM-DD") from None
    # Where a day begins first it is tomorrow already.
    if day > (datetime.now(UTC) + timedelta(hours=14)).date():
        raise _wrong("--published", "a day that has come: nothing is published tomorrow")
    return day


def _stated_day(found: dict[str, str]) -> date | None:
    # Pages have ``published_iso`` only where they say the day without doubt; a mail has a date.
    for name in ("published_iso", "date_iso"):
        try:
            return date.fromisoformat(found.get(name, "")[:10])
        except ValueError:
            continue
    return None


def _wrong(item: str, expected: str) -> UseError:
    return UseError("wrong-use", item=item, expected=expected, found="something else")
