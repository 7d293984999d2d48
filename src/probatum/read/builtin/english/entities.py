"""Who is who in a text: everybody who speaks, relays, is spoken to, is named or acts in events."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from probatum.model.letters import fold
from probatum.read.builtin.drafts import EntityDraft, EntityType
from probatum.read.builtin.english.callings import (
    ARMED,
    COURTESY,
    PAPERS,
    PERSONS_ARMED,
    singular,
)
from probatum.read.builtin.english.clusters import Cluster
from probatum.read.builtin.english.coreference import clusters_of
from probatum.read.builtin.english.doers import doers
from probatum.read.builtin.english.foreshadowing import with_names
from probatum.read.builtin.english.mentions import Mention, mentions
from probatum.read.builtin.english.names import PlaceMarks
from probatum.read.builtin.english.parsed import Parsed
from probatum.read.builtin.english.phrases import whole
from probatum.read.found import Mark, PlaceFound

_GROUPS = frozenset("group front militia movement league faction rebels guard brigade".split())
_PRESS_OF = frozenset("office service department centre center bureau desk team unit".split())
_LONGEST_NAME = 200
_ACCOUNTABLE = ARMED | {"ministry", "government", "council", "party"}


@dataclass(frozen=True, slots=True)
class Entities:
    """The entities of a text; ``at`` finds the one that a mark names."""

    drafts: tuple[EntityDraft, ...]
    publisher: int | None
    _starts: tuple[int, ...]
    _marks: tuple[tuple[Mark, int], ...]

    def at(self, mark: Mark | None) -> int | None:
        """Return the entity whose mention overlaps a mark most; None if none does."""
        found = self.mention(mark)
        return None if found is None else found[1]

    def mention(self, mark: Mark | None) -> tuple[Mark, int] | None:
        """Return the mention that overlaps a mark most, and the entity that it names."""
        if mark is None:
            return None
        best: tuple[int, int] | None = None
        found = None
        last = bisect_right(self._starts, mark.end - 1) - 1
        for at in range(last, max(-1, last - 12), -1):
            other, index = self._marks[at]
            shared = min(other.end, mark.end) - max(other.start, mark.start)
            if shared <= 0:
                continue
            rank = (shared, -(other.end - other.start))
            if best is None or rank > best:
                best, found = rank, (other, index)
        return found

    def inside(self, mark: Mark) -> list[int]:
        """Return the entities that the text names within a mark, in order, each once."""
        first = bisect_right(self._starts, mark.start - 1)
        last = bisect_right(self._starts, mark.end - 1)
        within = (each for each in self._marks[first:last] if each[0].end <= mark.end)
        return list(dict.fromkeys(index for _, index in within))


def entities_of(
    parsed: Parsed,
    wanted: Sequence[Mark],
    places: Sequence[PlaceFound],
    publisher: str | None,
    agents: Set[int] = frozenset(),
) -> Entities:
    """Return the entities of a text.

    ``wanted`` marks stand for speakers, relays, addressees and sources; ``agents`` are where words
    begin that act in events. A known publisher is always there, whether named or not.
    """
    text = parsed.text
    placed = PlaceMarks(mark for place in places for mark in place.mentions)
    found = mentions(parsed, wanted, placed, agents)
    names = frozenset(text[one.start : one.end].lower() for place in places
                      for one in (*place.mentions, *place.metonyms))  # fmt: skip
    resolved, _ = clusters_of(text, found, publisher, names)
    clusters = with_names(text, resolved)
    acting = doers(parsed)
    drafts: list[EntityDraft] = []
    marks: list[tuple[Mark, int]] = []
    own: int | None = None
    for cluster in clusters:
        if not _kept(cluster, acting):
            continue
        if cluster.publisher:
            own = len(drafts)
        wide = {one.mark: whole(parsed, one) for one in cluster.mentions}
        marks.extend((wide[one.mark], len(drafts)) for one in cluster.mentions)
        drafts.append(_draft(text, cluster, publisher, wide))
    marks.sort()
    starts = tuple(mark.start for mark, _ in marks)
    return Entities(tuple(drafts), own, starts, tuple(marks))


def _kept(cluster: Cluster, acting: Set[int]) -> bool:
    """Say whether somebody matters: speaks, is named, or acts in an event."""
    if cluster.publisher:
        return True
    solid = [one for one in cluster.mentions if one.kind not in ("pronoun", "relative")]
    if not solid:
        return False
    if any(one.wanted for one in cluster.mentions):
        return True
    if any(one.named for one in cluster.mentions):
        return cluster.kind != "person" or any(
            one.subject or one.title or one.role or one.apposed is not None or len(one.words) > 1
            for one in solid
        )  # one word that nothing tells to be a person may be any name
    return any(
        one.mark.end in acting
        or (cluster.kind != "person" and one.agent and one.head in _ACCOUNTABLE)
        for one in solid
    )


def _draft(
    text: str, cluster: Cluster, publisher: str | None, wide: Mapping[Mark, Mark]
) -> EntityDraft:
    marks = tuple(sorted(set(wide.values())))
    if cluster.publisher and publisher:
        return EntityDraft("publication", publisher, None, marks)
    name = _name(text, cluster, wide)
    return EntityDraft(_type(cluster, name), name, _role(cluster), marks)


def _name(text: str, cluster: Cluster, wide: Mapping[Mark, Mark]) -> str:
    """Return the fullest name, without a person's title; a noun as it stands, in lower case."""
    best = max(cluster.mentions, key=_fullness)
    mark = wide[best.mark]
    words = " ".join(text[mark.start : mark.end].split())[:_LONGEST_NAME]
    if best.kind == "person" and best.title:
        parts = words.split()
        while len(parts) > 1 and fold(parts[0]).rstrip(".") not in best.words:
            del parts[0]
        return " ".join(parts)
    first, _, rest = words.partition(" ")
    if first in ("The", "A", "An", "My", "Our", "His", "Her", "Their") and rest:
        return f"{first.lower()} {rest}"
    if not best.named and first[1:].islower():
        return words[0].lower() + words[1:]
    return words


def _fullness(one: Mention) -> tuple[bool, bool, int, int]:
    solid = one.kind not in ("pronoun", "relative")
    return solid, one.named, len(one.words), -one.mark.start


def _role(cluster: Cluster) -> str | None:
    if cluster.kind != "person" or not any(one.named for one in cluster.mentions):
        return None
    roles = [one.role for one in cluster.mentions if one.role]
    if roles:
        return max(roles, key=len)
    titles = [one.title for one in cluster.mentions if one.title and one.title not in COURTESY]
    return titles[0] if titles else None


def _type(cluster: Cluster, name: str) -> EntityType:
    if cluster.kind == "person":
        return "person"
    if cluster.kind == "crowd":
        return "group"
    words = [singular(word.strip("’'")) for word in name.split()]
    several = words[-1:] != [name.lower().rpartition(" ")[2]] and words[-1:]
    if any(word in _GROUPS for word in words) or (several and several[0] in PERSONS_ARMED):
        return "group"
    speaks_for = words[-2:-1] == ["press"] and words[-1] in _PRESS_OF  # "the Navy's press office"
    if not speaks_for and any(word in PAPERS for word in words):
        return "publication"
    return "organisation"
