"""What a contradiction is made of: two sides, the kind, how certain, and why in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from probatum.model.nouns.judgements import Assessment
from probatum.model.nouns.propositions import Proposition
from probatum.model.record import Record
from probatum.record.board import Known
from probatum.record.weighing import Claim
from probatum.record.whens import Certainty

Kind: TypeAlias = Literal[
    "denial", "dispute", "figures", "times", "places", "depictions", "attributions", "identities",
    "statuses", "retraction", "correction", "one-speaker", "earlier-statement",
]  # fmt: skip
Aspect: TypeAlias = Literal["occurrence", "attribution", "scale", "other"]


@dataclass(frozen=True, slots=True)
class Side:
    """One side: what is said (propositions) and who says it.

    ``claims`` may be empty: a denial of what nobody here is recorded to claim. ``judgements`` are
    assessments, where an analyst's judgement is the side.
    """

    propositions: tuple[Known[Proposition], ...] = ()
    claims: tuple[Claim, ...] = ()
    judgements: tuple[Known[Assessment], ...] = ()

    @property
    def records(self) -> tuple[Known[Record], ...]:
        """Everything on this side."""
        return (*self.propositions, *self.claims, *self.judgements)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two sides that cannot both hold (*certain*), or perhaps not (*possible*), and why.

    ``aspect`` says what a denial or dispute is about; the propositions of ``one`` are those that
    are denied.
    """

    kind: Kind
    certainty: Certainty
    one: Side
    other: Side
    why: str
    aspect: Aspect | None = None

    @property
    def ids(self) -> frozenset[str]:
        """The ids of everything on both sides."""
        return frozenset(each.id for each in (*self.one.records, *self.other.records))


def side(propositions: Sequence[Known[Proposition]], claims: Sequence[Claim] = ()) -> Side:
    """Return a side with its records in the order of the log."""
    return Side(
        tuple(sorted(propositions, key=lambda known: (known.index, known.id))),
        tuple(sorted(claims, key=lambda known: (known.index, known.id))),
    )
