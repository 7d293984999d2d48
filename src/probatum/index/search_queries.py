"""The questions about documents that acts ask of the index."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from probatum.index.query_language import Query
from probatum.index.schema import Connection, Row, reported
from probatum.index.searching import FACETS, Answer, Behind, Facet, Order, search


class SearchQueries:
    """Search, and what it could not look into."""

    _connection: Connection

    def search(
        self, query: Query, *, limit: int = 20, offset: int = 0,
        facets: Sequence[Facet] = FACETS, order: Order = "best", behind: Behind | None = None,
    ) -> Answer:  # fmt: skip
        """Return what fits a query (``searching.search``)."""
        return search(
            self._connection, query, limit=limit, offset=offset, facets=facets, order=order,
            behind=behind,
        )  # fmt: skip

    def ids_at(self, positions: Iterable[int]) -> dict[int, str]:
        """Return position -> object id."""
        wanted = sorted(set(positions))
        marks = ", ".join("?" * len(wanted))
        with reported():
            rows: list[Row] = self._connection.execute(
                f"SELECT position, id FROM object WHERE position IN ({marks})", wanted
            ).fetchall()
        return {position: raw.hex() for position, raw in rows}

    def items_without_text(self) -> int:
        """Return how many items no text has been extracted from: only their names are searched."""
        with reported():
            [(items,)] = self._connection.execute("SELECT count(*) FROM item").fetchall()
            [(read,)] = self._connection.execute(
                "SELECT count(*) FROM doc WHERE flags & 4 <> 0"
            ).fetchall()
        return int(items) - int(read)
