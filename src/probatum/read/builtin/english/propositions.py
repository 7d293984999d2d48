"""What kind of thing a content says: what happened, who did it, how many, what should be done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.drafts import Aspect
from probatum.read.builtin.english.callings import ARMED, BODIES, GROUPS, OFFICES, singular
from probatum.read.builtin.english.parsed import Sentence
from probatum.read.builtin.english.triggers import Trigger
from probatum.read.contract import PropositionType
from probatum.read.found import FigureFound, Mark

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
    r"\border(?:s|ed) (?:the|to)\b|\bordered(?: \w+){0,3} to\b|\bmistak(?:en|ing) (?:\w+ )?for\b|"
    r"\bt(?:aken|ook) (?:\w+ )?for a\b|\bnothing (?:crosses|passes)\b|\btold the (?:platoon|men)\b|"
    r"\bplanned\b|\bpremeditat|\baim(?:ed|ing)? (?:at|to)\b|"
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
    r"\b(?:poison|nerve|mustard|sarin|chlorine|no|used) gas\b|\bchlorine\b|"
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
    r"\bwas (?:\w+ )?(?:identified)\b|"
    r"\bcarried (?:a |any |no )?weapons?\b|\bnot (?:rifles|guns|weapons)\b|"
    r"\b(?:were|was) (?:all )?(?:\w+ )?(?:fighters|combatants|militants|soldiers|workers|"
    r"a barracks)\b|"
    r"\bred cross on\b|\bnothing else (?:on|in)\b",
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
    r"\b(?:was|were|has been|have been|is|are) (?:closed|reopened|evacuated|turned back|sealed|"
    r"arrested|charged|questioned|lifted|halted)\b|\bwill (?:resume|reopen|continue|begin|start)\b|"
    r"\bwould not pay\b|\bnobody (?:has been|from the \w+ has)\b|\ba matter for\b|"
    r"\binvestigation (?:has been|was|is)|\bopened (?:a|an) (?:case|inquiry|investigation)|"
    r"\bsanction|\bceasefire|\bcease-fire|\bcharged\b|\binquiry\b|\bhalted\b|"
    r"\bsuspended\b|\bcorridor",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\b(?:sorrow|grief|regret|dismay|revulsion|sadness|anger)\b|^if \w+|\bdo not want\b|"
    r"\bcan justify\b|\ba dear \w+|\bnot theatre\b|"
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
_NUMBER_FIRST = re.compile(
    r"(?:(?:until then|so far|in all|altogether|there (?:were|are|had been)|they have|we have|some|"
    r"about|nearly|at least|around|more than|over|up to|no more than|fewer than|only|"
    r"[\"“‘'])[ ,]*)*"
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|dozens|scores|hundreds|"
    r"several dozen)"
    r"\b(?! (?:kilomet|mile|metre|meter|hour|minute|day|week|month|year))",
    re.IGNORECASE,
)
_OF_A_COUNT = re.compile(
    r"(?:that|the|these|this|its|their|our) (?:real |true |full |exact |list |register )?"
    r"(?:numbers?|figures?|toll|count|total|tally|(?:list|register)\b.{0,40} (?:holds|names|has|"
    r"lists))"
    r"\b|(?:their|his|her|our|the) \w+(?: \w+)? (?:had |has |have )?(?:received|registered|"
    r"recorded|"
    r"counted|treated|collected) (?:\w+ ){0,3}(?:\d|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|dozens|hundreds)",
    re.IGNORECASE,
)
_COUNTABLE = (
    GROUPS
    | OFFICES
    | frozenset(
        "death body inhabitant case name patient round shell strike attack incident house home "
        "grave victim casualty dead killed wounded injured missing those them us village "
        "school".split()
    )
)
_LOSSES = frozenset({"killed", "injured", "missing", "displaced", "bodies-found", "casualties"})
_LOSSES_TOLD = re.compile(
    r"\b(?:kill|injur|wound|dead|die[ds]?|drown|hurt|toll|missing|bod(?:y|ies)|deaths?|lives|"
    r"casualt|displaced|homeless|fled|vanished|perished|victims)",
    re.IGNORECASE,
)
_FATE = re.compile(
    r"\b(?:he|she|they|who|(?:[A-Z]\w+,? )+|the (?:\w+ )?(?:man|woman|boy|girl|child|driver|"
    r"teacher|"
    r"prisoner|men|women|boys|girls|prisoners)(?:,[^,]+,)?) ?(?:had |has |have |was |were |is |"
    r"are )?"
    r"(?:also |later |been |both |since )*(?:died|killed|dead|alive|asleep|exchanged|wounded|"
    r"injured|"
    r"freed|handed over|lost (?:both |her |his |their |a |an ))\b|\bbullet wounds?\b|"
    r"\bin hospital\b|"
    r"\bon a medical flight\b|\bwhere (?:they|he|she) (?:are|is|was|were)\b|\bstill missing\b",
)
_PRESENCE = re.compile(
    r"\b(?:was|were|been|had been) (?:\w+ )?(?:at sea|within range|nearby|present|stationed|based|"
    r"deployed|positioned|there that (?:day|night)|\w+ (?:miles|kilomet\w+) away)\b|"
    r"\bin the (?:first|second|third|fourth|fifth) (?:car|truck|bus)\b|"
    r"\bleft (?:harbou?r|port|(?:its|their|the) (?:base|barracks))\b|\bhid(?:e|es|ing|den)? in\b|"
    r"\bheld at the time by\b|\bhaving (?:anyone|anybody|troops|men|forces) in\b|"
    r"\b(?:carried|mounted) a (?:machine gun|gun|weapon)\b|\bsold us\b|\bfiring in the area\b",
    re.IGNORECASE,
)
_REVILING = re.compile(
    r"\b(?:cowardly|barbari\w+|heinous|brutal|criminal|savage|shameful|despicable|treacherous|"
    r"a crime|“crime|\"crime|terror)\b",
    re.IGNORECASE,
)
_DECLINED: tuple[tuple[re.Pattern[str], PropositionType], ...] = (
    (re.compile(r"\bwho\b|\bname\b"), "identity"),
    (re.compile(r"\baccus|\bblame|\brespons", re.IGNORECASE), "attribution"),
    (re.compile(r"^(?:to )?(?:comment|answer)\b"), "measure"),
    (re.compile(r"^whether\b"), "occurrence"),
)
_DEEDS = frozenset({"detention", "forced-transfer", "pillage", "torture"})
_STAGED = re.compile(r"\bstag(?:ing|ed)\b|\bfak(?:ing|ed)\b|\bplott|\bplann", re.IGNORECASE)
_OF_AN_EVENT = re.compile(r"(?:the|this|these|his|her|its|their) [\w-]+ as\b", re.IGNORECASE)
_GIVEN_A_NAME = re.compile(r"^(?:the|this|that|it|his|her) [\w-]+ (?:as )?(?:an? )?[\"“‘]")
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
    figures: Sequence[FigureFound],
    start: int,
    *,
    deed: bool = False,
) -> PropositionType:
    """Return the proposition type of a content that begins at ``start`` of the text.

    ``told`` are the triggers in it, ``figures`` the figures; ``deed``: it says what people did.
    """
    content = content[:_LONGEST]
    by_stance = _by_stance(content, stance, denies, cue, told)
    if by_stance is not None:
        return by_stance
    legal = _LEGAL.search(content)
    if legal and stance not in ("denies", "condemns") and not figures:
        return "characterisation"
    by_cue = _by_cue(content, cue, told)
    if by_cue is not None:
        return by_cue
    condemned = stance == "condemns"
    losses = any(one.measure in _LOSSES for one in figures)
    if losses and not condemned and _LOSSES_TOLD.search(content):
        return "figure"
    if _NAMED_FORCE.search(content) and not condemned:
        return "attribution"
    does = _does(told)
    if (_BLAME.search(content) or _ORIGIN.search(content)) and not condemned:
        return "attribution"
    if _is_count(content, [one.mark for one in figures], start) and does is None:
        return "figure"
    if _INTENT.search(content):
        return "intent"
    if does is not None and stance != "denies":
        return does
    if (figures and not told) or (stance != "denies" and _counts_first(content)):
        return "figure"
    if _NAMED_HIM.search(content):
        return "identity"
    if cue and re.match(r"call|brand|describ|label", cue) and _CALLED.match(content) and not told:
        return "identity"
    if _FATE.search(content):
        return "status"
    if _TAKEN.search(content) or any(set(one.types) & _DEEDS for _, one in told):
        return "act"
    for pattern, kind in _BY_WORDS:
        if pattern.search(content) and not (told and kind in ("opinion", "measure", "involvement")):
            return kind
    return "act" if deed and not told else "occurrence"


def _by_stance(
    content: str, stance: Stance, denies: Aspect | None, cue: str,
    told: Sequence[tuple[Sentence, Trigger]],
) -> PropositionType | None:  # fmt: skip
    """Return the type that the stance alone decides."""
    if stance in _ASKING:
        return "measure"
    if stance in ("denies", "disputes") and denies is not None:
        if denies == "scale":
            return "figure"
        if denies == "attribution":
            return "involvement" if _PRESENCE.search(content) else "attribution"
    if stance == "claims_responsibility" or (stance == "denies" and _OUR_SIDE.search(content)):
        return "attribution"
    if stance == "acknowledges" and any(one.types for _, one in told):
        return "attribution"
    if stance == "condemns" and (
        re.match(r"brand|call|describ|label", cue) or _REVILING.search(content)
    ):
        return "characterisation"
    if stance == "declines_to_comment":
        for pattern, kind in _DECLINED:
            if pattern.search(content):
                return kind
        return "act"
    return None


def _by_cue(
    content: str, cue: str, told: Sequence[tuple[Sentence, Trigger]]
) -> PropositionType | None:
    """Return the type that the verb of saying decides."""
    if not cue:
        return None
    if re.search(r"blam|accus|attribut|held .* responsible|point", cue, re.IGNORECASE):
        return "intent" if _STAGED.search(content) else "attribution"
    if re.match(r"describ|call|character|label", cue):
        if _AS_QUOTED.search(content) and _OF_AN_EVENT.match(content):
            return "characterisation"
        if _GIVEN_A_NAME.search(content) or (_AS_QUOTED.search(content) and not told):
            return "opinion"
    if re.match(r"voic|express", cue) and not told:
        return "opinion"
    return None


def _counts_first(content: str) -> bool:
    """Say whether a content begins with how many people, cases or things there are."""
    if _COUNTED_FIRST.match(content) or _OF_A_COUNT.match(content):
        return True
    number = _NUMBER_FIRST.match(content)
    if number is None:
        return False
    behind = content[number.end() :].split()[:3]
    if not behind:
        return True
    return any(singular(word.strip(",.;:")) in _COUNTABLE for word in behind)


_BY_WORDS: tuple[tuple[re.Pattern[str], PropositionType], ...] = (
    (_MEMBERSHIP, "membership"), (_STATUS, "status"), (_WEAPON, "weapon"), (_IDENTITY, "identity"),
    (_TIME, "event_time"), (_MEASURE, "measure"), (_PRESENCE, "involvement"), (_OPINION, "opinion"),
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
