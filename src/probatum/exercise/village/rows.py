"""How the exercise's records are written down: plain fields, names for records, quotes for spans.

A *row* is one record. It names other records by ``@name``, files by ``path_ref`` and places in
their texts by the words that stand there; ``spans.py`` looks both up. Rows come in *deliveries*,
as a team would record them: what was known in the first days, later, by the reviewer, and what
only those may see who protect a speaker.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Delivery = Literal["first", "later", "protected", "review"]
DELIVERIES: tuple[Delivery, ...] = ("first", "later", "protected", "review")
Fields: TypeAlias = Mapping[str, object]

PATH = "file:"


@dataclass(frozen=True, slots=True)
class Row:
    """One record before its files and spans are looked up; ``name`` begins with ``@``."""

    name: str
    delivery: Delivery
    fields: Fields


def path_ref(path: str) -> str:
    """Stand for the item that was made from the file at ``path`` below the village's folder."""
    return PATH + path


def cite(path: str, words: str) -> Fields:
    """Stand for the place in a file's text where these words are; white space may differ."""
    return {"item": path_ref(path), "words": words}


def called(full: str, language: str | None = None) -> Fields:
    """A name as it is written."""
    return {"full": full} if language is None else {"full": full, "language": language}


def on(edtf: str, text: str | None = None) -> Fields:
    """A date as EDTF, with the words of its source where they differ."""
    return {"edtf": edtf} if text is None else {"text": text, "edtf": edtf}


def row(noun: str, name: str, delivery: Delivery, /, **fields: object) -> Row:
    """A row of version 1 of a noun."""
    return Row("@" + name, delivery, {"record": f"{noun}/1", **fields})


def said(
    name: str, delivery: Delivery, about: str, stance: str, path: str, words: str, **more: object
) -> Row:
    """An assertion that stands in a file: its quote and citation are those words."""
    fields: dict[str, object] = {
        "about": about,
        "stance": stance,
        "citations": [cite(path, words)],
        **more,
    }
    return row("assertion", name, delivery, **fields)
