"""What may be true or false about the village, and who takes which stance towards it.

Most of it is ``data/claims.jsonl``, a record on each line; what repeats the agency is made here,
once for each reprint.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from probatum.exercise.village import names, wire
from probatum.exercise.village.rows import DELIVERIES, Row, said
from probatum.exercise.village.texts import text

# It names no agency: only its text shows where its report comes from.
_UNCREDITED = "merrowick-gazette"


_TOLD = {
    "speaker": "@clerk",
    "voice": "attributed",
    "basis": "was_told",
    "quoted": "direct",
    "language": "en",
}


def claims() -> Iterator[Row]:
    """Yield propositions and assertions; a row names only rows that come before it."""
    for line in text("claims.jsonl").splitlines():
        fields = json.loads(line)
        (delivery,) = (each for each in DELIVERIES if each == fields["delivery"])
        name = fields["as"]
        yield Row(name, delivery, {k: v for k, v in fields.items() if k not in ("as", "delivery")})
    yield from _agency()


def _agency() -> Iterator[Row]:
    yield said(
        "wire-clerk",
        "first",
        "@killings",
        "reports",
        names.WIRE,
        "for every name a family told me",
        **_TOLD,
        via=["@ostrivel"],
    )
    anonymous = {
        "voice": "anonymous",
        "via": ["@ostrivel"],
        "quoted": "indirect",
        "language": "en",
        "unknown": {"speaker": "withheld-by-source"},
    }
    yield said(
        "wire-shots",
        "first",
        "@shots",
        "asserts",
        names.WIRE,
        "they heard shots from the direction of the grain store on several evenings",
        speaker_count={"low": 2, "high": 2},
        basis="heard",
        **anonymous,
    )
    yield said(
        "wire-withdrawal",
        "first",
        "@withdrawal-at-night",
        "asserts",
        names.WIRE,
        "They withdrew in the night to Tuesday, residents said",
        speaker_count={"low": 2},
        **anonymous,
    )


def reprinted() -> Iterator[Row]:
    """Yield what the reprints say of the clerk's figure: many texts, one first hand."""
    words = "I have written down 20 names"
    for path, _ in wire.reprints():
        slug = path.rpartition("/")[2].removesuffix(".html")
        chain = ["@" + slug] if slug == _UNCREDITED else ["@ostrivel", "@" + slug]
        yield said(
            f"reprint-{slug}", "first", "@clerk-20", "reports", path, words, via=chain, **_TOLD
        )
    yield said(
        "reprint-isenna",
        "first",
        "@clerk-20",
        "reports",
        names.TRANSLATED_REPRINT,
        "Я записав 20 імен",
        via=["@ostrivel", "@isenna-herald"],
        translation={"text": words, "language": "en", "by": "Exercise Interpreter"},
        **{**_TOLD, "language": "uk"},
    )
