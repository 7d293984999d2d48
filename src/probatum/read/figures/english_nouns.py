"""What numbers count in English: people of all kinds, buildings, things, what is suffered."""

from probatum.read.figures.patterns import Patterns

PEOPLE = Patterns({
    "people|persons|person|residents|resident|villagers|villager|inhabitants|neighbours|locals"
    "|neighbors|sons|daughters|brothers|sisters|siblings|grandchildren"
    "|cousins|colleagues|nephews|nieces|uncles"
    "|watchmen|men and women|victims|victim|adults|others|members|citizens|passengers|patients"
    "|patient|worshippers|mourners|workers|worker|miners|farmers|farmer|students|student"
    "|teachers|teacher|men , women and children|relatives|families|elderly|pensioners|drivers"
    "|driver|employees|shoppers|protesters|demonstrators|activists|officials|lawyers|priests"
    "|individuals|souls|townspeople|migrants|survivors|police officers|policemen|officers"
    "|refugees|prisoners of conscience|staff|women and children|passers - by|customers"
    "|diners|guests|household members|bystanders|commuters"
    "|councillors|labourers|shepherds|fishermen|monks|clergymen|herders|herdsmen|shopkeepers"
    "|traders|sailors|pilgrims|firefighters|rescuers|tourists|prisoners of war|seamen|deminers"
    "|engineers|technicians|electricians|cooks|waiters|vendors|musicians|dancers|players"
    "|hikers|holidaymakers|evacuees|deportees|crew members|crewmen|crew|mechanics|clerks"
    "|porters|boatmen|ferrymen|beekeepers|bakers|carpenters|masons|builders|bricklayers"
    "|loggers|foresters|hunters|rangers|guards|railwaymen|dockers|dockworkers|postmen|couriers"
    "|opponents|dissidents|critics|strikers|marchers|picketers|participants|attendees"
    "|politicians|lawmakers|deputies|senators|mayors|diplomats|envoys|ministers|judges"
    "|prosecutors|interpreters|translators|academics|scholars|professors|lecturers|scientists"
    "|artists|writers|poets|bloggers|singers|nuns|pastors|bishops|imams|clerics|believers"
    "|parishioners|congregants|nationals|foreigners|expatriates|peasants|planters|pickers"
    "|fugitives|suspects|returnees|orphans|twins|couples|kids|folk|souls on board|parents"
    "|widows|grandmothers|grandparents|wives|husbands|adults and children|athletes|campers"
    "|cyclists|motorists|pedestrians|spectators|fans|revellers|partygoers|onlookers|watchmen"
    "|cleaners|servants|gardeners|plumbers|welders|stallholders|peddlers|market women"
    "|fishwives|housewives|lodgers|drovers|porters|sisters - in - law"
    "|countrymen|townsfolk|islanders|highlanders|worshipers|lodgers|trainees"
    "|kurds|arabs|serbs|croats|turks|poles|czechs|slovaks|greeks|danes|finns|swedes|jews|muslims"
    "|christians|hindus|sikhs|tajiks|uzbeks|kazakhs|tatars|berbers|tuaregs|yazidis|druze|copts"
    "|apprentices|schoolmates|classmates|co - workers|workmates|stallkeepers|woodcutters|reapers"
    "|harvesters|charcoal burners|goatherds|ferry passengers|bus passengers|train passengers"
    "|counsellors|psychologists|pharmacists|veterinarians|social workers|colleagues of ours"
    "|policewomen|police|gendarmes|constables|detectives|inspectors|carers|caregivers"
    "|prisoners' relatives|homeowners|tenants|occupants|elders|chiefs|notables|settlers"
    "|nomads|lads|lasses|chaps|blokes|guys|fellows|castaways|divers|crew and passengers"
    "|thieves|thief|smugglers|poachers|robbers|looters|criminals|gangsters|vendors|ploughmen"
    "|stowaways|sympathisers|supporters"
    "|opposition supporters|collaborators|informers|hostage negotiators": "not-stated",
    "civilians|civilian|non - combatants|noncombatants": "civilians",
    "children|child|minors|pupils|pupil|boys|girls|boy|girl|babies|infants|toddlers|schoolchildren"
    "|schoolgirls|schoolboys|schoolgirl|schoolboy|newborns|youths|baby"
    "|infant|teenagers|youngsters": "children",
    "women|woman|mothers": "women", "men|man": "men",
    "soldiers|soldier|troops|fighters|fighter|combatants|militants|militiamen|servicemen|rebels"
    "|gunmen|service members|servicewomen|paramilitaries|guerrillas|recruits|conscripts"
    "|occupiers|invaders"
    "|insurgents|enemy personnel|military personnel|marines|defenders|attackers|terrorists"
    "|extremists|jihadists|separatists|mercenaries|commandos|partisans|saboteurs|assailants"
    "|gunners|snipers|cadets|reservists|peacekeepers|privates|sergeants|paratroopers|bandits"
    "|warriors|infantrymen|comrades|troopers|scouts|riflemen|sappers|tank crewmen|border guards"
    "|national guardsmen|guardsmen"
    "|raiders|legionnaires|servicepeople|suicide bombers": "combatants",
    "medics|medic|nurses|nurse|doctors|doctor|paramedics|paramedic|health workers|surgeons"
    "|medical workers|medical staff|ambulance workers|hospital staff|midwives|ambulance drivers"
    "|health staff|first responders|physicians|anaesthetists|medical students|orderlies"
    "|stretcher bearers|healthcare workers|hospital workers|ambulance crew members":
    "medical-staff",
    "journalists|journalist|reporters|reporter|photographers|photographer|media workers"
    "|correspondents|camera operators|cameramen|editors|broadcasters|press photographers"
    "|media staff|news workers|cameraman|photojournalists": "journalists",
    "aid workers|aid worker|humanitarian workers|relief workers|humanitarians|volunteers"
    "|humanitarian staff|aid staff": "humanitarian-staff",
    "prisoners|prisoner|detainees|detainee|prisoners of war|inmates|captives|convicts|hostage"
    "|internees|political prisoners": "detainees",
})  # fmt: skip
BUILDINGS: Patterns[bool] = Patterns({
    "houses|house|homes|home|buildings|building|apartments|flats|apartment blocks|apartment"
    "|schools|school|hospitals|hospital|clinics|churches|mosques|shops|structures|dwellings"
    "|residential buildings|blocks|warehouses|kindergartens|cottages|farms|households|huts"
    "|properties|blocks of flats|apartment buildings|tower blocks|temples|libraries"
    "|barns|bakeries|stables|sheds|workshops|dormitories|monasteries|farm buildings|villas"
    "|bungalows|shacks|outbuildings|garages|cafes|cafés|restaurants|hotels|hostels|pharmacies"
    "|supermarkets|stores|stalls|kiosks|markets|factories|mills|plants|depots|silos|granaries"
    "|offices|office blocks|high - rises|tenements|terraced houses|semi - detached houses|flat"
    "|maisonettes|chapels|cathedrals|synagogues|shrines|museums|theatres|theaters|cinemas"
    "|nurseries|orphanages|colleges|universities|classrooms|surgeries|health centres"
    "|health centers|health posts|health facilities|medical facilities|maternity wards"
    "|police stations|fire stations|post offices|courthouses|town halls|civilian objects"
    "|residences|lodges|mansions|multi - storey buildings|storeys|greenhouses|farmsteads"
    "|farmhouses|compounds|tents|shelters|housing units|units of housing|premises|hangars"
    "|lodgings|dwelling houses|guesthouses|chalets|cabins|storehouses|storerooms|bunkhouses"
    "|boarding houses|gymnasiums|classroom blocks|wards|bakery|workshop|stable"
    "|boathouses|water towers|pumping stations|substations|power stations|mosque|church"
    "|clinic|shop|hut|barn|cottage": True,
})  # fmt: skip
THINGS: Patterns[bool] = Patterns({
    "bombs|bomb|shells|grenades|mines|bullets|shots"
    "|cows|cattle|sheep|goats|horses|animals|dogs|birds|villages|towns|tanks|vehicles|trucks"
    "|cars|windows|doors|panes|donkeys|camels|mules|oxen|buffalo|hens|ducks|cats"
    "|flags|word|words|lines|pages|pieces|buses|lorries|tractors|carts|engines|pylons|sacks"
    "|barrels|crates|sorties"
    "|rounds|magazines|rifles|pistols|machine guns|launchers|mortars|graves|beds|posts"
    "|drones|missiles|rockets|ships|boats|aircraft|helicopters|planes|hours|days|weeks|months"
    "|years|minutes|times|kilometres|miles|per|percent|million|attacks|strikes|raids|incidents"
    "|guns|weapons|trees|hectares|tonnes|tons|pigs|chickens|livestock|bridges|roads"
    "|loads|truckloads|lorryloads|busloads|coachloads|vanloads|carloads|boatloads|trainloads"
    "|shiploads|planeloads|batches|groups|convoys|columns|waves|generations|kinds|types|sorts"
    "|lists|reports|pictures|photographs|photos|videos|images|clips|testimonies|statements"
    "|sheets|documents|records|files|books|paintings|icons|exhibits|artefacts|artifacts|objects"
    "|items|relics|manuscripts|coins|statues|carpets|instruments|computers|phones|maps"
    "|attempts|cases|countries|families|places|positions|battalions|brigades|units": True,
})  # fmt: skip
_SUFFER = "with suffered suffering suffers sustained sustaining sustains received".split()
_KINDS = (
    "", "minor ", "serious ", "severe ", "light ", "shrapnel ", "gunshot ", "bullet ", "head ",
    "knife ", "stab ", "grave ", "slight ", "superficial ", "multiple ", "leg ",
)  # fmt: skip
_HARMS = (
    "injuries injury wounds cuts burns bruises fractures concussion concussions lacerations "
    "trauma amputations contusions scratches"
).split()
_PARTS = (
    "a leg", "an arm", "a hand", "a foot", "an eye", "their legs", "limbs", "both legs", "fingers",
    "their sight",
)  # fmt: skip
SUFFERED = "|".join(
    [f"{verb} {kind}{harm}" for verb in _SUFFER for kind in _KINDS for harm in _HARMS]
    + [f"{verb} {part}" for verb in ("lost", "losing") for part in _PARTS]
)
