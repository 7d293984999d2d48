"""Where paragraphs and sentences of a text begin and end, in four languages, in linear time.

A *paragraph* is a line that is not blank. A *sentence* ends at a full stop, question or exclamation
mark, together with the quotation marks and brackets that close behind it, if what follows can begin
a sentence: in a line that itself begins with a small letter, also a small letter. Full stops of
abbreviations, initials and numbers end none. No sentence is longer than
``MOST_CHARACTERS``: a longer one is cut at a space, or without one if there is none.

>>> text = "Dr. Tal said: «No. 5 fell at 6 a.m.» She left."
>>> [text[start:end] for start, end in sentences(text, "en")]
['Dr. Tal said: «No. 5 fell at 6 a.m.»', 'She left.']
"""

from __future__ import annotations

import re

from probatum.read.found import Mark

__all__ = ["MOST_CHARACTERS", "paragraphs", "sentences"]

MOST_CHARACTERS = 2_000
_LINE = re.compile("[^\n\r\v\f\x85\u2028\u2029]+")
# Possessive, and only where a run begins: a line of full stops is walked once.
_END = re.compile("(?<![.!?…؟۔])[.!?…؟۔]++[\"'”’»›)\\]}]*+(?=\\s)")
_OPENING = "\"'“„‟‘‚«‹([{¿¡*•"
_DASHES = "-–—―"
_WORD = re.compile(r"[^\W_]+(?:[.'’ʼ-][^\W_]+)*")

# After these a sentence goes on, whatever follows.
_NEVER_LAST = {
    "en": "mr mrs ms dr prof gen col lt maj capt cpt sgt cpl pte pvt sen rep gov st rev hon adm "
          "cmdr brig cmd insp supt det amb pres mt ft fr sr vs viz cf e.g i.e no nos art para pp "
          "vol fig approx ca al messrs incl",
    "uk": "м с смт вул просп пл бул ім св див напр п пп ст гл кв буд кім полк підполк ген кап лейт "
          "сер проф акад доц о пан т",
    "ru": "ул просп пл бул им св см напр п пп ст гл кв д корп пос дер с полк подполк ген кап лейт "
          "проф акад доц т г-н г-жа",
    "ar": "د أ م ص ج",
}  # fmt: skip
# These may end a sentence: they do before a word that is no month, weekday or name's second part.
_MAYBE_LAST = {
    "en": "a.m p.m u.s u.n u.k e.u d.c inc ltd co corp jr etc jan feb mar apr jun jul aug sept sep "
          "oct nov dec mon tue tues wed thu thur thurs fri sat sun",
    "uk": "р рр тис млн млрд грн обл ін год хв сек н.е",
    "ru": "янв февр фев апр авг сент сен окт нояб ноя дек г гг тыс млн млрд руб обл др чел ч "
    "мин сек н.э",
    "ar": "",
}  # fmt: skip
_BEGINNERS = frozenset(
    "the a an he she they it we i in on at but and this that these those there his her their its "
    "our residents officials witnesses police soldiers after before when while according many some "
    "no one two three four five several more most another other both all such who what how".split()
)
_CLOCK = frozenset({"a.m", "p.m"})
_YEAR_OR_TOWN = frozenset({"р", "рр", "г", "гг"})  # "2022 г." may end a sentence, "г. Дорна" not
_OF_THE_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december gmt utc est local".split()
)
_BY_LANGUAGE = {
    language: (frozenset(_NEVER_LAST[language].split()), frozenset(_MAYBE_LAST[language].split()))
    for language in _NEVER_LAST
}
_LONGEST_ABBREVIATION = 12
_LONGEST_GAP = 40


def paragraphs(text: str) -> list[Mark]:
    """Return the lines of the text that are not blank, without the space around them."""
    found = []
    for line in _LINE.finditer(text):
        if mark := _trimmed(text, line.start(), line.end()):
            found.append(mark)
    return found


def sentences(text: str, language: str) -> list[Mark]:
    """Return the sentences of all paragraphs, in order; a language not known reads as English."""
    never, maybe = _BY_LANGUAGE.get(language, _BY_LANGUAGE["en"])
    found: list[Mark] = []
    lines = paragraphs(text)
    all_small = sum(_begins_small(text, one) for one in lines) * 2 > len(lines)
    for paragraph in lines:
        start = paragraph.start
        small = all_small or _begins_small(text, paragraph)
        for end in _END.finditer(text, paragraph.start, paragraph.end):
            if (
                small
                and _ends_small(text, start, end, paragraph.end, never | maybe)
                or (_ends(text, start, end, paragraph.end, never, maybe))
            ):
                _add(found, text, start, end.end())
                start = end.end()
        _add(found, text, start, paragraph.end)
    return found


def _ends(
    text: str, start: int, end: re.Match[str], limit: int,
    never: frozenset[str], maybe: frozenset[str],
) -> bool:  # fmt: skip
    """Say whether a sentence that began at ``start`` ends with this run of marks."""
    following = _next(text, end.end(), limit)
    if following is None:
        return True
    at, dash = following
    if text[at].islower():
        return False
    if dash and not text[at].isupper():
        return False
    if end.group()[0] != "." or end.group().startswith(".."):
        return True
    word = _before(text, end.start(), start)
    if word == text[start : end.start()].strip(_OPENING) and (word.isdigit() or len(word) == 1):
        return False  # the number of an item in a list, or an initial at the beginning
    folded = word.casefold()
    closed = end.group()[-1] in "\"'”’»›)]}"
    if closed:
        return True
    if len(word) == 1 and word.isalpha() and word.isupper():
        return False
    if folded in never:
        return folded == "no" and not text[at].isdigit()
    if folded in _YEAR_OR_TOWN:
        return text[start : end.start() - len(word)].rstrip()[-1:].isdigit()
    if folded in maybe:
        return _may_begin(text, at, limit, folded)
    return True


def _begins_small(text: str, paragraph: Mark) -> bool:
    """Say whether a line is written without capitals, as many posts are."""
    top = text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST_GAP)]
    return next((letter.islower() for letter in top if letter.isalpha()), False)


def _ends_small(
    text: str, start: int, end: re.Match[str], limit: int, abbreviations: frozenset[str]
) -> bool:
    """Say whether a sentence ends here though the next word has a small letter."""
    following = _next(text, end.end(), limit)
    if following is None or following[1] or not text[following[0]].islower():
        return False
    if end.group().startswith((".", "…")) and len(end.group()) > 1:
        return False  # "..." goes on
    word = _before(text, end.start(), start)
    known = word.casefold() in abbreviations or (len(word) == 1 and word not in "iIaAoOуУ")
    return end.group()[0] != "." or not (known or "." in word)


def _may_begin(text: str, at: int, limit: int, abbreviation: str) -> bool:
    """Say whether the word at ``at`` begins a sentence behind an abbreviation that may end one."""
    found = _WORD.match(text, at, min(limit, at + _LONGEST_GAP))
    if found is None:
        return text[at] in _OPENING
    word = found.group().casefold()
    if word.isdigit():
        return False
    if abbreviation in _CLOCK:
        return word not in _OF_THE_CALENDAR
    if abbreviation.isascii():
        return word in _BEGINNERS
    return True


def _before(text: str, end: int, start: int) -> str:
    """Return what stands before a full stop, back to a space or an opening mark."""
    at = end
    while at > start and end - at < _LONGEST_ABBREVIATION:
        if text[at - 1].isspace() or text[at - 1] in _OPENING:
            return text[at:end]
        at -= 1
    return text[at:end]


def _next(text: str, at: int, limit: int) -> tuple[int, bool] | None:
    """Return where the next word begins, and whether a dash stands before it; None at the end."""
    dash = False
    for where in range(at, min(limit, at + _LONGEST_GAP)):
        character = text[where]
        if character in _DASHES:
            dash = True
        elif not character.isspace() and character not in _OPENING:
            return where, dash
    return None if limit <= at + _LONGEST_GAP else (at, dash)


def _add(found: list[Mark], text: str, start: int, end: int) -> None:
    """Add a sentence, in pieces if it is too long."""
    while end - start > MOST_CHARACTERS:
        cut = text.rfind(" ", start + 1, start + MOST_CHARACTERS + 1)
        cut = cut if cut > start else start + MOST_CHARACTERS
        if mark := _trimmed(text, start, cut):
            found.append(mark)
        start = cut
    if mark := _trimmed(text, start, end):
        found.append(mark)


def _trimmed(text: str, start: int, end: int) -> Mark | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Mark(start, end) if start < end else None
