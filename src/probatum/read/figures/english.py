"""Words around figures in English."""

from probatum.read.figures.english_nouns import BUILDINGS, PEOPLE, SUFFERED, THINGS
from probatum.read.figures.english_sources import ACCORDING, BY, SAYS, UNNAMED
from probatum.read.figures.lexicon import FigureWords, Relation, triggers
from probatum.read.figures.patterns import Patterns

_EARLIER = tuple(
    f" {when}"
    for when in (
        *(f"a {time} {word}" for time in ("week", "month", "year", "day")
          for word in ("earlier", "before", "ago")),
        "in all of", "in the same", "in the whole of", "the day before", "the week before",
        "the month before", "the year before", "last week", "last month", "last year",
        "the previous",
    )
)  # fmt: skip
_MORE: tuple[tuple[str, Relation], ...] = (
    ("more", "higher"), ("fewer", "lower"), ("less", "lower"),
)  # fmt: skip
_SHARES = ("a third", "a quarter", "a half", "a fifth", "a tenth", "two thirds")

ENGLISH = FigureWords(
    triggers=Patterns(triggers({
        "killed|slain|murdered|executed|massacred|slaughtered|shot dead|gunned down|shot and killed"
        "|burned alive|burnt alive|beheaded|put to death|hanged|lynched|strangled|bludgeoned"
        "|bayoneted|butchered|exterminated|electrocuted|incinerated|mown down|mowed down|cut down"
        "|blown to pieces|blown apart|torn apart|finished off|stoned to death|buried alive|gassed"
        "|summarily executed|machine - gunned|decapitated|assassinated": ("killed", "bpn"),
        "shot": ("killed", "bpx"),
        "killing|kills|kill|murder|execute|behead|massacre|slaughter|strangle|lynch|hang|bayonet|murdering|executing|murders|executes|hanging|lynching|strangling"
        "|butchering|massacring|slaughtering": ("killed", "b"),
        "died|perished|lost their lives|have lost their lives|die|dies|drowned|succumbed|were dead"
        "|dying|drown|perish|suffocated|asphyxiated|expired|passed away|lost his life|lost her life"
        "|lost its life|paid with their lives|met their deaths|met their death|did not make it"
        "|choked to death|found shot|were found shot"
        "|are dead|is dead|was dead|was found dead|were found dead|found dead": ("killed", "v"),
        "dead": ("killed", "np"), "deaths|fatalities|death|fatality|killings": ("killed", "n"),
        "claimed the lives of|claimed|took the lives of|cost the lives of|lives of|deaths of"
        "|death of|killing of|murder of|murders of|loss of|execution of|executions of|massacre of"
        "|slaughter of|beheading of|shooting of|assassination of|lynching of|hanging of"
        "|stabbing of|drowning of|strangling of|poisoning of|butchering of|slaying of"
        "|burning alive of"
        "|deaths among|drownings of": ("killed", "b"),
        "fell|fallen": ("killed", "vk"),
        "wounding of|injuring of|injuries to|maiming of": ("injured", "b"),
        "disappearance of|disappearances of": ("missing", "b"),
        "displacement of|expulsion of|eviction of|uprooting of|flight of": ("displaced", "b"),
        "arrest of|arrests of|detention of|imprisonment of|capture of|internment of|jailing of"
        "|apprehension of": ("detained", "b"),
        "abduction of|abductions of|kidnapping of|kidnappings of|hostage - taking of"
        "|seizure of": ("abducted", "bh"),
        "exhumation of|discovery of the bodies of": ("bodies-found", "b"),
        "destruction of|demolition of|razing of|burning of|set fire to|set light to"
        "|setting fire to|sets fire to|put the torch to|put a torch to|torching"
        "|levelling of": ("buildings-destroyed", "bh"),
        "set on fire|set alight|set ablaze|put to the torch": ("buildings-destroyed", "p"),
        "damage to": ("buildings-damaged", "bh"),
        "lives": ("killed", "n"),
        "death toll|toll|among the dead are|among the dead were|the dead include"
        "|the dead included|the dead were|number of dead|number of deaths"
        "|number of killed|number killed|deaths at|the dead at|the dead to|number of fatalities"
        "|the victims include": ("killed", "bt"),
        "buried|burying": ("killed", "b"), "lost|losing|lose|loses": ("killed", "bk"),
        "eliminated|liquidated|neutralised|neutralized|wiped out": ("killed", "bph"),
        "dead numbered|the dead :|killed :|dead :|fatalities :|deaths :": ("killed", "bt"),
        "wounded :|injured :|injuries :": ("injured", "bt"), "missing :": ("missing", "bt"),
        "beaten to death|tortured to death|hacked to death|stabbed to death|crushed to death"
        "|did not survive|died of wounds|burned to death|burnt to death"
        "|bled to death|froze to death|starved to death":
        ("killed", "v"),
        "taken to hospital|rushed to hospital|brought to hospital|flown to hospital"
        "|sent to hospital|taken to the hospital|brought to the hospital|among the wounded"
        "|among the injured|in critical condition|in serious condition": ("injured", "v"),
        "among the dead": ("killed", "btv"),
        "among those killed|among the victims": ("killed", "v"),
        "in intensive care|hospitalised|hospitalized|in hospital|were treated|being treated"
        "|treated for": ("injured", "v"),
        "arrived|admitted|were brought in|brought in|came in|treated": ("injured", "vq"),
        "injured at|wounded at|injured to|wounded to": ("injured", "bt"),
        "missing at|missing to": ("missing", "bt"),
        "wounded|injured|hurt|maimed": ("injured", "bpn"),
        "wound|injure|maim|wounding|injuring|wounds|injures|maiming|hurting": ("injured", "b"),
        "injuries": ("injured", "nt"), "were treated for injuries": ("injured", "v"),
        SUFFERED: ("injured", "v"),
        "number of wounded|number of injured|among the wounded were": ("injured", "bt"),
        "missing|unaccounted for": ("missing", "nv"),
        "listed as missing|registered as missing|declared missing|reported as missing"
        "|recorded as missing|considered missing|counted as missing|under the rubble"
        "|under rubble|under the debris|under debris|under the ruins|beneath the rubble"
        "|beneath rubble|in the rubble|under the wreckage|under collapsed buildings|untraced"
        "|whereabouts are unknown|whereabouts unknown|among the missing|among those missing"
        "|not yet been found|not been accounted for|not been located|not been traced"
        "|remain buried|feared buried|entombed": ("missing", "v"),
        "remain trapped|remained trapped|still trapped|are trapped|feared trapped|be trapped"
        "|trapped under|trapped beneath|trapped below|trapped inside|trapped in": ("missing", "vx"),
        "listed as dead|declared dead|pronounced dead|reported as dead|listed as killed":
        ("killed", "v"),
        "in a critical condition|in a serious condition|with gunshot wounds"
        "|with shrapnel wounds|with bullet wounds|with burns|with head injuries|with wounds"
        "|with injuries|with broken arms|with broken legs|with broken bones|in a coma"
        "|on life support": ("injured", "v"),
        "among the detained|among the arrested|among those detained|among those arrested"
        "|among the detainees|among the prisoners": ("detained", "btv"),
        "among the abducted|among those abducted|among the hostages|among those taken"
        "|among the kidnapped": ("abducted", "btv"),
        "among the displaced|among those displaced": ("displaced", "btv"),
        "made off with|went off with|carried away": ("abducted", "bh"),
        "disappeared|vanished|disappear|vanish|have disappeared|went missing|did not come back"
        "|did not return"
        "|never came back|never returned|never found|never been found|not been found|not been seen"
        "|never seen again|not been heard from|not been heard of|lost without trace"
        "|failed to return|not come back|not come home|not returned home|never come back"
        "|never came home|never come home|not seen since|never been seen|never heard from"
        "|not reappeared|still not home|still not back|yet to return|yet to come home"
        "|yet to come back|yet to be found|yet to be traced|yet to be seen|yet to reappear"
        "|not reached home|not made it home|not made it back": ("missing", "v"),
        "forcibly disappeared": ("missing", "p"), "disappearances": ("missing", "n"),
        "number of missing|list of missing": ("missing", "bt"),
        "displaced|uprooted|internally displaced|made homeless|left homeless|driven from * homes"
        "|driven from their homes|driven out|forced out|forced from their homes|forced to flee"
        "|forced to leave their homes|forcibly displaced": ("displaced", "bpn"),
        "|".join(
            f"{leave} the {place}"
            for leave in ("left", "abandoned", "quit", "leaving", "fled")
            for place in ("city town village district quarter area region valley camp province "
                          "island settlement suburb".split())
        ): ("displaced", "vh"),
        "have left|had left|has left": ("displaced", "vd"),
        "crossed the river|crossed the lake|crossed the strait|crossed the front line"
        "|crossed the line|crossed the mountains|crossed the pass|crossed the bridge"
        "|crossed by boat": ("displaced", "vl"),
        "rehouse|rehouses|rehoused|rehousing|rehome|rehomed|rehoming|resettle|resettling|sheltering":
        ("displaced", "bh"),
        "living in tents|living in camps|living in a camp|living in shelters|living in tented"
        "|camped in|camping in|sheltered in|housed in|sleeping rough": ("displaced", "v"),
        "moved to|moved out|relocated|resettled|evacuated from|evacuated to|been evacuated"
        "|were evacuated|sleeping in|sheltering in|left without homes|out of their homes":
        ("displaced", "v"),
        "deported"
        "|evicted": ("displaced", "bp"),
        "displacing|displace|uproot|deport|expel|uprooting|driving|forcing|deporting":
        ("displaced", "b"),
        "homeless|internally displaced people|internally displaced persons|displaced people"
        "|displaced persons|idps|evacuees": ("displaced", "n"),
        "sought refuge|sought shelter|taken refuge|taken shelter|took refuge|took shelter"
        "|fled|flee|fled their homes|have fled|left their homes|abandoned their homes"
        "|lost their homes|lost their shelters|not returned"
        "|are homeless|were homeless|fleeing": ("displaced", "v"),
        "refugees|asylum seekers": ("refugees", "n"),
        "as refugees|crossed the border|have crossed the border|crossed into|fled abroad"
        "|fled the country|fled across the border|have fled the country|sought refuge abroad"
        "|have crossed into|sought asylum|fled to neighbouring": ("refugees", "v"),
        "number of refugees|number of asylum seekers": ("refugees", "bt"),
        "number of detainees|number of prisoners|number of detained|number of arrested"
        "|number of those detained|number of those arrested|number held": ("detained", "bt"),
        "number of hostages|number of abducted|number of kidnapped|number of those taken":
        ("abducted", "bt"),
        "number of evacuees|number of homeless": ("displaced", "bt"),
        "detained|arrested|jailed|imprisoned|interned": ("detained", "bp"),
        "captured|rounded up|taken prisoner"
        "|taken captive|taken into custody|behind bars|held captive|taken prisoners"
        "|held|locked up|in detention|in custody|in captivity": ("detained", "bpx"),
        "detaining|arresting|holding|imprisoning|capturing|detains|holds|hold|locking up"
        "|jailing|interning|detain|imprison": ("detained", "bx"),
        "arrests": ("detained", "bxn"), "detentions": ("detained", "n"),
        "herded|bundled|corralled|locked|locks|penned|crammed|frogmarched|herding|bundling|locking"
        "|corralling|cramming|frogmarching": ("detained", "bph"),
        "loaded|loading|load": ("abducted", "bph"),
        "in the hands of|in rebel hands|in enemy hands|in their hands": ("abducted", "v"),
        "surrendered|remain in detention|remain in custody|are in custody|remain behind bars"
        "|are in captivity|remain in captivity": ("detained", "v"),
        "taken": ("abducted", "pm"), "took|removed|removing": ("abducted", "bm"),
        "drove": ("displaced", "bm"),
        "taken away|led away|marched away|marched off|driven away|hauled away|dragged away":
        ("detained", "bp"),
        "prisoners taken": ("detained", "n"),
        "abducted|kidnapped|taken hostage|carried off|snatched|seized": ("abducted", "bpx"),
        "abducting|abduct|kidnap|kidnapping|snatching|abducts|kidnaps": ("abducted", "b"),
        "abductions|kidnappings|hostages|abductees": ("abducted", "n"),
        "bodies|corpses|dead bodies|sets of remains": ("bodies-found", "n"),
        "bodies of|corpses of|remains of|body of|exhumed": ("bodies-found", "b"),
        "number of bodies": ("bodies-found", "bt"), "exhumed|unearthed": ("bodies-found", "p"),
        "destroyed|razed|flattened|demolished|levelled|leveled|ruined|gutted|reduced to rubble"
        "|reduced to ashes|reduced to ruins|reduced to dust|turned to rubble|razed to the ground"
        "|burned out|burnt out|pulverised|obliterated|burned down|burnt down|wrecked"
        "|blown up|torched": ("buildings-destroyed", "bp"),
        "destroying|destroy|raze|demolish|flatten|razing|flattening|demolishing|levelling|gutting"
        "|destroys|burning down"
        "|wrecking": ("buildings-destroyed", "b"),
        "burned|burnt|collapsed|burned to the ground|lie in ruins|burnt to the ground|lay in ruins"
        "|without a roof|without roofs|in ruins":
        ("buildings-destroyed", "v"),
        "uninhabitable|without windows|lost their roofs|lost its roof|lost their windows"
        "|with damaged|with broken|with shattered|with smashed|with cracked|with holed|with missing"
        "|with blown - out|with collapsed|with holes in|had their windows|had their roofs"
        "|lost windows|lost roofs": ("buildings-damaged", "v"),
        "hospital treated|hospitals treated|clinic treated|doctors treated|medics treated"
        "|nurses treated|teams treated": ("injured", "bh"),
        "damaged|badly damaged|partly damaged|partially damaged|severely damaged"
        "|destroyed or damaged|damaged or destroyed": ("buildings-damaged", "bp"),
        "hit|struck": ("buildings-damaged", "bph"),
        "damaging|damages": ("buildings-damaged", "b"),
    })),
    people=PEOPLE, buildings=BUILDINGS, things=THINGS,
    bounds=Patterns({
        "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|upwards of"
        "|upward of|minimum|at the very least|at a minimum|no less": "at_least",
        "could pass|may pass|could top|may top|exceed|surpass|passes|tops|topped|surpasses|topping"
        "|passing|more than|over|above|in excess of"
        "|well over|well above|just over|just above|a little over|slightly more than|greater than"
        "|exceeds|exceeded|north of|better than"
        "|exceeding|surpassed|passed": "more_than",
        "about|around|some|approximately|roughly|nearly|almost|close to|an estimated|estimated"
        "|circa|abt|abt .|ca|ca .|approx|in the region of|in the order of|approx .|an average of"
        "|around about|nearer"
        "|nearer to|closer to|more like"
        "|an estimated total of|something like|roughly estimated at"
        "|in the neighbourhood of": "about",
        "up to|as many as|no more than|not more than|at most|a maximum of|at the most|maximum"
        "|as much as": "up_to",
        "less than|fewer than|under|below|just under|just below|a little under|slightly fewer than"
        "|slightly less than|not quite": "less_than",
        "exactly|precisely|only|just|a total of|in all|as few as|a combined|altogether|fully"
        "|all of|a confirmed": "exact",
    }),
    bounds_behind=Patterns({
        "or more|at least|and counting|at a minimum|or above|minimum|at the very least": "at_least",
        "or so|or thereabouts|approximately|give or take|or nearly so": "about",
        "at most|or fewer|at the most|or less|maximum": "up_to",
    }),
    between=Patterns({"between": True, "from": True}),
    method=Patterns({
        "verified|confirmed|verifies|confirms|corroborated|verify|confirm": "verified",
        "counted|registered|documented|recorded|logged|counts|registers|documents|tallied"
        "|listed": "counted",
        "estimated|estimates|estimate|estimating|estimation": "estimated",
        "modelled|modeled|models|model|modelling|statistical model": "modelled",
    }),
    comparisons=Patterns({
        "far higher than|far higher|much higher than|much higher|well above|far greater than"
        "|many times higher than|many times higher|far above|far greater|significantly higher than"
        "|significantly higher|considerably higher|considerably higher than|substantially higher"
        "|substantially higher than|many times more|far exceeds|far more": "far_higher",
        "higher than|greater than|more than double|more than twice|double the|triple the|"
        "twice as many|twice as high|twice that number|double that number"
        "|double that|double the number|three times as many|three times that|four times as many"
        "|twice the number|twice that|three times higher|twice that many|likely higher"
        "|probably higher|even higher": "higher",
        "lower than|far lower|far lower than|half as many|half that number|much lower than"
        "|considerably lower|half that": "lower",
        "as many again|the same number|the same number of": "same",
        **{
            f"{part}{more} than{when}": relation
            for more, relation in _MORE
            for part, whens in (("", _EARLIER), *((f"{each} ", ("",)) for each in _SHARES))
            for when in whens
        },
    }),
    links=frozenset("and , or plus while with &".split()),
    parts=Patterns({
        "incl .|incl|including|include|included|includes|of whom|of which|of them|among them"
        "|among those killed|among whom|including at least|among the victims|of those"
        "|, among them": True,
    }),
    parts_behind=Patterns({"of them|of whom|of those|of which": True}),
    small=frozenset("cases case of the a an our their his her its these those my your".split()),
    auxiliaries=frozenset("were was are is been be being have had has got getting feared believed "
                          "reported reportedly confirmed thought presumed known also still remain "
                          "remained to may might could said left either later then there not "
                          "verified counted documented recorded registered lay".split()),
    more=frozenset("other others another more further additional also".split()),
    stops=Patterns({
        "; |: |said|says|told|who|when|while|after|because|but|where|although|since|before|which"
        "|that|until|as|during a visit|adding|announced|stated|if|whose|into|survived|escaped"
        "|rescued|freed|released|attended|protested": True,
    }),
    totals=Patterns({
        "number of|total of|toll of|count of|list of|flood of|influx of|exodus of": True,
    }),
    changes=Patterns({"rose|risen|rises|increased|grew|grown|climbed|jumped|raised|fell|revised"
    "|totalled|totaled|numbered|amounted to|amounts to|came to|ran to"
    "|puts|went|gone|up|reached|reaching|reaches|pass|passes|passed|passing|exceed|exceeds|exceeded"
    "|climbs|climbing|hit|hits|stands|stood|put|rising|tops|topped|tops|surpasses|surpassed|jumps"
    "|grows|falls|dropped|drops|lowered|cut|corrected|soars|soared|swelled|doubled|mounted|mounts":
                      True}),
    units=Patterns({
        "%|per cent|percent|year|years|- year|km|kilometres|kilometers|metres|meters|miles|mm"
        "|$|€|£|degrees|hours|days|minutes|times|votes|st|nd|rd|th|- millimetre|- mm|o'clock"
        "|a.m.|p.m.|counts of|countries|billion dollars|dollars|euros": True,
    }),
    not_before=Patterns({
        "$|€|£|№|no .|nos .|number|box|aged|age|page|article|rule|section|room|unit|brigade|flat"
        "|school|division|battalion|regiment|highway|route|level|day|no|phone|chapter|#|point"
        "|mother of|father of|parent of|parents of|widow of|friend of|cousin of|brother of"
        "|sister of|relatives of|resolution|floor|gate|block|camp|ward|hill|checkpoint": True,
    }),
    as_of=Patterns({"as of|as at|by": True}),
    over=Patterns({"across|throughout|in|around": True}),
    according=ACCORDING,
    numbers=Patterns({
        "that should have been|it should have been|this should have been|should have read"
        "|should read"
        "|figure|figures|number|numbers|toll|death toll|count|tally|total|estimate|estimates": True,
    }),
    unnamed=UNNAMED,
    nobody=frozenset("nobody none no-one".split()),
    meets=Patterns({
        "interviewed|interviewing|spoke to|spoke with|speaking to|speaking with|spoken to|met"
        "|spoken with|talked to|talked with|talking to|talking with|met with|meeting with|polled"
        "|heard from|heard|visited|visiting|took statements from|taken statements from": True,
    }),
    complements=Patterns({
        "prisoner|prisoners|captive|captives|in custody|in detention|in cells|under arrest"
        "|into custody|behind bars|in jail|in prison|as prisoners|into captivity": "detained",
        "hostage|hostages|as hostages": "abducted",
        "for burns|for wounds|for injuries|for gunshot wounds|for shrapnel wounds|for cuts"
        "|for bullet wounds|for head injuries|for smoke inhalation|for gas poisoning|for fractures"
        "|for shock|for minor injuries|for serious injuries|for severe burns|with gunshot wounds"
        "|with shrapnel wounds|with bullet wounds|with burns|with injuries|with wounds"
        "|with broken bones|with head injuries": "injured",
        "to rubble|to ruins|to ashes|to dust|into rubble|into ruins|in ruins|in rubble":
        "buildings-destroyed",
        "uninhabitable|without roofs|without windows": "buildings-damaged",
        "without homes|without shelter|without a roof|without a home|without housing"
        "|out of their homes|from their homes|out of their villages|from their villages"
        "|from their land|off their land|to flee|to leave their homes|to leave their villages"
        "|to evacuate|to abandon their homes|out of the town|out of the city": "displaced",
        "under the rubble|under rubble|under the ruins|under the debris|beneath the rubble":
        "missing",
        "to death|alive": "killed",
    }),
    light=frozenset(
        "take takes took taking taken hold holds held holding keep keeps kept keeping treat treats "
        "treated treating leave leaves left leaving reduce reduced reducing turn turned turning "
        "beat beaten stabbed stabbing hacked burn burned burnt burning crushed crushing drive "
        "drove driven driving force forced forcing send sent sending bury buried burying trap "
        "trapped trapping admit admitted receive received expel expelled chase chased chasing "
        "place placed put putting torture tortured starve starved render rendered rendering".split()
    ),
    takes=frozenset(
        "receive received take takes took taking taken capture captured capturing".split()
    ),
    captives={
        **dict.fromkeys("prisoners captives detainees internees prisoner captive detainee inmates "
                        "convicts".split(), "detained"),
        **dict.fromkeys("hostages hostage abductees".split(), "abducted"),
    },
    held_by_law=frozenset("prisoners prisoner inmates convicts captive captives".split()),
    freed=frozenset("former ex freed released free releasing released swapped exchanged escaped "
                    "returned handed ill elderly".split()),
    gravely=frozenset(
        "seriously critically severely gravely badly lightly slightly mortally fatally".split()
    ),
    says=SAYS,
    by=BY,
    that=frozenset({"that"}),
    participle_needs_auxiliary=True,
    care=Patterns({
        "to hospital|to hospitals|to the hospital|to a hospital|to safety|to shelter|to a shelter"
        "|to the shelter|to court|to a clinic|to the clinic|to school|to task|on a tour|on a trip"
        "|on a visit|with him|with her|liable|responsible|accountable": True,
    }),
    besieged=Patterns({
        "in the city|in the town|in the enclave|in the district|in the area|in the valley"
        "|in the camp|behind the lines|between the lines|by the fighting|by fighting"
        "|in the fighting|inside the city|inside the town|inside the enclave": True,
    }),
    away=frozenset("from away off".split()),
    carriers=frozenset("ambulance ambulances bus buses train trains convoy convoys ferry ferries "
                       "boats rescuers firefighters medics paramedics nurses doctors crews "
                       "volunteers helicopter helicopters rubble ruins debris wreckage flames "
                       "scene".split()),
    jails=frozenset("prison camp barracks base cells jail quarry basement station headquarters "
                    "detention location mill garrison dungeon pit".split()),
    captors=frozenset("armed gunmen fighters militants militiamen soldiers troops rebels raiders "
                      "attackers men riders bandits kidnappers insurgents militia army".split()),
    forces=frozenset("army brigade battalion regiment division corps unit platoon company squad "
                     "militia troops navy guard command column garrison patrol fighters rebels "
                     "guerrillas insurgents we our front movement".split()),
    kin=frozenset("sons daughters brothers sisters children siblings grandchildren cousins nephews "
                  "nieces uncles relatives son daughter brother sister".split()),
)  # fmt: skip
