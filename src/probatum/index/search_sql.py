"""A query tree -> SQL. Everything that was typed travels as a bound value, never inside the SQL.

The words at the top become one full-text expression, which drives the search; the rest are
conditions on each of its documents. A query without words goes through the documents themselves.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice, product
from typing import assert_never

from probatum.index.query_language import All, Any, Choice, Marked, Not, Query, Words
from probatum.index.query_values import Near, Span
from probatum.index.schema import Connection
from probatum.index.search_conditions import NAMED, marked, near, span
from probatum.index.search_words import (
    LONG,
    SHORTEST,
    joined,
    keys,
    script,
)
from probatum.index.word_forms import stems
from probatum.model.letters import spellings

_MOST_SPELLINGS = 16  # words of other scripts that one word may stand for
_MOST_FORMS = 48  # and these with all their forms


@dataclass(slots=True)
class Plan:
    """``match`` is a full-text expression or None; ``where`` conditions on ``doc d`` with their
    values; ``spelled`` the other spellings that were searched too, by word. ``by_kind``: conditions
    ask about profile and flags alone, so that ``tally d`` can be counted in place of documents;
    ``by_family``: about family and flags alone.
    """

    match: str | None = None
    where: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)
    spelled: dict[str, tuple[str, ...]] = field(default_factory=dict)
    wanted: list[Words] = field(default_factory=list)
    by_kind: bool = True
    by_family: bool = True

    @property
    def conditions(self) -> str:
        """The conditions as SQL behind a WHERE that has one already."""
        return "".join(f" AND {each}" for each in self.where)


class Planner:
    """Makes the plan of one query; asks the index for spellings of its words."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._plan = Plan()

    def plan(self, query: Query) -> Plan:
        """Return the plan of a query."""
        parts = query.parts if isinstance(query, All) else (query,)
        words = [part for part in parts if _is_text(part)]
        against = [part.part for part in parts if isinstance(part, Not) and _is_denied(part)]
        if words:
            match = " AND ".join(self._match(part) for part in words)
            for part in against:
                match = f"({match}) NOT {self._match(part, shown=False)}"
            self._plan.match = match
            parts = tuple(part for part in parts if not _is_text(part) and not _is_denied(part))
        for part in parts:
            condition, values = self._condition(part)
            self._plan.where.append(condition)
            self._plan.values += values
        return self._plan

    # -- words ----------------------------------------------------------------------------------

    def _match(self, query: Query, *, shown: bool = True) -> str:
        """Return a full-text expression for a tree of words alone."""
        if isinstance(query, Words):
            return self._words(query, shown=shown)
        if isinstance(query, Any):
            return "(" + " OR ".join(self._match(part, shown=shown) for part in query.parts) + ")"
        if isinstance(query, All):
            found = [self._match(part, shown=shown) for part in query.parts
                     if not isinstance(part, Not)]  # fmt: skip
            match = "(" + " AND ".join(found) + ")"
            for part in query.parts:
                if isinstance(part, Not):
                    match = f"({match} NOT {self._match(part.part, shown=False)})"
            return match
        raise AssertionError("not words alone")

    def _words(self, query: Words, *, shown: bool) -> str:
        phrase = _quoted(" ".join(query.words)) + (" *" if query.prefix else "")
        if shown:
            self._plan.wanted.append(query)
        if query.exact or query.prefix:
            return phrase
        others = [self._others(word) for word in query.words]
        if len(query.words) == 1:
            alternatives = others[0]
        elif all(others):  # a name of several parts: each part in the other script
            alternatives = tuple(map(" ".join, islice(product(*others), _MOST_FORMS)))
        else:
            alternatives = ()
        if not alternatives:
            return phrase
        if shown:
            self._plan.spelled[" ".join(query.words)] = alternatives
            self._plan.wanted += [Words(tuple(each.split())) for each in alternatives]
        return "(" + " OR ".join([phrase, *map(_quoted, alternatives)]) + ")"

    def _others(self, word: str) -> tuple[str, ...]:
        """Return words of this index that are forms of a word, or spellings in other scripts."""
        forms = self._sharing(word, "^")
        spelled = self._sharing(word, "")
        if len(word) >= SHORTEST:
            guesses = sorted(spellings(word) - {word})
            spelled += self._there(guesses)
            for guess in [each for each in guesses if script(each) == "cyrillic"][:_MOST_SPELLINGS]:
                forms += self._sharing(guess, "^")
        for stem in stems(word) if script(word) == "cyrillic" else ():
            for nominative in (stem, stem + "а", stem + "я", stem + "о", stem + "ів"):
                spelled += [other for other in self._sharing(nominative, "")
                            if script(other) != "cyrillic"]  # fmt: skip
        for other in spelled[:_MOST_SPELLINGS]:
            forms += self._sharing(other, "^")
        found = dict.fromkeys([*spelled[:_MOST_SPELLINGS], *forms])
        found.pop(word, None)
        return tuple(found)[:_MOST_FORMS]

    def _there(self, words: list[str]) -> list[str]:
        """Return those of some words that this index has."""
        chosen = words[:500]
        rows = self._connection.execute(
            f"SELECT DISTINCT word FROM spelling WHERE word IN ({', '.join('?' * len(chosen))})",
            chosen,
        )
        return sorted(word for (word,) in rows)

    def _sharing(self, word: str, sort: str) -> list[str]:
        """Return words that share a key: stems (``^``), or what leads to other scripts."""
        found: list[str] = []
        own = script(word)
        for key in keys(word):
            if key.startswith("^") != (sort == "^"):
                continue
            if own == "latin" and key.startswith("~") and len(key) <= SHORTEST:
                continue  # consonants of a short Latin word find anything in Arabic
            rows = self._connection.execute(
                "SELECT word FROM spelling WHERE key = ? ORDER BY word LIMIT 200", (key,)
            )
            found += [other for (other,) in rows if _leads(key, own, script(other))]
        return found

    # -- conditions -----------------------------------------------------------------------------

    def _condition(self, query: Query) -> tuple[str, list[object]]:
        """Return a condition on ``doc d`` that is true or false, never unknown."""
        match query:
            case Words():
                self._plan.by_kind = self._plan.by_family = False
                expression = self._words(query, shown=True)
                return "d.no IN (SELECT rowid FROM word WHERE word MATCH ?)", [expression]
            case All() | Any():
                found = [self._condition(part) for part in query.parts]
                word = " AND " if isinstance(query, All) else " OR "
                values = [value for _, each in found for value in each]
                return "(" + word.join(condition for condition, _ in found) + ")", values
            case Not():
                wanted = list(self._plan.wanted)
                condition, values = self._condition(query.part)
                self._plan.wanted = wanted  # what must not occur is not highlighted
                return f"NOT {condition}", values
            case Choice():
                return self._choice(query)
            case Marked():
                return marked(query)
            case Near():
                self._plan.by_kind = self._plan.by_family = False
                return near(query)
            case Span():
                self._plan.by_kind = self._plan.by_family = False
                return span(query, alone=self._plan.match is None)
            case _:
                assert_never(query)

    def _choice(self, query: Choice) -> tuple[str, list[object]]:
        words = joined(query.value)
        if query.field in ("kind", "stance", "language"):
            value = words.replace(" ", "_" if query.field != "language" else "-")
            condition = "t.value >= ? AND t.value < ?" if query.prefix else "t.value = ?"
            values: list[object] = [value, value + "\U0010ffff"] if query.prefix else [value]
            if query.field == "language" and not query.prefix:  # "en" is also said of "en-GB"
                condition = "(t.value = ? OR t.value LIKE ? || '-%')"
                values = [value, value]
            families = f"SELECT t.family FROM family_trait t WHERE t.field = ? AND {condition}"
            return f"d.family IN ({families})", [query.field, *values]
        self._plan.by_family = False
        tail = "" if query.prefix else " "
        parts = words.split()
        like = " AND ".join(["instr(t.words, ?) > 0"] * len(parts))
        values = [*(f" {part} " for part in parts[:-1]), f" {parts[-1]}{tail}"]
        tree = All(tuple(Words((part,)) for part in parts)) if not query.prefix else Words(
            tuple(parts), prefix=True)  # fmt: skip
        kept, kept_spelled = list(self._plan.wanted), dict(self._plan.spelled)
        title = "{title} : (" + self._match(tree, shown=False) + ")"
        self._plan.wanted, self._plan.spelled = kept, kept_spelled
        named = f"t.value IN ({NAMED} (SELECT rowid FROM word WHERE word MATCH ?))"
        own = self._having(f"(({like}) OR {named})")
        if query.field not in ("place", "incident"):
            return own, [query.field, *values, title]
        self._plan.by_kind = False
        # What an assertion is about has the place of the event, and belongs to the incident.
        about = (
            "coalesce(d.about IN (SELECT e.object FROM doc e JOIN trait t ON t.profile = e.profile"
            f" WHERE t.field = ? AND (({like}) OR {named})), 0)"
        )
        return f"({own} OR {about})", [query.field, *values, title] * 2

    def _having(self, condition: str) -> str:
        """Return SQL for a trait of a field that fits a condition.

        Where words lead, few documents are looked at, each by its own traits; else all profiles.
        """
        if self._plan.match is not None:
            return (
                "EXISTS (SELECT 1 FROM trait t WHERE t.profile = d.profile AND t.field = ?"
                f" AND {condition})"
            )
        return f"d.profile IN (SELECT t.profile FROM trait t WHERE t.field = ? AND {condition})"


def _leads(key: str, own: str, other: str) -> bool:
    """Say whether a key that two words share makes one a spelling or form of the other."""
    if key.startswith("^"):
        return own == other
    if key.startswith("~"):
        return own != other and "arabic" in (own, other)
    # In one script only long sounds are a name's spellings: chart and cart sound alike here.
    return own != other or len(key) >= (LONG if own == "latin" else SHORTEST)


def _is_text(query: Query) -> bool:
    """Say whether a tree is words alone, in a shape that a full-text expression can have."""
    if isinstance(query, Words):
        return True
    if isinstance(query, Any):
        return all(_is_text(part) for part in query.parts)
    if isinstance(query, All):
        positive = [part for part in query.parts if not isinstance(part, Not)]
        inside = [part.part if isinstance(part, Not) else part for part in query.parts]
        return bool(positive) and all(_is_text(part) for part in inside)
    return False


def _is_denied(query: Query) -> bool:
    return isinstance(query, Not) and _is_text(query.part)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
