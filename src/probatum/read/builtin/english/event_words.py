"""Words for what happens in war, by code of the vocabulary act-type. Ordinary words, our choice.

*Firm* words tell of an event by themselves; others only speak of one that the text has, or need a
weapon, a victim or a body beside them.
"""

from __future__ import annotations

import re

from probatum.read.builtin.english.cues import forms

__all__ = [
    "ANOTHER", "ATTACKS", "BODIES", "FIRM_NOUN", "FIRM_VERB", "MEDICAL", "PEOPLE", "TARGETS",
    "TOTALS", "WARS",
    "WEAK_NOUN", "WEAK_VERB", "WEAPON", "base",
]  # fmt: skip

_NOUNS = {
    "air-strike": "airstrike air-strike bombing airraid air-raid",
    "shelling": "shelling bombardment barrage salvo shellfire cannonade",
    "shooting": "shooting gunfire shot shots sniping fusillade crossfire",
    "killing": "killing massacre murder slaughter execution beheading lynching assassination "
               "slaying bloodbath hanging drowning shootout killing-spree",
    "detention": "detention sweep arrest abduction kidnapping kidnap round-up roundup "
                 "capture seizure imprisonment hijacking hostage-taking internment",
    "enforced-disappearance": "disappearance",
    "torture": "torture beating ill-treatment mistreatment maltreatment flogging "
               "whipping electrocution",
    "sexual-violence": "rape gang-rape",
    "forced-transfer": "deportation expulsion eviction uprooting",
    "pillage": "looting pillage plunder pillaging plundering ransacking",
    "destruction": "destruction demolition arson burning razing sinking shipwreck capsizing "
                   "derailment collapse",
    "siege": "siege blockade encirclement",
    "found-bodies": "exhumation",
    "use-of-human-shields": "",
    "other": "attack assault explosion blast raid ambush detonation strike atrocity crash stabbing "
             "poisoning poison-gas shoot-out stampede firebombing car-bombing bomb-blast",
}  # fmt: skip
_WEAK_NOUNS = {
    "killing": "death toll fatality deaths casualty victim",
    "injury": "injury wound",
    "found-bodies": "grave body corpse",
    "destruction": "breach damage rubble ruin ruins wreckage fire blaze inferno",
    "evacuation": "evacuation",
    "forced-transfer": "removal resettlement displacement",
    "rescue": "rescue release",
    "movement-of-forces": "incursion invasion offensive advance withdrawal operation push storming",
    "other": "incident event tragedy violence hostilities clash fighting battle massacre-site "
    "carnage",
}
_VERBS = {
    "air-strike": "bomb",
    "shelling": "shell bombard pound",
    "shooting": "shoot",
    "killing": "kill murder massacre slaughter behead execute lynch assassinate slay strangle",
    "injury": "wound injure maim hurt",
    "detention": "detain arrest abduct kidnap imprison capture jail",
    "enforced-disappearance": "disappear vanish",
    "torture": "torture beat electrocute whip flog mistreat waterboard starve maltreat ill-treat",
    "sexual-violence": "rape",
    "forced-transfer": "deport expel evict uproot",
    "pillage": "loot pillage plunder ransack",
    "destruction": "destroy demolish burn torch raze flatten damage collapse shatter level gut "
                   "wreck dynamite sink capsize scuttle torpedo",
    "siege": "besiege blockade encircle",
    "found-bodies": "exhume unearth",
    "other": "attack assault explode detonate ambush storm raid strike stab poison ram hijack "
             "sabotage derail strafe mine crash booby-trap",
}  # fmt: skip
_WEAK_VERBS = {
    "killing": "die perish drown suffocate asphyxiate freeze bleed choke",
    "other": "hit target fire open launch fall land drop impact rain lob hurl",
    "detention": "take hold seize lead round march drag snatch bundle lock intern",
    "found-bodies": "find discover recover bury dig",
    "forced-transfer": "drive transfer force remove",
    "pillage": "steal",
    "destruction": "set cut blow",
    "evacuation": "evacuate",
    "rescue": "rescue free release",
}
_IRREGULAR = {
    "shot": "shoot", "shooting": "shoot", "shoots": "shoot", "slain": "slay", "slew": "slay",
    "beat": "beat", "beaten": "beat", "struck": "strike", "stricken": "strike", "hit": "hit",
    "hitting": "hit", "hurt": "hurt", "hurting": "hurt", "burnt": "burn", "fell": "fall",
    "fallen": "fall", "found": "find", "took": "take", "taken": "take", "taking": "take",
    "held": "hold", "led": "lead", "dug": "dig", "stole": "steal", "stolen": "steal",
    "drove": "drive", "driven": "drive", "set": "set", "setting": "set", "cut": "cut",
    "cutting": "cut", "blew": "blow", "blown": "blow", "dropped": "drop", "dropping": "drop",
    "died": "die", "dying": "die", "kidnapped": "kidnap", "kidnapping": "kidnap",
    "stabbed": "stab", "stabbing": "stab", "expelled": "expel", "expelling": "expel",
    "levelled": "level", "gutted": "gut", "gutting": "gut", "shattered": "shatter",
    "rammed": "ram", "ramming": "ram", "whipped": "whip", "flogged": "flog", "dragged": "drag",
    "dragging": "drag", "sank": "sink", "sunk": "sink", "froze": "freeze", "frozen": "freeze",
    "bled": "bleed",
}  # fmt: skip
_WEAPONS = {
    "air-strike": "missile drone aircraft jet warplane bomb bomber helicopter plane airstrike air "
                  "glide uav drones missiles bombs jets warplanes helicopters planes bombers",
    "shelling": "artillery mortar rocket shell howitzer tank grad mortars rockets shells howitzers "
                "tanks gun guns cannon",
    "shooting": "gunman gunmen sniper snipers rifle rifles bullet bullets machine-gun "
                "machinegun small-arms small-calibre firing-squad gunfire",
}  # fmt: skip
MEDICAL = frozenset("hospital hospitals clinic clinics ambulance ambulances maternity ward medics "
                     "paramedics dispensary surgery infirmary paramedic medic".split())  # fmt: skip
BODIES = frozenset(
    "body bodies corpse corpses remains grave graves dead skeleton skeletons".split()
)
PEOPLE = frozenset(
    "people person man men woman women child children boy boys girl girls civilian civilians "
    "villager "
    "villagers resident residents prisoner prisoners hostage hostages brother brothers sister son "
    "sons father fathers husband husbands wife mother family families them him her others detainee "
    "detainees captive captives neighbour neighbours worker workers teacher teachers journalist "
    "doctor doctors mayor farmer farmers fisherman fishermen pensioner pensioners crew members "
    "driver drivers passengers pupil pupils students us me dozens hundreds".split()
)
# What is hit in an attack, by one word.
TARGETS = frozenset(
    "building house home block flat apartment school kindergarten university hospital clinic "
    "market bakery shop church mosque temple cathedral chapel synagogue factory mill "
    "warehouse depot silo store plant refinery substation station terminal port harbour "
    "harbor pier quay airport airfield runway hangar bridge dam road railway train bus lorry "
    "truck van car taxi ambulance convoy column boat ship vessel ferry tanker trawler barge "
    "tractor queue crowd procession wedding funeral shelter camp tent checkpoint post base "
    "barracks village town city quarter district street square courtyard roof wall tower "
    "hotel cafe restaurant office library museum theatre prison cellar basement generator "
    "pump well tank stage platform stall".split()
)
WARS = frozenset("war conflict fighting invasion campaign offensive violence uprising".split())
# A sentence with these counts over a time or a country, not one event.
TOTALS = re.compile(
    r"\bsince (?!then\b|dawn\b|noon\b|yesterday\b|last night\b|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)|"
    r"\bnationwide\b|\b(?:across|throughout) the (?:\w+ )?(?:country|nation|region|province|"
    r"territory)\b|"
    r"\bso far this year\b|\b(?:during|of|in) the (?:war|conflict)\b",
    re.IGNORECASE,
)
ATTACKS = frozenset({"air-strike", "shelling", "shooting", "other"})
ANOTHER = frozenset("another second separate earlier previous similar further third new fresh "
                    "other later subsequent next fourth".split())  # fmt: skip
_COUNTED_DOUBLE = frozenset(
    "ram stab kidnap expel hit hurt set cut drop shoot gut whip flog level drag".split()
)


def _verbs(table: dict[str, str]) -> dict[str, str]:
    return {
        form: code
        for code, verbs in table.items()
        for verb in verbs.split()
        for form in (forms(verb) if verb not in _COUNTED_DOUBLE else (verb, verb + "s"))
    }


def _nouns(table: dict[str, str]) -> dict[str, str]:
    return {
        form: code
        for code, nouns in table.items()
        for noun in nouns.split()
        for form in (noun, noun + ("es" if noun.endswith(("s", "sh", "ch")) else "s"))
    } | {"bodies": "found-bodies", "injuries": "injury", "casualties": "killing",
         "fatalities": "killing", "atrocities": "other", "tragedies": "other"}  # fmt: skip


FIRM_VERB, WEAK_VERB = _verbs(_VERBS), _verbs(_WEAK_VERBS)
_BASE_FIRM = {verb: code for code, verbs in _VERBS.items() for verb in verbs.split()}
_BASE_WEAK = {verb: code for code, verbs in _WEAK_VERBS.items() for verb in verbs.split()}
for _form, _base in _IRREGULAR.items():
    if _base in _BASE_FIRM:
        FIRM_VERB[_form] = _BASE_FIRM[_base]
    elif _base in _BASE_WEAK:
        WEAK_VERB[_form] = _BASE_WEAK[_base]
FIRM_NOUN, WEAK_NOUN = _nouns(_NOUNS), _nouns(_WEAK_NOUNS)
WEAPON = {word: code for code, words in _WEAPONS.items() for word in words.split()}


def base(verb: str) -> str:
    """Return the base of an irregular verb form, other words as they are."""
    return _IRREGULAR.get(verb, verb)
