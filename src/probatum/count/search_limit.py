"""How much the search for pairs may have missed before numbers that rest on it are refused.

Pairs of one person that were never compared stand in every overlap table as two persons of one.
Where a share *s* of them was missed, lists seem to share less by that, and an estimate is too high
by a factor of about 1/(1 - *s*). No model knows of it, and no interval holds it.
"""

from __future__ import annotations

from probatum.count.estimate_values import Remark

LEAST_RECALL = 2 / 3
"""Where the lower limit (95 %) of the recall of the search lies below this, what was never compared
may make an estimate too high by a factor of 1.5: as much as models may differ before no number is
given at all."""


def search_refusal(missed_low: float, missed: float, missed_high: float) -> tuple[Remark, ...]:
    """Return why estimates, and the most likely number of documented victims, are refused.

    >>> search_refusal(0.01, 0.03, 0.08)
    ()
    >>> [each.code for each in search_refusal(0.0, 0.1, 0.4)]
    ['search-missed']
    """
    if 1 - missed_high >= LEAST_RECALL:
        return ()
    return (Remark(
        "search-missed", "of pairs of rows that are one person the search may have missed"
        f" {missed_high:.0%} ({missed:.0%}, 95 %: {missed_low:.0%} to {missed_high:.0%}), and at"
        f" most {1 - LEAST_RECALL:.0%} may be missed: map more columns (days, places, father's"
        " names), or mend what they say, and link again"),)  # fmt: skip
