"""What erasing an item or record means: what goes with it, what quotes it, what remains.

The *closure* is shown before anything is erased. Texts and copies that were made from an item go
with it. Records that cite it hold its words: whoever erases says whether they go too. Records that
name a record stay, and show it as erased.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from probatum.acts.attachments import attachments_of
from probatum.acts.count_runs import runs_with_rows_of
from probatum.acts.derived import derived_objects
from probatum.acts.hold_item import held_among
from probatum.acts.meant import lies_inside, meant
from probatum.acts.session import Session
from probatum.errors import InputError, UseError
from probatum.index.record_queries import RecordRow
from probatum.index.rows import ItemRow
from probatum.model.captions import caption
from probatum.model.kinds import Disclose
from probatum.model.nouns.items import Link

Citing = Literal["erase", "keep"]
"""What becomes of records that cite an erased item."""

CANNOT_REACH = (
    "Back-ups and file-system snapshots of the case folder: erase there too, or let them expire.",
    "Back-ups of the keys, and a folder that `key restore` set aside: delete them.",
    "Remnants on flash storage, readable only together with the passphrase or recovery key.",
    "Copies that were disclosed, exported or received by others.",
    "At the desk: packages that wait to be fetched, and kept searches that name it; an owner looks "
    "through both under Settings, After an erasure.",
    "What people remember or wrote down elsewhere.",
)


@dataclass(frozen=True, slots=True)
class Hanging:
    """A record that hangs on what is to be erased."""

    row: RecordRow
    ref: str
    caption: str
    held: bool


@dataclass(frozen=True, slots=True)
class Closure:
    """What erasing an item or a record means.

    ``made`` are the objects made from an item, ``citing`` the records any version of which names
    it, ``naming`` those that name the record (or the citing records) and stay in any case.
    ``versions`` counts those of a record, ``acquisitions`` and ``notes`` those of an item.
    """

    row: ItemRow | RecordRow
    ref: str
    held: bool
    disclosures: tuple[tuple[str, str, int], ...]
    remains: tuple[str, ...]
    acquisitions: int = 0
    notes: int = 0
    versions: int = 0
    made: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    citing: tuple[Hanging, ...] = ()
    naming: tuple[Hanging, ...] = ()

    @property
    def derived(self) -> int:
        """How many objects that were made from it go too."""
        return len(self.made)

    @property
    def as_item(self) -> ItemRow | None:
        """The item that is to be erased, None for a record."""
        return self.row if isinstance(self.row, ItemRow) else None

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of what somebody decides about: the records that cite it, its versions."""
        said = [self.row.id, str(self.versions), *sorted(each.row.id for each in self.citing)]
        return hashlib.sha256("\n".join(said).encode()).hexdigest()

    @property
    def is_inside(self) -> bool:
        """Whether it is a record that lies in a compartment."""
        return isinstance(self.row, RecordRow) and lies_inside(self.row)

    @property
    def is_item(self) -> bool:
        """Whether it is an item, not a record."""
        return isinstance(self.row, ItemRow)

    @property
    def caption(self) -> str:
        """What a record says in a few words, an item's name."""
        if isinstance(self.row, RecordRow):
            return "" if self.row.body is None else caption(self.row.body)
        return self.row.file_name or ""

    def goes(self, citing: Citing | None) -> list[RecordRow]:
        """Return the records that go: the one that is meant, or those that cite the item.

        What a machine suggested is no record of anybody: it goes in any case, as the texts do.
        """
        if isinstance(self.row, RecordRow):
            return [self.row]
        rows = [each.row for each in self.citing]
        return [row for row in rows if citing == "erase" or row.noun == "suggestion"]


def closure_of(session: Session, ref: str) -> Closure:
    """Return the closure of an erasure. The caller logs the read.

    Raises UseError ``unknown-id``, ``wrong-use``; InputError ``erased``.
    """
    row = meant(session, ref)
    if isinstance(row, RecordRow):
        return _of_record(session, row)
    made = (*derived_objects(session, row), *runs_with_rows_of(session, row.id))
    citing = _citing(session, row, made)
    held = held_among(session, [row.id, *(each.id for each in citing)])
    naming = _naming(session, {each.id for each in citing})
    return Closure(
        row, row.ref or row.id, row.id in held, _disclosures(session, row.id), CANNOT_REACH,
        row.acquisitions, row.notes, made=made,
        attachments=tuple(each.ref or each.id for each in attachments_of(session, row.id)),
        citing=_hanging(session, citing, held), naming=naming,
    )  # fmt: skip


def require_erasable(closure: Closure, citing: Citing | None) -> None:
    """Refuse what may not be erased, or not without a choice about the records that cite it.

    Raises InputError ``held``; UseError ``wrong-use``.
    """
    held = [closure.ref] if closure.held else []
    going = {row.id for row in closure.goes(citing)}
    held += [each.ref for each in closure.citing if each.held and each.row.id in going]
    if held:
        raise InputError(
            "held", item=", ".join(held), expected="no legal hold", found="one",
            remedy="whoever placed it may lift it: probatum release " + held[0],
        )  # fmt: skip
    if closure.citing and citing is None:
        found = "1 record that cites it" if len(closure.citing) == 1 else (
            f"{len(closure.citing):,} records that cite it")  # fmt: skip
        raise UseError(
            "wrong-use", item=closure.ref, found=found,
            expected="a choice: --with-citing (they are erased too) or --keep-citing (they stay, "
            "with what they quote)",
            remedy="read the closure, then add one of the two",
        )  # fmt: skip


def _of_record(session: Session, row: RecordRow) -> Closure:
    ref = session.record_ref(row.number)
    if row.noun == "compartment":
        raise UseError(
            "wrong-use", item=ref, expected="an item, or a record other than a compartment",
            found="a compartment: without it nobody could open what lies in it",
            remedy="erase the records that lie in it, one by one",
        )  # fmt: skip
    return Closure(
        row, ref, bool(held_among(session, [row.id])), _disclosures(session, row.id), CANNOT_REACH,
        versions=len(session.index.versions(row.id)), naming=_naming(session, {row.id}),
    )  # fmt: skip


def _citing(session: Session, item: ItemRow, made: Iterable[str]) -> list[RecordRow]:
    # Any version, and also inside the text of a suggestion: old words are words too.
    found = {row.id: row for row in session.index.mentioning(item.id)}
    found |= {row.id: row for row in session.index.naming(made)}
    rows = sorted(found.values(), key=lambda row: row.number)
    return [row for row in rows if not _is_bare(session, row)]


def _is_bare(session: Session, row: RecordRow) -> bool:
    """Say whether a record is a link that never held a word: an attachment's, for instance."""
    bodies = [each.body for each in session.index.versions(row.id) if each.body is not None]
    return all(
        isinstance(body, Link) and body == Link(item=body.item, relation=body.relation, of=body.of)
        for body in bodies
    )


def _naming(session: Session, ids: set[str]) -> tuple[Hanging, ...]:
    rows = [row for row in session.index.naming(ids) if row.id not in ids]
    return _hanging(session, rows, set())


def _hanging(session: Session, rows: Iterable[RecordRow], held: set[str]) -> tuple[Hanging, ...]:
    return tuple(
        Hanging(row, session.record_ref(row.number),
                "" if row.body is None else caption(row.body), row.id in held)
        for row in rows
    )  # fmt: skip


def _disclosures(session: Session, object_id: str) -> tuple[tuple[str, str, int], ...]:
    found = []
    for about in session.index.entries_about(object_id):
        if about.kind == "disclose/1":
            _, fields = session.entry(about.index)
            if isinstance(fields, Disclose):
                found.append((fields.to, fields.at, about.index))
    return tuple(found)
