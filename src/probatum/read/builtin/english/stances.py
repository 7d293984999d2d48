"""What the content itself says about stance, about what is denied, and about how one knows."""

from __future__ import annotations

import re
from dataclasses import replace

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.english.cues import lemma, verb_cue
from probatum.read.builtin.english.parsed import Sentence
from probatum.read.found import Said

_DID_NOT = re.compile(
    r"(?:^|[.,;] |\bthat )(?:(?!who\b|which\b|because\b|if\b|when\b)[\w’'-]+ ){0,7}?"
    r"(?:(?:did|had|has|have|was|were|is|are|do|does)(?:n[’']t| not| never)\b"
    r"(?! (?:know|yet|been able|able|immediately|have|see|believe|think|clear|want|enough|sure|only|"
    r"far|over|there|in a position|hear|remember|understand|expect))"
    r"|never (?:fired|shelled|attacked|targeted|touched|ordered|took|held|killed|entered)\b)",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"^(?:that )?(?:there (?:was|were|had been|have been|has been|is|are) (?:no|never)\b|"
    r"(?:nobody|no one|none of (?:our|its|the|their|his)|not (?:one|a single)|neither)\b|"
    r"no (?:\w+ ){1,5}?(?:was|were|had|has|have|took|is|are|fired|flew|entered|operated)\b|"
    r"it (?:was|is) (?:a )?(?:lie|false|untrue|fabricat\w+)|(?:this|that|it) is (?:a lie|false|untrue))",
    re.IGNORECASE,
)
_SCALE = re.compile(
    r"\b(?:toll|number|numbers|figure|figures|count|total|casualty|list|scale|estimate|estimates|"
    r"statistics|tally)\b|\b\d[\d,.]*\b",
    re.IGNORECASE,
)
_OWN_DOING = re.compile(
    r"\b(?:responsib\w+|involve\w+|behind|role|part in|carried out|carrying out|blame|complicity|"
    r"guilt|having|its|their|our|his|we|ordered|ordering|knowledge|accusation|accusations|"
    r"allegation|allegations|charge|charges|claim|claims|it)\b|^[a-z]+ing\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"^(?:that )?(?:any|anyone|anybody|anything|there|holding|nobody|no one|no|the (?:attack|strike|"
    r"massacre|killings?|incident|raid|shelling|bombing|report|reports)\b(?! was carried))|"
    r"\b(?:took place|happened|occurred|existed|existence|ever)\b",
    re.IGNORECASE,
)
_SAW = re.compile(
    r"\b(?:i|we|he|she|they)(?:'d|’d)? (?:had |have |then |also |all |myself |both |"
    r"personally )?(?:saw|seen|watched|witnessed|counted|touched|noticed|spotted)\b|"
    r"^(?:seeing|watching|counting|witnessing|having seen|having watched)\b|\bmy own eyes\b|"
    r"\b(?:his|her|their) own eyes\b",
    re.IGNORECASE,
)
_HEARD = re.compile(
    r"\b(?:i|we|he|she|they)(?:'d|’d)? (?:had |have |then |also |all |only |could )?(?:heard|hear)\b"
    r"|^hearing\b|^having heard\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:i|we|he|she|they) (?:was|were|had been) told\b", re.IGNORECASE)
_WILL = re.compile(
    r"^(?:that )?(?:and |but |so )?(?:i|we|he|she|it|they|its \w+|our \w+|his \w+|"
    r"the (?:army|government|ministry|country|council|state))(?:'ll|’ll| will| would| shall)"
    r"(?! (?:not (?:know|be able)|have been|be (?:able|hard|difficult)|like|say|need|remain|have))\b",
    re.IGNORECASE,
)
_PROMISING = frozenset({"say", "add", "tell", "insist", "declare", "announce", "state", "warn"})
_LONGEST = 1_500


def shaded(said: Said, text: str, sentences: tuple[Sentence, ...], cue: str) -> Said:
    """Return the attribution with the stance, denial and basis that its content gives it.

    ``sentences`` are those of a direct quotation, ``cue`` the cue's words.
    """
    content = text[said.content.start : min(said.content.end, said.content.start + _LONGEST)]
    stance = said.stance
    if stance == "asserts" and not said.depiction:
        stance = _stance(content, sentences, cue, direct=said.quoted == "direct")
    denies = said.denies
    if stance in ("denies", "disputes") and denies is None:
        denies = "scale" if stance == "disputes" and _SCALE.search(content) else _denied(content)
    basis = said.basis
    if basis is None and stance in ("asserts", "reports", "estimates"):
        if _SAW.search(content):
            basis = "saw"
        elif _HEARD.search(content):
            basis = "heard"
        elif _TOLD.search(content):
            basis = "was_told"
    return replace(said, stance=stance, denies=denies, basis=basis)


def _denied(content: str):  # type: ignore[no-untyped-def]
    if _NOT_SO.search(content):
        return "occurrence"
    if _OWN_DOING.search(content):
        return "attribution"
    return "occurrence"


def _stance(content: str, sentences: tuple[Sentence, ...], cue: str, *, direct: bool) -> Stance:
    for sentence in sentences:
        performed = _performed(sentence)
        if performed is not None:
            return performed
    first = cue.split(" ", 1)[0].casefold()
    if _DID_NOT.search(content) or _NOTHING.search(content):
        return "denies"
    promising = not cue or lemma(first) in _PROMISING
    if (
        promising
        and (_WILL.search(content))
        and (direct is False or content[:2] in ("We", "I ", "I’", "I'", "Ou"))
    ):
        return "commits_to"
    return "asserts"


def _performed(sentence: Sentence) -> Stance | None:
    """Return the stance of "we condemn", "I call on": said by saying it."""
    for at, word in enumerate(sentence.words):
        if word.dep in ("ROOT", "conj") and word.tag in ("VBP", "VB"):
            own = sentence.child(at, "nsubj")
            cue = verb_cue(word.lower)
            if own is None or cue is None or sentence.words[own].lower not in ("i", "we"):
                continue
            if sentence.child(at, "neg") is None and cue.stance != "asserts":
                return cue.stance
    return None
