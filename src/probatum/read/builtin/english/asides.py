"""Attributions that are neither subject and verb nor a source beside a sentence.

"As the army has admitted, ..."; "what the mayor said was that ..."; "the court heard that ...";
"it emerged that ..."; "there is talk that ...": the last two name nobody.
"""

from __future__ import annotations

from probatum.read.builtin.english.cues import Cue, lemma, verb_cue
from probatum.read.builtin.english.indirect import indirect
from probatum.read.builtin.english.parsed import Sentence
from probatum.read.builtin.english.speakers import Speaker, is_somebody, speaker_at
from probatum.read.builtin.english.stretches import Stretch, after, trimmed
from probatum.read.found import Said

_EMERGED = frozenset("emerged emerges transpired transpires surfaced".split())
_HEARING = frozenset(
    "court jury inquest inquiry tribunal hearing trial commission committee panel judge judges "
    "jurors magistrates parliament council assembly".split()
)
_TALK = frozenset("talk rumour rumours rumor rumors word reports claims whispers gossip".split())

_PUTTING = frozenset("describe put call see characterise characterize sum phrase recall remember "
                     "explain express word term".split())  # fmt: skip
_NEGATIONS = frozenset({"no", "not", "n't", "never"})
_COPULAS = frozenset({"is", "was"})
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_NEAR = 10  # words
_BESIDE = 4  # words of a name between commas


def asides(sentence: Sentence) -> list[tuple[int, Said]]:
    """Return what such phrases attribute, each with the place of its verb."""
    found: list[tuple[int, Said]] = []
    for at, word in enumerate(sentence.words):
        one = None
        if word.lower == "as" and word.tag in ("IN", "RB"):
            one = _as_said(sentence, at)
        elif word.lower in ("heard", "hears", "told"):
            one = _heard(sentence, at)
        elif word.lower in _EMERGED and at > 0:
            one = _emerged(sentence, at)
        elif word.lower in _TALK and word.tag.startswith("NN"):
            one = _talked(sentence, at)
        elif word.lower == "say" and at and sentence.words[at - 1].lower in ("people", "some"):
            one = _all_say(sentence, at)
        elif word.lower == "how" and at > 1:
            one = _how_put(sentence, at)
        elif word.lower == "what" and at < 2:
            one = _cleft(sentence, at)
        if one is not None:
            found.append(one)
    return found


_REPORTS = Cue("reports", "c")
_ASSERTS = Cue("asserts", "c")


def _as_said(sentence: Sentence, at: int) -> tuple[int, Said] | None:
    """Return the sentence that ", as the general has himself admitted," stands in."""
    words = sentence.words
    if at and words[at - 1].text != ",":
        return None
    end = at + 1
    while end < len(words) and words[end].text not in (",", ";", "."):
        end += 1
    plain = end
    end = _behind_name(sentence, end)
    verb = next((one for one in range(at + 1, end) if words[one].tag[:2] == "VB"
                 and verb_cue(words[one].lower) is not None), None)  # fmt: skip
    if verb is None or end - at > _NEAR + (_BESIDE if end > plain else 0):
        return None
    cue = verb_cue(words[verb].lower)
    if cue is None or not {"c", "q"} & set(cue.takes):
        return None
    agent = sentence.child(verb, "agent")
    thing = sentence.child(verb, "xcomp", "dobj")
    if at and agent is None and thing is not None and verb < thing < end and (
        {"n", "g"} & set(cue.takes) and words[thing].tag in ("VBG", "NN", "NNS")
    ):  # fmt: skip
        return None  # "..., as coalition denies firing": it says something of its own
    who = sentence.child(verb, "nsubj") if agent is None else sentence.child(agent, "pobj")
    if who is None or not at < who < end or not is_somebody(sentence, who):
        return None
    if at == 0:
        stretch = trimmed(sentence, end + 1, len(words) - 1) if end < len(words) - 2 else None
    elif end >= len(words) - 1 or words[end].text != ",":
        stretch = trimmed(sentence, 0, at - 1)
    elif words[end + 1].lower == "that":
        stretch = after(sentence, end + 2, len(words) - 1)  # "It is not true, as he says, that"
    else:
        stretch = trimmed(sentence, 0, len(words) - 1)
    if stretch is not None and at and end >= len(words) - 1:
        stretch = _not_so(sentence, stretch)
    if stretch is None or stretch.last - stretch.first < 2:
        return None
    return verb, indirect(sentence, stretch, speaker_at(sentence, who), cue, verb, verb)


def _not_so(sentence: Sentence, stretch: Stretch) -> Stretch | None:
    """Return what is said in "there is no proof that it bore arms, as the army says": the clause.

    Of a plain negation it cannot be told what they say.
    """
    words = sentence.words[stretch.first : stretch.last + 1]
    negated = next((at for at, one in enumerate(words) if one.lower in _NEGATIONS), None)
    if negated is None:
        return stretch
    that = next((at for at in range(negated, len(words)) if words[at].lower == "that"
                 and words[at].tag == "IN"), None)  # fmt: skip
    return None if that is None else trimmed(sentence, stretch.first + that + 1, stretch.last)


def _behind_name(sentence: Sentence, comma: int) -> int:
    """Return the comma that ends "as the photographer, Ann Vale, confirmed,": the third."""
    words = sentence.words
    closing = comma + 1
    while closing < len(words) and words[closing].tag.startswith("NNP"):
        closing += 1
    named = comma + 1 < closing < len(words) - 1 and words[closing].text == ","
    if not named or not words[closing + 1].tag.startswith(("VB", "MD", "RB")):
        return comma
    end = closing + 1
    while end < len(words) and words[end].text not in (",", ";", "."):
        end += 1
    return end


def _that(sentence: Sentence, at: int) -> Stretch | None:
    """Return the clause with "that" within a few words behind."""
    words = sentence.words
    for one in range(at + 1, min(at + _NEAR, len(words) - 2)):
        if words[one].lower == "that" and words[one].tag in ("IN", "WDT", "DT"):
            return after(sentence, one + 1, len(words) - 1)
        if words[one].text in (",", ";", ":"):
            break
    return None


def _heard(sentence: Sentence, at: int) -> tuple[int, Said] | None:
    """Return what a court heard or was told by nobody named."""
    words = sentence.words
    own = sentence.child(at, "nsubj", "nsubjpass")
    if own is None or words[own].lower not in _HEARING:
        return None
    passive = sentence.child(at, "auxpass") is not None
    if words[at].lower == "told" and not passive:
        return None
    first = sentence.reaches[own][0]
    if first > 1 and words[first - 1].text == ",":
        stretch = trimmed(sentence, 0, first - 1)
    else:
        stretch = _that(sentence, at)
        clause = sentence.child(at, "ccomp")
        if stretch is None and clause is not None and clause > at:
            stretch = after(sentence, sentence.reaches[clause][0], sentence.reaches[clause][1])
    agent = sentence.child(at, "agent")
    who = None if agent is None else sentence.child(agent, "pobj")
    if stretch is None:
        return None
    speaker = Speaker(voice="anonymous") if who is None else speaker_at(sentence, who)
    return at, indirect(sentence, stretch, speaker, _ASSERTS, at, at)


def _emerged(sentence: Sentence, at: int) -> tuple[int, Said] | None:
    words = sentence.words
    before = [one.lower for one in words[max(0, at - 3) : at]]
    if "it" not in before:
        return None
    stretch = _that(sentence, at)
    if stretch is None:
        return None
    first = at - before[::-1].index("it") - 1
    return at, indirect(sentence, stretch, Speaker(voice="anonymous"), _REPORTS, first, at)


def _talked(sentence: Sentence, at: int) -> tuple[int, Said] | None:
    """Return the clause of "there is talk that", "reports are coming in of a blast"."""
    words = sentence.words
    there = at > 1 and words[0].lower == "there"
    if words[at].lower == "word" and words[min(at + 1, len(words) - 1)].lower not in ("that", "of"):
        return None  # "there is a word for that"
    comes = any(one.lower in ("coming", "came", "come", "emerging", "emerged", "circulating")
                for one in words[at + 1 : at + 4])  # fmt: skip
    if not (there or (comes and at < 3)):
        return None
    stretch = _that(sentence, at)
    if stretch is None and comes:
        of = next((one for one in range(at + 1, min(at + 6, len(words) - 2))
                   if words[one].lower == "of"), None)  # fmt: skip
        stretch = None if of is None else after(sentence, of + 1, len(words) - 1)
    if stretch is None:
        return None
    return at, indirect(sentence, stretch, Speaker(voice="anonymous"), _REPORTS, at, at)


def _all_say(sentence: Sentence, at: int) -> tuple[int, Said] | None:
    """Return what "people say", which is hearsay."""
    words = sentence.words
    if at > 2 and words[at - 2].text not in (",", ";", "but", "and"):
        return None
    stretch = after(sentence, at + 1, len(words) - 1) if at + 3 < len(words) else None
    if stretch is None or not any(one.tag in _FINITE for one in words[at + 1 :]):
        return None
    return at, indirect(sentence, stretch, Speaker(voice="anonymous"), _REPORTS, at, at)


def how_put(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """Return verb and speaker of "is how the admiral described it", given where "how" stands."""
    words = sentence.words
    verb = words[at].head
    if at == 0 or words[at - 1].lower not in _COPULAS or not words[verb].tag.startswith("VB"):
        return None
    own = sentence.child(verb, "nsubj")
    if lemma(words[verb].lower) not in _PUTTING or own is None or own < at:
        return None
    return verb, own


def _how_put(sentence: Sentence, at: int) -> tuple[int, Said] | None:
    """Return the words in front of "is how the admiral described it"."""
    put = how_put(sentence, at)
    stretch = trimmed(sentence, 0, at - 2) if at > 1 else None
    if put is None or stretch is None:
        return None
    verb, own = put
    return verb, indirect(sentence, stretch, speaker_at(sentence, own), _ASSERTS, verb, verb)


def _cleft(sentence: Sentence, at: int) -> tuple[int, Said] | None:
    """Return the clause of "what the surgeon told us was that"."""
    words = sentence.words
    verb = next((one for one in range(at + 1, min(at + _NEAR, len(words) - 3))
                 if words[one].tag in ("VBD", "VBZ", "VBP")), None)  # fmt: skip
    cue = None if verb is None else verb_cue(words[verb].lower)
    if verb is None or cue is None or not {"c", "q"} & set(cue.takes):
        return None
    who = verb - 1
    be = next((one for one in range(verb + 1, min(verb + _NEAR, len(words) - 2))
               if words[one].lower in _COPULAS), None)  # fmt: skip
    if be is None or not words[who].tag.startswith(("NN", "PRP")):
        return None
    stretch = after(sentence, be + 1, len(words) - 1)
    speaker = speaker_at(sentence, who)
    if stretch is None or speaker.voice == "own":
        return None
    return verb, indirect(sentence, stretch, speaker, cue, verb, verb)
