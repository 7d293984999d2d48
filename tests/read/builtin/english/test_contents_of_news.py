"""Where a statement begins and ends, and cues that the parser misreads, as agencies write them."""

from __future__ import annotations

import pytest
from tests.read.builtin.english.table import Line, lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The column's political wing rejects the accusation.",
         Line("the accusation", "The column's political wing", "rejects", "denies")),
        ("The Ministry of Defence rejects as baseless the allegations of the fund.",
         Line("the allegations of the fund", "The Ministry of Defence", "rejects", "denies")),
        ("The Guard acknowledges the arrests but disputes the number.",
         Line("the arrests", "The Guard", "acknowledges", "acknowledges")),
        ("The Guard acknowledges the arrests but disputes the number.",
         Line("the number", "The Guard", "disputes", "disputes")),
        ("Boatmen in Halm report that launches have been turned back at gunpoint.",
         Line("launches have been turned back at gunpoint", "Boatmen", "report", "reports")),
        ("The Council's staff on the ground report that six shells landed among the tents.",
         Line("six shells landed among the tents", "The Council's staff", "report", "reports")),
    ],
)  # fmt: skip
def test_a_verb_that_looks_like_a_noun_is_a_cue(text: str, line: Line) -> None:
    assert line in lines(text)


def test_a_report_is_no_verb() -> None:
    assert not [each for each in lines("The report that six shells landed was short.")
                if each.speaker is not None]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            "Investigators verified the deaths of 212 people, among them 47 women, in attacks on "
            "nine villages, the Office of the Monitor for the Basin said today.",
            "Investigators verified the deaths of 212 people, among them 47 women, in attacks on "
            "nine villages",
            "the Office of the Monitor",
        ),
        (
            "Soldiers took away six men, two of them teachers, and burned their vans, neighbours "
            "and a priest said on Friday.",
            "Soldiers took away six men, two of them teachers, and burned their vans",
            "neighbours",
        ),
        (
            "Three aid workers freed after 40 days, agency says; two still held",
            "Three aid workers freed after 40 days", "agency",
        ),
        ("21 drown off Halm; cutter rammed us, say survivors", "cutter rammed us", "survivors"),
    ],
)  # fmt: skip
def test_a_source_closes_its_sentence(text: str, content: str, speaker: str) -> None:
    assert (content, speaker) in [(each.content, each.speaker) for each in lines(text)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Rrapaj, who teaches in Halm, acknowledged by telephone that he had signed for food.",
         "Rrapaj"),
        ("In a video, a masked man calling himself the Falcons' commander claims that ten died.",
         "a masked man"),
        ("The militia, who had left before noon, denied any role in it.", "The militia"),
        ("Its representative, Ann Vale, described the departures as “voluntary” and said the fires "
         "had been caused by drought.", "Ann Vale"),
        ("Ghent, 14 May 2030 - The Relief Council said that six shells hit the camp.",
         "The Relief Council"),
    ],
)  # fmt: skip
def test_not_the_nearest_noun_speaks(text: str, speaker: str) -> None:
    assert {each.speaker for each in lines(text)} == {speaker}


def test_who_is_told_of_in_a_relative_clause_does_not_answer() -> None:
    found = lines("The militia, which the UN says has killed 40 people, denied involvement.")
    assert Line("involvement", "The militia", "denied", "denies") in found


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Relief groups estimate that 61,000 people have fled, while the government puts the "
         "number at 20,000.", ["61,000 people have fled", "the number at 20,000"]),
        ("The guard denied that its men had shot at dockers, going back on an earlier statement.",
         ["its men had shot at dockers", "an earlier statement"]),
        ("The union said 11 people had been killed, and released pictures of a crater.",
         ["11 people had been killed"]),
        ("The ministry has invited the fund to submit its evidence and is prepared to meet it.",
         ["to submit its evidence", "to meet it"]),
        ("Clear Aid calls on the column to let them return, on the government to publish a list, "
         "and on donors to pay.", ["to let them return", "to publish a list", "to pay"]),
        ("The patrol has retracted its first report, in which it claimed that nobody was hurt.",
         ["its first report", "nobody was hurt"]),
        ("Raid on ferry leaves scores dead; Norland denies role", ["role"]),
        ("Troops shot traders, survivors say; two still held", ["Troops shot traders"]),
        ("We found no proof that it bore arms, as the coast command has asserted.",
         ["it bore arms"]),
        ("My husband says it was a drone, my father says no, a missile.", ["it was a drone"]),
        ("Ten killed at depot, ministry says, as coalition denies firing",
         ["Ten killed at depot", "firing"]),
    ],
)  # fmt: skip
def test_each_has_said_what_is_his(text: str, contents: list[str]) -> None:
    assert [each.content for each in lines(text)] == contents


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Mayor Ann Vale wants the landing closed to military traffic.",
         Line("the landing closed to military traffic", "Ann Vale", "wants", "calls_for")),
        ("The union has called it murder and wants night patrols.",
         Line("night patrols", "The union", "wants", "calls_for")),
        ("President Ann Vale promised before parliament on Wednesday to open an inquiry.",
         Line("to open an inquiry", "Ann Vale", "promised", "commits_to")),
        ("The rescue service, which had spoken of ten dead, now gives 134.",
         Line("134", "The rescue service", "gives")),
        ("The county says three.", Line("three", "The county", "says")),
        ("The city prosecutor, Otmar Zelt, named the Coast Brigade as the unit that fired.",
         Line("the Coast Brigade as the unit that fired", "Otmar Zelt", "named")),
        ("The minister defended the operation as lawful.",
         Line("the operation as lawful", "The minister", "defended")),
        ("The front freed ten men in what it described as a gesture of goodwill.",
         Line("a gesture of goodwill", "it", "described")),
        ("The families do not believe it.",
         Line("it", "The families", "do not believe", "disputes")),
        ("The diggers scoffed at that version.",
         Line("that version", "The diggers", "scoffed at", "disputes")),
        ("She remembers lorries without plates, a sergeant with a cold, and a dog that barked.",
         Line("lorries without plates, a sergeant with a cold, and a dog that barked", "She",
              "remembers")),
        ("Another passenger described two drones circling back as people crawled out.",
         Line("two drones circling back as people crawled out", "Another passenger",
              "described")),
        ("The organisers, a committee of neighbours, counted 74 arrests.",
         Line("74 arrests", "The organisers", "counted")),
        ("Three of them identified the boat as belonging to the command.",
         Line("the boat as belonging to the command", "Three of them", "identified")),
        ("A spokesman told the agency the convoy had been warned.",
         Line("the convoy had been warned", "A spokesman", "told")),
        ("Bishop Armando Lute told mourners the priest had been shot twice.",
         Line("the priest had been shot twice", "Bishop Armando Lute", "told")),
        ("The inspector told residents of the old town that it was safe.",
         Line("it was safe", "The inspector", "told")),
        ("In 19 of them, it found, the joint forces were responsible.",
         Line("In 19 of them, it found, the joint forces were responsible", "it", "found")),
        ("Ambulance service confirms two dead",
         Line("two dead", "Ambulance service", "confirms")),
        ("The plant's director insisted on the telephone that nobody had been inside.",
         Line("nobody had been inside", "The plant's director", "insisted")),
    ],
)  # fmt: skip
def test_more_ways_to_say_something(text: str, line: Line) -> None:
    assert line in lines(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("I would ask the Guard to give us its rosters.", "to give us its rosters"),
        ("I beg whoever is holding the boys to let them phone home.", "to let them phone home"),
        ("I appeal to anyone who saw the vehicles on Thursday to contact our consulate.",
         "to contact our consulate"),
        ("We call on the governments that fund us not to be silent.", "not to be silent"),
    ],
)  # fmt: skip
def test_the_text_itself_asks_whoever_it_is(text: str, content: str) -> None:
    assert [(each.content, each.stance) for each in lines(text)] == [(content, "calls_for")]


@pytest.mark.parametrize(
    "text",
    [
        "A man describing himself as an officer of the militia came at noon.",
        "A lorry without plates stood by the gate.",
        "A port official asked us not to use his name.",
        "One woman, referred to as Witness 31, was there.",
        "Police are documenting yet another crime.",
        "They asked for identity cards.",
        "The mayor did not believe the warning and stayed.",
        "The president named Ann Vale as commander of the guard.",
        "A caller who said he spoke for the Black Banner hung up.",
    ],
)
def test_nothing_is_said_here(text: str) -> None:
    assert not lines(text)


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("Nine people drowned, according to the coastguard.", "Nine people drowned",
         "the coastguard"),
        ("According to preliminary information, rockets hit the bakery.",
         "rockets hit the bakery", None),
        ("Three people died, according to initial reports.", "Three people died", None),
        ("According to the ministry's preliminary data, three died.", "three died",
         "the ministry"),
        ("The signature is, in the opinion of Dr Coe, a copy.",
         "The signature is, in the opinion of Dr Coe, a copy", "Dr Coe"),
    ],
)  # fmt: skip
def test_a_source_stands_behind_according_to(text: str, content: str, speaker: str | None) -> None:
    assert (content, speaker) in [(each.content, each.speaker) for each in lines(text)]
