"""The words of a language that say how contents hang together: what points back, what is a part."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_NEVER = re.compile(r"(?!)")


_ROOT = range(3, 7)  # letters


@dataclass(frozen=True, slots=True)
class Wording:
    """Patterns of one language; a language without them has the default, which never fits."""

    empty: frozenset[str] = frozenset()
    """Words that tell nothing of what a content is about."""
    sorts: Mapping[str, str] = field(default_factory=dict)
    """Word forms to a name of what they have in common: "held" and "arrested"."""
    roots: Mapping[str, str] = field(default_factory=dict)
    """Beginnings of words to such names, where words change their endings."""
    prefixes: re.Pattern[str] = _NEVER
    """What is written onto the beginning of a word: an article, "and"."""
    deeds: frozenset[str] = frozenset()
    """Which of these names are of deeds."""
    points_back: re.Pattern[str] = _NEVER
    """At the beginning of a content that only points to what was said ("That is not credible")."""
    retort: re.Pattern[str] = _NEVER
    """A whole content that answers what was said just before it ("Lies", "This is not true")."""
    shortest: int = 4
    """Letters of the shortest word that tells what a content is about."""
    belies: re.Pattern[str] = _NEVER
    """In a content that calls something untrue ("a lie", "was absurd")."""
    negates: re.Pattern[str] = _NEVER
    """At the beginning of a content that says that something is not so ("There is no")."""
    mishap: re.Pattern[str] = _NEVER
    """In a content that gives a cause nobody wanted ("a gas leak", "a weak heart")."""
    excuses: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = ()
    """Other accounts of a harm that those blamed for it give ("of their own free will"), each with
    what is told of the harm that it cannot stand beside ("at gunpoint")."""
    unexcused: re.Pattern[str] = _NEVER
    """In a content that says the opposite of such an account ("not of their own free will")."""
    vague: re.Pattern[str] = _NEVER
    """A number in words that no exact one contradicts ("dozens")."""
    is_part: re.Pattern[str] = _NEVER
    """Behind a number that counts some of them, or some more ("12 of")."""
    is_more: re.Pattern[str] = _NEVER
    """Before a number that comes on top of others ("another 12")."""
    not_whole: re.Pattern[str] = _NEVER
    """In a content whose numbers may still come, or stood so at one moment ("could", "by then")."""

    def sort(self, word: str) -> str | None:
        """Return what a word in small letters has in common with others, by form or by root."""
        known = self.sorts.get(word)
        if known is not None or not self.roots:
            return known
        bare = self.prefixes.sub("", word, count=1) if self.prefixes.match(word) else word
        return next((self.roots[bare[:n]] for n in _ROOT if bare[:n] in self.roots), None)
