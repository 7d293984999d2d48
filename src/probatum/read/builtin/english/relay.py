"""Who stands between a speaker and the reader, and who is spoken to."""

from __future__ import annotations

from probatum.read.builtin.english.parsed import Sentence, Word
from probatum.read.builtin.english.speakers import mention
from probatum.read.found import Mark

_MEDIA = frozenset(
    "news agency channel radio tv television post times herald broadcaster newspaper daily weekly "
    "gazette tribune magazine station network outlet website journal observer chronicle mail "
    "telegraph courier bulletin wire broadcasting paper reporter reporters journalist letter "
    "service mirror standard echo dispatch press sentinel examiner voice monitor podcast programme "
    "program site portal".split()
)
_LONGEST_NAME = 12  # words
_NOBODY = frozenset({"reporters", "journalists", "reporter", "journalist", "press", "media"})
_OFFICIAL = frozenset(
    "council court parliament commission assembly committee ministry congress senate tribunal "
    "conference summit union nations police government mps lawmakers deputies".split()
)
_TELLS = frozenset("told tell tells telling informed informs assured".split())
# verb or noun, preposition: the noun behind is who carried the words
_CARRIERS = {
    "by": frozenset(
        "quoted cited carried broadcast published reported aired released posted shared seen "
        "interviewed obtained recorded circulated distributed run collected gathered relayed "
        "contacted reached printed passed forwarded sent taken heard".split()
    ),
    "to": frozenset(
        "spoke speaking interview comments remarks statement talked talking spoken given testified "
        "speak message letter email post call wrote".split()
    ),
    "with": frozenset("interview spoke speaking talking conversation".split()),
    "on": frozenset("speaking spoke appearing".split()),
}


def relays(sentence: Sentence, verb: int, content: Mark) -> tuple[Mark, ...]:
    """Return the relays that the words round a cue name, nearest the speaker first."""
    found: list[Mark] = []
    told = _told(sentence, verb)
    if told is not None and is_relay(sentence, told) and not _is_own(sentence, told):
        found.append(mention(sentence, told))
    for at in range(1, len(sentence.words)):
        word = sentence.words[at]
        if content.start <= word.start < content.end or word.lower not in _CARRIERS:
            continue
        noun = _noun_behind(sentence, at)
        if noun is None or not _carried(sentence.words, at) or not _frames(sentence, at, verb):
            continue
        if _is_own(sentence, noun):
            continue
        if sentence.words[noun].lower in ("phone", "telephone", "email", "surprise", "video"):
            continue
        if word.lower == "by" or is_relay(sentence, noun):
            found.append(mention(sentence, noun))
    if (quoting := _quoting(sentence, verb)) is not None:
        found.append(mention(sentence, quoting))
    return tuple(dict.fromkeys(found))


def _is_own(sentence: Sentence, noun: int) -> bool:
    """Say whether the text means whoever publishes it: "our staff", "this newspaper"."""
    return any(
        sentence.words[one].lower in ("our", "my", "this") for one in sentence.children[noun]
    )


def _quoting(sentence: Sentence, verb: int) -> int | None:
    """Return the agency of "the agency quoted the mayor as saying"."""
    preposition = sentence.words[verb].head
    if sentence.words[preposition].lower != "as":
        return None
    return sentence.child(sentence.words[preposition].head, "nsubj")


def _frames(sentence: Sentence, at: int, verb: int) -> bool:
    """Say whether a word frames the cue and does not stand in what somebody else says."""
    for _ in range(10):
        if at == verb or sentence.words[at].head == at:
            return True
        if sentence.words[at].dep in ("ccomp", "parataxis"):
            return False
        at = sentence.words[at].head
    return True


def _carried(words: tuple[Word, ...], at: int) -> bool:
    verbs = _CARRIERS[words[at].lower]
    return any(words[one].lower in verbs for one in range(max(0, at - 3), at))


def _noun_behind(sentence: Sentence, at: int) -> int | None:
    noun = sentence.child(at, "pobj")
    if noun is not None and noun > at:
        return noun
    return None


def _told(sentence: Sentence, verb: int) -> int | None:
    if sentence.words[verb].lower not in _TELLS:
        return None
    for one in sentence.children[verb]:
        word = sentence.words[one]
        if one > verb and word.dep in ("dobj", "dative") and word.tag.startswith("NN"):
            return one
    return None


def is_relay(sentence: Sentence, noun: int) -> bool:
    """Say whether a noun names somebody who passes words on: a medium, or a named organisation."""
    low, _ = sentence.reaches[noun]
    words = {word.lower for word in sentence.words[max(low, noun - 5) : noun + 1]}
    head = sentence.words[noun]
    if head.lower in _NOBODY or words & _OFFICIAL:
        return False
    if words & _MEDIA:
        return True
    return head.tag.startswith("NNP") and head.entity not in ("PERSON", "GPE", "LOC", "DATE")


def addressee(sentence: Sentence, first: int, last: int, content: Mark) -> Mark | None:
    """Return who is called upon by the cue between these places, if the content leaves them out."""
    other = _another(sentence, last, content)
    if other is not None:
        return other
    for clause in sentence.children[first]:  # "wants the Assembly to open the files"
        doer = sentence.child(clause, "nsubj")
        if (
            sentence.words[clause].dep in ("ccomp", "xcomp")
            and doer is not None
            and (doer > last and sentence.words[doer].end <= content.start)
        ):
            return mention(sentence, doer)
    for at in range(last, first - 1, -1):
        for one in sentence.children[at]:
            word = sentence.words[one]
            if one <= last or word.start >= content.start:
                if not (word.dep == "nsubj" and one > last):
                    continue
            if word.dep in ("dobj", "pobj", "dative") and word.tag.startswith(("NN", "PRP")):
                return mention(sentence, one)
    return None


def _another(sentence: Sentence, last: int, content: Mark) -> Mark | None:
    """Return the second one called upon: "on the army to leave and on donors to pay"."""
    words = sentence.words
    at = next((at for at, one in enumerate(words) if one.start >= content.start), 0)
    if at == 0 or words[at].tag != "TO":
        return None
    for one in range(at - 1, max(last + 3, at - _LONGEST_NAME), -1):
        joins = words[one - 1].text == "," or words[one - 1].tag == "CC"
        if joins and words[one].lower in ("on", "upon", "to") and words[one].tag in ("IN", "TO"):
            noun = sentence.child(one, "pobj")
            return mention(sentence, noun) if noun is not None and one < noun < at else None
        if words[one].text == ",":
            return None
    return None
