"""The texts in ``data/``: as they are, and cut into headline and paragraphs for pages."""

from __future__ import annotations

from importlib import resources

from probatum.exercise.village import names

# Filled in where a text names the protected speaker, so that each value is written down once.
_FILLED = {
    "protected_name": names.PROTECTED_NAME,
    "protected_name_uk": names.PROTECTED_NAME_UK,
    "protected_telephone": names.PROTECTED_TELEPHONE,
    "protected_address": names.PROTECTED_ADDRESS,
    "protected_position": ", ".join(names.PROTECTED_POSITION),
    "protected_latitude": names.PROTECTED_POSITION[0],
    "protected_longitude": names.PROTECTED_POSITION[1],
}


def text(source: str) -> str:
    """The text of a file in ``data/``, its place holders filled in; line ends are LF."""
    data = resources.files("probatum.exercise.village") / "data" / source
    filled = data.read_text(encoding="utf-8")
    for name, value in _FILLED.items():
        filled = filled.replace("{" + name + "}", value)
    return filled


def article_text(source: str) -> tuple[str, tuple[str, ...]]:
    """Headline and paragraphs: blocks that an empty line parts."""
    headline, *paragraphs = text(source).strip().split("\n\n")
    return headline, tuple(paragraphs)
