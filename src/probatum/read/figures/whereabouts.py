"""Those of whom nobody says where they are: "nobody will tell us where the other two are"."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.figures.framing import Counted
from probatum.read.figures.lexicon import FigureWords
from probatum.read.figures.measured import Measured
from probatum.read.tokens import Token

_MOST_BEFORE = 4
_FAR = 7
_WHERE = frozenset("where де где куда куди".split())
_LEADS = frozenset(
    "the those these our his her their other others remaining all missing "
    "остальные остальных эти те ещё еще сейчас теперь находятся делись дели увезли "
    "решта ще ці ті зараз тепер перебувають поділися поділи інші повезли вивезли".split()
)
_ARE = frozenset("are is were was".split())
_BEHIND = frozenset("now today".split())
_KEPT = frozenset("taken held kept brought buried".split())
_KNOWS = frozenset(
    "know knows knew known tell tells told say says ask asks asked asking unknown unclear clear "
    "reveal disclose idea find wonder word learn learned establish explain answer".split()
)


def nobody_knows_where(
    read: Sequence[Token], one: Counted, words: FigureWords
) -> Measured | None:  # fmt: skip
    """Return a number of people as missing whose whereabouts are asked for or unknown."""
    if words.titles or one.head not in ("people", "bare") or one.amount.low < 2:
        return None
    where = next(
        (at for at in range(one.start - 1, max(-1, one.start - 1 - _MOST_BEFORE), -1)
         if read[at].word not in _LEADS), -1,
    )  # fmt: skip
    if where < 0 or read[where].word not in _WHERE:
        return None
    if words.has_verb_first:
        known = where + 1 == one.start and one.head == "bare"
        return None if known else Measured(one, "missing", one.start, one.end)
    at = one.end
    if at >= len(read) or read[at].word not in _ARE:
        return None
    at += 1
    follows = read[at].word if at < len(read) else "."
    if at >= len(read) or read[at].kind == "mark" or follows in _BEHIND or follows == "is":
        return Measured(one, "missing", one.start, at)
    at += follows in ("being", "now", "still")
    asked = any(token.word in _KNOWS for token in read[max(0, where - _FAR) : where])
    if asked and at < len(read) and read[at].word in _KEPT:
        return Measured(one, "missing", one.start, at + 1)
    return None
