"""A person at work on a case: lock, unlock, recover, record, log reads, anchor, publish."""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Protocol, Self

import msgspec
from filelock import FileLock

from probatum.acts.inside import Inside
from probatum.acts.ranges import compress
from probatum.acts.surroundings import Surroundings, spell
from probatum.errors import InputError, UseError
from probatum.index.facts import RecordFact
from probatum.index.index import Index
from probatum.index.record_queries import RecordRow
from probatum.index.rows import ItemRow
from probatum.model.ids import (
    COMPARTMENT_NUMBERS,
    is_object_id,
    parse_reference,
    record_number,
    record_reference,
)
from probatum.model.kinds import Anchor, Box, Fields, Read, ReadRecords, Recorded, parse_fields
from probatum.model.roles import Deed, Role, may, may_enter
from probatum.preserve.case import Case, Draft, Opened, SealedDraft

CHECKPOINT_ENTRIES = 256
CHECKPOINT_SECONDS = 1.0
READS_AT_ONCE = 64
READS_AT_MOST = 1024  # that wait where several people share a case


def no_progress(_done: int, _total: int) -> None:
    """Tell nobody."""


@dataclass(slots=True)
class Published:
    """When both logs were published, and up to where the access log is anchored (None: look)."""

    at: datetime
    anchored: int | None = None


class Others(Protocol):
    """The people who share a case: they act by turns (``probatum.acts.turns``)."""

    def leave(self, session: Session) -> None:
        """End the turn of a session for a while."""

    def return_(self, session: Session) -> None:
        """Wait for the next turn of a session."""


class Session:
    """One person at work. ``with open_session(...) as session:``; the end publishes both logs.

    ``role`` is None for whoever opened the case with its passphrase: that person may do everything.
    """

    def __init__(
        self,
        case: Case,
        index: Index,
        lock: FileLock | None,
        person: str | None,
        around: Surroundings,
    ) -> None:
        self.case = case
        self.index = index
        self.around = around
        self.opened_with = "passphrase"
        self.inside: Inside | None = None
        self.role: Role | None = None
        self.others: Others | None = None
        self._lock = lock
        self._person = person
        self._published = Published(around.clock())
        self._dedupe_key = case.root.derive("dedupe")

    def as_person(self, name: str, role: Role, others: Others) -> Session:
        """Return the session of one of several people at the same case, bound by a role."""
        session = Session(self.case, self.index, None, name, self.around)
        session.opened_with = self.opened_with
        session.role, session.others = role, others
        session._published = self._published
        return session

    # -- who and when ---------------------------------------------------------------------------

    @property
    def by(self) -> str:
        """The person who acts: as named, else whoever opened the case."""
        if self._person is None:
            self._person = self.index.case_row().opened_by
        return self._person

    def now(self) -> str:
        """The time for an entry."""
        return spell(self.around.clock())

    # -- finding --------------------------------------------------------------------------------

    def find(self, id_or_reference: str) -> ItemRow:
        """Return an item by object id or short reference.

        Raises UseError ``unknown-id``, ``bad-reference``.
        """
        self.catch_up()
        text = id_or_reference.strip()
        row = None
        if is_object_id(text.lower()):
            row = self.index.item(text.lower())
        else:
            parsed = parse_reference(text)
            if parsed is not None and parsed[0] == self.index.case_row().reference_prefix:
                row = self.index.item_by_number(parsed[1])
        if row is None:
            other = self.is_record(text)
            raise UseError(
                "unknown-id", item="the id or reference as typed",
                expected="an item of this case", found="a record" if other else "none",
                remedy="for records: `probatum record show`, `probatum record history`" if other
                else "look it up with `probatum list`",
            )  # fmt: skip
        return row

    def find_record(self, id_or_reference: str) -> RecordRow:
        """Return a record by object id or short reference, retracted or not.

        Raises UseError ``unknown-id``, ``bad-reference``; InputError ``erased``.
        """
        self.catch_up()
        text = id_or_reference.strip()
        row = None
        if is_object_id(text.lower()):
            row = self.index.record(text.lower())
            if row is None and self.index.exists(text.lower()) == "erased":
                raise InputError("erased", item=text.lower())
        else:
            parsed = parse_reference(text)
            number = None
            if parsed is not None:
                number = record_number(self.index.case_row().reference_prefix, parsed)
            row = None if number is None else self.index.record_by_number(number)
            if number is not None and row is None and self._was_given(number):
                raise InputError("erased", item=self.record_ref(number))
        if row is None:
            raise UseError(
                "unknown-id", item="the id or reference as typed",
                expected="a record of this case", found="none",
                remedy="look it up with `probatum record list`",
            )  # fmt: skip
        return row

    def _was_given(self, number: int) -> bool:
        """Say whether a record's number was given; one without a record was erased."""
        inside = number > COMPARTMENT_NUMBERS
        return 0 < number < self.index.next_record_number(inside=inside)

    def is_record(self, id_or_reference: str) -> bool:
        """Say whether a text is meant to name a record rather than an item."""
        self.catch_up()
        text = id_or_reference.strip()
        if is_object_id(text.lower()):
            return self.index.record(text.lower()) is not None
        prefix = self.index.case_row().reference_prefix
        letters = text.upper()[: len(prefix) + 1]
        return letters in (prefix + "R", prefix + "P")

    def record_ref(self, number: int) -> str:
        """Return the short reference of a record."""
        return record_reference(self.index.case_row().reference_prefix, number)

    def live(self, id_or_reference: str) -> ItemRow:
        """Like ``find``, but refuse an erased item. Raises InputError ``erased``."""
        row = self.find(id_or_reference)
        if row.erased:
            raise InputError(
                "erased", item=row.id, remedy="its history: probatum history " + row.id
            )
        return row

    def dedupe_mac(self, sha256_hex: str) -> bytes:
        """Return the keyed hash under which the private index knows a file's SHA-256."""
        return hmac.digest(self._dedupe_key, sha256_hex.encode(), "sha256")

    def entry(self, index: int) -> tuple[Opened, Fields | None]:
        """Return an evidence entry and its fields (None once its key was destroyed)."""
        return self._open("evidence", index)

    def access_entry(self, index: int) -> tuple[Opened, Fields | None]:
        """Return an access log entry and its fields."""
        return self._open("access", index)

    def _open(self, name: str, index: int) -> tuple[Opened, Fields | None]:
        log = self.case.access if name == "access" else self.case.evidence
        opened = self.case.open_entry(log.entry(index), self.index)
        fields = self.case.fields_of(opened)
        return opened, None if fields is None else parse_fields(opened.leaf.kind, fields)

    # -- what a role allows ---------------------------------------------------------------------

    def require(self, deed: Deed) -> None:
        """Raise UseError ``not-permitted`` unless this person's role allows a deed."""
        if self.role is not None and not may(self.role, deed):
            raise not_permitted(self.role)

    def _require_entry(self, draft: Draft | SealedDraft) -> None:
        if self.role is None:
            return
        if isinstance(draft, SealedDraft):
            kind = draft.kind
            noun = draft.said.noun if isinstance(draft.said, RecordFact) else None
        else:
            kind = draft.entry.kind
            noun = draft.entry.body.noun if isinstance(draft.entry, Recorded) else None
        if not may_enter(self.role, kind, noun):
            raise not_permitted(self.role)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Let the others act while something long is computed from what was read before.

        Inside it the session and its case are not to be touched. Without others nothing happens.
        """
        if self.others is None:
            yield
            return
        self.others.leave(self)
        try:
            yield
        finally:
            self.others.return_(self)

    # -- recording ------------------------------------------------------------------------------

    def commit(self, drafts: Sequence[Draft | SealedDraft]) -> list[int]:
        """Make entries durable; return their indices. Raises UseError ``not-permitted``."""
        for draft in drafts:
            self._require_entry(draft)
        return self.case.commit(drafts, self.index)

    def record(self, *drafts: tuple[str, Fields]) -> list[int]:
        """Make entries about objects durable in the evidence log; return their indices."""
        indices = self.commit([Draft("evidence", object_id, entry) for object_id, entry in drafts])
        self.checkpoint_if_due()
        return indices

    def saw(self, what: str, rows: Sequence[ItemRow], purpose: str | None = None) -> None:
        """Log that this person is about to see content; call it before the answer is given."""
        self.require(Deed.READ)
        numbers = compress(row.number for row in rows if row.number is not None)
        entry = Read(by=self.by, at=self.now(), what=what, purpose=purpose, numbers=numbers)
        self.case.commit([Draft("access", self.case.case_id, entry)], self.index)

    def saw_records(
        self,
        what: str,
        records: Sequence[RecordRow],
        items: Sequence[ItemRow] = (),
        purpose: str | None = None,
    ) -> None:
        """Log that this person is about to see records; call it before the answer is given.

        Reads in a compartment are logged in a box of it: its numbers must not show outside.
        """
        self.require(Deed.READ)
        hidden = [row.number for row in records if row.number > COMPARTMENT_NUMBERS]
        entry = ReadRecords(
            by=self.by, at=self.now(), what=what, purpose=purpose,
            numbers=compress(row.number for row in items if row.number is not None),
            records=compress(row.number for row in records if row.number <= COMPARTMENT_NUMBERS),
        )  # fmt: skip
        drafts = []
        if entry.records or entry.numbers or not hidden:
            drafts.append(Draft("access", self.case.case_id, entry))
        if hidden and self.inside is not None:
            inner = msgspec.structs.replace(entry, numbers="", records=compress(hidden))
            box = self.inside.seal(self.inside.id, inner)
            drafts.append(Draft("access", self.inside.id, box))
        self.case.commit(drafts, self.index)

    def enter(self, inside: Inside) -> None:
        """Show the records of a compartment in this session, and in no other."""
        self.inside = inside
        self.follow()

    def draft(self, object_id: str, entry: Fields, *, inside: bool) -> tuple[str, Fields]:
        """Return an entry as it is to be recorded: sealed if it belongs inside the compartment."""
        if inside and self.inside is None:
            raise ValueError("the session is in no compartment")
        if inside and self.inside is not None:
            return object_id, self.inside.seal(object_id, entry)
        return object_id, entry

    def saw_log(self, what: str, purpose: str | None = None) -> None:
        """Log that this person is about to see who did and read what; no contents."""
        self.require(Deed.WATCH)
        entry = Read(by=self.by, at=self.now(), what=what, purpose=purpose, numbers="")
        self.case.commit([Draft("access", self.case.case_id, entry)], self.index)

    def checkpoint_if_due(self) -> None:
        """Publish both logs once 256 entries wait, or a second has passed."""
        waiting = self.case.evidence.size - self.case.evidence.checkpoint.size
        elapsed = (self.around.clock() - self._published.at).total_seconds()
        if waiting >= CHECKPOINT_ENTRIES or not 0 <= elapsed < CHECKPOINT_SECONDS:
            self.checkpoint()

    def checkpoint(self) -> None:
        """Publish both logs, the access log's head anchored in the evidence log."""
        access = self.case.access
        self.case.publish("access")
        if self._published.anchored is None:
            self._published.anchored = self._last_anchor()
        if access.checkpoint.size > self._published.anchored:
            entry = Anchor(by=self.by, at=self.now(), size=access.checkpoint.size,
                           root=access.checkpoint.root.hex())  # fmt: skip
            self.case.commit([Draft("evidence", self.case.case_id, entry)], self.index)
            self._published.anchored = access.checkpoint.size
        self.case.publish("evidence")
        self._published.at = self.around.clock()

    def _last_anchor(self) -> int:
        # Not the size that is published: a command may have been killed between the two.
        row = self.index.last(Anchor.kind)
        _, fields = self.entry(row.index) if row is not None else (None, None)
        return fields.size if isinstance(fields, Anchor) else 0

    def catch_up(self) -> None:
        """Bring the index up to the acts of this session; its reads follow many at once.

        Where several people share a case, between their turns (``Turns.publish_if_due``). What
        asks the index for reads follows them first (``follow``).
        """
        most = READS_AT_ONCE if self.others is None else READS_AT_MOST
        if self.case.news("evidence") or len(self.case.news("access")) >= most:
            self.follow()

    # -- beginning and end ----------------------------------------------------------------------

    def follow(self) -> None:
        """Bring the index up to the logs, and lay the open compartment over it."""
        self.index.lift()
        self.index.follow(self.case)
        self.case.forget_news()
        if self.inside is not None:
            rows = iter(self.index.all_of(Box.kind))
            boxed = self.inside.boxes(rows, lambda index: self.entry(index)[1])
            self.index.lay(boxed, self._dedupe_key)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            # Reads and acts of a command that failed later still happened: publish them too. After
            # an interrupt (Ctrl-C at any instruction) memory is not to be trusted: replay instead.
            # Nor may an anchor acknowledge originals that nobody recorded: opening cuts them off.
            orderly = kind is None or issubclass(kind, Exception) and not self.case.unrecorded
            if orderly and self.case.writable is None:
                self.checkpoint()
                self.follow()
        finally:
            self.close()

    def close(self) -> None:
        """Let go of files and lock without publishing."""
        try:
            self.index.close()
            self.case.close()
        finally:
            if self._lock is not None:
                self._lock.release()


def not_permitted(role: Role) -> UseError:
    """Return the error for a deed that somebody's role does not allow."""
    return UseError("not-permitted", item="this act", expected="a role that allows it",
                    found=role.value,
                    remedy="ask an owner of the case for another role")  # fmt: skip


def require_writable(session: Session) -> None:
    """Raise the reason why the case may not be written, if there is one."""
    if session.case.writable is not None:
        raise session.case.writable
