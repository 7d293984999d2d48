"""Words around figures in English."""

from probatum.read.figures.lexicon import FigureWords, triggers
from probatum.read.figures.patterns import Patterns

ENGLISH = FigureWords(
    triggers=Patterns(triggers({
        "killed|slain|murdered|executed|massacred|slaughtered|shot dead|gunned down|shot and killed"
        "|burned alive|burnt alive|beheaded": ("killed", "bpn"),
        "shot": ("killed", "bpx"), "killing|kills|kill|murdering|executing": ("killed", "b"),
        "died|perished|lost their lives|have lost their lives|die|dies|drowned|succumbed|were dead"
        "|are dead|is dead|was dead|was found dead|were found dead": ("killed", "v"),
        "dead": ("killed", "np"), "deaths|fatalities|death|fatality|killings": ("killed", "n"),
        "claimed the lives of|claimed|took the lives of|cost the lives of|lives of|deaths of"
        "|death of"
        "|killing of|the murder of|loss of": ("killed", "b"),
        "lives": ("killed", "n"),
        "death toll|toll|among the dead are|among the dead were|the dead include"
        "|the dead included|the dead were|number of dead|number of deaths"
        "|number of killed|number killed|deaths at|the dead at|the dead to|number of fatalities"
        "|the victims include": ("killed", "bt"),
        "buried|burying": ("killed", "b"), "lost": ("killed", "bk"),
        "eliminated|liquidated": ("killed", "bph"),
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
        "wounding|injuring|wounds|injures|maiming|hurting": ("injured", "b"),
        "injuries": ("injured", "nt"), "suffered injuries|suffered wounds|suffered burns"
        "|were treated for injuries|sustained injuries|suffered shrapnel wounds": ("injured", "v"),
        "number of wounded|number of injured|among the wounded were": ("injured", "bt"),
        "missing|unaccounted for": ("missing", "nv"),
        "disappeared|vanished|have disappeared|went missing|did not come back|did not return"
        "|never came back|never returned|never found|never been found|not been found|not been seen"
        "|never seen again|not been heard from|not been heard of|lost without trace"
        "|failed to return": ("missing", "v"),
        "forcibly disappeared": ("missing", "p"), "disappearances": ("missing", "n"),
        "number of missing|list of missing": ("missing", "bt"),
        "displaced|uprooted|internally displaced|made homeless|left homeless|driven from * homes"
        "|driven from their homes|driven out|forced out|forced from their homes|forced to flee"
        "|forced to leave their homes|forcibly displaced": ("displaced", "bpn"),
        "moved to|moved out|relocated|resettled|evacuated from|evacuated to|been evacuated"
        "|were evacuated|sleeping in|sheltering in|left without homes|out of their homes":
        ("displaced", "v"),
        "displacing|uprooting|driving|forcing": ("displaced", "b"),
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
        "number of refugees": ("refugees", "bt"),
        "detained|arrested|jailed|imprisoned|interned": ("detained", "bp"),
        "captured|rounded up|taken prisoner"
        "|taken captive|taken into custody|behind bars|held captive|taken prisoners"
        "|held|locked up|in detention|in custody|in captivity": ("detained", "bpx"),
        "detaining|arresting|holding|imprisoning|capturing|detains|holds": ("detained", "bx"),
        "arrests": ("detained", "bxn"), "detentions": ("detained", "n"),
        "surrendered|remain in detention|remain in custody|are in custody|remain behind bars"
        "|are in captivity|remain in captivity": ("detained", "v"),
        "taken": ("abducted", "pm"), "took|removed|removing": ("abducted", "bm"),
        "drove": ("displaced", "bm"),
        "taken away|led away|marched away|marched off|driven away|hauled away|dragged away":
        ("detained", "bp"),
        "prisoners taken": ("detained", "n"),
        "abducted|kidnapped|taken hostage|carried off|snatched|seized": ("abducted", "bpx"),
        "abducting|kidnapping|snatching|abducts|kidnaps": ("abducted", "b"),
        "abductions|kidnappings|hostages": ("abducted", "n"),
        "bodies|corpses|dead bodies|sets of remains": ("bodies-found", "n"),
        "bodies of|corpses of|remains of|body of|exhumed": ("bodies-found", "b"),
        "number of bodies": ("bodies-found", "bt"), "exhumed|unearthed": ("bodies-found", "p"),
        "destroyed|razed|flattened|demolished|levelled|leveled|ruined|gutted|reduced to rubble"
        "|burned down|burnt down|wrecked|blown up|torched": ("buildings-destroyed", "bp"),
        "destroying|razing|flattening|demolishing|levelling|gutting|destroys|burning down"
        "|wrecking": ("buildings-destroyed", "b"),
        "burned|burnt|collapsed|burned to the ground|lie in ruins|burnt to the ground|lay in ruins"
        "|without a roof|without roofs|in ruins":
        ("buildings-destroyed", "v"),
        "uninhabitable|without windows|lost their roofs|lost its roof": ("buildings-damaged", "v"),
        "hospital treated|hospitals treated|clinic treated|doctors treated|medics treated"
        "|nurses treated|teams treated": ("injured", "bh"),
        "damaged|badly damaged|partly damaged|partially damaged|severely damaged"
        "|destroyed or damaged|damaged or destroyed": ("buildings-damaged", "bp"),
        "hit|struck": ("buildings-damaged", "bph"),
        "damaging|damages": ("buildings-damaged", "b"),
    })),
    people=Patterns({
        "people|persons|person|residents|resident|villagers|villager|inhabitants|neighbours|locals"
        "|neighbors|sons|daughters|brothers|sisters|siblings|grandchildren|cousins|colleagues|nephews|nieces|uncles"
        "|watchmen|men and women|victims|victim|adults|others|members|citizens|passengers|patients"
        "|patient|worshippers|mourners|workers|worker|miners|farmers|farmer|pupils|students|student"
        "|teachers|teacher|men , women and children|relatives|families|elderly|pensioners|drivers"
        "|driver|employees|shoppers|protesters|demonstrators|activists|officials|lawyers|priests"
        "|individuals|souls|townspeople|migrants|survivors|police officers|policemen|officers"
        "|refugees|prisoners of conscience|staff|women and children|passers - by|customers"
        "|diners|guests|household members|bystanders|commuters"
        "|councillors|labourers|shepherds|fishermen|monks|clergymen|herders|herdsmen|shopkeepers"
        "|traders|sailors|pilgrims|firefighters|rescuers": "not-stated",
        "civilians|civilian|non - combatants|noncombatants": "civilians",
        "children|child|minors|boys|girls|boy|girl|babies|infants|toddlers|schoolchildren"
        "|schoolgirls|schoolboys|schoolgirl|schoolboy|newborns|youths|baby"
        "|infant|teenagers|youngsters": "children",
        "women|woman|mothers": "women", "men|man": "men",
        "soldiers|soldier|troops|fighters|fighter|combatants|militants|militiamen|servicemen|rebels"
        "|gunmen|service members|servicewomen|paramilitaries|guerrillas|recruits|conscripts"
        "|insurgents|enemy personnel|military personnel|marines|defenders|attackers": "combatants",
        "medics|medic|nurses|nurse|doctors|doctor|paramedics|paramedic|health workers|surgeons"
        "|medical workers|medical staff|ambulance workers|hospital staff|midwives|ambulance drivers"
        "|health staff|first responders": "medical-staff",
        "journalists|journalist|reporters|reporter|photographers|photographer|media workers"
        "|correspondents|camera operators": "journalists",
        "aid workers|aid worker|humanitarian workers|relief workers|humanitarians|volunteers"
        "|humanitarian staff|aid staff": "humanitarian-staff",
        "prisoners|prisoner|detainees|detainee|prisoners of war|inmates|captives|convicts|hostage":
        "detainees",
    }),
    buildings=Patterns({
        "houses|house|homes|home|buildings|building|apartments|flats|apartment blocks|apartment"
        "|schools|school|hospitals|hospital|clinics|churches|mosques|shops|structures|dwellings"
        "|residential buildings|blocks|warehouses|kindergartens|cottages|farms|households|huts"
        "|properties|blocks of flats|apartment buildings|tower blocks|temples|libraries"
        "|barns|bakeries|stables|sheds|workshops|dormitories|monasteries|farm buildings": True,
    }),
    things=Patterns({
        "bombs|bomb|shells|grenades|mines|bullets|shots|cows|cattle|sheep|goats|horses|animals|dogs|birds|villages|towns|tanks|vehicles|trucks"
        "|cars"
        "|drones|missiles|rockets|ships|boats|aircraft|helicopters|planes|hours|days|weeks|months"
        "|years|minutes|times|kilometres|miles|per|percent|million|attacks|strikes|raids|incidents"
        "|guns|weapons|trees|hectares|tonnes|tons|pigs|chickens|livestock|bridges|roads"
        "|attempts|cases|countries|families|places|positions|battalions|brigades|units": True,
    }),
    bounds=Patterns({
        "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|upwards of"
        "|upward of|minimum": "at_least",
        "could pass|may pass|could top|may top|exceed|surpass|more than|over|above|in excess of"
        "|well over|well above|greater than|exceeds|exceeded"
        "|exceeding|surpassed|passed": "more_than",
        "about|around|some|approximately|roughly|nearly|almost|close to|an estimated|estimated"
        "|circa|in the region of|in the order of|just under|just over|approx .|an average of":
        "about",
        "up to|as many as|no more than|not more than|at most|a maximum of|at the most|maximum"
        "|as much as": "up_to",
        "less than|fewer than|under|below": "less_than",
        "exactly|precisely|only|just|a total of|in all|as few as": "exact",
    }),
    bounds_behind=Patterns({
        "or more|at least|and counting|at a minimum|or above": "at_least",
        "or so|or thereabouts|approximately": "about",
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
    changes=Patterns({"rose|risen|rises|increased|grew|grown|climbed|jumped|raised|fell|revised|puts"
                      "|went|gone|up|"
                      "reached|reaching|pass|exceed|climbing|hit|stands|stood|put|rising|passed":
                      True}),
    units=Patterns({
        "%|per cent|percent|year|years|- year|km|kilometres|kilometers|metres|meters|miles|mm"
        "|$|€|£|degrees|hours|days|minutes|times|votes|st|nd|rd|th|- millimetre|- mm|o'clock"
        "|a.m.|p.m.|countries|billion dollars|dollars|euros": True,
    }),
    not_before=Patterns({
        "$|€|£|№|no .|nos .|number|box|aged|age|page|article|rule|section|room|unit|brigade|flat"
        "|school|division|battalion|regiment|highway|route|level|day|no|phone|chapter|#|point"
        "|mother of|father of|parent of|parents of|widow of|friend of|cousin of|brother of"
        "|sister of|relatives of|resolution|floor|gate|block|camp|ward|hill|checkpoint": True,
    }),
    as_of=Patterns({"as of|as at|by": True}),
    over=Patterns({"across|throughout|in|around": True}),
    according=Patterns({
        "according to|in the words of|data from|figures from|the count of|estimates by|a count by"
        "|a tally by|says a report by|in a report by": True,
    }),
    numbers=Patterns({
        "figure|figures|number|numbers|toll|death toll|count|tally|total|estimate|estimates": True,
    }),
    unnamed=Patterns({
        "reportedly|according to preliminary data|according to preliminary reports|preliminary data"
        "|unconfirmed reports|unverified reports|according to initial reports|it is said": True,
    }),
    nobody=frozenset("nobody none no-one".split()),
    says=Patterns({
        "said|says|say|told|reported|reports|announced|announces|stated|states|claimed|claims|claim"
        "|estimates|estimated|estimate|documented|counted|recorded|verified|registered|confirmed"
        "|confirms|confirm|denied|denies|deny|denying|wrote|writes|put|puts|insisted|insists|listed"
        "|acknowledged|admitted|admits|admit|acknowledges|believes|believe|warned|warns|added"
        "|adds|declared|alleged|alleges|disputed|disputes|gave|show|shows|posted|tweeted|testified"
        "|insist|speak of|speaking of|talks of|talked of|quoted|quotes|calculates|calculated"
        "|mentions|mentioned|maintains|conceded|boasted|speaks of|spoke of|cited|recalled|allege"
        "|logged|argues"
        "|noted|notes|revised|asserted|asserts|suggests|suggested": True,
    }),
    by=Patterns({
        "announced by|given by|published by|reported by|claimed by|counted by|confirmed by"
        "|verified by|put out by|released by|issued by|cited by|documented by|acknowledged by"
        "|registered by|stated by|estimated by|recorded by|admitted by": True,
    }),
    that=frozenset({"that"}),
    participle_needs_auxiliary=True,
    care=Patterns({
        "to hospital|to hospitals|to the hospital|to a hospital|to safety|to shelter|to a shelter"
        "|to the shelter|to court|to a clinic|to the clinic|to school|to task|on a tour|on a trip"
        "|on a visit|with him|with her|liable|responsible|accountable": True,
    }),
    away=frozenset("from away".split()),
    carriers=frozenset("ambulance ambulances bus buses train trains convoy convoys ferry ferries "
                       "boats rescuers firefighters medics paramedics nurses doctors crews "
                       "volunteers helicopter helicopters rubble ruins debris wreckage flames "
                       "scene".split()),
    jails=frozenset("prison camp barracks base cells jail quarry basement station headquarters "
                    "detention location mill garrison dungeon pit".split()),
    captors=frozenset("armed gunmen fighters militants militiamen soldiers troops rebels raiders "
                      "attackers men riders bandits kidnappers insurgents militia army".split()),
    kin=frozenset("sons daughters brothers sisters children siblings grandchildren cousins nephews "
                  "nieces uncles relatives son daughter brother sister".split()),
)  # fmt: skip
