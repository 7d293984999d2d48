"""Look at an item: its bytes for a browser, or what is made of them; logged before any is read.

The bytes are read after one's turn, in constant memory: `content` finds out in the turn what is
needed for that. A browser gets pictures of pictures and pages, made anew in a process of their own
(``derive.showing``), and of what is no picture the bytes only of sound and film.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from probatum.acts.session import Session, require_writable
from probatum.derive.showing.apart import Draughtsmen
from probatum.derive.showing.forms import HEAD_BYTES, PLAYED, Form, form_of
from probatum.derive.showing.job import Sight, Stretch, Unseen, clock
from probatum.derive.showing.stretches import STRETCH_MS
from probatum.errors import EvidenceError, UseError
from probatum.index.record_queries import DerivationRow
from probatum.index.rows import ItemRow
from probatum.model.roles import Deed

__all__ = [
    "PLAYED", "STRETCH_MS", "Content", "Form", "Sight", "Stretch", "Unseen", "clock", "content",
    "form_of_item", "look", "play",
]  # fmt: skip

_KEPT_BYTES = 48 << 20  # of pictures that were made, and of stretches; in memory alone
_Kept = tuple[str, int, int]  # object id, page and edge; or from when, and 0
_Made = TypeVar("_Made", Sight, Stretch)


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of an item, or of a copy that was made of it, to be read after the turn.

    ``chunks`` raises EvidenceError ``vault-damaged``, and ``digest-mismatch`` behind the last one.
    """

    row: ItemRow
    object_id: str
    size_bytes: int
    form: Form
    chunks: Callable[[], Iterator[bytes]]


def content(
    session: Session, ref: str, what: str, *, purpose: str | None = None, copy: str | None = None,
    logged: bool = False,
) -> Content:  # fmt: skip
    """Return what is needed to read an item's bytes, or those of a redacted copy of it.

    ``logged`` says that the page on which it stands has been logged with it. Raises UseError
    ``unknown-id``, ``not-permitted``; InputError ``erased``; EvidenceError.
    """
    require_writable(session)
    row = session.live(ref)
    if logged:
        session.require(Deed.READ)
    else:
        session.saw(what, [row], purpose)
    made = None if copy is None else _copy_of(session, row, copy)
    object_id = row.id if made is None else made.id
    digest = (row.sha256 if made is None else made.sha256) or ""
    size = (row.size_bytes if made is None else made.size_bytes) or 0
    read = _reading(session, object_id)
    head = b"".join(_first(read(), HEAD_BYTES))[:HEAD_BYTES]
    name = row.ref or row.id

    def chunks() -> Iterator[bytes]:
        return _checked(read(), digest, name)

    return Content(row, object_id, size, form_of(head), chunks)


def form_of_item(session: Session, row: ItemRow) -> Form:
    """Say what an item is by its first bytes; the caller has logged the read."""
    return form_of(b"".join(_first(_reading(session, row.id)(), HEAD_BYTES))[:HEAD_BYTES])


def _copy_of(session: Session, row: ItemRow, copy: str) -> DerivationRow:
    for made in session.index.derivations(row.id):
        if made.id == copy and made.sha256 is not None:
            return made
    raise UseError(
        "unknown-id", item="the copy", expected="one that was made of this item", found="none"
    )


def _reading(session: Session, object_id: str) -> Callable[[], Iterator[bytes]]:
    """Return what reads an object. Only files are touched afterwards, and nothing of the case:
    a small one is read at once, out of a segment that others append to.
    """
    key = session.case.key_of(object_id, session.index)
    place = session.index.place(object_id, 0)
    vault = session.case.vault
    if place is not None:
        data = b"".join(vault.read(object_id, 0, key, place))
        return lambda: iter((data,))
    return lambda: vault.read(object_id, 0, key, None)


def _first(chunks: Iterator[bytes], size: int) -> Iterator[bytes]:
    for chunk in chunks:
        yield chunk
        size -= len(chunk)
        if size <= 0:
            return


def _checked(chunks: Iterator[bytes], sha256: str, name: str) -> Iterator[bytes]:
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
        yield chunk
    if digest.hexdigest() != sha256:
        raise EvidenceError(
            "digest-mismatch", item=f"original {name}", expected="the SHA-256 of its entry",
            found="another", remedy="run `probatum check`; compare with your back-up",
        )  # fmt: skip


class _Lately(Generic[_Made]):
    """What was made lately: paging back does not make it again."""

    def __init__(self, size: Callable[[_Made], int]) -> None:
        self._size: Callable[[_Made], int] = size
        self._guard = threading.Lock()
        self._kept: OrderedDict[_Kept, _Made] = OrderedDict()
        self._bytes = 0

    def get(self, key: _Kept) -> _Made | None:
        with self._guard:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def put(self, key: _Kept, made: _Made) -> None:
        with self._guard:
            if key in self._kept:
                return
            self._kept[key] = made
            self._bytes += self._size(made)
            while self._bytes > _KEPT_BYTES:
                _, old = self._kept.popitem(last=False)
                self._bytes -= self._size(old)


_SIGHTS = _Lately[Sight](lambda sight: len(sight.jpeg))
_STRETCHES = _Lately[Stretch](lambda part: len(part.webm))
_CREW = Draughtsmen()


def look(seen: Content, *, page: int = 1, edge: int) -> Sight | Unseen:
    """Return a picture of an item, of one of its pages or of a film's stills, or why there is none.

    Called after the turn. Raises EvidenceError for bytes that are not what was acquired.
    """
    if seen.form.name not in ("picture", "pages", "film"):
        return Unseen(why="unknown")
    key = (seen.object_id, page, edge)
    found = _SIGHTS.get(key)
    if found is not None:
        return found
    done = _CREW.look(seen.chunks(), page=page, edge=edge)
    if isinstance(done, Sight):
        _SIGHTS.put(key, done)
    return done


def play(seen: Content, *, from_ms: int) -> Stretch | Unseen:
    """Return the STRETCH_MS of a film that begin at a moment, for a player, or why there are none.

    Called after the turn. Raises EvidenceError for bytes that are not what was acquired.
    """
    if seen.form.name != "film":
        return Unseen(why="unknown")
    key = (seen.object_id, from_ms, 0)
    found = _STRETCHES.get(key)
    if found is not None:
        return found
    done = _CREW.play(seen.chunks(), from_ms=from_ms)
    if isinstance(done, Stretch):
        _STRETCHES.put(key, done)
    return done
