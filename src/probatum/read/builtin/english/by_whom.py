"""Verbs that carry a stance by who says them or of what: courts order, attackers claim."""

from __future__ import annotations

from probatum.read.builtin.english.cues import Cue, lemma
from probatum.read.builtin.english.parsed import Sentence

COURTS = frozenset("judge judges court tribunal magistrate magistrates chamber bench panel "
                    "justice justices".split())  # fmt: skip
_ORDERS_DONE = Cue("calls_for", "wx")
_ORDERS = Cue("calls_for", "ax")
_TAKES_IT_ON = Cue("claims_responsibility", "n")
_CLAIMED = frozenset("responsibility credit attack attacks raid strike bombing blast explosion "
                     "ambush assault shelling killing killings assassination".split())  # fmt: skip


def ordered_or_claimed(sentence: Sentence, at: int) -> Cue | None:
    """Return what an order of a court, or a claim to have done it, means; None of other verbs."""
    if sentence.words[at].lower in ("orders", "ordered") and _by_a_court(sentence, at):
        return _ORDERS_DONE if _passive_behind(sentence, at) else _ORDERS
    return _TAKES_IT_ON if _takes_it_on(sentence, at) else None


def _by_a_court(sentence: Sentence, at: int) -> bool:
    """Say whether a court or judge orders it: what an army orders is its act."""
    own = sentence.child(at, "nsubj")
    return own is not None and own < at and sentence.words[own].lower in COURTS


def _passive_behind(sentence: Sentence, at: int) -> bool:
    """Say whether something shall be done: "ordered the log to be produced"."""
    behind = [one.lower for one in sentence.words[at + 1 : at + 10]]
    return any(pair == ("to", "be") for pair in zip(behind, behind[1:], strict=False))


def _takes_it_on(sentence: Sentence, at: int) -> bool:
    """Say whether somebody "claimed responsibility", or "claims attack" in a headline."""
    words = sentence.words
    if lemma(words[at].lower) != "claim":
        return False
    thing = at + 1
    while thing < min(at + 6, len(words)) and words[thing].tag in ("DT", "JJ", "NNP", "NN", "PRP$"):
        if words[thing].lower in _CLAIMED:
            return True
        thing += 1
    return False
