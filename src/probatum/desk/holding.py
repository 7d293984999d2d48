"""The one case that this process holds open, and the turns of people at it.

>>> from probatum.desk.holding import DESK
>>> DESK.is_open
False
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management import call_command
from django.db import connections
from django.http import HttpRequest

from probatum.acts.open_case import open_session
from probatum.acts.session import Session
from probatum.acts.turns import Turns
from probatum.acts.uploads import Uploads
from probatum.desk.compartments import COMPARTMENTS
from probatum.desk.database.key import Key
from probatum.errors import ProbatumError, WorldError
from probatum.model.roles import Role

PUBLISH_SECONDS = 1.0
End = Callable[[], None]
Begin = Callable[[Turns, Uploads], End]


class Desk:
    """What the process holds: a folder that may hold a case, and the case once it is open."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.case_name = ""
        self._turns: Turns | None = None
        self._begins: list[Begin] = []
        self._ends: list[End] = []
        self._uploads: Uploads | None = None
        self._guard = threading.Lock()
        self._stop = threading.Event()

    @property
    def is_open(self) -> bool:
        """Whether a case is open. After a failed write it takes no acts until it is reopened."""
        return self._turns is not None

    @property
    def turns(self) -> Turns:
        """The turns at the open case. Raises WorldError ``in-use`` if none is open."""
        if self._turns is None:
            raise WorldError(
                "in-use", item="the case", expected="to be open", found="closed",
                remedy="unlock it",
            )  # fmt: skip
        return self._turns

    def open(self, folder: Path, secret: str, person: str | None = None) -> None:
        """Unlock a case and the desk database beside it.

        Raises UseError ``not-a-case``, ``wrong-passphrase``; WorldError ``in-use``; EvidenceError.
        """
        with self._guard:
            if self._turns is not None:
                return
            session = open_session(folder, secret, person)
            try:
                self.case_name = session.index.case_row().name
                session.index.warm()
                _open_database(folder, session.case.root.derive("desk"))
            except BaseException:
                session.close()
                raise
            self.folder = folder
            self._turns = Turns(session)
            self._uploads = Uploads(session)
            self._stop = threading.Event()
            self._ends = [begin(self._turns, self._uploads) for begin in self._begins]
            threading.Thread(
                target=self._publish, args=(self._turns, self._stop), daemon=True, name="publish"
            ).start()

    def close(self) -> None:
        """Publish both logs and let go of case and database."""
        with self._guard:
            turns, self._turns = self._turns, None
            self._stop.set()
            for end in self._ends:
                end()
            self._ends = []
            COMPARTMENTS.forget()
            if self._uploads is not None:
                self._uploads.close()
            if turns is not None:
                turns.close()
            connections.close_all()

    @property
    def uploads(self) -> Uploads:
        """What is coming in at the open case. Raises WorldError ``in-use`` if none is open."""
        if self._uploads is None:
            _ = self.turns
            raise LookupError("an open case has its uploads")
        return self._uploads

    def when_open(self, begin: Begin) -> None:
        """Have something begun whenever a case is opened; what it returns ends it."""
        self._begins.append(begin)

    @staticmethod
    def _publish(turns: Turns, stop: threading.Event) -> None:
        while not stop.wait(PUBLISH_SECONDS):
            try:
                turns.publish_if_due()
            except ProbatumError:
                # Others may have their turn for long: next time. Unless the case takes no acts any
                # more: then there is nothing to publish until it is opened again.
                if not turns.writable:
                    return


DESK = Desk()


def _open_database(folder: Path, key: bytes) -> None:
    wanted = connections.settings["default"]
    wanted["NAME"] = str(folder / "desk.db")
    wanted["OPTIONS"] = {**wanted["OPTIONS"], "key": Key(key)}
    connections["default"].close()
    connections["default"].settings_dict.update(wanted)
    call_command("migrate", verbosity=0, interactive=False)


@contextmanager
def turn(request: HttpRequest) -> Iterator[Session]:
    """Give the signed-in person their turn at the case, in a ``with`` statement.

    In a browser that entered a compartment it is a turn inside.
    """
    person, inside = request.user, COMPARTMENTS.of(request)
    with DESK.turns.of(person.display_name, Role(person.role), inside) as session:
        yield session
