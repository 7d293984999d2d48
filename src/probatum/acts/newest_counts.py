"""The newest documented victims and estimates of a case, for a page that shows both; a read.

What runs gave is read back without the libraries of counting: whoever only looks needs none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import msgspec

from probatum.acts.count_runs import Run, estimate_beside, output, runs
from probatum.acts.session import Session
from probatum.count.sentences import all_said_again, assumption_again, said_again


class People(msgspec.Struct, frozen=True):
    """A number of people with its bounds."""

    low: int
    best: int
    high: int


class DocumentedShown(msgspec.Struct, frozen=True):
    """Documented victims, without their strata."""

    people: People
    definitions: tuple[str, ...]
    draws: int
    missed_low: float
    missed: float
    missed_high: float
    refused: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def mind(self) -> tuple[Remarked, ...]:
        """What to mind about these numbers, for whoever reads them."""
        return tuple(map(_again, self.warnings))

    @property
    def why(self) -> tuple[Remarked, ...]:
        """Why no number is the most likely one, for whoever reads it."""
        return tuple(map(_again, self.refused))


class Remarked(NamedTuple):
    """What a run says of itself: ``kept`` if it is as it was kept, in English."""

    words: str
    kept: bool


class ModelShown(msgspec.Struct, frozen=True):
    """What one model answered."""

    model: str
    median: float | None
    low: float | None
    high: float | None
    refused: bool
    reasons: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    assumption: str = ""

    @property
    def whole(self) -> tuple[int, int, int] | None:
        """Median, low and high in whole persons; None where it refused."""
        if self.median is None or self.low is None or self.high is None:
            return None
        return round(self.median), round(self.low), round(self.high)

    @property
    def why(self) -> tuple[Remarked, ...]:
        """The reasons of a refusal, for whoever reads them."""
        return tuple(map(_again, self.reasons))

    @property
    def holds(self) -> Remarked:
        """What must hold for its answer; without words where it is not known."""
        return _remarked(self.assumption, assumption_again(self.assumption))


class EstimatedShown(msgspec.Struct, frozen=True):
    """What the models answered; *independence* is an example and left out by whoever shows it."""

    models: tuple[ModelShown, ...]
    agreement: str
    draws: int

    @property
    def answers(self) -> tuple[ModelShown, ...]:
        """The models that are no mere example."""
        return tuple(each for each in self.models if each.model != "independence")

    @property
    def is_varied_on_one(self) -> bool:
        """Whether warnings tell of changes, which were tried on one of several draws alone."""
        return self.draws > 1 and any(
            warning.startswith("hangs-on-") for each in self.answers for warning in each.warnings
        )

    @property
    def told(self) -> tuple[tuple[ModelShown, tuple[Remarked, ...]], ...]:
        """Each of the answers with what to mind about it alone, for whoever reads it."""
        common = self._common
        return tuple(
            (each, tuple(_again(warning) for warning in each.warnings if warning not in common))
            for each in self.answers
        )

    @property
    def mind(self) -> tuple[Remarked, ...]:
        """What to mind about all answers and is not said with their agreement already."""
        return tuple(
            _again(each) for each in self._common
            if _sentence(each.partition(": ")[2].rpartition(", as: ")[2]) not in self.agreement
        )  # fmt: skip

    @property
    def _common(self) -> tuple[str, ...]:
        given = [each.warnings for each in self.answers if not each.refused]
        first = given[0] if len(given) > 1 else ()
        return tuple(each for each in first if all(each in other for other in given))

    @property
    def compared(self) -> Remarked:
        """Whether the models agree, for whoever reads it."""
        return _remarked(self.agreement, all_said_again(self.agreement))


@dataclass(frozen=True, slots=True)
class Counts:
    """The newest runs over one link run, with what came out of them."""

    documented_run: Run
    documented: DocumentedShown
    estimate_run: Run | None
    estimated: EstimatedShown | None


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _again(remark: str) -> Remarked:
    return _remarked(remark, said_again(remark))


def _remarked(kept: str, again: str | None) -> Remarked:
    return Remarked(kept if again is None else again, again is None)


def newest_counts(session: Session) -> Counts | None:
    """Return the newest counts, None where nobody was counted yet; logged as a read of the lists.

    Raises UseError ``not-permitted``.
    """
    counted = next(runs(session, "documented"), None)
    if counted is None:
        return None
    estimate = estimate_beside(session, counted)
    lists = session.index.some_records([each.id for each in counted.inputs])
    session.saw_records("victim counts", lists)
    return Counts(
        counted,
        msgspec.json.decode(output(session, counted), type=DocumentedShown),
        estimate,
        None
        if estimate is None
        else msgspec.json.decode(output(session, estimate), type=EstimatedShown),
    )
