"""Where a record cites items: every citation in it, however deep, found and replaced.

>>> from probatum.model.nouns.statements import Statement
>>> from probatum.model.values import Citation, When
>>> said = Statement(source="0" * 32, taken_by=("A. Analyst",), taken=When(edtf="2026"),
...                  citations=(Citation(item="1" * 32, page=2),))
>>> [(place, citation.page) for place, citation in cited(said)]
[('citations[0]', 2)]
>>> moved = recited(said, lambda place, citation: msgspec.structs.replace(citation, page=3))
>>> moved.citations[0].page
3
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec

from probatum.model.nouns import NOUNS
from probatum.model.record import Record
from probatum.model.values import Citation

R = TypeVar("R", bound=Record)
Change = Callable[[str, Citation], Citation]


def cited(body: Record) -> Iterator[tuple[str, Citation]]:
    """Yield every citation of a record with the path of its field."""
    for name in _holding(type(body)):
        value = getattr(body, name)
        if value:
            yield from _walk(name, value)


def recited(body: R, change: Change) -> R:
    """Return the record with every citation put through ``change(path, citation)``."""
    changed = {name: _changed(name, getattr(body, name), change) for name in _holding(type(body))}
    return msgspec.structs.replace(body, **changed)


def citing_nouns() -> list[str]:
    """Return the nouns that can cite an item."""
    return sorted(name for name, noun in NOUNS.items() if _holding(noun))


def spelled(citation: Citation) -> dict[str, object]:
    """Return a citation as the plain fields that a record put into the case may hold."""
    fields: dict[str, object] = msgspec.to_builtins(citation)
    return fields


def _walk(path: str, value: object) -> Iterator[tuple[str, Citation]]:
    if isinstance(value, Citation):
        yield path, value
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _walk(f"{path}[{number}]", each)
    elif isinstance(value, msgspec.Struct):
        for name in _holding(type(value)):
            yield from _walk(f"{path}.{name}", getattr(value, name))


def _changed(path: str, value: object, change: Change) -> object:
    if isinstance(value, Citation):
        return change(path, value)
    if isinstance(value, tuple):
        return tuple(_changed(f"{path}[{at}]", each, change) for at, each in enumerate(value))
    if isinstance(value, msgspec.Struct):
        below = {name: _changed(f"{path}.{name}", getattr(value, name), change)
                 for name in _holding(type(value))}  # fmt: skip
        return msgspec.structs.replace(value, **below)
    return value


@cache
def _holding(struct: type[msgspec.Struct]) -> tuple[str, ...]:
    """Return the fields that can hold a citation: few kinds of records have any."""
    hints = get_type_hints(struct, include_extras=True)
    return tuple(name for name in struct.__struct_fields__ if _can_cite(hints[name]))


def _can_cite(hint: Any) -> bool:
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return hint is Citation or bool(_holding(hint))
    return any(_can_cite(each) for each in get_args(hint))
