"""What all rules need of a board, worked out once: who supports what, and who no longer does.

A *supporter* takes a stance that says a proposition is so. An *opponent* denies or disputes it. A
stance such as *condemns* or *calls for* says neither. An assertion about an assertion is a *relay*:
it says that something was said. *Withdrawn* is what its own speaker retracted, corrected or
replaced.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from probatum.model.edtf_order import certainly_before
from probatum.model.nouns.assertions import Assertion, Stance
from probatum.model.nouns.propositions import Proposition
from probatum.model.nouns.statements import Statement
from probatum.model.values import When
from probatum.record.board import Board, Known
from probatum.record.sameness import Sameness
from probatum.record.whens import bounds_of

Claim: TypeAlias = Known[Assertion]
Bearing: TypeAlias = Literal["supports", "opposes", "withdraws", "neither"]

_BEARINGS: dict[Stance, Bearing] = {
    "asserts": "supports", "reports": "supports", "acknowledges": "supports",
    "claims_responsibility": "supports", "estimates": "supports", "corrects": "supports",
    "denies": "opposes", "disputes": "opposes", "retracts": "withdraws",
    "condemns": "neither", "calls_for": "neither", "commits_to": "neither",
    "declines_to_comment": "neither",
}  # fmt: skip


def bearing(stance: Stance) -> Bearing:
    """Say what a stance towards a proposition does for it."""
    return _BEARINGS[stance]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """That an assertion no longer stands, and by which later one."""

    what: Claim
    by: Claim
    how: Literal["retracted", "corrected", "replaced"]


class Weighed:
    """A board with its supporters and withdrawals."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.same = Sameness(board)

    # -- who speaks -----------------------------------------------------------------------------

    def speaker(self, claim: Claim) -> str | None:
        """Return the source who speaks; whoever gave the statement, if the claim comes from one."""
        if claim.record.speaker is not None or claim.record.statement is None:
            return claim.record.speaker
        statement = self.board.get(claim.record.statement, Statement)
        return None if statement is None else statement.record.source

    def hands(self, claim: Claim) -> list[str]:
        """Return the known sources it went through, the speaker first, as compared ids."""
        chain = (self.speaker(claim), *claim.record.via)
        return [self.same.root(each) for each in chain if each is not None]

    def said_by_same(self, a: Claim, b: Claim) -> bool:
        """Say whether one known speaker made both."""
        one, other = self.speaker(a), self.speaker(b)
        return one is not None and other is not None and self.same.same(one, other)

    # -- what it is about -----------------------------------------------------------------------

    def subject(self, claim: Claim) -> Known[Proposition] | None:
        """Return the proposition that a claim is about in the end, through other assertions."""
        seen = {claim.id}
        target = claim.record.about
        while (above := self.board.get(target, Assertion)) is not None and above.id not in seen:
            seen.add(above.id)
            target = above.record.about
        return self.board.get(target, Proposition)

    def supporters(self, proposition: str) -> tuple[Claim, ...]:
        """Return those who say that it is so and still stand by it."""
        return tuple(
            claim
            for claim in self.board.about(proposition)
            if _BEARINGS[claim.record.stance] == "supports" and claim.id not in self.withdrawn
        )

    def relays(self, proposition: str) -> tuple[Claim, ...]:
        """Return the assertions about assertions, at any remove, that end at a proposition."""
        found: dict[str, Claim] = {}
        waiting = list(self.board.about(proposition))
        while waiting:
            for claim in self.board.about(waiting.pop().id):
                if claim.id not in found:
                    found[claim.id] = claim
                    waiting.append(claim)
        return in_log_order(found.values())

    # -- what no longer stands ------------------------------------------------------------------

    @cached_property
    def withdrawn(self) -> dict[str, Withdrawal]:
        """Assertion -> by what it was withdrawn; the first that did so in the order of the log."""
        found: dict[str, Withdrawal] = {}
        for claim in self.board.of(Assertion):
            for gone in self._withdrawn_by(claim):
                found.setdefault(gone.what.id, gone)
        return found

    def _withdrawn_by(self, claim: Claim) -> Iterable[Withdrawal]:
        stance = claim.record.stance
        before = self.board.get(claim.record.supersedes, Assertion)
        if before is not None and before.id != claim.id:
            how: Literal["retracted", "corrected", "replaced"] = "replaced"
            if stance in ("corrects", "retracts"):
                how = "corrected" if stance == "corrects" else "retracted"
            yield Withdrawal(before, claim, how)
        if stance not in ("corrects", "retracts"):
            return
        above = self.board.get(claim.record.about, Assertion)
        if above is not None:
            speaker = self.speaker(claim)
            if speaker is not None and self.same.root(speaker) in self.hands(above):
                yield Withdrawal(above, claim, "corrected" if stance == "corrects" else "retracted")
        elif stance == "retracts":
            for other in self.board.about(claim.record.about):
                if _BEARINGS[other.record.stance] in ("supports", "opposes"):
                    if self.said_by_same(claim, other) and not _said_before(claim, other):
                        yield Withdrawal(other, claim, "retracted")


def in_log_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return claims in the order of the log, each once."""
    return tuple(sorted({claim.id: claim for claim in claims}.values(),
                        key=lambda claim: (claim.index, claim.id)))  # fmt: skip


def _said_before(a: Claim, b: Claim) -> bool:
    return told_before(a.record.said_at, b.record.said_at)


def told_before(a: When | None, b: When | None) -> bool:
    """Say whether one time is certainly before the other one; False where it is not known."""
    one, other = bounds_of(a), bounds_of(b)
    return one is not None and other is not None and certainly_before(one, other)
