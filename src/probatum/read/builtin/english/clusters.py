"""Mentions of one somebody, and how two names or words for them can go together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from probatum.read.builtin.english.callings import ACTORS, ARMED, BODIES, MEN, PAPERS, WOMEN
from probatum.read.builtin.english.mentions import Mention, telling

_PAGES = frozenset("publication website site blog page programme program".split())
_OWNING = frozenset("my our your his her its their".split())
_SHORTEST_STEM = 4
_OF_THAT_GENDER = 1.0  # sentences
_LIKELY = 0.7
_JUST = 1.5  # sentences
_LONGEST_ACRONYM = 8
_ASIDE = re.compile(r"\s\([^()]{0,60}\)")
_DASH = re.compile(r"\s[-–—]\s")
_QUOTED = re.compile(r"[\"“«]([^\"“”«»]{2,60})[\"”»]")
_SPOKE = 0.5  # who speaks is meant before who acts in what is said


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions of one somebody: person, body or crowd; ``offices`` are what they are called."""

    kind: str
    mentions: list[Mention] = field(default_factory=list)
    names: dict[frozenset[str], None] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    gender: str = ""
    plural: bool = False
    publisher: bool = False
    last_sentence: int = -1
    last_subject: float = -1.0

    def add(self, one: Mention) -> None:
        """Take a mention in."""
        self.mentions.append(one)
        self.last_sentence = one.sentence
        if one.subject:
            self.last_subject = one.sentence + (_SPOKE if one.wanted else 0.0)
        elif one.wanted:
            self.last_subject = max(self.last_subject, one.sentence)
        if one.kind in ("pronoun", "relative"):
            self._gendered((one.head,))
            return
        self.words |= one.words
        self.owners |= one.owner
        if one.kind == "person":
            self.names[one.words] = None
            if one.title:
                self.offices.add(one.title)
        elif one.kind == "office":
            self.offices.add(one.head)
        else:
            self.heads.add(one.head)
            if one.named:
                self.names[one.words] = None
        self._gendered((one.head, one.title) if one.kind == "office" else (one.title,))

    def _gendered(self, words: Iterable[str]) -> None:
        for word in words:
            if not self.gender and word in WOMEN:
                self.gender = "f"
            elif not self.gender and word in MEN:
                self.gender = "m"


def taken_for_a_person(latest: Iterable[Cluster], one: Mention) -> Cluster | None:
    """Return the body that "it" means if the only name that spoke was taken for a person's."""
    best: Cluster | None = None
    for cluster in latest if one.wanted and one.subject and not one.plural else ():
        if one.sentence - cluster.last_sentence > 1:
            break
        if cluster.kind == "body" and not cluster.publisher:
            return None
        known = cluster.gender or cluster.offices or not cluster.names
        if cluster.kind == "person" and not known and one.sentence - cluster.last_subject < _JUST:
            best = best or cluster
    if best is not None:
        best.kind = "body"
    return best


def is_part(one: Mention, cluster: Cluster) -> bool:
    """Say whether a longer name is of a body within the other: "the Army's 14th Brigade"."""
    return one.head in BODIES | ARMED and one.head not in cluster.heads


def holds(cluster: Cluster, one: Mention) -> bool:
    """Say whether a pronoun stands in a mention of somebody else ("his predecessor")."""
    return any(
        other.mark.start <= one.mark.start and one.mark.end <= other.mark.end
        for other in cluster.mentions[-2:]
    )


def seems_a_person(cluster: Cluster) -> bool:
    """Say whether a body's name may be a person's: two or three words, none of them a body's."""
    if cluster.kind != "body" or cluster.publisher or cluster.heads & ACTORS:
        return False
    return any(2 <= len(name) <= 3 and not name & ACTORS for name in cluster.names)


def is_here(own: Cluster, one: Mention, text: str) -> bool:
    """Say whether the publisher speaks of itself: "this newspaper", "this Ministry"."""
    this = text[one.mark.start : one.mark.start + 5].lower() == "this "
    return this and (one.head in PAPERS | _PAGES or one.head in own.heads)


def is_barred(cluster: Cluster, one: Mention) -> bool:
    """Say whether a pronoun cannot mean somebody: "no prisoner", or who is told of in speech alone.

    What somebody says of a sergeant does not make the sergeant the one who then says it.
    """
    solid = [other for other in cluster.mentions if other.kind not in ("pronoun", "relative")]
    nobody = bool(solid) and solid[-1].words <= {"no", solid[-1].head} and "no" in solid[-1].words
    spoken_of = bool(solid) and not one.quoted and all(other.quoted for other in solid)
    return nobody or spoken_of or holds(cluster, one)


def owned_by_others(cluster: Cluster, one: Mention, text: str) -> bool:
    """Say whether one owns the other, "the Council's staff", or others do: "her office", "our"."""
    if one.words <= cluster.owners and one.head not in cluster.heads:
        return True
    last = () if one.named else cluster.mentions[-1:]
    first = [text[each.mark.start : each.mark.end].partition(" ")[0].lower()
             for each in (one, *last)]  # fmt: skip
    return len(first) > 1 and first[0] != first[1] and all(each in _OWNING for each in first)


def compatible(cluster: Cluster, one: Mention) -> bool:
    """Say whether somebody's title speaks of a man or a woman as the cluster does."""
    gender = "f" if one.title in WOMEN else "m" if one.title in MEN else ""
    return not gender or not cluster.gender or gender == cluster.gender


def is_of(word: str, state: str) -> bool:
    """Say whether a word is a state or comes from its name ("Torvian", "Torvia")."""
    stem = state[: max(_SHORTEST_STEM, len(state) - 2)]
    return len(state) >= _SHORTEST_STEM and word.startswith(stem)


def of_publisher(publisher: str) -> Cluster:
    """Return whom a text is published by: its name, and each part that stands for the whole."""
    own = Cluster("body", publisher=True)
    words = publisher.split()
    for name in parts_of(publisher):
        own.names[telling(name.split())] = None
        if "of" in name.split():
            own.heads.add(_bare(name.partition(" of ")[0].split()[-1]))
        own.heads.add(_bare(name.split()[-1]))
    own.words |= telling(words)
    return own


def parts_of(publisher: str) -> list[str]:
    """Return a publisher's name and the shorter ones in it, the longest first.

    "Office of X, Council of Y"; "Rights Watch - Delta Branch"; 'Centre for Memory "Lantern"'.
    """
    whole = _ASIDE.sub("", publisher).strip() or publisher
    parts = [publisher, whole, whole.partition(", ")[0]]
    parts += _DASH.split(whole) if _DASH.search(whole) else []
    for quoted in _QUOTED.finditer(whole):
        parts += [quoted.group(1), f"{whole[: quoted.start()]}{whole[quoted.end() :]}".strip()]
    return [
        part for at, part in enumerate(dict.fromkeys(parts))
        if part and (not at or " " in part or _bare(part) not in ACTORS)
    ]  # fmt: skip


def _bare(word: str) -> str:
    return word.lower().strip('"“”«»()')


def acronyms_of(publisher: str) -> list[str]:
    """Return the short names of a publisher: its initials, and what stands in brackets."""
    given = [as_acronym(one.group()) for one in _ASIDE.finditer(publisher)]
    return [*map(initials, parts_of(publisher)), *filter(None, given)]


def acronym_behind(text: str, one: Mention) -> str:
    """Return the short name in brackets right behind a name, or nothing: "the Union (MdP)"."""
    behind = _ASIDE.match(text, one.mark.end)
    return as_acronym(behind.group()) if behind else ""


def as_acronym(words: str) -> str:
    """Return a short name without brackets and article, or nothing: "OSM", "(MdP)", "the UNF"."""
    word = words.strip(" ()").removeprefix("the ").removeprefix("The ")
    short = 2 <= len(word) <= _LONGEST_ACRONYM and word[1:] != word[1:].lower()
    return word if short and word.isalnum() else ""


def initials(name: str) -> str:
    """Return the letters that an acronym of a name has."""
    return "".join(word[0] for word in name.split() if word[0].isupper() and word != "The")


def gendered(cluster: Cluster, gender: str) -> float:
    """Return how many sentences nearer somebody seems who is, or by the name may be, meant."""
    if cluster.gender:
        return _OF_THAT_GENDER
    first = next((one for one in cluster.mentions if one.kind == "person" and one.first), None)
    if first is None:
        return 0.0
    womanly = first.first.endswith("a")
    return _LIKELY if womanly == (gender == "f") else -_LIKELY if womanly else 0.0
