"""Who says what: a sentence and what it says, phenomenon by phenomenon."""

import pytest
from tests.read.builtin.english.table import Line, lines

BEFORE_AND_AFTER = [
    (
        "The ministry said that nine people were killed.",
        Line("nine people were killed", "The ministry", "said"),
    ),
    (
        "The hospital was empty, the ministry said.",
        Line("The hospital was empty", "the ministry", "said"),
    ),
    (
        '"We heard shelling all night," said Anna Tal, a nurse.',
        Line("We heard shelling all night", "Anna Tal", "said"),
    ),
    (
        'Anna Tal, a nurse, recalled: "The windows blew in and then there was smoke."',
        Line("The windows blew in and then there was smoke", "Anna Tal", "recalled"),
    ),
    (
        '"They took our men," Orn said, "and burned the barn."',
        Line('They took our men," Orn said, "and burned the barn', "Orn", "said"),
    ),
    (
        "He said the soldiers, who arrived on Monday, left at dawn.",
        Line("the soldiers, who arrived on Monday, left at dawn", "He", "said"),
    ),
    (
        'The ministry said in a statement it "deeply regrets" the deaths.',
        Line('it "deeply regrets" the deaths', "The ministry", "said"),
    ),
]

CUES = [
    (
        "Twelve people were killed, according to the governor.",
        Line("Twelve people were killed", "the governor", "according to"),
    ),
    (
        "According to a report by Field Watch, the brigade shelled the market twice.",
        Line("the brigade shelled the market twice", "Field Watch", "According to"),
    ),
    (
        "The ministry's claim that its forces withdrew could not be verified.",
        Line("its forces withdrew", "The ministry", "claim"),
    ),
    (
        "The army's denial that it had fired on the convoy was met with anger.",
        Line("it had fired on the convoy", "The army", "denial", "denies"),
    ),
    (
        "Norland accused Sarvia of shelling the market.",
        Line("Sarvia of shelling the market", "Norland", "accused"),
    ),
    (
        "Norland denied shelling Dorna.",
        Line("shelling Dorna", "Norland", "denied", "denies"),
    ),
    (
        'In the words of one survivor, it was "a slaughter".',
        Line('it was "a slaughter"', "one survivor", "In the words of"),
    ),
    (
        "Prtin has called the accusations fabricated.",
        Line("the accusations fabricated", "Prtin", "called", "denies"),
    ),
    (
        "Sarvia has neither confirmed nor denied the raid.",
        Line("the raid", "Sarvia", "neither confirmed nor denied", "declines_to_comment"),
    ),
    (
        "The envoy cast doubt on the army's account.",
        Line("the army's account", "The envoy", "cast doubt on", "disputes"),
    ),
    (
        "The attack was condemned by the Council.",
        Line("The attack", "the Council", "condemned", "condemns"),
    ),
    (
        "The Council called for an independent inquiry.",
        Line("an independent inquiry", "The Council", "called for", "calls_for"),
    ),
    (
        "The governor urged residents to leave Dorna.",
        Line("to leave Dorna", "The governor", "urged", "calls_for"),
    ),
    (
        "President Ada Mor vowed Tuesday to bring those responsible to justice.",
        Line("to bring those responsible to justice", "Ada Mor", "vowed", "commits_to"),
    ),
    (
        "The rebels claimed responsibility for the bombing in a statement posted online.",
        Line("the bombing", "The rebels", "claimed responsibility for", "claims_responsibility"),
    ),
    (
        "The minister admitted ordering the strike.",
        Line("ordering the strike", "The minister", "admitted", "acknowledges"),
    ),
    (
        "The police withdrew their account of a power line.",
        Line("their account of a power line", "The police", "withdrew", "retracts"),
    ),
    (
        "The ministry estimated that 60 people had been wounded.",
        Line("60 people had been wounded", "The ministry", "estimated", "estimates"),
    ),
    (
        "The ministry put the number of dead at 40.",
        Line("the number of dead at 40", "The ministry", "put", "estimates"),
    ),
    (
        "The agency reported that the bridge had been hit.",
        Line("the bridge had been hit", "The agency", "reported", "reports"),
    ),
    (
        "Sarvia's army declined to comment on the strike.",
        Line("to comment on the strike", "Sarvia's army", "declined", "declines_to_comment"),
    ),
    (
        "The foreign ministry did not respond to a request for comment.",
        Line(
            "to a request for comment",
            "The foreign ministry",
            "did not respond",
            "declines_to_comment",
        ),
    ),
]

NOBODY_SAYS_WHO = [
    (
        "At least 30 people were reportedly detained.",
        Line("At least 30 people were reportedly detained", None, "reportedly", "reports"),
    ),
    (
        "Six civilians were killed, it was reported on Friday.",
        Line("Six civilians were killed", None, "it was reported", "reports"),
    ),
    (
        "It is believed that the men were taken to Dorna.",
        Line("the men were taken to Dorna", None, "It is believed", "reports"),
    ),
    (
        "There were reports that snipers fired on the crowd.",
        Line("snipers fired on the crowd", None, "reports", "reports"),
    ),
]

HEADLINES = [
    ("UN: Norland shelled hospital in Dorna", Line("Norland shelled hospital in Dorna", "UN")),
    ("Soldiers fired first: witness", Line("Soldiers fired first", "witness")),
    (
        "Five dead in Dorna market blast, say police",
        Line("Five dead in Dorna market blast", "police", "say"),
    ),
    ("Mayor: 'They shot at us'", Line("They shot at us", "Mayor")),
]

STANCES_OF_THE_CONTENT = [
    (
        "The general said his forces had not entered the town.",
        Line("his forces had not entered the town", "The general", "said", "denies"),
    ),
    (
        '"There was no chain," the guard replied.',
        Line("There was no chain", "the guard", "replied", "denies"),
    ),
    (
        '"That is not credible," said Hanne Orl.',
        Line("That is not credible", "Hanne Orl", "said", "disputes"),
    ),
    (
        '"We will rebuild every house," Ada Mor said.',
        Line("We will rebuild every house", "Ada Mor", "said", "commits_to"),
    ),
    (
        '"We condemn this attack," Ada Mor said.',
        Line("We condemn this attack", "Ada Mor", "said", "condemns"),
    ),
    (
        '"One of our fighters shot it down," the movement said.',
        Line("One of our fighters shot it down", "the movement", "said", "claims_responsibility"),
    ),
    (
        "The army confirmed it had carried out the strike.",
        Line("it had carried out the strike", "The army", "confirmed", "acknowledges"),
    ),
    (
        '"We know nothing and nobody helped us," said Anna Tal.',
        Line("We know nothing and nobody helped us", "Anna Tal", "said"),
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    BEFORE_AND_AFTER + CUES + NOBODY_SAYS_WHO + HEADLINES + STANCES_OF_THE_CONTENT,
)
def test_a_sentence_says_this(text: str, expected: Line) -> None:
    assert lines(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The road to Dorna is steep, and snow lay on the passes.",
        "The minister refused.",
        "Families were told to wait.",
        "The mayor would say more tomorrow.",
        "The damage suggests that the roof fell first.",
    ],
)
def test_a_sentence_that_attributes_nothing_gives_nothing(text: str) -> None:
    assert lines(text) == []


def test_what_somebody_says_of_their_own_saying_is_told_once() -> None:
    text = "Field Watch says it has documented 63 attacks."
    assert lines(text) == [Line("it has documented 63 attacks", "Field Watch", "says")]


def test_nobody_claims_responsibility_is_no_claim() -> None:
    assert lines("Neither side has claimed responsibility for the blast.") == []


def test_words_on_a_banner_are_nobodys() -> None:
    assert lines('"Impunity kills," reads a banner over the entrance.') == []


def test_not_saying_who_is_declining_to_say() -> None:
    assert lines("She did not say who had fired.") == [
        Line("who had fired", "She", "did not say", "declines_to_comment")
    ]


def test_two_clauses_with_that_are_two_attributions() -> None:
    text = "The official said an inquiry had been opened and that a commander had been questioned."
    assert [one.content for one in lines(text)] == [
        "an inquiry had been opened",
        "a commander had been questioned",
    ]


def test_two_cues_of_one_subject_are_two_attributions() -> None:
    text = "The general said his forces had not entered the town and blamed rebels for the fire."
    assert [(one.cue, one.content) for one in lines(text)] == [
        ("said", "his forces had not entered the town"),
        ("blamed", "rebels for the fire"),
    ]


def test_a_headline_lists_what_one_speaker_says() -> None:
    assert lines("Sarvia condemns raid, urges UN probe") == [
        Line("raid", "Sarvia", "condemns", "condemns"),
        Line("UN probe", "Sarvia", "urges", "calls_for"),
    ]


def test_a_semicolon_divides_what_two_people_say() -> None:
    text = "Two of the men said they had been beaten; a third said he had been given shocks."
    assert [one.speaker for one in lines(text)] == ["Two of the men", "a third"]


def test_a_rejected_claim_is_a_denial_and_the_claim() -> None:
    text = (
        "The ministry rejects the claim by the Relief Committee that its aircraft bombed a convoy."
    )
    assert lines(text) == [
        Line("its aircraft bombed a convoy", "The ministry", "rejects", "denies"),
        Line("its aircraft bombed a convoy", "the Relief Committee", "claim"),
    ]
