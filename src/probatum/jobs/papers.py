"""Papers that jobs make for people: kept in memory for a while, never in a file that stays.

A case file has names in it. On disk it would lie unencrypted beside an encrypted case, so whoever
wanted it fetches it from memory; after half an hour, or with the end of the process, it is gone.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

KEPT_SECONDS = 1_800.0
MOST = 16


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished paper for one person."""

    by: str
    name: str
    media_type: str
    data: bytes
    until: float


class Papers:
    """Keeps papers until they are too old, or there are too many."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._papers: dict[str, Paper] = {}
        self._guard = threading.Lock()

    def keep(self, by: str, name: str, media_type: str, data: bytes) -> str:
        """Keep a paper for a person; return the key under which it is fetched."""
        key = secrets.token_urlsafe(18)
        with self._guard:
            self._forget_old()
            while len(self._papers) >= MOST:
                del self._papers[next(iter(self._papers))]
            until = self._clock() + KEPT_SECONDS
            self._papers[key] = Paper(by, name, media_type, data, until)
        return key

    def fetch(self, key: str, by: str) -> Paper | None:
        """Return a paper to whom it was made for; None if it is gone, or somebody else's."""
        with self._guard:
            self._forget_old()
            found = self._papers.get(key)
        return found if found is not None and found.by == by else None

    def forget(self) -> None:
        """Forget all papers."""
        with self._guard:
            self._papers.clear()

    def _forget_old(self) -> None:
        now = self._clock()
        for key in [key for key, paper in self._papers.items() if paper.until <= now]:
            del self._papers[key]


PAPERS = Papers()
