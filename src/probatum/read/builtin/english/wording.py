"""English words that say how contents hang together."""

from __future__ import annotations

import re

from probatum.read.builtin.wording import Wording

_SORTS = {
    "held": "hold holds holding held detain detained detaining detention arrest arrests arrested "
            "arresting prisoner prisoners captive captives captivity took taken takes custody "
            "abducted abduction hostage hostages kidnapped seized jailed imprisoned prison "
            "detainees detainee",
    "fired": "fire fired firing shell shells shelled shelling bomb bombs bombed bombing artillery "
             "strike strikes struck rocket rockets missile missiles aircraft jet jets plane planes "
             "drone drones guns mortar mortars warplanes attack attacked attacks raid",
    "killed": "kill kills killed killing killings dead died die deaths death shot executed "
              "execution executing murder murdered massacre massacred slaughter toll",
    "burnt": "burn burned burnt burning fire blaze petrol arson torched flames",
    "gas": "gas chlorine poison chemical chemicals nerve fumes smoke",
    "there": "troops units unit soldiers men fighters forces boats vessels patrol patrols brigade",
    "moved": "removed deported deportation resettlement resettled expelled moved driven drove "
             "transferred transfer evacuated evacuation",
}  # fmt: skip
_EMPTY = frozenset(
    "with that this from they were been have their when what which would could there then than "
    "into over after before said only even more most some such ever never anyone anybody anything "
    "nobody about under near where while them those these other will just also very".split()
)

ENGLISH = Wording(
    empty=_EMPTY,
    sorts={word: sort for sort, words in _SORTS.items() for word in words.split()},
    deeds=frozenset({"held", "fired", "killed", "burnt", "gas"}),
    points_back=re.compile(
        r"(?:that|this|it|(?:(?:th(?:e|is|at|ese|ose)|such) )?(?:claim|accusation|account|"
        r"allegation|charge|finding|report|suggestion|version)s?)\b",
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
    is_part=re.compile(r"\s+(?:of\b|more\b|others?\b|further\b)"),
    is_more=re.compile(r"\b(?:another|further|additional|other)\s+$", re.IGNORECASE),
    not_whole=re.compile(
        r"\b(?:could|may|might|already|until then|by then|at first|last year|"
        r"each year|every year|a year ago|annually|in an average year)\b",
        re.IGNORECASE,
    ),
)
