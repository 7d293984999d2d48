"""Who gives a figure: the words beside it that name a source, and how it says it knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from probatum.read.figures.lexicon import FigureWords
from probatum.read.found import Mark, Method
from probatum.read.tokens import Token

_ENDS = frozenset('.,;:،؛!?"”»()—–؟')
_IN_NAMES = frozenset({"refugees", "displaced", "missing"})
_QUOTES = frozenset("\"'“”„«»")
_MOST_WORDS = 12
_FAR = 60
_NEAR = 20
_MOST_VERBS = 6
_CUTS = frozenset(";؛")
_NO_SUBJECT = frozenset(
    "it he she they i we you who which that this there these those one such so what reportedly "
    "nobody everybody everyone він вона вони воно ми я ви це хто ніхто так така такий які який яка "
    "это он она они мы я вы кто никто так такова таков такая вот которые который которая "
    "هو هي هم نحن انا هذا هذه ذلك بينما فيما كما حيث حين لكن ما".split()
)
_FIGURES = frozenset("figures figure data count counts records tally list report statement".split())
_LEADS = frozenset("in on at by from since and but as of for after before when while until though "
                   "у в на за про що а але і та й з із зі до від для під після при "
                   "и но что о об с со из от к ко по для под после при через "
                   "من في على عن إن ان بان الى بعد قبل".split())  # fmt: skip
_VERB_ENDS_NAME = frozenset(
    "had has have also later then earlier not first initially already previously again now just "
    "recently still repeatedly originally himself herself itself themselves keep keeps kept "
    "too even only meanwhile since publicly officially eventually finally "
    "раніше спершу спочатку вже ще пізніше потім згодом також досі "
    "ранее сначала уже еще позже позднее потом затем также пока".split()
)
_OWN = frozenset("own official latest preliminary".split())
_MOST_OF_CLAUSE = 8
_NEAR_JOIN = 8
_JOINS = frozenset("and while but whereas і а але тоді и но тогда".split())
_ARTICLES = frozenset("the its their his her our a".split())
_ASIDES = frozenset("however meanwhile though instead наоборот однако впрочем напротив навпаки "
                    "однак натомість втім проте зокрема".split())  # fmt: skip
_DESCRIBES = frozenset(
    "a an one part which who whose where led head run based itself formerly founded set "
    "який яка яке які куди де котрий которая который которое которые куда где".split()
)
_NEAREST = 4
_MOST_NAMES = 4
_AGENTLESS = frozenset("в у на by".split())


def source_of(
    read: Sequence[Token],
    start: int,
    end: int,
    words: FigureWords,
    dates: Sequence[Mark],
    *,
    is_comparison: bool = False,
) -> Mark | None:
    """Return the words that name who gives the figure at tokens ``start`` to ``end``.

    Who announced the number that a comparison is with does not give the comparison.
    """
    first, last = _clause(read, start, end)
    if not is_comparison and (found := _granted_by(read, last, start, end, words, dates)):
        return Mark(read[found[0]].start, read[found[1] - 1].end)
    looks: tuple[Look, ...] = (_according, _speaker)
    if _is_just_said(read, first, start, words):
        looks = (_speaker, _according)
    if not is_comparison:
        looks = (_announced_by, _possessor, *looks)
    for look in looks:
        if found := look(read, first, last, start, end, words, dates):
            return Mark(read[found[0]].start, read[found[1] - 1].end)
    return None


def method_of(read: Sequence[Token], start: int, end: int, words: FigureWords) -> Method:
    """Return how the source says it knows, from the words of the clause."""
    first, last = _clause(read, start, end)
    near = range(max(first, start - _NEAR), min(last, end + _NEAR))
    for at in sorted(near, key=lambda at: min(abs(at - start), abs(at - end))):
        found = words.method.at(read, at)
        if found is not None and found[1] <= last:
            return found[0]
    return "not_stated"


def is_hidden(read: Sequence[Token], start: int, end: int, words: FigureWords) -> bool:
    """Say whether the clause has a source that it does not name: "by preliminary data"."""
    first, last = _clause(read, start, end)
    near = range(max(first, start - _NEAR), min(last, end + _NEAR))
    return any(words.unnamed.at(read, at) is not None for at in near)


def _clause(read: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """Return the part of the sentence between semicolons that holds some tokens."""
    low, high = max(0, start - _FAR), min(len(read), end + _FAR)
    first = next((at + 1 for at in range(start - 1, low - 1, -1) if read[at].word in _CUTS), low)
    last = next((at for at in range(end, high) if read[at].word in _CUTS), high)
    return first, last


Found: TypeAlias = tuple[int, int] | None
Look: TypeAlias = Callable[
    [Sequence[Token], int, int, int, int, FigureWords, Sequence[Mark]], Found
]  # fmt: skip


def _is_just_said(read: Sequence[Token], first: int, start: int, words: FigureWords) -> bool:
    """Say whether a verb of saying leads to the figure: "..., but the report gives 154"."""
    for at in range(start - 1, max(first, start - _NEAREST) - 1, -1):
        if read[at].kind == "mark":
            return False
        if _says(read, at, words):
            return True
    return False


def _announced_by(
    read: Sequence[Token], first: int, last: int, start: int, end: int, words: FigureWords,
    dates: Sequence[Mark],
) -> Found:  # fmt: skip
    """Read "the 86 dead announced by the ministry", "оприлюднені міністерством 86"."""
    for at in range(end, min(end + _MOST_WORDS, last)):
        if (found := words.by.at(read, at)) is not None:
            return _name_behind(read, found[1], last, words, dates)
    if words.has_verb_first:
        for at in range(max(first, start - 5), end):
            found = words.by.at(read, at)
            if found is not None and found[1] < end:
                return _name_behind(read, found[1], end, words, dates)
    return None


def _possessor(
    read: Sequence[Token], first: int, last: int, start: int, end: int, words: FigureWords,
    dates: Sequence[Mark],
) -> Found:  # fmt: skip
    """Read "the army's own count is 14 dead"."""
    if words.has_verb_first:
        return None
    for at in range(start - 1, max(first, start - _NEAR_JOIN), -1):
        if read[at].word in _ENDS:
            return None
        if words.numbers.at(read, at) is None:
            continue
        owned = at - (read[at - 1].word in _OWN) - 1
        if owned > first and read[owned].word in ("'s", "'", "’"):
            return _name_before(read, first, owned, words, dates)
        return None
    return None


def _granted_by(
    read: Sequence[Token], last: int, start: int, end: int, words: FigureWords,
    dates: Sequence[Mark],
) -> Found:  # fmt: skip
    """Read "the 150 arrests the ministry admits", "the 12 deaths that doctors reported"."""
    if words.has_verb_first or "the" not in (read[start].word, read[max(0, start - 1)].word):
        return None
    first = end + (end < last and read[end].word in words.that | {"which"})
    for at in range(first + 1, min(first + _MOST_OF_CLAUSE, last)):
        if read[at].word in _ENDS or read[at].word in _LEADS:
            return None
        if words.says.at(read, at) is not None:
            follows = read[at + 1].word if at + 1 < last else "."
            opens = read[first].word in _ARTICLES or read[first].is_capitalised or first > end
            if opens and (follows in _ENDS or follows in _LEADS):
                return _name_before(read, first, at, words, dates)
            return None
    return None


def _according(
    read: Sequence[Token], first: int, last: int, start: int, end: int, words: FigureWords,
    dates: Sequence[Mark],
) -> Found:  # fmt: skip
    """Read "according to X", "за даними X", "بحسب X": the nearest one."""
    best: tuple[int, Found] | None = None
    for at in range(first, last):
        found = words.according.at(read, at)
        if found is None or words.unnamed.at(read, at) is not None:
            continue
        named = _name_behind(read, found[1], last, words, dates)
        away = min(abs(at - start), abs(at - end))
        if named is not None and (best is None or away < best[0]):
            best = (away, named)
    return best[1] if best else None


def _speaker(
    read: Sequence[Token], first: int, last: int, start: int, end: int, words: FigureWords,
    dates: Sequence[Mark],
) -> Found:  # fmt: skip
    """Read "X said that ...", "..., X said", "..., said X": the nearest before, else behind."""
    before = [at for at in range(start - 1, first - 1, -1) if _says(read, at, words)]
    behind = [at for at in range(end, last) if _says(read, at, words)]
    for at in (*before[:_MOST_VERBS], *behind[:_MOST_VERBS]):
        found = words.says.at(read, at)
        verb_end = found[1] if found else at + 1
        subject = _name_before(read, first, at, words, dates)
        if at >= end and _gives_its_own(read, at, verb_end, last, words):
            continue
        inside = subject is not None and subject[0] < end and start < subject[1]
        if subject is not None and not inside and (at < start or not _holds(subject, start, end)):
            return subject
        named = _name_behind(read, verb_end, last, words, dates)
        if named is not None and not (named[0] < end and start < named[1]):
            behind_quote = at > 0 and read[at - 1].word in _ENDS | _QUOTES
            if words.has_verb_first or (behind_quote and read[at].word != "told"):
                return named
    return None


def _gives_its_own(read: Sequence[Token], at: int, end: int, last: int, words: FigureWords) -> bool:
    """Say whether a later verb has a number of its own: "..., and villagers counted 17 bodies"."""
    joined = any(token.word in _JOINS for token in read[max(0, at - _NEAR_JOIN) : at])
    near = range(end, min(end + 3, last))
    return joined and any(
        read[step].kind == "number" or words.bounds.at(read, step) is not None
        or words.triggers.at(read, step) is not None
        for step in near
        if not any(read[back].kind == "mark" for back in range(end, step + 1))
    )  # fmt: skip


def _says(read: Sequence[Token], at: int, words: FigureWords) -> bool:
    by = words.by.at(read, at) or words.by.at(read, at - 1)
    return words.says.at(read, at) is not None and by is None


def _holds(subject: tuple[int, int], start: int, end: int) -> bool:
    return subject[0] <= start and end <= subject[1]


def _name_behind(
    read: Sequence[Token], at: int, last: int, words: FigureWords, dates: Sequence[Mark]
) -> Found:
    """Return the name that begins at a token, up to a mark, "that" or a date."""
    while at < last and (
        read[at].word in _QUOTES or read[at].word in _AGENTLESS or _in_date(read[at], dates)
    ):
        at += 1
    end = at
    while end < min(last, at + _MOST_WORDS):
        token = read[end]
        if token.word in _ENDS or token.word in words.that or _in_date(token, dates):
            break
        if end > at and (
            words.says.at(read, end) or token.kind == "number" or _is_deed(read, end, words)
        ):
            break
        end += 1
    while end > at and (read[end - 1].word in _LEADS or read[end - 1].word in _QUOTES):
        end -= 1
    if end <= at or read[at].word in _NO_SUBJECT or not _is_name(read, at, end, words):
        return None
    return _apposed(read, at, end, last) or (at, end)


def _apposed(read: Sequence[Token], at: int, end: int, last: int) -> Found:
    """Return the person of "their teacher, Yonas Dagne": two names or more between two marks."""
    if read[at].is_capitalised or end >= last or read[end].word != ",":
        return None
    stop = end + 1
    while stop < last and read[stop].kind == "word" and read[stop].is_capitalised:
        stop += 1
    ends = stop >= last or read[stop].word in _ENDS
    return (end + 1, stop) if ends and 2 <= stop - end - 1 <= _MOST_NAMES else None


def _name_before(
    read: Sequence[Token], first: int, at: int, words: FigureWords, dates: Sequence[Mark]
) -> Found:
    """Return the name that ends before a verb, back to a mark, a preposition or a date."""
    end = at
    while end > first and read[end - 1].word in _VERB_ENDS_NAME | words.auxiliaries:
        end -= 1
    if end - 3 > first and read[end - 1].word == "," == read[end - 3].word:
        end -= 3 * (read[end - 2].word in _ASIDES)  # "the police, however, reported"
    between = end - 1 > first and read[end - 1].word == ","
    end -= between  # "the minister, Jana Kol, told": the name stands between two commas
    start = end
    while start > first and end - start < _MOST_WORDS:
        token = read[start - 1]
        if token.word in _ENDS or token.word in words.that or _in_date(token, dates):
            break
        if words.says.at(read, start - 1) and start < end:
            break
        start -= 1
    if between and first < start < end and read[start - 1].word == ",":
        if read[start].word in _DESCRIBES:  # "the committee, a network of volunteers, put"
            return _name_before(read, first, start - 1, words, dates)
    if between and (
        start == first
        or read[start - 1].word != ","
        or words.parts.at(read, start) is not None
        or any(token.kind == "number" for token in read[start:end])
    ):
        return None
    while start < end and (read[start].word in _LEADS or read[start].word in _QUOTES):
        start += 1
    if end - start > 1 and read[end - 1].word in _FIGURES:
        end -= 1
        if read[end - 1].word in ("'s", "'", "’"):
            end -= 1
    if end <= start or read[start].word in _NO_SUBJECT or not _is_name(read, start, end, words):
        return None
    return start, end


def _is_name(read: Sequence[Token], start: int, end: int, words: FigureWords) -> bool:
    """Say whether the words can name somebody: not a number with what it counts, not a verb."""
    return any(token.kind == "word" for token in read[start:end]) and not (
        read[start].kind == "number"
        or any(_is_deed(read, at, words) for at in range(start, end))
        or any(words.bounds.at(read, at) for at in (start,))
    )


def _is_deed(read: Sequence[Token], at: int, words: FigureWords) -> bool:
    """Say whether a word tells what happened, not for whom an agency works."""
    trigger = words.triggers.at(read, at)
    return trigger is not None and trigger[0].measure not in _IN_NAMES


def _in_date(token: Token, dates: Sequence[Mark]) -> bool:
    return any(begin <= token.start < end for begin, end in dates)
