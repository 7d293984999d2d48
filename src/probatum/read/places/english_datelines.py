"""Places at the head or the foot of a text: "DORNA, Norland (Agency) —", "Stavnes, 9 May 2031"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from probatum.read.places.english_around import Run
from probatum.read.places.named import Evidence
from probatum.read.places.tokens import Token

_FIRST_RUNS = 40
_FIRST_CHARACTERS = 1500
_DATED = re.compile(
    r", (?:[A-Z][a-z]+day,? )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2},?)"
    r"(?: \d{4})\.?\s*"
)


def datelines(
    text: str, tokens: Sequence[Token], runs: Sequence[Run], is_known: Callable[[Run], bool]
) -> None:
    """Take "DORNA, Norland (Agency) —" at the beginning of one of the first lines as places.

    A word in capitals that nobody knows may be any heading ("URGENT -"): it counts where a land or
    an agency follows, or where the text names it again.
    """
    for number, run in enumerate(runs):
        token = tokens[run.first]
        if not (token.start == 0 or "\n" in token.gap):
            continue
        late = number >= _FIRST_RUNS or token.start > _FIRST_CHARACTERS
        if late and not (run.end < len(tokens) and tokens[run.end].gap.startswith(", ")):
            continue
        last = run
        following = runs[number + 1] if number + 1 < len(runs) else None
        if following and following.first == run.end and tokens[run.end].gap == ", ":
            last = following
        rest = text[tokens[last.end - 1].end : tokens[last.end - 1].end + 60].split("\n")[0]
        if _DATED.fullmatch(rest) and not run.out:  # "Stavnes, 9 November 2027"
            run.evidence, run.dateline = Evidence.STRONG, True
            continue
        if late or not _ends_dateline(rest) or run.out:
            continue
        agency = rest.startswith(" (") and rest.partition(")")[2].strip() != ""
        told = last is not run or agency or is_known(run)
        again = any(
            other is not run and tokens[other.first].low == token.low for other in runs[:400]
        )
        if not (told or again):
            run.out = True
            continue
        run.evidence, run.dateline = Evidence.STRONG, True
        if last is not run:
            last.evidence, last.dateline = Evidence.STRONG, True


def _ends_dateline(rest: str) -> bool:
    if rest.startswith(" (") and 0 < (close := rest.find(")")) < 45:
        rest = rest[close + 1 :]
        return not rest.strip() or rest.lstrip()[:1] in "—–-:"
    for dash in (" — ", " – ", " - ", " -- ", "— "):
        at = rest.find(dash)
        if at == 0 or 0 < at < 30 and rest[0] == ",":
            return True
    return False
