"""Short sentences by which the text itself answers a claim: "Lies.", "It was not.", "No victims."

Whether a claim stands just before is known by whoever asks; what denies by itself needs none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.drafts import Aspect

_OPENING = r"(?:(?:no|but|and|well|sorry|again|once more|all this is|all of (?:it|this) is)[,:]? )?"
_STRONG = (
    r"(?:(?:a|an|the|all|just|simply|plainly|entirely|completely|totally|utterly|quite|complete|"
    r"total|utter|absolute|pure|outright|another|obvious|old|usual|cynical|blatant|deliberate|"
    r"sheer|flat|plain|one big|big|dirty|stinking|usual) ){0,3}"
)
_UNTRUE = (
    r"(?:lies?|nonsense|rubbish|garbage|false|fakes?|fake news|untrue|not true|not so|"
    r"not the case|wrong|bull\w*|bollocks|crap|bs|made[- ]up|inventions?|invented|fabrications?|"
    r"fabricated|propaganda|fairy tales?|slander|absurd|disinformation|misinformation|disinfo|"
    r"a hoax|hoax|baseless|unfounded|groundless|fiction|without foundation|incorrect|inaccurate|"
    r"a provocation|an insult to the dead|does not correspond to reality)"
)
_IT_IS = (
    r"(?:(?:this|that|it|these|those|they|which|all of (?:it|this|that)|(?:this|that|the) "
    r"(?:claim|accusation|allegation|charge|report|story|version|rumou?r|statement|post|message|"
    r"information|news|article|account|number|figure)s?) ?"
    r"(?:is|are|was|were|['’]s|['’]re) )"
)
_REBUFFS = re.compile(
    rf"{_OPENING}{_IT_IS}?{_STRONG}{_UNTRUE}"
    r"(?:$|[,:;!–—-]|(?: from| and| to| told| by| of| that| which| spread) .*)",
    re.IGNORECASE | re.DOTALL,
)
_IT_IS_SO = re.compile(rf"{_OPENING}{_IT_IS}", re.IGNORECASE)
_NOT_SO = re.compile(
    r"(?:no, |but |and |sorry, )?(?:i|we|he|she|it|they|this|that|there|none|nobody|(?:the|our) "
    r"[\w-]+) ?"
    r"(?:(?:did|was|were|is|are|does|do|has|had|have) ?(?:not|n['’]?t)|['’](?:re|s|m) not|"
    r"(?:ai|didn|isn|wasn|aren|weren|doesn|hasn|hadn)['’]?t)(?:$|,| [-–—] )",
    re.IGNORECASE,
)
_HARM = (
    r"(?:casualt(?:y|ies)|victims?|injur(?:y|ies|ed)|deaths?|dead|wounded|losses|fatalit(?:y|ies)|"
    r"damage|destruction|hits?|explosions?|shelling|strikes?|threat|danger|leak|radiation|"
    r"prisoners?|hostages?|bodies|evacuation|mobili[sz]ation|alarm|soldiers?|fighters?|weapons?)"
)
_NO_HARM = re.compile(
    r"(?:fortunately|luckily|thank god|thankfully|preliminarily|so far|as of now|at present)?,? ?"
    r"(?:(?:there (?:is|are|was|were|have been|has been)|we have|we had) )?"
    rf"(?:no|zero|0) (?:[\w-]+ ){{0,2}}?{_HARM}(?: (?:or|and|nor) (?:[\w-]+ )?{_HARM})*"
    r"(?:$|[,;:–—(-]| (?:among|in|at|to|so far|yet|at all|whatsoever|"
    r"today|tonight|have been|has been|"
    r"was|were|are|is|reported|recorded|registered|on|inside|there|here)\b)",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:fortunately, |luckily, |thank god,? |thankfully, )?(?:nobody|no one|no-one|"
    r"none of [\w ]+?|not a single [\w-]+) (?:else )?(?:was|were|has been|have been|is|got) "
    r"(?:seriously |even )?(?:hurt|injured|killed|harmed|wounded|hit)\b",
    re.IGNORECASE,
)
_NO_AND_NOT = re.compile(
    r"(?:no|nope)[,:] (?!not\b)[^,;]{2,60}\b(?:not|never|n['’]t|nobody|no one)\b", re.I
)
_LONG = 120  # characters
# "Reports by hostile channels about a burning frigate are lies."
_TALES = re.compile(
    r"(?:(?:the|all|any|these|such) )?(?:[\w-]+ )?(?:reports?|claims?|rumou?rs?|allegations?|"
    r"accusations?|information|stor(?:y|ies)|talk|news|statements?|tales?)\b(?! that\b)"
    rf"[^.;:]{{2,120}}? (?:(?:is|are|was|were) {_STRONG}{_UNTRUE}|(?:is|are) \w+ propaganda|"
    r"without (?:any )?foundation|do(?:es)? not correspond to (?:the )?(?:reality|facts|truth)|"
    r"(?:have|has) no (?:basis|foundation|grounds)(?: in (?:fact|reality))?)"
    r"(?: and .*)?$",
    re.IGNORECASE | re.DOTALL,
)
_STOPS = " ,:;!–—-"
_SILENT = re.compile(
    r"(?:no further |no )comments? (?:will|can|at|on|for|\w+ )|(?:no, )?(?:i|we) (?:wo|ca)n['’]t "
    r""
    r"(?:say|speculate|comment|talk|discuss|publish|go into|name|answer|"
    r"give (?:any )?(?:names|numbers|details|figures))\b|"
    r"(?:no, )?(?:i|we)(?: will| am| are|['’]m|['’]re|['’]d)? (?:not|rather not|prefer not to|"
    r"cannot|refuse to|decline to)"
    r" (?:going to |willing to )?(?:say|speculate|comment|talk about|discuss|publish|go into|name|"
    r"answer)\b|(?:i|we) have nothing to (?:say|add)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A denial in the first ``length`` characters of a sentence."""

    length: int
    denies: Aspect
    stance: Stance = "denies"


def answer_of(words: str, *, claimed: bool) -> Answer | None:
    """Return the denial of a short answer; ``claimed``: a claim of others stands just before."""
    if _NO_HARM.match(words) or _NOBODY.match(words):
        return Answer(len(words), "occurrence")
    if len(words) < _LONG and _NO_AND_NOT.match(words):
        return Answer(len(words), "occurrence")
    if _TALES.match(words):
        return Answer(len(words), "occurrence")
    called = _IT_IS_SO.match(words) is not None
    if not called and not claimed:
        return None
    rebuff = _REBUFFS.match(words)
    if rebuff is not None:
        return Answer(len(words) if called else len(rebuff.group().rstrip(_STOPS)), "other")
    return Answer(len(words), "occurrence") if claimed and _NOT_SO.match(words) else None


def silent_on(words: str) -> bool:
    """Say whether the text itself declines to say something."""
    return _SILENT.match(words) is not None
