"""A query as a page shows it: filters that are in force, and the addresses that change it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict

from probatum.acts.search import FIELDS

_FILTER = re.compile(rf'-?(?:{"|".join(FIELDS)}):(?:"[^"]*"|[^\s()"]+)')
_PLAIN = re.compile(r"[^\s()\":*]+")


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter in force, and the query without it."""

    text: str
    without: str


def filters_of(query: str) -> list[Filter]:
    """Return the filters of a query that stand among its words, outside of brackets."""
    if "(" in query:  # taking one out of a group would change what the rest means
        return []
    return [
        Filter(found[0], " ".join((query[: found.start()] + query[found.end() :]).split()))
        for found in _FILTER.finditer(query)
    ]


def with_filter(query: str, field: str, value: str) -> str:
    """Return the query narrowed by a value; in brackets where ``OR`` would spread over it."""
    clean = value.replace('"', " ").strip()
    said = clean if _PLAIN.fullmatch(clean) else f'"{clean}"'
    query = query.strip()
    if " OR " in query and not (query.startswith("(") and query.endswith(")")):
        query = f"({query})"
    return f"{query} {field}:{said}".strip()


def chosen(query: str, field: str, value: str) -> Filter | None:
    """Return the filter that means this value of a field, if it is in force."""
    wanted = value.replace('"', " ").strip().casefold()
    for each in filters_of(query):
        name, _, said = each.text.partition(":")
        if name == field and said.strip('"').casefold() == wanted:
            return each
    return None


def address(path: str, now: QueryDict, **changed: str | None) -> str:
    """Return an address with some of its parameters changed, and the page forgotten."""
    said = now.copy()
    said.pop("after", None)
    for name, value in changed.items():
        said.pop(name, None)
        if value:
            said[name] = value
    return f"{path}?{said.urlencode()}" if said else path


def references(said: Iterable[str], most: int) -> list[str]:
    """Return what was chosen on a page, each once, no more than a page can hold."""
    return list(dict.fromkeys(each for each in said if 0 < len(each) <= 40))[:most]
