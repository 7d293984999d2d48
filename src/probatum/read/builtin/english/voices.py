"""Who speaks for whom: a spokesman, a minister or a commander answers for the body they serve."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from probatum.read.builtin.english.entities import Entities
from probatum.read.found import Mark

_SPEAKS_FOR = re.compile(
    r"\b(?:spokes\w+|minister|president|premier|commander|ambassador|envoy|general|chief|head|leader|"
    r"secretary|chancellor|official|representative|lawyers?|commissioner|attach[eé]|colonel|major)\b",
    re.IGNORECASE,
)
_OF = re.compile(r" (?:for|of|from|at) (?:the )?")
_MOST_MENTIONS = 40


def named_with_voices(
    text: str, entities: Entities, contents: Sequence[Mark]
) -> list[frozenset[int]]:  # fmt: skip
    """Return for each content the entities it names, and the persons who speak for these."""
    voices: dict[int, set[int]] = {}
    for person, body in _voices(text, entities):
        voices.setdefault(body, set()).add(person)
    found = []
    for content in contents:
        named = entities.inside(content)
        found.append(frozenset(named).union(*(voices.get(body, ()) for body in named)))
    return found


def _voices(text: str, entities: Entities) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a person and the body that some mention of the person names."""
    for person, draft in enumerate(entities.drafts):
        if draft.type != "person":
            continue
        for mark in draft.mentions[:_MOST_MENTIONS]:
            if _SPEAKS_FOR.search(text, mark.start, mark.end) is None:
                continue
            for body in entities.inside(mark):
                yield person, body
            of = _OF.match(text, mark.end)
            behind = entities.at(Mark(of.end(), of.end() + 1)) if of else None
            if behind is not None:
                yield person, behind
