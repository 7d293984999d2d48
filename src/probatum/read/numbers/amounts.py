"""Numbers out of tokens: the longest run of them that is one number, or the two of a range."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from probatum.model.letters import fold
from probatum.model.nouns.figures import Bound
from probatum.read.numbers.arabic import ARABIC
from probatum.read.numbers.cyrillic import RUSSIAN, UKRAINIAN
from probatum.read.numbers.english import ENGLISH
from probatum.read.numbers.wording import NumberWords, Phrase
from probatum.read.tokens import Token, is_beside, tokens

Reach: TypeAlias = Literal["one", "range", "between"]

MOST = 10**12
TWO = "\N{ARABIC FATHA}ين"  # of Arabic, where the vowel is written
_WORDS = {"en": ENGLISH, "uk": UKRAINIAN, "ru": RUSSIAN, "ar": ARABIC}
_DASHES = frozenset("-–—‒−‑")
_GROUPS = re.compile(r"\d{1,3}(?:[,.'’٬، \u00a0\u2009\u202f]\d{3})+")
_MOST_WORDS = 12
_LONGEST_PHRASE = 5
_SCALED = 2  # an article and a scale: "a hundred"


class Amount(NamedTuple):
    """From ``low`` to ``high``; ``high`` None: the words have no upper end."""

    low: int
    high: int | None


class _One(NamedTuple):
    """One number: where it ends in the tokens, and what it is in the words' last scale."""

    value: Fraction
    end: int
    scale: int
    is_open: bool = False


_HEDGES_OPEN = frozenset(", – — - ، or або чи или او".split())
_PERHAPS = frozenset("perhaps maybe possibly може можливо может возможно ربما".split())
_LED: frozenset[Bound] = frozenset({"about", "more_than", "less_than", "up_to"})
_ONE_OF_MANY = {"сотни": 100, "тысячи": 1_000, "сотні": 100, "тисячі": 1_000}


def number_of(words: str, language: str) -> Amount | None:
    """Return what these words say if all of them are one number or one range, else None."""
    read = tokens(words[:400])
    found = number_at(read, 0, language)
    return found[0] if found is not None and found[1] == len(read) else None


def bounds_of(words: str, language: str, bound: Bound) -> tuple[int | None, int | None] | None:
    """Return ``low`` and ``high`` of a figure with such number words and bound.

    None where the words are no number, or no number that such a bound fits.
    """
    amount = number_of(words, language)
    if amount is None:
        return None
    if bound in _LED and (one := one_of_many(words.strip())) is not None:
        amount = one
    return bounded(amount, bound)


def one_of_many(word: str) -> Amount | None:
    """Return what a word for many means behind a bound: "более тысячи" is more than one thousand.

    There it is a genitive of the singular. Behind "at least" it may be either.
    """
    low = _ONE_OF_MANY.get(fold(word))
    return None if low is None else Amount(low, low)


def bounded(amount: Amount, bound: Bound) -> tuple[int | None, int | None] | None:
    """Return ``low`` and ``high`` of an amount under a bound; None where they do not go together.

    Of a range, "at least 20 to 25" says at least 20, and "up to 20 or 25" says up to 25.
    """
    low, high = amount
    if high is None:
        return (low, None) if bound in ("at_least", "more_than") else None
    if bound in ("at_least", "more_than"):
        return low, None
    if bound in ("up_to", "less_than"):
        return None, high
    if bound == "range":
        return (low, high) if low < high else None
    return (low, high) if low == high else None


@cache
def first_words(language: str) -> frozenset[str]:
    """Return the folded words that a number in words may begin with."""
    table = _WORDS.get(language, ENGLISH)
    phrases = {phrase[0] for phrase in (*table.open_phrases, *table.phrases)}
    return frozenset({*table.values, *table.open_ends, *table.alone, *table.duals, *phrases})


def number_at(
    read: Sequence[Token], at: int, language: str, *, reach: Reach = "between"
) -> tuple[Amount, int] | None:
    """Return the number that begins with token ``at``, and the token behind it.

    ``reach``: "one" number only, a "range" too ("20 to 25", "two or three"), or what stands
    "between" two as well ("20 and 25"), which elsewhere are two numbers.
    """
    table = _WORDS.get(language, ENGLISH)
    first = _one(read, at, table)
    if first is None:
        return None
    if first.is_open:
        return _amount(first.value, None, first.end)
    second = None if reach == "one" else _second(read, first, table, reach)
    if second is not None:
        low = first.value * second.scale if _shares(first, second) else first.value
        if low < second.value:
            return _amount(low, second.value, second.end)
    return _amount(first.value, first.value, first.end)


def _amount(low: Fraction, high: Fraction | None, end: int) -> tuple[Amount, int] | None:
    if low.denominator != 1 or low > MOST or (high is not None and high.denominator != 1):
        return None
    if high is not None and high > MOST:
        return None
    return Amount(int(low), None if high is None else int(high)), end


def _shares(first: _One, second: _One) -> bool:
    """Say whether "20 to 25 thousand" is meant: the scale of the second counts for both."""
    return first.scale == 1 and second.scale > 1 and first.value < second.value / second.scale


def _second(read: Sequence[Token], first: _One, table: NumberWords, reach: Reach) -> _One | None:
    """Return the second number of a range: behind a dash, "to", "or", and "and" if asked for."""
    at = first.end
    if at + 1 >= len(read):
        return None
    if (hedged := _behind_perhaps(read, at)) is not None:
        found = _one(read, hedged, table)
        return None if found is None or found.is_open else found
    word = read[at].word
    wide = reach == "between"
    found = None
    if word in _DASHES or word in table.between or (wide and word in table.both):
        found = _one(read, at + 1, table)
    elif wide and table.joined and len(word) > 1 and word.startswith(table.joined):
        apart = [read[at]._replace(word=word[1:]), *read[at + 1 : at + _MOST_WORDS]]
        if joined := _one(apart, 0, table):
            found = joined._replace(end=joined.end + at)
    return None if found is None or found.is_open else found


def _behind_perhaps(read: Sequence[Token], at: int) -> int | None:
    """Return the token behind "perhaps" in "sixty, perhaps seventy", "40 or maybe 50"."""
    step = at + (read[at].word in _HEDGES_OPEN)
    hedged = step < len(read) and read[step].word in _PERHAPS
    return step + 1 if hedged and step + 1 < len(read) else None


def _one(read: Sequence[Token], at: int, table: NumberWords) -> _One | None:
    """Return the longest single number that begins at a token."""
    if at >= len(read) or read[at].kind not in ("number", "word"):
        return None
    word = read[at].word
    if word in table.ones and at + 1 < len(read) and read[at + 1].word in table.scales:
        apart = [read[at]._replace(word="one"), *read[at + 1 : at + _MOST_WORDS]]
        whole = _composed(apart, 0, table)  # "a hundred and thirty-two"
        if whole is not None and whole.end > _SCALED:
            return whole._replace(end=whole.end + at)
    for phrases, is_open in ((table.open_phrases, True), (table.phrases, False)):
        if found := _phrase(read, at, phrases, is_open=is_open):
            return found
    if word in table.duals or _says_two(read[at], table.duals):
        return _One(Fraction(2), at + 1, 1)
    if word in table.open_ends and word not in table.alone:
        return _One(Fraction(table.open_ends[word]), at + 1, 1, is_open=True)
    return _composed(read, at, table)


def _says_two(token: Token, duals: frozenset[str]) -> bool:
    """Read "سائقَين": the vowel before the ending says that it is no plural."""
    return token.raw.endswith(TWO) and token.word.removesuffix("ين") + "ان" in duals


def _phrase(
    read: Sequence[Token], at: int, phrases: Mapping[Phrase, float], *, is_open: bool
) -> _One | None:
    longest: _One | None = None
    words: list[str] = []
    for end in range(at, min(at + _LONGEST_PHRASE, len(read))):
        words.append(read[end].word)
        value = phrases.get(tuple(words))
        if value is not None:
            longest = _One(Fraction(value), end + 1, 1, is_open)
    return longest


def _composed(read: Sequence[Token], at: int, table: NumberWords) -> _One | None:
    """Add up number words of falling size: hundreds, tens, units, each time before a scale."""
    total, group, limit, last = Fraction(0), Fraction(0), Fraction(10**13), "nothing"
    scale, end, here = 1, at, at
    while here < len(read) and here - at < _MOST_WORDS:
        here = _inside(read, here, at, table)
        part = _part(read, here, at, table)
        if part is None:
            break
        value, is_scale = part
        if value == 100 and last in ("unit", "teen") and group < 20:
            group, last = group * 100, "hundred"
        elif is_scale:
            if value >= limit or (last == "nothing" and end != at):
                break
            total += (group or 1) * value
            group, limit, last, scale = Fraction(0), value, "nothing", int(value)
            if value < 1_000:
                return _One(total, here + 1, scale)
        else:
            size = _size(value, read[here])
            if size not in _MAY_FOLLOW[last] and not (table.joined and (last, size) in _ARABIC):
                break
            if size == "thousand":
                total, limit = total + value, Fraction(1_000)
            else:
                group += value
            last = "whole" if last == "unit" else "nothing" if size == "thousand" else size
            scale = 1
            if half := _half(read, here + 1, table):
                group, here, last = group + Fraction(1, 2), here + half, "whole"
        here += 1
        end = here
    return _One(total + group, end, scale) if end > at else None


_MAY_FOLLOW = {
    "nothing": {"unit", "teen", "ten", "hundred", "thousand", "whole"},
    "hundred": {"unit", "teen", "ten"}, "ten": {"unit"},
    "unit": set(), "teen": set(), "whole": set(), "thousand": {"unit", "teen", "ten", "hundred"},
}  # fmt: skip
_ARABIC = {("unit", "ten"), ("unit", "teen")}  # five-and-twenty, five-ten


def _size(value: Fraction, token: Token) -> str:
    if token.kind == "number" or value.denominator != 1:
        return "whole"
    if value >= 1_000:
        return "thousand"
    if value >= 100:
        return "hundred"
    return "ten" if value >= 20 else "teen" if value >= 10 else "unit"


def _inside(read: Sequence[Token], here: int, at: int, table: NumberWords) -> int:
    """Step over "and" and hyphens inside a number: "two hundred and five", "twenty-five"."""
    if here == at or here + 1 >= len(read):
        return here
    before, token, after = read[here - 1], read[here], read[here + 1]
    if token.word in table.ands and before.word in table.scales and after.word in table.values:
        return here + 1
    tens = before.word in table.values and table.values[before.word] >= 20
    if token.word == "-" and tens and is_beside(before, token) and is_beside(token, after):
        return here + 1 if table.values.get(after.word, 10) < 10 else here
    return here


def _half(read: Sequence[Token], at: int, table: NumberWords) -> int:
    """Return how many tokens add a half before a scale: "two | and a half | million"."""
    for phrase in table.halves:
        end = at + len(phrase)
        if end < len(read) and read[end].word in table.scales:
            if tuple(token.word for token in read[at:end]) == phrase:
                return len(phrase)
    return 0


def _part(
    read: Sequence[Token], here: int, at: int, table: NumberWords
) -> tuple[Fraction, bool] | None:
    """Return the value of one token of a number, and whether it multiplies."""
    if here >= len(read):
        return None
    token = read[here]
    if token.kind == "number":
        follows = read[here + 1].word if here + 1 < len(read) else ""
        digits = _digits(token, follows, table) if here == at else None
        return None if digits is None else (digits, False)
    word = token.word
    if here > at and table.joined and word.startswith(table.joined) and len(word) > 2:
        rest = word.removeprefix(table.joined)
        word = rest if rest in table.values or rest in table.scales else word
    if here > at and word in table.scales:
        return Fraction(table.scales[word]), True
    if word in table.values:
        return Fraction(table.values[word]), False
    if word in table.scales and word in table.alone:
        return Fraction(table.scales[word]), True
    return None


def _digits(token: Token, follows: str, table: NumberWords) -> Fraction | None:
    """Read digits: a group of three behind a comma or full stop is thousands, unless a scale."""
    raw = token.word.replace("٫", ".")
    grouped = _GROUPS.match(raw)
    decimal = follows in table.scales and re.fullmatch(r"\d{1,3}[.,]\d{3}", raw)
    if grouped and not decimal:
        whole = re.sub(r"\D", "", grouped.group())
        rest = re.sub(r"\D", "", raw[grouped.end() :])
    else:
        whole, _, rest = raw.replace(",", ".").partition(".")
    if not whole.isdigit() or len(whole) > 13 or len(rest) > 6 or (rest and not rest.isdigit()):
        return None
    return Fraction(f"{whole}.{rest}") if rest else Fraction(int(whole))
