"""Sign-in names: one spelling per name, so that nobody can look like somebody else by a capital."""

from __future__ import annotations

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

LONGEST = 64
# Letters and digits of any script, and inside them dot, hyphen, underscore and apostrophe.
_SHAPE = re.compile(r"[^\W_](?:[\w.'-]*[^\W_])?")


def settled(name: str) -> str:
    """The one spelling under which a sign-in name is kept and looked for.

    >>> settled("  Olena.K ")
    'olena.k'
    """
    return unicodedata.normalize("NFKC", name.strip()).casefold()


def check(name: str) -> None:
    """Raise ValidationError unless this is a sign-in name."""
    if not _SHAPE.fullmatch(settled(name)) or len(settled(name)) > LONGEST:
        raise ValidationError(
            _("Use letters and digits, and between them dots, hyphens or underscores."),
            code="bad-name",
        )
