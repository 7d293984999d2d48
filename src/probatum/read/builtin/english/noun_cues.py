"""Nouns that carry a claim: "the ministry's claim that", "its denial of", "estimates by"."""

from __future__ import annotations

from probatum.read.builtin.english.callings import GROUPS, singular
from probatum.read.builtin.english.cues import Cue, lemma, noun_cue, verb_cue
from probatum.read.builtin.english.indirect import indirect
from probatum.read.builtin.english.parsed import Sentence
from probatum.read.builtin.english.speakers import Speaker, owner_of, speaker_at, subject
from probatum.read.builtin.english.stretches import Stretch, after
from probatum.read.found import Said

# Who issues a denial denies: the subject of these owns the noun behind them.
_ISSUES = frozenset(
    "make issue repeat renew reiterate voice raise level publish give release present express "
    "circulate deliver file lodge join add".split()
)
_ISSUED = {
    form: verb
    for verb in _ISSUES
    for form in (verb, verb + "s", verb + "d", verb + "ed", verb.rstrip("e") + "ing")
} | {"made": "make", "gave": "give", "given": "give"}
_LONGEST_NAME = 10  # words
_ABOUT = {
    "asserts": frozenset({"of", "about"}), "denies": frozenset({"of"}),
    "condemns": frozenset({"of"}), "calls_for": frozenset({"for"}),
    "acknowledges": frozenset({"of"}), "estimates": frozenset({"of"}),
    "reports": frozenset({"of"}), "retracts": frozenset({"of"}), "disputes": frozenset({"about"}),
    "commits_to": frozenset({"of"}),
}  # fmt: skip
_OF_SOMETHING = frozenset(
    "claim claims accusation accusations allegation allegations warning warnings "
    "confirmation".split()
)


def noun_cues(sentence: Sentence) -> list[tuple[int, Said, Speaker]]:
    """Return the claims, denials and calls that nouns of the sentence carry."""
    found = []
    for at, word in enumerate(sentence.words):
        if not word.tag.startswith("NN"):
            continue
        cue = noun_cue(word.lower)
        if cue is None:
            continue
        stretch = claimed(sentence, at) or _about(sentence, at, cue)
        if stretch is None:
            continue
        speaker = _maker(sentence, at)
        if speaker is None:
            alone = word.lower == "reports" and word.dep in ("ROOT", "attr")
            if cue.stance != "reports" or not (alone or claimed(sentence, at) is not None):
                continue
            speaker = Speaker(voice="anonymous")
        found.append((at, indirect(sentence, stretch, speaker, cue, at, at), speaker))
    return found


def claimed(sentence: Sentence, noun: int) -> Stretch | None:
    """Return the clause with "that" behind a noun cue, or the infinitive of a promise."""
    for one in sentence.children[noun]:
        word = sentence.words[one]
        if one <= noun or word.dep not in ("acl", "ccomp", "relcl", "appos"):
            continue
        low, high = sentence.reaches[one]
        low = max(low, noun + 1)
        first = sentence.words[low].lower
        own = sentence.child(one, "nsubj", "nsubjpass", "expl")
        if first == "that" and own is not None and own != low:
            return after(sentence, low + 1, _with_second(sentence, high))
        if first == "to" and word.dep == "acl":
            return after(sentence, low, high)
    to = _asked_to(sentence, noun)
    if to is not None:
        return after(sentence, to, len(sentence.words) - 1)
    that = _that(sentence, noun)
    if that is not None:
        head = sentence.words[that].head
        if sentence.words[head].tag.startswith("VB") and head > noun:
            return after(sentence, that + 1, sentence.reaches[head][1])
    return None


def _with_second(sentence: Sentence, high: int) -> int:
    """Return where "that A was hit and nine died" ends; the parser hangs the second elsewhere."""
    words = sentence.words
    if high + 3 >= len(words) or words[high].tag != "CC" and words[high + 1].tag != "CC":
        return high
    for at in range(high + 2, min(high + _LONGEST_NAME, len(words))):
        if words[at].tag in ("VBD", "VBZ", "VBP"):
            own = sentence.child(at, "nsubj", "nsubjpass")
            if own is None or not high < own < at or verb_cue(words[at].lower) is not None:
                return high
            of_people = words[own].tag[:2] == "NN" and singular(words[own].lower) in GROUPS
            return sentence.reaches[at][1] if of_people else high
        if words[at].text in (",", ";", ":"):
            break
    return high


def _asked_to(sentence: Sentence, noun: int) -> int | None:
    """Return the infinitive of a "call on both sides to let them pass"."""
    words = sentence.words
    if noun_cue(words[noun].lower) is None or noun + 1 >= len(words) or (
        words[noun].lower.rstrip("s") not in ("call", "appeal", "plea", "request", "demand")
        or words[noun + 1].lower not in ("on", "to", "for", "upon")
    ):  # fmt: skip
        return None
    for at in range(noun + 2, min(noun + _LONGEST_NAME, len(words) - 1)):
        if words[at].tag == "TO" and words[at + 1].tag == "VB":
            return at
        if words[at].text in (",", ";", ".") or words[at].tag in ("VBD", "VBZ", "VBP", "MD"):
            return None
    return None


def _that(sentence: Sentence, noun: int) -> int | None:
    """Return the "that" right behind a noun cue, or behind whose it is: "the charge of X that"."""
    words = sentence.words
    at = noun + 1
    if words[at : at + 1] and words[at].lower in ("of", "by", "from"):
        at += 1
        while at < len(words) and at - noun < 2 * _LONGEST_NAME and (
            words[at].tag.startswith(("NN", "DT", "JJ", "POS", "PRP$", "HYPH", "RB", "VBN"))
            or words[at].lower in ("of", ",")
        ):  # fmt: skip
            at += 1
    found = at < len(words) and words[at].lower == "that" and (
        words[at].tag == "IN" or words[at].dep == "mark"
    )  # fmt: skip
    return at if found else None


def _about(sentence: Sentence, noun: int, cue: Cue) -> Stretch | None:
    """Return the noun phrase behind "denial of", "call for"."""
    wanted = _ABOUT.get(cue.stance, frozenset())
    if cue.stance == "asserts" and sentence.words[noun].lower not in _OF_SOMETHING:
        return None
    for one in sentence.children[noun]:
        word = sentence.words[one]
        if one > noun and word.dep == "prep" and word.lower in wanted:
            inner = sentence.child(one, "pobj", "pcomp")
            if inner is not None:
                if sentence.words[inner].entity == "DATE":
                    continue
                low, high = sentence.reaches[inner]
                return after(sentence, max(low, one + 1), high)
    of = _behind_maker(sentence, noun)
    if of is not None and sentence.words[of].lower in wanted:
        return after(sentence, of + 1, len(sentence.words) - 1)
    return None


def _behind_maker(sentence: Sentence, noun: int) -> int | None:
    """Return the "of" behind whose denial it is: "the denial by the garrison of any raid"."""
    words = sentence.words
    if noun + 1 >= len(words) or words[noun + 1].lower != "by":
        return None
    for at in range(noun + 3, min(noun + _LONGEST_NAME, len(words) - 1)):
        if words[at].lower == "of" and words[at - 1].tag.startswith("NN") and (
            not words[at + 1].text[:1].isupper()
        ):  # fmt: skip
            return at
        if not words[at].tag.startswith(("NN", "JJ", "DT", "POS", "IN")):
            return None
    return None


def _maker(sentence: Sentence, noun: int) -> Speaker | None:
    owner = owner_of(sentence, noun)
    if owner is not None and _that(sentence, noun) == noun + 1 and owner > noun:
        owner = None  # "reports that the ward was struck by a drone"
    if owner is None and _that(sentence, noun) not in (None, noun + 1):
        of = sentence.child(noun, "prep")
        owner = None if of is None else sentence.child(of, "pobj")
    if owner is not None:
        return speaker_at(sentence, owner)
    word = sentence.words[noun]
    if word.dep in ("dobj", "conj") and sentence.words[word.head].lower in _ISSUED:
        return speaker_at(sentence, subject(sentence, word.head))
    if word.dep == "dobj" and lemma(sentence.words[word.head].lower) == "make":
        return speaker_at(sentence, subject(sentence, word.head))
    return None
