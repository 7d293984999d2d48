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
from probatum.read.builtin.english.event_words import FIRM_NOUN, WEAPON
from probatum.read.builtin.english.parsed import Sentence
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
    "sorry afraid "
    "asked worried helped came knew saw answered slept stopped survived escaped felt realised "
    "realized".split()
)
_ATTACKS = frozenset("target attack strike shell bomb kill hold use fire hit torture".split())
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
_NOBODY = frozenset({"nobody", "none", "no-one", "neither"})
_UNTRUE = re.compile(
    r"\b(?:is|was|are|were|’s|'s) (?:simply |plainly |entirely |completely |totally |all |just )?"
    r"(?:untrue|false|not true|made up|pure invention|a hoax|fiction|nonsense|fake|a (?:\w+ )?lie|"
    r"lies|fabricated|a fabrication|baseless|invented)\b",
    re.IGNORECASE,
)
_HOLDS_NONE = re.compile(
    r"\b(?:holds?|held|holding|detains?|detained|took|takes|arrested|killed|harmed|hurt) "
    r"(?:no ?one|nobody|no-one|no (?:prisoners?|hostages?|civilians?|captives|detainees))\b",
    re.IGNORECASE,
)
_HAD_NONE = re.compile(
    r"\b(?:had|have|has) [\"“‘']?(?:no|neither) (?:\w+ )?(?:assets|aircraft|troops|forces|units|"
    r"planes|"
    r"ships|boats|guns|artillery|men|soldiers|part|role|presence|prisoners|operations|hand)\b"
    r"|\b(?:do|does|did) not (?:own|possess|have|operate|use) (?:any )?(?:\w+ )?"
    r"(?:mortars?|guns?|artillery|aircraft|planes?|jets?|drones?|missiles?|rockets?|shells?|"
    r"tanks?|bombs?)\b",
    re.IGNORECASE,
)
_LABELLED_UNTRUE = re.compile(
    r"\b(?:made up|pure invention|hoax|fiction|fairy[- ]tales?|fabricat\w+|false|untrue|lies?|"
    r"baseless|nonsense|absurd|groundless|invented)\W?$",
    re.IGNORECASE,
)
_LABELLING = frozenset({"call", "describe", "brand", "label", "term", "dub", "characterise",
                        "characterize", "denounce", "dismiss", "regard"})  # fmt: skip
# What others say, and not what happened, is labelled.
_OF_WORDS = re.compile(
    r"\b(?:reports?|claims?|accusations?|allegations?|accounts?|stor(?:y|ies)|versions?|charges?|"
    r"lists?|figures?|tolls?|numbers?|videos?|footage|testimon(?:y|ies)|evidence|findings?|"
    r"statements?)\b",
    re.IGNORECASE,
)
_SCORNED = re.compile(
    r"\b(?:theatre|theater|fantas\w+|propaganda|rumou?rs?|gossip|exaggerat\w+|hysteri\w+|dubious|"
    r"absurd|ridiculous|ludicrous|politic\w+|a campaign|speculation|a stunt)\b",
    re.IGNORECASE,
)
_REVILED = re.compile(
    r"\b(?:cowardly|barbar\w+|heinous|shameful|disgrac\w+|an outrage|outrageous|despicable|"
    r"abhorrent|monstrous|crime (?:before|against) God|an abomination|unforgivable|savage)\b",
    re.IGNORECASE,
)
_DOUBTED = re.compile(
    r"\b(?:not|hardly) (?:credible|plausible|convincing)\b|\bno (?:evidence|proof|basis)\b|"
    r"\b(?:exaggerat\w+|inflated|implausible|unfounded|fantas(?:y|ies)|propaganda)\b|"
    r"\b(?:does|do|did) not add up\b",
    re.IGNORECASE,
)
_SCALE = re.compile(
    r"\b(?:toll|numbers?|figures?|counts?|totals?|list|scale|estimates?|statistics|tally)\b|"
    r"\b\d[\d,.]*\b",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"\b(?:carrying out|its|their|our|his|her|we|ordered|ordering|knowledge|accusations?|"
    r"allegations?|charges?|"
    r"claims?|it)\b|^[a-z]+ing\b|\b(?:bombed|shelled|fired|struck|attacked|hit) ",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:responsib\w+|involve\w+|role|part in|carried out|behind|complicity|guilt|blame|links?|"
    r"connection|ties)\b|"
    r"^(?!holding|having|any)\w+ing (?!was|were|had|has|took|of|in|at|on)\w",
    re.IGNORECASE,
)
_SILENT = re.compile(
    r"^no comment\b|\b(?:will|can|could|would)(?:n['’]t| ?not) comment\b", re.IGNORECASE
)
_HAPPENING = re.compile(
    r"^(?:that )?(?:any|anyone|anybody|anything|there|holding|nobody|no one|no|"
    r"(?:the |an |a )?(?:attacks?|strikes?|massacre|killings?|incident|raids?|shelling|bombing|"
    r"reports?)\b(?! (?:was|were) carried))|\b(?:took place|happened|occurred|existence|ever)\b",
    re.IGNORECASE,
)
_SELF = (
    r"\b(?:i|we|he|she|they)(?:['’]d|['’]ve)? "
    r"(?:(?:had|have|then|also|all|myself|both|only|personally|just|could) ){0,3}"
)
_SAW = re.compile(
    _SELF
    + r"(?:saw|seen|see|watched|witnessed|counted|touched|noticed|spotted)\b(?! (?:no|nothing)\b)|"
    r"^(?:having )?(?:seeing|watching|counting|witnessing|seen|watched)\b|\bown eyes\b",
    re.IGNORECASE,
)
_HEARD = re.compile(_SELF + r"(?:heard|hear)\b|^(?:having heard|hearing)\b", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:i|we|he|she|they) (?:was|were|had been) told\b", re.IGNORECASE)
_EARLY = 40
_ASIDE = 40
_WILL = re.compile(
    r"^(?:that )?(?:and |but |so |yes, )?(?:i|we|he|she|it|they|(?:its|our|his|her|their|my) \w+)"
    r"(?:['’]ll| will| would| shall)(?! (?:not )?(?:know|be able|have|be hard|be difficult|like|"
    r"say|"
    r"need|remain|love|miss|die|starve|see|wait|wake|lose)\b)|"
    r"^(?:that )?(?:the |all |every |any |any\w+ )?(?:[\w-]+ )?(?:search|operation|inquiry|"
    r"enquiry|investigation|probe|road|famil(?:y|ies)|prisoners?|detainees?|captives|hostages?|"
    r"bod(?:y|ies)|victims|survivors|compensation|aid|convoys?|food|schools?|forces|troops|teams?|"
    r"findings|results|report|perpetrators|killers|attackers|culprits|responsible|commission|"
    r"government|ministry|army|police|council) (?:\w+ ){0,4}?(?:will|would) (?!not|"
    r"have)(?:be \w+(?:ed|"
    r"en|de|ne|out|home|open|sent|paid|found|told|held|built|brought)\b|go on|continue|start|begin|"
    r"resume|reopen|send|open|pay|investigate|punish|publish|return|help|protect)|"
    r"\bwill (?:all )?be (?:punished|held|brought|prosecuted|compensated|rebuilt|avenged|found)\b|"
    r"\bwill (?:pay|answer|meet the same|face justice)\b",
    re.IGNORECASE,
)
_PROMISING = frozenset(
    {"say", "add", "tell", "insist", "declare", "announce", "state", "warn", "assure", "swear", ""}
)
_DID = (
    r"(?:have |had |has )?(?:shot|struck|hit|destroyed|killed|attacked|brought|downed|targeted|"
    r"bombed|shelled|ambushed|blew|blown|carried out|executed|seized|captured|sank|sunk|landed|"
    r"fired)"
)
_WE_DID = re.compile(
    rf"\b(?:we|our (?:\w+ )?\w+|one of our \w+|its (?:\w+ )?\w+) {_DID}\b", re.IGNORECASE
)
_I_DID = re.compile(
    r"\bI (?:did it|killed|shot (?:him|her|them|at)|fired (?:at|on)|gave the order|"
    r"was ordered to)\b|\b(?:we|I) (?:made a (?:terrible |grave )?mistake|were wrong|was wrong)\b"
)
_IT_WAS_US = re.compile(
    r"\b(?:it was us|we did (?:it|this|that)\b(?! not)|this was us)\b", re.IGNORECASE
)
_IT_DID = re.compile(rf"^(?:that )?(?:it|they|he|she|its \w+|their \w+) {_DID}\b", re.IGNORECASE)
_FIGHTERS = re.compile(
    r"\b(?:rebels?|militias?|army|forces|fighters?|group|movement|front|brigade|command|"
    r"guerrillas?|"
    r"rebel band|armed group|militants?|insurgents?|separatists?|legion|league|column|volunteers|"
    r"commander|corps|military|"
    r"unit|general|colonel)\b",
    re.IGNORECASE,
)


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
        denies = _denied(content) if stance == "denies" else _disputed(content)
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
        ("saw", _SAW), ("heard", _HEARD), ("was_told", _TOLD),
    )  # fmt: skip
    for basis, pattern in bases:
        if pattern.search(content, 0, limit):
            return basis
    return None


def _disputed(content: str) -> Denied | None:
    if _SCALE.search(content):
        return "scale"
    if _PART.search(content):
        return "attribution"
    return "occurrence" if _HAPPENING.search(content) else None


def _denied(content: str) -> Denied:
    if _PART.search(content):
        return "attribution"
    if _HOLDS_NONE.search(content):
        return "occurrence"
    if _HAD_NONE.search(content):
        return "attribution"
    if _HAPPENING.search(content):
        return "occurrence"
    return "attribution" if _DOING.search(content) else "occurrence"


def _stance(
    said: Said, content: str, sentences: tuple[Sentence, ...], frame: Sentence | None, cue: str,
    speaker: str,
) -> Stance:  # fmt: skip
    for sentence in sentences:
        if (performed := _performed(sentence)) is not None:
            return performed
    negated = any(_negated(one, _roots(one, None)) for one in sentences)
    if not sentences and frame is not None:
        negated = _negated(frame, _roots(frame, said.content))
    if _SILENT.search(content):
        return "declines_to_comment"
    if _DOUBTED.search(content):
        return "disputes"
    if (
        negated
        or _UNTRUE.search(content)
        or _HAD_NONE.search(content)
        or _HOLDS_NONE.search(content)
    ):
        return "denies"
    label = lemma(cue.casefold()) in _LABELLING or not cue
    if label and _LABELLED_UNTRUE.search(content) and (cue or _OF_WORDS.search(content)):
        return "denies"
    if label and cue and _OF_WORDS.search(content) and _SCORNED.search(content):
        return "disputes"
    if lemma(cue.casefold()) == "brand" or (label and cue and _REVILED.search(content)):
        return "condemns"
    if sentences and _I_DID.search(content):
        return "acknowledges"
    if lemma(cue.casefold()) == "confirm" and _IT_DID.search(content):
        return "acknowledges"
    if sentences and _IT_WAS_US.search(content):
        return "claims_responsibility"
    if _FIGHTERS.search(speaker):
        if _WE_DID.search(content) or (not sentences and _IT_DID.search(content)):
            return "claims_responsibility"
    if lemma(cue.split(" ", 1)[0].casefold()) in _PROMISING and _WILL.search(content):
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


def _wants(sentence: Sentence, at: int, own: int) -> bool:
    """Say whether "we want our people back" is said, and not what we want to do."""
    if sentence.words[own].lower not in ("i", "we") or sentence.child(at, "neg") is not None:
        return False
    return sentence.child(at, "dobj", "ccomp") is not None


def _roots(sentence: Sentence, content: Mark | None) -> list[int]:
    """Return the verbs on which the content hangs."""
    found: list[int] = []
    for at, word in enumerate(sentence.words):
        if content is not None and not content.start <= word.start < content.end:
            continue
        head = sentence.words[word.head]
        outside = content is not None and not content.start <= head.start < content.end
        if (word.head == at or outside) and word.tag.startswith(("VB", "MD")):
            found.append(at)
    return found


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
        if words[verb].lower not in _NOT_DENYING and _of_nobody(sentence, verb):
            return True
    return False


def _could_act(noun: str) -> bool:
    """Say whether "no aircraft had left" denies: "no siren had sounded" complains."""
    return singular(noun) in _ACTING or noun in _ACTING


def _of_nobody(sentence: Sentence, verb: int) -> bool:
    """Say whether the subject is nobody: "no aircraft was", "there was no chain"."""
    words = sentence.words
    below = [*sentence.children[verb]]
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
        if first.lower == "no" and words[one].lower not in (
            "one", "evidence", "doubt", "reason", "time", "water", "food", "word", "words",
            "electricity", "warning", "sign", "way", "place",
        ):  # fmt: skip
            there = sentence.child(verb, "expl") is not None
            return first.end < words[one].start and (there or _could_act(words[one].lower))
        if first.lower == "none":
            return True
    return False
