"""Words that keep a claim at arm's length: "alleged", "apparently", "may"."""

from __future__ import annotations

import re

from probatum.read.found import Mark

_HEDGES = re.compile(
    r"\b(?:alleged|allegedly|reportedly|purported|purportedly|supposed|supposedly|so-called|"
    r"apparently|apparent|seemingly|presumably|presumed|possibly|probably|perhaps|"
    r"suspected|feared|believed to|thought to|said to|understood to|reported to|"
    r"appear(?:s|ed)? to|seem(?:s|ed)? to|could have|must have|(?-i:may)|might|fears?|"
    r"likely|it is said|it was said|unconfirmed|unverified)\b",
    re.IGNORECASE,
)
_LONGEST = 4_000


def hedges_in(text: str, mark: Mark) -> tuple[Mark, ...]:
    """Return the hedges within a stretch of the text."""
    end = min(mark.end, mark.start + _LONGEST)
    return tuple(Mark(*one.span()) for one in _HEDGES.finditer(text, mark.start, end))
