"""Names of a row: the parts that its columns hold, the whole taken apart only by a stated rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from probatum.link.lists.cells import known
from probatum.link.lists.no_names import is_no_name, says_no_name
from probatum.model.letters import is_spelled
from probatum.model.list_mapping import NAME_PARTS, NameColumns
from probatum.model.values import NameForm

# The parts that the words of a whole name are, in the order of the rule.
_RULES: Mapping[str, tuple[str, ...]] = {
    "given-family": ("given", "family"),
    "family-given": ("family", "given"),
    "family-given-father": ("family", "given", "father"),
    "given-father-family": ("given", "father", "family"),
    "given-father-grandfather-family": ("given", "father", "grandfather", "family"),
}
MOST_LETTERS = 500
_LETTER = re.compile(r"[^\W\d_]")
_Said = Callable[[str, str | None, str | None], None]


class Names:
    """Reads the name forms of rows by the columns of a mapping."""

    def __init__(self, forms: Sequence[NameColumns], at: Mapping[str, int]) -> None:
        self._forms = [
            (form, [(part, at[column], column) for part in NAME_PARTS
                    if (column := getattr(form, part)) is not None])
            for form in forms
        ]  # fmt: skip

    def read(self, cells: Sequence[str], say: _Said) -> tuple[NameForm, ...]:
        """Return the names of a row; ``say(code, column, cell)`` tells what is wrong with them."""
        found = []
        for form, columns in self._forms:
            parts: dict[str, str] = {}
            for part, at, column in columns:
                words = known(cells[at])
                if words and (_is_plain(words) or _is_name(words, column, say)):
                    parts[part] = words
            if form.order is not None and "full" in parts:
                _take_apart(parts, form.order, say, form.full)
            if parts:
                found.append(NameForm(**parts, language=form.language, script=form.script,
                                      alias=form.alias))  # fmt: skip
        return tuple(found)


@lru_cache(maxsize=1 << 17)
def _is_plain(words: str) -> bool:
    """Say whether nothing is to be said of a name."""
    return (
        2 < len(words) <= MOST_LETTERS
        and "\ufffd" not in words
        and is_spelled(words)
        and not says_no_name(words)
        and not is_no_name(words)
    )


def _is_name(words: str, column: str, say: _Said) -> bool:
    if len(words) > MOST_LETTERS:
        say("too-long", column, words)
        return False
    if "\ufffd" in words:
        say("damaged-letters", column, words)
    if _LETTER.search(words) is None:
        say("no-letters-in-name", column, words)
        return False
    if says_no_name(words):
        say("no-name-known", column, words)
        return False
    if is_no_name(words):
        say("not-a-name", column, words)
        return False
    if not is_spelled(words):
        say("one-letter-name", column, words)
    return True


def _take_apart(parts: dict[str, str], order: str, say: _Said, column: str | None) -> None:
    """Add the parts of a whole name; columns of their own count more."""
    full = parts["full"]
    if order == "family-comma-given":
        family, comma, given = (each.strip() for each in full.partition(","))
        words = [family, given]
        rule: tuple[str, ...] = ("family", "given")
        fits = bool(comma and family and given and "," not in given)
    else:
        words, rule = full.split(), _RULES[order]
        fits = len(words) == len(rule)
    if not fits:
        say("name-not-split", column, full)
        return
    for part, word in zip(rule, words, strict=True):
        parts.setdefault(part, word)
