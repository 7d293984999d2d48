"""Nouns for whoever acts and speaks in news of war: offices, bodies, armed sides, groups of people.

Ordinary English words, chosen by us; all lower case, singular unless the word has none.
"""

from __future__ import annotations

__all__ = [
    "ACTORS", "ARMED", "BODIES", "COURTESY", "GROUPS", "MEN", "OFFICES", "PAPERS",
    "PERSONS_ARMED", "WOMEN", "singular",
]  # fmt: skip


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


COURTESY = _set("mr mrs ms miss dr prof professor sir dame lord lady sister brother father imam "
                "sheikh rabbi mr. mrs. ms. dr. prof.")  # fmt: skip
# Somebody who holds an office or does a work: one person.
OFFICES = COURTESY | _set(
    "president premier minister chancellor secretary governor mayor ambassador envoy spokesman "
    "spokeswoman spokesperson chief head leader director chairman chairwoman chair commissioner "
    "general colonel major captain lieutenant sergeant admiral brigadier marshal commander "
    "corporal constable lt col maj capt sgt cpl gen brig cdr adm commodore marshal ensign "
    "officer official diplomat adviser advisor aide deputy senator lawmaker legislator councillor "
    "councilor prosecutor judge lawyer attorney solicitor coroner investigator inspector detective "
    "doctor surgeon nurse medic paramedic midwife physician pathologist teacher headteacher "
    "headmaster headmistress professor priest bishop pastor monk nun reporter journalist "
    "correspondent editor photographer witness resident villager neighbour neighbor farmer "
    "survivor "
    "shopkeeper driver engineer worker coordinator co-ordinator rapporteur monitor observer "
    "analyst "
    "expert researcher historian king queen prince princess coordinator soldier pilot gunner "
    "mother father wife husband widow widower daughter son brother sister uncle aunt cousin niece "
    "nephew grandmother grandfather grandson granddaughter parent boy girl man woman child patient "
    "student pupil baker butcher fisherman beekeeper miner caretaker guard warden foreman clerk "
    "volunteer rescuer firefighter refugee prisoner detainee hostage translator interpreter "
    "stationmaster harbourmaster master superintendent undersecretary abbess curate rector dean "
    "principal manager treasurer accountant banker merchant tailor cobbler mechanic plumber mason "
    "herder shepherd ferryman boatman skipper sailor deckhand conductor sexton gravedigger "
    "undertaker sacristan archivist curator librarian geologist toxicologist "
    "anthropologist predecessor "
    "successor magistrate member representative negotiator mediator delegate "
    "attaché attache registrar "
    "ombudsman ombudswoman postman postmaster pharmacist chemist vet nurse carpenter electrician"
)
# A body that speaks as one.
BODIES = _set(
    "ministry government army navy police council committee commission agency court tribunal "
    "parliament assembly senate congress cabinet administration authority department bureau office "
    "party union league alliance federation association organisation organization foundation "
    "institute university hospital clinic mission embassy consulate delegation presidency "
    "secretariat staff command headquarters force corps guard brigade battalion regiment division "
    "morgue mortuary company unit service services network news radio television channel "
    "broadcaster newspaper "
    "magazine daily gazette times post herald tribune journal observer examiner courier monitor "
    "wire press group movement front militia brigade faction coalition junta regime kremlin "
    "watchdog charity fund board centre center register observatory inspectorate prosecution "
    "kingdom republic state side inquiry panel team taskforce chamber society directorate "
    "municipality society crescent cross kremlin programme program initiative archive collective "
    "cooperative co-operative registry forum conference convention summit bloc house academy "
    "coastguard admiralty gendarmerie constabulary prefecture diocese synod monastery church "
    "mosque "
    "airline railway operator bank firm cooperative museum fleet emirate duchy prefecture "
    "laboratory lab utility waterworks brewery academy faculty dispensary directorate exchequer "
    "school desk line battery squadron fleet legion wing rangers militiamen watch patrol"
)
PAPERS = _set(
    "news radio television channel broadcaster newspaper magazine daily gazette times post herald "
    "tribune journal observer examiner courier wire press tv agency network chronicle dispatch "
    "mirror mail telegraph station outlet paper"
)
# Those who bear arms, as a plural or a body: whoever may be accused of something.
ARMED = _set(
    "army navy troop force soldier fighter gunman militant rebel insurgent guerrilla militia "
    "militiaman paramilitary guard brigade battalion regiment unit division corps airforce "
    "aircraft "
    "jet warplane police policeman officer separatist mercenary commando partisan trooper gunner "
    "marine sniper artillery men invader occupier attacker assailant raider jihadist extremist "
    "terrorist faction side conscript recruit garrison patrol squad"
)
# People who speak together.
GROUPS = _set(
    "resident witness eyewitness villager local civilian official authority survivor relative "
    "family neighbour neighbor doctor medic paramedic nurse rescuer firefighter worker activist "
    "campaigner lawyer prosecutor investigator diplomat expert analyst researcher monitor observer "
    "inspector reporter journalist soldier fighter troop officer refugee evacuee parent mother "
    "father teacher student pupil farmer shopkeeper trader fisherman miner farmworker engineer "
    "people person men man women woman child mourner protester leader minister politician lawmaker "
    "councillor aide source colleague friend prisoner detainee hostage captive staff crew team "
    "volunteer elder priest driver passenger patient migrant pensioner girl boy youth teenager "
    "midwife surgeon colonel general commander spokesman spokeswoman guard rebel militant "
    "separatist "
    "policeman gravedigger undertaker cleaner cook nun monk academic historian technician "
    "responder pathologist opposition public media army police crowd community delegate envoy ally "
    "government agency group country state opponent critic supporter party force insurgent gunman "
    "subscriber reader follower viewer listener user member boatman boatmen fishermen "
    "householder townspeople shepherd herder beekeeper nomad"
)
ACTORS = ARMED | BODIES | PAPERS
# One of these is a person; the other actors are bodies, whether one or many.
PERSONS_ARMED = _set(
    "soldier fighter gunman militant rebel insurgent guerrilla militiaman officer policeman "
    "separatist mercenary commando partisan trooper gunner marine sniper invader occupier attacker "
    "assailant raider jihadist extremist terrorist conscript recruit"
)
WOMEN = _set("mrs ms miss she her madam spokeswoman chairwoman headmistress mother wife widow "
             "daughter sister aunt niece grandmother granddaughter woman girl queen princess "
             "midwife "
             "midwife nun lady dame ombudswoman mrs. ms.")  # fmt: skip
MEN = _set("mr he him his sir spokesman chairman headmaster father husband widower son brother "
           "uncle nephew grandfather grandson man boy king prince priest bishop imam sheikh rabbi "
           "monk lord fisherman policeman postman mr.")  # fmt: skip
_PLURALS = {
    "men": "man", "women": "woman", "children": "child", "people": "people", "troops": "troop",
    "gunmen": "gunman", "spokesmen": "spokesman", "policemen": "policeman", "wives": "wife",
    "fishermen": "fisherman", "militiamen": "militiaman", "midwives": "midwife", "forces": "force",
    "families": "family", "authorities": "authority", "relatives": "relative", "allies": "ally",
    "ministries": "ministry", "agencies": "agency", "parties": "party", "armies": "army",
    "witnesses": "witness", "eyewitnesses": "eyewitness", "countries": "country",
    "police": "police", "press": "press", "news": "news", "headquarters": "headquarters",
    "corps": "corps", "services": "service", "boatmen": "boatman", "times": "times",
}  # fmt: skip


def singular(word: str) -> str:
    """Return a noun in lower case and singular, as the lists above spell it."""
    lower = word.lower()
    if lower in _PLURALS:
        return _PLURALS[lower]
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and len(lower) > 3:
        return lower[:-1]
    return lower
