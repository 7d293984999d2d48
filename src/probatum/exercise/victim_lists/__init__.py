"""Invented lists of victims in several scripts, and the truth about them: exercise material.

Nouns: a *person* is somebody invented, with what is true of them; a *habit* is how one list
writes: its language and script, what it leaves out, how often it errs, whom it reaches; a *made*
set of lists is their rows and, for each row, the number of the person it means. Given names are
ordinary ones or invented, family names and places are put together from syllables. Nobody in
these lists exists, and every list says *exercise*.

>>> made = make_lists(200, seed=1)
>>> made.people, len(made.victims) == len(made.person_of_row), made.lists[0]
(200, True, 'exercise-families')
>>> made.victims == make_lists(200, seed=1).victims
True
"""

from __future__ import annotations

from probatum.exercise.victim_lists.coverage import Coverage
from probatum.exercise.victim_lists.habits import FOUR_HABITS, Habit
from probatum.exercise.victim_lists.making import Made, make_lists

__all__ = ["FOUR_HABITS", "Coverage", "Habit", "Made", "make_lists"]
