"""Those who are made to board what takes them away: "sixteen men were put on a cattle truck"."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.figures.framing import Counted
from probatum.read.figures.lexicon import FigureWords
from probatum.read.figures.measured import Measured
from probatum.read.tokens import Token

_NEAR = 5
_PUT = frozenset(
    "put forced pushed shoved piled marched thrown packed squeezed ordered dragged driven herded "
    "loaded bundled".split()
)
_ONTO = frozenset("on onto into in aboard".split())
_VEHICLES = frozenset(
    f"{vehicle}{many}" for many in ("", "s", "es")
    for vehicle in ("bus van truck car coach train wagon boat cart minibus pick-up pickup barge "
                    "ferry trailer vehicle jeep tractor plane helicopter").split()
) | {"lorry", "lorries", "ferries", "carriages", "carriage"}  # fmt: skip


def boarded(read: Sequence[Token], one: Counted, words: FigureWords) -> Measured | None:
    """Return a number of people as abducted who are put on a vehicle; of English alone."""
    if words.has_verb_first or one.head not in ("people", "bare", "other"):
        return None
    at = one.end
    while at < len(read) and read[at].word in words.auxiliaries:
        at += 1
    passive = at > one.end and at < len(read) and read[at].word in _PUT
    before = one.start - 1
    while before > 0 and read[before].word in words.small | words.more:
        before -= 1
    active = at == one.end and before >= 0 and read[before].word in _PUT and one.head == "people"
    if not passive and not active:
        return None
    end = _vehicle(read, at + passive)
    if end is None:
        return None
    return Measured(one, "abducted", before if active else one.start, end, by_own_verb=active)


def _vehicle(read: Sequence[Token], at: int) -> int | None:
    """Return the token behind "onto two army lorries"."""
    if at >= len(read) or read[at].word not in _ONTO:
        return None
    for step in range(at + 1, min(len(read), at + _NEAR)):
        if read[step].word in _VEHICLES:
            return step + 1
        if read[step].kind == "mark" and read[step].word != "-":
            return None
    return None
