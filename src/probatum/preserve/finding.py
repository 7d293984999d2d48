"""What the integrity check says: one finding about one subject, under a numbered step.

The steps are those of ``spec/archive.md``, *Integrity check*; numbers never change their meaning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from probatum.errors import EvidenceError, WorldError

Outcome = Literal["verified", "failed", "not checked"]
Progress = Callable[[str, int, int], None]
"""``on_progress(what, done, total)``; called now and then, never for every entry."""
Pause = Callable[[], None]
"""Called where others may write to the case before it returns; what they write is not looked at."""

STEPS: dict[int, str] = {
    1: "key files",
    2: "what this machine remembers",
    3: "evidence log",
    4: "access log",
    5: "entries",
    6: "anchors of the access log",
    7: "vault",
    8: "erasures",
    9: "checkpoint held by somebody else",
}


def no_pause() -> None:
    """Go on at once."""


_MOST = 50  # findings of one sort that are listed one by one


@dataclass(frozen=True, slots=True)
class Finding:
    """One result: the step, what it is about (a file or an entry), the outcome, a sentence."""

    step: int
    subject: str
    outcome: Outcome
    text: str


def verified(step: int, subject: str, text: str) -> Finding:
    """Return a finding that something is as it was committed."""
    return Finding(step, subject, "verified", text)


def failed(step: int, subject: str, text: str) -> Finding:
    """Return a finding that something is not as it was committed."""
    return Finding(step, subject, "failed", text)


def not_checked(step: int, subject: str, text: str) -> Finding:
    """Return a finding that something could not be, or was not to be, checked."""
    return Finding(step, subject, "not checked", text)


def sentence(error: EvidenceError | WorldError) -> str:
    """Return what an error says after its item."""
    said = f"{error.code}: expected {error.expected or 'it to be whole'}"
    return said + (f", found {error.found}" if error.found else "")


class Faults:
    """Failures of one step while it goes on; above 50 they are counted, not listed."""

    def __init__(self, step: int) -> None:
        self.step = step
        self.count = 0
        self._listed: list[Finding] = []

    def add(self, subject: str, text: str) -> None:
        """Take note of one failure."""
        self.count += 1
        if self.count <= _MOST:
            self._listed.append(failed(self.step, subject, text))

    def note(self, error: EvidenceError | WorldError, subject: str) -> None:
        """Take note of an error that named what is wrong."""
        self.add(error.item or subject, sentence(error))

    def findings(self) -> Iterator[Finding]:
        """Yield the failures, and how many more there are."""
        yield from self._listed
        if self.count > _MOST:
            more = f"{self.count - _MOST} more of this step are not listed"
            yield failed(self.step, STEPS[self.step], more)
