"""Errors of acts in the language of the page: they are written for the terminal, in English.

``release/messages.py`` collects their parts from the sources; what it cannot know beforehand, such
as a name or a number that was found, is shown as it is.
"""

from __future__ import annotations

import re
from functools import cache

from django.utils.translation import gettext as _

from probatum.desk.error_shapes import SHAPES
from probatum.errors import CODES, ProbatumError

_PLACE = re.compile(r"\{(\w+)\}")
_LONGEST = 1000


def in_words(part: object) -> str:
    """Return a part of an error as the catalogue has it, or else as it is."""
    text = str(part) if part else ""
    said = str(_(text)) if text else ""
    if said != text or len(text) > _LONGEST:
        return said
    for shape in SHAPES:
        if (known := str(_(shape))) != shape and (found := _pattern(shape).fullmatch(text)):
            return known.format_map(found.groupdict())
    return text


@cache
def _pattern(shape: str) -> re.Pattern[str]:
    """Return what finds a text in which something was filled in."""
    parts = _PLACE.split(shape)
    made = [re.escape(parts[0])]
    for name, words in zip(parts[1::2], parts[2::2], strict=True):
        made.append(f"(?P<{name}>.{{1,300}}?){re.escape(words)}")
    return re.compile("".join(made), re.DOTALL)


def told(error: ProbatumError) -> str:
    """Return an error as one text: what it means, with what, and what to do."""
    said = [_("%(meaning)s.") % {"meaning": in_words(CODES[error.code])}]
    parts = {name: in_words(getattr(error, name)) for name in ("item", "expected", "found")}
    if all(parts.values()):
        said.append(_("%(item)s: expected: %(expected)s; found: %(found)s.") % parts)
    elif parts["item"]:
        said.append(_("It is about: %(item)s.") % parts)
    if error.remedy:
        said.append(_("What to do: %(remedy)s.") % {"remedy": in_words(error.remedy)})
    return " ".join(str(each) for each in said)
