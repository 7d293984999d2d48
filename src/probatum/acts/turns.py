"""Several people at one opened case: they act one after the other, in the order in which they came.

A case has one writer. Reading and deciding are short, so that people do not notice; whatever takes
long happens in ``session.aside()``, while others have their turn. The logs are published by
``publish_if_due``, which somebody calls every second or so; until then what was acknowledged lies
in the journals, as everywhere.

A session inside a compartment sees its records during its own turns and nobody else's.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from probatum.acts.inside import Inside
from probatum.acts.session import Session
from probatum.errors import WorldError
from probatum.model.roles import Role

WAIT_SECONDS = 30.0
# Reads alone are anchored after this time: an anchor for each would make the log of acts a log of
# reads. What is not anchored yet is in the access log, and this machine remembers its checkpoint.
ANCHOR_READS_AFTER = timedelta(seconds=60)


class Turns:
    """One opened case for many people."""

    def __init__(self, first: Session) -> None:
        """Share the case of a session; whoever opened it gives it away, and closes it here."""
        self._first = first
        self._queue: deque[threading.Event] = deque()
        self._guard = threading.Lock()
        self._reads_since: datetime | None = None
        self._closed = False
        self._acting: Session | None = None  # whose turn it is

    @contextmanager
    def of(self, name: str, role: Role, inside: Inside | None = None) -> Iterator[Session]:
        """One person's turn. Raises WorldError ``in-use`` if the others take too long."""
        session = self._first.as_person(name, role, self)
        session.inside = inside
        self.return_(session)
        try:
            yield session
        finally:
            self.leave(session)

    @contextmanager
    def first(self) -> Iterator[Session]:
        """A turn of whoever opened the case: for what the desk itself has to do."""
        self._wait()
        try:
            self._first.catch_up()
            yield self._first
        finally:
            self._pass_on()

    def return_(self, session: Session) -> None:
        """Wait for the next turn of a session (``probatum.acts.session.Others``)."""
        self._wait()
        self._acting = session
        try:
            if session.inside is not None:
                session.follow()
            else:
                session.catch_up()
        except BaseException:
            self._acting = None
            self._pass_on()
            raise

    def leave(self, session: Session) -> None:
        """End the turn of a session, if it has one.

        Somebody who was aside and did not get back in time has none: it is another's turn by then,
        which must not end with theirs.
        """
        if self._acting is not session:
            return
        self._acting = None
        try:
            if session.inside is not None:
                session.index.lift()
            if session.case.access.size > session.case.access.checkpoint.size:
                self._reads_since = self._reads_since or session.around.clock()
        finally:
            self._pass_on()

    def publish_if_due(self) -> bool:
        """Publish both logs if acts wait for a second or reads for a minute; say whether.

        Before that the index takes in the reads that wait, if they are many: here nobody waits for
        an answer, and it takes some 50 ms.

        Raises WorldError, EvidenceError as publishing does; then the case takes nothing more until
        it is opened again.
        """
        with self.first() as session:
            if session.case.writable is not None:
                return False
            now = session.around.clock()
            acts = session.case.evidence.size > session.case.evidence.checkpoint.size
            reads = self._reads_since is not None and now - self._reads_since > ANCHOR_READS_AFTER
            if not (acts or reads):
                return False
            session.checkpoint()
            session.catch_up()
            self._reads_since = None
            return True

    @property
    def writable(self) -> bool:
        """Whether the case takes acts; after an error while writing it has to be opened again."""
        return self._first.case.writable is None

    def close(self) -> None:
        """Publish, and let go of the case. Turns that others wait for are refused."""
        self._wait()
        try:
            if not self._closed:
                self._closed = True
                self._first.__exit__(None, None, None)
        finally:
            self._pass_on()

    def _wait(self) -> None:
        mine = threading.Event()
        with self._guard:
            self._queue.append(mine)
            if self._queue[0] is mine:
                mine.set()
        if not mine.wait(WAIT_SECONDS):
            with self._guard:
                if not mine.is_set():
                    self._queue.remove(mine)
                    raise WorldError(
                        "in-use", item="the case", expected="one's turn", found="others at work",
                        remedy="try again in a moment",
                    )  # fmt: skip
        if self._closed:
            self._pass_on()
            raise WorldError(
                "in-use", item="the case", expected="to be open", found="closed",
                remedy="open it again",
            )  # fmt: skip

    def _pass_on(self) -> None:
        with self._guard:
            self._queue.popleft()
            if self._queue:
                self._queue[0].set()
