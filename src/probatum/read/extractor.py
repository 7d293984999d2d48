"""What a text is to an extractor, and what an extractor is to us."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from probatum.read.contract import Reading


@dataclass(frozen=True, slots=True)
class Article:
    """A text to be read, and what is known about it beside its words. Untrusted throughout.

    ``language`` is a BCP 47 code or None (to be told from the text); ``published`` a day, from
    metadata or a person, never today; ``publisher`` whose own voice the text speaks in; ``country``
    (ISO 3166-1 alpha-2) where a person says that it plays: of namesakes, those there come first.
    """

    text: str
    language: str | None = None
    published: date | None = None
    publisher: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """Which program reads. ``version`` changes whenever its answer to some text may change.

    ``weights_sha256`` is the digest of a model's weights, None without a model; ``languages`` are
    BCP 47 codes; an extractor that ``needs_network`` runs only when a person asks for it by name.
    """

    id: str
    version: str
    languages: frozenset[str]
    weights_sha256: str | None = None
    needs_network: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a plug-in answers: suggestions as plain JSON, with offsets or with words alone.

    ``raw`` is its reply as it came, ``prompt`` what it was asked where that is ours to write: both
    are kept beside what is made of them.
    """

    suggestions: tuple[object, ...]
    raw: bytes
    prompt: bytes | None = None


class Extractor(Protocol):
    """A program that reads texts."""

    @property
    def identity(self) -> Identity:
        """Say which program this is, without loading any model."""
        ...

    def read(self, article: Article) -> Reading | Answer:
        """Return what the text says, as suggestions. Raises InputError ``extractor-failed``."""
        ...
