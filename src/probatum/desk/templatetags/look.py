"""What templates of the desk ask about the desk itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django import template

from probatum.desk import brought
from probatum.desk.moments import moment
from probatum.desk.told import in_words
from probatum.model.tongue import FSI, RLI

if TYPE_CHECKING:
    from probatum.acts.claimed_figures import Said

register = template.Library()

_REFERENCE = re.compile(r"[A-Z]+-\d+-[0-9A-Z]")


@register.simple_tag
def pages_are_whole() -> bool:
    """Say whether what the pages bring along from others is there."""
    return brought.is_whole()


register.filter("in_words", in_words)


@register.filter
def direction(sentence: object) -> str:
    """Say from which side a sentence runs: one that was made here in Arabic, from the right.

    Such a sentence isolates what was filled in (``model.tongue``); it may begin with a reference.
    """
    text = str(sentence)
    return "rtl" if FSI in text or RLI in text else "auto"


register.filter("moment", moment)


@register.filter
def references(supporters: Iterable[Said]) -> tuple[str, ...]:
    """Return the references that citations begin with, each once: on paper there is no room."""
    places = (str(where) for each in supporters for where in each.citations)
    return tuple(
        dict.fromkeys(found[0] if (found := _REFERENCE.search(each)) else each for each in places)
    )


@register.filter
def unbroken(words: object) -> str:
    """Return words in which no line ends within a reference, for paper.

    >>> unbroken("far higher than 7 (HVR-00201-S)")
    'far higher than 7 (HVR‑00201‑S)'
    """
    return _REFERENCE.sub(lambda found: found[0].replace("-", "\u2011"), str(words))
