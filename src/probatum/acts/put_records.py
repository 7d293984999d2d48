"""Put many records into the case: line by line, all or nothing for each, in durable batches.

A line may have three members beside the fields of its noun: ``as`` (``"@mill"``) names it for
later lines, ``id`` makes it a new version of that record, ``why`` is the reason of that version.
Lines that another case exported make new records; their ids and references are names for the
lines below them (``record_tables`` puts tables into that order).

Running the same lines again takes nothing twice: a new record that says what a record of the case
said in its first version *is* that record (``decisions/0026``), unless ``again`` asks for another.
"""

from __future__ import annotations

import gc
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from typing import NamedTuple

import msgspec

from probatum.acts.named_items import named_item
from probatum.acts.put_record import Done, recorded, same_noun
from probatum.acts.record_checks import Checker
from probatum.acts.record_reading import bad
from probatum.acts.record_sealing import SealedLine, digest_of
from probatum.acts.record_texts import Given, Lines, RawLine, read_line
from probatum.acts.sealing_crew import AHEAD, AHEAD_OF_A_PIPE, sealing_crew
from probatum.acts.session import Session, no_progress, require_writable
from probatum.disclose.exports import tables
from probatum.errors import InputError, ProbatumError, UseError
from probatum.index.processes import cores
from probatum.index.rows import ItemRow
from probatum.model.ids import COMPARTMENT_NUMBERS, is_object_id, record_reference
from probatum.model.kinds import Fields, Recorded
from probatum.model.nouns import decode
from probatum.model.record import Record
from probatum.preserve.case import Draft, SealedDraft

BATCH = 1_000
ALONE = 2_000
"""Lines that one process takes by itself, since it takes a while to start others that seal."""
LOOK = 100
"""Lines after which the size of a file tells about how many more there are."""
STARTING = 4_000
"""Lines that are taken here while the others start, if there are many more."""
_EXPORTED = ("ref", "index", "by", "at")  # what an export says of the log beside the id
FOLLOW_AFTER = 16_000
"""Records after which log and index are brought up: what was sealed is kept in memory till then."""


class Line(NamedTuple):
    """One record that is in: where it stood in the input, and what became of it."""

    line: int
    id: str
    number: int
    prefix: str
    noun: str
    done: Done
    name: str | None

    @property
    def ref(self) -> str:
        """Its short reference."""
        return record_reference(self.prefix, self.number)


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that was not taken. The others are."""

    line: int
    error: ProbatumError


@dataclass(slots=True)
class Delivery:
    """How far a bulk delivery came. Everything counted is durable."""

    created: int = 0
    revised: int = 0
    unchanged: int = 0

    @property
    def taken(self) -> int:
        """How many lines are in."""
        return self.created + self.revised + self.unchanged


def put_records(
    session: Session,
    given: Iterable[Given],
    *,
    again: bool = False,
    inside: bool = False,
    on_taken: Callable[[Sequence[Line]], None] | None = None,
    on_progress: Callable[[int, int], None] = no_progress,
) -> tuple[Delivery, list[Refused]]:
    """Put records; return how many are in, and the lines that were refused.

    ``inside`` puts new ones into the compartment that the session is in.

    ``on_taken`` is told of lines once they are durable, so that whoever is interrupted can say how
    far it came. ``on_progress`` is given bytes read and 0. Raises WorldError.
    """
    require_writable(session)
    session.catch_up()
    bulk = _Bulk(session, on_taken, again=again, inside=inside)
    # Other processes cannot look for names of a compartment's records in words, nor seal into it.
    apart = isinstance(given, Lines) and session.inside is None and cores() > 1
    with _no_collections():
        if apart and isinstance(given, Lines):
            _put_apart(session, bulk, given, on_progress)
        else:
            bulk.take_all(given, on_progress)
        bulk.flush()
    if bulk.items:
        session.saw("items that a table names by their bytes", bulk.items)
    return bulk.delivery, bulk.refused


def _put_apart(
    session: Session, bulk: _Bulk, given: Lines, on_progress: Callable[[int, int], None]
) -> None:
    """Take the first lines here, and those that are left sealed by other processes."""
    bulk.take_all(islice(given, min(LOOK, ALONE)), on_progress)
    many = given.left() > 2 * STARTING
    if not many:
        bulk.take_all(islice(given, max(ALONE - LOOK, 0)), on_progress)
    first = next(given.raw, None)
    if first is None:
        return
    with sealing_crew(session.case.case_id, session.by) as crew:
        if many:
            bulk.take(read_line(first))
            bulk.take_all(islice(given, STARTING), on_progress)
        bulk.tell_names(crew.learn)
        for line, made, at in crew.hand_out(
            given.raw if many else chain([first], given.raw), session.now,
            ahead=AHEAD if given.whole else AHEAD_OF_A_PIPE,
        ):  # fmt: skip
            if made is None or not bulk.take_made(line, made):
                bulk.take(read_line(line), at)
            if len(bulk.waiting) >= BATCH:
                bulk.flush()
                on_progress(line.end, 0)


@contextmanager
def _no_collections() -> Iterator[None]:
    """Do without Python's garbage collector: records make no cycles, and it visits them all."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Bulk:
    """A delivery under way. What waits is checked already and not durable yet."""

    def __init__(
        self,
        session: Session,
        on_taken: Callable[[Sequence[Line]], None] | None,
        *,
        again: bool,
        inside: bool,
    ) -> None:
        self.delivery, self.refused = Delivery(), list[Refused]()
        self.items: list[ItemRow] = []
        self.waiting: list[Line] = []
        self._session = session
        self._again = again
        self._on_taken = on_taken
        self._inside = inside
        self._checker = Checker(session, inside=inside)
        self._drafts: list[Draft | SealedDraft] = []
        self._number = session.index.next_record_number(inside=inside)
        self._prefix = session.index.case_row().reference_prefix
        self._versions: dict[str, Record] = {}  # newest versions that wait
        self._seen: dict[str, dict[bytes, deque[tuple[str, int]]]] = {}
        self._since_follow = 0
        self._at: str | None = None  # the time of the line under way, None for now
        self._tell: Callable[[str, str], None] | None = None

    def tell_names(self, tell: Callable[[str, str], None]) -> None:
        """Have the ids of all names told, but for those of records that were sealed elsewhere."""
        self._tell = tell
        for name, object_id in self._checker.names.items():
            tell(name, object_id)

    def take_made(self, line: RawLine, made: SealedLine) -> bool:
        """Take a record that was sealed elsewhere; False if it has to be read and sealed here."""
        names, noun = self._checker.names, made.fact.noun
        if made.name is not None and made.name in names:
            return False
        for value, read_as in made.named:
            if names.get(value, value) != read_as:
                return False
        try:
            if made.marks:
                self._checker.require_known(made.marks)
            if made.cites:
                self._checker.require_exact(decode(made.fact.body))
        except (InputError, UseError) as error:
            self.refused.append(Refused(line.number, error))
            return True
        found = self._found(noun, made.digest)
        if found is not None:
            self.waiting.append(self._named(line.number, found, noun, "unchanged", made.name))
            return True
        object_id = made.object_id.hex()
        if made.name is not None:
            names[made.name] = object_id  # nobody needs to be told: it follows from the name
        self._drafts.append(SealedDraft(
            Recorded.kind, made.object_id, made.leaf, made.leaf_hash, made.sealed, made.key,
            made.fact,
        ))  # fmt: skip
        self.waiting.append(Line(line.number, object_id, self._number, self._prefix, noun,
                                 "created", made.name))  # fmt: skip
        self._number += 1
        self._checker.admit(object_id, noun)
        return True

    def take_all(self, given: Iterable[Given], on_progress: Callable[[int, int], None]) -> None:
        """Check records, and make each batch of them durable."""
        for each in given:
            self.take(each)
            if len(self.waiting) >= BATCH:
                self.flush()
                on_progress(each.end, 0)

    def take(self, given: Given, at: str | None = None) -> None:
        """Check one record; it waits for the next batch, or is refused."""
        self._at = at
        try:
            if given.error is not None:
                raise given.error
            if given.fields.get("record") == tables.ITEMS:
                self.items.append(named_item(self._session, self._checker, given.fields))
                return
            line = self._line(given)
            self.waiting.append(line)
            if line.noun == "vocabulary":  # its terms count for the lines below it
                self.flush()
                self._session.catch_up()
                self._checker.admit(line.id, line.noun)
        except (InputError, UseError) as error:
            self.refused.append(Refused(given.line, error))

    def flush(self) -> None:
        """Make what waits durable."""
        if self._drafts:
            # Durable in the journal, which acknowledges them; publishing the log for each batch
            # would cost as much again, so it waits for the index.
            self._session.commit(self._drafts)
        for line in self.waiting:
            setattr(self.delivery, line.done, getattr(self.delivery, line.done) + 1)
        if self._on_taken is not None and self.waiting:
            self._on_taken(self.waiting)
        self._since_follow += len(self._drafts)
        self._drafts, self.waiting = [], []
        self._versions.clear()
        if self._since_follow >= FOLLOW_AFTER:
            self._session.checkpoint()
            self._session.catch_up()
            self._since_follow = 0

    def _line(self, given: Given) -> Line:
        fields = dict(given.fields)
        name, object_id, why = (_text(fields, each) for each in ("as", "id", "why"))
        if name is not None and name[:1] != "@":
            raise bad("as", "a name that begins with @, such as @mill", "one without it")
        if name is not None and name in self._checker.names:
            raise bad("as", "a name that no line before has", "one that a line before has")
        there = None
        if object_id is not None:
            exported = "ref" in fields
            there = fields.get("ref")
            for said in _EXPORTED:
                fields.pop(said, None)
            if not is_object_id(object_id):
                raise bad("id", "32 lower-case hex digits", "something else")
            if not (exported and self._is_new(object_id)):
                return self._revised(given.line, fields, object_id, why, name)
            why = None  # exported from another case: made here, its id is a name for lines below
            name = name or object_id
        if why is not None:
            raise bad("why", "a reason only beside the `id` of what is revised", "one without it")
        body = self._checker.parse(fields)
        found = self._found(body.noun, digest_of(msgspec.json.encode(body)))
        done: Done = "unchanged"
        if found is None:
            found = self._session.case.new_object()[0], self._number
            self._number += 1
            self._draft(found[0], recorded(self._session, body, at=self._at), inside=self._inside)
            self._checker.admit(found[0], body.noun)
            done = "created"
        if isinstance(there, str):
            self._checker.name_there(there, found[0])
        return self._named(given.line, found, body.noun, done, name)

    def _is_new(self, object_id: str) -> bool:
        """Say whether the id of an exported line is no record of this case or this delivery."""
        if self._session.index.exists(object_id) is not None:
            return False
        return object_id not in {line.id for line in self.waiting}

    def _revised(
        self, line: int, fields: dict[str, object], object_id: str, why: str | None,
        name: str | None,
    ) -> Line:  # fmt: skip
        row = self._session.index.record(object_id)
        if row is None:
            self.flush()  # it may be a record of this very delivery
            row = self._session.find_record(object_id)
        inside = row.number > COMPARTMENT_NUMBERS
        checker = self._checker if inside == self._inside else Checker(self._session, inside=inside)
        if row.noun == "vocabulary" and self._drafts:  # what waits may use its terms
            self.flush()
            self._session.catch_up()
        body = checker.parse(fields, row.id)
        same_noun(row.noun, body)
        waiting = self._versions.get(row.id)
        found = row.id, row.number
        if body == waiting or (waiting is None and body == row.body and not row.retracted):
            return self._named(line, found, body.noun, "unchanged", name)
        if not (why or "").strip():
            raise bad("why", "the reason of the revision", "none")
        self._versions[row.id] = body
        self._draft(row.id, recorded(self._session, body, why, self._at), inside=inside)
        return self._named(line, found, body.noun, "revised", name)

    def _named(
        self, line: int, found: tuple[str, int], noun: str, done: Done, name: str | None
    ) -> Line:
        if name is not None:
            self._checker.names[name] = found[0]
            if self._tell is not None:
                self._tell(name, found[0])
        return Line(line, found[0], found[1], self._prefix, noun, done, name)

    def _draft(self, object_id: str, entry: Fields, *, inside: bool) -> None:
        draft = self._session.draft(object_id, entry, inside=inside)
        self._drafts.append(Draft("evidence", *draft))

    def _found(self, noun: str, digest: bytes) -> tuple[str, int] | None:
        """Return a record of before this delivery that began as this one; each is found once."""
        if self._again:
            return None
        seen = self._seen.get(noun)
        if seen is None:
            seen = self._seen[noun] = defaultdict(deque)
            for object_id, number, text in self._session.index.first_versions(noun):
                if (number > COMPARTMENT_NUMBERS) == self._inside:
                    seen[digest_of(text.encode())].append((object_id, number))
        found = seen.get(digest)
        return found.popleft() if found else None


def _text(fields: dict[str, object], name: str) -> str | None:
    value = fields.pop(name, None)
    if value is not None and not isinstance(value, str):
        raise bad(name, "text", "another value")
    return value
