"""Entries of a compartment, laid over the index for one session and never written to its file.

They are rows of the same tables, inserted in a transaction that ends in a rollback: every question
is asked of one set of tables, and members need no second search. Until the rollback SQLite keeps
changed pages in memory (``cache_spill`` off), so not even the encrypted file ever has them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from probatum.index.facts import KEPT, fact_from
from probatum.index.following import Follower
from probatum.index.schema import Connection, reported
from probatum.model.ids import COMPARTMENT_NUMBERS
from probatum.model.kinds import Fields


@dataclass(frozen=True, slots=True)
class Boxed:
    """An opened entry of a compartment: its log position, the object, what it says.

    ``entry`` is None for the first one of a record that was erased: its number is not given again.
    """

    index: int
    object_id: str
    entry: Fields | None


def lay(connection: Connection, boxed: Sequence[Boxed], dedupe_key: bytes) -> None:
    """Insert the entries, oldest first; records are numbered beyond all open ones."""
    with reported():
        connection.execute("PRAGMA cache_spill = OFF")
        connection.execute("BEGIN IMMEDIATE")
        follower = Follower(connection, records_from=COMPARTMENT_NUMBERS)
        met: set[str] = set()
        for each in boxed:
            if each.entry is None:
                follower.skip(each.object_id)
            elif each.entry.kind in KEPT:
                fact = fact_from(each.entry, dedupe_key)
                follower.lay(fact, each.object_id, each.index, first=each.object_id not in met)
                met.add(each.object_id)
        follower.settle()


def lift(connection: Connection) -> None:
    """Take everything away again."""
    with reported():
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("PRAGMA cache_spill = ON")
