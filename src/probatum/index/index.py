"""The index of one case: opened, brought up to date, asked, thrown away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from probatum.errors import EvidenceError, InputError
from probatum.index import overlay, schema
from probatum.index.crew import read_apart
from probatum.index.dated_queries import DatedQueries
from probatum.index.documents import searchable
from probatum.index.following import Follower
from probatum.index.item_queries import ItemQueries
from probatum.index.map_queries import MapQueries
from probatum.index.objects import Objects
from probatum.index.overlay import Boxed
from probatum.index.processes import cores
from probatum.index.reading import Reader, Taken
from probatum.index.record_pages import RecordPages
from probatum.index.review_queries import ReviewQueries
from probatum.index.schema import Row, reported
from probatum.index.search_queries import SearchQueries
from probatum.preserve.case import Case, LogName
from probatum.preserve.log import Log, damaged
from probatum.preserve.vault import Watermark
from probatum.proof.merkle import Frontier
from probatum.proof.tiles import WIDTH

LOGS: tuple[LogName, ...] = ("evidence", "access")
BULK = 20_000  # entries of one log; fewer are read sooner than other processes start
Progress = Callable[[int, int], None]


def _quiet(_done: int, _total: int) -> None:
    pass


class Index(MapQueries, ItemQueries, RecordPages, DatedQueries, ReviewQueries, SearchQueries):
    """SQLite in SQLCipher that follows both logs and the vault; implements ``case.Heads``."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self._key = key
        self._connection, self.fresh = schema.connect(path, key)
        self._counts = {}
        self._followed: dict[LogName, tuple[Log, int]] = {}

    @classmethod
    def open(cls, path: Path, key: bytes) -> Index:
        """Open the file, or make it anew if it is missing or cannot be trusted (``fresh``)."""
        return cls(path, key)

    def close(self) -> None:
        """Close the file."""
        with reported():
            self._connection.close()

    def purge(self) -> None:
        """Forget everything: delete the file and begin an empty one."""
        self.close()
        schema.remove(self.path)
        self._counts.clear()
        self._followed.clear()
        self._case_row = None
        self._connection, self.fresh = schema.connect(self.path, self._key)

    # -- a compartment, for one session ---------------------------------------------------------

    def lay(self, boxed: Sequence[Boxed], dedupe_key: bytes) -> None:
        """Answer from the entries of a compartment too, until ``lift``; the file stays as it is."""
        overlay.lay(self._connection, boxed, dedupe_key)

    def lift(self) -> None:
        """Forget what was laid over."""
        overlay.lift(self._connection)

    # -- following ------------------------------------------------------------------------------

    def follow(self, case: Case, on_progress: Progress = _quiet) -> int:
        """Bring the index up to the end of both logs; return how many entries were taken.

        Starts anew if what it holds is not the beginning of the case's logs. Raises EvidenceError
        ``log-damaged``, ``keys-damaged``, ``bad-entry``; then the index stays as it was.
        """
        if not all(self._continues(case.log(name), name) for name in LOGS):
            self.purge()
        with reported():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                count = self._follow(case, on_progress)
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # SQLite ends it by itself on a full disk
                    self._connection.execute("ROLLBACK")
                raise
        self._followed = {name: (case.log(name), case.log(name).size) for name in LOGS}
        return count

    def _edge(self, name: LogName) -> Frontier:
        row = self._first("SELECT value FROM state WHERE name = ?", name + "_edge")
        size = self._first("SELECT value FROM state WHERE name = ?", name + "_size")
        if row is None or size is None:
            return Frontier()
        hashes: bytes = row[0]
        return Frontier.from_state(
            size[0], [hashes[at : at + 32] for at in range(0, len(hashes), 32)]
        )

    def _mark(self) -> Watermark:
        rows = self._all("SELECT value FROM state WHERE name IN ('vault_offset', 'vault_segment')"
                         " ORDER BY name")  # fmt: skip
        return Watermark(rows[1][0], rows[0][0]) if rows else Watermark(0, 0)

    def _continues(self, log: Log, name: LogName) -> bool:
        edge = self._edge(name)
        if edge.size > log.size:
            return False
        followed, size = self._followed.get(name, (None, 0))
        if followed is log and edge.size == size:
            return True  # compared when it was followed; since then this process has added to it
        if edge.size <= log.checkpoint.size:
            return edge.size == 0 or log.root_at(edge.size) == edge.root()
        edge.extend(stored.leaf_hash for stored in log.entries(edge.size))
        return edge.root() == log.root()

    def _follow(self, case: Case, on_progress: Progress) -> int:
        follower = Follower(self._connection)
        edges = {name: self._edge(name) for name in LOGS}
        rebuilt = edges["evidence"].size == 0 and case.evidence.size >= BULK
        if rebuilt:
            schema.drop_indexes(self._connection)
        total = sum(case.log(name).size - edges[name].size for name in LOGS)
        done = 0
        for name in LOGS:
            log, edge = case.log(name), edges[name]
            for taken in _runs(case, name, edge.size, follower.objects):
                follower.take(name, taken, edge)
                done += len(taken.kinds)
                on_progress(done, total)
            if edge.root() != log.root():
                raise damaged(f"the entry bundles of the {name} log", "the entries of its tree")
        follower.finish()
        self._follow_vault(case)
        follower.documents.read_texts(case)
        if rebuilt:
            schema.make_indexes(self._connection)
            self._check_positions(case)
        follower.documents.settle()
        for name in LOGS:
            self._set(name + "_size", edges[name].size)
            self._set(name + "_edge", b"".join(edges[name].hashes))
        return done

    def _check_positions(self, case: Case) -> None:
        """Compare the order of the key table, which other processes read by object id."""
        objects = self._connection.execute("SELECT id FROM object ORDER BY position")
        for (raw,), (listed, _) in zip(objects, case.keys.records(), strict=False):
            if raw != listed:
                raise EvidenceError(
                    "keys-damaged", item="the table of object keys", found="another order",
                    expected="object " + raw.hex() + " where the log introduces it",
                    remedy="restore keys/ from a back-up: probatum key restore",
                )  # fmt: skip

    def _follow_vault(self, case: Case) -> None:
        # What lies beyond the evidence log's mark is not acknowledged and may yet be cut off.
        start, end = self._mark(), case.evidence.mark
        if start == end:
            return
        self._connection.executemany(
            "INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?)", _places(case, start, end)
        )
        self._set("vault_segment", end.segment)
        self._set("vault_offset", end.offset)

    def _set(self, name: str, value: int | bytes) -> None:
        self._connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))


def _places(
    case: Case, start: Watermark, end: Watermark
) -> Iterator[tuple[bytes, int, int, int, int]]:
    for place in case.vault.scan(start):
        if (place.segment, place.offset) >= (end.segment, end.offset):
            return
        yield bytes.fromhex(place.object_id), place.part, place.segment, place.offset, place.length


def _runs(case: Case, name: LogName, start: int, objects: Objects) -> Iterator[Taken]:
    """Yield a log's entries from ``start`` on, opened and checked, bundle by bundle."""
    log = case.log(name)

    def key_of(raw: bytes) -> bytes | None:
        known = objects.meet(raw) if name == "evidence" else objects.require(raw, f"the {name} log")
        try:
            return case.keys.key_of(raw, known.position)
        except InputError as error:
            if error.code != "erased":
                raise
            return None

    reader = Reader(case.case_id, case.root.derive("dedupe"), key_of)

    def read_here(first: int, stop: int) -> Iterator[Taken]:
        for number in range(first, stop):
            entries = [each for each in log.bundle(number) if start <= each.index < told]
            yield reader.take(entries, name)

    news = case.news(name)
    told = max(start, log.size - len(news))
    begin, end = start // WIDTH, -(-told // WIDTH)
    if is_bulk(log, start, told):
        whole, full = -(-start // WIDTH), min(told, log.checkpoint.size) // WIDTH
        yield from read_here(begin, whole)
        yield from read_apart(case, name, whole, full)
        begin = full
    yield from read_here(begin, end)
    if told < log.size:
        yield reader.retell(news[told - log.size :], told)


def is_bulk(log: Log, start: int, told: int) -> bool:
    """Say whether so many entries lie in full bundles that other processes should read them."""
    return cores() > 1 and min(told, log.checkpoint.size) - start >= BULK


def contents(index: Index) -> dict[str, list[Row]]:
    """Return every table as sorted rows: equal for equal indexes, however they were made."""
    found: dict[str, list[Row]] = {}
    for table in schema.TABLE_NAMES:
        found[table] = sorted(index._all("SELECT * FROM " + table), key=repr)
    return found | searchable(index._connection)
