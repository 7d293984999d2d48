"""The whole of a noun phrase that stands for somebody: "doctors at the district hospital"."""

from __future__ import annotations

from bisect import bisect_left

from probatum.read.builtin.english.cues import verb_cue
from probatum.read.builtin.english.mentions import Mention
from probatum.read.builtin.english.misread import NEVER_NOUNS
from probatum.read.builtin.english.parsed import Parsed, Sentence
from probatum.read.found import Mark

_LINKS = frozenset("of in at from for near with inside behind outside within on".split())
_CLOSE = frozenset("close familiar".split())
_KINDS = frozenset({"office", "crowd", "body"})
_LONGEST = 12  # words
_DAYS = frozenset({"DATE", "TIME"})
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def whole(parsed: Parsed, one: Mention) -> Mark:
    """Return a mention by a noun with what tells which: where they are, of what, who they are."""
    if one.kind not in _KINDS or one.sentence >= len(parsed.sentences):
        return one.mark
    sentence = parsed.sentences[one.sentence]
    ends = [word.end for word in sentence.words]
    head = bisect_left(ends, one.mark.end)
    if head >= len(ends) or ends[head] != one.mark.end:
        return one.mark
    last = _last(sentence, head)
    return one.mark if last == head else Mark(one.mark.start, sentence.words[last].end)


def _last(sentence: Sentence, head: int) -> int:
    """Return the last word of what hangs right behind a noun, no comma between."""
    words = sentence.words
    if not words[head].tag.startswith("NN") or words[head].tag.startswith("NNP"):
        return head
    last = head
    for child in sentence.children[head]:
        low, high = sentence.reaches[child]
        if child <= head or low != last + 1 or not _tells(sentence, child):
            continue
        stop = next((at for at in range(low, high + 1) if _ends(sentence, at)), high + 1)
        last = stop - 1
        if stop <= high:
            break
    return last if last - head <= _LONGEST else head


def _tells(sentence: Sentence, child: int) -> bool:
    word = sentence.words[child]
    if word.dep == "prep":
        noun = sentence.child(child, "pobj")
        return word.lower in _LINKS and noun is not None and (
            sentence.words[noun].entity not in _DAYS
        )  # fmt: skip
    return word.dep == "amod" and word.lower in _CLOSE


def _ends(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    following = sentence.words[at + 1].lower if at + 1 < len(sentence.words) else ""
    if word.lower in NEVER_NOUNS or (following == "that" and verb_cue(word.lower) is not None):
        return True  # "staff on the ground report that"
    return word.text in (",", ";", ":", "(", "–", "—") or word.tag in (*_FINITE, "WDT", "WP", "WP$")
