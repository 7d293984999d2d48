"""What is said by counting, by not denying, by asking how, by voicing; where contents end."""

from __future__ import annotations

import pytest
from tests.read.builtin.english.table import Line, lines

from read.builtin.english.whole import assertions, read, said


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The deputy governor let slip that the order had come from above.",
         Line("the order had come from above", "The deputy governor", "let slip",
              "acknowledges")),
        ("The ministry sidestepped the question.",
         Line("sidestepped the question", "The ministry", "sidestepped the question",
              "declines_to_comment")),
        ("No inquiry has been opened, the lawyer complains.",
         Line("No inquiry has been opened", "the lawyer", "complains")),
        ("The council does not dispute that its guards fired.",
         Line("its guards fired", "The council", "does not dispute", "acknowledges")),
        ("The Road Watch has recorded 84 deaths at the bridge since March.",
         Line("84 deaths at the bridge since March", "The Road Watch", "recorded")),
        ("The ministry counted 31 dead, while the clinic listed 12 bodies.",
         Line("12 bodies", "the clinic", "listed")),
        ("Pressed by reporters, he allowed that a shell had gone astray.",
         Line("a shell had gone astray", "he", "allowed", "acknowledges")),
        ("A deputy, Ivo Lunt, asked how a school could be taken for a fort.",
         Line("how a school could be taken for a fort", "Ivo Lunt", "asked", "disputes")),
        ("The envoy expressed alarm at the rise in attacks on clinics.",
         Line("the rise in attacks on clinics", "The envoy", "expressed alarm at")),
        ("The bishop refrained from naming a culprit.",
         Line("naming a culprit", "The bishop", "refrained from", "declines_to_comment")),
        ("The ministry condemned the raid in the strongest terms.",
         Line("the raid", "The ministry", "condemned", "condemns")),
        ("The ministry demanded an apology from the ambassador of Norland.",
         Line("an apology", "The ministry", "demanded", "calls_for")),
        ("The council promised a public inquiry before the end of the year.",
         Line("a public inquiry before the end of the year", "The council", "promised",
              "commits_to")),
        ("The army offered compensation to the families of the dead.",
         Line("compensation to the families of the dead", "The army", "offered", "commits_to")),
        ("She withdrew her statement that all the dead were rebels.",
         Line("her statement that all the dead were rebels", "She", "withdrew", "retracts")),
        ("Norland conceded that a gun had fired, but contests the number of shells.",
         Line("the number of shells", "Norland", "contests", "disputes")),
    ],
)  # fmt: skip
def test_a_sentence_says_this(text: str, line: Line) -> None:
    assert line in lines(text)


@pytest.mark.parametrize(
    ("text", "words", "stance"),
    [
        ("The clinic said that number is made up.", "made up", "denies"),
        ("Norland described the reports from Dorna as “theatre”.", "theatre", "disputes"),
        ("Norland called the accusations pure invention.", "invention", "denies"),
        ("The League branded the raid “piracy”.", "piracy", "condemns"),
        ("Bishop Orn described the attack as “shameful”.", "shameful", "condemns"),
        ("Norland called the strike a war crime.", "war crime", "asserts"),
        ("“We want our sons back,” Anna Tal said.", "our sons", "calls_for"),
        ("“I want to sleep,” Anna Tal said.", "to sleep", "asserts"),
        ("“It was us, and we would do it again,” said the commander.", "It was us",
         "claims_responsibility"),
        ("The Red Sash, a rebel band from the hills, said its riders had seized the convoy.",
         "its riders", "claims_responsibility"),
        ("The army said it had “no guns” near the river.", "no guns", "denies"),
        ("She assured them that the prisoners would be freed.", "freed", "commits_to"),
        ("The mayor said the search would go on until Friday.", "search", "commits_to"),
        ("The mayor said the toll would rise.", "toll", "asserts"),
        ("The mayor swears that the road is open.", "road", "asserts"),
    ],
)  # fmt: skip
def test_the_words_of_a_content_shade_its_stance(text: str, words: str, stance: str) -> None:
    assert said(read(text), words).stance == stance


def test_a_statement_asks_in_its_own_voice() -> None:
    text = "I lost my brother at the mill. I ask the Inquiry to search the river."
    found = said(read(text, None), "to search the river")
    assert (found.voice, found.stance, found.speaker) == ("own", "calls_for", None)


def test_a_correction_is_the_publishers_own() -> None:
    text = "Shells hit Dorna on Monday.\n\nCorrection: the shells fell on Sunday."
    found = said(read(text), "the shells fell on Sunday")
    assert (found.voice, found.stance) == ("own", "corrects")
    assert found.content.exact == "the shells fell on Sunday"


@pytest.mark.parametrize(
    "text",
    [
        "Our artillery was not in action on that day.",
        "No aircraft of the Northern Air Force was near the bridge.",
    ],
)
def test_a_side_that_says_it_did_nothing_denies_in_its_own_voice(text: str) -> None:
    story = "Shells hit Dorna on Monday.\n\n" + text
    found = said(read(story, "Northern Command"), text[:-1])
    assert (found.voice, found.stance, found.denies) == ("own", "denies", "attribution")


@pytest.mark.parametrize(
    "text",
    [
        "The road was closed on Tuesday.",
        "Army divers will resume the search on Wednesday.",
        "He lost both parents.",
        "No such van was found.",
        "Until then 140 residents have been moved to Halm.",
        "No charge has been brought since.",
    ],
)
def test_what_becomes_of_an_event_is_said_in_the_publishers_voice(text: str) -> None:
    story = "Shells hit the mill in Dorna on Monday.\n\n" + text
    assert text[:-1] in [each.content.exact for each in assertions(read(story))]


def test_before_an_event_is_told_the_same_words_are_none_of_it() -> None:
    assert assertions(read("The road was closed on Tuesday. The fountain was dry.")) == []


def test_a_list_that_a_call_leads_is_called_for_line_by_line() -> None:
    text = "The union called on the army:\n- to open the road;\n- to free the drivers."
    found = [(each.content, each.stance, each.speaker) for each in lines(text)]
    assert found == [
        ("to open the road", "calls_for", "The union"),
        ("to free the drivers", "calls_for", "The union"),
    ]


def test_a_label_before_a_whole_sentence_speaks_it() -> None:
    assert Line("there was no such ship in the harbour", "Port authority", None, "denies") in (
        lines("Shells fell. Port authority: there was no such ship in the harbour.")
    )


def test_counts_in_a_row_are_one_content() -> None:
    line = Line("3 dead, 14 injured", "The mayor's office", "confirms")
    assert line in lines("The mayor's office confirms 3 dead, 14 injured.")


def test_what_was_just_said_is_called_untrue_by_the_publisher() -> None:
    text = "Shells hit the mill in Dorna. The army said fighters were inside. This is false."
    reading = read(text, "Highland Union")
    refusal = said(reading, "This is false")
    assert (refusal.voice, refusal.stance) == ("own", "denies")
    assert said(reading, "fighters were inside").id in refusal.about


@pytest.mark.parametrize("text", [
    "Neither the governor nor the ministry replied to questions.",
    "None of the officials responded to a request for comment.",
])  # fmt: skip
def test_neither_of_them_comments(text: str) -> None:
    (found,) = lines(text)
    assert found.stance == "declines_to_comment"


def test_a_complaint_about_what_was_missing_denies_nothing() -> None:
    text = "Residents complained that no siren had sounded."
    assert said(read(text), "no siren").stance == "asserts"


def test_who_would_only_say_says() -> None:
    text = "The envoy would only say that the matter was closed."
    assert Line("the matter was closed", "The envoy", "say") in lines(text)


def test_a_count_ends_before_what_another_one_makes_of_it() -> None:
    text = "The registry says 214 children were killed, a figure the government calls inflated."
    found = said(read(text), "214 children")
    assert (found.content.exact, found.stance) == ("214 children were killed", "asserts")


def test_a_picture_that_somebody_says_shows_something_is_a_depiction_by_them() -> None:
    text = "The union published a photograph that it said showed a burnt bus in Dorna."
    found = said(read(text), "a burnt bus")
    assert (found.proposition, found.content.exact) == ("depiction", "a burnt bus in Dorna")
    assert found.speaker is not None


def test_what_is_taken_up_by_a_second_cue_is_said_once() -> None:
    text = "Orn admitted that one gun had fired, though not, he insisted, toward the school."
    (found,) = lines(text)
    assert (found.speaker, found.stance) == ("Orn", "acknowledges")


def test_not_to_own_such_arms_is_a_denial() -> None:
    found = said(read("“We do not own guns of that size,” Anna Tal said."), "do not own")
    assert (found.stance, found.denies) == ("denies", "attribution")


def test_another_number_of_ones_own_disputes_the_first() -> None:
    text = "Our patrol stopped two boats off Dorna. Eleven people were detained, not eighteen."
    found = said(read(text, "Coast Service"), "not eighteen")
    assert (found.voice, found.stance, found.denies) == ("own", "disputes", "scale")
