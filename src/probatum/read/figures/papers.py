"""Numbers that stand in somebody's papers: "the 41 on the harbour master's list"."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.tokens import Token

_MOST = 7
_IN = frozenset("in on from".split())
_OWNS = frozenset({"'s", "'", "’"})
_PAPERS = frozenset(
    "list lists books book register registers roll rolls ledger records record files file report "
    "reports count counts tally estimate estimates figures communique statement bulletin "
    "announcement account accounts version papers log logs dossier database data".split()
)


def owner_of_paper(read: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return the words for whose papers a number stands in: from "in" at a token to "list"."""
    if at >= len(read) or read[at].word not in _IN:
        return None
    for step in range(at + 2, min(len(read) - 1, at + _MOST)):
        if read[step].kind == "mark" and read[step].word not in _OWNS:
            return None
        if read[step].word in _OWNS:
            near = (token.word for token in read[step + 1 : step + 4])
            return (at + 1, step) if any(word in _PAPERS for word in near) else None
    return None
