"""What people hand to jobs and jobs to people, kept in memory for a while and nowhere else.

A passphrase for a package, the key of a compartment, a package of somebody else: in the desk
database they would outlive what they are for. After half an hour, or with the end of the process,
they are gone; a job that needs them then says so.

>>> shelf: Shelf[str] = Shelf(clock=lambda: 0.0)
>>> key = shelf.keep("A. Analyst", "an invented passphrase")
>>> shelf.fetch(key, "A. Analyst"), shelf.fetch(key, "B. Reviewer")
('an invented passphrase', None)
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

KEPT_SECONDS = 1_800.0
MOST = 16
Thing = TypeVar("Thing")


@dataclass(slots=True, repr=False)
class _Kept(Generic[Thing]):
    by: str
    thing: Thing
    until: float


def _nothing(_thing: object) -> None:
    """Do nothing with what goes."""


class Shelf(Generic[Thing]):
    """Keeps things of people until they are too old, or there are too many.

    ``may_go`` says whether a thing may go now: one that a job works with stays. ``gone`` is told of
    everything that goes.
    """

    def __init__(
        self,
        may_go: Callable[[Thing], bool] = lambda _thing: True,
        gone: Callable[[Thing], None] = _nothing,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._may_go, self._gone, self._clock = may_go, gone, clock
        self._kept: dict[str, _Kept[Thing]] = {}
        self._guard = threading.RLock()

    def keep(self, by: str, thing: Thing) -> str:
        """Keep a thing of a person; return the key under which they find it."""
        key = secrets.token_urlsafe(18)
        with self._guard:
            self._tidy(MOST - 1)
            self._kept[key] = _Kept(by, thing, self._clock() + KEPT_SECONDS)
        return key

    def fetch(self, key: str, by: str) -> Thing | None:
        """Return a thing to whom it belongs, for another half hour; None if it is gone."""
        with self._guard:
            self._tidy(MOST)
            found = self._kept.get(key)
            if found is None or found.by != by:
                return None
            found.until = self._clock() + KEPT_SECONDS
            return found.thing

    def drop(self, key: str) -> None:
        """Forget one thing."""
        with self._guard:
            found = self._kept.pop(key, None)
        if found is not None:
            self._gone(found.thing)

    def forget(self) -> None:
        """Forget everything: the case is closed, or something in it was erased."""
        for key in list(self._kept):
            self.drop(key)

    def _tidy(self, most: int) -> None:
        now = self._clock()
        free = [key for key, each in self._kept.items() if self._may_go(each.thing)]
        old = [key for key in free if self._kept[key].until <= now]
        over = max(0, len(self._kept) - len(old) - most)
        for key in [*old, *[each for each in free if each not in old][:over]]:
            self.drop(key)
