"""Whether a label that is put on what others say casts doubt on it: "the findings 'a novel'".

Whoever gives a name to an account, a count or an allegation, and not a fair one, doubts it. Of the
event itself, or of "it", only a word for what is made up or acted does.
"""

from __future__ import annotations

import re
from typing import Literal

_ACCOUNT = (
    r"(?:accounts?|accusations?|allegations?|arithmetic|assertions?|assessments?|calculations?|"
    r"charges|claims?|conclusions?|counts?|denials?|dossiers?|estimates?|explanations?|"
    r"figures?|findings?|insinuations?|narratives?|numbers|recordings?|reporting|rumou?rs?|"
    r"statistics|stor(?:y|ies)|suggestions?|tall(?:y|ies)|testimon(?:y|ies)|theor(?:y|ies)|tolls?|"
    r"versions?)"
)
_WHOSE = (
    r"(?:the|this|that|these|those|such|all|any|his|her|their|your|"
    r"(?:[\w-]+ ){1,4}?[\w-]+['’]s?)"
)
_OF_WORDS = re.compile(
    rf"{_WHOSE} (?:[\w-]+ ){{0,3}}?{_ACCOUNT}\b(?P<label> [^.;:]+)", re.IGNORECASE
)
_BLAMING = re.compile(r"\b(?:accusation|charge)s?\b", re.IGNORECASE)
# A fair name for an account, or one for what it tells of.
_FAIR = re.compile(
    r"\b(?:credible|accurate|correct|true|truthful|convincing|reliable|consistent|detailed|"
    r"conservative|harrowing|horrif\w+|shocking|chilling|disturbing|distressing|alarming|"
    r"worr\w+|troubl\w+|grim|appalling|heart-?\w+|devastating|damning|compelling|"
    r"important|significant|serious|grav\w+|thorough|welcome|courageous|brave|balanced|helpful|"
    r"useful|fair|plausible|likely|solid|historic|milestone|wake-up|step|preliminary|provisional|"
    r"initial|tentative|early|draft|confidential|final|official|definitive|under-?estimates?|minim\w+|"
    r"tip|start|unprecedented|most|worst|first|highest|lowest|largest|sobering|staggering|sad|"
    r"tragic|proof|evidence|confirmation|crimes?|murder|massacre|genocide|robust|independent|"
    r"unacceptable|intolerable|record|reminder|warning|indictment|secret|classified|overwhelming|"
    r"clear|strong|sufficient|cry|only|beginning|regrettable|moving|powerful|vivid|painful|"
    r"unbearable|extraordinary|remarkable|impressive|authentic|genuine|valuable|vital|key|new|"
    r"encouraging|positive|good|comprehensive|complete|exhaustive|careful|meticulous|professional|"
    r"objective|frank|sincere|honest|candid|stark|dire|dramatic|terrifying|frightening|"
    r"unspeakable|unimaginable|inhuman|(?<!not )(?:backed|supported|confirmed|corroborated))\b",
    re.IGNORECASE,
)
_MADE_UP = (
    r"(?:(?:an?|the|pure|sheer|another|enemy|old|bad|cheap|mere|yet|just|complete|total|wild|"
    r"bazaar|bar-?room|market|village|kitchen|tavern|street|coffee-?house|hostile|foreign|western|"
    r"propagandist|clumsy|crude) )*"
    r"(?:novels?|fiction|film|movie|(?:film |movie )?scripts?|screenplays?|fantas(?:y|ies)|"
    r"fairy[- ](?:tales?|stor(?:y|ies))|fables?|legends?|myths?|(?:tall |old wives['’] )?tales?|"
    r"gossip|chatter|talk|hearsay|(?:pure )?inventions?|fabrications?|figments?|bedtime "
    r"stor(?:y|ies)|"
    r"make-believe|hoax(?:es)?|rubbish|nonsense|drivel|concoctions?|staged|poetry|"
    r"science fiction|disinformation|misinformation|fake news|forger(?:y|ies)|"
    r"slander|libel|smears?)\b(?! by (?:the )?[A-Z])"
)
_ACTED = (
    r"(?:(?:an?|the|pure|sheer|another|cheap|mere|macabre|ghoulish|cynical|grotesque|puppet) )*"
    r"(?:shows?|theatre|theater|spectacle|performance|stunt|staged|staging|stage-managed|"
    r"set-?up|puppet show)\b"
)
_EVENT = (
    r"(?:attacks?|strikes?|raids?|shelling|bombings?|massacre|killings?|shootings?|explosions?|"
    r"blasts?|incidents?|ambush|exhumations?|excavations?|funerals?|burials?|rescue|poisonings?|"
    r"graves?|abductions?|kidnappings?|disappearances?|arrests?|beatings?|evacuations?)"
)
_OF_EVENT = re.compile(
    rf"(?:the|this|that|these|those|any) (?:[\w-]+ ){{0,3}}?{_EVENT}(?: (?:in|at|on|of|near) "
    rf"[\w-]+(?: [\w-]+)?)? (?:as )?[\"“‘']?(?:{_MADE_UP}|{_ACTED})",
    re.IGNORECASE,
)
_OF_IT = re.compile(rf"(?:it|this|that|these|those) (?:all )?(?:as )?[\"“‘']?{_MADE_UP}", re.I)
_SAID_OF = re.compile(
    rf"{_WHOSE} (?:[\w-]+ ){{0,3}}?{_ACCOUNT}(?: (?:of|about) (?:[\w-]+ ){{0,3}}[\w-]+)? "
    rf"(?:is|are|was|were|had been) [\"“‘']?{_MADE_UP}",
    re.IGNORECASE,
)
_LONGEST = 160  # characters


def doubted_by_label(content: str) -> Literal["occurrence", "attribution"] | None:
    """Return what is doubted by "the findings 'a novel'", as what somebody calls them."""
    if _OF_IT.match(content) or _OF_EVENT.match(content):
        return "occurrence"
    found = _OF_WORDS.match(content[:_LONGEST])
    if found is None or _FAIR.search(found["label"]):
        return None
    return "attribution" if _BLAMING.search(content, 0, found.start("label")) else "occurrence"


def said_to_be_made_up(content: str) -> bool:
    """Say whether a content holds an account to be made up: "the story was 'a film script'"."""
    return _SAID_OF.match(content) is not None
