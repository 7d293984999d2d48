"""The questions about documents that acts ask of the index."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from probatum.index.counting import Counting
from probatum.index.query_language import Query
from probatum.index.schema import Connection, Row, reported
from probatum.index.searching import (
    FACETS,
    Answer,
    Behind,
    Effort,
    Facet,
    Hit,
    Order,
    documents_of,
    search,
)

# What is looked up for each document that words are found in, and a column of it in each page.
_LOOKED_UP = {"doc": "flags", "doc_scope": "latest", "profile": "family", "word_docsize": "sz"}


class SearchQueries(Counting):
    """Search, and what it could not look into."""

    _connection: Connection

    def search(
        self, query: Query, *, limit: int = 20, offset: int = 0,
        facets: Sequence[Facet] = FACETS, order: Order = "best", behind: Behind | None = None,
        within: Effort | None = None,
    ) -> Answer:  # fmt: skip
        """Return what fits a query (``searching.search``)."""
        return search(
            self._connection, query, limit=limit, offset=offset, facets=facets, order=order,
            behind=behind, within=within,
        )  # fmt: skip

    def documents_of(self, ids: Iterable[str]) -> tuple[Hit, ...]:
        """Return the first document of each of these objects that has one, in their order."""
        wanted = list(ids)
        with reported():
            rows: list[Row] = self._connection.execute(
                f"SELECT id, position FROM object WHERE id IN ({', '.join('?' * len(wanted))})",
                [bytes.fromhex(each) for each in wanted],
            ).fetchall()
        positions = {raw.hex(): position for raw, position in rows}
        return documents_of(
            self._connection, [positions[each] for each in wanted if each in positions]
        )

    def ids_at(self, positions: Iterable[int]) -> dict[int, str]:
        """Return position -> object id."""
        wanted = sorted(set(positions))
        marks = ", ".join("?" * len(wanted))
        with reported():
            rows: list[Row] = self._connection.execute(
                f"SELECT position, id FROM object WHERE position IN ({marks})", wanted
            ).fetchall()
        return {position: raw.hex() for position, raw in rows}

    def warm(self) -> None:
        """Read what every search looks up, so that the first ones do not wait for each page of it.

        Of a million documents 90 MB, half a second of the processor.
        """
        with reported():
            for table, column in _LOOKED_UP.items():
                self._connection.execute(
                    f"SELECT max(length({column})) FROM {table} NOT INDEXED"
                ).fetchall()

    def items_without_text(self) -> int:
        """Return how many items no text has been extracted from: only their names are searched."""
        items = self.counted("SELECT count(*) FROM item")
        return items - self.counted("SELECT count(*) FROM doc WHERE flags & 4 <> 0")
