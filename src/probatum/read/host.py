"""Reading a text with any extractor: what comes out is anchored, checked and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, cast

import msgspec

from probatum.read.anchoring import Anchor, Rejected
from probatum.read.contract import Reading, Suggestion, text_sha256
from probatum.read.extractor import Article, Extractor, Identity
from probatum.read.language import language_of
from probatum.read.soundness import MOST_SUGGESTIONS, sound

Plain: TypeAlias = Mapping[str, "Plain"] | Sequence["Plain"] | str | int | bool | None


def plain(reading: Reading) -> Plain:
    """Return a reading as plain JSON values, every member of the contract present."""
    return cast("Plain", msgspec.to_builtins(reading))


@dataclass(frozen=True, slots=True)
class Outcome:
    """A reading in which everything holds; ``rejected`` was taken out.

    ``raw`` is the reply of a plug-in as it came, ``prompt`` what it was asked.
    """

    identity: Identity
    reading: Reading
    rejected: tuple[Rejected, ...] = ()
    raw: bytes | None = None
    prompt: bytes | None = None

    def counted(self) -> dict[str, int]:
        """Return how many suggestions were taken out, by reason."""
        return dict(Counter(each.why for each in self.rejected))

    def plain(self) -> Plain:
        """Return the reading as plain JSON values."""
        return plain(self.reading)


def read(article: Article, extractor: Extractor) -> Outcome:
    """Return what an extractor suggests about a text. Raises InputError ``extractor-failed``."""
    if article.language is None:
        article = Article(article.text, language_of(article.text), article.published,
                          article.publisher, article.country)  # fmt: skip
    answer = extractor.read(article)
    identity = extractor.identity
    if isinstance(answer, Reading):
        checked = sound(answer, article)
        return Outcome(identity, checked.reading, checked.rejected)
    anchor = Anchor(article.text)
    placed: list[Suggestion] = []
    rejected: list[Rejected] = []
    for number, given in enumerate(answer.suggestions[:MOST_SUGGESTIONS], start=1):
        found = anchor.suggestion(given, number)
        if isinstance(found, Rejected):
            rejected.append(found)
        else:
            placed.append(found)
    reading = Reading(
        text_sha256=text_sha256(article.text), language=article.language or "und",
        published=None if article.published is None else article.published.isoformat(),
        publisher=article.publisher, suggestions=tuple(placed),
    )  # fmt: skip
    checked = sound(reading, article)
    return Outcome(identity, checked.reading, (*rejected, *checked.rejected), answer.raw,
                   answer.prompt)  # fmt: skip
