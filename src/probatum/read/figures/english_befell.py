"""What befell those counted, in English: nouns, verbs and phrases, and where they stand."""

from __future__ import annotations

from probatum.read.figures.english_nouns import SUFFERED
from probatum.read.figures.lexicon import triggers
from probatum.read.figures.patterns import Patterns

BEFELL = Patterns(triggers({
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
    "|could not be saved|could not be revived|did not pull through|not survived"
    "|choked to death|found shot|were found shot"
    "|are dead|is dead|was dead|was found dead|were found dead|found dead": ("killed", "v"),
    "death threats|death threat|death sentences|death squads"
    "|death sentence|death penalty|death notices|death warrants|death row": ("killed", "k"),
    "martyrs|martyr|extrajudicial executions|extrajudicial killings|summary executions"
    "|unlawful killings|unlawful killing|extrajudicial execution": ("killed", "n"),
    "dead": ("killed", "np"), "deaths|fatalities|death|fatality|killings": ("killed", "n"),
    "claimed the lives of|claimed|took the lives of|cost the lives of|lives of|deaths of"
    "|death of|killing of|murder of|murders of|loss of|execution of|executions of|massacre of"
    "|slaughter of|beheading of|shooting of|assassination of|lynching of|hanging of"
    "|stabbing of|drowning of|strangling of|poisoning of|butchering of|slaying of"
    "|burning alive of"
    "|deaths among|drownings of|deaths in custody of|death in custody of|deaths in detention of"
    "|death in detention of|deaths in prison of": ("killed", "b"),
    "fell|fallen": ("killed", "vk"),
    "wounding of|injuring of|injuries to|maiming of": ("injured", "b"),
    "disappearance of|disappearances of|lost touch with|lost contact with|no word from"
    "|no news of|no trace of": ("missing", "b"),
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
    "damage to|damage at": ("buildings-damaged", "bh"),
    "lives": ("killed", "n"),
    "death toll|toll|among the dead are|among the dead were|the dead include"
    "|the dead included|the dead were|number of dead|number of deaths"
    "|number of killed|number killed|deaths at|the dead at|the dead to|number of fatalities"
    "|the victims include": ("killed", "bt"),
    "buried": ("killed", "bp"), "burying|buries|bury": ("killed", "b"),
    "lost|losing|lose|loses": ("killed", "bk"),
    "family of": ("killed", "k"), "wiped out": ("killed", "p"),
    "picked off|eliminated|liquidated|neutralised|neutralized": ("killed", "bph"),
    "dead numbered|the dead are|dead are|the dead :|killed :|dead :|fatalities :|deaths :":
    ("killed", "bt"),
    "wounded :|injured :|injuries :": ("injured", "bt"), "missing :": ("missing", "bt"),
    "beaten to death|tortured to death|hacked to death|stabbed to death|crushed to death"
    "|did not survive|died of wounds|burned to death|burnt to death"
    "|bled to death|froze to death|frozen to death|starved to death|burned to death"
    "|trampled to death|beat to death|shelled to death|kicked to death|clubbed to death"
    "|whipped to death|tortured to death|choked to death|died of cold":
    ("killed", "v"),
    "beaten up|beaten|badly beaten|severely beaten|roughed up|tortured|whipped|flogged|clubbed"
    "|mutilated|scalded|pistol - whipped": ("injured", "p"),
    "torturing|flogging|maltreating": ("injured", "bh"),
    "underwent surgery|needed surgery|been operated on|were operated on|been treated"
    "|had broken ribs|had broken arms|had broken legs|suffered broken": ("injured", "v"),
    "taken to hospital|rushed to hospital|brought to hospital|flown to hospital"
    "|sent to hospital|taken to the hospital|brought to the hospital|among the wounded"
    "|among the injured|in critical condition|in serious condition": ("injured", "v"),
    "among the dead": ("killed", "btv"),
    "among those killed|among the victims": ("killed", "v"),
    "in intensive care|hospitalised|hospitalized|in hospital|were treated|being treated"
    "|treated for": ("injured", "v"),
    "arrived|were brought in|brought in|came in": ("injured", "vq"),
    "admitted|treated|treating|received|took in|taken in": ("injured", "bvq"),
    "injured at|wounded at|injured to|wounded to": ("injured", "bt"),
    "missing at|missing to": ("missing", "bt"),
    "wounded|injured|hurt|maimed": ("injured", "bpn"),
    "wound|injure|maim|wounding|injuring|wounds|injures|maiming|hurting": ("injured", "b"),
    "injuries": ("injured", "nt"), "were treated for injuries": ("injured", "v"),
    SUFFERED: ("injured", "v"),
    "cut by|hit by shrapnel|struck by shrapnel|hit by bullets|hit by splinters"
    "|hit by flying|struck by flying|struck by bullets": ("injured", "v"),
    "number of wounded|number of injured|among the wounded were": ("injured", "bt"),
    "we are missing|nobody has heard from|no one has heard from|not heard from"
    "|nobody has seen": ("missing", "bh"),
    "missing|unaccounted for": ("missing", "nv"),
    "buried under|buried beneath|buried in the rubble"
    "|absent from the roll call|absent from roll call|absent from class"
    "|as missing|listed as missing|registered as missing|declared missing|reported as missing"
    "|recorded as missing|considered missing|counted as missing|under the rubble"
    "|under rubble|under the debris|under debris|under the ruins|beneath the rubble"
    "|beneath rubble|in the rubble|under the wreckage|under collapsed buildings|untraced"
    "|whereabouts are unknown|whereabouts unknown|among the missing|among those missing"
    "|not yet been found|not been accounted for|not been located|not been traced"
    "|remain buried|feared buried|entombed": ("missing", "v"),
    "remain trapped|remained trapped|still trapped|are trapped|feared trapped|be trapped"
    "|trapped under|trapped beneath|trapped below|trapped inside|trapped in": ("missing", "vx"),
    "as dead|as killed|listed as dead|declared dead|pronounced dead|reported as dead"
    "|listed as killed":
    ("killed", "v"),
    "in a critical condition|in a serious condition|with gunshot wounds"
    "|with shrapnel wounds|with bullet wounds|with burns|with head injuries|with wounds"
    "|with injuries|with broken arms|with broken legs|with broken bones|in a coma"
    "|on life support|unconscious|fighting for their lives"
    "|fighting for his life|fighting for her life|in shock|in pain|in agony": ("injured", "v"),
    "among the detained|among the arrested|among those detained|among those arrested"
    "|among the detainees|among the prisoners": ("detained", "btv"),
    "among the abducted|among those abducted|among the hostages|among those taken"
    "|among the kidnapped": ("abducted", "btv"),
    "among the displaced|among those displaced": ("displaced", "btv"),
    "made off with|went off with|drove off with|rode off with|carried away": ("abducted", "bh"),
    "disappeared|vanished|disappear|vanish|have disappeared|went missing|did not come back"
    "|did not return"
    "|never came back|never returned|never found|never been found|not been found|not been seen"
    "|never seen again|not been heard from|not been heard of|lost without trace"
    "|failed to return|not come back|not come home|not returned home|never come back"
    "|never came home|never come home|not seen since|never been seen|never heard from"
    "|not reappeared|still not home|still not back|yet to return|yet to come home"
    "|yet to come back|yet to be found|yet to be traced|yet to be seen|yet to reappear"
    "|not reached home|not made it home|not made it back": ("missing", "v"),
    "forcibly disappeared": ("missing", "p"),
    "disappearances|disappearance|enforced disappearance": ("missing", "n"),
    "forced enlistment|forced enlistments|forced recruitment|forcible recruitment"
    "|forced conscription|forced mobilisation|press - ganging": ("abducted", "n"),
    "press - ganged|forcibly recruited|forcibly conscripted|forcibly enlisted|conscripted"
    "|forcibly mobilised": ("abducted", "bp"),
    "raped|gang - raped|sexually assaulted|sexually abused": ("other", "bp"),
    "raping": ("other", "b"),
    "number of missing|list of missing|list of the missing|list of the disappeared"
    "|number of the missing|number of disappeared|number of the disappeared"
    "|list of disappeared": ("missing", "bt"),
    "list of the dead|list of dead|list of the killed|list of those killed": ("killed", "bt"),
    "list of the wounded|list of the injured|list of wounded|list of injured": ("injured", "bt"),
    "displaced|uprooted|internally displaced|made homeless|left homeless|driven from * homes"
    "|driven from their homes|driven out|forced out|forced from their homes|forced to flee"
    "|forced to leave their homes|forcibly displaced": ("displaced", "bpn"),
    "|".join(
        f"{leave} the {place}"
        for leave in ("left", "abandoned", "quit", "leaving", "fled")
        for place in ("city town village district quarter area region valley camp province "
                      "island settlement suburb".split())
    ): ("displaced", "vh"),
    "have left|had left|has left|left the": ("displaced", "vd"),
    "crossed the river|crossed the lake|crossed the strait|crossed the front line"
    "|crossed the line|crossed the mountains|crossed the pass|crossed the bridge"
    "|crossed by boat": ("displaced", "vl"),
    "have reached|had reached|has reached|have arrived in|had arrived in|have arrived from"
    "|had arrived from|have arrived on foot|been sleeping|now sleeping|are on the move"
    "|were on the move|camping on|camped on|camped at|camping at|camping out|now camping"
    "|had to leave their|slept in the open|sleep in the open|now live in|now living in|" + "|".join(
        f"{live} the {house}" for live in ("living in", "sleeping on", "lived in")
        for house in "church school mosque hall gymnasium stadium open floor streets".split()
    ): ("displaced", "vl"),
    "rehouse|rehouses|rehoused|rehousing|rehome|rehomed|rehoming|resettle|resettling|sheltering":
    ("displaced", "bh"),
    "live in tents|lives in tents|live in camps|have had to leave|has had to leave"
    "|had had to leave|living in tents|living in camps|living in a camp|living in shelters"
    "|living in tented"
    "|camped in|camping in|sheltered in|housed in|sleeping rough": ("displaced", "v"),
    "evacuated": ("displaced", "bp"),
    "moved to|moved out|relocated|resettled|evacuated from|evacuated to|been evacuated"
    "|were evacuated|sleeping in|sheltering in|left without homes|out of their homes":
    ("displaced", "v"),
    "driven from|forced from|expelled from|chased from|uprooted from|turned out of|hounded from"
    "|pushed out of|hounded out of|chased out of|displaced from": ("displaced", "p"),
    "deported|forcibly transferred|forcibly moved|forcibly relocated|forcibly resettled"
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
    "as refugees|sought refuge abroad|sought asylum|" + "|".join(
        f"{have}{abroad}" for have in ("", "have ", "had ") for abroad in (
            "crossed the border", "crossed into", "fled abroad", "fled the country",
            "fled across the border", "fled over the border", "fled across the frontier",
            "fled to neighbouring", "left the country", "gone abroad", "crossed the frontier",
        )
    ): ("refugees", "v"),
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
    "arrests": ("detained", "bxn"),
    "detentions|detention|arbitrary detention|arbitrary arrest": ("detained", "n"),
    "herded|bundled|corralled|locked|locks|penned|crammed|frogmarched|herding|bundling|locking"
    "|corralling|cramming|frogmarching": ("detained", "bph"),
    "loaded|loading|load": ("abducted", "bph"),
    "in the hands of|in rebel hands|in enemy hands": ("abducted", "v"),
    "in its hands|in their hands|in his hands|in our hands|in government hands"
    "|in their prison|in their jail|in their cells|in its prison|in its jail|in their prisons"
    "|in their dungeons|in their camps": ("detained", "v"),
    "surrendered|remain in detention|remain in custody|are in custody|remain behind bars"
    "|are in captivity|remain in captivity": ("detained", "v"),
    "took away|takes away|taking away|drag away|leading away|dragging away": ("detained", "bh"),
    "shot down|shot up|shot at near|shot at by|shot at from|shot at while|shot at in|shot at as"
    "|shot at when|shot at on|shot at .|shot at ,": ("killed", "k"),  # of nobody else
    "seize|seizes|snatch|snatches": ("abducted", "bx"),
    "burning|burn|burns|torches|torch": ("buildings-destroyed", "bh"),
    "pulled off the bus|taken off the bus|dragged off the bus|pulled off a bus|taken off a bus"
    "|dragged off|dragged from|dragged out|hauled off|hauled from|snatched from"
    "|pulled from their homes|pulled from their beds|taken from their homes"
    "|taken from their beds|" + "|".join(
        f"{put} into {a} {van}" for put in ("put", "forced", "shoved", "pushed", "thrown")
        for a in ("a", "the") for van in "van car truck lorry bus pick-up jeep".split()
    ): ("abducted", "ph"),
    "taken": ("abducted", "pm"), "took|removed|removing": ("abducted", "bm"),
    "drove": ("displaced", "bm"),
    "taken away|led away|marched away|marched off|driven away|hauled away|dragged away":
    ("detained", "bp"),
    "prisoners taken": ("detained", "n"),
    "abducted|kidnapped|taken hostage|carried off|snatched|seized": ("abducted", "bpx"),
    "abducting|abduct|kidnap|kidnapping|snatching|abducts|kidnaps": ("abducted", "b"),
    "abduction|kidnapping|abductions|kidnappings|hostages|abductees": ("abducted", "n"),
    "bodies|corpses|dead bodies|sets of remains": ("bodies-found", "n"),
    "bodies of|corpses of|remains of|body of|exhumed": ("bodies-found", "b"),
    "number of bodies": ("bodies-found", "bt"), "exhumed|unearthed": ("bodies-found", "p"),
    "destroyed|razed|flattened|demolished|levelled|leveled|ruined|gutted|reduced to rubble"
    "|reduced to ashes|reduced to ruins|reduced to dust|turned to rubble|razed to the ground"
    "|burned out|burnt out|pulverised|obliterated|burned down|burnt down|wrecked"
    "|blown up|torched": ("buildings-destroyed", "bp"),
    "consumed|swallowed": ("buildings-destroyed", "bh"),
    "destroying|destroy|raze|demolish|flatten|razing|flattening|demolishing|levelling|gutting"
    "|destroys|burning down"
    "|wrecking": ("buildings-destroyed", "b"),
    "burned|burnt": ("buildings-destroyed", "bv"),
    "went up in flames|consumed by fire|consumed by flames|burnt out completely"
    "|collapsed|burned to the ground|lie in ruins|burnt to the ground|lay in ruins"
    "|lie in ashes|lay in ashes|burned to ashes|burnt to ashes|burned to cinders|lie in rubble"
    "|without a roof|without roofs|in ruins":
    ("buildings-destroyed", "v"),
    "gone|are gone|were gone|is gone": ("buildings-destroyed", "vh"),
    "uninhabitable|without windows|lost their roofs|lost its roof|lost their windows"
    "|have no roof|have no roofs|has no roof|had no roof|had no roofs|have no windows"
    "|had no windows|have no walls|had their windows|had their roofs|lost windows"
    "|lost roofs": ("buildings-damaged", "v"),
    "with damaged|with broken|with shattered|with smashed|with cracked|with holed|with missing"
    "|with blown - out|with collapsed|with holes in": ("buildings-damaged", "vh"),
    "with missing limbs|with missing legs|with amputated limbs": ("injured", "v"),
    "hospital treated|hospitals treated|clinic treated|doctors treated|medics treated"
    "|nurses treated|teams treated": ("injured", "bh"),
    "damaged|badly damaged|partly damaged|partially damaged|severely damaged"
    "|destroyed or damaged|damaged or destroyed": ("buildings-damaged", "bp"),
    "hit|struck": ("buildings-damaged", "bph"),
    "damaging|damages": ("buildings-damaged", "b"),
}))  # fmt: skip
