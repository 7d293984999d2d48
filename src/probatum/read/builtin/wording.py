"""The words of a language that say how contents hang together: what points back, what is a part."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Wording:
    """Patterns of one language; a language without them has the default, which never fits."""

    empty: frozenset[str] = frozenset()
    """Words that tell nothing of what a content is about."""
    sorts: Mapping[str, str] = field(default_factory=dict)
    """Word forms to a name of what they have in common: "held" and "arrested"."""
    deeds: frozenset[str] = frozenset()
    """Which of these names are of deeds."""
    points_back: re.Pattern[str] = _NEVER
    """At the beginning of a content that only points to what was said ("That is not credible")."""
    shortest: int = 4
    """Letters of the shortest word that tells what a content is about."""
    belies: re.Pattern[str] = _NEVER
    """In a content that calls something untrue ("a lie", "was absurd")."""
    negates: re.Pattern[str] = _NEVER
    """At the beginning of a content that says that something is not so ("There is no")."""
    mishap: re.Pattern[str] = _NEVER
    """In a content that gives a cause nobody wanted ("a gas leak", "a weak heart")."""
    vague: re.Pattern[str] = _NEVER
    """A number in words that no exact one contradicts ("dozens")."""
    is_part: re.Pattern[str] = _NEVER
    """Behind a number that counts some of them, or some more ("12 of")."""
    is_more: re.Pattern[str] = _NEVER
    """Before a number that comes on top of others ("another 12")."""
    not_whole: re.Pattern[str] = _NEVER
    """In a content whose numbers may still come, or stood so at one moment ("could", "by then")."""
