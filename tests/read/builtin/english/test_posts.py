"""Posts, channels and statements: the text's own voice in small letters, short cries, demands."""

from __future__ import annotations

import pytest

from probatum.read.builtin.english.posts import is_post
from probatum.read.builtin.english.rebuttals import answer_of, silent_on
from read.builtin.english.whole import assertions, read

STRIKE = "🔴 15:40 A missile hit the cannery in Dorna. "
CLAIM = STRIKE + "The occupation administration claims that the boiler exploded. "


def own(text: str) -> dict[str, str]:
    """Return what the text says in its own voice, each with its stance."""
    found = assertions(read(text, "Ferry Town Alerts"))
    return {each.content.exact: each.stance for each in found if each.voice == "own"}


@pytest.mark.parametrize(
    "text",
    [
        "Nonsense.", "Lies!", "Not true.", "That's a lie.", "It was not.", "No, it wasn't.",
        "This claim is pure invention.", "The report is untrue from beginning to end.",
        "Another lie.", "They did not.",
    ],
)  # fmt: skip
def test_a_short_answer_to_a_claim_denies_it(text: str) -> None:
    assert own(CLAIM + text).get(text.rstrip(".!")) == "denies"


@pytest.mark.parametrize("text", ["No casualties.", "Nobody was hurt.", "There were no victims."])
def test_nobody_harmed_is_a_denial_without_a_claim(text: str) -> None:
    assert own(STRIKE + text).get(text.rstrip(".")) == "denies"


@pytest.mark.parametrize(
    "words", ["Wrong turn at the mill", "No road was open", "Fake passports were found", "It was I"]
)
def test_what_only_begins_like_an_answer_is_none(words: str) -> None:
    assert answer_of(words, claimed=True) is None
    assert not silent_on(words)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Please don't spread panic.", "Please don't spread panic"),
        ("Avoid the mill road.", "Avoid the mill road"),
        ("If you see drones, call the duty officer.", "If you see drones, call the duty officer"),
        ("pls delete that video, it is from another war", "pls delete that video"),
        ("Release our colleagues now!", "Release our colleagues now!"),
        ("Stay away from the quay.", "Stay away from the quay"),
    ],
)
def test_an_imperative_of_a_post_calls_for_something(text: str, content: str) -> None:
    assert own(f"{STRIKE}\n\n{text}").get(content) == "calls_for"


@pytest.mark.parametrize(
    "text", ["Stay safe!", "Please share.", "Look at this.", "Thanks to all.", "Glory to the town!"]
)
def test_keeping_up_the_talk_calls_for_nothing(text: str) -> None:
    assert "calls_for" not in own(STRIKE + text).values()


def test_a_post_in_small_letters_is_read_sentence_by_sentence() -> None:
    found = own(
        "so. we ran down to the mill. it was burning. i counted 6 bodies on the road\n\n"
        "they took my cousin and 6 others & drove off north. nobody checked any papers"
    )
    assert {"it was burning", "i counted 6 bodies on the road",
            "they took my cousin and 6 others & drove off north"} <= set(found)  # fmt: skip


def test_signs_hours_and_alerts_stand_outside_of_what_is_said() -> None:
    for lead in (
        "🔴 15:40 ",
        "❗️ ",
        "14:32 GMT – ",
        "UPD: ",
        "Update 9:15: ",
        "⚡️14.05 BREAKING: ",
    ):
        text = f"We saw it.\n\n{lead}A missile hit the cannery in Dorna!!"
        assert "A missile hit the cannery in Dorna!!" in own(text), lead


def test_a_news_report_is_no_post() -> None:
    assert not is_post("Shells hit Dorna on Monday.\n\nThe mayor said 12 people had died.")
    assert is_post("🔴 Shells hit Dorna")
    assert is_post("pls share\n\nthe mill is burning\n\ndont go there")


def test_a_post_is_about_its_event_before_it_names_it() -> None:
    found = own(
        "Update for everyone who asks!!\n\n"
        "I was in the shop across the street, the glass came in on us. A man was carrying a girl, "
        "he didn't know she was dead. By evening they had laid out 17 people in the school yard; "
        "there was no siren."
    )
    for words in ("the glass came in", "A man was carrying", "By evening they had laid out"):
        assert any(words in each for each in found), (words, found)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("To the soldiers of the regime: lay down your weapons and go home.",
         "lay down your weapons and go home"),
        ("And if anyone has seen Lule Prenga, please write to her father.",
         "And if anyone has seen Lule Prenga, please write to her father"),
        ("The government must release the prisoners at once.",
         "The government must release the prisoners at once"),
        ("We expect the council to open the shelter.", "to open the shelter"),
        ("We call for a ceasefire, the release of all prisoners and an inquiry.",
         "a ceasefire, the release of all prisoners and an inquiry"),
    ],
)  # fmt: skip
def test_what_is_asked_of_whom(text: str, content: str) -> None:
    assert own(f"{STRIKE}\n\n{text}").get(content) == "calls_for"


def test_what_was_wrong_is_put_right() -> None:
    text = "I take back what I wrote at 1:20 about the depot. That was outgoing fire by our side."
    assert own(f"{STRIKE}\n\n{text}").get("That was outgoing fire by our side") == "corrects"


@pytest.mark.parametrize("text", ["Long live the free Coast!", "We have no words.", "We are old."])
def test_what_one_feels_is_no_assertion(text: str) -> None:
    assert own(f"{STRIKE}\n\n{text}").keys() == own(STRIKE).keys()


def test_a_line_with_a_capital_is_split_in_a_post_of_small_letters() -> None:
    found = own(
        "we ran to the mill\n\nit was burning\n\nthey fired again\n\n"
        "DON'T go there. the road is mined. there were zero soldiers at that mill"
    )
    assert {"the road is mined", "there were zero soldiers at that mill"} <= set(found)


@pytest.mark.parametrize(
    ("text", "content", "stance"),
    [
        ("Last night our town was shelled again.", "Last night our town was shelled again",
         "asserts"),
        ("Our guns shelled the depot.", "Our guns shelled the depot", "claims_responsibility"),
        ("We ask you not to publish photos of the quay.", "not to publish photos of the quay",
         "calls_for"),
        ("Information spread by hostile channels that the council has left is fake.",
         "the council has left", "denies"),
    ],
)  # fmt: skip
def test_who_was_hit_claims_nothing(text: str, content: str, stance: str) -> None:
    assert own(f"{STRIKE}\n\n{text}").get(content) == stance


@pytest.mark.parametrize(
    "text",
    [
        'Reports by enemy channels about a "burning frigate" are lies.',
        "Information about the loss of the village does not correspond to reality.",
        "The allegations of the front are without foundation.",
        "No damage to ships.",
    ],
)
def test_tales_of_others_are_denied_as_a_whole(text: str) -> None:
    assert own(f"{STRIKE}\n\n{text}").get(text.rstrip(".")) == "denies"


def test_a_clause_that_a_comma_joins_to_a_saying_is_the_texts_own() -> None:
    found = own(f"{STRIKE}\n\nMy uncle is in hospital with burns, the doctors say he can walk.")
    assert "My uncle is in hospital with burns" in found
    found = own(f"{STRIKE}\n\nWhen the smoke cleared, the doctors say, they went in.")
    assert "When the smoke cleared" not in found
