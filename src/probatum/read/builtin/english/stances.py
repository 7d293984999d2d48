"""What the content itself says about stance, about what is denied, and about how one knows.

"We did not fire" is a denial though the cue is "said"; "we will find them" a pledge; "we condemn"
a condemnation; "we shot it down" claims responsibility when fighters say it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal, TypeAlias

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.english.callings import ARMED, GROUPS, OFFICES, singular
from probatum.read.builtin.english.cues import lemma, verb_cue
from probatum.read.builtin.english.event_words import FIRM_NOUN, FIRM_VERB, WEAK_VERB, WEAPON
from probatum.read.builtin.english.parsed import Sentence
from probatum.read.builtin.english.scorn import doubted_by_label, said_to_be_made_up
from probatum.read.builtin.english.stance_words import (
    AT_REST,
    DOING,
    DOUBTED,
    FIGHTERS,
    HAD_NONE,
    HAPPENING,
    HEARD,
    HOLDS_NONE,
    I_DID,
    IT_DID,
    IT_WAS_US,
    LABELLED_UNTRUE,
    LET_THEM,
    NO_SUCH,
    NONE_THERE,
    OF_A_NUMBER,
    OF_WORDS,
    ON_PURPOSE,
    PART,
    POINTING,
    REVILED,
    SAW,
    SCALE,
    SCORNED,
    SIDE_DID_NOT,
    SILENT,
    SPUN,
    TOLD,
    UNTRUE,
    WE_DID,
    WILL,
)
from probatum.read.found import Mark, Said

Denied: TypeAlias = Literal["occurrence", "attribution", "scale", "other"]

_LONGEST = 1_500
_PAST = frozenset("did had has have was were is are 's ’s".split())
# Not knowing, not being able, not doing one's duty: no denials that something happened.
_NOT_DENYING = frozenset(
    "know believe see hear remember think understand want expect sure clear able enough need care "
    "ask forget stop end mean seem work help come arrive return leave sleep eat possible safe "
    "ready "
    "alone easy say answer respond allow let comment identify find receive recover forgive rest "
    "accept tolerate heard seen received arrived returned allowed found been come given told "
    "visited verified interviewed decided finished surprised aware convinced satisfied "
    "sorry afraid warn warned inform informed alert alerted rescue rescued treated protect "
    "protected save saved explode exploded detonate detonated asked worried helped helping coming "
    "listening telling asking came knew saw answered slept "
    "stopped survived escaped felt realised "
    "realized".split()
)
_ATTACKS = frozenset(
    "target attack strike shell bomb kill hold use fire hit torture stop abduct kidnap burn take "
    "rob loot rape murder execute detain harm touch hide shoot beat fly fight mistreat punish "
    "starve plant mine lay deport expel recruit bombard raid own possess stop".split()
)
_COPULAS = frozenset({"is", "are", "was", "were", "’s", "'s"})
_ACTING = (
    ARMED
    | GROUPS
    | OFFICES
    | frozenset(WEAPON)
    | frozenset(FIRM_NOUN)
    | frozenset("order vessel ship boat truck vehicle tank grave".split())
)
_GUILTY = frozenset(
    "responsible behind involved true guilty ours there here in at near anywhere".split()
)
# Missing these, somebody complains and denies nothing.
_SCENERY = frozenset(
    "front roof wall door bread power signal light doctor help school alternative "
    "choice hope room escape evidence doubt reason time water food word words electricity "
    "warning sign way place siren alarm ambulance comfort reply answer news".split()
)
_TIMES = frozenset("day night week month hour minute moment morning evening".split())
_ANYBODY = frozenset(
    "anyone anybody nobody people civilians prisoners hostages them him her".split()
)
_NOBODY = frozenset({"nobody", "none", "no-one"})
_LABELLING = frozenset({"call", "describe", "brand", "label", "term", "dub", "characterise",
                        "characterize", "denounce", "dismiss", "regard"})  # fmt: skip
_IN_ARMS = frozenset("soldier fighter gunman weapon arm gun rifle mast radar checkpoint".split())
_DONE = frozenset(FIRM_VERB) | frozenset(
    "flew fly flown conducted conduct launched launch laid dropped drop fired fire issued".split()
)
_DENYING = (NO_SUCH, AT_REST, UNTRUE, HAD_NONE, HOLDS_NONE)
_EARLY = _ASIDE = 40
_COMPLAINING = frozenset("complain lament bemoan fear regret sigh despair grumble fume".split())
_PROMISING = frozenset(
    "say write reply promise state add tell insist declare announce warn assure swear".split()
) | {""}


def shaded(
    said: Said, text: str, sentences: tuple[Sentence, ...], frame: Sentence | None, cue: str
) -> Said:
    """Return the attribution with the stance, denial and basis that its content gives it.

    ``sentences`` are those of a direct quotation, ``frame`` holds any other content.
    """
    start, end = said.content
    content = text[start : min(end, start + _LONGEST)]
    stance = said.stance
    if stance == "asserts" and not said.depiction:
        speaker = "" if said.speaker is None else _told_of(text, said.speaker)
        stance = _stance(said, content, sentences, frame, cue, speaker)
    denies: Denied | None = said.denies
    if stance in ("denies", "disputes") and denies is None:
        denies = denied_by(content) if stance == "denies" else _disputed(content)
    if stance == "denies" and cue.casefold().startswith("plead"):
        denies = "attribution"
    basis = said.basis
    if basis is None and stance in ("asserts", "reports", "estimates"):
        basis = _basis(content, direct=bool(sentences))
    return replace(said, stance=stance, denies=denies, basis=basis)


def _told_of(text: str, speaker: Mark) -> str:
    """Return a speaker's words with the apposition behind them: ", a rebel band that"."""
    words = text[speaker.start : speaker.end]
    behind = text[speaker.end : speaker.end + _ASIDE]
    return words + behind.split(" that ")[0] if behind.startswith((", a ", ", an ")) else words


def _basis(content: str, *, direct: bool) -> Literal["saw", "heard", "was_told"] | None:
    """Return how the speaker knows; in reported speech only what the clause begins with counts."""
    limit = len(content) if direct else _EARLY
    bases: tuple[tuple[Literal["saw", "heard", "was_told"], re.Pattern[str]], ...] = (
        ("saw", SAW), ("heard", HEARD), ("was_told", TOLD),
    )  # fmt: skip
    for basis, pattern in bases:
        if pattern.search(content, 0, limit):
            return basis
    return None


def _disputed(content: str) -> Denied | None:
    if SCALE.search(content):
        return "scale"
    if (doubted := doubted_by_label(content)) is not None:
        return doubted
    if PART.search(content):
        return "attribution"
    return "occurrence" if HAPPENING.search(content) else None


def denied_by(content: str) -> Denied:
    """Return what the words of a denial deny: that it happened, that it was we, something else."""
    if OF_A_NUMBER.match(content):
        return "scale"
    if ON_PURPOSE.search(content):
        return "other"
    if SIDE_DID_NOT.search(content) or NO_SUCH.search(content) or AT_REST.search(content):
        return "attribution"
    existing = NONE_THERE.match(content)
    if existing is not None:
        return "other" if singular(existing["noun"].lower()) in _IN_ARMS else "occurrence"
    if PART.search(content):
        return "attribution"
    if HOLDS_NONE.search(content):
        return "occurrence"
    if HAD_NONE.search(content):
        return "attribution"
    if HAPPENING.search(content):
        return "occurrence"
    return "attribution" if DOING.search(content) else "occurrence"


def _stance(
    said: Said, content: str, sentences: tuple[Sentence, ...], frame: Sentence | None, cue: str,
    speaker: str,
) -> Stance:  # fmt: skip
    for sentence in sentences:
        if (performed := _performed(sentence)) is not None:
            return performed
    if sentences and LET_THEM.match(content):
        return "calls_for"
    negated = any(_negated(one, _roots(one, None)) for one in sentences)
    if not sentences and frame is not None:
        negated = _negated(frame, _roots(frame, said.content, said.cue))
    if not sentences and frame is not None:
        negated = negated or _of_no_deed(frame, said.content)
    if SILENT.search(content):
        return "declines_to_comment"
    if DOUBTED.search(content):
        return "disputes"
    complains = lemma(cue.casefold()) in _COMPLAINING
    if not complains and (negated or any(one.search(content) for one in _DENYING)):
        return "denies"
    label = lemma(cue.casefold()) in _LABELLING or not cue
    if label and cue and OF_WORDS.search(content) and SPUN.search(content):
        return "disputes"
    if label and LABELLED_UNTRUE.search(content) and (cue or OF_WORDS.search(content)):
        return "denies"
    if doubted_by_label(content) if label and cue else said_to_be_made_up(content):
        return "disputes"
    pointing = POINTING.match(content) or OF_WORDS.search(content)
    if label and cue and pointing and SCORNED.search(content):
        return "disputes"
    if lemma(cue.casefold()) == "brand" or (label and cue and REVILED.search(content)):
        return "condemns"
    if sentences and I_DID.search(content):
        return "acknowledges"
    if lemma(cue.casefold()) == "confirm" and IT_DID.search(content):
        return "acknowledges"
    if sentences and IT_WAS_US.search(content):
        return "claims_responsibility"
    if FIGHTERS.search(speaker):
        if WE_DID.search(content) or (not sentences and IT_DID.search(content)):
            return "claims_responsibility"
    if lemma(cue.split(" ", 1)[0].casefold()) in _PROMISING and WILL.search(content):
        return "commits_to"
    return "asserts"


def _performed(sentence: Sentence) -> Stance | None:
    """Return the stance of "we condemn", "I call on": done by saying it."""
    for at, word in enumerate(sentence.words):
        if word.dep in ("ROOT", "conj") and word.tag in ("VBP", "VB"):
            own = sentence.child(at, "nsubj")
            cue = verb_cue(word.lower)
            if own is not None and word.lower == "want" and _wants(sentence, at, own):
                return "calls_for"
            if own is None or cue is None or sentence.words[own].lower not in ("i", "we"):
                continue
            if (
                sentence.child(at, "neg") is None
                and cue.stance != "asserts"
                and ("w" not in cue.takes)
            ):
                return cue.stance
    return None


def _of_no_deed(sentence: Sentence, content: Mark) -> bool:
    """Say whether a headline denies: "no shots fired at dockers" has no verb of its own."""
    words = sentence.words
    for word in words:
        if content.start <= word.start < content.end:
            noun = words[word.head]
            return word.lower == "no" and noun.lower in FIRM_NOUN and any(
                words[one].tag in ("VBN", "VBD") and words[one].dep == "acl"
                for one in sentence.children[word.head]
            )  # fmt: skip
    return False


def _wants(sentence: Sentence, at: int, own: int) -> bool:
    """Say whether "we want our people back" is said, and not what we want to do."""
    if sentence.words[own].lower not in ("i", "we") or sentence.child(at, "neg") is not None:
        return False
    return sentence.child(at, "dobj", "ccomp") is not None


def _roots(sentence: Sentence, content: Mark | None, cue: Mark | None = None) -> list[int]:
    """Return the verbs on which the content hangs; of ", X said," inside it, what X said."""
    found: list[int] = []
    for at, word in enumerate(sentence.words):
        if content is not None and not content.start <= word.start < content.end:
            continue
        head = sentence.words[word.head]
        outside = content is not None and not content.start <= head.start < content.end
        if not (word.head == at or outside) or not word.tag.startswith(("VB", "MD")):
            continue
        if cue is not None and word.start == cue.start:
            deps = ("ccomp", "parataxis")
            found += [one for one in sentence.children[at] if sentence.words[one].dep in deps]
        else:
            found.append(at)
    return found


def clears_us(sentence: Sentence, content: Mark) -> bool:
    """Say whether whoever speaks as *we* did no such harm: "We have not taken anyone"."""
    for verb in _roots(sentence, content):
        own = sentence.child(verb, "nsubj")
        if own is None or sentence.words[own].lower != "we":
            continue
        done = sentence.words[verb].lower
        below = {sentence.words[one].lower for one in sentence.children[verb]}
        harms = done in FIRM_VERB or (done in WEAK_VERB and below & _ANYBODY)
        if harms and sentence.child(verb, "neg") is not None and (
            below & (_PAST | {"never"}) and not below & {"could", "would", "will", "can"}
        ):  # fmt: skip
            return True
    return False


def negated_in(sentence: Sentence, content: Mark) -> bool:
    """Say whether a content denies that something happened."""
    return _negated(sentence, _roots(sentence, content))


def _negated(sentence: Sentence, verbs: list[int]) -> bool:
    """Say whether one of the verbs denies that something happened."""
    words = sentence.words
    for verb in verbs:
        helpers = {words[one].lower for one in sentence.children[verb] if words[one].dep in (
            "aux", "auxpass")}  # fmt: skip
        plain = helpers & _PAST or words[verb].lower in _PAST
        if words[verb].lower in _COPULAS:
            plain = {words[one].lower for one in sentence.children[verb]} & _GUILTY
        ahead = {words[one].lower for one in sentence.children[verb]} | {words[verb].lower}
        if sentence.child(verb, "neg") is not None and not ahead & _NOT_DENYING:
            if plain and not helpers & {"could", "can", "will", "would", "may", "might", "should"}:
                return True
            if ahead & {"do", "does"} and words[verb].lower in _ATTACKS:
                return True
            if "never" in ahead and (words[verb].tag == "VBD" or ahead & {"we", "i"}):
                return True
        to_us = sentence.child(verb, "dative", "dobj")  # "Nobody gave us a warning"
        complains = to_us is not None and words[to_us].lower in ("us", "me")
        habit = (
            words[verb].tag in ("VBZ", "VBP")
            and words[verb].lower not in _COPULAS
            and (not helpers)
        )  # "Nobody burns a granary by accident"
        there = sentence.child(verb, "expl") is not None
        may_deny = there or words[verb].lower not in _NOT_DENYING
        if may_deny and not complains and not habit and _of_nobody(sentence, verb):
            return True
        if there and sentence.child(verb, "neg") is not None and "never" in ahead:
            return True  # "There has never been a gunman on that roof"
        if words[verb].lower in _DONE and to_us is not None and _is_none(sentence, to_us):
            return True  # "the army had bombed nobody", "we flew no missions"
        if words[verb].lower == "taken" and sentence.child(verb, "neg") is not None and (
            to_us is not None and words[to_us].lower in ("anyone", "anybody")
        ):  # fmt: skip
            return True
    return False


def _is_none(sentence: Sentence, noun: int) -> bool:
    words = sentence.words
    return words[noun].lower in _NOBODY or words[sentence.reaches[noun][0]].lower == "no"


def _of_nobody(sentence: Sentence, verb: int) -> bool:
    """Say whether the subject is nobody: "no aircraft was", "there was no chain"."""
    words = sentence.words
    below = [*sentence.children[verb]]
    below_verb = {words[one].lower for one in below}
    if below_verb & {"could", "can", "would", "will", "should", "may", "might"}:
        return False
    if sentence.child(verb, "xcomp") is not None and words[verb].lower in _COPULAS | {
        "was",
        "were",
    }:
        return False  # "nobody was to leave" is an order
    for one in sentence.children[verb]:
        if words[one].dep in ("aux", "auxpass"):
            below.extend(sentence.children[one])
    for one in below:
        if words[one].dep not in ("nsubj", "nsubjpass", "attr"):
            continue
        if words[one].dep == "attr" and sentence.child(verb, "expl") is None:
            continue
        if words[one].lower in _NOBODY or words[sentence.reaches[one][0]].lower in _NOBODY:
            return True
        first = words[sentence.reaches[one][0]]
        second = words[min(sentence.reaches[one][0] + 1, len(words) - 1)].lower
        if first.lower == "no" and second in ("more", "fewer", "less"):
            return False  # "no more than five had fallen" gives a number
        if first.lower == "no" and words[one].lower not in _SCENERY:
            told = words[verb].tag in ("VBD", "VBN", "VBZ") and bool(
                below_verb & (_PAST | {words[verb].lower})
            )
            there = sentence.child(verb, "expl") is not None
            # "No aircraft had left" denies; "no siren had sounded" complains.
            acts = bool({singular(words[one].lower), words[one].lower} & _ACTING)
            return first.end < words[one].start and (there or told or acts)
        if first.lower == "none":
            return True
        if first.lower == "not" and words[one].lower not in _TIMES:
            low = sentence.reaches[one][0]
            if {word.lower for word in words[low + 1 : low + 3]} & {"one", "single"}:
                return True  # "not one of them set foot", "not a single shell fell"
            if second in ("a", "an") and singular(words[one].lower) in _ACTING:
                return True  # "not a shot had been fired"
    return False
