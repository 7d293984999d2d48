"""A source at the end of its sentence: "Six were hurt, the mayor of Halm said on Friday".

The parser hangs such a source on the last noun before it, or takes a word of what is said for the
subject; the words alone tell who speaks and what is said.
"""

from __future__ import annotations

from probatum.read.builtin.english.cue_search import Found
from probatum.read.builtin.english.misread import ends_as_noun
from probatum.read.builtin.english.parsed import Sentence
from probatum.read.builtin.english.speakers import is_somebody
from probatum.read.builtin.english.stretches import Stretch, trimmed

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_OF_A_NAME = ("NN", "DT", "JJ", "POS", "PRP$", "CD")
_LINKS = frozenset("of for and in at".split())
_BEGINS = ("DT", "PRP$", "NNP", "NNS", "NNPS", "NN", "JJ", "CD")
_LONGEST = 14  # words
_FEWEST = 3  # words of a clause
_TAIL = 8  # words


def source_at_the_end(sentence: Sentence, found: Found) -> int | None:
    """Return the noun of a source that closes its sentence and that the parser has lost."""
    words = sentence.words
    verb = found.verb
    misread = ends_as_noun(sentence, verb)
    if not misread and "q" not in found.cue.takes:
        return None
    if found.first != found.last or not (misread or _closes(sentence, verb)):
        return None
    comma = _comma_before(sentence, verb)
    if comma is None or not any(one.tag in _FINITE for one in words[:comma]):
        return None
    own = sentence.child(verb, "nsubj")
    if own is not None and own > comma:
        return None  # the parser sees it as well
    head = None
    for at in range(comma + 1, verb):
        if words[at].tag in ("IN", "CC") and head is not None:
            break
        head = at if words[at].tag.startswith("NN") else head
    return head if head is not None and is_somebody(sentence, head) else None


def before_the_source(sentence: Sentence, found: Found) -> Stretch | None:
    """Return all that stands before a source that closes its sentence."""
    if source_at_the_end(sentence, found) is None:
        return None
    comma = _comma_before(sentence, found.verb)
    return None if comma is None else trimmed(sentence, 0, comma - 1)


def _closes(sentence: Sentence, verb: int) -> bool:
    """Say whether nothing follows a verb but when and where it was said."""
    words = sentence.words
    rest = words[verb + 1 :]
    if words[verb].tag not in _FINITE or len(rest) > _TAIL:
        return False
    if sentence.child(verb, "dobj", "ccomp", "xcomp", "oprd") is not None and any(
        verb < one < len(words) for one in sentence.children[verb]
        if words[one].dep in ("dobj", "ccomp", "xcomp", "oprd")
    ):  # fmt: skip
        return False
    return not any(one.tag in _FINITE or one.text in (",", ";", ":") for one in rest)


def _comma_before(sentence: Sentence, verb: int) -> int | None:
    """Return the comma that a noun phrase stands behind, right before its verb."""
    words = sentence.words
    at = verb - 1
    while at > 0 and verb - at <= _LONGEST and words[at].text != ",":
        if not words[at].tag.startswith(_OF_A_NAME) and words[at].lower not in _LINKS:
            return None
        at -= 1
    begins = words[at].text == "," and at >= _FEWEST and words[at + 1].tag in _BEGINS
    return at if begins and at < verb - 1 else None
