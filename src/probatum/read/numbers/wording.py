"""What the number words of one language are: the shape of its table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from probatum.model.letters import fold

Phrase = tuple[str, ...]


def numbered(table: Mapping[str, float]) -> dict[str, float]:
    """Return one entry for each of the forms that share a value, parted by spaces."""
    return {form: value for forms, value in table.items() for form in forms.split()}


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of a language, all folded when made.

    ``values`` stand for themselves, ``scales`` multiply what stands before them, and stand alone
    for one of them if they are in ``alone``. ``open_ends`` and ``open_phrases`` are numbers without
    an upper end ("dozens"). ``ands`` may stand inside a number, ``between`` between the two of a
    range, ``both`` only if a word for between stands before them, ``joined`` is written onto the
    next word. ``duals`` are nouns whose ending says two. ``halves`` add a half to a number before
    a scale ("two and a half million"), ``ones`` are articles that stand for one before a scale.
    """

    values: Mapping[str, float]
    scales: Mapping[str, float]
    open_ends: Mapping[str, float]
    open_phrases: Mapping[Phrase, float]
    phrases: Mapping[Phrase, float]
    ands: frozenset[str]
    between: frozenset[str]
    both: frozenset[str]
    alone: frozenset[str] = field(default_factory=frozenset)
    duals: frozenset[str] = field(default_factory=frozenset)
    joined: str = ""
    halves: frozenset[Phrase] = field(default_factory=frozenset)
    ones: frozenset[str] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        for name in ("values", "scales", "open_ends"):
            table = getattr(self, name)
            object.__setattr__(self, name, {fold(word): table[word] for word in table})
        for name in ("open_phrases", "phrases"):
            table = getattr(self, name)
            folded = {tuple(map(fold, phrase)): table[phrase] for phrase in table}
            object.__setattr__(self, name, folded)
        halves = frozenset(tuple(map(fold, phrase)) for phrase in self.halves)
        object.__setattr__(self, "halves", halves)
        for name in ("ands", "between", "both", "alone", "duals", "ones"):
            object.__setattr__(self, name, frozenset(map(fold, getattr(self, name))))
