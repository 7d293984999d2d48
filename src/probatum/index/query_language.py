"""The language in which people search, one for command line and desk: text -> typed tree.

Pure: nothing is looked up here. `docs/searching.md` explains it to people. Words that stand beside
each other must all occur; ``OR``, ``NOT`` (or ``-``) and brackets combine; ``"..."`` is a phrase,
``shel*`` the beginning of a word, ``field:value`` a filter. Operators are written in capitals.

>>> parse('shelling OR "at least" -kind:note')
Any(parts=(Words(words=('shelling',), prefix=False, exact=False), All(parts=(Words(words=('at',
'least'), prefix=False, exact=True), Not(part=Choice(field='kind', value='note', prefix=False))))))
>>> parse("where:here")
Traceback (most recent call last):
probatum.errors.UseError: wrong-use: the query, at character 1: expected one of the fields
collected, has, incident, is, kind, label, language, near, place, source, speaker, stance, when,
found another. To do: put it in quotation marks to search for it as words
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from probatum.errors import UseError
from probatum.index.query_values import Near, Span, near_from, span_from
from probatum.index.search_words import tokens

ChoiceField: TypeAlias = Literal[
    "incident", "kind", "label", "language", "place", "source", "speaker", "stance"
]
Mark: TypeAlias = Literal["contradiction", "text", "suggestion", "retracted"]

CHOICES: tuple[ChoiceField, ...] = get_args(ChoiceField)
MARKS: dict[str, tuple[Mark, ...]] = {
    "has": ("contradiction", "text"),
    "is": ("suggestion", "retracted"),
}
FIELDS = (*sorted((*CHOICES, *MARKS, "near", "when", "collected")),)
MOST_LETTERS, MOST_TERMS, DEEPEST = 2_000, 64, 24


@dataclass(frozen=True, slots=True)
class Words:
    """Neighbouring words, folded. ``prefix``: the last one is a beginning. ``exact``: as typed in
    quotation marks; otherwise other alphabets' spellings of a single word count as well.
    """

    words: tuple[str, ...]
    prefix: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A field that has this value, or one that begins like it."""

    field: ChoiceField
    value: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """What is suggested, retracted, contradicted, or has text."""

    mark: Mark


@dataclass(frozen=True, slots=True)
class Not:
    """What does not fit ``part``."""

    part: Query


@dataclass(frozen=True, slots=True)
class All:
    """What fits every part."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """What fits at least one part."""

    parts: tuple[Query, ...]


Query: TypeAlias = Words | Choice | Marked | Near | Span | Not | All | Any

_TOKEN = re.compile(
    r"""(?P<space>\s+)|(?P<open>\()|(?P<close>\))
    |(?P<field>[^\W\d_]+):(?=\S)
    |"(?P<phrase>[^"]*)"(?P<after>\*?)
    |(?P<quote>")
    |(?P<minus>-)(?=[^\s)])
    |(?P<word>[^\s()"]+)""",
    re.VERBOSE,
)
_VALUE = re.compile(r'"(?P<phrase>[^"]*)"|(?P<quote>")|(?P<word>[^\s()"]+)')
# Quotation marks as word processors set them.
_QUOTES = str.maketrans(dict.fromkeys("“”„«»‟〝〞＂", '"'))


def parse(text: str) -> Query:
    """Return the tree of a query.

    Raises UseError ``wrong-use``: what was expected at which character, counted from 1.
    """
    if len(text) > MOST_LETTERS:
        raise refuse(MOST_LETTERS, f"at most {MOST_LETTERS:,} characters", "more")
    return _Parser(text.translate(_QUOTES)).whole()


def refuse(at: int, expected: str, found: str, remedy: str = "") -> UseError:
    """Return the error for a place in a query, counted from 0. What was typed is not repeated."""
    return UseError("wrong-use", item=f"the query, at character {at + 1}", expected=expected,
                    found=found, remedy=remedy)  # fmt: skip


class _Parser:
    """Recursive descent; each method leaves ``_at`` behind what it took."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._terms = 0
        self._depth = 0

    def whole(self) -> Query:
        found = self._any()
        self._skip()
        if self._at < len(self._text):
            raise refuse(self._at, "the end, or words", "a closing bracket that nothing opened")
        return found

    def _skip(self) -> None:
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1

    def _operator(self, name: str) -> bool:
        self._skip()
        end = self._at + len(name)
        stands = self._text.startswith(name, self._at)
        if stands and (end == len(self._text) or self._text[end].isspace() or
                       self._text[end] in '()"'):  # fmt: skip
            self._at = end
            return True
        return False

    def _any(self) -> Query:
        parts = [self._all()]
        while self._operator("OR"):
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Any(tuple(parts))

    def _all(self) -> Query:
        parts = [self._one()]
        while True:
            wanted = self._operator("AND")
            self._skip()
            before = self._at
            if not wanted and (self._ends() or self._operator("OR")):
                self._at = before
                return parts[0] if len(parts) == 1 else All(tuple(parts))
            parts.append(self._one())

    def _ends(self) -> bool:
        return self._at >= len(self._text) or self._text[self._at] == ")"

    def _one(self) -> Query:
        if self._operator("NOT"):
            return self._deeper(lambda: Not(self._one()))
        before = self._at
        if self._operator("AND") or self._operator("OR"):
            raise refuse(before, "words or a filter", "an operator", "words like this go in quotes")
        self._skip()
        found = _TOKEN.match(self._text, self._at)
        if found is None or found["close"]:
            what = "the end" if found is None else "a closing bracket"
            raise refuse(self._at, "words or a filter", what)
        start, self._at = self._at, found.end()
        if found["open"]:
            return self._deeper(lambda: self._bracket(start))
        if found["minus"]:
            return self._deeper(lambda: Not(self._one()))
        if found["quote"]:
            raise refuse(start, "a second quotation mark", "none")
        self._terms += 1
        if self._terms > MOST_TERMS:
            raise refuse(start, f"at most {MOST_TERMS} words and filters", "more")
        if found["field"]:
            return self._filter(found["field"], start)
        if found["phrase"] is not None:
            if found["after"]:
                raise refuse(found.end() - 1, "no asterisk behind a phrase", "one")
            return _words(found["phrase"], start, exact=True)
        return _words(found["word"], start)

    def _deeper(self, take: Callable[[], Query]) -> Query:
        self._depth += 1
        if self._depth > DEEPEST:
            raise refuse(self._at, f"at most {DEEPEST} levels of brackets and NOT", "more")
        found = take()
        self._depth -= 1
        return found

    def _bracket(self, start: int) -> Query:
        inside = self._any()
        self._skip()
        if self._at >= len(self._text):
            raise refuse(start, "a closing bracket", "none")
        self._at += 1
        return inside

    def _filter(self, name: str, start: int) -> Query:
        field = name.lower()
        if field not in FIELDS:
            raise refuse(start, "one of the fields " + ", ".join(FIELDS), "another",
                         "put it in quotation marks to search for it as words")  # fmt: skip
        at = self._at
        found = _VALUE.match(self._text, at)
        if found is None or found["quote"]:
            raise refuse(at, "a value, or one in quotation marks", "another character")
        self._at = found.end()
        quoted = found["phrase"] is not None
        value = found["phrase"] if quoted else found["word"]
        if field in MARKS:
            for mark in MARKS[field]:
                if value.lower() == mark:
                    return Marked(mark)
            raise refuse(at, f"{field}:{f' or {field}:'.join(MARKS[field])}", "another")
        if field == "near":
            return near_from(value, at)
        if field == "when" or field == "collected":
            return span_from("when" if field == "when" else "collected", value, at)
        for choice in CHOICES:
            if choice == field:
                return _choice(choice, value, at, quoted=quoted)
        raise AssertionError("a field without a meaning: " + field)


def _choice(field: ChoiceField, value: str, at: int, *, quoted: bool) -> Choice:
    prefix = not quoted and value.endswith("*")
    value = value.removesuffix("*") if prefix else value
    if not tokens(value):
        raise refuse(at, "letters or digits", "none")
    return Choice(field, value, prefix)


def _words(text: str, at: int, *, exact: bool = False) -> Words:
    prefix = not exact and text.endswith("*")
    found = tuple(tokens(text))
    if not found:
        raise refuse(at, "letters or digits", "none")
    if prefix and len(found[-1]) < 2:
        raise refuse(at, "at least two letters before an asterisk", "one")
    return Words(found, prefix, exact)
