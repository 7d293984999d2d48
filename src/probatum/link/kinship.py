"""Kin or the same person: what agreement is worth where two given names clearly differ.

Brothers and sisters who are killed together agree on family name, father's name, day and place,
each of which is strong evidence for one person if rows of two persons are strangers. They are not:
so where given names differ, these four are one piece of evidence, ``kin``, weighed against how many
pairs stand there. Of all pairs of one person a share *m* has given names that differ, and these
agree on the rest as often as those whose given names agree; what else stands there are two of one
family. Birth is weighed likewise (``kin_born``): twins are few among kin, and far more than among
strangers.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from probatum.link.comparisons import COMPARISONS, DIFFERING, KINSHIP, PLACE_OF
from probatum.link.learned import Weights

PRIOR_PAIRS = 20.0
KIN_OF_PAIRS = 0.2
"""Pairs of kin expected for a pair of one person, with the weight of ``PRIOR_PAIRS``."""
ROUNDS = 20
_GIVEN, _FAMILY, _FATHER, _BORN, _DIED, _PLACE, _SEX, _KUNYA = (
    PLACE_OF[each]
    for each in ("given", "family", "father", "born", "died", "place", "sex", "kunya")
)
_KIN, _KIN_BORN = (PLACE_OF[each] for each in KINSHIP)
_SAID = (_GIVEN, _SEX, _KUNYA, _KIN, _KIN_BORN)  # what speaks of a pair that may be of kin
_LITTLE = 3  # the level of ``kin`` where strangers stand as well
_NEARLY = 3  # levels of birth that are one day, or a slip in it
Levels = NDArray[np.int8]
Floats = NDArray[np.float64]


class Kin:
    """The compared pairs whose given names differ in one family, and those where they agree."""

    def __init__(self, levels: Levels, all_pairs: float) -> None:
        self.all_pairs = all_pairs
        sizes = tuple(len(COMPARISONS[at].levels) + 1 for at in _SAID)  # the last: not said
        mine = levels[levels[:, _KIN] >= 0][:, _SAID].astype(np.int64)
        mine = np.where(mine < 0, np.array(sizes) - 1, mine)
        often = np.bincount(np.ravel_multi_index(tuple(mine.T), sizes), minlength=0)
        code = np.flatnonzero(often)
        self._often, self._at = often[code].astype(np.float64), np.unravel_index(code, sizes)
        agreeing = levels[(levels[:, _GIVEN] >= 0) & (levels[:, _GIVEN] < DIFFERING)]
        self._agreed, self._born = _shared(agreeing), agreeing[:, _BORN]
        self._found = np.bincount(self._agreed + 1, minlength=1 + len(COMPARISONS[_KIN].levels))

    def given_names(self, weights: Weights) -> Weights:
        """Return weights in which m of given names is that of rows with one day of birth.

        Who agrees on what a family shares and on the day of birth is one person, or a twin.
        """
        differ = np.array([
            self._often[(self._at[0] == level) & (self._at[3] < _LITTLE) & (self._at[4] == 0)].sum()
            for level in range(DIFFERING, len(COMPARISONS[_GIVEN].levels))
        ])  # fmt: skip
        much = (self._agreed >= 0) & (self._agreed < _LITTLE)
        alike = (much & (self._born >= 0) & (self._born < _NEARLY)).sum()
        stated = np.array([each.likely for each in COMPARISONS[_GIVEN].levels[DIFFERING:]])
        found = (differ + PRIOR_PAIRS * stated) / (differ.sum() + alike + PRIOR_PAIRS)
        m = weights.m[_GIVEN].copy()
        m[:DIFFERING] *= (1 - found.sum()) / (1 - m[DIFFERING:].sum())
        m[DIFFERING:] = found
        return replace(weights, m=_with(weights.m, _GIVEN, m))

    def weighed(self, weights: Weights) -> Weights:
        """Return weights with m and u of `KINSHIP`; these are shares of all pairs that differ.

        m is that of pairs whose given names agree; u is found by expectation maximisation from
        the pairs that stand there, beginning with all of them.
        """
        pairs = weights.share * self.all_pairs
        stated = np.array([each.likely for each in COMPARISONS[_KIN].levels])
        certain = min(pairs, float(self._found.sum()))
        m = (self._found[1:] + PRIOR_PAIRS * stated) / (certain + PRIOR_PAIRS)
        born = weights.m[_BORN]
        m_born = np.append(born[:_NEARLY].sum(), born[_NEARLY:])
        m_born = m_born / m_born.sum()
        weights = replace(weights, m=_with(_with(weights.m, _KIN, m), _KIN_BORN, m_born))
        others = self.all_pairs * float(weights.u[_GIVEN][DIFFERING:].sum())
        few = KIN_OF_PAIRS * min(pairs, PRIOR_PAIRS) * m
        born_stated = np.array([each.by_chance for each in COMPARISONS[_KIN_BORN].levels])
        two = self._often
        for _ in range(ROUNDS):
            u = (np.bincount(self._at[3], two, minlength=len(m) + 1)[:-1] + few) / others
            seen = np.bincount(self._at[4], two, minlength=len(m_born) + 1)[:-1]
            u_born = (seen + PRIOR_PAIRS * born_stated) / (seen.sum() + PRIOR_PAIRS)
            known = _with(_with(weights.u, _KIN, _rounded(u)), _KIN_BORN, _rounded(u_born))
            weights = replace(weights, u=known)
            odds = np.log(weights.share / (1 - weights.share)) + sum(
                np.append(np.log(weights.m[each] / weights.u[each]), 0.0)[at]
                for each, at in zip(_SAID, self._at, strict=True)
            )
            two = self._often / (1 + np.exp(np.clip(odds, -40, 40)))
        return weights


def _shared(levels: Levels) -> NDArray[np.int64]:
    """Return at which level of ``kin`` pairs would stand if their given names differed, or -1."""
    family = (levels[:, _FAMILY] >= 0) & (levels[:, _FAMILY] < DIFFERING)
    father = (levels[:, _FATHER] >= 0) & (levels[:, _FATHER] < 3)
    day, place = ((levels[:, at] >= 0) & (levels[:, at] < DIFFERING) for at in (_DIED, _PLACE))
    both, one = day & place, day | place
    found = np.select([family & father & both, both & (family | father), family & father,
                       family & one], [0, 1, 2, 3], -1)  # fmt: skip
    unsaid_only = ~family & (levels[:, _FAMILY] >= 0)
    return np.where(unsaid_only, -1, found).astype(np.int64)


def _with(known: tuple[Floats, ...], at: int, instead: Floats) -> tuple[Floats, ...]:
    return (*known[:at], instead, *known[at + 1 :])


def _rounded(values: Floats) -> Floats:
    return np.array([float(f"{value:.6g}") for value in values])
