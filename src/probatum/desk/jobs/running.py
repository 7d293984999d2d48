"""The thread that does the jobs of the open case."""

from __future__ import annotations

from collections.abc import Callable

from probatum.acts.turns import Turns
from probatum.desk.jobs.ledger import LEDGER
from probatum.jobs.runner import Runner


class Running:
    """At most one runner: that of the open case."""

    def __init__(self) -> None:
        self._runner: Runner | None = None

    def begin(self, turns: Turns) -> Callable[[], None]:
        """Take up what was interrupted, and begin; return what ends it."""
        LEDGER.resume()
        runner = self._runner = Runner(turns, LEDGER)
        runner.start()
        return runner.stop

    def wake(self) -> None:
        """Have the jobs looked at now: somebody wants something."""
        if self._runner is not None:
            self._runner.wake()


RUNNING = Running()
