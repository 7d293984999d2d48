"""Nouns that speak: papers and people, as far as the word alone tells; all lower case."""

from __future__ import annotations

PAPERS = frozenset(
    "statement report letter post message tweet video interview document press release communique "
    "communiqué briefing note declaration article dispatch remarks comments speech address email "
    "testimony resolution filing study survey review list record records tally count register "
    "database figures data information intelligence documents estimates estimate findings account "
    "accounts analysis assessment memo cable log logbook transcript dossier audit indictment "
    "affidavit census reconstruction research autopsy examination statistics submission verdict "
    "ruling investigation memorandum correspondence diary ledger minutes version".split()
)
# Who has read a paper did not write it.
HAD_FROM = frozenset(
    "obtained seen reviewed viewed read cited examined leaked verified quoted consulted analysed "
    "analyzed received accessed inspected collected gathered heard shared".split()
)
PEOPLE = frozenset(
    "he she they who i we mother father son daughter brother sister cousin wife husband widow "
    "uncle aunt neighbour neighbor man woman men women boy girl child nurse doctor surgeon farmer "
    "mayor minister president governor priest monk abbot bishop imam teacher driver guard soldier "
    "soldiers officer officers commander general colonel captain lieutenant official officials "
    "police army military ministry government council commission committee court agency group "
    "residents resident villagers villager witness witnesses survivors survivor refugees refugee "
    "spokesman spokeswoman spokesperson authorities union party movement militia rebels opposition "
    "report reports investigators investigator prosecutors prosecutor experts expert analysts "
    "analyst monitors mission organisation organization charity hospital director chief head "
    "leader leaders ambassador envoy secretary diplomat diplomats mp lawmaker lawmakers medic "
    "medics rescuer rescuers family families relatives relative parents people locals "
    "statement document study inquiry panel tribunal statement command service force forces "
    "grandmother grandfather "
    "baker shopkeeper fisherman fishermen engineer lawyer judge clerk student pensioner "
    "photographer reporter journalist volunteer volunteers deputy staff team teams "
    "organiser organisers organizer organizers docker dockers digger diggers porter porters sailor "
    "sailors settler settlers shopper shoppers worshipper worshippers pilgrim pilgrims protester "
    "protesters demonstrator demonstrators marcher marchers striker strikers mourner mourners "
    "diver divers trader traders seller sellers vendor vendors owner owners tenant tenants "
    "caller callers campaigner campaigners activist activists "
    "gravedigger gravediggers undertaker undertakers passenger passengers "
    "commuter commuters prisoner prisoners detainee detainees".split()
)
# By these something is said, not of these: "confirmed by telephone".
MEDIA = frozenset("telephone phone email mail letter radio text post video fax satellite".split())
