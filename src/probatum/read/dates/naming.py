"""Words of dates that are names: "Mr. Friday", "Colchis Today", "the Second of May barracks"."""

from __future__ import annotations

from probatum.read.dates.sentence import Sentence

_WHERE = frozenset("in at near outside around from to of across for".split())


def is_ordinal_name(s: Sentence, at: int) -> bool:
    """Say whether a capital makes an ordinal part of a name: "the Second of May barracks"."""
    if not s.words.has_capitals or not s.strict or at < 1 or not s.read[at].is_capitalised:
        return False
    return s.words.ordinals.at(s.read, at) is not None


def ends_a_name(s: Sentence, at: int) -> bool:
    """Say whether a capital makes "Today" the last word of a name: "told Colchis Today that"."""
    return (
        s.words.has_capitals and at > 0 and s.read[at].is_capitalised
        and s.read[at - 1].kind == "word" and s.read[at - 1].is_capitalised
    )  # fmt: skip


def is_of_person(s: Sentence, at: int, end: int) -> bool:
    """Say whether a weekday is a person's name: "Mr. Friday", "Friday Okoro said"."""
    before = s.word(at - 2) if s.word(at - 1) == "." else s.word(at - 1)
    if before in s.words.titles:
        return True
    if _ends_a_persons_name(s, at):
        return True
    if end >= len(s.read) or not s.read[end].is_capitalised or s.word(end) == "i":
        return False
    return at == 0 or s.word(at - 1) in s.words.meetings


def _ends_a_persons_name(s: Sentence, at: int) -> bool:
    """Say whether two names or more lead to a weekday, as in "said Major June Friday".

    Behind a preposition they are a place: "killed in El Obeid Friday".
    """
    start = at
    while start and s.read[start - 1].kind == "word" and s.read[start - 1].is_capitalised:
        start -= 1
    if not start and s.word(at + 1) not in s.words.reported:
        return False  # a headline, most of whose words have capitals
    return at - start > 1 and s.word(start - 1) not in _WHERE
