"""What kind of thing a content says: what happened, who did it, how many, what should be done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.drafts import Aspect
from probatum.read.builtin.english.callings import ARMED, BODIES, singular
from probatum.read.builtin.english.parsed import Sentence
from probatum.read.builtin.english.triggers import Trigger
from probatum.read.contract import PropositionType
from probatum.read.found import Mark

_LONGEST = 1_000
_LEGAL = re.compile(
    r"\bwar crimes?\b|\bcrimes? against humanity\b|\bgenocid|\bcrimes? of aggression\b|\bethnic "
    r"cleansing\b|\b(?:breach|violation)(?:es|s)? of (?:the )?(?:international|laws?|geneva|"
    r"humanitarian)|\bextrajudicial|\benforced disappearance\b|\bterroris[mt]|\bact of \w+|"
    r"\bunlawful\b|\bmurder\b|\bvanished\b|\blegal sense\b|\billegal\b|\bcrime\b|\batrocit",
    re.IGNORECASE,
)
_BLAME = re.compile(
    r"\btraced (?:the|these|those) (?:\w+ ){1,3}to\b|"
    r"\b(?:men|soldiers|gunmen|fighters) in the uniforms? of\b|"
    r"\bresponsib|\bblame|\bbehind (?:the|this|it)\b|\bperpetrat|\bculprit|\bcarried out (?:by|"
    r"the)|"
    r"\bthe work of\b|\bfired by\b|\binvolvement\b|\bany (?:role|part)\b|\bto blame\b|\bguilty\b",
    re.IGNORECASE,
)
_INTENT = re.compile(
    r"\bwanted to (?!know|say|see|hear)|\bin order to\b|\bso as to\b|"
    r"\bdeliberate|\bintentional|\bon purpose\b|\bby design\b|\bknew exactly\b|\bintend|"
    r"\bmeant to\b|"
    r"\border(?:s|ed) (?:the|to)\b|\bplanned\b|\bpremeditat|\baim(?:ed|ing)? (?:at|to)\b|"
    r"\baccident|"
    r"\bby mistake\b|\brevenge\b|\bcame back for\b|\bin error\b|\bcold blood|\btargeted\b",
    re.IGNORECASE,
)
_STATUS = re.compile(
    r"\bholding (?:any|no)(?: ?one| ?body| persons?| people| prisoners?)?\b|"
    r"\bnot been seen since\b|"
    r"\b(?:are|were|is|was) (?:being )?held\b|\bshort of\b|"
    r"\bmissing\b|\bunaccounted\b|\bfound alive\b|\bstill alive\b|\bare alive\b|\bwas alive\b|"
    r"\bin captivity\b|\bno word of\b|\bwhereabouts\b|\bin (?:custody|detention|hiding)\b|"
    r"\bwere civilians\b|\bwas a civilian\b|\bin intensive care\b|\breleased\b|\bheld (?:in|at)\b",
    re.IGNORECASE,
)
_WEAPON = re.compile(
    r"\bconsistent with (?:[\w-]+ ){0,4}(?:bomb|shell|munition|missile|rocket|drone)|\bexplosive\b|"
    r"\b(?:air-dropped|glide) bombs?\b|\bwide-area\b|"
    r"\bcluster (?:munition|bomb)|\bthermobaric|\bphosphorus|\bincendiar|\bfragments? of\b|\bcalib|"
    r"\bmortar bomb\b|\bfired from\b|\bmunitions?\b|\bwarhead|\bgrad\b|\bsounded like\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:came|happened|took place|began|started|occurred|lasted|struck) (?:at|around|about|"
    r"shortly|just|before|after|for)\b|\bhours? (?:earlier|later|before|after)\b",
    re.IGNORECASE,
)
_IDENTITY = re.compile(
    r"\b(?:identified|named) (?:as|him|her|the)\b|\bis the (?:son|man|woman|officer)\b|"
    r"\bthe names? of\b|"
    r"\bwas (?:\w+ )?(?:identified)\b",
    re.IGNORECASE,
)
_MEMBERSHIP = re.compile(
    r"\bmembers? of\b|\bbelong(?:s|ed)? to\b|\bserved (?:in|with)\b|\bsoldiers? of the\b|"
    r"\bwore the\b|\bwearing the\b|\bbadge|\binsignia\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"\blook(?:ing|ed)? into (?:the|it|this)\b|\b(?:has|have|had) been questioned\b|"
    r"\b(?:no ?body|no[- ]one|no charges?) (?:has|have|had) (?:ever )?been (?:arrested|"
    r"charged|brought|"
    r"tried)|\bestablishing the facts\b|\bverification\W+ (?:is|was) under way\b|"
    r"\bwill (?:be )?(?:investigat|prosecut|punish|compensat|rebuil|send|impose|help|open|bring)|"
    r"\binvestigation (?:has been|was|is)|\bopened (?:a|an) (?:case|inquiry|investigation)|"
    r"\bsanction|\bceasefire|\bcease-fire|\bcharged\b|\binquiry\b|\bhalted\b|"
    r"\bsuspended\b|\bcorridor",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\bshame|\bdisgrace|\bbarbar|\bmonster|\bevil\b|\bunacceptable|\bcredible\b|\bshould (?:have|"
    r"be)\b|"
    r"\bcoward|\bnonsense\b|\bfantasy\b|\boutrage|\binhuman|\blies?\b|\bpropaganda\b|\bwrong\b",
    re.IGNORECASE,
)
_ORIGIN = re.compile(
    r"\b(?:came|fired|launched|shot) from (?:the|across|positions|its|their)\b|"
    r"\bby (?:\w+ ){0,4}(?:fire|a strike|artillery|guns|shells) (?:from|of) the\b|"
    r"\bits (?:guns|planes|units|forces)\b",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"\b(?:led|driven|taken|dragged|marched|put on|chained|tied|beaten|locked|searched)\b|"
    r"\b(?:took|drove|dragged|forced|beat) "
    r"(?:the|my|her|his|them|him|our|away|six|\w+ (?:men|monks|boys))\b",
    re.IGNORECASE,
)
# Whoever is named by these words did it, whatever the verb: "fighters of the Veld Front drove".
_NAMED_FORCE = re.compile(
    r"\b(?:[Mm]en|[Mm]embers|[Ff]ighters|[Ss]oldiers|[Uu]nits|[Tt]roops|[Ff]orces|"
    r"[Gg]unmen|[Mm]ilitiamen) "
    r"(?:of|from|loyal to) (?:the )?(?:so-called )?\W?(?:\d\w+ )?[A-Z]\w+(?: [A-Z]\w+| of){0,4}\W? "
    r"(?:had |have )?(?!were\b|was\b|are\b|hide|fled\b)[a-z]+(?:ed|ew|ove|ook|ot|ruck|et|"
    r"hit|burnt)\b|"
    r"\b(?:[A-Z][\w-]+(?:['’]s)?|[Ee]nemy) (?:aircraft|jets?|warplanes?|planes|drones?|"
    r"artillery|guns|"
    r"helicopters?|missiles|formations|forces|troops|soldiers) (?:had |have )?(?:\w+ed|"
    r"struck|hit|shot)\b"
)
_OUR_SIDE = re.compile(
    r"^(?:\w+ ){0,2}(?:our|its|their|his|my|no) (?:own )?(?:[\w-]+ )?(?:artillery|"
    r"aircraft|planes?|jets?|guns|"
    r"drones?|forces|units|men|troops|soldiers|gunners|fighters|pilots|tanks)\b",
    re.IGNORECASE,
)
_COUNTED_FIRST = re.compile(
    r"(?:(?:some|about|nearly|at least|around|more than|over|up to) )?(?:\d[\d,.]*|two|"
    r"three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|dozens|scores|hundreds)"
    r"(?: of (?:them|the \w+))? (?:(?:more|other) )?(?:\w+ )?(?:people|men|women|children|"
    r"civilians|"
    r"villagers|residents|inhabitants|dead|deaths|bodies|killed|wounded|injured|watchmen|"
    r"workers|were "
    r"(?:already )?(?:dead|killed|wounded)|are (?:dead|missing|in camps))\b|I (?:have )?counted\b|"
    r"it may be more\b",
    re.IGNORECASE,
)
_NAMED_HIM = re.compile(r"\bwas (?:[A-Z]\w+ ){1,2}[A-Z]\w+$")
_AS_QUOTED = re.compile(r"\bas (?:an? |the )?[\"“‘']")
_CALLED = re.compile(r"^(?:an?|the) (?:[\w-]+ )?[\w-]+$")
_ASKING: frozenset[Stance] = frozenset({"calls_for", "commits_to"})
_UNNAMED = frozenset("they he she it who we you i someone somebody whoever one".split())


def proposition_of(
    content: str,
    stance: Stance,
    denies: Aspect | None,
    cue: str,
    told: Sequence[tuple[Sentence, Trigger]],
    figures: Sequence[Mark],
    start: int,
) -> PropositionType:
    """Return the proposition type of a content that begins at ``start`` of the text.

    ``told`` are the triggers in it, ``figures`` the marks of the figures in it.
    """
    content = content[:_LONGEST]
    if stance in _ASKING:
        return "measure"
    if stance in ("denies", "disputes") and denies is not None:
        if denies == "scale":
            return "figure"
        if denies == "attribution":
            return "attribution"
    if stance == "claims_responsibility":
        return "attribution"
    if stance == "denies" and _OUR_SIDE.search(content):
        return "attribution"
    legal = _LEGAL.search(content)
    if legal and stance not in ("denies", "condemns"):
        return "characterisation"
    if cue and re.match(r"describ|call|character|label", cue) and _AS_QUOTED.search(content):
        return "characterisation"
    if cue and re.search(r"blam|accus|attribut|held .* responsible|point", cue, re.IGNORECASE):
        return "attribution"
    if _NAMED_FORCE.search(content) and stance != "condemns":
        return "attribution"
    counted = _is_count(content, figures, start)
    does = _does(told)
    if (_BLAME.search(content) or _ORIGIN.search(content)) and stance != "condemns":
        return "attribution"
    if counted and does != "attribution":
        return "figure"
    if _INTENT.search(content):
        return "intent"
    if does is not None and stance not in ("denies",):
        return does
    if (figures and not told) or (stance != "denies" and _COUNTED_FIRST.match(content)):
        return "figure"
    if _NAMED_HIM.search(content):
        return "identity"
    if cue and re.match(r"call|brand|describ|label", cue) and _CALLED.match(content) and not told:
        return "identity"
    if _TAKEN.search(content):
        return "act"
    for pattern, kind in _BY_WORDS:
        if pattern.search(content) and not (told and kind in ("opinion", "measure")):
            return kind
    if told or stance in ("denies", "condemns"):
        return "occurrence"
    return "occurrence"


_BY_WORDS: tuple[tuple[re.Pattern[str], PropositionType], ...] = (
    (_MEMBERSHIP, "membership"), (_STATUS, "status"), (_WEAPON, "weapon"), (_IDENTITY, "identity"),
    (_TIME, "event_time"), (_MEASURE, "measure"), (_OPINION, "opinion"),
)  # fmt: skip


def _is_count(content: str, figures: Sequence[Mark], start: int) -> bool:
    """Say whether a number is the point: it stands early, or is what the verb says."""
    for mark in figures:
        before = content[: max(0, mark.start - start)].rstrip()
        clause = re.search(r",\s*(?:\w+ )?$|,\s*\w+ing$", content[: max(0, mark.start - start)])
        number_first = len(before) < 0.5 * len(content)
        if number_first or (mark.end - mark.start) > 0.35 * len(content):
            return True
        if clause is None and not content[mark.start - start :].split(" ", 1)[0].endswith("ing"):
            return True
    return False


def _does(told: Sequence[tuple[Sentence, Trigger]]) -> PropositionType | None:
    """Say whether somebody named did it (attribution), or somebody not named (act)."""
    best: PropositionType | None = None
    for sentence, trigger in told:
        if trigger.agent is None:
            continue
        words = sentence.words
        noun = words[trigger.agent]
        low = sentence.reaches[trigger.agent][0]
        high = min(sentence.reaches[trigger.agent][1], trigger.agent + 5)
        named = any(
            word.tag.startswith("NNP") or word.entity in ("NORP", "ORG", "GPE")
            for word in words[low : high + 1]
        )
        head = singular(noun.lower)
        if named and (head in ARMED | BODIES or noun.tag.startswith("NNP")):
            return "attribution"
        if noun.lower in _UNNAMED or head in ARMED or head in ("man", "people"):
            best = "act"
    return best
