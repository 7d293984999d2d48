"""Agencies that name their source ("citing doctors"), and people who sign papers that say it."""

from __future__ import annotations

from dataclasses import replace

from probatum.read.builtin.english.anonymity import NAMELESS_SOURCES
from probatum.read.builtin.english.callings import singular
from probatum.read.builtin.english.cue_search import Found
from probatum.read.builtin.english.cues import noun_cue
from probatum.read.builtin.english.parsed import Sentence
from probatum.read.builtin.english.speaker_words import PAPERS
from probatum.read.builtin.english.speakers import is_paper, is_somebody, speaker_at
from probatum.read.builtin.english.stretches import Stretch, after
from probatum.read.found import Said

_CITING = frozenset({"citing", "quoting"})
_BESIDE = 3  # words
_FAR = 14  # words


def cited(sentence: Sentence, found: Found) -> int | None:
    """Return the noun for whom a cue's subject cites as its source, None if it cites nobody."""
    words = sentence.words
    for at, word in enumerate(words):
        if word.lower not in _CITING or at == 0 or words[at - 1].text != ",":
            continue
        beside = found.last < at <= found.last + _BESIDE or 0 < found.first - at < _FAR
        if not beside and word.head != found.verb:
            continue
        noun = sentence.child(at, "dobj")
        if noun is not None and (
            is_somebody(sentence, noun)
            or words[noun].lower in NAMELESS_SOURCES
            or (
                words[noun].tag == "NNS"
                and noun_cue(words[noun].lower) is None
                and not is_paper(sentence, noun)
            )
        ):
            return noun
    return None


def behind_source(sentence: Sentence, found: Found, source: int) -> Stretch | None:
    """Return the clause of "reported, citing doctors, that ..."."""
    words = sentence.words
    for at in range(max(source, found.last) + 1, len(words) - 2):
        if words[at].text == "," and words[at + 1].lower == "that":
            return after(sentence, at + 2, len(words) - 1)
    return None


def by_source(sentence: Sentence, said: Said, source: int) -> Said:
    """Return what is said as the source's words, which whoever cites it passes on."""
    speaker = speaker_at(sentence, source)
    if speaker.mark is None or said.speaker is None:
        return said
    return replace(
        said,
        stance="asserts" if said.stance == "reports" else said.stance,
        voice=speaker.voice,
        speaker=speaker.mark,
        speaker_count=speaker.count,
        via=(said.speaker, *said.via),
    )


def signer(sentence: Sentence, found: Found, head: int | None) -> int | None:
    """Return who "has sworn affidavits stating that", not the affidavits."""
    words = sentence.words
    if head is None or words[found.verb].tag != "VBG" or words[found.verb].dep != "acl":
        return head
    if words[head].dep != "dobj" or singular(words[head].lower) not in PAPERS:
        return head
    signs = sentence.child(words[head].head, "nsubj")
    several = signs is not None and words[signs].tag == "CD"  # "four of them"
    return signs if signs is not None and (several or is_somebody(sentence, signs)) else head
