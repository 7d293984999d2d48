"""What an assertion is recorded as being about: a proposition of its own, another's, an assertion.

Who says that somebody said something relays that assertion. Who denies, disputes or admits what
another one says takes a side on *its* proposition. Who says something else that bears on it ("it
was deserters") says a thing of its own.
"""

from __future__ import annotations

from collections.abc import Mapping

from probatum.read.contract import Assertion, Figure, Suggestion

_ANSWERS = frozenset(("denies", "disputes", "retracts", "acknowledges"))


class Bearings:
    """What the assertions of one reading are about; ``by_id`` are its suggestions."""

    def __init__(self, by_id: Mapping[str, Suggestion]) -> None:
        self._by_id = by_id
        self._asserted: dict[str, str] = {}

    def of(self, each: Assertion) -> str:
        """Return the name of a proposal: an assertion, a figure, or ``a1-what`` of an assertion."""
        other = self._other(each)
        if other is not None and _relays(each, other):
            return other.id
        answered = self._answered(each) if _answers(each) else None
        if answered is not None and not self._leaves_open(each, answered):
            return answered
        return _own(each)

    def _other(self, each: Assertion) -> Assertion | None:
        """Return the first assertion that it bears on."""
        return next((by for name in each.about
                     if isinstance(by := self._by_id.get(name), Assertion)), None)  # fmt: skip

    def _leaves_open(self, each: Assertion, answered: str) -> bool:
        """Say whether a denial says nothing of what it answers: "not us" of a number."""
        return each.denies == "attribution" and isinstance(self._by_id.get(answered), Figure)

    def _answered(self, each: Assertion) -> str | None:
        """Return what the first assertion in a chain of answers is about; None is no answer."""
        seen: dict[str, None] = {}
        found = None
        while found is None:
            seen[each.id] = None
            other = self._other(each)
            if other is None or not (_answers(each) or _relays(each, other)):
                found = _own(each) if len(seen) > 1 else ""
            elif other.id in seen:
                found = ""
            elif other.proposition == "figure" and other.figures:
                found = other.figures[0]
            else:
                found = self._asserted.get(other.id)
                each = other
        if len(seen) > 1:
            self._asserted.update((name, found) for name in seen)
        return found or None


def _own(each: Assertion) -> str:
    """Return what an assertion is about that answers none: a number, or what its words say."""
    if each.proposition == "figure" and each.figures:
        return each.figures[0]
    return f"{each.id}-what"


def _answers(each: Assertion) -> bool:
    return each.stance in _ANSWERS


def _relays(each: Assertion, other: Assertion) -> bool:
    """Say whether one says that the other was said, or will not answer it."""
    inside = each.content.start <= other.content.start and other.content.end <= each.content.end
    return not _answers(each) and (inside or each.stance == "declines_to_comment")
