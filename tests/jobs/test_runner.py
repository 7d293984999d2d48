"""Jobs are taken in their order, once each, and what becomes of them is kept."""

from __future__ import annotations

from collections import deque
from typing import cast

from probatum.acts.turns import Turns
from probatum.errors import InputError, ProbatumError
from probatum.jobs.job import Progress, Result, Wanted
from probatum.jobs.runner import Runner
from probatum.model.roles import Role

NOBODY = cast(Turns, None)


class Kept:
    """A ledger in memory."""

    def __init__(self, *tasks: str) -> None:
        self.waiting = deque(
            (number, Wanted(task=task, given={}, by="A", role=Role.OWNER))
            for number, task in enumerate(tasks)
        )
        self.said: list[object] = []

    def take(self) -> tuple[int, Wanted] | None:
        return self.waiting.popleft() if self.waiting else None

    def tell(self, job: int, step: str, done: int, total: int) -> None:
        self.said.append((job, step, done, total))

    def finish(self, job: int, result: Result) -> None:
        self.said.append((job, dict(result.said)))

    def fail(self, job: int, error: ProbatumError) -> None:
        self.said.append((job, error.code))


def good(_turns: Turns, _job: Wanted, progress: Progress) -> Result:
    progress("half", 1, 2)
    return Result({"items": "1"})


def refused(_turns: Turns, _job: Wanted, _progress: Progress) -> Result:
    raise InputError("unreadable")


def mistaken(_turns: Turns, _job: Wanted, _progress: Progress) -> Result:
    raise ZeroDivisionError


TASKS = {"good": good, "refused": refused, "mistaken": mistaken}


def test_jobs_are_done_in_their_order_and_tell_how_far_they_are() -> None:
    kept = Kept("good", "refused", "no such task")
    runner = Runner(NOBODY, kept, TASKS)
    while runner.run_one():
        pass
    assert kept.said == [
        (0, "half", 1, 2), (0, {"items": "1"}), (1, "unreadable"), (2, "unsupported-version")
    ]  # fmt: skip


def test_a_mistake_of_ours_fails_its_job_and_shows() -> None:
    kept = Kept("mistaken")
    try:
        Runner(NOBODY, kept, TASKS).run_one()
    except ZeroDivisionError:
        pass
    else:
        raise AssertionError("the mistake was hidden")
    assert kept.said == [(0, "io-error")]


def test_the_same_wish_has_the_same_key_whoever_has_it() -> None:
    one = Wanted(task="read", given={"a": "1", "b": "2"}, by="A", role=Role.OWNER)
    two = Wanted(task="read", given={"b": "2", "a": "1"}, by="B", role=Role.REVIEWER)
    other = Wanted(task="read", given={"a": "2", "b": "1"}, by="A", role=Role.OWNER)
    assert one.key == two.key != other.key
