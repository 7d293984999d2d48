"""A counted number with its measure."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.read.figures.framing import Counted


@dataclass(frozen=True, slots=True)
class Measured:
    """A counted number with its measure; ``start`` and ``end`` take in the word that says it.

    ``shares``: the measure is another figure's, as in a list; ``part``: "of whom 14 were children".
    ``by_own_verb``: a verb of its own stands between this number and the one before.
    ``is_total``: a toll or number of, which may change "from 20 to 25".
    """

    counted: Counted
    measure: str
    start: int
    end: int
    shares: bool = False
    part: bool = False
    by_own_verb: bool = False
    is_total: bool = False
