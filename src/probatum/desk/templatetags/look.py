"""What templates of the desk ask about the desk itself."""

from __future__ import annotations

import re

from django import template

from probatum.desk import brought
from probatum.desk.moments import moment
from probatum.desk.told import in_words
from probatum.model.tongue import FSI, RLI

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
def reference(where: object) -> str:
    """Return the reference that a place in an item begins with, where there is no room."""
    found = _REFERENCE.search(str(where))
    return found[0] if found else str(where)
