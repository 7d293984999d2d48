"""Whether a content says what people did, by its main clause: who acts, and by what verb."""

from __future__ import annotations

from collections.abc import Iterable

from probatum.read.builtin.english.callings import ARMED, GROUPS, OFFICES, singular
from probatum.read.builtin.english.parsed import Sentence
from probatum.read.found import Mark

_WHO = frozenset("i we he she they you someone somebody nobody one both who".split())
_PERCEIVED = frozenset(
    "see saw seen sees hear heard hears watch watched know knew think thought believe believed "
    "feel felt remember remembers remembered notice noticed mean say said told tell".split()
)
# What happens to people, or how they are: nothing that they do.
_STATES = frozenset(
    "be is are was were been am 's ’s have has had die died dies live lived survive survived sleep "
    "slept lose lost want wanted need needed suffer suffered expect expected remain remained fear "
    "feared wear wore stay stayed vanish vanished disappear disappeared seem seemed hope fall fell "
    "belong like love hate own".split()
)
_MOST = 3


def somebody_acts(sentences: Iterable[Sentence], content: Mark) -> bool:
    """Say whether people do something in the first clause of a content that has a verb."""
    for number, sentence in enumerate(sentences):
        if number == _MOST:
            break
        verb = _main_verb(sentence, content)
        if verb is not None:
            return _acts(sentence, verb)
    return False


def _main_verb(sentence: Sentence, content: Mark) -> int | None:
    words = sentence.words
    for at, word in enumerate(words):
        if not content.start <= word.start < content.end or not word.tag.startswith("VB"):
            continue
        head = words[word.head]
        outside = not content.start <= head.start < content.end
        if word.head == at or outside or word.dep == "ROOT":
            return at
    return None


def _acts(sentence: Sentence, verb: int) -> bool:
    words = sentence.words
    if words[verb].lower in _PERCEIVED:
        inner = sentence.child(verb, "ccomp", "xcomp")
        if inner is None or inner < verb:
            return False
        verb = inner
    if sentence.child(verb, "auxpass", "nsubjpass", "acomp", "attr") is not None:
        return False
    if words[verb].lower in _STATES or words[verb].tag not in ("VBD", "VBN", "VBP", "VBZ", "VB"):
        return False
    own = sentence.child(verb, "nsubj")
    if own is None:
        return False
    noun = words[own]
    return (
        noun.lower in _WHO
        or noun.entity == "PERSON"
        or (noun.tag.startswith("NN") and singular(noun.lower) in GROUPS | OFFICES | ARMED)
    )
