"""Words by which a sentence of the text's own voice bears on an event: our own patterns."""

from __future__ import annotations

import re

JOINED = re.compile(
    r"(?P<clause>[^,;]{8,300}?)(?:;|,? (?:as|while|but|and|even as|whereas|where)) (?:the"
    r" )?(?:an? )?$|(?P<what>[^,;]{8,300}?) (?:by|in|after|amid|with) what $"
)
# What was done about it, in a text that has told of an event: no event of its own, but of scope.
DONE = re.compile(
    r"\b(?:was|were|has been|have been|had been|is|are|remained?|will be) (?:\w+ )?(?:closed|"
    r"halted|"
    r"suspended|sealed|evacuated|cancelled|canceled|arrested|charged|questioned|reopened|banned|"
    r"blocked|turned back|grounded|buried|identified|moved|relocated|resettled|deployed|released|"
    r"freed|exchanged|lifted|imposed|searched|convicted|sentenced|tried|extradited|cut off|"
    r"investigated|handed over|evicted|exhumed|rescued|repaired|rebuilt|dismissed|sacked)\b|"
    r"\b(?:will|would) (?:resume|reopen|continue|begin|start|go on)\b|"
    r"^No (?:such |other |more )?[\w-]+(?: [\w-]+){0,3} (?:was|were|has been|have been) \w+|"
    r"\b(?:has|have|had) not been (?:found|seen|returned|released|charged|tried|identified)\b|"
    r"\b(?:was|were|has been|have been|had been) (?:handed to|taken to|brought to|moved"
    r" to|driven to|"
    r"sent to|flown to|carried to|let go|allowed home|returned to)\b|"
    r"^(?:None|Not one|Few|Only \w+) of (?:them|the \w+) (?:came|returned|has|have|was|were"
    r"|survived)\b|"
    r"^(?:He|She|They|The \w+) (?:has|have) (?:today |since |now )?(?:summoned|expelled"
    r"|recalled|closed|"
    r"suspended|lodged|filed|handed|withdrawn|ordered|asked|imposed|declared|opened|launched)\b|"
    r"^(?:He|She|They) (?:is|are|was|were) (?:alive|dead|safe|free|unhurt|home)\b|"
    r"\bagreed (?:\w+ ){0,3}to (?:withdraw|release|exchange|hand|halt|stop|open|allow|send"
    r"|form|set|a)\b|"
    r"\b(?:blocked|occupied|marched|protested|rallied|demonstrated) (?!by\b)|"
    r"\b(?:photo|photograph|picture|video|clip|image|footage)s?\b.{0,60}\b(?:is|was|are"
    r"|were) (?:not )?"
    r"(?:from|filmed|taken|shot|made|old|fake)\b|"
    r"\b(?:photo|photograph|picture|video|clip|image)\b.{0,60}, it (?:is|was) (?:not )?"
    r"(?:from|filmed|taken)|"
    r"\b(?:do|does|did) not support (?:that|this|the) (?:account|claim|version)\b|"
    r"\b(?:lies?|lay) (?:[\w-]+ ){0,5}(?:inside|outside|within) (?:the )?(?:territory|border"
    r"|area|zone|village)|"
    r"\blost (?:\w+ )?(?:\w+ )?(?:parents|wife|husband|sons?|daughters?|brothers?|sisters?|"
    r"children|"
    r"mother|father|family|arms?|legs?|home|sight|hand|eye)\b|"
    r"\b(?:was|were) (?:held|controlled|occupied|defended) (?:\w+ ){0,4}by\b|"
    r"\b(?:opened|launched|began|ordered|announced) an? (?:\w+ )?(?:inquiry|investigation|probe|"
    r"case)\b|"
    r"\b(?:judge|court|tribunal|magistrate|bench|chamber)\b.{0,60}?\b(?:rejected|dismissed|granted|"
    r"denied|upheld|adjourned|sentenced|convicted|acquitted|overturned|quashed|lifted|ordered)\b|"
    r"\b(?:trial|hearing|inquest|case|proceedings) (?:resumes?|opens?|begins?|was "
    r"adjourned)\b|\b(?:was|were) (?:acquitted|indicted|found guilty|cleared|jailed)\b|"
    r"\bsentenced (?:him|her|them|both|all)\b|"
    r"\bthis reporter (?:saw|counted|found|heard)\b",
    re.IGNORECASE,
)
SIZES = re.compile(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|"
    r"hundreds|thousands)(?: of)? (?:\w+ )?(?:names|cases|deaths|attacks|incidents|bodies|graves|"
    r"people|persons|inhabitants|residents|families|houses|homes|prisoners|detainees|hostages|"
    r"victims|strikes|violations|survivors|casualties|disappearances)\b",
    re.IGNORECASE,
)
NOW = re.compile(
    r"\b(?:tonight|today|yesterday|this (?:morning|afternoon|evening)|last night|overnight|"
    r"right now|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
UNVERIFIED = re.compile(
    r"\bnot (?:immediately |yet |fully )?(?:clear|known)\b|"
    r"\b(?:is|was|remains?|remained) unclear\b|"
    r"\b(?:could not|cannot|was not able to|were not able to|ha(?:s|ve|d) not been able to|"
    r"unable to) "
    r"(?:be )?(?:immediately |independently )?(?:verif|confirm|reach|establish)|\bcould not be "
    r"(?:independently |immediately )?(?:verified|confirmed|reached)|\bverified independently\b",
    re.IGNORECASE,
)
MATTERS = re.compile(
    r"\b(?:missing|unaccounted|in captivity|war crimes?|crimes? against humanity|genocide|"
    r"mass graves?|(?:no one|nobody) has (?:ever )?been (?:charged|arrested)|"
    r"death toll|ceasefire|sanctions|will be (?:compensated|investigated|prosecuted|punished)|"
    r"claimed responsibility|no independent (?:confirmation|verification))\b",
    re.IGNORECASE,
)
SAW = re.compile(r"\b(?:I|we) (?:saw|counted|watched|found|photographed)\b", re.IGNORECASE)
HEARD = re.compile(r"\b(?:I|we) heard\b", re.IGNORECASE)
PROMISE = re.compile(
    r"^(?:The |Our |We |All )?[^.]{0,60}\bwill (?:be )?(?:compensat|investigat|prosecut|punish|"
    r"rebuil|cooperat|publish|continue|return|raise|bring|seek|pursue|send|provide|examine|present|"
    r"submit|report back|follow|monitor|pay|launch|demand|insist)",
    re.IGNORECASE,
)
PLEDGE = re.compile(
    r"\b(?:we|I)(?:['’]ll| will| shall) (?!not|never|be able|see|know|always|remember|miss|try|"
    r"read)",
    re.IGNORECASE,
)
# The publisher's own side did nothing: "Our artillery was not in action", "No aircraft of ours".
SIDE = (
    r"(?:[\w-]+ )?(?:artillery|aircraft|planes?|jets?|guns?|drones?|forces|units?|men|troops|"
    r"soldiers|"
    r"ships?|vessels?|patrols?)"
)
NOT_OURS = re.compile(
    rf"^(?:No {SIDE}\b.{{0,60}} (?:was|were|fired|flew|has|have|had)\b|"
    rf"Our {SIDE} (?:was|were|did|has|have|had) (?:not|never)\b)"
)
# What others claim is called untrue by the publisher: "This figure is fantasy".
CALLED_UNTRUE = re.compile(
    r"(?:This|That|These|Those|The|Such|Their|His|Its) (?:[\w-]+ )?"
    r"(?:claims?|figures?|numbers?|tolls?|"
    r"reports?|stor(?:y|ies)|accounts?|allegations?|accusations?|videos?|versions?|talk|charges?) "
    r"(?:[\w-]+ ){0,5}?(?:is|are|was|were) (?:pure |sheer |simply |plainly |entirely |a |an )*"
    r"(?:fantasy|invention|invented|lies?|false|untrue|fabricated|fabrication|fiction|baseless|"
    r"nonsense|fairy tale|made up)\b|"
    r"(?:This|That|It|None of (?:this|that|it)|[\w ]{3,40}) (?:does not|do not|in no way) "
    r"corresponds? (?:to|with) (?:the )?(?:reality|truth|facts)\b"
)
# Somebody is not of the publisher's side: "The man who telephoned is no officer of ours".
NONE_OF_OURS = re.compile(
    r"\b(?:is|are|was|were) (?:no|none|not one|not an?) (?:[\w-]+ ){0,2}of (?:ours|us)\b|"
    r"\b(?:is|are|was|were) (?:not|never) (?:one of us|ours|our \w+)$|"
    r"\b(?:has|have|had) never (?:belonged|been) (?:to|with|one of) us\b"
)
# What somebody was just told to have said is called untrue: "This is false."
REFUTED = re.compile(
    r"^(?:This|That|It|The (?:claim|accusation|allegation|charge|report)s?)(?: is|['’]s| are| was) "
    r"(?:simply |plainly |entirely |completely |quite )?(?:false|untrue|not true|a lie|wrong|"
    r"baseless|unfounded|nonsense|a fabrication)$",
    re.IGNORECASE,
)
UNSUPPORTED = re.compile(
    r"\b(?:do|does|did) not (?:support|bear out|match) (?:that|this|the) (?:account|claim"
    r"|version)\b|"
    r"\bno evidence (?:for|of|to support)\b",
    re.IGNORECASE,
)
OURS_DID = re.compile(
    r"\b(?:[Oo]ur (?:[\w-]+ ){1,3}|[Ww]e )(?:have |has |also |then )?"
    r"(?<!was )(?<!were )(?<!been )(?<!being )"
    r"(?:struck|hit|destroyed|shot down|targeted|downed|sank|"
    r"attacked|shelled|bombed|ambushed|blew up|liquidated)\b"
)
NOT_SO_MANY = re.compile(
    r", not (?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|"
    r"fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty)$",
    re.IGNORECASE,
)
CORRECTS = re.compile(
    r"^(?:An? (?:earlier|previous) version\b|correction\b|"
    r"We (?:apologi[sz]e|regret) (?:for )?(?:the|this|that|our|any) (?:\w+ )?(?:error|mistake|"
    r"inaccurac|"
    r"confusion|mix-up|misunderstanding|misprint|wrong)|We apologi[sz]e\b(?!.*\bwill\b))",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"\b(?:as it happened|what we know[^.]*|live updates?|"
    r"[–-] (?:live|latest|updates?|live blog))$|"
    r"^(?:By|From) (?:[A-ZÀ-Þ][\w'’.-]*,? ?(?:and |in |for |at |the )?){1,8}$|"
    r"^(?:Reporting by|Photo|Photograph|Picture|Editing by|Read more)\b"
)
DATELINE = re.compile(r"[A-ZÀ-Ý][^a-z\n.]{1,40}(?:[,(][^\n.—–]{0,60})?\s[—–-]{1,2}\s")
OF_THE_PAPER = re.compile(
    r"\b(?:statement|my name|born|own free will|read (?:it|this)|years old|I (?:work|live|am a))\b",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"(?:[QA][.:]|[A-Z][A-Z ]{2,24}(?: ?\d{1,2}[:.]\d{2})?:|"
    r"(?i:correction|clarification)[.:]|\d{1,3}[.)]|[-–•*])\s+"
)
# What a picture is, said by whoever publishes the text.
OF_A_PICTURE = re.compile(
    r"\b(?:photo|photograph|picture|video|clip|image|footage)s?\b.{0,60}\b(?:is|was|are|were) "
    r"(?:not )?(?:from|filmed|taken|shot|made|old|fake)\b",
    re.IGNORECASE,
)
# A paragraph in which the text takes back what it said before.
CORRECTING = re.compile(
    r"\b(?:an? (?:earlier|previous) (?:version|report|post|article)|edit(?: [\d:.]+)?: "
    r"(?:\w+ ){0,3}(?:I|we) (?:wrote|said|posted|reported)|correction:|clarification:|"
    r"we (?:also |had |previously |wrongly |earlier )+(?:wrote|said|reported)|"
    r"I (?:take back|was wrong|wrongly)|what (?:I|we) (?:wrote|posted|said|reported) (?:at|earlier|"
    r"yesterday|about|last|this|on)|my (?:earlier|previous|last) (?:post|message|tweet))",
    re.IGNORECASE,
)
