"""Content that is no clause: the noun phrase behind "denied", "condemned", "called it"."""

from __future__ import annotations

from probatum.read.builtin.english.callings import BODIES, GROUPS, OFFICES, singular
from probatum.read.builtin.english.cue_search import Found
from probatum.read.builtin.english.cues import lemma, noun_cue
from probatum.read.builtin.english.parsed import Sentence
from probatum.read.builtin.english.stretches import Stretch, after, trimmed

_OBJECTS = ("dobj", "pobj", "pcomp", "oprd", "attr", "xcomp", "ccomp")
_BARE = 3
_MEASURES = frozenset(
    "help aid assistance support talks reward cooperation shelter reparation condolences "
    "inquiry investigation ceasefire truce sanctions justice release answers trial tribunal "
    "withdrawal access compensation apology explanation probe reparations protection truth "
    "forgiveness patience permission passage burial evacuation relief fuel medicine "
    "medicines guarantees safety security intervention mediation monitors observers peacekeepers "
    "exhumation exchange return freedom evidence proof names lists maps records accountability "
    "clarification review retrial asylum refuge respite".split()
)
_TAKEN_BACK = frozenset(
    "story report article post words communiqué communique release "
    "bulletin tweet toll figure figures number total estimate estimates".split()
)
_AFTER_NUMBERS = frozenset("dead wounded injured missing killed".split())
_MANY = frozenset("dozens scores hundreds thousands dozen score hundred".split())
_LOSSES = frozenset(
    "dead death body case casualty fatality injury grave victim attack strike incident raid shell "
    "violation disappearance name house home building village family wounded injured barn school "
    "arrest detention abduction kidnapping killing beating explosion blast impact crater coffin "
    "burial drowning suicide point hole hit mark detonation cartridge casing bullet complaint bed "
    "cell mine drone rocket missile bomb sortie lorry truck vehicle bus boat ambulance roof wall "
    "breach fracture wound burn infection "
    "church clinic hospital round arrival admission patient survivor prisoner".split()
)
_NEAR = 16  # words
_LINKS = frozenset({"for", "of", "about", "to", "over", "at", "against"})
_TOLD_OF = ("VBD", "VBZ")
_REASONS = frozenset("while because since as until when citing saying pending".split())
_REFUSED = frozenset("access entry permission passage bail visa visas entrance".split())
REMEMBERING = frozenset("remember recall recount describe recollect".split())
_MANNERS = frozenset("terms term words manner tones statement".split())
_DEADLINES = frozenset("before by within until after in".split())
_OF_THE_THING = frozenset("in on of at near against from with over by between inside outside as "
                          "for during within under along across behind beyond towards toward into "
                          "through around above below opposite".split())  # fmt: skip


def object_of(sentence: Sentence, found: Found) -> Stretch | None:
    """Return the noun phrase that is denied, condemned, called for."""
    words = sentence.words
    takes = set(found.cue.takes)
    if sentence.child(found.verb, "agent") is not None:
        before = sentence.child(found.verb, "nsubjpass")
        if before is not None and words[before].lower in _REFUSED:
            return None
        passive = sentence.child(found.verb, "nsubjpass")
        if passive is not None and "o" in takes:  # "it was accused by the council of looting"
            low = sentence.reaches[passive][0]
            return after(sentence, low, max(found.verb, sentence.reaches[found.verb][1]))
        if passive is None or "a" in takes:  # "was asked by residents": whom, not what
            return None
        helpers = [one for one in sentence.children[found.verb] if words[one].dep[:3] == "aux"]
        low, high = sentence.reaches[passive]
        return trimmed(sentence, low, max(high, min(helpers, default=high + 1) - 1))
    judged = judged_as(sentence, found)
    if judged is not None:
        return judged
    for at in range(found.last, found.first - 1, -1):
        for one in sentence.children[at]:
            if one <= found.last or words[one].dep not in _OBJECTS:
                continue
            if "m" in takes and words[one].lower not in _MEASURES and not _of_a_body(
                sentence, found
            ):  # fmt: skip
                continue
            if lemma(words[found.verb].lower) == "deny" and words[one].lower in _REFUSED:
                return None  # "was denied access", "denied them water"
            if "z" in takes and not _is_paper(words[one].lower) and not (
                words[one].lower == "it" and words[min(one + 1, len(words) - 1)].lower == "to"
            ):  # fmt: skip
                continue  # "later revised it to eleven" corrects, "withdrew its troops" does not
            if found.cue.stance in ("corrects", "retracts"):
                corrected = _behind_colon(sentence, one)
                if corrected is not None:
                    return corrected
            low, high = sentence.reaches[one]
            high = max(high, _last_complement(sentence, at, one, found))
            if lemma(words[found.verb].lower) in REMEMBERING:
                high = max(high, last_remembered(sentence, found.verb))
            low = max(low, found.last + 1)
            if words[high].tag == "CD" and high + 1 < len(words) and (
                words[high + 1].lower in _AFTER_NUMBERS
            ):  # fmt: skip
                high += 1  # "speak of at least 50 wounded"
            if high == len(words) - 2 and words[high + 1].tag == "CD":
                high += 1  # "blames militia for blast that killed nine"
            high = _and_of(sentence, at, found, high)
            high = _before_asked(sentence, one, high) if found.cue.stance == "calls_for" else high
            high = _listed(sentence, _before_aside(sentence, low, high))
            return after(sentence, low, high)
    asked_for = _asked_for(sentence, found) if "a" in takes and "m" in takes else None
    if asked_for is not None:
        return asked_for
    counted_dead = [one.lower for one in words[found.last + 2 : found.last + 3]]
    if "n" in takes and words[found.last].end < words[-1].end and (
        words[found.last + 1].tag == "CD" and set(counted_dead) & _AFTER_NUMBERS
    ):  # fmt: skip
        return after(sentence, found.last + 1, found.last + 2)  # "confirms two dead"
    linked = found.cue.tail[-1:] and found.cue.tail[-1] in _LINKS and "m" not in takes
    if linked and found.last + 3 < len(words):
        return after(sentence, found.last + 1, len(words) - 1)
    if "d" in takes and found.last + 1 < len(words):
        silent = found.cue.stance == "declines_to_comment"
        end = _before_reason(sentence, found.last + 2) if silent else len(words) - 1
        behind = after(sentence, found.last + 1, end)
        return behind or Stretch(found.first, found.last)
    return Stretch(found.first, found.last) if "d" in takes else None


def _asked_for(sentence: Sentence, found: Found) -> Stretch | None:
    """Return what somebody is asked for: "asked the court for protection"."""
    words = sentence.words
    for one in sentence.children[found.verb]:
        if one > found.last and words[one].lower == "for":
            thing = sentence.child(one, "pobj")
            if thing is not None and words[thing].lower in _MEASURES:
                return after(sentence, one + 1, sentence.reaches[thing][1])
    return None


def last_remembered(sentence: Sentence, verb: int) -> int:
    """Return where a memory ends: "a whistle, and then glass", "two drones circling back"."""
    words = sentence.words
    told = [
        one
        for one in sentence.children[verb]
        if one > verb
        and (words[one].dep in ("conj", "dobj", "appos") and words[one].tag.startswith("NN") or (
            words[one].dep == "advcl" and words[one].tag == "VBG"))
    ]  # fmt: skip
    return max((sentence.reaches[one][1] for one in told), default=verb)


def _and_of(sentence: Sentence, at: int, found: Found, high: int) -> int:
    """Return where "speak of screams and of a helicopter" ends."""
    words = sentence.words
    if not found.cue.tail or high + 3 >= len(words) or words[high + 1].tag != "CC":
        return high
    again = high + 2
    if words[again].lower != found.cue.tail[-1] or words[again].dep not in ("conj", "prep"):
        return high
    return sentence.reaches[again][1]


def judged_as(sentence: Sentence, found: Found) -> Stretch | None:
    """Return the object of "rejected as baseless the charges of the monks"."""
    words = sentence.words
    at = found.last + 1
    if at + _BARE >= len(words) or words[at].lower != "as":
        return None
    at += 1
    while at < len(words) - 1 and words[at].tag in ("RB", "JJ", "VBN", "VBG", "CC"):
        at += 1
    if words[at - 1].lower == "as" or words[at].tag not in ("DT", "PRP$", "NNS", "NNP"):
        return None
    return after(sentence, at, len(words) - 1)


def _of_a_body(sentence: Sentence, found: Found) -> bool:
    """Say whether a state or body wants or offers something, and not a person for himself."""
    verb = found.verb
    own = sentence.child(verb, "nsubj")
    if own is None and sentence.words[verb].dep == "conj":
        own = sentence.child(sentence.words[verb].head, "nsubj")
    if own is None:
        return False
    word = sentence.words[own]
    named = word.tag.startswith("NNP") and word.entity != "PERSON"
    return named or singular(word.lower) in BODIES


def _before_reason(sentence: Sentence, start: int) -> int:
    """Return where what is declined ends: "to comment" of "to comment while the trial lasted"."""
    words = sentence.words
    for at in range(start, len(words) - 1):
        if words[at].lower in _REASONS and words[at].tag in ("IN", "VBG", "CC"):
            return at - 1
    return len(words) - 1


def _before_aside(sentence: Sentence, low: int, high: int) -> int:
    """Return where a noun phrase ends before ", which has fought since 2019"."""
    words = sentence.words
    for at in range(low + 1, high):
        following = [one.lower for one in words[at + 1 : at + 3]]
        if words[at].text == "," and (
            "which" in following
            or following[0] in ("who", "whose", "whom")
            or [one.lower for one in words[at + 2 : at + 4]] in (["of", "which"], ["of", "whom"])
        ):
            return at - 1
        if words[at].lower in ("and", "but", "while") and (
            _begins_a_clause(sentence, at + 1) or words[at + 1].tag in ("VBZ", "VBD", "MD")
        ):
            return at - 1
        if words[at].lower == "in" and any(one.lower in _MANNERS for one in words[at + 1 : at + 4]):
            return at - 1
    return high


def _begins_a_clause(sentence: Sentence, at: int) -> bool:
    """Say whether a noun and its finite verb follow: "a tanker and witnesses had spoken of"."""
    words = sentence.words
    noun = at
    while noun < min(at + _BARE, len(words)) and words[noun].tag in ("DT", "JJ", "PRP$", "CD"):
        noun += 1
    verb = noun + 1
    if verb >= len(words) or not words[noun].tag.startswith(("NN", "PRP")):
        return False
    return words[verb].tag in ("VBZ", "VBP", "MD") or (
        words[verb].tag == "VBD" and words[verb].dep != "acl" and (
            words[verb].dep in ("aux", "auxpass", "conj", "ROOT", "ccomp"))
    )  # fmt: skip


def _behind_colon(sentence: Sentence, start: int) -> Stretch | None:
    """Return what stands behind a colon: "corrects its statement: three were hit"."""
    for at in range(start, len(sentence.words) - 3):
        if sentence.words[at].text == ":":
            return after(sentence, at + 1, len(sentence.words) - 1)
    return None


def _is_paper(noun: str) -> bool:
    """Say whether it is words that are withdrawn, and not troops."""
    return noun_cue(noun) is not None or noun in _TAKEN_BACK


def _listed(sentence: Sentence, high: int) -> int:
    """Return where "3 dead, 14 injured" ends: counts that follow a count behind a comma."""
    words = sentence.words
    while high + 3 <= len(words) - 1 and words[high + 1].text == ",":
        if words[high + 2].tag != "CD" or words[high].tag[:2] not in ("JJ", "NN", "VB"):
            break
        at = high + 3
        while at + 1 < len(words) and words[at + 1].tag[:2] in ("NN", "JJ"):
            at += 1
        if words[at].tag[:2] not in ("NN", "JJ", "VB"):
            break
        high = at
    return high


def _before_asked(sentence: Sentence, thing: int, high: int) -> int:
    """Return where "an explanation" ends before "from the ambassador", who shall give it."""
    for one in sentence.children[thing]:
        if thing < one <= high and sentence.words[one].lower in ("from", "of"):
            noun = sentence.child(one, "pobj")
            if sentence.words[one].lower == "from" and noun is not None:
                return one - 1
    return high


def counted(sentence: Sentence, found: Found) -> Stretch | None:
    """Return "611 deaths" of "has recorded 611 deaths"; who counts nothing says nothing."""
    thing = sentence.child(found.verb, "dobj")
    if thing is None:  # "counted at least 30"
        number = sentence.child(found.verb, "npadvmod")
        bare = number is not None and number > found.verb and sentence.words[number].tag == "CD"
        thing = number if bare else None
    if thing is None or thing < found.verb:
        return None
    low, high = sentence.reaches[thing]
    noun = sentence.words[thing]
    words = sentence.words[max(low, found.last + 1) : high + 1]
    if not any(one.tag == "CD" or one.lower in _MANY for one in words[:6]):
        return None
    losses = singular(noun.lower) in GROUPS | OFFICES | _LOSSES or noun.lower == "dead"
    if (
        noun.tag != "CD"
        and not losses
        and not (_of_a_body(sentence, found) and any(one.tag == "VBN" for one in words))
    ):
        return None
    while high + 1 < len(sentence.words) and sentence.words[high + 1].lower in _AFTER_NUMBERS:
        high += 1
    high = max(high, _last_complement(sentence, found.verb, thing, found, whole=True))
    return after(sentence, max(low, found.last + 1), high)


def _last_complement(
    sentence: Sentence, verb: int, first: int, found: Found, *, whole: bool = False
) -> int:
    """Return where the complements of a verb end that still tell what its object did or was."""
    words = sentence.words
    high = sentence.reaches[first][1]
    whole = whole or found.cue.stance in ("retracts", "corrects")
    everything = whole or bool({"o", "d", "b"} & set(found.cue.takes))
    ahead = found.cue.stance in ("calls_for", "commits_to")
    for one in sentence.children[verb]:
        if one <= first:
            continue
        described = words[one].dep == "advcl" and words[sentence.reaches[one][0]].lower == "as"
        low = sentence.reaches[one][0]
        if described and low == high + 1 and found.cue.stance in ("condemns", "asserts"):
            high = max(high, sentence.reaches[one][1])  # "condemned the strike as unlawful"
        elif everything and (words[one].dep in ("prep", "xcomp", "ccomp") or described):
            high = max(high, sentence.reaches[one][1])
        elif words[one].dep == "prep" and one == high + 1 and words[one].lower in _OF_THE_THING:
            noun = sentence.child(one, "pobj", "pcomp")
            if noun is None or words[noun].lower in _MANNERS:
                continue
            if words[noun].entity not in ("DATE", "TIME"):
                high = max(high, sentence.reaches[one][1])
        elif ahead and words[one].dep in ("prep", "dative") and one == high + 1 and (
            words[one].lower in _DEADLINES or found.cue.stance == "commits_to"
        ):  # fmt: skip
            high = sentence.reaches[one][1]
        elif words[one].dep == "prep" and words[one - 1].text == "," and one == high + 2 and (
            words[one].lower in ("among", "including")
        ):  # fmt: skip
            high = sentence.reaches[one][1]  # "57 people, among them 21 children"
        elif found.cue.stance == "retracts" and words[one].dep == "advcl" and one > first and (
            words[high + 1].lower == "that"
        ):  # fmt: skip
            high = sentence.reaches[one][1]  # "her statement of May that all were fighters"
    return high
