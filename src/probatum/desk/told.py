"""Errors of acts in the language of the page: they are written for the terminal, in English.

``release/messages.py`` collects their parts from the sources; what it cannot know beforehand, such
as a name or a number that was found, is shown as it is.
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from probatum.errors import CODES, ProbatumError


def in_words(part: object) -> str:
    """Return a part of an error as the catalogue has it, or else as it is."""
    return str(_(str(part))) if part else ""


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
