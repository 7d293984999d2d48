"""The victim lists of a case as counting reads them: their rows, and digests of what was read."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from probatum.acts.count_runs import Input
from probatum.acts.session import Session
from probatum.acts.victim_lists import ListRow, find_list, lists_of
from probatum.acts.victim_rows import read_list
from probatum.errors import InputError
from probatum.index.record_queries import RecordRow
from probatum.model.nouns import VictimList
from probatum.model.record import Record
from probatum.model.victims import BareNumber, Victim
from probatum.proof.canonical import encode

COUNTING = "counting"  # the purpose with which rows are read


@dataclass(frozen=True, slots=True)
class ListRead:
    """A list and what was read of it. ``called`` is its name among the lists that are counted.

    ``victims`` and ``numbers`` carry that name; ``refused`` counts rows that could not be used,
    ``again`` those that say, word for word, what an earlier one says.
    """

    id: str
    ref: str
    called: str
    body: VictimList
    inputs: tuple[Input, ...]
    victims: tuple[Victim, ...]
    numbers: tuple[BareNumber, ...]
    refused: int
    again: int


def find_lists(session: Session, refs: Sequence[str] = ()) -> list[ListRow]:
    """Return the lists that are meant; without any named, all of the case that count.

    Raises UseError ``unknown-id``, ``wrong-use``; InputError ``retracted``, ``bad-list``.
    """
    if refs:
        return list({row.id: row for row in (find_list(session, each) for each in refs)}.values())
    found = [row for row in lists_of(session) if not row.row.retracted]
    if not found:
        raise InputError(
            "bad-list", item="the victim lists of the case", expected="at least one",
            found="none", remedy="probatum count lists add FILE --mapping FILE",
        )  # fmt: skip
    return found


def read_lists(session: Session, rows: Sequence[ListRow]) -> list[ListRead]:
    """Read the rows of lists, which is logged. Raises InputError ``bad-list``, ``erased``."""
    names = [row.name for row in rows]
    return [
        _read(session, row, f"{row.name} ({row.ref})" if names.count(row.name) > 1 else row.name)
        for row in rows
    ]


def inputs_of(lists: Sequence[ListRead]) -> tuple[Input, ...]:
    """Return what was read, each once."""
    return tuple(dict.fromkeys(each for one in lists for each in one.inputs))


def record_input(row: RecordRow) -> Input:
    """Return a record as an input: the digest of its newest version as canonical JSON."""
    if row.body is None:
        raise InputError("erased", item=row.id)
    return Input(row.id, hashlib.sha256(_canonical(row.body)).hexdigest())


def _read(session: Session, listed: ListRow, called: str) -> ListRead:
    victims: list[Victim] = []
    numbers: list[BareNumber] = []
    refused = again = 0
    with read_list(session, listed, COUNTING) as reading:
        for each in reading.rows:
            again += any(one.code == "same-row-again" for one in each.troubles)
            match each.outcome:
                case Victim() as victim:
                    victims.append(msgspec.structs.replace(victim, list=called))
                case BareNumber() as number:
                    numbers.append(msgspec.structs.replace(number, list=called))
                case _:
                    refused += 1
    return ListRead(
        listed.id, listed.ref, called, listed.body, _inputs(listed, victims, numbers),
        tuple(victims), tuple(numbers), refused, again,
    )  # fmt: skip


def _inputs(
    listed: ListRow, victims: Sequence[Victim], numbers: Sequence[BareNumber]
) -> tuple[Input, ...]:
    if listed.item is not None:
        return record_input(listed.row), Input(listed.item.id, listed.item.sha256 or "")
    # A list of the case's own records has no bytes: what it says is what its records say now.
    said = hashlib.sha256(_canonical(listed.body))
    said.update(msgspec.json.encode([victims, numbers]))
    return (Input(listed.id, said.hexdigest()),)


def _canonical(body: Record) -> bytes:
    return encode(msgspec.json.decode(msgspec.json.encode(body)))
