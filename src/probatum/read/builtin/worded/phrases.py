"""A phrase that names somebody: what kind of name, which words of it are a person's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from probatum.read.builtin.drafts import EntityType
from probatum.read.builtin.worded.lexicon import Gender, Lexicon
from probatum.read.found import Mark
from probatum.read.tokens import Token

Kind: TypeAlias = Literal["named", "noun", "pronoun"]
QUOTES = frozenset('«»„“”‹›"')
_OPENS = frozenset("«„")
_STATE = re.compile("(?:ії|ии|ія|ия|ию|ію|щини|щина|стан|стану|стана|ланд|ланду|ланда)$")
_OF_STATE = re.compile("(?:ії|ии|щини|стану|стана|ланду|ланда)$")
_GENITIVE = ("и", "ы", "і")
_FATHER = re.compile("(?:ович|евич|йович|івн|овн|евн)(?:а|у|и|ем|ом|і|ы|е|ою|ой)?$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name somebody. ``name`` marks the capitalised words of a person's name."""

    mark: Mark
    kind: Kind
    type: EntityType
    gender: Gender
    words: tuple[Token, ...]
    name: Mark | None = None
    count: int | None = None


def phrase_of(words: Sequence[Token], lexicon: Lexicon) -> Phrase | None:
    """Return the phrase that some words are; None if there is nothing to name anybody."""
    words = tuple(words)
    while words and words[-1].word in _OPENS:
        words = words[:-1]
    if not words or not any(one.kind == "word" for one in words):
        return None
    mark = Mark(words[0].start, words[-1].end)
    if len(words) == 1:
        for table in (lexicon.pronouns, lexicon.possessives):
            if words[0].word in table:
                gender = table[words[0].word]
                kind: EntityType = "group" if gender == "p" else "person"
                return Phrase(mark, "pronoun", kind, gender, words)
    head = next((
        found for one in words if one.kind == "word"
        if (found := lexicon.heads.of(one.word)) is not None
    ), None)  # fmt: skip
    name = _name(words, lexicon)
    if name == (0, 1) and len(words) > 1 and words[1].raw.islower() and (
        head is not None and lexicon.adjective.search(words[0].word) is not None
    ):  # fmt: skip
        name = None  # "Former prisoner"
    if words[0].word in lexicon.some and any(one.word in lexicon.of_them for one in words):
        number = lexicon.counts.at(words, 0)
        gender = lexicon.some[words[0].word]
        kind = "group" if gender == "p" else "person"
        return Phrase(
            mark, "named", kind, gender, words, count=None if number is None else number[0]
        )  # fmt: skip
    if head is None and words[-1].word in QUOTES and any(one.is_capitalised for one in words):
        return Phrase(mark, "named", "organisation", "", words)
    if (
        head is None
        and len(words) == 1
        and words[0].is_capitalised
        and _STATE.search(words[0].word)
    ):
        return Phrase(mark, "named", "organisation", "", words)
    if head is None:
        full = name is not None and name[1] - name[0] > 1
        kind = "person" if full or name is None or len(words) == 1 else "organisation"
        gender = _gender_of_name(words[name[0] : name[1]], lexicon) if name else ""
        where = None if name is None else Mark(words[name[0]].start, words[name[1] - 1].end)
        return Phrase(mark, "named" if name else "noun", kind, gender, words, where)
    count = lexicon.counts.at(words, 0)
    if count is not None and head.type in ("person", "group"):
        return Phrase(mark, "named", "group", "p", words, count=count[0])
    if name is not None and name[1] - name[0] == 1 and _is_anothers(words, name[0], lexicon):
        return Phrase(mark, "named", head.type, head.gender, words)  # "Ivan's wife"
    if head.type != "person" or name is None:
        named = name is not None or head.type != "person"
        return Phrase(mark, "named" if named else "noun", head.type, head.gender, words)
    gender = head.gender
    if gender == "m" and name[1] - name[0] > 1:
        gender = _gender_of_name(words[name[0] : name[1]], lexicon)  # "начальник Вера Зимина"
    return Phrase(
        mark, "named", "person", gender, words,
        Mark(words[name[0]].start, words[name[1] - 1].end),
    )  # fmt: skip


def _is_anothers(words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Say whether the one name behind a relation is in the case of whose relation it is.

    What stands behind "a resident of" is a place.
    """
    if at and words[at - 1].word in lexicon.natives:
        return True
    if not at or words[at - 1].word not in lexicon.kin:
        return False
    head, name = lexicon.heads.of(words[at - 1].word), words[at].word
    if head is None or name in lexicon.masculine_names:
        return False
    return name[-1:] in "иіыуюї" or head.gender == "m" and name[-1:] in "ая"


def with_gender(phrase: Phrase, form: Gender | None) -> Phrase:
    """Return a phrase with the gender that its verb shows, if it names a person."""
    if phrase.type != "person" or phrase.kind == "pronoun" or form not in ("m", "f"):
        return phrase
    return replace(phrase, gender=form)


def _name(words: Sequence[Token], lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the last run of capitalised words outside of quotation marks: two, or three.

    What stands before them is whom they work for ("minister of Norland Ivan Rig").
    """
    inside = False
    best: tuple[int, int] | None = None
    start: int | None = None
    for at, one in enumerate(words):
        acronym = one.raw.isupper() and len(one.raw) > 1
        capital = one.kind == "word" and one.is_capitalised and not inside and not acronym
        if (
            capital
            and one.word not in lexicon.small
            and lexicon.counts.at(words, at) is None
            and not (at == 0 and lexicon.heads.of(one.word) is not None)
        ):
            start = at if start is None else start
        elif start is not None and one.word not in ("-", "."):
            best, start = (start, at), None
        if one.word in QUOTES:
            inside = not inside
    if start is not None:
        best = (start, len(words))
    if best is None:
        return None
    return _last_names(words, *best)


def _last_names(words: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """Return first name and surname of a run of capitalised words."""
    plain = [at for at in range(first, last) if words[at].kind == "word"]
    if len(plain) == 1:
        of = _OF_STATE.search(words[plain[0]].word) or words[plain[0]].word.endswith(_GENITIVE)
        return None if first and of else (first, last)
    joined = [at for at in plain if at and words[at - 1].word == "-" and at > first]
    most = 2 + len(joined)
    if len(plain) > most and _FATHER.search(words[plain[-2 - len(joined)]].word):
        most += 1
    most += sum(len(words[at].word) == 1 for at in plain)
    return plain[max(0, len(plain) - most)], last


def _gender_of_name(words: Sequence[Token], lexicon: Lexicon) -> Gender:
    if not words:
        return ""
    first = words[0].word
    if first in lexicon.masculine_names:
        return "m"
    return "f" if first[-1:] in "ая" and words[-1].word[-1:] in "ая" else "m"
