"""What somebody saw or heard others do: "Besa, who runs the bakery, saw two men drag him out".

Whoever tells it has it from them: they are the speaker, the verb of seeing is the cue.
"""

from __future__ import annotations

from typing import Literal

from probatum.read.builtin.english.cues import verb_cue
from probatum.read.builtin.english.parsed import Sentence
from probatum.read.builtin.english.speakers import is_somebody, speaker_at, subject
from probatum.read.builtin.english.stretches import trimmed
from probatum.read.found import Said

_SEEING = frozenset("saw watched witnessed spotted noticed observed".split())
_HEARING = frozenset({"heard", "overheard"})
_BARE = ("VB", "VBG", "VBN", "VBP")
_PRONOUNS = ("PRP", "WP", "WDT")


def perceived(sentence: Sentence) -> list[tuple[int, Said]]:
    """Return what somebody named or described saw or heard being done, with the verb's place."""
    found = []
    words = sentence.words
    for at, word in enumerate(words):
        if word.lower not in _SEEING | _HEARING or word.tag not in ("VBD", "VBN"):
            continue
        if word.dep not in ("ROOT", "conj") or sentence.child(at, "auxpass", "neg") is not None:
            continue
        who = subject(sentence, at)
        act = _act(sentence, at)
        if who is None or who > at or act is None:
            continue
        if words[who].lower in ("i", "we"):
            found.extend(_heard_saying(sentence, at, act))
        if words[who].tag in _PRONOUNS:
            continue
        if not (is_somebody(sentence, who) or _is_told_apart(sentence, who)):
            continue
        speaker = speaker_at(sentence, who)
        stretch = trimmed(sentence, at + 1, max(sentence.reaches[act][1], act))
        if speaker.voice == "own" or speaker.mark is None or stretch is None:
            continue
        basis: Literal["saw", "heard"] = "saw" if word.lower in _SEEING else "heard"
        found.append((at, Said(
            content=sentence.between(stretch.first, stretch.last), stance="asserts",
            quoted="indirect", voice=speaker.voice, speaker=speaker.mark,
            speaker_count=speaker.count, cue=sentence.between(at, at), basis=basis,
        )))  # fmt: skip
    return found


def _heard_saying(sentence: Sentence, verb: int, act: int) -> list[tuple[int, Said]]:
    """Return what "we have heard a deputy call it a lie" has the deputy say."""
    words = sentence.words
    doer, cue = sentence.child(act, "nsubj"), verb_cue(words[act].lower)
    if doer is None or cue is None or words[act].tag != "VB" or words[verb].lower not in _HEARING:
        return []
    speaker = speaker_at(sentence, doer)
    stretch = trimmed(sentence, act + 1, sentence.reaches[act][1])
    if speaker.mark is None or stretch is None or not set(cue.takes) & set("ckq"):
        return []
    return [(act, Said(
        content=sentence.between(stretch.first, stretch.last), stance=cue.stance,
        quoted="indirect", voice=speaker.voice, speaker=speaker.mark,
        speaker_count=speaker.count, cue=sentence.between(act, act),
    ))]  # fmt: skip


def _is_told_apart(sentence: Sentence, noun: int) -> bool:
    """Say whether a noun is of people by what stands beside it: a name, "four of us"."""
    of = sentence.child(noun, "prep")
    people = None if of is None else sentence.child(of, "pobj")
    return sentence.words[noun].tag == "CD" and people is not None and (
        sentence.words[people].lower in ("us", "them", "you")
    ) or any(
        sentence.words[one].dep == "appos" and sentence.words[one].tag.startswith("NNP")
        for one in sentence.children[noun]
    )  # fmt: skip


def _act(sentence: Sentence, verb: int) -> int | None:
    """Return what was done in "saw him fall", "heard shots being fired": no clause with "that"."""
    words = sentence.words
    one = sentence.child(verb, "ccomp", "xcomp")
    if one is None or one < verb:
        thing = sentence.child(verb, "dobj")
        one = None if thing is None else sentence.child(thing, "acl", "relcl")
        if one is None or words[one].tag != "VBG":
            return None
        return one
    doer = sentence.child(one, "nsubj", "nsubjpass")
    if words[one].tag not in _BARE or doer is None or sentence.child(one, "mark") is not None:
        return None
    finite = sentence.child(one, "aux") is not None and words[one].tag != "VBN"
    return None if finite else one
