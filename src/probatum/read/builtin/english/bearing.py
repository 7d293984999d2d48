"""Whether a sentence of the text's own voice tells what happened, was done or was suffered.

What a careful reader takes for an assertion is told by the grammar: somebody armed, official or
harmed, a weapon or a vehicle, and a past verb that is an act. What things look like, what people
feel and what they do all day is told by other verbs.
"""

from __future__ import annotations

import re

from probatum.read.builtin.english.callings import ARMED, BODIES, GROUPS, OFFICES, singular
from probatum.read.builtin.english.event_words import WEAPON
from probatum.read.builtin.english.parsed import Sentence

_THINGS = frozenset(WEAPON) | frozenset(
    "convoy truck lorry bus train ambulance ship vessel boat tanker plane aircraft helicopter tank "
    "vehicle wreckage debris building house home school hospital clinic church mosque market "
    "bridge station substation depot warehouse camp village town column shelter power water "
    "salvo volley barrage burst shot fire blaze explosion blast detonation projectile raid search "
    "court judge jury tribunal trial inquiry hearing crew passenger body remains post photograph "
    "video picture clip".split()
)
# What people do without anything having happened; the base, the past and the participle.
_IDLE = frozenset(
    "be was were been have had want wanted look looked feel felt know knew known think thought "
    "believe believed seem seemed appear appeared stand stood sit sat sleep slept live lived work "
    "worked walk walked speak spoke spoken talk talked say said tell told ask asked laugh laughed "
    "smile smiled remember remembered keep kept use used like liked love loved hope hoped wish "
    "wished try tried begin began begun become became remain remained stay stayed watch watched "
    "read write wrote written play played wear wore worn hold held own owned belong belonged mean "
    "meant need needed run ran turn turned nod nodded shrug shrugged point pointed grow grew grown "
    "learn learned learnt study studied teach taught marry married born call called name named "
    "refuse refused decline declined wait waited listen listened serve served spend spent make "
    "made interview interviewed analyse analysed analyze analyzed show showed shown describe "
    "described see saw seen hear heard go went gone come do did done give gave given find found "
    "agree agreed expect expected understand understood dress dressed cook cooked eat ate pray "
    "prayed sing sang grieve edit edited shorten shortened translate translated publish rest "
    "rested accept accepted blame blamed report reported quote quoted cite cited consider hit "
    "praise praised welcome welcomed thank thanked criticise criticised locate located know base "
    "based consist".split()
)
# What one says of oneself beside the matter: courtesies, opinions, how one came to know.
_OF_MIND = frozenset(
    "conveyed share shared mourn grieve thank join stand offer extend convey express pray prayed "
    "hope hoped "
    "know knew believe believed think thought feel felt want wanted wish wished need needed check "
    "checked verified verify spoke speak talked interviewed reviewed compared analysed analyzed "
    "wrote write called asked remember remembered love loved like liked understand understood "
    "expect expected trust wonder wondered worked lived taught kept grew studied married "
    "met".split()
)
_UNDONE = frozenset("see hear ask forgive forget sleep eat say look find go come move".split())
_BEING = frozenset({"am", "are", "was", "were", "'m", "'re", "’m", "’re"})
_FEW = 8  # words
_PERSONS = frozenset({"he", "she", "they"})
_FEELING = re.compile(
    r"\b(?:(?:I|we|you) (?:do|did|can|could)(?: not|n['’]t) (?:know|say|understand|remember|"
    r"believe)|no words|(?:nobody|no one|everyone|everybody) (?:believes?|"
    r"knows?|knew|understands?)|long live|glory to|down with|death to|eternal memory|rest in peace|"
    r"cannot|pray|hopes?|"
    r"(?:I|we|our|^)(?: all| also)? ?thanks?(?! god)|sorry|please|remember|dreams?|"
    r"wish|let (?:nobody|no one|us)|"
    r"welcome|invite|alarmed|grateful|proud|expresses its|our thoughts|takes? note|"
    r"pay tribute|salute|bow our heads)\b",
    re.IGNORECASE,
)


def happens(frame: Sentence) -> bool:
    """Say whether somebody or something of an event does or suffers something in the past."""
    words = frame.words
    for at, word in enumerate(words):
        if word.dep not in ("ROOT", "conj") or word.tag not in ("VBD", "VBN"):
            continue
        subject = frame.child(at, "nsubj", "nsubjpass")
        if subject is None or subject > at or word.lower in _IDLE:
            continue
        if word.tag == "VBN" and frame.child(at, "auxpass", "aux") is None:
            continue
        passive = frame.child(at, "auxpass") is not None
        noun = singular(words[subject].lower)
        if noun in ARMED or noun in _THINGS or (passive and _is_harmed(frame, subject)):
            return True
        if noun in BODIES and not passive:
            return True
    return False


def _is_harmed(frame: Sentence, subject: int) -> bool:
    word = frame.words[subject]
    noun = singular(word.lower)
    person = word.lower in _PERSONS or word.entity == "PERSON" or word.tag == "CD"
    return person or noun in GROUPS or noun in OFFICES


def _doing(frame: Sentence, at: int) -> int | None:
    """Return what is done as a subject: "to fire on the sick", "enlisting boys"."""
    own = frame.child(at, "csubj", "csubjpass")
    if own is None:
        return None
    first = frame.words[frame.reaches[own][0]]
    return own if first.tag in ("TO", "VBG") or first.lower in ("whoever", "those") else None


def states(frame: Sentence, words: str) -> bool:
    """Say whether a sentence of a statement says that something is or was so."""
    if _FEELING.search(words):
        return False
    for at, word in enumerate(frame.words):
        if word.dep != "ROOT" or word.tag not in ("VBD", "VBN", "VBZ", "VBP", "VB", "VBG"):
            continue
        own = frame.child(at, "nsubj", "nsubjpass", "expl", "attr")
        own = _doing(frame, at) if own is None else own
        helper = frame.child(at, "auxpass", "aux")
        if own is None and helper is not None:  # "Thirty houses are gone"
            own = frame.child(helper, "nsubj", "nsubjpass")
        if word.tag == "VBG" and helper is None:
            continue
        finite = helper is not None and frame.words[helper].tag in ("VBD", "VBP", "VBZ")
        if own is None or (word.tag == "VB" and helper is not None and not finite):
            continue
        ours = frame.words[own].lower in ("i", "we") and frame.child(at, "auxpass") is None
        merely = word.lower in _BEING and len(frame.words) < _FEW
        undone = frame.child(at, "neg") is not None and word.lower in _UNDONE
        return not (ours and (merely or undone or word.lower in _OF_MIND))
    return False
