"""Whom gunmen take away is abducted: "fighters took 21 boys". Whom they hold is held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from probatum.model.letters import fold
from probatum.read.figures.measured import Measured
from probatum.read.tokens import Token, bare

_MOST_BEFORE = 9
_GUNMEN = frozenset(
    map(fold, (
        "бойовики нападники бандити мародери терористи сепаратисти найманці викрадачі грабіжники "
        "боевики нападавшие бандиты мародёры террористы сепаратисты наёмники похитители налётчики "
        "مسلحون مسلحين ملثمون ملثمين مجهولون مجهولين مهاجمون خاطفون مرتزقة عصابة مسلحو"
    ).split())
)  # fmt: skip
_TOOK = tuple(map(fold, (
    "забра повел повез вивез вывез увел увез захопи захвати схопи схвати "
    "أخذ اقتاد اعتقل"
).split()))  # fmt: skip
_STOPS = frozenset(".;:؛")


def _first(read: Sequence[Token], made: Measured) -> int:
    return max(0, made.counted.start - _MOST_BEFORE)


def taken_by_gunmen(read: Sequence[Token], made: Measured) -> Measured:
    """Return a number of people held as abducted if gunmen are named before it in its clause."""
    took = any(
        form.startswith(_TOOK) for one in read[_first(read, made) : made.counted.start]
        for form in (one.word, *bare(one.word))
    )  # fmt: skip
    if made.measure != "detained" or not took:
        return made
    for at in range(made.counted.start - 1, max(-1, made.counted.start - _MOST_BEFORE), -1):
        if read[at].word in _STOPS:
            break
        if _GUNMEN.intersection((read[at].word, *bare(read[at].word))):
            return replace(made, measure="abducted")
    return made
