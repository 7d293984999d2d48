"""Whether two lists of names may name one, and why: spelling, other letters, initials, surnames."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from probatum.model.letters import apart, fold, spellings
from probatum.model.nouns.sources import Source
from probatum.model.values import NameForm

_MOST_NAMES = 8
_COURTESY = frozenset("mr mrs ms miss dr prof sir madam".split())

# Each name of the case is compared with each one of a reading.
_spelled = lru_cache(maxsize=1 << 13)(spellings)


def same_source(one: Source, two: Source) -> Iterator[tuple[float, str]]:
    """Yield the reasons why two sources are or are not one."""
    names = list(same_name(one.names, two.names))
    if not names:
        return
    yield from names
    # Whether a body is a group or an organisation is often a matter of words.
    if one.kind != two.kind and "person" in (one.kind, two.kind):
        yield -0.5, f"against: {one.kind} here, {two.kind} there"
    if one.role and two.role and fold(one.role) == fold(two.role):
        yield 0.5, "the same role"


def same_name(
    ours: tuple[NameForm, ...], theirs: tuple[NameForm, ...]
) -> Iterator[tuple[float, str]]:
    """Yield the strongest reason why two lists of names name one thing, if there is one."""
    mine = [_bare(each) for each in ours[:_MOST_NAMES]]
    other = [_bare(each) for each in theirs[:_MOST_NAMES]]
    # "residents" is what many call themselves: not a name.
    named = [
        name for name in mine if any(letter.isupper() for letter in name) or not name.isascii()
    ]
    folded = {fold(name): name for name in other}
    for name in named:
        if fold(name) in folded:
            yield 2.0, "the same name"
            return
    for name in named:
        if any(_spelled(name) & _spelled(each) for each in other):
            yield 1.8, "the same name in other letters"
            return
    for name in named:
        for each in other:
            if _initialled(name, each):
                yield 1.0, "the same surname, and an initial that fits"
                return
            a, b = set(apart(name)) - _COURTESY, set(apart(each)) - _COURTESY
            if a and b and (a < b or b < a):
                yield 1.0, f"shares the name {' '.join(sorted(a & b))}"
                return


def _initialled(one: str, other: str) -> bool:
    """Say whether one of two names is the other with an initial: H. Storozh, Hanna Storozh."""
    a, b = apart(one), apart(other)
    if len(a) != 2 or len(b) != 2 or a[1] != b[1]:
        return False
    return min(len(a[0]), len(b[0])) == 1 and a[0][:1] == b[0][:1]


def _bare(name: NameForm) -> str:
    """Return a name without its article: the Ministry is Ministry elsewhere."""
    return re.sub(r"^(the|a|an)\s+", "", name.printed, flags=re.IGNORECASE)
