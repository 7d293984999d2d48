"""Words of a content that tell what kind of thing it says: English patterns, our own choice."""

from __future__ import annotations

import re

LEGAL = re.compile(
    r"\bpersecution\b|\bamount(?:s|ed)? to (?:an? )?\w+|\bmassacre\b|"
    r"\bwar crimes?\b|\bcrimes? against humanity\b|\bgenocid|\bcrimes? of aggression\b|\bethnic "
    r"cleansing\b|\b(?:breach|violation)(?:es|s)? of (?:the )?(?:international|laws?|geneva|"
    r"humanitarian)|\bextrajudicial|\benforced disappearance\b|\bterroris[mt]|\bact of \w+|"
    r"\bunlawful\b|\bmurder\b|\blegal sense\b|\billegal\b|\bcrime\b|\batrocit|\bprohibited\b|"
    r"\bdeportation\b|(?<!mock )\bexecutions?\b|\b(?:an?|\w+able) accident\b"
    r"|\bused as (?:an? )?(?:weapon|artillery|method of war|instrument|means of war)\b"
    r"|\b(?:grave|flagrant|serious|clear|blatant|gross) (?:violation|breach)",
    re.IGNORECASE,
)
BLAME = re.compile(
    r"\bit was (?:us|ours?|theirs?|one of (?:our|their|its))\b|"
    r"\btraced (?:the|these|those) (?:\w+ ){1,3}to\b|"
    r"\b(?:men|soldiers|gunmen|fighters) in the uniforms? of\b|"
    r"\b(?:directed|staged|mounted|organi[sz]ed|caused|ordered) by\b|\bresponsib|"
    r"\b(?:answer|account)able for\b|\bblame|\b(?:is|was|are|were|be|been|stands?|stood) "
    r"behind (?:the|this|it)\b|\bperpetrat|\bculprit|\bcarried out (?:by|"
    r"the)|"
    r"\bthe work of\b|\bfired by\b|\binvolvement\b|\bany (?:role|part)\b|\bto blame\b|\bguilty\b"
    r"|\bsuspicion (?:has |had )?f(?:ell|allen)\b|\bat the hands of\b|\bby (?:\w+ ){0,3}"
    r"(?:gunmen|smugglers|fighters|militiamen|rebels|troops|soldiers|bandits|insurgents|"
    r"militants)\b"
    r"(?! (?:was|were|had been) )|\b(?:one of )?(?:our|their|its) own (?:\w+[- ]?){0,3}(?:missile"
    r"|rocket|shell|drone|bomb|mine|fire|guns?|people|troops|positions?)\w*|\ban? (?:\w+"
    r" )?(?:enemy|hostile) \w+|\bwho (?:gave|issued) the order\b|\bfault of\b",
    re.IGNORECASE,
)
INTENT = re.compile(
    r"\bthe target (?:was|had been)\b|\bwaited (?:until|till)\b|"
    r"\bwants? (?:nothing|nobody|no one)\b|"
    r"\b(?:on|under|with|following|obeyed|obeying|carried out) (?:\w+ )?orders\b|"
    r"\btold to (?:leave|kill|shoot|fire|burn|take no|spare|empty|clear|destroy)\b|"
    r"\b(?:no (?:witnesses|survivors)|take no prisoners)\b(?! (?:was|were|had|has|have|in)\b)|"
    r"\b(?:was|were|been) (?:all )?ordered\b(?! (?:home|out|back|to leave))|\bhad orders\b|"
    r"\bdone to \w+|\bwanted (?:that|the|them|it|us|him|her) \w+|\bhuman shields?\b|"
    r"\bknow (?:at )?(?:what (?:hour|time)|which (?:house|road)|when|exactly)\b|"
    r"\bbeen prepared for\b|\bbeen planned\b|"
    r"\bwanted to (?!know|say|see|hear)|\bin order to\b|\bso as to\b|"
    r"\bdeliberate|\bintentional|\bon purpose\b|\bby design\b|\bknew exactly\b|\bintend|"
    r"\bmeant to\b|"
    r"\border(?:s|ed) (?:the|to)\b|\bordered(?: \w+){0,3} to\b|\bmistak(?:en|ing) (?:\w+ )?for\b|"
    r"\bt(?:aken|ook) (?:\w+ )?for a\b|\bnothing (?:crosses|passes)\b|\btold the (?:platoon|men)\b|"
    r"\bplanned\b|\bpremeditat|\baim(?:ed|ing)? (?:at|to)\b|"
    r"\b(?:by|no) accident\b|"
    r"\bby mistake\b|\brevenge\b|\bcame back for\b|\bin error\b|\bcold blood|\btargeted\b"
    r"|\btargeting\b|\btargets (?!of\b|were\b|in\b)|\b(?:did not|didn['’]t|could not)"
    r" know\b|\bknew (?:that\b|what\b|it\b|there\b|the \w+ (?:was|were|had)\b)|"
    r"\bno accident\b|\bit was for a\b|\bwas (?:only"
    r" )?(?:a|for) (?:a )?(?:warning|punishment|reprisal|registration)\b"
    r"|\bto (?:punish|terrori[sz]e"
    r"|frighten|intimidate|empty the|drive (?:us|them|people))\b|\bas (?:a )?(?:punishment"
    r"|reprisal|warning|retaliation)\b|\bin (?:retaliation|revenge|reprisal)\b|\bsystematic"
    r"|\b(?:followed|was|had|takes|took|according to) (?:a |the |all the )?plan(?:ning)?\b|"
    r"\bin advance\b"
    r"|\b(?:gave|give|given|had) (?:no |an |the |any )?(?:such )?orders?\b|\bby heart\b|"
    r"\b(?:nobody|no[- ]one|none|everyone|everybody|all|we|they|men) (?:was|were|is|"
    r"are) to (?!blame)\w+\b|\borders? (?:was|were|is) to\b|"
    r"\borders? (?:had |have )?(?:came|come|been given)\b"
    r"|\bchose by\b|\bwaited for\b|\bone after (?:the )?(?:other|another)\b",
    re.IGNORECASE,
)
STATUS = re.compile(
    r"\b(?:not|never) (?:been )?heard (?:from|of)\b|"
    r"\b(?:is|are|was|were|remain|remains|remained) (?:still |all |both |now )?(?:alive|"
    r"unconscious|"
    r"safe|unhurt|unharmed|in hospital|in intensive care|in surgery|in critical|in a stable|stable|"
    r"captive|in their hands|in the hands of)\b|"
    r"\bha(?:s|ve|d) (?:\w+ ){0,3}(?:burns|wounds|injuries|ribs|fractures|shrapnel|amputations?)\b|"
    r"\b(?:no[- ]one|nobody|none)\b.{0,30}\b(?:heard from|seen (?:him|her|them)|come (?:back|home)|"
    r"came (?:back|home)|returned)\b|\bdied (?:of|from) (?:his|her|their) (?:injuries|wounds|"
    r"burns)\b|\bholding (?:any|no)(?: ?one| ?body| persons?| people| prisoners?)?\b|"
    r"(?:\bnot|n['’]t) been (?:seen|heard of) since\b|"
    r"\b(?:are|were|is|was) (?:being )?held\b|\bshort of\b|"
    r"\bmissing\b|\bunaccounted\b|\bfound alive\b|\bstill alive\b|\bare alive\b|\bwas alive\b|"
    r"\bin captivity\b|\bno word of\b|\bwhereabouts\b|\bin (?:custody|detention|hiding)\b|"
    r"\bwere civilians\b|\bwas a civilian\b|\bin intensive care\b|\breleased\b|\bheld (?:in|at)\b"
    r"|\bno longer walk\b|\b(?:did not|never|none of them) (?:come|came) (?:back|home)\b"
    r"|\bdid not return\b|\bcontact with .{3,60} was lost\b|\brun out of\b|\b(?:were|was"
    r"|people) (?:still )?(?:on board|inside|trapped)\b|\breached (?:a|the) (?:checkpoint"
    r"|border|hospital|camp)|\bremains? (?:in|at) (?:hospital|large|custody)|\bcritical(?:ly)?\b"
    r"|\bin a coma\b|\b(?:is|are|was|were) safe\b|\breturned (?:home|alive)\b",
    re.IGNORECASE,
)
WEAPON = re.compile(
    r"\bconsistent with (?:[\w-]+ ){0,4}(?:bomb|shell|munition|missile|rocket|drone)|\bexplosive\b|"
    r"\b(?:air-dropped|glide) bombs?\b|\bwide-area\b|"
    r"\b(?:poison|nerve|mustard|sarin|chlorine|no|used) gas\b|\bchlorine\b|"
    r"\bcluster (?:munition|bomb)|\bthermobaric|\bphosphorus|\bincendiar|\bfragments? of\b|\bcalib|"
    r"\bmortar bomb\b|\bfired from an?\b|\bwarhead|\bgrad\b|\bsounded like\b"
    r"|\bcarried out by an? (?:\w+ )?(?:drone|missile|rocket|jet|plane|helicopter)|\bmarkings\b"
    r"|\bserial numbers?\b|\btail fins?\b|\bremnants? of\b|\bshell casings?\b"
    r"|\b(?:was|were) (?:an?|the) (?:\w+ ){0,3}(?:drone|missile|rocket|shell|mortar|mine"
    r"|bomb|grenade)s?$",
    re.IGNORECASE,
)
TIME = re.compile(
    r"\b(?:came|happened|took place|began|started|occurred|lasted|struck) (?:at|around|about|"
    r"shortly|just|before|after|for)\b|\bhours? (?:earlier|later|before|after)\b"
    r"|\b(?:was|were) (?:seized|taken|hit|struck|attacked|arrested) on (?:\w+day|\d)",
    re.IGNORECASE,
)
# "That range is 70 kilometres away", "we were 300 metres apart"
AWAY = re.compile(
    r"\b(?:is|are|was|were) (?:\w+ )?[\d,.]+ (?:kilomet|met|mile|yard)\w* (?:away|apart|from)\b",
    re.IGNORECASE,
)
# Who did it stands behind "by", or is a side that does it, whatever it does.
BY_SIDE = re.compile(
    r"\b(?:fired|laid|launched|dropped|planted|thrown|committed|carried out) by (?:the |our |its "
    r"|an? )?(?!mistake|accident|error)\w+|"
    r"\b(?:army|navy|police|rebel|government|military|air force|coalition|junta|militia|border|"
    r"insurgent|separatist) (?:helicopters?|jets?|planes?|aircraft|drones?|artillery|guns?|tanks?|"
    r"troops|soldiers|forces|units?|fighters|gunners|snipers?) (?:had |have )?(?!(?:were|was|"
    r"are|is|left|fled)\b)\w+(?:ed|ot|uck|it|ew|ove|ook)\b|"
    r"^(?:[Tt]he )?(?:rebels|insurgents|separatists|militants|government forces|security forces|"
    r"police|troops|the army) (?:had |have )?(?:killed|shot|burned|burnt|fired|attacked|shelled|"
    r"bombed|abducted|seized|kidnapped|opened fire|executed|tortured|beaten|beat|stormed|looted)\b",
    re.IGNORECASE,
)
IDENTITY = re.compile(
    r"^(?:(?:the|these|those|all|my|his|her|our|their) )?(?:men|women|boys|dead|victims|villagers|"
    r"prisoners|people|passengers|they|detainees|casualties|targets) (?:\w+ )?(?:are|were) "
    r"(?:all |mostly |mainly |just |only |in fact |"
    r"indeed )?(?:\w+ )?(?!others\b)[a-z]{3,}s(?:,| and|$)|"
    r"\b(?:identified|named) (?:as|him|her|the)\b|\bis the (?:son|man|woman|officer)\b|"
    r"\bthe names? of\b|\bwas (?:\w+ )?(?:identified)\b|"
    r"\bcarried (?:a |any |no )?weapons?\b|\bnot (?:rifles|guns|weapons)\b|"
    r"(?<!there )\b(?:were|was) (?:all )?(?:\w+ )?(?:fighters|combatants|militants|soldiers|"
    r"workers|a barracks)\b|\bred cross on\b|\bnothing else (?:on|in)\b"
    r"|^(?:\w+ ){0,3}(?:dead|victims|killed|wounded|injured|detained|missing|bodies|those"
    r"|them|most)\b.{0,40} (?:are|were|was|is|include|includes|included) (?:all |mostly "
    r"|mainly )?(?:(?:an?|the|his|her|two|three|\w+ing)\b|women\b|men\b|\w+s\b).{0,60}$"
    r"|\b(?:wore|wearing"
    r"|spoke|speaking)\b.{0,40}\b(?:uniforms?|trousers|armbands?|helmets?|masks?|language"
    r"|accent|dialect)\b|\baddressed as\b|\b(?:is|are|was|were) known (?:to (?:him|her|them"
    r"|us)|as)\b|\bunknown to\b|\brecognised\b|\brecognized\b|\b(?:men|man|women|people)"
    r" (?:with|in) (?:\w+ ){0,3}(?:bands?|helmets?|masks?|uniforms?|vests?|jackets?|badges?)\b"
    r"|\b(?:know|knew|knows|recogni[sz]ed) (?:\w+ ){1,2}(?:voices?|faces?|shirt|coat|jacket|"
    r"handwriting)\b|\b(?:wore|wearing|badges?|insignia)\b|\bcivilian clothes\b"
    r"|\b(?:holds|contains?) (?:the )?(?:villagers|residents|prisoners|people|those|men)\b",
    re.IGNORECASE,
)
MEMBERSHIP = re.compile(
    r"\bmembers? of (?:the|its|our|a)\b|\bbelong(?:s|ed)? to (?:the|a) \w+ (?:brigade|unit|"
    r"regiment|"
    r"battalion|company|party)|\bserved (?:in|with)\b|\bsoldiers? of the\b",
    re.IGNORECASE,
)
# Attackers belong to somebody: that is blame.
BELONGS = re.compile(
    r"\b(?:attackers|gunmen|they|men|shooters|kidnappers|raiders|soldiers|planes|drones) (?:are|"
    r"were|"
    r"belong(?:ed)? to|came from|had been sent by) (?:(?:fighters|members|men|hunters|soldiers|"
    r"people|"
    r"units?) (?:of|from) )?the (?:[A-Z]|army|police|militia|government)",
)
# Names for deeds, in law and out of it.
_DEEDS = (
    r"(?:robbery|robberies|battle|executions?|massacre|murder|accident|provocation|crime|bombing|"
    r"deportations?|murderers|slaughter|punishment|reprisal|persecution|piracy|ambush|kidnapping|"
    r"theft|banditry|assassination|act of \w+|forcible transfer|negligence|sabotage|"
    r"mistake|misunderstanding)"
)
DEED_NAMES = re.compile(rf"\b{_DEEDS}\b", re.IGNORECASE)
# It is called by a name for deeds: "this was an execution", "it a robbery that went wrong".
IS_A_DEED = re.compile(
    r"^(?:[^,;]{0,40}\b)?(?:it|this|that|these|which|they|the \w+) (?:is|was|were|are|as|had been)?"
    r"(?: not|n['’]t)?[ ]?(?:an? )?(?:[\w-]+ )?[\"“‘']?" + _DEEDS + r"\b"
    r"(?! (?:of|that took|took|was|were|in|at|on|killed)\b)",
    re.IGNORECASE,
)
# Verbs of those in office, as the main verb of a content.
STEPS = frozenset(
    "suspend suspends suspended cancel cancels cancelled canceled jail jails jailed arrest arrests "
    "arrested charge charges charged sentence sentences sentenced convict convicts convicted "
    "acquit "
    "acquits acquitted indict indicts indicted extradite extradited dismiss dismisses dismissed "
    "sack "
    "sacks sacked summon summons summoned expel expels expelled vote votes voted adopt adopts "
    "adopted "
    "ban bans banned impose imposes imposed lift lifts lifted evacuate evacuates evacuated "
    "resettle "
    "resettled appoint appoints appointed adjourn adjourns adjourned postpone postpones postponed "
    "reopen reopens reopened prosecute prosecuted investigate investigates investigated ratify "
    "ratified resign resigns resigned".split()
)
STEP_NOUNS = frozenset(
    "inquiry inquiries investigation investigations trial hearing talks session sanctions truce "
    "ceasefire evacuation evacuations verification curfew tribunal inquest proceedings "
    "negotiations".split()
)
# What only somebody with arms does to people or places, as the main verb of a side.
COERCING = frozenset(
    "drove driven forced marched rounded herded beat beaten dragged drags drag tied bound chained "
    "nailed locked threw thrown fired fires fire misfired launched dropped planted laid stormed "
    "opened hit hits struck burned burnt blew blown took taken seized held holds led separated "
    "stripped handcuffed blindfolded searched sprayed hurled tossed rammed".split()
)
# Who is freed or handed over is spoken of, not how many.
FREED = frozenset(
    "freed released exchanged returned transferred discharged hospitalised hospitalized "
    "repatriated reunited".split()
)
STATES = frozenset(
    "dead alive ill sick missing safe unhurt unharmed open shut closed empty trapped free stable "
    "unconscious critical asleep intact homeless pregnant wounded injured uninhabited".split()
)
COUNTS = frozenset(
    "count counts counted verify verifies verified record records recorded document documents "
    "documented register registers registered list lists listed treat treats treated receive "
    "receives received have has had put puts estimate estimates estimated confirm confirms "
    "confirmed identify identified admit admitted name names".split()
)
MEASURE = re.compile(
    r"\bordered (?:the |an? |that )?(?:[\w-]+ ){0,2}(?:suspension|inquiry|investigation|release|"
    r"evacuation|withdrawal|closure|arrest|review|halt|exhumation)\b|"
    r"\bput to (?:a|the) vote\b|\bvote[ds]? (?:on|for|against)\b|\babstain|\bveto(?:ed|es)?\b|"
    r"\brecalled for\b|\bopened (?:criminal |legal )?proceedings\b|\bacquitted\b|\bconvicted\b|"
    r"\bsentenced\b|\b(?:trial|hearing|talks|session|inquest) (?:resumes?|opens?|begins?|was|"
    r"is|will)|"
    r"\badjourned\b|\bunder review\b|\bunder consideration\b|\bis to (?:pay|hold|send|open|meet)\b|"
    r"\bmay not enter\b|\bbound by\b|\bwill (?:hold|deploy|convene|meet|vote|decide|pay|publish|"
    r"review)\b|\brejected (?:a|the) (?:\w+ )?(?:request|motion|appeal|application)\b|\bextradit|"
    r"\btravel ban\b|\bembargo\b|\bfroze(?:n)?\b.{0,20}\bassets\b|\bdisciplin|\bdismissed from\b|"
    r"\blook(?:ing|ed)? into (?:the|it|this)\b|\b(?:has|have|had) been questioned\b|"
    r"\b(?:no ?body|no[- ]one|no charges?) (?:has|have|had) (?:ever )?been (?:arrested|"
    r"charged|brought|tried)|\bestablishing the facts\b|\bverification\W+ (?:is|was) under way\b|"
    r"\bwill (?:be )?(?:investigat|prosecut|punish|compensat|rebuil|send|impose|help|open|bring)|"
    r"\b(?:was|were|has been|have been|is|are) (?:closed|reopened|evacuated|sealed|"
    r"arrested|charged|questioned|lifted|halted)\b|\bwill (?:resume|reopen|continue|begin|start)\b|"
    r"\bwould not pay\b|\bnobody (?:has been|from the \w+ has)\b|\ba matter for\b|"
    r"\binvestigation (?:has been|was|is)|"
    r"\bopened (?:an? )?(?:\w+ )?(?:case|file|inquiry|investigation)|"
    r"\bsanction|\bceasefire|\bcease-fire|\b(?:was|were|been|formally) charged\b|\binquiry\b|"
    r"\bcorridor|\bready to\b|\bjoint (?:inspection|inquiry|investigation|patrols?)\b|\bsummoned\b"
    r"|\bnote of protest\b|\bexpelled the\b|\brecalled (?:its|the)\b|\bagreed\b.{0,30}\bto\b"
    r"|\bsearch(?:es|ed)? (?:for|went|goes)\b|\btalks?\b.{0,20}\b(?:resume|begin|end)|\bemergency"
    r" (?:session|meeting)\b|\bstate of emergency\b|\bcurfew\b|\breward\b",
    re.IGNORECASE,
)
OPINION = re.compile(
    r"\b(?:sorrow|grief|regret|dismay|revulsion|sadness|anger)\b|^if \w+|\bdo not want\b|"
    r"\bcan justify\b|\ba dear \w+|\bnot theatre\b|"
    r"\bshame|\bdisgrace|\bbarbar|\bmonster|\bevil\b|\bunacceptable|\bcredible\b|\bshould (?:have|"
    r"be)\b|"
    r"\bcoward|\bnonsense\b|\bfantasy\b|\boutrage|\binhuman|\blies?\b|\bpropaganda\b|\bwrong\b"
    r"|\bgesture of\b|\bwould be enough\b|\bindependent\b|\bwelcome\b|\bhope(?:s|d)?\b|\bsorry\b"
    r"|\bproud\b|\bheartbr|\bunforgivable\b|\btoo (?:little|late)\b|\bnot enough\b",
    re.IGNORECASE,
)
ORIGIN = re.compile(
    r"\b(?:came|fired|launched|shot) from (?:the|across|positions|its|their)\b|"
    r"\bby (?:\w+ ){0,4}(?:fire|a strike|artillery|guns|shells) (?:from|of) the\b|"
    r"\bits (?:guns|planes|units|forces)\b",
    re.IGNORECASE,
)
# Whoever is named by these words did it, whatever the verb: "fighters of the Veld Front drove".
NAMED_FORCE = re.compile(
    r"\b(?:[Mm]en|[Mm]embers|[Ff]ighters|[Ss]oldiers|[Uu]nits|[Tt]roops|[Ff]orces|"
    r"[Gg]unmen|[Mm]ilitiamen) "
    r"(?:of|from|loyal to) (?:the )?(?:so-called )?\W?(?:\d\w+ )?[A-Z]\w+(?: [A-Z]\w+| of){0,4}\W? "
    r"(?:had |have )?(?!were\b|was\b|are\b|hide|fled\b)[a-z]+(?:ed|ew|ove|ook|ot|ruck|et|"
    r"hit|burnt)\b|"
    r"\b(?:[A-Z][\w-]+(?:['’]s)?|[Ee]nemy) (?:aircraft|jets?|warplanes?|planes|drones?|"
    r"artillery|guns|mortars|rockets|tanks|batteries|snipers|gunners|gunboats|warships|"
    r"helicopters?|missiles|formations|forces|troops|soldiers) (?:had |have )?(?:\w+ed|"
    r"struck|hit|shot)\b"
)
OUR_SIDE = re.compile(
    r"^(?:\w+ ){0,2}(?:our|its|their|his|my|no) (?:own )?(?:[\w-]+ )?(?:artillery|"
    r"aircraft|planes?|jets?|guns|"
    r"drones?|forces|units|men|troops|soldiers|gunners|fighters|pilots|tanks)\b"
    r"|^(?:we|none of us|not us)\b(?! (?:have|had) (?:no|not))",
    re.IGNORECASE,
)
COUNTED_FIRST = re.compile(
    r"(?:(?:some|about|nearly|at least|around|more than|over|up to) )?(?:\d[\d,.]*|two|"
    r"three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|dozens|scores|hundreds)"
    r"(?: of (?:them|the \w+))? (?:(?:more|other) )?(?:\w+ )?(?:people|men|women|children|"
    r"civilians|villagers|residents|inhabitants|dead|deaths|bodies|killed|wounded|injured|watchmen|"
    r"workers|were "
    r"(?:already )?(?:dead|killed|wounded)|are (?:dead|missing|in camps))\b|I (?:have )?counted\b|"
    r"it may be more\b",
    re.IGNORECASE,
)
NUMBER_FIRST = re.compile(
    r"(?:(?:until then|so far|in all|altogether|there (?:were|are|had been)|they have|we have|some|"
    r"about|nearly|at least|around|more than|over|up to|no more than|fewer than|only|"
    r"[\"“‘'])[ ,]*)*"
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|dozens|scores|hundreds|"
    r"several dozen)"
    r"\b(?! (?:kilomet|mile|metre|meter|hour|minute|day|week|month|year))",
    re.IGNORECASE,
)
OF_A_COUNT = re.compile(
    r"(?:that|the|these|this|its|their|our) (?:real |true |full |exact |list |register )?"
    r"(?:numbers?|figures?|toll|count|total|tally|(?:list|register)\b.{0,40} (?:holds|names|has|"
    r"lists))"
    r"\b|(?:their|his|her|our|the) \w+(?: \w+)? (?:had |has |have )?(?:received|registered|"
    r"recorded|"
    r"counted|treated|collected) (?:\w+ ){0,3}(?:\d|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|dozens|hundreds)",
    re.IGNORECASE,
)
# "bringing the number of dead to five", "the toll stands at 41"
TOLL_IS_NOW = re.compile(
    r"\b(?:bring(?:s|ing)?|brought|rais(?:es|ed|ing)|tak(?:es|ing)|took|push(?:es|ed|ing)) the "
    r"(?:\w+ )?(?:number|toll|count|total|tally)\b|"
    r"\b(?:toll|number|count) (?:\w+ ){0,6}(?:rose|risen|rises|climb(?:s|ed)|grew|stands?|stood|"
    r"reached)\b",
    re.IGNORECASE,
)
LOSSES_TOLD = re.compile(
    r"\b(?:kill|injur|wound|dead|die[ds]?|drown|hurt|toll|missing|bod(?:y|ies)|deaths?|lives|"
    r"casualt|displaced|homeless|fled|vanished|perished|victims)",
    re.IGNORECASE,
)
FATE = re.compile(
    r"\b(?:he|she|they|who|(?:[A-Z]\w+,? )+|the (?:\w+ )?(?:man|woman|boy|girl|child|driver|"
    r"teacher|"
    r"prisoner|men|women|boys|girls|prisoners)(?:,[^,]+,)?) ?(?:had |has |have |was |were |is |"
    r"are )?"
    r"(?:also |later |been |both |since )*(?:died|killed|dead|alive|asleep|exchanged|"
    r"freed|handed over|lost (?:both |her |his |their |a |an ))\b|\bbullet wounds?\b|"
    r"\bin hospital\b|"
    r"\bon a medical flight\b|\bwhere (?:they|he|she) (?:are|is|was|were)\b|\bstill missing\b",
)
PRESENCE = re.compile(
    r"\b(?:had|has|have) (?:ever )?(?:been )?used (?:as|for|by|the (?:site|building|school|"
    r"place))\b|"
    r"\b(?:was|were) (?:being )?used (?:as|by)\b|\b(?:had|has|have) no (?:\w+ )?(?:troops|forces|"
    r"soldiers|units|men|aircraft|guns|artillery|personnel|fighters|presence|drones)\b|"
    r"\bany presence\b|\bmanned by\b|\b(?:bears?|bearing) \w+['’]s (?:signature|initials|stamp|"
    r"name)\b|"
    r"\b(?:trucks?|lorr(?:y|ies)|vehicles?|boats?|vans?|cars?|buses|launchers?) (?:of|"
    r"with) (?:the )?[A-Z]\w+"
    r"[^,;]{0,30} (?:come|came|been|stood|parked|seen|waited|passed)\b|\b(?:held|carrying|carried|"
    r"stored|hid"
    r"|kept) (?:arms|ammunition|weapons|rockets|explosives)\b|\bsigned for\b|"
    r"\b(?:was|were|been|had been) (?:\w+ )?(?:at sea|within range|nearby|present|stationed|based|"
    r"deployed|positioned|there that (?:day|night)|\w+ (?:miles|kilomet\w+) away)\b|"
    r"\b(?:did (?:not|nothing to)|didn['’]t|failed to) (?:intervene|interfere|stop (?:it|them))\b|"
    r"\b(?:stood by|looked on|no (?:unit|man|soldier|troops?|vessel|aircraft)s? (?:\w+ ){0,2}"
    r"(?:been|was|were) (?:\w+ )?(?:within|near|anywhere|inside|in))\b|"
    r"\b(?:had|was|were|is) (?:an? )?(?:\w+ )?(?:checkpoint|roadblock|outpost|garrison) (?:of the|"
    r"there)\b|"
    r"\bin the (?:first|second|third|fourth|fifth) (?:car|truck|bus)\b|"
    r"\bleft (?:harbou?r|port|(?:its|their|the) (?:base|barracks))\b|\bhid(?:e|es|ing|den)? in\b|"
    r"\bheld at the time by\b|\bhaving (?:anyone|anybody|troops|men|forces) in\b|"
    r"\bmounted a (?:machine gun|gun)\b|\bsold us\b|\bfiring in the area\b"
    r"|\b(?:was|were|been|operating|operated|active|flying|flew|firing|fired) (?:not |\w+"
    r" )?(?:in|over|near|inside) (?:the|that|this) (?:area|district|region|vicinity|sector"
    r"|zone|neighbou?rhood|valley|airspace)\b|\bwithin range\b|\bpassed through\b|\bt(?:ook"
    r"|aken|aking) part in\b|\b(?:been|was|were) involved\b|\boperat(?:e|es|ed|ing) (?:in"
    r"|over|near)\b|\bset foot\b",
    re.IGNORECASE,
)
REVILING = re.compile(
    r"\b(?:cowardly|barbar\w+|heinous|brutal|criminal|savage|shameful|despicable|treacherous|"
    r"a crime|“crime|\"crime|terror)\b",
    re.IGNORECASE,
)
STAGED = re.compile(r"\bstag(?:ing|ed)\b|\bfak(?:ing|ed)\b|\bplott|\bplann", re.IGNORECASE)
OF_AN_EVENT = re.compile(r"(?:the|this|these|his|her|its|their) [\w-]+ as\b", re.IGNORECASE)
GIVEN_A_NAME = re.compile(r"^(?:the|this|that|it|his|her) [\w-]+ (?:as )?(?:an? )?[\"“‘]")
NAMED_HIM = re.compile(r"\bwas (?:[A-Z]\w+ ){1,2}[A-Z]\w+$")
AS_QUOTED = re.compile(r"\bas (?:an? |the )?[\"“‘']")
CALLED = re.compile(r"^an? (?:[\w-]+ )?(?P<noun>[\w-]+)$")
# The event comes first, its toll behind: "Shells struck the market, killing 23 people".
EVENT_FIRST = re.compile(
    r"[^,]{3,200}\b(?:hit|hits|struck|strikes|attacked|attacks|bombed|bombs|shelled|shells"
    r"|tore|tears|"
    r"fell|falls|landed|exploded|explodes|raided|stormed|ambushed|rammed|slammed|ripped|ploughed|"
    r"collapsed|opened fire|came down|derailed|overturned|sank)\b[^;]{0,160}?,? (?:reportedly"
    r" |also )?"
    r"(?:killing|wounding|injuring|leaving|burying|destroying|(?:at least |some |about )?[\w-]+ "
    r"(?:\w+ )?(?:dead|killed|injured|wounded|hurt)$)\b",
    re.IGNORECASE,
)
PLACED = re.compile(
    r"\b(?:started|began|broke out|originated) in (?:the|a|an)\b|"
    r"\b(?:lies?|lay|is located|was located|is situated|stands|stood) (?:[\w-]+ ){0,5}"
    r"(?:kilomet\w+|miles?|metres|meters|inside|outside|north|south|east|west)\b|"
    r"\b(?:flash|smoke|column of smoke|fire|plume)\b.{0,20} (?:to|in|from) the (?:\w+ )?"
    r"(?:north|south|east|west)|"
    r"\b(?:happened|took place|occurred) (?:in|at|near|outside|inside|on the)\b",
    re.IGNORECASE,
)
