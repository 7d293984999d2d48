"""Who gives a figure: the words beside it that name a source, and how it says it knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from probatum.read.figures.alleging import alleged_by
from probatum.read.figures.giving import giver_before
from probatum.read.figures.knowing import CUTS, clause_of
from probatum.read.figures.lexicon import FigureWords
from probatum.read.figures.naming import (
    ENDS,
    LEADS,
    MOST_WORDS,
    NO_SUBJECT,
    QUOTES,
    Found,
    name_before,
    name_behind,
)
from probatum.read.figures.other_clauses import (
    counts_anew,
    gives_another,
    is_of_a_clause,
    tells_its_own,
)  # fmt: skip
from probatum.read.figures.papers import owner_of_paper
from probatum.read.found import Mark
from probatum.read.tokens import Token

_MOST_VERBS = 6
_OWN = frozenset("own official latest preliminary".split())
_MOST_OF_CLAUSE = 8
_NEAR_JOIN = 8
_JOINS = frozenset("and while but whereas і а але тоді и но тогда بينما فيما لكن".split())
_ARTICLES = frozenset("the its their his her our a".split())
_NEAREST = 4
_PASSIVE = frozenset("were was been being be".split())
_MOST_OF_TAIL = 6
_ADMITS = frozenset("admit admits admitted".split())
_CLAIMS = frozenset("claim claims claimed deny denies denied admit admits admitted".split())
_DEEDS = frozenset(
    "attack attacks strike strikes responsibility involvement raid raids bombing shelling blame "
    "credit killing killings massacre assault ambush wrongdoing".split()
)
_CLINICS = frozenset("hospital hospitals clinic clinics ward wards infirmary".split())
_TREATED = frozenset("wounded injured patients casualties hurt people children victims".split())
_DESCRIBED = frozenset(
    "the a an its their his her our as first initially previously originally earlier".split()
)
_TIMES = frozenset("year month week day night today season decade quarter yesterday".split())
_DETERMINES = frozenset("the a an 's ’s".split())
_EVIDENCE = frozenset(
    "images imagery image pictures picture photographs photograph photos photo footage video "
    "videos clip clips recording recordings film films".split()
)
_INSIDE = frozenset("в во на у".split())
_WE = frozenset("we i ми я мы نحن".split())


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
    first, last = clause_of(read, start, end)
    if not is_comparison and (found := _granted_by(read, last, start, end, words, dates)):
        return Mark(read[found[0]].start, read[found[1] - 1].end)
    looks: tuple[Look, ...] = (_according, _speaker)
    if _is_just_said(read, first, start, words):
        looks = (_speaker, _according)
    closes = end + (is_comparison and words.numbers.at(read, end) is not None)
    dashed = not is_comparison or words.has_verb_first
    if dashed and (anew := giver_before(read, start, closes, words)) is not None:
        return Mark(read[anew[0]].start, read[anew[1] - 1].end)
    if not is_comparison:
        looks = (_announced_by, alleged_by, _possessor, _on_paper, *looks)
    looks = (*looks, _tail) if words.has_verb_first else (*looks, _tail, _beside)
    looks = (*looks, _opening)
    for look in looks:
        if found := look(read, first, last, start, end, words, dates):
            return Mark(read[found[0]].start, read[found[1] - 1].end)
    return None


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
    for at in range(max(start + 1, end - 1), min(end + MOST_WORDS, last)):
        if (found := words.by.at(read, at)) is not None and found[1] > end:
            return name_behind(read, found[1], last, words, dates)
    if words.has_verb_first:
        for at in range(max(first, start - 5), end):
            found = words.by.at(read, at)
            if found is not None and found[1] < end:
                return name_behind(read, found[1], end, words, dates)
    return None


def _possessor(
    read: Sequence[Token], first: int, last: int, start: int, end: int, words: FigureWords,
    dates: Sequence[Mark],
) -> Found:  # fmt: skip
    """Read "the army's own count is 14 dead"."""
    if words.has_verb_first:
        return None
    for at in range(start, max(first, start - _NEAR_JOIN), -1):
        if read[at].word in ENDS:
            return None
        if words.numbers.at(read, at) is None:
            continue
        owned = at - (read[at - 1].word in _OWN) - 1
        if owned > first and read[owned].word in ("'s", "'", "’"):
            return _nearest(read, name_before(read, first, owned, words, dates))
        return None
    return None


def _nearest(read: Sequence[Token], found: Found) -> Found:
    """Return the last noun of some words: "the ministry rejected | the opposition"."""
    if found is None or read[found[1] - 1].word in _TIMES:
        return None  # "bringing the year's total to 309"
    start, end = found
    for at in range(end - 1, start, -1):
        if read[at].word in _ARTICLES and read[at - 1].word not in LEADS:
            return at, end
    return found


def _on_paper(
    read: Sequence[Token], first: int, last: int, start: int, end: int, words: FigureWords,
    dates: Sequence[Mark],
) -> Found:  # fmt: skip
    """Read "the 41 on the harbour master's list"."""
    the = "the" in (read[start].word, read[max(0, start - 1)].word)
    return owner_of_paper(read, end) if the and not words.has_verb_first else None


def _granted_by(
    read: Sequence[Token], last: int, start: int, end: int, words: FigureWords,
    dates: Sequence[Mark],
) -> Found:  # fmt: skip
    """Read "the 150 arrests the ministry admits", "the 12 deaths that doctors reported"."""
    if words.has_verb_first or "the" not in (read[start].word, read[max(0, start - 1)].word):
        return None
    first = end + (end < last and read[end].word in words.that | {"which"})
    for at in range(first + 1, min(first + _MOST_OF_CLAUSE, last)):
        if read[at].word in ENDS or read[at].word in LEADS:
            return None
        if words.says.at(read, at) is not None:
            follows = read[at + 1].word if at + 1 < last else "."
            opens = read[first].word in _ARTICLES or read[first].is_capitalised or first > end
            if opens and (follows in ENDS or follows in LEADS):
                return name_before(read, first, at, words, dates)
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
        if found is None:
            continue
        if words.unnamed.at(read, at) is not None and (
            found[1] >= last or read[found[1]].word in LEADS or not words.has_verb_first
        ):  # "за попередніми даними поліції" has a name
            continue
        if words.has_verb_first and found[1] < last and read[found[1]].word in _INSIDE:
            continue  # "по спискам | в школе"
        named = name_behind(read, found[1], last, words, dates)
        if named is not None and (
            (at >= end and _is_of_next(read, named[1], last)) or _are_counted(read, *named, words)
        ):  # fmt: skip
            continue
        away = min(abs(at - start), abs(at - end))
        if named is not None and (best is None or away < best[0]):
            best = (away, named)
    return best[1] if best else None


def _are_counted(read: Sequence[Token], start: int, end: int, words: FigureWords) -> bool:
    """Say whether "the tally of" has behind it whom it counts: "the missing"."""
    at = start + (read[start].word in _ARTICLES)
    return at == end - 1 and words.triggers.at(read, at) is not None


def _is_of_next(read: Sequence[Token], at: int, last: int) -> bool:
    """Say whether a dash leads from a name to a number of its own: "по данным оппозиции | — 30"."""
    return at + 1 < last and read[at].word in "-–—" and read[at + 1].kind == "number"


def _speaker(
    read: Sequence[Token], first: int, last: int, start: int, end: int, words: FigureWords,
    dates: Sequence[Mark],
) -> Found:  # fmt: skip
    """Read "X said that ...", "..., X said", "..., said X": the nearest before, else behind."""
    shown: Found = None
    before = [at for at in range(start - 1, first - 1, -1) if _says(read, at, words)]
    behind = [at for at in range(end, last) if _says(read, at, words)]
    for at in (*before[:_MOST_VERBS], *behind[:_MOST_VERBS]):
        found = words.says.at(read, at)
        verb_end = found[1] if found else at + 1
        if at < start and _is_first_person(read, first, at):
            return None
        subject = name_before(read, first, at, words, dates)
        if subject is not None and _is_evidence(read, subject):
            shown = shown or subject  # "pictures suggest ..., analysts said": who says so
            continue
        if is_of_a_clause(read, subject, words, is_behind=at >= end):
            continue
        if at >= end and (
            gives_another(read, end, subject)
            or tells_its_own(read, at, verb_end, subject)
            or _gives_its_own(read, at, verb_end, last, words)
            or counts_anew(read, verb_end, subject)
        ):
            continue
        if at >= end and _is_inverted(read, at, verb_end, last):
            named = name_behind(read, verb_end, last, words, dates)
            if named is not None:
                return named
        if words.titles and _opens_clause(read, at):  # Arabic: the subject follows its verb
            named = name_behind(read, verb_end, last, words, dates)
            if named is not None and not (named[0] < end and start < named[1]):
                return named
        inside = subject is not None and subject[0] < end and start < subject[1]
        if subject is not None and not inside and (at < start or not _holds(subject, start, end)):
            return subject
        named = name_behind(read, verb_end, last, words, dates)
        if named is not None and not (named[0] < end and start < named[1]):
            behind_quote = at > 0 and read[at - 1].word in ENDS | QUOTES
            if words.has_verb_first or (behind_quote and read[at].word != "told"):
                return named
    return shown


def _is_evidence(read: Sequence[Token], subject: tuple[int, int]) -> bool:
    """Say whether it is no speaker but what somebody looked at: satellite pictures, a video."""
    start, end = subject
    head = next((at for at in range(start + 1, end) if read[at].word in ("of", "from")), end)
    return read[head - 1].word in _EVIDENCE


def _is_inverted(read: Sequence[Token], at: int, end: int, last: int) -> bool:
    """Read "..., two doctors and a driver, | said the hospital's director"."""
    if not at or read[at - 1].word not in (",", "،") or end >= last:
        return False
    follows = read[end]
    return follows.word in _ARTICLES or follows.is_capitalised and follows.kind == "word"


def _opens_clause(read: Sequence[Token], at: int) -> bool:
    """Say whether a verb of Arabic is the first word of its clause."""
    before = read[at - 1].word if at else "."
    return before in ENDS or before in NO_SUBJECT or read[at].word.startswith("و")


def _is_first_person(read: Sequence[Token], first: int, at: int) -> bool:
    """Say whether "we" or "I" say it: "мы ошибочно указали"."""
    return any(token.word in _WE for token in read[max(first, at - 2) : at])


def _gives_its_own(read: Sequence[Token], at: int, end: int, last: int, words: FigureWords) -> bool:
    """Say whether a later verb has a number of its own: "..., and villagers counted 17 bodies"."""
    joined = any(token.word in _JOINS for token in read[max(0, at - _NEAR_JOIN) : at])
    near = range(end, min(end + (6 if words.has_verb_first else 3), last))
    return joined and any(
        read[step].kind == "number" or words.bounds.at(read, step) is not None
        or words.triggers.at(read, step) is not None
        for step in near
        if not any(read[back].kind == "mark" for back in range(end, step + 1))
    )  # fmt: skip


def _tail(
    read: Sequence[Token], first: int, last: int, start: int, end: int, words: FigureWords,
    dates: Sequence[Mark],
) -> Found:  # fmt: skip
    """Read "17 dead after missile hits ferry: harbour police": who says it, behind a colon."""
    at = next((at for at in range(last - 1, end - 1, -1) if read[at].word == ":"), None)
    if at is None or last < len(read) or not 1 <= last - at - 1 <= _MOST_OF_TAIL:
        return None
    plain = all(
        read[step].kind == "word" and read[step].word not in words.auxiliaries
        and words.triggers.at(read, step) is None and not _in_dates(read[step], dates)
        for step in range(at + 1, last)
    )  # fmt: skip
    counts = words.numbers.before(read, last) is not None  # "2,700 missing: new count"
    return name_behind(read, at + 1, last, words, dates) if plain and not counts else None


def _beside(
    read: Sequence[Token], first: int, last: int, start: int, end: int, words: FigureWords,
    dates: Sequence[Mark],
) -> Found:  # fmt: skip
    """Read "6 died; 71 were hurt, says the guard": behind the last clause, said of all."""
    for at in range(last + 1, len(read)):
        if read[at - 1].word == "," and _says(read, at, words):
            found = words.says.at(read, at)
            return name_behind(read, found[1] if found else at + 1, len(read), words, dates)
    return None


def _opening(
    read: Sequence[Token], first: int, last: int, start: int, end: int, words: FigureWords,
    dates: Sequence[Mark],
) -> Found:  # fmt: skip
    """Read "According to the ward, 11 died; 200 are ill": said of all clauses."""
    if not first or read[first - 1].word not in CUTS:
        return None
    found = words.according.at(read, 0)
    if found is None or words.unnamed.at(read, 0) is not None:
        return None
    return name_behind(read, found[1], first, words, dates)


def _in_dates(token: Token, dates: Sequence[Mark]) -> bool:
    return any(begin <= token.start < end for begin, end in dates)


def _says(read: Sequence[Token], at: int, words: FigureWords) -> bool:
    by = words.by.at(read, at) or words.by.at(read, at - 1)
    if words.says.at(read, at) is None or by is not None:
        return False
    if read[at].word in _ADMITS and _takes_in(read, at):
        return False
    if at and read[at - 1].word in _DESCRIBED and read[at].word.endswith("ed"):
        return False  # "the confirmed toll", "not seven as first reported"
    if read[at].word in _CLAIMS and at + 1 < len(read) and read[at + 1].word in _DEEDS:
        return False  # "19 die at market, rebels claim attack"
    if at and read[at - 1].word in _DETERMINES:
        return False  # "would repeat Friday's claim that"
    return not (at and read[at - 1].word in _PASSIVE and read[at].word != "quoted")


def _takes_in(read: Sequence[Token], at: int) -> bool:
    """Say whether a hospital admits whom it treats: "the clinic has admitted 140 wounded"."""
    before = (token.word for token in read[max(0, at - 7) : at])
    behind = (token.word for token in read[at + 1 : at + 6])
    return any(word in _CLINICS for word in before) and any(word in _TREATED for word in behind)


def _holds(subject: tuple[int, int], start: int, end: int) -> bool:
    return subject[0] <= start and end <= subject[1]
