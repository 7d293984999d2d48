"""Do citations still stand in the newest texts of their items? Nothing is moved without a word.

A text is made again by a newer reader, and its offsets change with it. Checking finds each citation
again by its words and what stands round them, and changes nothing. Re-anchoring is an act of a
person, with a reason: each record it touches gets a new version.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from probatum.acts.cite import TEXT, citation
from probatum.acts.derived import derived_bytes
from probatum.acts.meant import meant
from probatum.acts.put_record import Put, put
from probatum.acts.session import Session, require_writable
from probatum.derive.text.anchoring import Lost, Quote, anchor
from probatum.errors import EvidenceError, InputError, UseError
from probatum.index.record_queries import DerivationRow, RecordRow
from probatum.index.rows import ItemRow
from probatum.model.citing import cited, citing_nouns, recited
from probatum.model.values import Citation

Standing = Literal["same text", "moved", "lost", "not checked"]
Because = Literal["missing", "ambiguous", "no-span", "erased", "no-text", "other-reader", "damaged",
                  "respaced"]  # fmt: skip
BECAUSE: dict[Because, str] = {
    "missing": "its words do not stand in the newest text",
    "ambiguous": "its words stand in more than one place that fits",
    "no-span": "it names no span of a text",
    "erased": "the item was erased",
    "no-text": "the item has no text",
    "other-reader": "the newest text was made by another tool than the one that is cited",
    "damaged": "the text cannot be read: run `probatum check`",
    "respaced": "white space differs there",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """How one citation stands. ``now`` is what it would be in the newest text, if it moved."""

    row: RecordRow
    ref: str
    field: str
    citation: Citation
    item_ref: str | None
    standing: Standing
    because: Because | None = None
    now: Citation | None = None


@dataclass(frozen=True, slots=True)
class Reanchored:
    """What re-anchoring did: the new versions, and records that could not be revised."""

    put: tuple[Put, ...]
    refused: tuple[tuple[RecordRow, InputError], ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """The newest text of an item, or why there is none to compare with."""

    row: ItemRow | None
    made: DerivationRow | None = None
    text: str = ""
    tools: tuple[tuple[str, str], ...] = ()  # (SHA-256, tool) of every text of the item
    because: Because | None = None


def check_citations(
    session: Session, ref: str | None = None, purpose: str | None = None
) -> list[Checked]:
    """Return how the citations stand: of a record, of an item, or (None) of the whole case.

    Retracted records are left out. A logged read. Raises UseError ``unknown-id``; InputError
    ``erased``.
    """
    require_writable(session)
    session.catch_up()
    rows, only = _chosen(session, ref)
    rows = [row for row in rows if not row.retracted and row.body is not None]
    by_item: dict[str, list[tuple[RecordRow, str, Citation]]] = {}
    for row in rows:
        for field, each in _of(row, only):
            by_item.setdefault(each.item, []).append((row, field, each))
    items = {one: item for one in by_item if (item := session.index.item(one)) is not None}
    citing = {row.id: row for places in by_item.values() for row, _, _ in places}
    session.saw_records("citations", list(citing.values()), list(items.values()), purpose)
    found = []
    for one, places in by_item.items():  # one text in memory at a time
        read = _read(session, items.get(one))
        found += [_checked(session, row, field, each, read) for row, field, each in places]
    return sorted(found, key=lambda each: each.row.number)


def re_anchor(session: Session, found: Sequence[Checked], why: str) -> Reanchored:
    """Give each record with citations that moved a new version, with this reason.

    What is lost or was not checked stays as it is. Raises UseError ``wrong-use`` (no reason).
    """
    require_writable(session)
    if not why.strip():
        raise UseError("wrong-use", item="re-anchoring", expected="the reason of the new versions",
                       found="none", remedy="say it with --why")  # fmt: skip
    moved: dict[str, dict[str, Checked]] = {}
    for each in found:
        if each.now is not None:
            moved.setdefault(each.row.id, {})[each.field] = each
    done, refused = [], []
    for places in moved.values():
        row = next(iter(places.values())).row
        if row.body is None:
            continue

        def now(field: str, old: Citation, places: dict[str, Checked] = places) -> Citation:
            return places[field].now or old if field in places else old

        try:
            done.append(put(session, recited(row.body, now), id=row.id, why=why))
        except InputError as error:
            refused.append((row, error))
    return Reanchored(tuple(done), tuple(refused))


def _chosen(session: Session, ref: str | None) -> tuple[list[RecordRow], str | None]:
    """Return the records to look at, and the only item whose citations count (None: any)."""
    if ref is None:
        return session.index.records(citing_nouns()), None
    row = meant(session, ref)
    if isinstance(row, RecordRow):
        return [row], None
    return session.index.naming([row.id], citing_nouns()), row.id


def _of(row: RecordRow, only: str | None) -> Iterator[tuple[str, Citation]]:
    if row.body is not None:
        yield from (each for each in cited(row.body) if only is None or each[1].item == only)


def _read(session: Session, row: ItemRow | None) -> _Read:
    if row is None or row.erased:
        return _Read(row, because="erased")
    texts = [each for each in session.index.derivations(row.id, TEXT) if each.sha256 is not None]
    if not texts:
        return _Read(row, because="no-text")
    tools = tuple((each.sha256 or "", each.tool) for each in texts)
    try:
        text = derived_bytes(session, texts[-1]).decode()
    except EvidenceError:
        return _Read(row, texts[-1], tools=tools, because="damaged")
    return _Read(row, texts[-1], text, tools)


def _checked(session: Session, row: RecordRow, field: str, each: Citation, read: _Read) -> Checked:
    standing, because, now = _standing(each, read)
    item_ref = None if read.row is None else read.row.ref
    return Checked(row, session.record_ref(row.number), field, each, item_ref, standing, because,
                   now)  # fmt: skip


def _standing(
    each: Citation, read: _Read
) -> tuple[Standing, Because | None, Citation | None]:  # fmt: skip
    if read.because == "erased":
        return "not checked", "erased", None
    if each.start is None or each.end is None or each.exact is None or each.text_sha256 is None:
        return "not checked", "no-span", None
    if read.because is not None or read.made is None:
        return "not checked", read.because, None
    if each.text_sha256 == read.made.sha256:
        fits = read.text[each.start : each.end] == each.exact
        return ("same text", None, None) if fits else ("lost", "missing", None)
    by = dict(read.tools).get(each.text_sha256)
    if by is not None and by != read.made.tool:
        return "not checked", "other-reader", None
    quoted = Quote(each.start, each.end, each.exact, each.prefix or "", each.suffix or "",
                   each.text_sha256)  # fmt: skip
    place = anchor(quoted, read.text)
    if isinstance(place, Lost):
        return "lost", place.reason, None
    made = citation(each.item, read.text, place.start, place.end)
    # Page, line and the like are the original's, not the text's: they stay as a person gave them.
    now = msgspec.structs.replace(
        each, text_sha256=made.text_sha256, start=made.start, end=made.end, exact=made.exact,
        prefix=made.prefix, suffix=made.suffix,
    )  # fmt: skip
    return "moved", "respaced" if place.how == "respaced" else None, now
