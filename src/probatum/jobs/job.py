"""What a job is, and what keeps jobs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

import probatum
from probatum.acts.turns import Turns
from probatum.errors import ProbatumError
from probatum.model.roles import Role

State = Literal["waiting", "running", "done", "failed"]
# step, done, total: what is being done, and how far it is (total 0: unknown).
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A job as somebody wants it. ``given`` are the task's words, all of them text."""

    task: str
    given: Mapping[str, str]
    by: str
    role: Role

    @property
    def key(self) -> str:
        """SHA-256 (hex) of task, words and version; the same for everybody."""
        said = [self.task, sorted(self.given.items()), probatum.__version__]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a job: words of the task for pages to show, never contents of evidence."""

    said: Mapping[str, str]


# A task does a job in as many turns as it likes; its edge calls it with the turns of the case.
Task = Callable[[Turns, Wanted, Progress], Result]


class Ledger(Protocol):
    """Keeps jobs through the end of the process. Ids are of its own making."""

    def take(self) -> tuple[int, Wanted] | None:
        """Mark the oldest waiting job as running and return it; None if none waits."""

    def tell(self, job: int, step: str, done: int, total: int) -> None:
        """Note how far a job is."""

    def finish(self, job: int, result: Result) -> None:
        """Note what became of a job."""

    def fail(self, job: int, error: ProbatumError) -> None:
        """Note why a job was not done."""
