"""English words that say how contents hang together."""

from __future__ import annotations

import re

from probatum.read.builtin.english.excuses import EXCUSES, UNEXCUSED
from probatum.read.builtin.wording import Wording

_SORTS = {
    "held": "hold holds holding held detain detained detaining detention arrest arrests arrested "
            "arresting prisoner prisoners captive captives captivity took taken takes custody "
            "abducted abduction hostage hostages kidnapped seized jailed imprisoned prison "
            "detainees detainee",
    "fired": "fire fired firing shell shells shelled shelling bomb bombs bombed bombing artillery "
             "strike strikes struck rocket rockets missile missiles aircraft jet jets plane planes "
             "drone drones guns mortar mortars warplanes mined blew blown attack "
             "attacked attacks raid",
    "killed": "kill kills killed killing killings dead died die deaths death shot executed "
              "execution executing murder murdered massacre massacred slaughter toll "
              "harmed harm hurt injured injuring injuries wounded wounding "
              "victims casualties lives mistreated beaten tortured",
    "burnt": "burn burned burnt burning fire blaze petrol arson torched flames",
    "gas": "gas chlorine poison chemical chemicals nerve fumes smoke",
    "there": "troops units unit soldiers men fighters forces boats vessels patrol patrols brigade",
    "moved": "removed deported deportation resettlement resettled expelled moved driven drove "
             "transferred transfer evacuated evacuation",
}  # fmt: skip
_EMPTY = frozenset(
    "with that this from they were been have their when what which would could there then than "
    "into over after before said only even more most some such ever never anyone anybody anything "
    "nobody about under near where while them those these other will just also very "
    "the and was had not who for but his her him she its our any all out off has are one two you "
    "did how why may can yet nor too own say says now got get see saw let put few per via".split()
)

ENGLISH = Wording(
    empty=_EMPTY,
    sorts={word: sort for sort, words in _SORTS.items() for word in words.split()},
    deeds=frozenset({"held", "fired", "burnt", "gas"}),
    shortest=3,
    points_back=re.compile(
        r"(?:that|this|these|those|it|them|both|(?:none|all|any|much) of (?:it|this|that)|"
        r"(?:(?:th(?:e|is|at|ese|ose)|such|any such|his|their|your|our|its) )?"
        r"(?:whole |entire |latest )?"
        r"(?:claim|accusation|account|allegation|charge|finding|report|suggestion|version|story|"
        r"stories|lie|boast|rumour|rumor|assertion|contention|narrative|"
        r"explanation|theory|arithmetic|denial|insinuation|slander|smear|tale)s?)\b",
        re.IGNORECASE,
    ),
    retort=re.compile(
        r"(?:(?:(?:this|that|it|these|those|they|all) (?:is|was|are|were)|(?:this|that|it)[’']s) )?"
        r"(?:(?:just|all|a|an|utter|pure|complete|absolute|total|simply|plain|another|more) ){0,2}"
        r"(?:lies?|lying|liars?|rubbish|nonsense|false|fake|fakes|untrue|wrong|garbage|bullshit|"
        r"propaganda|slander|fiction|fantasy|fairy tales?|inventions?|invented|baseless|absurd|"
        r"ridiculous|disinformation|rumours?|rumors?|nothing of the (?:sort|kind)|"
        r"not (?:so|true|correct|the case)|no truth in (?:it|this|that))[.!]?\Z",
        re.IGNORECASE,
    ),
    belies=re.compile(
        r"\b(?:(?:a|an|is|are|was|were|be|as|utter|pure|sheer|total) (?:\w+ )?[“\"‘']?(?:\w+ )?"
        r"(?:lies?|invention|fabrication|fabricated|nonsense|absurd|false|untrue|baseless|"
        r"unfounded|groundless|slander|smear|fiction|film script|fairy tale|hoax|myth|made up|"
        r"invented|rubbish|propaganda|ridiculous|grotesque|hearsay|misleading|staged)|"
        r"not true|no truth|never happened|did not happen|contradicted by)\b",
        re.IGNORECASE,
    ),
    negates=re.compile(
        r"(?:no\b|nobody|none|neither|not one\b|"
        r"there (?:is|was|are|were|has been|had been|have been) (?:no|never|not)\b|"
        r"(?:she|he|it|they|we|i|you) (?:\w+ )?(?:not|never|cannot)\b|"
        r"(?:she|he|it|they|we) (?:had|have|has|gave|took) (?:\w+ )?no\b|"
        r"(?:she|he|it|they|we|i|you) \w+n[’']t\b)",
        re.IGNORECASE,
    ),
    mishap=re.compile(
        r"\b(?:an? (?:\w+ )?(?:accident|malfunction|short circuit|gas leak|gas tank|power line|"
        r"stove|"
        r"heater|electrical fault|technical fault|misfire|lightning|weak heart|heart attack)|"
        r"accidental(?:ly)?|by accident|technical failure|mechanical (?:failure|fault)|"
        r"caught fire by (?:itself|themselves|accident)|natural causes|typhus|cholera|illness|"
        r"pneumonia|drowned while|gas depot|ammunition depot|own mines?|fuel tank|boiler|"
        r"bad weather|a storm|engine failure|pilot error)\b",
        re.IGNORECASE,
    ),
    excuses=EXCUSES,
    unexcused=UNEXCUSED,
    vague=re.compile(r"\b(?:dozens|scores|hundreds|thousands|millions)\Z", re.IGNORECASE),
    is_part=re.compile(
        r"\s+(?:of (?:th|whom|us)|more\b|others?\b|further\b|(?:\w+ ){0,3}(?:in (?:intensive|an? "
        r"(?:critical|serious|grave)|critical|serious|grave)|critically|seriously|severely))"
    ),
    is_more=re.compile(r"\b(?:another|further|additional|other)\s+$", re.IGNORECASE),
    not_whole=re.compile(
        r"\b(?:this year|so far this|in the whole of|could|may|might|already|until then|"
        r"by then|at first|first (?:count|toll|figure)|initial(?:ly)?|"
        r"earlier (?:count|toll|figure)|"
        r"previous(?:ly)?|last year|"
        r"each year|every year|a year ago|annually|in an average year)\b",
        re.IGNORECASE,
    ),
)
