"""Which mentions mean the same: full name, surname, title, noun, pronoun.

Mentions are taken in text order, and each joins the cluster that fits best among those mentioned
last, or begins one of its own. Only the last ``RECALLED`` clusters are compared, so that cost is
linear in the text. When in doubt a pronoun means nobody: a wrong speaker is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from probatum.read.builtin.english.callings import ACTORS, BODIES, COURTESY, OFFICES, PAPERS, WOMEN
from probatum.read.builtin.english.clusters import (
    Cluster,
    acronym_behind,
    acronyms_of,
    as_acronym,
    compatible,
    gendered,
    initials,
    is_barred,
    is_here,
    is_of,
    is_part,
    of_publisher,
    owned_by_others,
    seems_a_person,
    taken_for_a_person,
)
from probatum.read.builtin.english.mentions import Mention, bare, telling
from probatum.read.found import Mark

RECALLED = 80
_SENTENCES_FOR_PERSONS = 8
_SENTENCES_FOR_OTHERS = 3
_GENERIC = frozenset("group organisation organization body agency side movement force party "
                     "institution faction publication paper outlet".split())  # fmt: skip
_FEW = 3  # words of a name
_THIS_TEXT = frozenset({"story", "article", "version", "dispatch"})
_LINES = frozenset("entry post update tweet bulletin thread report summary message".split())
_EARLIER = frozenset({"earlier", "previous"})
_TITLED = {"father": {"priest", "monk", "abbot"}, "sister": {"nun", "abbess"}, "imam": {"cleric"}}
_ASKS = 2  # sentences


def clusters_of(
    text: str, found: list[Mention], publisher: str | None, placed: Set[str] = frozenset()
) -> tuple[list[Cluster], dict[Mark, Cluster]]:
    """Return the clusters in order of first mention, and which one each mention belongs to.

    ``placed`` are names of places in lower case: a body of that name is the government there.
    """
    resolving = _Resolving(text, publisher, placed)
    for one in found:
        resolving.take(one)
    return resolving.clusters, resolving.by_mark


class _Resolving:
    """The clusters so far, and where the next mention goes."""

    def __init__(self, text: str, publisher: str | None, placed: Set[str]) -> None:
        self._text = text
        self._placed = placed
        self.clusters: list[Cluster] = []
        self.by_mark: dict[Mark, Cluster] = {}
        self._by_start: dict[int, Cluster] = {}
        self._named: dict[frozenset[str], Cluster] = {}
        self._by_surname: dict[str, Cluster] = {}
        self._acronyms: dict[str, Cluster] = {}
        self._short: dict[frozenset[str], Cluster] = {}
        self._recent: list[Cluster] = []
        self._own: Cluster | None = None
        if publisher:
            self._own = own = of_publisher(publisher)
            own.heads -= _GENERIC
            self.clusters.append(own)
            self._recent.append(own)
            self._named.update(dict.fromkeys(own.names, own))
            self._acronyms.update(dict.fromkeys(acronyms_of(publisher), own))

    def take(self, one: Mention) -> None:
        """Put a mention where it belongs."""
        cluster: Cluster | None = None
        if self._names_an_office(one):
            one = replace(one, kind="person")
        named = self._known_body(one)
        if named is not None:
            self._put(replace(one, kind="body"), named)
            return
        kind = "person" if self._is_surname(one) else one.kind
        ours = one.head in _THIS_TEXT or (one.head in _LINES and one.words & _EARLIER)
        here = self._own is not None and is_here(self._own, one, self._text)
        if self._own is not None and (here or one.wanted and ours):
            self._own.add(one)
            self.by_mark[one.mark] = self._own
            return
        match kind:
            case "relative":
                cluster = self._antecedent(one)
                if cluster is not None and one.head == "which" and cluster.kind == "person":
                    cluster.kind = "body"  # a land that the parser takes for a person
                elif cluster is not None and one.head == "who" and seems_a_person(cluster):
                    cluster.kind = "person"
            case "pronoun":
                cluster = self._pronoun(one)
            case "person":
                cluster = self._person(one) or self._beside(one) or self._new("person")
            case "office":
                cluster = self._beside(one) or self._office(one) or self._new("person")
            case "body":
                cluster = self._body(one) or self._beside_body(one) or self._new("body")
            case "crowd":
                cluster = self._crowd(one) or self._new("crowd")
        if cluster is not None:
            self._put(one, cluster)

    def _put(self, one: Mention, cluster: Cluster) -> None:
        cluster.add(one)
        self.by_mark[one.mark] = cluster
        self._by_start[one.mark.start] = cluster
        if one.kind not in ("pronoun", "relative"):
            self._index(one, cluster)
        self._refresh(cluster)

    def _known_body(self, one: Mention) -> Cluster | None:
        """Return the body that a name is known for, whatever the parser takes the name for."""
        ours = self._own is not None and len(one.words) > 1 and one.words in self._own.names
        own = ours and self._text[one.mark.start].isupper()  # "Sailors for Peace"
        if one.kind in ("pronoun", "relative", "body") or not (one.named or own) or one.title:
            return None
        known = self._named.get(one.words) or self._short.get(one.words)
        return known if known is not None and known.kind == "body" else self._by_acronym(one)

    def _by_acronym(self, one: Mention) -> Cluster | None:
        letters = as_acronym(self._text[one.mark.start : one.mark.end])
        return self._acronyms.get(letters) if letters else None

    def _is_surname(self, one: Mention) -> bool:
        """Say whether one word is the surname of somebody named before, whatever the parser saw."""
        if one.kind not in ("body", "office"):
            return False
        same = self._named.get(one.words)
        if same is not None and same.kind == "person":
            return True
        if len(one.words) != 1:
            return False
        known = self._by_surname.get(bare(self._text[one.mark.start : one.mark.end]).lower())
        return known is not None and known.kind == "person"

    def _names_an_office(self, one: Mention) -> bool:
        """Say whether a name stands beside somebody in an office ("its commander, Falcon")."""
        if one.kind != "body" or not one.named or one.apposed is None or len(one.words) > _FEW:
            return False
        if one.head in ACTORS:
            return False
        beside = self._antecedent(one)
        return beside is not None and beside.kind == "person" and not beside.names

    def _new(self, kind: str) -> Cluster:
        cluster = Cluster(kind)
        self.clusters.append(cluster)
        return cluster

    def _refresh(self, cluster: Cluster) -> None:
        """Move a cluster to the end of those recalled."""
        if cluster in self._recent:
            self._recent.remove(cluster)
        self._recent.append(cluster)
        del self._recent[:-RECALLED]

    def _index(self, one: Mention, cluster: Cluster) -> None:
        words = self._text[one.mark.start : one.mark.end].split()
        if one.kind == "person" and words:
            self._by_surname[bare(words[-1]).lower()] = cluster
        if one.named:
            self._named.setdefault(one.words, cluster)
            if one.kind == "body":
                capitals = telling(word for word in words if word[:1].isupper())
                if len(capitals) > 1:
                    self._short.setdefault(capitals, cluster)
            if one.kind == "body" and len(words) > 1:
                self._acronyms.setdefault(initials(" ".join(words)), cluster)
            if cluster.kind == "body":
                self._acronyms.setdefault(acronym_behind(self._text, one), cluster)

    def _latest(self) -> Iterator[Cluster]:
        return reversed(self._recent)

    def _antecedent(self, one: Mention) -> Cluster | None:
        """Return whom a relative pronoun stands for: the mention that covers its antecedent."""
        if one.apposed is None:
            return None
        for cluster in self._latest():
            for other in reversed(cluster.mentions[-3:]):
                if other.mark.start <= one.apposed < other.mark.end:
                    return cluster
        return None

    def _beside(self, one: Mention) -> Cluster | None:
        """Return whose apposition this is ("Tomas Ferrel, a surgeon", "the mayor, Anna Tal")."""
        if one.apposed is None:
            return None
        cluster = self._antecedent(one)
        if cluster is not None and one.head in OFFICES and seems_a_person(cluster):
            cluster.kind = "person"  # "Lidia Morav, a lawyer"
        titled = one.kind == "person" and one.title not in ("", *COURTESY)
        if cluster is not None and titled and cluster.kind == "body" and cluster.heads & OFFICES:
            cluster.kind = "person"  # "the Joint Monitor, Judge Vale"
        if cluster is None or cluster.kind != "person":
            return None
        if one.kind == "person" and any(other.kind == "person" for other in cluster.mentions):
            return None
        return cluster

    def _beside_body(self, one: Mention) -> Cluster | None:
        """Return the body beside whose name or noun this stands ("Lake One, a broadcaster")."""
        if one.apposed is None:
            return None
        cluster = self._antecedent(one)
        if cluster is None or cluster.kind != "body" or cluster.publisher:
            return None
        return None if one.named and cluster.names else cluster

    def _person(self, one: Mention) -> Cluster | None:
        known = self._named.get(one.words)
        if known is not None and (known.kind == "person" or known.publisher):
            return known
        text = self._text[one.mark.start : one.mark.end].split()
        last = bare(text[-1]).lower() if text else ""
        by_surname = self._by_surname.get(last)
        if by_surname is not None and compatible(by_surname, one):
            if any(name & one.words and (name <= one.words or one.words <= name)
                   for name in by_surname.names):  # fmt: skip
                return by_surname
        if len(one.words) == 1:
            for cluster in self._latest():
                if cluster.kind == "person" and any(one.words <= name for name in cluster.names):
                    return cluster if compatible(cluster, one) else None
                if self._was_a_person(cluster, one):
                    cluster.kind = "person"
                    return cluster
        offices = _TITLED.get(one.title, {one.title} - COURTESY)
        if offices:
            for cluster in self._latest():
                if cluster.kind == "person" and not cluster.names and offices & cluster.offices:
                    return cluster
        return None

    def _was_a_person(self, cluster: Cluster, one: Mention) -> bool:
        """Say whether a name taken for a body's is a person's, told by a surname alone later on."""
        if cluster.kind != "body" or cluster.publisher or cluster.heads & BODIES:
            return False
        return any(
            one.head in name and 2 <= len(name) <= 3 and one.head == other.head
            for other in cluster.mentions[:3]
            for name in (other.words,)
        ) and not any(other.mark.end - other.mark.start > 40 for other in cluster.mentions[:3])

    def _office(self, one: Mention) -> Cluster | None:
        if not one.definite:
            return None
        for cluster in self._latest():
            if cluster.kind != "person" or one.head not in cluster.offices:
                continue
            asked = one.words - {one.head}
            known = cluster.words - {one.head}
            if not asked or asked & known or not (known - set().union(*cluster.names, set())):
                return cluster
        return None

    def _body(self, one: Mention) -> Cluster | None:
        known = self._named.get(one.words)
        known = known if known is not None and known.kind == "body" else self._by_acronym(one)
        if known is not None or (not one.definite and not one.named):
            return known
        for cluster in self._latest():
            if cluster.kind != "body":
                continue
            if self._governs(cluster, one):
                return cluster
            if owned_by_others(cluster, one, self._text):
                continue
            if one.named and any(
                one.words < name and (one.head in cluster.heads or len(one.words) == 1)
                or name < one.words and len(name) > 1 and not is_part(one, cluster)
                for name in cluster.names
            ):  # fmt: skip
                return cluster
            if not cluster.names and one.named and one.head in cluster.heads and (
                cluster.words < one.words and len(cluster.words) > 1
            ):  # fmt: skip
                return cluster
            if not one.named and one.head in cluster.heads and (
                one.words - {one.head} <= cluster.words
            ):  # fmt: skip
                return cluster
        if not one.named and one.head in _GENERIC and one.words == {one.head}:
            return self._nearby_body(one)
        return None

    def _governs(self, cluster: Cluster, one: Mention) -> bool:
        """Say whether one is a place that speaks, the other its government."""
        states = [word for name in cluster.names if len(name) == 1 for word in name]
        mine = one.words - {"government"}
        if one.head == "government" and any(word in self._placed for word in states):
            return not mine or any(is_of(word, state) for word in mine for state in states)
        if len(one.words) == 1 and one.words <= self._placed and "government" in cluster.heads:
            (state,) = one.words
            return any(is_of(word, state) for word in cluster.words)
        return False

    def _nearby_body(self, one: Mention) -> Cluster | None:
        own = self._own
        if own is not None and one.wanted and one.subject and any(
            each.wanted and each.subject for each in own.mentions
        ) and one.sentence - own.last_subject <= _SENTENCES_FOR_OTHERS:  # fmt: skip
            return own  # "the organisation said" in its own release
        best = taken_for_a_person(self._latest(), one) if one.wanted else None
        acts = one.head in ("group", "movement", "side", "force", "faction", "party")
        for cluster in self._latest() if best is None else ():
            if acts and cluster.heads & PAPERS:
                continue  # no side of a war is a broadcaster
            if one.sentence - cluster.last_sentence > _SENTENCES_FOR_OTHERS:
                break
            if cluster.kind == "body" and not cluster.publisher and one.head not in cluster.heads:
                if best is None or (one.wanted and cluster.last_subject > best.last_subject):
                    best = cluster  # who speaks is meant before whom they speak of
        return best

    def _crowd(self, one: Mention) -> Cluster | None:
        for cluster in self._latest():
            if cluster.kind != "crowd" or one.head not in cluster.heads:
                continue
            if one.words == cluster.mentions[0].words:
                return cluster
            if one.definite and one.words <= cluster.words:
                return cluster
        return None

    def _pronoun(self, one: Mention) -> Cluster | None:
        if one.quoted:
            return self._spoken_of(one) if one.wanted and one.plural else None
        if one.head in ("he", "him", "his", "she", "her", "hers"):
            return self._person_meant(one)
        body = taken_for_a_person(self._latest(), one)
        if body is not None:
            return body
        wanted = ("crowd", "body") if one.plural else ("body",)
        best: Cluster | None = None
        for cluster in self._latest():
            if cluster.kind not in wanted or (cluster.publisher and not cluster.mentions):
                continue
            if is_barred(cluster, one):
                continue
            if one.sentence - cluster.last_subject > _SENTENCES_FOR_OTHERS:
                continue
            if best is None or cluster.last_subject > best.last_subject:
                if not one.wanted and one.sentence - cluster.last_subject > 1:
                    continue
                best = cluster
        return best

    def _spoken_of(self, one: Mention) -> Cluster | None:
        """Return whom "they" means within what somebody says: the last group named there."""
        for cluster in self._latest():
            last = cluster.mentions[-1] if cluster.mentions else None
            if last is None or not last.quoted or one.sentence - cluster.last_subject > _ASKS:
                continue
            if cluster.kind == "crowd":
                return cluster
        return None

    def _person_meant(self, one: Mention) -> Cluster | None:
        """Return the person last spoken of; one known to be a man or a woman counts for more."""
        gender = "f" if one.head in WOMEN else "m"
        best: tuple[float, Cluster] | None = None
        for cluster in self._latest():
            if cluster.kind != "person" or cluster.gender not in ("", gender):
                continue
            if is_barred(cluster, one):
                continue
            if one.sentence - cluster.last_sentence > _SENTENCES_FOR_PERSONS:
                break
            worth = cluster.last_subject + gendered(cluster, gender)
            if best is None or worth > best[0]:
                best = worth, cluster
        worth, person = best or (-1.0, None)
        return self._taken_for_a_body(one, worth + 1) or person

    def _taken_for_a_body(self, one: Mention, worth: float) -> Cluster | None:
        """Return who "he" must mean if the parser took the only name nearby for a body's."""
        for cluster in self._latest():
            near = one.sentence - cluster.last_subject <= 1 and worth < cluster.last_subject
            if near and seems_a_person(cluster):
                cluster.kind = "person"
                return cluster
        return None
