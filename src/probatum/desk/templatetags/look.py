"""What templates of the desk ask about the desk itself."""

from __future__ import annotations

from datetime import datetime

from django import template

from probatum.desk import brought
from probatum.desk.told import in_words

register = template.Library()


@register.simple_tag
def pages_are_whole() -> bool:
    """Say whether what the pages bring along from others is there."""
    return brought.is_whole()


register.filter("in_words", in_words)


@register.filter
def moment(text: object) -> datetime | None:
    """Return a time of the log, which is text, as a time that Django writes in a language."""
    try:
        return datetime.fromisoformat(str(text)) if text else None
    except ValueError:
        return None
