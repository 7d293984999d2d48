"""Words that stand for somebody: names, offices, bodies, groups of people, pronouns.

Every sentence is looked at by itself; `coreference` decides which mentions mean the same. Words
that other steps point at (speakers, relays, addressees, sources) become mentions here whatever
they are: these are *wanted*.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from probatum.read.builtin.english.callings import (
    ACTORS,
    COURTESY,
    GROUPS,
    OFFICES,
    PERSONS_ARMED,
    singular,
)
from probatum.read.builtin.english.names import (
    PlaceMarks,
    Run,
    known_as,
    of_somebody,
    runs,
    surnames_in,
    who_is,
)
from probatum.read.builtin.english.parsed import Parsed, Sentence, Word
from probatum.read.builtin.english.roles import LONGEST as _LONGEST_ROLE
from probatum.read.builtin.english.roles import is_office_name, role_of
from probatum.read.builtin.english.speaker_words import PAPERS
from probatum.read.builtin.english.speakers import mention as noun_phrase
from probatum.read.found import Mark

Kind: TypeAlias = Literal["person", "body", "office", "crowd", "pronoun", "relative"]
PRONOUNS = frozenset("he him his she her hers they them their it its".split())
_SPOKEN_WITH = frozenset("i me we us you myself yourself yourselves ourselves".split())
RELATIVES = frozenset({"who", "whom", "which", "whose"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_DEFINITE = frozenset("the this that these those its their his her our my both same".split())
_EMPTY = frozenset(
    "the a an of and for 's ’s ' ’ , ( ) in on at to by its their his her my - same".split()
)
_JOINING = re.compile(r"(?:although|though|while|because|but|and|whereas)\s+", re.IGNORECASE)
_ABSTRACT = frozenset({"body", "entity", "outfit"})
_OF_SEVERAL = re.compile(r"(?:one|another|two|three|four|some|many|most|several) of ", re.I)
_TOP, _ASIDE = 600, 80  # characters
_OF_WHAT = re.compile(r"(?: (?:of|at|in|for|from|to|with) [^,.;:()]+)?, ")


@dataclass(frozen=True, slots=True)
class Mention:
    """One stretch of text that stands for somebody.

    ``words`` are its telling words in lower case, ``head`` the noun they hang on, singular.
    ``apposed`` is where the noun begins that it stands beside or refers back to.
    """

    mark: Mark
    kind: Kind
    words: frozenset[str]
    head: str
    sentence: int
    title: str = ""
    role: str | None = None
    wanted: bool = False
    subject: bool = False
    definite: bool = False
    plural: bool = False
    agent: bool = False
    quoted: bool = False
    named: bool = False
    apposed: int | None = None
    first: str = ""
    owner: frozenset[str] = frozenset()


def mentions(
    parsed: Parsed, wanted: Iterable[Mark], places: PlaceMarks, agents: Set[int]
) -> list[Mention]:
    """Return the mentions of a text in order. ``agents``: where words begin that act in events."""
    quoted = {
        inner.mark.start
        for passage in parsed.passages
        for utterance in passage.utterances
        for inner in utterance.sentences
    }
    found: list[Mention] = []
    named_in = [runs(sentence, places) for sentence in parsed.sentences]
    known = surnames_in(parsed, named_in)
    for number, sentence in enumerate(parsed.sentences):
        if _is_byline(parsed, sentence):
            continue
        names = [of_somebody(sentence, run, known, places) for run in named_in[number]]
        found.extend(
            replace(one, quoted=sentence.mark.start in quoted)
            for one in _mentions_of(parsed.text, sentence, number, names, agents)
        )
    named = _with_wanted(parsed, _outermost(found), wanted, places)
    return _beside_their_names(parsed.text, named)


def _beside_their_names(text: str, found: list[Mention]) -> list[Mention]:
    """Tie names to offices and bodies that they follow: "the governor of Mopti, Colonel Tal,".

    The parser takes such a name for one more word about the place.
    """
    out = list(found)
    solid = [at for at, one in enumerate(out) if one.kind not in ("pronoun", "relative")]
    near = [(one, two) for at, one in enumerate(solid) for two in solid[at + 1 : at + 3]]
    for before, after in near:
        office, name = out[before], out[after]
        tied = office.kind == "body" and name is not found[after]  # "head of delegation, Ann Fink"
        if tied or office.kind not in ("office", "body") or office.named or not name.named:
            continue
        odd = name.kind not in ("person", "body") or office.head in ACTORS - PERSONS_ARMED
        if odd and office.kind == "office":
            continue
        between = text[office.mark.end : name.mark.start]
        if len(between) > _ASIDE or not _OF_WHAT.fullmatch(between):
            continue
        if text[name.mark.end : name.mark.end + 1] not in (",", ".", ";", ")", "\n", ""):
            continue
        kind: Kind = "body" if office.kind == "body" else "person"
        out[after] = replace(name, apposed=office.mark.end - 1, kind=kind)
    return out


def _is_byline(parsed: Parsed, sentence: Sentence) -> bool:
    """Say whether a line near the top only names who wrote it."""
    words = sentence.words
    near = sentence.mark.start <= _TOP and len(words) <= _LONGEST_ROLE
    if words[0].lower not in ("by", "from") or not near:
        return False
    return parsed.text[sentence.mark.end : sentence.mark.end + 1] in ("", "\n")


def bare(word: str) -> str:
    """Return a word without a genitive's ending and the stops around it."""
    return word.removesuffix("’s").removesuffix("'s").strip("’'\"“”„«»,.;:")


def telling(words: Iterable[str]) -> frozenset[str]:
    """Return the words that tell one body or person from another, in lower case.

    The parser takes "Sainte-Odile" and "Teachers'" apart; so does this, wherever words come from.
    """
    parts = (bare(part) for word in words for part in word.lower().replace(".", "").split("-"))
    return frozenset(part for part in parts if part and part not in _EMPTY)


def _mentions_of(
    text: str, sentence: Sentence, number: int, names: Sequence[Run], agents: Set[int]
) -> list[Mention]:
    found: list[Mention] = []
    taken: set[int] = set()
    words = sentence.words
    for run in names:
        if run.kind == "place":
            continue
        taken.update(range(run.first, run.last + 1))
        if is_office_name(sentence, run):
            found.append(_placed(_office(text, sentence, number, run), sentence, run.head, agents))
            continue
        one = Mention(
            sentence.between(run.first, run.last),
            "person" if run.kind == "person" else "body",
            telling(word.text for word in words[run.named : run.last + 1]),
            singular(words[run.head].text), number,
            title=run.title, named=True, definite=True,
            first=words[run.named].lower if run.last > run.named else "",
        )  # fmt: skip
        found.append(_placed(one, sentence, run.head, agents))
    for at in range(len(words)):
        if at not in taken:
            other = _mention_at(text, sentence, number, at)
            if other is not None:
                found.append(_placed(other, sentence, at, agents))
    return found


def _office(text: str, sentence: Sentence, number: int, run: Run) -> Mention:
    """Return an office in capitals as what it is: "the Regional Prosecutor"."""
    article = run.first > 0 and sentence.words[run.first - 1].lower == "the"
    first = run.first - article
    mark = sentence.between(first, run.last)
    return Mention(
        mark, "office", telling(one.text for one in sentence.words[first : run.last + 1]),
        singular(sentence.words[run.head].text), number, definite=True,
        role=role_of(text, sentence, run.head, mark),
    )  # fmt: skip


def _placed(one: Mention, sentence: Sentence, at: int, agents: Set[int]) -> Mention:
    """Add what the grammar says of the word at ``at``."""
    word = sentence.words[at]
    apposed = one.apposed
    if apposed is None and (known := known_as(sentence, at)) is not None:
        apposed = sentence.words[known].start
    if apposed is None and word.dep == "appos":
        apposed = sentence.words[word.head].start
    agent = word.start in agents or (one.definite and _is_spoken_for(sentence, at))
    beside = sentence.words[word.head] if word.dep == "appos" else word
    return replace(one, subject=beside.dep in _SUBJECTS, agent=agent, apposed=apposed)


def _is_spoken_for(sentence: Sentence, at: int) -> bool:
    """Say whether somebody holds an office for this body ("a spokesman for the police")."""
    words = sentence.words
    link = words[at].head
    if words[at].dep != "pobj" or words[link].lower not in ("for", "of"):
        return False
    return singular(words[words[link].head].lower) in OFFICES


def _mention_at(text: str, sentence: Sentence, number: int, at: int) -> Mention | None:
    word = sentence.words[at]
    mark = Mark(word.start, word.end)
    if word.lower in PRONOUNS and word.tag in ("PRP", "PRP$"):
        plural = word.lower in ("they", "them", "their")
        return Mention(mark, "pronoun", frozenset(), word.lower, number, plural=plural)
    if word.lower in RELATIVES and word.tag in ("WP", "WDT", "WP$"):
        antecedent = _antecedent(sentence, at)
        return None if antecedent is None else Mention(
            mark, "relative", frozenset(), word.lower, number,
            apposed=sentence.words[antecedent].start,
        )  # fmt: skip
    if word.tag.startswith("NN") and word.dep not in ("compound", "npadvmod", "nmod"):
        return _noun(text, sentence, number, at)
    return None


def _noun(text: str, sentence: Sentence, number: int, at: int) -> Mention | None:
    word = sentence.words[at]
    head = singular(word.lower)
    plural = word.tag in ("NNS", "NNPS") or word.lower in ("people", "police")
    kind: Kind
    if plural and (head in GROUPS or head in ACTORS):
        kind = "crowd"
    elif head in OFFICES or head in PERSONS_ARMED:
        kind = "office"
    elif head in ACTORS:
        kind = "body"
    elif head in _ABSTRACT and word.dep in ("appos", "nsubj") and at > 0 and (
        sentence.words[at - 1].tag in ("VBG", "NN", "NNP", "JJ")
    ):  # fmt: skip
        kind = "body"  # a monitoring body
    elif head in GROUPS:
        kind = "office"
    else:
        return None
    mark = noun_phrase(sentence, at)
    if not mark.start <= word.start < mark.end:
        mark = _base(sentence, at)  # its apposition is a mention of its own
    inside = [one for one in sentence.words if mark.start <= one.start < mark.end]
    named = kind != "office" and any(
        one.tag.startswith("NNP") and one.lower not in COURTESY for one in inside
    )
    definite = bool(inside) and inside[0].lower in _DEFINITE
    owned = next((place for place, one in enumerate(inside) if one.tag == "POS"), 0)
    return Mention(
        mark, kind, telling(one.text for one in inside), head, number,
        role=role_of(text, sentence, at, mark) if kind == "office" else None,
        definite=definite or owned > 0, plural=plural, named=named,
        owner=telling(one.text for one in inside[:owned]),
    )  # fmt: skip


def _base(sentence: Sentence, at: int) -> Mark:
    """Return a noun with its article and what stands before it."""
    first = at
    low = sentence.reaches[at][0]
    while first > low and sentence.words[first - 1].tag not in (",", ":", "IN", "CC", "VBD", "VBZ"):
        first -= 1
    return sentence.between(first, at)


def _antecedent(sentence: Sentence, at: int) -> int | None:
    """Return the noun that a relative pronoun stands for."""
    words = sentence.words
    climbing = at
    for _ in range(6):
        if words[climbing].dep == "relcl":
            noun = words[climbing].head
            return who_is(sentence, noun) if words[at].lower == "who" else noun
        if words[climbing].head == climbing:
            return None
        climbing = words[climbing].head
    return None


def _outermost(found: list[Mention]) -> list[Mention]:
    """Return mentions in order; one inside a name is dropped, pronouns never are."""
    found.sort(key=lambda one: (one.mark.start, -one.mark.end))
    kept: list[Mention] = []
    reach = body = -1
    for one in found:
        if one.mark.start < reach and one.kind not in ("pronoun", "person"):
            continue
        if one.mark.start < body and one.kind == "person":
            continue
        kept.append(one)
        if one.named:
            reach = max(reach, one.mark.end)
            body = max(body, one.mark.end) if one.kind == "body" else body
    return kept


def _with_wanted(
    parsed: Parsed, found: list[Mention], wanted: Iterable[Mark], places: PlaceMarks
) -> list[Mention]:
    """Mark the mentions that other steps point at, and add those that nothing here saw."""
    starts = [one.mark.start for one in found]
    added: list[Mention] = []
    for mark in sorted({_without_joining(parsed.text, one) for one in wanted}):
        some = _OF_SEVERAL.match(parsed.text, mark.start, mark.end) is not None
        at = None if some else _nearest(parsed.text, found, starts, mark)
        if at is not None:
            found[at] = replace(found[at], wanted=True)
        elif _tells(parsed.text[mark.start : mark.end]):
            added.append(_made(parsed, mark, places))
    return sorted([*found, *added], key=lambda one: (one.mark.start, -one.mark.end))


def _without_joining(text: str, mark: Mark) -> Mark:
    """Return words that stand for somebody without what joins their clause ("although it")."""
    joining = _JOINING.match(text, mark.start, mark.end)
    return mark if joining is None else Mark(joining.end(), mark.end)


def _tells(words: str) -> bool:
    """Say whether words can stand for somebody: a pronoun, or more than an article."""
    if words.casefold() in _SPOKEN_WITH:
        return False
    return words.casefold() in PRONOUNS or bool(telling(words.split()[:_LONGEST_ROLE]))


def _nearest(text: str, found: Sequence[Mention], starts: list[int], mark: Mark) -> int | None:
    """Return the mention that overlaps a mark, no owner in it, and ends nearest to its end."""
    best: tuple[int, int] | None = None
    at = bisect_left(starts, mark.end) - 1
    for index in range(at, max(-1, at - 12), -1):
        other = found[index].mark
        if other.end <= mark.start or text[other.end : mark.end].startswith(("'s ", "’s ")):
            continue
        # Names of several words are told by what they end with, nouns by where they begin.
        far = abs(other.end - mark.end) + abs(other.start - mark.start)
        if found[index].kind in ("pronoun", "relative") and other != mark:
            continue
        if best is None or far < best[0]:
            best = far, index
    if best is None or best[0] > max(60, mark.end - mark.start):
        return None
    return best[1]


def _made(parsed: Parsed, mark: Mark, places: PlaceMarks) -> Mention:
    """Return a mention for words that stand for somebody only since they speak or are blamed."""
    words = parsed.text[mark.start : mark.end].replace("\n", " ").split()
    head = singular(bare(words[-1])) if words else ""
    at = bisect_left(parsed.starts, mark.start + 1) - 1
    number = max(0, at)
    around = parsed.sentences[number].words if parsed.sentences else ()
    inside = [one for one in around if mark.start <= one.start < mark.end]
    kind = _kind(parsed, mark, inside, places)
    return Mention(
        mark, kind, telling(words), head, number, wanted=True,
        subject=True, named=any(one.tag.startswith("NNP") for one in inside),
        definite=bool(words) and words[0].lower() in _DEFINITE,
        plural=kind == "crowd",
    )  # fmt: skip


def _kind(parsed: Parsed, mark: Mark, inside: Sequence[Word], places: PlaceMarks) -> Kind:
    lower = parsed.text[mark.start : mark.end].casefold()
    if lower in PRONOUNS:
        return "pronoun"
    if places.meets(mark):
        return "body"
    if inside and (inside[-1].tag == "NNS" or (inside[0].tag == "CD" and lower[:4] != "one ")):
        return "crowd"
    entities = {one.entity for one in inside}
    if entities & {"ORG", "GPE", "NORP", "LOC", "FAC"}:
        return "body"
    if (lower.startswith("the ") and inside and inside[-1].tag.startswith("NNP")) or (
        inside and singular(inside[-1].lower) in ACTORS - PERSONS_ARMED
    ):
        return "body"
    if inside and inside[-1].lower in PAPERS:
        return "body"  # "it" is the ledger
    if "PERSON" in entities or (inside and all(one.tag == "NNP" for one in inside)):
        return "person"
    return "office"
