"""Find the record or item that a field is to name, while its name is being typed; a read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from probatum.acts.browse_records import begun, listed_rows, nouns_called, of_nouns, page_of
from probatum.acts.session import Session, require_writable
from probatum.errors import ProbatumError
from probatum.index.record_queries import RecordRow
from probatum.index.rows import ItemRow
from probatum.model.ids import is_object_id
from probatum.model.nouns import NOUNS
from probatum.model.references import may_name


@dataclass(frozen=True, slots=True)
class Picked:
    """Something that a field may name."""

    ref: str
    noun: str
    caption: str


def pick(
    session: Session, words: str, targets: Sequence[str], limit: int = 8
) -> tuple[Picked, ...]:
    """Return what may be meant by words or a reference, best first; without words the newest.

    ``targets`` are nouns and families, *item* and *record*. Logged before it is answered.
    """
    require_writable(session)
    session.catch_up()
    rows, items = _meant(session, words, targets)
    if not rows and not items:
        rows, items = _found(session, words, targets, limit)
    listed, others = listed_rows(session, rows)
    seen = {row.id: row for row in (*rows, *others)}
    session.saw_records("what a field may name", list(seen.values()), items)
    found = [
        Picked(each.ref, each.row.noun, each.caption or each.row.noun.replace("_", " "))
        for each in listed
    ]
    found += [Picked(each.ref or each.id, "item", each.file_name or "") for each in items]
    return tuple(found[:limit])


def called(session: Session, texts: Iterable[str]) -> dict[str, Picked]:
    """Return id or reference -> what is called so, for those that are there; logged first."""
    meant: dict[str, str] = {}
    for text in set(texts):
        if is_object_id(text):
            meant[text] = text
            continue
        found_rows, found_items = _meant(session, text, ("record", "item"))
        ids = [row.id for row in found_rows] + [item.id for item in found_items]
        meant.update((text, each) for each in ids)
    rows = session.index.some_records(meant.values())
    items = list(session.index.some_items(set(meant.values()) - {row.id for row in rows}).values())
    listed, others = listed_rows(session, rows)
    seen = {row.id: row for row in (*rows, *others)}
    if seen or items:
        session.saw_records("what fields name", list(seen.values()), items)
    found = {each.row.id: Picked(each.ref, each.row.noun, each.caption) for each in listed}
    found |= {each.id: Picked(each.ref or each.id, "item", each.file_name or "") for each in items}
    return {text: found[one] for text, one in meant.items() if one in found}


def _meant(
    session: Session, words: str, targets: Sequence[str]
) -> tuple[list[RecordRow], list[ItemRow]]:
    """Return what a reference or an id names, if it may be named here."""
    if not 3 <= len(words.strip()) <= 40 or " " in words.strip():
        return [], []
    try:
        if session.is_record(words):
            row = session.find_record(words)
            return ([row] if may_name(tuple(targets), row.noun) else []), []
        if "item" in targets:
            return [], [session.live(words)]
    except ProbatumError:
        pass
    return [], []


def _found(
    session: Session, words: str, targets: Sequence[str], limit: int
) -> tuple[list[RecordRow], list[ItemRow]]:
    nouns = list(NOUNS) if "record" in targets else nouns_called(
        each for each in targets if each != "item"
    )  # fmt: skip
    nouns = [each for each in nouns if each not in ("suggestion", "decision", "review")]
    query = begun(words)
    if query is None:
        if nouns:
            return list(page_of(session, nouns, cursor="", words="", limit=limit)[0]), []
        return [], session.index.items_page(limit=limit)
    kinds = [*nouns, "item"] if "item" in targets else nouns
    answer = session.index.search(of_nouns(kinds, query), limit=limit, facets=())
    ids = session.index.ids_at(hit.object for hit in answer.hits)
    order = {ids[hit.object]: number for number, hit in enumerate(answer.hits)}
    rows = [
        row for row in session.index.some_records(order)
        if not row.retracted and not getattr(row.body, "protected", False)
    ]  # fmt: skip
    items_found = session.index.some_items(order)
    return (
        sorted(rows, key=lambda row: order[row.id]),
        sorted(items_found.values(), key=lambda row: order[row.id]),
    )
