"""Words around figures in English."""

from probatum.read.figures.english_befell import BEFELL
from probatum.read.figures.english_nouns import BUILDINGS, PEOPLE, THINGS
from probatum.read.figures.english_sources import ACCORDING, BY, SAYS, UNNAMED
from probatum.read.figures.lexicon import FigureWords, Relation
from probatum.read.figures.patterns import Patterns

_EARLIER = tuple(
    f" {when}"
    for when in (
        *(f"a {time} {word}" for time in ("week", "month", "year", "day")
          for word in ("earlier", "before", "ago")),
        "in any previous", "in any other", "in any year", "ever before",
        "in all of", "in the same", "in the whole of", "the day before", "the week before",
        "the month before", "the year before", "last week", "last month", "last year",
        "the previous",
    )
)  # fmt: skip
_MORE: tuple[tuple[str, Relation], ...] = (
    ("more", "higher"), ("fewer", "lower"), ("less", "lower"),
)  # fmt: skip
_SHARES = ("a third", "a quarter", "a half", "a fifth", "a tenth", "two thirds")

_RELATIVES: tuple[tuple[str, Relation], ...] = (("higher", "higher"), ("lower", "lower"))
_NUMBERS = "number figure toll count total estimate figures numbers estimates".split()

ENGLISH = FigureWords(
    triggers=BEFELL,
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
        "|around about|nearer|perhaps|maybe"
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
        "+|or more|at least|and counting|at a minimum|or above|minimum"
        "|at the very least": "at_least",
        "- odd|odd|or so|or thereabouts|approximately|give or take|or nearly so": "about",
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
        **{
            f"{a}{very}{more} {number}": "far_higher" if very and relation == "higher" else relation
            for a in ("a ", "")
            for very in ("", "much ", "far ")
            for more, relation in _RELATIVES
            for number in (*_NUMBERS, "death toll")
        },
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
        "number of|number of the|tally of|tally of the|count of the|toll of the|figure for"
        "|figure for the|total of|toll of|count of|list of|flood of|influx of|exodus of": True,
    }),
    changes=Patterns({"fallen|rose|risen|rises|increased|grew|grown|climbed|jumped|raised|fell|revised"
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
        "|platoon|company|squad|squadron|corps|battery|battalions|sector|grid|zone|block"
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
        "seriously critically severely gravely badly lightly slightly mortally fatally critical "
        "serious".split()
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
    burns=Patterns({"burned|burnt": True}),
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
                     "guerrillas insurgents we our front movement enemy enemies junta regime "
                     "ambush".split()),
    kin=frozenset("sons daughters brothers sisters children siblings grandchildren cousins nephews "
                  "nieces uncles relatives son daughter brother sister".split()),
)  # fmt: skip
