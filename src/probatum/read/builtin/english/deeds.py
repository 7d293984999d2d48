"""Whose deed the main clause of a content tells: who or what does or suffers it, by what verb."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from probatum.read.builtin.english.callings import ARMED, BODIES, GROUPS, OFFICES, singular
from probatum.read.builtin.english.event_words import FIRM_NOUN, WEAPON
from probatum.read.builtin.english.parsed import Sentence
from probatum.read.found import Mark

Who: TypeAlias = Literal[
    "speaker", "they", "nobody", "it", "force", "attackers", "body", "people", "event", "thing", ""
]
PERCEIVED = frozenset(
    "see saw seen sees hear heard hears watch watched know knew think thought believe believed "
    "feel felt remember remembers remembered notice noticed mean say said told tell".split()
)
# What happens to people, or how they are: nothing that they do.
STATES = frozenset(
    "be is are was were been am 's ’s have has had die died dies live lived survive survived sleep "
    "slept lose lost want wanted need needed suffer suffered expect expected remain remained fear "
    "feared wear wore stay stayed vanish vanished disappear disappeared seem seemed hope fall fell "
    "belong like love hate own".split()
)
# Whoever attacks is called so before it is known who he is.
_ATTACKERS = frozenset(
    "gunman attacker assailant raider robber killer bandit kidnapper abductor man rider captor "
    "perpetrator intruder".split()
)
_SIDES = frozenset(
    "army military navy airforce government regime junta militia rebel insurgent separatist enemy "
    "police front coalition occupier brigade battalion side guard column legion crew patrol "
    "battery platoon squadron squad garrison fleet artillery".split()
)
# Of somebody's: "Sandel's men", "the crew of the Marigold".
_FOLLOWERS = frozenset("man people crew boy follower commander officer soldier unit".split())
_BEING = frozenset("is are was were be been 's ’s 're am".split())
_WHOSE = frozenset({"its", "our", "their"})
_KIN = frozenset(
    "son daughter brother sister child parent wife relative neighbour house home".split()
)
_SPEAKERS = frozenset({"i", "we", "me", "us"})
_THEY = frozenset("he she they him her them you someone somebody one both who whoever".split())
_NOBODY = frozenset({"nobody", "none", "no-one"})
_IT = frozenset("it this that these those there which what".split())
_BODILY = frozenset({"ORG", "NORP", "GPE"})
_DOERS = frozenset({"speaker", "they", "force", "attackers", "people", "body"})
_DOING = frozenset(
    "author writer sapper technician caller sender engineer clerk crewman deputy porter watchman "
    "sentry orderly pilot sailor cook guide monk nun".split()
)
_TELLS = frozenset({"said", "told"})
_STANDING = frozenset(
    "wants needs fears hopes loves owe owes owed belongs deserve deserves deserved keep keeps hold "
    "regret regrets trust trusts ask believes thinks doubt smell smelled smelt waited stopped "
    "began".split()
)
_MOST = 3


@dataclass(frozen=True, slots=True)
class Deed:
    """The main clause of a content. ``who`` is its subject, ``by`` who did it if it is passive.

    ``acts``: people do something in it; it tells not only how they are or what they saw.
    """

    sentence: Sentence
    verb: int
    who: Who
    by: Who
    passive: bool
    acts: bool

    @property
    def word(self) -> str:
        """The verb as it stands, in lower case."""
        return self.sentence.words[self.verb].lower

    @property
    def is_to_come(self) -> bool:
        """Whether it is announced ("will travel", "shall be cleared")."""
        sentence = self.sentence
        return any(
            sentence.words[one].lower in ("will", "shall", "'ll", "’ll")
            for one in sentence.children[self.verb]
        )

    def being(self, *deps: str) -> str:
        """Return the word that a form of *to be* says of its subject, empty if there is none."""
        found = self.sentence.child(self.verb, *deps) if self.word in _BEING else None
        return "" if found is None else self.sentence.words[found].lower

    def names_force(self) -> bool:
        """Say whether it is said to have been a side or a unit: "It was the Fourth Brigade"."""
        found = self.sentence.child(self.verb, "attr") if self.word in _BEING else None
        return self.who == "it" and _who(self.sentence, found) == "force"

    def names_person(self) -> bool:
        """Say whether somebody is said to be this person by name."""
        found = self.sentence.child(self.verb, "attr") if self.word in _BEING else None
        return found is not None and self.sentence.words[found].tag == "NNP"

    def is_of_named(self) -> bool:
        """Say whether somebody named does it to somebody: "Captain Tarn shot the prisoners"."""
        own = self.sentence.child(self.verb, "nsubj")
        return self.acts and own is not None and self.sentence.words[own].tag == "NNP" and (
            self.sentence.child(self.verb, "dobj") is not None
        )  # fmt: skip

    def is_of_a_thing(self) -> bool:
        """Say whether something that is no weapon does it: "A cutter rammed the boat"."""
        return self.who == "thing" and not self.passive and (
            self.sentence.child(self.verb, "dobj") is not None
        )  # fmt: skip

    @property
    def is_step(self) -> bool:
        """Whether somebody takes a step: does it, says it, or it is done by him.

        What is only seen, known or thought is none, nor how people are.
        """
        sentence, own = self.sentence, self.sentence.child(self.verb, "nsubj")
        beside = [sentence.words[one] for one in sentence.children[self.verb]]
        if any(one.tag == "MD" and not one.lower.endswith("d") for one in beside):
            return False
        if self.passive:
            return self.by in ("people", "force", "body", "they", "attackers")
        if self.acts and self.who != "speaker":
            return True
        if own is None or self.word in STATES | _STANDING or (
            self.word in PERCEIVED and self.word not in _TELLS
        ):  # fmt: skip
            return False
        if sentence.child(self.verb, "neg", "acomp", "attr") is not None:
            return False
        return self.who in _DOERS or (
            self.who == "thing" and singular(sentence.words[own].lower) in _DOING
        )

    def leads_to(self, mark: Mark) -> bool:
        """Say whether words stand in the main clause, and in no clause below it."""
        words = self.sentence.words
        at = next((at for at, one in enumerate(words) if one.start >= mark.start), None)
        if at is None or words[at].start >= mark.end:
            return True
        for _ in range(len(words)):
            if at == self.verb or words[at].head == at:
                return True
            if words[at].dep in ("relcl", "advcl", "acl") and words[at].tag.startswith("VB"):
                return False
            at = words[at].head
        return True


def deed_of(sentences: Iterable[Sentence], content: Mark) -> Deed | None:
    """Return the deed in the first clause of a content that has a verb."""
    for number, sentence in enumerate(sentences):
        if number == _MOST:
            break
        verb = _main_verb(sentence, content)
        if verb is not None:
            return _deed(sentence, verb)
    return None


def _deed(sentence: Sentence, verb: int) -> Deed:
    subject = sentence.child(verb, "nsubj", "nsubjpass", "expl")
    passive = sentence.child(verb, "auxpass", "nsubjpass") is not None or (
        sentence.words[verb].tag == "VBN" and sentence.child(verb, "aux", "dobj") is None
    )  # "Six engineers seized"
    agent = sentence.child(verb, "agent")
    doer = None if agent is None else sentence.child(agent, "pobj")
    return Deed(
        sentence, verb, _who(sentence, subject), _by(sentence, doer), passive,
        not passive and _acts(sentence, verb),
    )  # fmt: skip


def _by(sentence: Sentence, doer: int | None) -> Who:
    """Return who did it: whatever is somebody's by name is that side ("a shell of the Guard")."""
    who = _who(sentence, doer)
    if doer is not None and who == "thing":
        low, high = sentence.reaches[doer]
        if any(one.tag.startswith("NNP") for one in sentence.words[low : high + 1]):
            return "force"
    return who


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


def _who(sentence: Sentence, noun: int | None) -> Who:
    """Return what kind of actor a noun is."""
    if noun is None:
        return ""
    words = sentence.words
    low, high = sentence.reaches[noun]
    word, first = words[noun], words[low].lower
    if word.lower in _SPEAKERS:
        return "speaker"
    if word.lower in _NOBODY or first in _NOBODY or first == "no":
        return "nobody"
    if word.lower in _THEY:
        return "they"
    if word.lower in _IT:
        return "it"
    head = singular(word.lower)
    named = any(
        one.tag.startswith("NNP") and at != noun
        for at, one in enumerate(words[low : min(high, noun + 6) + 1], low)
    )
    if head in _ATTACKERS and not named:
        return "attackers"
    if head in WEAPON or head in FIRM_NOUN:
        return "force" if named and head not in FIRM_NOUN else "event"
    if head in _SIDES or head in ARMED or (head in _FOLLOWERS and named):
        return "force"
    if first in _WHOSE and word.tag == "NNS" and head not in _KIN:
        return "force"  # "its hunters", "our men"
    if word.tag.startswith("NNP") and word.entity != "PERSON":
        forces = any(singular(one.lower) in ARMED | _SIDES for one in words[low : noun + 1])
        return "force" if forces or word.entity in _BODILY or first == "the" else "people"
    if head in BODIES:
        return "body"
    return "people" if head in GROUPS | OFFICES or word.entity == "PERSON" else "thing"


def _acts(sentence: Sentence, verb: int) -> bool:
    words = sentence.words
    if words[verb].lower in PERCEIVED:
        inner = sentence.child(verb, "ccomp", "xcomp")
        if inner is None or inner < verb:
            return False
        verb = inner
    if sentence.child(verb, "auxpass", "nsubjpass", "acomp", "attr") is not None:
        return False
    if words[verb].lower in STATES or words[verb].tag not in ("VBD", "VBN", "VBP", "VBZ", "VB"):
        return False
    own = sentence.child(verb, "nsubj")
    return own is not None and _who(sentence, own) in ("they", "force", "attackers", "people")
