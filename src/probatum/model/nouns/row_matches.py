"""Whether two rows of victim lists are one person: somebody's judgement, which merges nothing."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

import msgspec

from probatum.model.record import Name, Record, Ref, Text, Value, about, require

Probability: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^(0|1|0\.[0-9]{1,6})$(?!\n)")]
"""A probability as decimal text: there are no fractions in records."""


class ListedRow(Value, frozen=True, kw_only=True):
    """A row of a victim list, by its own id in that list."""

    list: Annotated[Ref, about("victim_list")]
    row: Name


class RowMatch(Record, frozen=True, kw_only=True, tag="row_match/1"):
    """A judgement that two rows of victim lists are one person, or not, or that it is undecided.

    ``purpose`` says why the pair was asked for: ``queue``, because its answer tells most, or
    ``sample``, drawn at random to measure the linkage; only these say how good it is. ``run`` is
    the link run that the pair was taken from, ``probability`` what that run gave it.
    """

    between: Annotated[tuple[ListedRow, ...], msgspec.Meta(min_length=2, max_length=2)]
    answer: Literal["yes", "no", "undecided"]
    reasons: Text
    purpose: Literal["queue", "sample"] = "queue"
    run: Ref | None = None
    probability: Probability | None = None

    def check(self) -> None:
        """Two different rows."""
        require(len(set(self.between)) == 2, "expected two different rows in `between`")
