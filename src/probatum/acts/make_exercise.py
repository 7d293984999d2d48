"""Write the invented exercise into a folder, for the demonstration and for training.

It touches no case: adding the material is ``add_files`` like any other.
"""

from __future__ import annotations

from pathlib import Path

from probatum.exercise import Exercise, story, write_exercise

__all__ = ["Exercise", "make_exercise", "story"]


def make_exercise(folder: Path) -> Exercise:
    """Write all files of the exercise into a new or empty folder and say which is which.

    Raises UseError ``case-exists`` for a folder that is not empty; WorldError.
    """
    return write_exercise(folder)
