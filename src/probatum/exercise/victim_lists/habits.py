"""How a list writes: language, scheme, what it leaves out, how often it errs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

Script: TypeAlias = Literal["uk", "ru", "ar", "latin"]


@dataclass(frozen=True, slots=True)
class Habit:
    """The habits of one list; every number but ``share`` is the chance per row, 0 to 1.

    ``share`` is about how much of all persons it names. ``schemes`` are the romanisations (of
    ``probatum.model.alphabets``) that its clerks use, one for each row. ``in_one_piece``: names
    are written in one field; ``family_first`` there. ``mistyped`` is per part of a name.
    """

    name: str
    script: Script
    share: float
    schemes: tuple[str, ...] = ("kmu",)
    in_one_piece: bool = False
    family_first: bool = False
    mistyped: float = 0.04
    turned: float = 0.01
    family_missing: float = 0.02
    father_given: float = 0.7
    sex_missing: float = 0.03
    day_missing: float = 0.08
    month_only: float = 0.08
    day_off: float = 0.06
    day_month_swapped: float = 0.02
    age_missing: float = 0.1
    age_off: float = 0.2
    born_given: float = 0.2
    place_missing: float = 0.04
    place_coarse: float = 0.1
    place_other: float = 0.03
    place_in_one_piece: bool = False
    point_given: float = 0.0
    repeated: float = 0.0
    bare_numbers: float = 0.0
    grandfather_given: float = 0.0
    mother_given: float = 0.0
    kunya_given: float = 0.0

    def clean(self) -> Habit:
        """Return the same list without errors: whatever it gives is right."""
        return replace(self, mistyped=0, turned=0, day_off=0, day_month_swapped=0, age_off=0,
                       place_other=0)  # fmt: skip


FOUR_HABITS: tuple[Habit, ...] = (
    Habit(name="exercise-families", script="uk", share=0.42, born_given=0.75, father_given=0.85,
          age_missing=0.05, grandfather_given=0.05, mother_given=0.15),
    Habit(name="exercise-hospitals", script="latin", share=0.35, in_one_piece=True,
          schemes=("kmu", "bgn-ru", "passport-ru", "german-ru"), father_given=0.25,
          place_missing=0.1,
          place_in_one_piece=True, mistyped=0.05, bare_numbers=0.004),
    Habit(name="exercise-committee", script="ar", share=0.3, in_one_piece=True, born_given=0.05,
          father_given=0.55, age_off=0.3, month_only=0.12, grandfather_given=0.2, mother_given=0.2,
          kunya_given=0.15),
    Habit(name="exercise-office", script="ru", share=0.4, family_first=True, in_one_piece=True,
          born_given=0.5, father_given=0.75, point_given=0.4, repeated=0.03, mother_given=0.1,
          kunya_given=0.05),
)  # fmt: skip
"""Four organisations: families in Ukrainian, hospitals in Latin letters, a committee in Arabic, an
office in Russian that may name somebody twice."""
