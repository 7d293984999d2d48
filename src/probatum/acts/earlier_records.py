"""Records as they stood at one time, asked of the index one question at a time.

Nothing has to be read but what bears on the question: a record that was not revised since stands
where it stood, so the references of today lead to it. The few that were revised since are held in
memory as they stood.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from probatum.acts.record_walk import AsTheyStood
from probatum.index.index import Index
from probatum.index.record_queries import RecordRow


class EarlierRecords:
    """Records before an entry of the evidence log (``record_walk.Records``)."""

    def __init__(self, index: Index, end: int) -> None:
        self._index, self._end = index, end

    def some_records(self, ids: Iterable[str]) -> list[RecordRow]:
        """Return the records of these ids that there were."""
        return self._index.some_records_before(ids, self._end)

    def naming(self, ids: Iterable[str], nouns: Sequence[str] = ()) -> list[RecordRow]:
        """Return the records of these nouns that named one of these objects."""
        wanted = set(ids)
        found = {row.id: row for row in self._revised.naming(wanted, nouns)}
        revised = {row.id for row in self._revised.records()}
        same = {row.id for row in self._index.naming(wanted, nouns) if row.first < self._end}
        found |= {row.id: row for row in self.some_records(same - revised)}
        return sorted(found.values(), key=lambda row: row.number)

    def records(self, nouns: Sequence[str] = ()) -> list[RecordRow]:
        """Return all records of these nouns."""
        if not nouns:
            return self._index.records_before(self._end)
        return self._index.nouns_before(nouns, self._end)

    @cached_property
    def _revised(self) -> AsTheyStood:
        return AsTheyStood(self._index.revised_since(self._end))
