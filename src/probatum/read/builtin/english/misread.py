"""Verbs of saying that the parser takes for nouns: "its wing rejects the charge"."""

from __future__ import annotations

from probatum.read.builtin.english.cues import phrases, verb_cue
from probatum.read.builtin.english.parsed import Sentence

NEVER_NOUNS = frozenset(
    "reckon reckons swears insists believes thinks admits alleges argues asserts maintains "
    "acknowledges concedes confirms explains tells accuses blames suspects".split()
)
_AT_THE_END = frozenset("report claim fear estimate state charge reckon believe".split())
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_LONGEST = 12  # words


def is_misread(sentence: Sentence, at: int) -> bool:
    """Say whether the parser takes a cue in the present for a noun: "its wing rejects the charge".

    What it says must follow at once, and whoever says it, or "and", stand before it.
    """
    words = sentence.words
    if words[at].tag not in ("NNS", "NN") or not 0 < at < len(words) - 2:
        return False
    if verb_cue(words[at].lower) is None and not phrases(words[at].lower):
        return False
    own = sentence.child(at, "nsubj")
    if own is not None and own < at and sentence.child(at, "ccomp") is not None:
        return True  # "boatmen in Halm report that launches were turned back"
    if words[at].tag == "NN" and lost_subject(sentence, at) is not None:
        return True
    follows = words[at + 1].tag in ("DT", "PRP$") or words[at + 1].lower in ("that", "it", "as")
    if words[at].tag != "NNS" or not follows:
        return False
    if words[at].dep == "conj":
        return words[at - 1].lower in ("but", "and")
    return words[at].dep == "ROOT" and words[at - 1].tag.startswith("NN")


def lost_subject(sentence: Sentence, at: int) -> int | None:
    """Return who speaks in "the staff on the ground report that shells fell", read as one noun."""
    words = sentence.words
    if words[at + 1 : at + 2] == () or words[at + 1].lower != "that" or words[at - 1].tag == "DT":
        return None
    root = next((one for one in range(len(words)) if words[one].head == one), None)
    if root is not None and root > at and words[at + 1].head == root:  # "that" begins its clause
        own = sentence.child(root, "nsubj", "nsubjpass")
        several = own is not None and words[own].lower.endswith(("s", "men", "women", "people"))
        return own if own is not None and own < at and several else None
    if root is None or root > at or not words[root].tag.startswith("NN") or root + 1 >= at:
        return None
    several = words[root].tag in ("NNS", "NNPS") or words[root].lower in ("staff", "police")
    clause = any(one.tag in ("VBD", "VBZ", "VBP", "MD") for one in words[at + 2 :])
    return root if several and clause and words[root + 1].tag == "IN" else None


def ends_as_noun(sentence: Sentence, at: int) -> bool:
    """Say whether it closes its sentence behind who says it: "Two died, doctors in Orl report."."""
    words = sentence.words
    if words[at].lower not in _AT_THE_END or words[at].tag != "NN":
        return False
    if at + 1 < len(words) and words[at + 1].text not in (".", "!", ";"):
        return False
    comma = next((one for one in range(at - 1, max(0, at - _LONGEST), -1)
                  if words[one].text in (",", "–", "—")), None)  # fmt: skip
    if comma is None or not any(one.tag in _FINITE for one in words[:comma]):
        return False
    who = [one for one in words[comma + 1 : at] if one.tag.startswith(("NN", "IN"))]
    several = (
        bool(who)
        and who[0].tag in ("NNS", "NNPS")
        or (bool(who) and who[0].lower in ("police", "staff"))
    )
    return several and not any(one.tag in _FINITE for one in words[comma:at])
