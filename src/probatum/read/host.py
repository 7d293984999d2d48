"""Reading a text with any extractor: what comes out is anchored, checked and counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, cast

import msgspec

from probatum.read.anchoring import Anchor, Rejected
from probatum.read.contract import Reading, Suggestion, text_sha256
from probatum.read.extractor import Answer, Article, Extractor, Identity
from probatum.read.language import language_of
from probatum.read.soundness import MOST_SUGGESTIONS, TOO_MANY, sound
from probatum.read.transports.answers import failed

_NAMED = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]{1,200}")
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
    article = _known(article)
    identity = extractor.identity
    if not all(map(_NAMED.fullmatch, (identity.id, identity.version))):
        raise failed("an extractor with an id and a version of 1 to 200 characters", "another")
    answer = extractor.read(article)
    if isinstance(answer, Reading):
        placed, rejected = _converted(answer.suggestions)
        raw = prompt = None
    elif isinstance(answer, Answer):
        placed, rejected = _anchored(answer, article)
        raw, prompt = answer.raw, answer.prompt
    else:
        raise failed("a reading, or an answer with suggestions", "something else")
    reading = Reading(
        text_sha256=text_sha256(article.text), language=article.language or "und",
        published=None if article.published is None else article.published.isoformat(),
        publisher=article.publisher, suggestions=tuple(placed),
    )  # fmt: skip
    checked = sound(reading, article)
    return Outcome(identity, checked.reading, (*rejected, *checked.rejected), raw, prompt)


def _known(article: Article) -> Article:
    """Return the article with its language, as one bare code: rules know no others."""
    language = re.split(r"[-_]", article.language or language_of(article.text), maxsplit=1)[0]
    return replace(article, language=language.lower() or "und")


def _anchored(answer: Answer, article: Article) -> tuple[list[Suggestion], list[Rejected]]:
    anchor = Anchor(article.text)
    placed: list[Suggestion] = []
    rejected: list[Rejected] = []
    for number, given in enumerate(answer.suggestions, start=1):
        if number > MOST_SUGGESTIONS:
            rejected.append(Rejected(f"number {number}", TOO_MANY))
            continue
        found = anchor.suggestion(given, number)
        if isinstance(found, Rejected):
            rejected.append(found)
        else:
            placed.append(found)
    return placed, rejected


def _converted(given: Sequence[Suggestion]) -> tuple[list[Suggestion], list[Rejected]]:
    """Return suggestions as the contract says: Python checks no types when it makes them."""
    placed: list[Suggestion] = []
    rejected: list[Rejected] = []
    for number, each in enumerate(given, start=1):
        try:
            placed.append(msgspec.convert(msgspec.to_builtins(each), Suggestion))
        except (TypeError, ValueError, OverflowError, RecursionError):
            rejected.append(Rejected(f"number {number}", "not as the contract says"))
    return placed, rejected
