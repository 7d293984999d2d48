"""The board: every record that a rule may look at, by id, by noun, and who names whom.

A board is made from values and answers with values. Retracted records lie on it and can be found,
but no rule counts them. What comes out never depends on the order in which records were handed in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar, cast

from probatum.model.nouns import plain
from probatum.model.nouns.assertions import Assertion
from probatum.model.record import Record
from probatum.model.references import marks

R = TypeVar("R", bound=Record)
R_co = TypeVar("R_co", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True)
class Known(Generic[R_co]):
    """A record with where it is recorded: ``index`` is the log position of this version.

    ``ref`` is its short reference, ``recorded_at`` RFC 3339 UTC, ``by`` whoever recorded it.
    """

    id: str
    ref: str
    noun: str
    record: R_co
    index: int
    recorded_at: str
    by: str
    retracted: bool = False


class Board:
    """The records of one question. ``items`` gives the short references of items that are named."""

    def __init__(
        self, records: Iterable[Known[Record]], items: Mapping[str, str] | None = None
    ) -> None:
        kept = sorted(records, key=lambda known: (known.index, known.id))
        self._by_id = {known.id: known for known in kept}
        self._by_type: dict[type[Record], list[Known[Record]]] = {}
        for known in self._by_id.values():
            if not known.retracted:
                self._by_type.setdefault(type(known.record), []).append(known)
        self._items = dict(items or {})

    def __len__(self) -> int:
        return len(self._by_id)

    @property
    def items(self) -> Mapping[str, str]:
        """The references of items by object id, as they were handed in."""
        return self._items

    def all(self) -> tuple[Known[Record], ...]:
        """Return everything, retracted records included, in the order of the log."""
        return tuple(self._by_id.values())

    def find(self, record_id: str) -> Known[Record] | None:
        """Return a record, retracted or not; None if it is not on the board."""
        return self._by_id.get(record_id)

    def get(self, record_id: str | None, kind: type[R]) -> Known[R] | None:
        """Return a record of this noun (or family) that was not retracted."""
        known = None if record_id is None else self._by_id.get(record_id)
        if known is None or known.retracted or not isinstance(known.record, kind):
            return None
        return cast(Known[R], known)

    def of(self, kind: type[R]) -> tuple[Known[R], ...]:
        """Return the records of a noun (or family) that were not retracted, in log order."""
        found = [each for each in self._by_type if issubclass(each, kind)]
        if len(found) == 1:
            return tuple(cast("list[Known[R]]", self._by_type[found[0]]))
        rows = [known for each in found for known in self._by_type[each]]
        rows.sort(key=lambda known: (known.index, known.id))
        return tuple(cast("list[Known[R]]", rows))

    def about(self, target: str) -> tuple[Known[Assertion], ...]:
        """Return the assertions about a proposition or an assertion, in log order."""
        return self._about.get(target, ())

    def naming(self, target: str) -> tuple[Known[Record], ...]:
        """Return the records that name an object and were not retracted, in log order."""
        return tuple(self._by_id[each] for each in self._naming.get(target, ()))

    def item_ref(self, item: str) -> str | None:
        """Return an item's short reference; None if it is erased or nothing is known of it."""
        return self._items.get(item)

    @cached_property
    def _about(self) -> dict[str, tuple[Known[Assertion], ...]]:
        found: dict[str, list[Known[Assertion]]] = {}
        for known in self.of(Assertion):
            found.setdefault(known.record.about, []).append(known)
        return {target: tuple(rows) for target, rows in found.items()}

    @cached_property
    def _naming(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for known in self._by_id.values():
            if not known.retracted:
                for target in named_by(known.record):
                    found.setdefault(target, []).append(known.id)
        return found


def named_by(record: Record) -> list[str]:
    """Return the objects that a record names, each once."""
    found = {mark.value: None for mark in marks(record.noun, plain(record)) if mark.targets}
    return list(found)
