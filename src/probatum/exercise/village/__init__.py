"""The larger exercise: a village after a withdrawal, told by many who do not agree.

Nouns: the *village* is a folder of about 30 small files; a *page* is a web article with its
metadata; the *wire* is an agency's report and its *reprints* are what publications made of it; a
*bulletin* is one day's figures of an office. Every rule of the record shows on it: reprints that
are one origin, a denial that later changes, figures that grow, a disputed photograph, a protected
speaker. Countries, places, bodies and persons are all invented.

>>> import tempfile
>>> from pathlib import Path
>>> with tempfile.TemporaryDirectory() as folder:
...     files = write_village(Path(folder) / "village")
...     sum(file.path.startswith("office/bulletin") for file in files)
7
"""

from __future__ import annotations

from probatum.exercise.village.wire import reprints
from probatum.exercise.village.write import write_village

__all__ = ["reprints", "write_village"]
