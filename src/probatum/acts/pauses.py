"""Long acts that keep the case in their hands, and still let others have their turn.

What can be computed from what was read before happens in ``session.aside()``. Some acts read from
the case until they end: a full check, a large disclosure. They pause: every quarter of a second, if
others share the case, whoever waits gets their turn. Each says what may have changed meanwhile.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from probatum.acts.session import Session

AFTER_SECONDS = 0.25


class Pauses:
    """Call it where others may act; it returns with the turn of the session."""

    def __init__(self, session: Session, clock: Callable[[], float] = time.monotonic) -> None:
        self._session, self._clock = session, clock
        self._since = clock()

    def __call__(self) -> None:
        """Let the others act if they have waited long enough."""
        if self._session.others is None or self._clock() - self._since < AFTER_SECONDS:
            return
        with self._session.aside():
            pass
        self._since = self._clock()
