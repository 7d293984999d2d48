"""The reply of a plug-in, as bytes, to an answer; and what to say when it is none."""

from __future__ import annotations

import json
import re

from probatum.errors import InputError
from probatum.read.extractor import Answer

MOST_BYTES = 16 << 20
_FENCED = re.compile(rb"\s*```[a-z]*\s*\n(.*)\n\s*```\s*", re.DOTALL)


def answer_of(raw: bytes, prompt: bytes | None = None) -> Answer:
    """Return the answer in a reply: ``{"suggestions": [...]}``, or the list alone.

    Raises InputError ``extractor-failed``.
    """
    fenced = _FENCED.fullmatch(raw)
    try:
        found = json.loads(fenced[1] if fenced else raw)
    except (ValueError, RecursionError):
        raise failed("a reply in JSON", "another") from None
    if isinstance(found, dict):
        found = found.get("suggestions")
    if not isinstance(found, list):
        raise failed("a list of suggestions", "none")
    return Answer(tuple(found), raw, prompt)


def failed(expected: str, found: str, remedy: str = "") -> InputError:
    """Return the error for an extractor that did not do its work; it never repeats its words."""
    return InputError("extractor-failed", item="the extractor", expected=expected, found=found,
                      remedy=remedy or "try it by itself; the text was not read")  # fmt: skip
