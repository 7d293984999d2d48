"""What stands behind a statement and is no part of it: the text's own clauses, others' words.

"They asked the council to freeze the assets of the Corps, whose troops ring it": who asks
says nothing of the ring. "It urged them to hand over the logs, which their officer promised to do".
"""

from __future__ import annotations

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.english.cues import noun_cue, verb_cue
from probatum.read.builtin.english.parsed import Sentence
from probatum.read.builtin.english.stretches import Stretch, trimmed

_RELATIVE = frozenset({"which", "who", "whose", "whom", "where"})
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_OF_THINGS: frozenset[Stance] = frozenset({"calls_for", "condemns", "commits_to", "denies"})
_JUDGED = frozenset(
    "called described denied disputed rejected dismissed questioned contested contradicted backed "
    "echoed supported confirmed refuted repeated shared borne challenged disproved".split()
)
_JUDGES = frozenset(
    "calls call dismisses dismiss denies deny rejects reject disputes dispute describes describe "
    "dismissed denied rejected disputed called described contests contested repeated repeats "
    "refutes refuted confirms confirmed".split()
)
_FEWEST = 2  # words that are left
_SOON = 9  # words
_FAR = 16  # words


def without_trailing(sentence: Sentence, stretch: Stretch, stance: Stance) -> Stretch:
    """Return a stretch without what somebody else, or the text itself, says behind it."""
    words = sentence.words
    for at in range(stretch.first + _FEWEST, stretch.last - 1):
        following = words[at + 1].lower
        if words[at].text == ",":
            cut = (
                following in _RELATIVE and _another_speaks(sentence, at + 1, stretch.last)
            ) or _judged_by_others(sentence, at + 1, stretch.last)
            if not cut and stance in _OF_THINGS and following in _RELATIVE:
                cut = _runs_on(sentence, at + 1, stretch.last)
        else:
            cut = stance in _OF_THINGS and following == "whose" and (
                _runs_on(sentence, at + 1, stretch.last)
            )  # fmt: skip
        if cut:
            return trimmed(sentence, stretch.first, at) or stretch
    return stretch


def _another_speaks(sentence: Sentence, at: int, last: int) -> bool:
    """Say whether somebody speaks of it: ", which their liaison officer promised to do"."""
    words = sentence.words
    for verb in range(at + 2, min(at + _FAR, last) + 1):
        if words[verb].text in (";", ":"):
            return False
        if words[verb].tag in ("VBD", "VBZ") and verb_cue(words[verb].lower) is not None:
            own = sentence.child(verb, "nsubj")
            return own is not None and own > at and words[at].lower == "which"
    return False


def _judged_by_others(sentence: Sentence, at: int, last: int) -> bool:
    """Say whether ", a claim contradicted by residents", ", charges he calls gossip"."""
    words = sentence.words
    noun = at
    while noun < last and words[noun].tag in ("DT", "JJ", "PRP$", "RB"):
        noun += 1
    plain = words[noun].lower in ("figure", "figures", "number", "toll", "total")
    if not plain and noun_cue(words[noun].lower) is None:
        return False
    if noun == at and words[noun].tag not in ("NNS", "NN"):
        return False
    behind = [one.lower for one in words[noun + 1 : noun + 4]]
    if behind[:1] in (["that"], ["which"]) and {"not", "cannot", "n't"} & set(behind):
        return True  # ", a figure that could not be verified"
    for verb in range(noun + 1, min(noun + _SOON, last) + 1):
        if words[verb].text in (",", ";"):
            return False
        if words[verb].lower in _JUDGED and verb < last and words[verb + 1].lower in (
            "by", "in", "out"
        ):  # fmt: skip
            return True
        finite = words[verb].tag in (*_FINITE, "NNS")  # "an assertion that the office disputes"
        if verb > noun + 1 and words[verb].lower in _JUDGES and finite:
            return True
    return False


def _runs_on(sentence: Sentence, at: int, last: int) -> bool:
    """Say whether a relative clause with a verb of its own runs to the end of the stretch."""
    words = sentence.words
    if any(one.text in (",", ";") for one in words[at + 1 : last]):
        return False
    return any(one.tag in _FINITE for one in words[at + 1 : last + 1])
