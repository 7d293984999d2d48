"""Whether a text is in the first person: by *I* and *we*, or by its publisher's own name."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.builtin.english.callings import ARMED, BODIES, PAPERS, singular
from probatum.read.builtin.english.parsed import Parsed
from probatum.read.found import Said

_BODIES = frozenset(
    "guild syndicate association network forum coalition campaign order bar "
    "fraternity brotherhood sisterhood families survivors mothers "
    "staff movement group mission centre center office department ministry forces command "
    "headquarters directorate secretariat".split()
)
_SHORT = 10  # sentences
_OF_NEWSROOMS = frozenset(
    "correspondent correspondents reporter reporters readers report reporting story".split()
)


def speaks_itself(parsed: Parsed, said: Sequence[Said], publisher: str | None) -> bool:
    """Say whether a ministry, staff or movement that publishes a text speaks in it by its name."""
    words = (publisher or "").lower()
    nouns = {singular(word) for word in words.split()}
    surely = nouns & _BODIES  # "the Press Guild" is no paper
    if not surely and (not nouns & (BODIES | ARMED) or nouns & PAPERS):
        return False
    names = (parsed.slice(one.speaker).lower() for one in said if one.speaker is not None)
    return any(name.startswith("the ") and name[4:] in words for name in names)


def is_first_person(parsed: Parsed) -> bool:
    """Say whether the text speaks of itself as I or we, outside quotations."""
    frames = [one.frame for one in parsed.passages[:60] if one.frame is not None]
    spoken = sum(
        any(
            word.lower in ("i", "we", "my", "our")
            and word.tag[:3] == "PRP"
            and one.words[min(at + 1, len(one.words) - 1)].lower not in _OF_NEWSROOMS
            for at, word in enumerate(one.words)
        )
        for one in frames
    )
    return spoken * 6 >= len(frames) and (spoken > 1 or len(frames) <= _SHORT)
