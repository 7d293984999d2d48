"""Words of a content that give it a stance, or say what is denied: our own patterns."""

from __future__ import annotations

import re

UNTRUE = re.compile(
    r"\b(?:is|was|are|were|’s|'s) (?:simply |plainly |entirely |completely |totally |all |just )?"
    r"(?:untrue|false|not true|made up|pure invention|a hoax|fiction|nonsense|fake|a (?:\w+ )?lie|"
    r"lies|fabricated|a fabrication|baseless|invented|(?:pure |sheer )?fantasy|a fairy[- ]tale)\b|"
    r"\b(?:do(?:es)? not|in no way) corresponds? (?:to|with) (?:the )?(?:reality|truth|facts)\b|"
    r"^(?:(?:that|this|it)(?: is|['’]s) )?(?:simply |just |all )?(?:not true|untrue|lies)[.!,]?$",
    re.IGNORECASE,
)
HOLDS_NONE = re.compile(
    r"\b(?:holds?|held|holding|hid|hides?|hiding|detains?|detained|took|takes|"
    r"arrested|killed|harmed|hurt) "
    r"(?:no ?one|nobody|no-one|no (?:prisoners?|hostages?|civilians?|captives|detainees))\b",
    re.IGNORECASE,
)
HAD_NONE = re.compile(
    r"\b(?:had|have|has) [\"“‘']?(?:no|neither) (?:\w+ )?(?:connection|link|links|involvement|"
    r"knowledge of|contact|responsibility|ties)\b|"
    r"\b(?:had|have|has) [\"“‘']?(?:no|neither) (?:\w+ )?(?:assets|aircraft|troops|forces|units|"
    r"planes|vessels?|ships?|boats?|patrols?|helicopters?|warships?|tanks?|soldiers?|gunboats?|"
    r"snipers?|guns|artillery|men|part|role|presence|prisoners|operations|hand|drones|"
    r"missiles|rockets|mortars|launchers|rocket launchers|guards|jets)\b"
    r"|\b(?:do|does|did) not (?:own|possess|have|operate|use) (?:any )?(?:\w+ )?"
    r"(?:mortars?|guns?|artillery|aircraft|planes?|jets?|drones?|missiles?|rockets?|shells?|"
    r"tanks?|bombs?)\b",
    re.IGNORECASE,
)
# "I gave no such order", "it issued no such threat": whoever is blamed did not do it.
NO_SUCH = re.compile(
    r"\b(?:gave|give|given|issued|made|signed|sent|received|ordered|took|planned|had|have|"
    r"has) no such\b"
    r"|\b(?:gave|issued|signed) (?:no|neither an?) (?:\w+ )?(?:orders?|instructions?|"
    r"commands?|approval|consent)\b"
    r"|\b(?:I|we|he|she|they|it|men|troops|forces|soldiers) (?:ha(?:d|ve|s) )?(?:signed|ordered|"
    r"stole|stolen|looted|shot|burned|burnt|destroyed|fired|hit|struck|shelled|bombed|killed|"
    r"attacked|touched|harmed|arrested|detained|tortured|executed|robbed|targeted|threatened)"
    r"(?: at| on)? (?:nothing|nobody|no one|no-one)\b"
    r"|\bnever (?:gave|issued|signed|sent) (?:that|this|such an?|any such) \w+",
    re.IGNORECASE,
)
# "There was no mast", "there were no shots": that something was there is denied, or happened.
NONE_THERE = re.compile(
    r"(?:no, )?(?:there|that there) (?:is|are|was|were|has been|have been|had been|has never been|"
    r"had "
    r"never been|had ever been) (?:no|not an?|zero|never an?|an?|"
    r"any) (?:[\w-]+ ){0,2}?(?P<noun>[\w-]+)"
    r"(?= (?:in|at|on|from|here|there|within|anywhere|near|of|that|by|since|for)\b|[.,;!]|$)",
    re.IGNORECASE,
)
# The speaker's own side, or somebody's of a name, did nothing.
SIDE_DID_NOT = re.compile(
    r"^(?:not (?:one|a single \w+)|none|nobody|no[- ]one|nothing|any|no [\w-]+(?: [\w-]+)?) of "
    r"(?:our|ours|its|his|her|hers|their|theirs|the [A-Z])"
    r"|^(?:no|any) (?:[\w-]+ )?(?:aircraft|planes?|helicopters?|jets?|drones?|guns?|tanks?|units?|"
    r"troops|forces|soldiers|vessels?|ships?|boats?|vehicles?|patrols?) (?:of (?:ours|theirs|"
    r"the)\b|"
    r"owned by|belonging to|had left the base)"
    r"|^(?:the unit|the brigade|the battalion|it|they|he|she|we) (?:was|were) (?:not|never|"
    r"nowhere) "
    r"(?:in|at|near|within|there|present)\b|\bany presence\b"
    r"|^[Nn]o (?:[A-Z][\w-]+ ){1,2}(?:aircraft|plane|helicopter|jet|drone|gun|tank|unit|troops|"
    r"forces|"
    r"soldier|vessel|ship|boat|vehicle|patrol|crew|officer|fighter|battery)s?\b"
    r"|\bby (?:us|our [\w-]+|its (?:men|forces|troops|fighters|units?|soldiers))$",
)
# What is untrue is a number, or what somebody had in mind.
OF_A_NUMBER = re.compile(
    r"(?:the|that|this|these|such|any) (?:[\w-]+ )?(?:figures?|numbers?|toll|count|tally)\b",
    re.IGNORECASE,
)
ON_PURPOSE = re.compile(
    r"\b(?:deliberate(?:ly)?|on purpose|intentional(?:ly)?|by design)\b", re.IGNORECASE
)
LET_THEM = re.compile(
    r"(?:and |so |please )?let (?!us\b|me\b|there\b|it be\b|alone\b)", re.IGNORECASE
)
# An alibi of the speaker's own side: "our guns were silent", "its jets were in their hangars".
AT_REST = re.compile(
    r"^(?:(?:At|On|In|During|That|All) [^,.;]{1,40}?,? )?(?:all )?(?:[Oo]ur|its|his|my|Its|His|My) "
    r"(?:[\w-]+ )?(?:artillery|guns?|batter(?:y|ies)|aircraft|planes?|jets?|drones?|helicopters?|"
    r"ships?|vessels?|boats?|tanks?|units?|forces|troops|men|soldiers|crews?|patrols?) "
    r"[\"“‘']?(?:was|were|had been) [\"“‘']?(?:all |still )?(?:silent|idle|at rest|grounded|"
    r"resting|moored|docked|"
    r"nowhere near|(?:not|never) (?:near|within|over)|"
    r"berthed|\d[^.;]{1,30} (?:away|off)\b|\d[\d.,]* (?:kilomet\w+|km|miles) (?:from|to)\b|"
    r"on leave|in (?:their|its|the) (?:barracks|hangars?|base|"
    r"port|harbour)|in (?:barracks|port|harbour)|at (?:anchor|base|home)|"
    r"(?:[\w-]+ )?(?:kilomet\w+|miles) away|elsewhere)\b"
    r"|^(?:[Oo]ur|[Ii]ts|[Hh]is|[Mm]y|[Tt]heir) (?:nearest|closest) "
    r"[\w -]{3,30}?,?(?: [^,.;]{1,20},)? "
    r"(?:was|is|were|stood|stands|lay|lies|had been) (?:[\w-]+ ){0,4}?\d"
)
# What was said before is pointed to: "that", "these words".
POINTING = re.compile(r"(?:that|this|it|them|these|those)\b[ ,]", re.IGNORECASE)
LABELLED_UNTRUE = re.compile(
    r"\b(?:made up|pure invention|hoax|fiction|fairy[- ]tales?|fabricat\w+|false|untrue|lies?|"
    r"baseless|nonsense|absurd|groundless|invented)\W?$",
    re.IGNORECASE,
)
# What others say, and not what happened, is labelled.
OF_WORDS = re.compile(
    r"\b(?:reports?|claims?|accusations?|allegations?|accounts?|stor(?:y|ies)|versions?|charges?|"
    r"lists?|figures?|tolls?|numbers?|videos?|footage|testimon(?:y|ies)|evidence|findings?|"
    r"statements?|ledgers?|papers?|documents?|letters?|recordings?|photographs?|pictures?|images?|"
    r"orders?|logs?|minutes|dossiers?|intercepts?|certificates?|findings)\b",
    re.IGNORECASE,
)
SCORNED = re.compile(
    r"\b(?:theatre|theater|fantas\w+|propaganda|rumou?rs?|gossip|exaggerat\w+|hysteri\w+|dubious|"
    r"absurd|ridiculous|ludicrous|politic\w+|a campaign|speculation|a stunt|grotesque|laughable|"
    r"preposterous|cynical|nonsensical|far-fetched|insulting|offensive|a (?:\w+ )?joke|forger(?:y|"
    r"ies)|slander(?:ous)?|libel|calumny|defamat\w+|"
    r"forged|doctored|hearsay|a smear|misleading|one-sided|fakes?|"
    r"faked)\b",
    re.IGNORECASE,
)
SPUN = re.compile(
    r"\b(?:fabrication|invention|fiction|provocation|lies|tissue) (?:by|of|from|timed|designed|"
    r"meant|to)\b",
    re.IGNORECASE,
)
REVILED = re.compile(
    r"\b(?:cowardly|barbar\w+|heinous|shameful|disgrac\w+|an outrage|outrageous|despicable|"
    r"abhorrent|monstrous|crime (?:before|against) God|an abomination|unforgivable|savage)\b",
    re.IGNORECASE,
)
DOUBTED = re.compile(
    r"\b(?:not|hardly) (?:credible|plausible|convincing)\b|\bno (?:evidence|proof|basis)\b|"
    r"\b(?:exaggerat\w+|inflated|implausible|unfounded|fantas(?:y|ies)|propaganda)\b|"
    r"\b(?:does|do|did) not (?:add up|prove|support|match|stand up|hold water)\b|"
    r"\b(?:does|do|did) not believe (?:a (?:single )?word|any) of\b|"
    r"\bproves? nothing\b|\bmakes no sense\b|\bnot (?:supported|borne out) by\b|"
    r"\bfar from (?:clear|certain)\b|\b(?:is|are|was|were) (?:un(?:proven|founded)|absurd)\b|"
    r"\b(?:hard|difficult|impossible) to (?:reconcile|believe|square|credit|take seriously)\b|"
    r"\b(?:that|this) is not what\b|\b(?:is|was|are|were) (?:still |simply |just )?lying\b",
    re.IGNORECASE,
)
SCALE = re.compile(
    r"\b(?:toll|numbers?|figures?|counts?|totals?|list|scale|estimates?|statistics|tally)\b|"
    r"\b\d[\d,.]*\b",
    re.IGNORECASE,
)
DOING = re.compile(
    r"\b(?:carrying out|its|their|our|his|her|we|ordered|ordering|knowledge|accusations?|"
    r"allegations?|charges?|"
    r"claims?|it)\b|^[a-z]+ing\b|\b(?:bombed|shelled|fired|struck|attacked|hit) ",
    re.IGNORECASE,
)
PART = re.compile(
    r"\b(?:responsib\w+|involve\w+|role|part in|hand in|taken? part|took part|carried out|behind|"
    r"complicity|guilt|blame|links?|connection|ties)\b|"
    r"^(?!holding|having|any)\w+ing (?!was|were|had|has|took|of|in|at|on)\w",
    re.IGNORECASE,
)
SILENT = re.compile(
    r"^no comment\b|\b(?:will|can|could|would)(?:n['’]t| ?not) comment\b", re.IGNORECASE
)
HAPPENING = re.compile(
    r"^(?:that )?(?:any|anyone|anybody|anything|there|holding|nobody|no one|no|"
    r"(?:the |an |a )?(?:attacks?|strikes?|massacre|killings?|incident|raids?|shelling|bombing|"
    r"reports?)\b(?! (?:was|were) carried))|\b(?:took place|happened|occurred|existence|ever)\b",
    re.IGNORECASE,
)
SELF = (
    r"\b(?:i|we|he|she|they)(?:['’]d|['’]ve)? "
    r"(?:(?:had|have|then|also|all|myself|both|only|personally|just|could) ){0,3}"
)
SAW = re.compile(
    SELF
    + r"(?:saw|seen|see|watched|witnessed|counted|touched|noticed|spotted)\b(?! (?:no|nothing)\b)|"
    r"^(?:having )?(?:seeing|watching|counting|witnessing|seen|watched)\b|\bown eyes\b",
    re.IGNORECASE,
)
HEARD = re.compile(SELF + r"(?:heard|hear)\b|^(?:having heard|hearing)\b", re.IGNORECASE)
TOLD = re.compile(r"\b(?:i|we|he|she|they) (?:was|were|had been) told\b", re.IGNORECASE)
WILL = re.compile(
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
    r"\bwould (?:all )?be (?:investigated|examined|punished|prosecuted|compensated|avenged)\b|"
    r"\bwill (?:all )?be (?:investigated|examined|punished|held|brought|prosecuted|compensated|"
    r"rebuilt|avenged|found)\b|"
    r"\bwill (?:pay|answer|meet the same|face justice|be (?:answered|met with|repaid|"
    r"hunted down))\b|"
    r"\b(?:is|are|was|were|stands?|stood) (?:fully )?(?:ready|prepared|willing) to (?!die\b|say\b)",
    re.IGNORECASE,
)
DID = (
    r"(?:have |had |has )?(?:shot|struck|hit|destroyed|killed|attacked|brought|downed|targeted|"
    r"bombed|shelled|ambushed|blew|blown|carried out|executed|seized|captured|sank|sunk|landed|"
    r"fired)"
)
WE_DID = re.compile(
    rf"\b(?:we|our (?:\w+ )?\w+|one of our \w+|its (?:\w+ )?\w+) {DID}\b", re.IGNORECASE
)
I_DID = re.compile(
    r"\bI (?:did it|killed|shot (?:him|her|them|at)|fired (?:at|on)|gave the order|"
    r"was ordered to)\b|\b[Ii]t was our (?:own )?(?:shells?|missiles?|drones?|bombs?|"
    r"rockets?|mistake|fault|"
    r"fire|battery|aircraft|men|doing)\b|\b(?:we|I) (?:made a (?:terrible |grave )?mistake|"
    r"were wrong|was wrong)\b"
)
IT_WAS_US = re.compile(
    r"\b(?:it was us|we did (?:it|this|that)\b(?! not)|this was us)\b", re.IGNORECASE
)
IT_DID = re.compile(rf"^(?:that )?(?:it|they|he|she|its \w+|their \w+) {DID}\b", re.IGNORECASE)
FIGHTERS = re.compile(
    r"\b(?:rebels?|militias?|army|forces|fighters?|group|movement|front|brigade|command|"
    r"guerrillas?|"
    r"rebel band|armed group|militants?|insurgents?|separatists?|legion|league|column|volunteers|"
    r"commander|corps|military|"
    r"unit|general|colonel)\b",
    re.IGNORECASE,
)
