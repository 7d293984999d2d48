"""Find the places of a text: by the rules of its language, against the gazetteer."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.found import Mark, PlaceFound
from probatum.read.gazetteer import Gazetteer
from probatum.read.places import arabic, cyrillic, english
from probatum.read.places.resolving import places_from

# Where a language is mostly written about, as far as that says anything.
_LEANING = {"uk": "UA"}


def places_of(
    text: str,
    language: str,
    gazetteer: Gazetteer,
    *,
    hints: Sequence[tuple[Mark, str]] = (),
    country: str | None = None,
) -> list[PlaceFound]:
    """Return the places that a text names, in the order of their first mention.

    ``language`` is what `probatum.read.language.language_of` says; languages without rules give
    nothing. ``hints`` are marks that a model labelled (PERSON, ORG, GPE, LOC ...), for English;
    ``country`` (ISO 3166-1 alpha-2) is where the case is; else the gazetteer may say so.
    Linear in the length of the text.
    """
    if language == "en":
        named = english.names_in(text, gazetteer, hints)
    elif language in ("uk", "ru"):
        named = cyrillic.names_in(text, gazetteer, language)
    elif language == "ar":
        named = arabic.names_in(text, gazetteer)
    else:
        named = []
    return places_from(
        named, gazetteer, country or gazetteer.country, gazetteer.home or _LEANING.get(language)
    )
