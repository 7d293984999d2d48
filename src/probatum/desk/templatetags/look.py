"""What templates of the desk ask about the desk itself."""

from __future__ import annotations

from django import template

from probatum.desk import brought
from probatum.desk.told import in_words

register = template.Library()


@register.simple_tag
def pages_are_whole() -> bool:
    """Say whether what the pages bring along from others is there."""
    return brought.is_whole()


register.filter("in_words", in_words)
