"""An Arabic text from first to last step."""

from __future__ import annotations

from datetime import date

from probatum.read.builtin.arabic.attributing import sayings_of
from probatum.read.builtin.arabic.wording import ARABIC_WORDING
from probatum.read.builtin.arabic.words import ARABIC
from probatum.read.builtin.drafts import Draft
from probatum.read.builtin.worded.drafting import draft_of as draft_by_words
from probatum.read.gazetteer import Gazetteer


def draft_of(
    text: str, published: date | None, publisher: str | None, gazetteer: Gazetteer
) -> Draft:
    """Return what an Arabic text says, before ids."""
    return draft_by_words(text, published, publisher, gazetteer, ARABIC, sayings_of, ARABIC_WORDING)
