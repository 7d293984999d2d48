"""Documents put into an index at once, for tests of search."""

from __future__ import annotations

from collections.abc import Iterable

from probatum.index.documents import Document, Documents
from probatum.index.schema import Connection


def put_all(connection: Connection, documents: Iterable[Document]) -> None:
    """Put documents in and settle them."""
    writer = Documents(connection)
    for document in documents:
        writer.put(document)
    writer.settle()
