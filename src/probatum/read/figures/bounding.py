"""The bound before a number: "at least", "no more than", and what only looks like one."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.model.nouns.figures import Bound
from probatum.read.figures.lexicon import FigureWords
from probatum.read.tokens import Token

_QUOTES = frozenset("\"'“”„‟‘’‚«»‹›")
_ABOUT = frozenset("о об про".split())
_FROM = frozenset("from с со з зі із від от من".split())
_OVER_THEM = frozenset(
    "prayed prays praying wept weep stood presided watched anger outrage grief row dispute "
    "controversy questions protest protests mourned argued quarrelled inquiry investigation trial "
    "charged sentenced jailed arrested".split()
)


def bound_before(
    read: Sequence[Token], at: int, end: int, words: FigureWords, *, is_range: bool
) -> tuple[int, Bound, bool]:
    """Return where the bound before a number begins, which it is, and whether there is one."""
    if at and read[at - 1].word in _QUOTES:
        return at, "range" if is_range else "exact", False
    found = words.bounds.before(read, at)
    if found is None and at and (read[at - 1].word in words.small or read[at - 1].word in _ABOUT):
        found = words.bounds.before(read, at - 1)
    if found is not None and _is_over_them(read, found[1]):
        found = None
    if found is not None:
        bound, start = found
        risen = start == at - 2 and words.changes.at(read, start - 1) is not None
        if bound == "up_to" and (
            risen or (start == at - 1 and (_changes(read, start, words) or _is_from(read, start)))
        ):
            return at, "range" if is_range else "exact", False
        wider = words.bounds.before(read, start)
        if wider is not None and bound == "exact":
            return wider[1], wider[0], True
        if wider is not None and bound == "about" and wider[0] == "about":
            start = wider[1]
        return start, bound, True
    return at, "range" if is_range else "exact", False


def _is_from(read: Sequence[Token], at: int) -> bool:
    """Say whether "to" before a number follows another: "со 118 | до 97"."""
    return at > 1 and read[at - 1].kind == "number" and read[at - 2].word in _FROM


def _is_over_them(read: Sequence[Token], at: int) -> bool:
    """Read "prayed | over 34 bodies", "a row over 12 deaths": no bound."""
    return read[at].word == "over" and at > 0 and read[at - 1].word in _OVER_THEM


def _changes(read: Sequence[Token], at: int, words: FigureWords) -> bool:
    """Say whether "to" before a number is where a total has risen to, not a bound."""
    return any(words.changes.at(read, back) for back in range(max(0, at - 3), at))
