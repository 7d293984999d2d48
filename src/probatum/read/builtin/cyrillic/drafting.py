"""A Ukrainian or Russian text from first to last step."""

from __future__ import annotations

from datetime import date

from probatum.read.builtin.cyrillic.attributing import sayings_of
from probatum.read.builtin.cyrillic.russian import RUSSIAN
from probatum.read.builtin.cyrillic.russian_wording import RUSSIAN_WORDING
from probatum.read.builtin.cyrillic.ukrainian import UKRAINIAN
from probatum.read.builtin.cyrillic.ukrainian_wording import UKRAINIAN_WORDING
from probatum.read.builtin.drafts import Draft
from probatum.read.builtin.worded.drafting import draft_of as draft_by_words
from probatum.read.gazetteer import Gazetteer


def draft_of(
    text: str, language: str, published: date | None, publisher: str | None, gazetteer: Gazetteer
) -> Draft:
    """Return what a Ukrainian ("uk") or Russian ("ru") text says, before ids."""
    lexicon = UKRAINIAN if language == "uk" else RUSSIAN
    wording = UKRAINIAN_WORDING if language == "uk" else RUSSIAN_WORDING
    return draft_by_words(text, published, publisher, gazetteer, lexicon, sayings_of, wording)
