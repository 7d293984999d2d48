"""Runs jobs one after the other: a case has one writer, and a machine of two cores is busy soon."""

from __future__ import annotations

import threading
from collections.abc import Mapping

from probatum.acts.turns import Turns
from probatum.errors import InputError, ProbatumError, WorldError
from probatum.jobs.job import Ledger, Task
from probatum.jobs.tasks import TASKS

LOOK_SECONDS = 1.0


class Runner:
    """A thread that takes jobs from a ledger until it is stopped."""

    def __init__(self, turns: Turns, ledger: Ledger, tasks: Mapping[str, Task] = TASKS) -> None:
        self._turns, self._ledger, self._tasks = turns, ledger, tasks
        self._stop = threading.Event()
        self._news = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True, name="jobs")

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wake(self) -> None:
        """Look at the ledger now: somebody wants something."""
        self._news.set()

    def stop(self, wait_seconds: float = 5.0) -> None:
        """Take no further job; one that is running ends with the process, and is run again."""
        self._stop.set()
        self._news.set()
        if self._thread.is_alive() and threading.current_thread() is not self._thread:
            self._thread.join(wait_seconds)

    def run_one(self) -> bool:
        """Take one job and do it; say whether there was one."""
        taken = self._ledger.take()
        if taken is None:
            return False
        number, wanted = taken
        settled = False
        try:
            task = self._tasks.get(wanted.task)
            if task is None:
                raise InputError(
                    "unsupported-version", item="a job", expected="a task of this version",
                    found="another", remedy="ask for it again",
                )  # fmt: skip

            def tell(step: str, done: int, total: int) -> None:
                self._ledger.tell(number, step, done, total)

            self._ledger.finish(number, task(self._turns, wanted, tell))
            settled = True
        except ProbatumError as error:
            self._ledger.fail(number, error)
            settled = True
        finally:
            if not settled:  # a fault of ours: the terminal gets its trace, the person a word
                self._ledger.fail(number, WorldError(
                    "io-error", item="a job", expected="to end", found="a mistake in Probatum",
                    remedy="the terminal that runs the desk says more; report it, please",
                ))  # fmt: skip
        return True

    def _run(self) -> None:
        try:
            while not self._stop.is_set():
                if not self.run_one():
                    self._news.wait(LOOK_SECONDS)
                    self._news.clear()
        finally:
            if not self._stop.is_set():  # others' jobs go on after a fault
                self._thread = threading.Thread(target=self._run, daemon=True, name="jobs")
                self._thread.start()
