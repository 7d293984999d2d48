"""English words that say whether a capitalised name is a place. Our own lists."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Before a name these say that it is a place, or may be one.
STRONG = _set(
    "in near outside inside around across throughout into toward towards above beyond nearby "
    "within off via northwards"
)
SOME = _set("from to at of through between over along behind past on by against and or for")
# "north of Dorna", "outskirts of Dorna": with "of" after them.
BEFORE_OF = _set(
    "north south east west northeast northwest southeast southwest north-east north-west "
    "south-east south-west outskirts outskirt suburb suburbs edge edges centre center heart "
    "streets residents resident people inhabitants villagers mayor governor port siege battle "
    "fall capture kilometres kilometers km miles side sides border borders bombardment shelling "
    "liberation occupation neighbourhood neighborhood quarter quarters shores coast hills ruins "
    "population short entrance control most much half parts part rest citizens street square road "
    "roads bridge market airport station alleys lanes districts mosque cathedral defenders"
)
SETTLEMENT = {
    "village": "village", "hamlet": "village", "settlement": "village", "villages": "village",
    "town": "town", "towns": "town", "township": "town", "commune": "town", "borough": "town",
    "city": "city", "cities": "city", "capital": "city", "port": "town",
}  # fmt: skip
REGION = {
    "region": "region", "province": "region", "oblast": "region", "governorate": "region",
    "state": "region", "county": "district", "district": "district", "raion": "district",
    "municipality": "district", "canton": "region", "prefecture": "region",
    "regions": "region", "provinces": "region", "districts": "district",
    "counties": "district", "oblasts": "region", "governorates": "region",
}  # fmt: skip
FEATURE = _set(
    "river uplands valley hills mountains forest lake bay peninsula gorge plateau desert "
    "islands island steppe delta marshes marsh ridge heights pass reservoir canal lowlands "
    "highlands strait basin coast sea plain plains estuary hill mountain mount cape wood woods "
    "creek fens fen moor moors belt forks isles isle archipelago atoll reef reefs fjord firth "
    "lagoon loch glen dale dales heath vale spring springs falls sandbank sandbanks dunes cliffs "
    "oasis wadi chaung shoal shoals brook bluff bluffs canyon ravine headland promontory glacier"
)
BUILT = _set(
    "bridge square airport station street crossing dam checkpoint camp harbour harbor junction "
    "quay wharf docks pier ford dyke market quarry mine farm gate road highway lane avenue park "
    "barracks prison mill ferry row alley terrace boulevard embankment"
)
OTHER_NOUNS = _set(
    "road front axis sector suburb suburbs neighbourhood neighborhood area enclave border "
    "highway hospital school market station airport checkpoint cemetery residents villagers bus "
    "train depot"
)
# "the Kestrel hospital" acts as itself; what is named is no place.
INSTITUTIONS = _set("hospital clinic school university college")
# "the broadcaster Lake One"
NAMED_BODIES = _set(
    "broadcaster channel agency newspaper radio website magazine weekly daily network movement "
    "party programme ship vessel tanker company firm charity band monitor"
)
# Between preposition and name: "in the eastern Dorna district", "near besieged Dorna".
BETWEEN = _set(
    "the northern southern eastern western central downtown besieged occupied nearby "
    "neighbouring neighboring coastal rural war-torn northeastern northwestern southeastern "
    "southwestern north-eastern north-western south-eastern south-western far upper lower "
    "greater old mainly rebel-held government-held contested devastated ruined distant"
)
# Never a name, nor part of one.
NEVER = _set(
    "a an the i we you he she it they this that these those there here in on at by for from to "
    "of with and or but nor so yet if as is are was were be been being do does did has have had "
    "not no yes my our your his her its their who whom whose which what when where why how all "
    "any some each every both few many most more much other another such only own same than "
    "then too very can will would could should may might must shall after before since until "
    "while during because although though under over above below between among through across "
    "along around near outside inside into onto toward towards about against despite according "
    "also even just still later earlier meanwhile however yesterday today tomorrow tonight now "
    "once again never always often one two three four five six seven eight nine ten eleven "
    "twelve dozens scores hundreds thousands millions january february march april june july "
    "august september october november december jan feb mar apr jun jul aug sep sept oct nov "
    "dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun "
    "christmas easter ramadan eid god allah islam english french german russian ukrainian "
    "arabic spanish mr mrs ms dr sir lady lord father mother brother sister reuters telegram "
    "facebook twitter whatsapp youtube video photo breaking update exclusive correction note "
    "read listen watch parliament congress senate article annex internet covid first second "
    "third last next new nearly almost up down out off am pm gmt utc covid-19 christianity "
    "catholic muslim jewish orthodox christian sunni shia residents police officials witnesses "
    "soldiers rebels troops doctors rescuers survivors villagers families children women men "
    "people shells rockets missiles drones shelling medics neighbours"
)
TITLES = _set(
    "mr mrs ms dr professor prof president vice-president minister premier chancellor king "
    "queen prince princess general colonel major captain lieutenant sergeant corporal private "
    "commander commissioner admiral marshal brigadier mayor governor senator judge justice "
    "prosecutor ambassador secretary spokesman spokeswoman spokesperson director chairman "
    "chairwoman chief inspector bishop archbishop father sister brother imam sheikh rabbi "
    "pastor reverend patriarch doctor nurse teacher farmer reporter journalist correspondent "
    "photographer editor lawyer activist deputy named called sir lady lord pope analyst "
    "researcher abbot driver widow beekeeper resident pensioner engineer councillor sgt gen col "
    "lt capt maj pte cpl rev officer pilot medic surgeon baker fisherman shepherd shopkeeper "
    "student priest attorney envoy aide head"
)
GIVEN = _set(
    "anna maria ivan petro oleh olena olha natalia iryna kateryna yulia viktor andriy andrei "
    "sergei serhiy dmytro dmitry mykola nikolai vasyl vladimir volodymyr oleksandr alexander "
    "mikhail mykhailo yuri pavlo pavel svitlana svetlana tetiana tatiana lyudmila halyna john "
    "james robert michael william david richard thomas mary elizabeth sarah jane peter paul "
    "mark george edward henry daniel matthew andrew simon martin lena nina vera clara helen "
    "laura julia emma sofia ada mohammed muhammad mohamed ahmad ahmed ali hassan hussein omar "
    "ibrahim khaled youssef yusuf mahmoud mustafa abdullah abdul fatima aisha maryam layla amal "
    "nour samir karim rami hana salma joseph jean pierre claude jacques marie amina grace joy "
    "samuel moses esther ruth abel tomas jan josef eva klara karel pavol marek marko mira elena "
    "dora felix hugo oscar victor marta nadia ines rima emil oskar tilda greta hanna leila yasmin "
    "zara tomas lukas jonas nils lars erik astrid ingrid sven piet hendrik bram joost luca matteo "
    "giulia carlos miguel jorge pedro luis carmen rosa pilar ana joana rui paulo denis oksana "
    "roman taras bohdan yaroslav sasha misha katya olga irina galina tamara nino giorgi lasha aram "
    "armen anahit murat mehmet aylin zeynep rania salim tariq jamal kofi kwame amara chidi"
)
ORGANISATION = _set(
    "ministry army council university committee times post news agency radio television tv "
    "press party forces force hospital court commission institute union group brigade battalion "
    "front movement club bank company corps guard guards police government association "
    "foundation centre center observatory monitor watch network channel gazette courier herald "
    "tribune telegraph examiner mirror wire review journal daily bulletin service services "
    "office department directorate administration authority assembly league alliance coalition "
    "federation militia regiment division command navy militias rights organisation "
    "organization society tribunal initiative project team unit fund trust board inc ltd school "
    "college academy church congress senate parliament broadcasting broadcaster fm today "
    "clinic polyclinic pharmacy orphanage volunteers defence defense relief crescent cross aid "
    "international"
)
# After a name as their subject: the capital stands for its government.
SPEAKS = _set(
    "alleged alleges said says denied denies condemned condemns rejected rejects accused "
    "accuses called calls urged urges announced announces warned warns vowed vows insisted "
    "insists blamed blames promised promises declined declines refused refuses demanded demands "
    "claimed claims admitted admits acknowledged acknowledges confirmed confirms stated states "
    "argues argued responded replied maintains maintained pledged pledges agreed agrees wants "
    "wanted believes protested summoned imposed expressed welcomed dismissed dismisses disputes "
    "disputed threatened threatens recalled recognised recognized signed withdrew reacted "
    "answered hinted signalled"
)
HELPING = _set(
    "has have had also again repeatedly later meanwhile itself still then now never not always "
    "immediately quickly formally officially flatly strongly earlier yesterday which who will "
    "would"
)
# What is done to places: "shelled Dorna", "reached Dorna".
DONE_TO_PLACES = _set(
    "hit shelled raided reached left entered captured seized attacked bombed struck took retook "
    "besieged evacuated visited burned burnt stormed surrounded occupied liberated encircled "
    "fled crossed abandoned overran bombarded targeted looted destroyed razed leave enter reach "
    "hitting striking shelling leaving entering reaching attacking bombing storming targeting "
    "passed visiting visits visit toured touring joins links connects joining linking connecting"
)
# "The Norland brigade", in small letters.
BODIES = _set(
    "group brigade battalion regiment militia unit agency newspaper channel company corps "
    "movement party division network broadcaster club bank faction fighters mercenaries"
)
# "The Norland government": the name of who governs, no place.
GOVERNS = _set(
    "consulate consulates contingent contingents peacekeeping peacekeepers peacekeeper chargé "
    "gendarmes gendarmerie coastguard warship warships gunboat gunboats vessels "
    "government army military forces command authorities officials ministry troops police "
    "parliament embassy president minister administration soldiers commanders leadership regime "
    "spokesman spokeswoman delegation envoy ambassador navy artillery aircraft drones jets "
    "official officer officers general generals diplomat diplomats citizen citizens national "
    "nationals soldier fighter fighters markings insignia flag flags uniform uniforms passport "
    "passports plates drone missile missiles rocket rockets warplane warplanes plane planes jet "
    "helicopter helicopters tanks side lawmaker lawmakers prosecutors negotiator negotiators "
    "instructors advisers mercenaries airstrike airstrikes media law laws interceptor interceptors "
    "battery batteries gunner gunners gun guns crew crews unit units patrol patrols ship ships "
    "vessel vessels admiral captain colonel territory airspace"
)
OBJECT_OF = _set("accused accuses accuse blamed blames blame urged urges asked told summoned")
# Directly before a name, in small letters: "the river Sill".
WATERS = _set(
    "river rivers stream lake creek hill mount island valley gorge canal forest río rio wadi oued "
    "jebel jabal djebel tell lago laguna cerro sierra monte isla ilha serra playa arroyo nahr loch"
)
# Waters that need no noun: "on the Okavango". Those that lands are called by are left out.
RIVERS = _set(
    "danube nile okavango euphrates tigris dnipro dnieper dniester dnister volga rhine mekong "
    "irrawaddy salween zambezi limpopo orinoco amazon indus ganges brahmaputra kura aras drina "
    "sava neretva vistula oder prut litani khabur orontes shabelle tekeze donets "
    "inhulets desna oskil kalmius benue volta ubangi kasai ruzizi kagera vardar tisza siret "
    "elbe dvina neman amu syr helmand jhelum chenab sutlej yamuna meghna chindwin "
    "magdalena cauca putumayo caquetá marañón ucayali paraná pilcomayo"
)
# "the Treaty of Osch": the name of a paper.
PAPERS_OF = _set(
    "treaty convention conventions accord accords declaration charter protocol protocols statute "
    "pact covenant memorandum"
)
# "the government of Norland": only a land has one.
OF_STATES = _set(
    "government governments president ambassador ambassadors embassy army republic kingdom queen "
    "king ministers authorities parliament forces troops territory capital borders frontier "
    "occupation invasion leadership regime artillery ministry"
)
# Named beside a name with 's these are persons: the name before them is a place of its own.
ROLES = _set(
    "president minister ministers ambassador spokesman spokeswoman spokesperson envoy premier king "
    "queen leader leaders delegation"
)
# Before "of" and a name, with capitals, these are part of the name of a land.
# "the Minister of War": no place.
OFFICES = _set(
    "minister ministers ministry secretary department commissioner commission chief directorate "
    "chancellor office bureau"
)
LANDS_OF = _set("republic kingdom commonwealth emirate sultanate principality")
PEOPLE = _set(
    "man woman boy girl child children people family families resident residents villager "
    "villagers farmer farmers priest nurse doctor teacher baker fisherman fishermen shepherd "
    "shepherds herder herders refugee refugees driver drivers miner miners worker workers student "
    "students monk monks mother father widow widows pensioner trader traders shopkeeper boatman "
    "boatmen professor spokesman spokeswoman reporter correspondent engineer clerk official "
    "officials soldier soldiers fighter fighters someone anybody volunteer volunteers migrants "
    "evacuees survivors survivor witnesses witness men women merchant carpenter sailor sailors "
    "midwife medic paramedic surgeon lawyer activist engineer mechanic cook waiter builder guard "
    "neighbour neighbor cousin brother sister uncle aunt son daughter husband wife friend "
    "colleague grandmother grandfather prisoner detainee hostage conscript recruit sergeant sniper "
    "patient porter musician poet painter bus-driver electrician plumber tailor butcher goatherd "
    "weaver nun nuns priests nurses doctors teachers drivers traders merchants sailors pilgrims "
    "pilgrim trainees trainee orphans orphan elders elder peasants peasant labourers labourer "
    "fishers vendors vendor teenagers teenager youths pupils pupil"
)
# "the road between Dorna and Kestrel"
JOINS_PLACES = _set(
    "road roads highway border line route railway bridge track way valley fields river frontier "
    "crossing ferry corridor stretch distance travel travelling trains buses talks ceasefire truce "
    "war fighting clashes agreement deal"
)
# "bound for Dorna", "moved to Dorna", "the road from Dorna"
MOTION = _set(
    "fled flee flees fleeing moved moving move evacuated evacuate taken took brought bring driven "
    "drove drive travelled traveled travel travelling returned return returning transferred "
    "deported expelled bound road route way train bus ferry flight convoy convoys lorry lorries "
    "march marched walked walk sent send shipped advanced advancing advance retreated retreat "
    "retreating withdrew withdraw withdrawn transported carried escaped escape come came arrived "
    "arriving heading headed back went going gone ran rode sailed flew flown crossed miles "
    "kilometres kilometers km north south east west supplies aid crossing highway railway "
    "relocated displaced resettled rushed buses trains ambulance ambulances"
)
# "an attack on Dorna"
ATTACKS_ON = _set(
    "attack attacks strike strikes raid raids assault assaults fell fall falling rained landed "
    "shelling bombardment fire fired bombs shells missiles rockets march marched advance advanced "
    "airstrike airstrikes offensive dropped descended closed closing blockade siege converged"
)
FAR = _set("flew flown flight sailed ship exported sent")
# Done to places, hardly ever to persons: these make a place of a name nobody knows.
DONE_TO_PLACES_ALONE = _set(
    "fled fleeing leaving entering entered shelled shelling besieged besieging bombarded "
    "bombarding stormed storming overran retook liberated occupied looted razed evacuated "
    "evacuating encircled encircling bombed bombing"
)
DONE_TO_TOWNS = _set(
    "uninhabited inhabited deserted depopulated flooded shelled besieged bombarded stormed overrun "
    "retaken liberated occupied looted razed evacuated encircled bombed fell falls lies lay stands"
)
HAS_BEEN = _set("was were is are has have had been being again repeatedly heavily also")
# "the Norland conflict": said of lands.
OF_LANDS = _set("conflict war civil crisis conflicts uprising")
# "Dorna's outskirts": said of towns.
OF_TOWNS = _set(
    "outskirts suburbs streets centre center market hospital hospitals airport port mayor council "
    "residents population station cathedral square harbour harbor northern southern eastern "
    "western coast border borders capital fields cemetery railway"
)
# What governments do: alone before these, a name nobody knows is a capital or a land.
DIPLOMACY = _set(
    "condemned condemns condemn denies denied rejects rejected branded brands "
    "voiced voices pledged pledges summoned summons recalled conceded concedes "
    "expelled expels deplored deplores denounced denounces welcomed "
    "welcomes admits admitted acknowledges acknowledged disputes disputed retaliated mobilised "
    "mobilized contests contested imposed imposes"
)
# First in a sentence these have a capital, and are nobody's name.
COLLECTIVES = (
    _set(
        "opposition junta rebels militia council union coalition commission prosecution mayor "
        "everyone everybody nobody somebody none neither either both others critics activists "
        "lawyers relatives families neighbours hospital hospitals government management "
        "headquarters officer officers witness command"
    )
    | GOVERNS
    | BODIES
    | ORGANISATION
    | TITLES
    | FEATURE
    | BUILT
    | frozenset(SETTLEMENT)
    | frozenset(REGION)
)
# What governments do, of the great capitals alone: "Geneva hosted the talks".
ACTS_OF_STATES = _set(
    "traded exchanged hosted hosts sent sends seeks sought backed backs supports supported "
    "offered offers asked asks hopes hoped fears feared sees saw brokered brokers mediated "
    "abstained vetoed voted lobbied supplied supplies armed arms funded funds sanctioned "
    "intervened responds moved kept hesitated wavered described describes favours favors opposes "
    "opposed thinks knows"
)
# Alone, with a capital, these begin a line or have a number: "Ward 6", "Barn survivors bury".
THINGS = _set(
    "ward post sector unit hall block area zone barn hill mill street lane road house field farm "
    "forest river lake bay gate bridge tower harbour harbor valley creek island port fort camp "
    "school market depot station checkpoint crossing line office room gallery"
)
NUMBERS = _set("one two three four five six seven eight nine ten eleven twelve")
COLOURS = _set("red blue green white black golden yellow orange geneva international")
GIVEN_MONTHS = _set("may june april august")
BEFORE_MONTHS = _set(
    "in of since until till by last this next early late mid from to before after on"
)
OPENS_TOWNS = _set(
    "port fort saint st new old upper lower north south east west great little mount"
)
