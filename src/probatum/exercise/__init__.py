"""Invented demonstration material, every piece of it labelled as an exercise.

Nouns: the *exercise* is a folder of about 17 small files on one invented incident in an invented
town; an *exercise file* is one of them; the *story* (``story.py``) says which file plays which
part in the demonstration. No person, place or event in it is real.

>>> import tempfile
>>> from pathlib import Path
>>> with tempfile.TemporaryDirectory() as folder:
...     exercise = write_exercise(Path(folder) / "exercise")
...     print(exercise.path_of(exercise.statement).read_text("utf-8").splitlines()[0])
EXERCISE - invented material. No person, place or event in this text is real.
"""

from __future__ import annotations

from probatum.exercise.catalogue import ExerciseFile
from probatum.exercise.write import Exercise, write_exercise

__all__ = ["Exercise", "ExerciseFile", "write_exercise"]
