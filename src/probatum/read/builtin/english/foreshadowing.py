"""Who a headline or a lead speaks of before the name comes: "army says", "a doctor said".

A headline has the bare noun and the text the name: "Army says rebels shelled own side" is what the
Interior Army says there. A lead has the office, the paragraph behind it the name alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probatum.read.builtin.english.clusters import Cluster
from probatum.read.builtin.english.mentions import Mention

_STOPS = (".", "!", "”", '"', ":", ";")
_FORMER = "ex-"
_ARTICLES = ("a ", "an ", "the ")
_LONGEST_HEADLINE = 300  # characters
_LEAD = 1_500  # characters from the top
_SOON = 3  # sentences
_FULL = 2  # words of a name
_OF_A_LEAD = 3  # lines: headline, byline, its own


def with_names(text: str, clusters: Sequence[Cluster]) -> list[Cluster]:
    """Return clusters with those of the headline and the lead joined to whom they name later."""
    kept = list(clusters)
    headline = _end_of_headline(text)
    for early, following in list(_next_persons(kept)):
        if _is_named_next(text, early, following):
            _join(kept, early, following)
    for early in [one for one in kept if _is_bare(text, one, headline)]:
        named = _meant(early, kept, headline)
        if named is not None:
            _join(kept, early, named)
    return kept


def _end_of_headline(text: str) -> int:
    """Return where the first line ends if it is a headline, else 0."""
    end = text.find("\n", 0, _LONGEST_HEADLINE)
    return 0 if end < 0 or text[:end].rstrip().endswith(_STOPS) else end


def _solid(cluster: Cluster) -> list[Mention]:
    return [one for one in cluster.mentions if one.kind not in ("pronoun", "relative")]


def _starts(text: str, one: Mention, words: tuple[str, ...]) -> bool:
    return text[one.mark.start : one.mark.start + len("the ")].lower().startswith(words)


def _is_bare(text: str, cluster: Cluster, headline: int) -> bool:
    """Say whether a headline alone speaks of somebody, by a noun without an article."""
    if cluster.publisher:
        return False
    solid = _solid(cluster)
    return bool(solid) and solid[0].mark.end <= headline and all(
        one.words == solid[0].words and not _starts(text, one, ("a ", "an ")) for one in solid
    )  # fmt: skip


def _meant(early: Cluster, clusters: Sequence[Cluster], headline: int) -> Cluster | None:
    """Return whom a headline means: the first who speaks, or the only one who could be meant."""
    first = _solid(early)[0]
    fitting = [
        one
        for one in clusters
        if one is not early
        and not one.publisher
        and any(each.mark.start >= headline for each in _solid(one))
        and _fits(first, one)
    ]
    if first.wanted:
        speaking = (one for one in fitting if any(each.wanted for each in one.mentions))
        fitting = [*speaking][:1] or fitting
    return fitting[0] if len(fitting) == 1 else None


def _fits(first: Mention, other: Cluster) -> bool:
    """Say whether a bare noun, or the last word of a longer name, can mean somebody."""
    head = first.head.removeprefix(_FORMER)
    words = {word.removeprefix(_FORMER) for word in first.words}
    if other.kind == "person":
        return first.kind in ("office", "body") and head in other.offices
    if other.kind != "body" or first.kind == "crowd" or head not in other.heads:
        return False
    return any(words < name for name in other.names)


def _next_persons(clusters: Sequence[Cluster]) -> Iterator[tuple[Cluster, Cluster]]:
    """Yield each person whom the lead tells of with the next one."""
    persons = [
        (solid[0].mark, at)
        for at, one in enumerate(clusters)
        if one.kind == "person" and (solid := _solid(one)) and solid[0].mark.start < _LEAD
    ]
    ordered = [clusters[at] for _, at in sorted(persons)]
    yield from zip(ordered, ordered[1:], strict=False)


def _is_named_next(text: str, early: Cluster, following: Cluster) -> bool:
    """Say whether a lead's "a doctor said" is who speaks next by nothing but a full name."""
    (one, *more), name = _solid(early), _solid(following)[0]
    if more or one.kind != "office" or one.plural or one.quoted or not (one.wanted and one.subject):
        return False
    if not name.named or not name.subject or name.quoted or name.title:
        return False
    if not _starts(text, one, _ARTICLES):
        return False
    begins = text[: name.mark.start].endswith("\n")
    if not begins and (not name.wanted or one.definite):
        return False
    if len(name.words) < _FULL or following.offices or name.apposed is not None:
        return False
    between = text[one.mark.end : name.mark.start]
    near = name.sentence - one.sentence <= _SOON and _lines(between) <= (1 if begins else 2)
    alone = begins or between.rstrip().endswith(('"', "”", " said", " says", " told"))
    return near and alone and "\n" in between and _lines(text[: one.mark.start]) <= _OF_A_LEAD


def _lines(text: str) -> int:
    return sum(1 for line in text.split("\n") if line.strip())


def _join(clusters: list[Cluster], early: Cluster, named: Cluster) -> None:
    """Give what is told of one to the other, at the place of the one."""
    if early not in clusters or named not in clusters:
        return
    clusters.remove(named)
    clusters[clusters.index(early)] = named
    named.mentions[:0] = early.mentions
    named.words |= early.words
    named.offices |= early.offices
    named.heads |= early.heads
