"""English words that say how contents hang together."""

from __future__ import annotations

import re

from probatum.read.builtin.wording import Wording

ENGLISH = Wording(
    points_back=re.compile(
        r"(?:that|this|it|(?:(?:th(?:e|is|at|ese|ose)|such) )?(?:claim|accusation|account|"
        r"allegation|charge|finding|report|suggestion|version)s?)\b",
        re.IGNORECASE,
    ),
    is_part=re.compile(r"\s+(?:of\b|more\b|others?\b|further\b)"),
    is_more=re.compile(r"\b(?:another|further|additional|other)\s+$", re.IGNORECASE),
    not_whole=re.compile(
        r"\b(?:could|may|might|already|until then|by then|at first)\b", re.IGNORECASE
    ),
)
