"""Overlap tables that were published: to try the models on, and to check them against.

Counts are facts; where each was published is said here. ``probatum count estimate --table kosovo``
takes one by its name.

>>> from probatum.count.overlap import read_table
>>> path = published("kosovo")
>>> read_table(path.read_text("utf-8")).observed if path else None
4400
"""

from __future__ import annotations

from pathlib import Path

SOURCES = {
    "artificial-3": "Chan, Silverman & Vincent 2021, Journal of the American Statistical"
    " Association 116, 1297-1306, table 2: made so that nothing can be told from it",
    "kosovo": "Ball, Betts, Scheuren, Dudukovich & Asher 2002, Killings and Refugee Flow in Kosovo"
    " March - June 1999 (AAAS): killings by four lists",
    "netherlands": "van Dijk, Cruyff, van der Heijden & Kragten-Heerdink 2017; Silverman 2020,"
    " Journal of the Royal Statistical Society A 183, 691-736: victims of trafficking, six lists",
    "netherlands-5": "the same with the two smallest lists as one",
    "spina-bifida": "Hook, Albright & Cross 1980, American Journal of Epidemiology 112, 750-758;"
    " Madigan & York 1997, Biometrika 84, 19-31: births with spina bifida by three registers",
    "uk": "Silverman 2014, Modern Slavery: an application of multiple systems estimation (Home"
    " Office): potential victims of modern slavery in 2013 by six lists",
    "uk-5": "the same with two lists as one",
}


def published(name: str) -> Path | None:
    """Return where the published table of this name is, or None where there is none."""
    return Path(__file__).parent / f"{name}.csv" if name in SOURCES else None
