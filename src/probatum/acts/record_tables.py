"""Several tables of one export as one delivery: each row behind the rows that it names.

What another case exported names its records by their ids there. A row of one table may name one of
another table, or one further down; here every row comes behind those, whatever the order of files.
Rows that name each other in a circle stay in their order, and are refused for what is not there.

>>> rows = [Given(2, 0, {"id": "b" * 32, "within": "a" * 32}), Given(3, 0, {"id": "a" * 32})]
>>> [row.line for row in in_order(rows)]
[3, 2]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from heapq import heappop, heappush

from probatum.acts.record_texts import Given
from probatum.model.ids import is_object_id


def in_order(given: Iterable[Given]) -> list[Given]:
    """Return rows behind those that they name; own vocabularies first, else as they were given."""
    rows = sorted(given, key=_is_no_vocabulary)
    named: dict[str, int] = {}
    for number, row in enumerate(rows):
        for name in _names_of(row):
            named.setdefault(name, number)
    before = {
        number: {named[text] for text in _texts(row.fields) if text in named} - {number}
        for number, row in enumerate(rows)
    }
    return [rows[number] for number in _sorted(before)]


def _is_no_vocabulary(row: Given) -> bool:
    return str(row.fields.get("record", "")).partition("/")[0] != "vocabulary"


def _names_of(row: Given) -> Iterator[str]:
    """Yield by what other rows may name this one: its id and reference there, or its ``as``."""
    for name in ("id", "ref", "as"):
        value = row.fields.get(name)
        if isinstance(value, str) and (name != "id" or is_object_id(value)):
            yield value


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def _sorted(before: dict[int, set[int]]) -> Sequence[int]:
    """Return numbers with those before them first, the smallest of those that can come next."""
    circle: set[int] = set()
    while True:
        order = TopologicalSorter({
            number: () if number in circle else needed for number, needed in before.items()
        })  # fmt: skip
        try:
            order.prepare()
        except CycleError as error:
            circle |= set(error.args[1])
            continue
        return _smallest_first(order)


def _smallest_first(order: TopologicalSorter[int]) -> list[int]:
    ready, found = list[int](), list[int]()
    while order.is_active():
        for number in order.get_ready():
            heappush(ready, number)
        number = heappop(ready)
        found.append(number)
        order.done(number)
    return found
