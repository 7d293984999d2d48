"""Whether two lists of names may name one, and why: spelling, other letters, initials, surnames.

A *description* is a name without a name: residents, the rescue service, the mayor. Many call
themselves so; it says who is meant only together with the event that they speak about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from probatum.model.letters import apart, fold, latin, spellings
from probatum.model.nouns.people import Group, Person
from probatum.model.nouns.sources import Source
from probatum.model.tongue import say
from probatum.model.values import NameForm
from probatum.record.name_words import (
    COURTESY,
    ENDINGS,
    LATIN_ENDINGS,
    PARTS,
    SMALL,
)

_MOST_NAMES = 8
_SEVERAL = 2
_STEM = 3  # letters that two cases of one name share at least
_INITIALS = range(2, 9)
_ARTICLE = re.compile(r"^(the|a|an)\s+", re.IGNORECASE)

# Each name of the case is compared with each one of a reading.
_spelled = lru_cache(maxsize=1 << 13)(spellings)
_words = lru_cache(maxsize=1 << 14)(lambda name: tuple(apart(name)))


def same_source(one: Source, two: Source) -> Iterator[tuple[float, str]]:
    """Yield the reasons why two sources are or are not one."""
    names = list(same_name(one.names, two.names))
    if not names:
        return
    yield from names
    # Whether a body is a group or an organisation is often a matter of words.
    if one.kind != two.kind and "person" in (one.kind, two.kind):
        yield -0.5, say(
            "against: {here} here, {there} there", here=say(one.kind), there=say(two.kind)
        )  # fmt: skip
    if one.role and two.role and fold(one.role) == fold(two.role):
        yield 0.5, say("the same role")


def same_name(
    ours: tuple[NameForm, ...], theirs: tuple[NameForm, ...]
) -> Iterator[tuple[float, str]]:
    """Yield the strongest reason why two lists of names name one thing, if there is one."""
    mine = [bare(form) for form in ours[:_MOST_NAMES] if is_name(form)]
    other = [bare(each) for each in theirs[:_MOST_NAMES]]
    folded = {fold(name) for name in other}
    if any(fold(name) in folded for name in mine):
        yield 2.0, say("the same name")
        return
    pairs = [(name, each) for name in mine for each in other]
    if any(_spelled(name) & _spelled(each) for name, each in pairs):
        yield 1.8, say("the same name in other letters")
        return
    found = [reason for pair in pairs if (reason := _near(*pair)) is not None]
    if found:
        yield max(found, key=lambda reason: reason[0])


def same_description(
    one: Source | Person | Group, two: Source | Person | Group
) -> tuple[float, str] | None:
    """Return why two records that are described may be one, if their event is one."""
    for mine in one.names[:_MOST_NAMES]:
        for other in two.names[:_MOST_NAMES]:
            if is_name(mine) and is_name(other):
                continue
            if fold(bare(mine)) == fold(bare(other)):
                return 1.2, say("called {words} in both", words=fold(bare(mine)))
            if (head := _head(bare(mine))) and head == _head(bare(other)):
                if not (is_name(mine) or is_name(other)) or not _are_people(one, two):
                    return 0.8, say("both are called {words}", words=head)
    for a, b in ((one, two), (two, one)):
        office = _office(b)
        if office and any(fold(bare(each)) == office for each in a.names[:_MOST_NAMES]):
            return 1.0, say("the other one is {words}", words=office)
    return None


def bare(name: NameForm) -> str:
    """Return a name without its article: the Ministry is Ministry elsewhere."""
    return _ARTICLE.sub("", name.printed)


def is_name(form: NameForm) -> bool:
    """Say whether words are a name: residents, Village elders, elders of Dorna are descriptions.

    English says last, or before *of*, what somebody is. A capital there makes it a name, and one
    before it as well, unless it may be the beginning of a sentence. Elsewhere any capital does. A
    script without capitals does not tell.
    """
    words = form.printed
    if words.lower() == words.upper():
        return True
    if not words.isascii():
        return any(letter.isupper() for letter in words)
    main = _main(bare(form))
    first = 0 if _ARTICLE.match(words) or len(main) == 1 else 1
    return any(letter.isupper() for word in main[first:] for letter in word)


def telling(form: NameForm) -> frozenset[str]:
    """Return the words of a name by which a text that has them names it; none for descriptions."""
    if not is_name(form):
        return frozenset()
    words = frozenset(_words(bare(form))) - SMALL - COURTESY
    return words if len(words) > 1 or any(len(each) > _STEM for each in words) else frozenset()


def _near(one: str, two: str) -> tuple[float, str] | None:
    """Return why two names of other spellings may name one thing."""
    a, b = _words(one), _words(two)
    small = SMALL | COURTESY
    ours, theirs = set(a) - small, set(b) - small
    if not ours or not theirs:
        return None
    if ours == theirs and len(ours) >= _SEVERAL:
        return 1.6, say("the same words in another order")
    if _inflected(a, b):
        return 1.4, say("the same name in another case")
    if ours == theirs:
        return 1.0, say("shares the name {name}", name=" ".join(sorted(ours)))
    if _initialled(a, b):
        return 1.0, say("the same surname, and an initial that fits")
    if _abbreviated(one, two) or _abbreviated(two, one):
        return 1.2, say("one may be the initials of the other")
    if ours < theirs or theirs < ours:
        shared = " ".join(sorted(ours & theirs))
        if (ours ^ theirs) & PARTS:
            return 0.5, say("one may be a part of the other: {name}", name=shared)
        weight = 1.5 if len(ours & theirs) >= _SEVERAL else 1.0
        return weight, say("shares the name {name}", name=shared)
    return None


def _initialled(a: Sequence[str], b: Sequence[str]) -> bool:
    """Say whether one of two names is the other with an initial: H. Storozh, Hanna Storozh."""
    if len(a) != _SEVERAL or len(b) != _SEVERAL or a[1] != b[1]:
        return False
    return min(len(a[0]), len(b[0])) == 1 and a[0][:1] == b[0][:1]


def _inflected(a: Sequence[str], b: Sequence[str]) -> bool:
    """Say whether two names are one in two cases: Ганна Сторож, Ганни Сторож; Storozh as well."""
    cyrillic = [any("\u0400" <= letter <= "\u052f" for word in each for letter in word)
                for each in (a, b)]  # fmt: skip
    if len(a) != len(b) or not any(cyrillic):
        return False
    if all(cyrillic):
        return all(_one_word(x, y, ENDINGS) for x, y in zip(a, b, strict=True))
    return all(_one_word(latin(x), latin(y), LATIN_ENDINGS) for x, y in zip(a, b, strict=True))


def _one_word(one: str, two: str, endings: frozenset[str]) -> bool:
    shared = 0
    for x, y in zip(one, two, strict=False):
        if x != y:
            break
        shared += 1
    # The stem may end one letter earlier than what two endings have in common.
    return any(
        cut >= _STEM and one[cut:] in endings and two[cut:] in endings
        for cut in (shared, shared - 1)
    )


def _abbreviated(short: str, long: str) -> bool:
    """Say whether a name in capitals has the initials of another one."""
    letters = short.replace(".", "").strip()
    if len(letters) not in _INITIALS or not letters.isalpha() or letters != letters.upper():
        return False
    if letters == letters.lower():
        return False  # a script without capitals
    words = _words(long)
    wanted = fold(letters)
    return wanted in (
        "".join(word[0] for word in words),
        "".join(word[0] for word in words if word not in SMALL),
    )


def _head(name: str) -> str:
    """Return the word that says what is described, in lower case: elders of a village, brigade.

    English alone: elsewhere which word that is depends on its case. Of a name with capitals it is
    the last word, whatever its capitals: the Tavrian Brigade is called the brigade.
    """
    if not name.isascii():
        return ""
    return fold("".join(_main(name)[-1:]))


def _main(name: str) -> list[str]:
    """Return the words of an English name before what says of whom, where or what for."""
    return re.split(r"\s+(?:of|in|at|from|for)\s+", name)[0].split()


def _office(one: Source | Person | Group) -> str:
    match one:
        case Source():
            return fold(one.role or "")
        case Person():
            return fold(one.occupation or "")
        case Group():
            return ""


def _are_people(one: Source | Person | Group, two: Source | Person | Group) -> bool:
    return any(
        isinstance(each, Person) or (isinstance(each, Source) and each.kind == "person")
        for each in (one, two)
    )
