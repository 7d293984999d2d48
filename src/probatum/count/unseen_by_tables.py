"""What the overlap tables of a case do not know of, said beside every estimate made from them.

Persons whom no row names are in no table: nobody can tell which of those named they are, and as
persons of one list each they would push every estimate up. Nor does a row without a name put the
person that it was linked to on its list (:func:`probatum.count.inclusion.best_rows`). Pairs that
were never compared are in no draw of who is whom, so they are in every table as two persons of one.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probatum.count.documented import Linked
from probatum.count.estimate_values import Remark
from probatum.count.inclusion import included

MISSED = 0.02
"""Where the search may have missed more than this share of pairs, it is said."""


def unseen_remarks(linked: Linked, said: NDArray[np.int8]) -> tuple[Remark, ...]:
    """Return what is to be said of the tables; ``said`` is what ``inclusion.stances`` gives."""
    remarks = []
    people = [
        int((included(labels, said[1:]).best & ~included(labels, said).best).sum())
        for labels in linked.persons
    ]
    if any(people):
        low, high = min(people), max(people)
        many = f"{high:,}" if low == high else f"{low:,} to {high:,}"
        remarks.append(Remark(
            "unnamed-left-out",
            "one person whom no list names is in no estimate: it may be one whom another list names"
            if low == high == 1 else
            f"{many} persons whom no list names are in no estimate: they may be persons whom"
            " another list names"))  # fmt: skip
    if linked.missed_high > MISSED:
        remarks.append(Remark(
            "pairs-missed", f"of pairs of rows that are one person the search missed"
            f" {linked.missed:.1%} ({linked.missed_low:.1%} to {linked.missed_high:.1%}): no"
            " estimate knows of these, and each makes lists seem to share less, and the estimates"
            " too high"))  # fmt: skip
    return tuple(remarks)
