"""Who is inside a compartment: a browser of a member, for as long as it is used.

The opened key lies in the memory of this process alone, tied to one session of one person. It ends
with the session, when the case is closed, and after some minutes without a page.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from time import monotonic

from django.http import HttpRequest

from probatum.acts.inside import Inside

IDLE_SECONDS = 15 * 60


@dataclass(slots=True)
class _Entered:
    person: int
    inside: Inside
    seen: float


class Compartments:
    """The compartments that are open, by the session of the browser."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._open: dict[str, _Entered] = {}

    def enter(self, request: HttpRequest, inside: Inside) -> None:
        """Let this browser in; another compartment that it was in is left."""
        with self._guard:
            self._open[request.session.session_key] = _Entered(request.user.pk, inside, monotonic())

    def of(self, request: HttpRequest) -> Inside | None:
        """Return the compartment that this browser is in, if its time is not over."""
        key = request.session.session_key
        now = monotonic()
        with self._guard:
            for each in [one for one, it in self._open.items() if now - it.seen > IDLE_SECONDS]:
                del self._open[each]
            found = self._open.get(key) if key else None
            if found is None or found.person != request.user.pk:
                return None
            found.seen = now
            return found.inside

    def leave(self, request: HttpRequest) -> None:
        """Forget the key of the compartment that this browser is in."""
        with self._guard:
            self._open.pop(request.session.session_key, None)

    def forget(self) -> None:
        """Forget all keys: the case is closed."""
        with self._guard:
            self._open.clear()


COMPARTMENTS = Compartments()
