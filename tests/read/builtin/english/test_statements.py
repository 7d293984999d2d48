"""Statements in the first person: promises, demands, hearsay, denials and what was seen."""

from __future__ import annotations

import pytest

from read.builtin.english.table import Line, lines
from read.builtin.english.whole import assertions, read, said, speaker_of

UNION = "Dockers' Union of Halm"
LEAD = (
    "We mourn our colleagues. On Monday shells hit the quay at Halm, and nine of our members were "
    "killed. "
)


def own(text: str) -> dict[str, str]:
    """Return what a statement says in its own voice behind its lead, each with its stance."""
    found = assertions(read(f"{LEAD}\n\n{text}", UNION))
    return {
        each.content.exact: each.stance
        for each in found
        if each.voice == "own" and each.content.start > len(LEAD)
    }


@pytest.mark.parametrize(
    ("text", "content", "stance"),
    [
        ("We promise the dead this: we will sit on the steps of the court every week.",
         "we will sit on the steps of the court every week", "commits_to"),
        ("And I ask one thing of the Minister: open the archive.", "open the archive",
         "calls_for"),
        ("I call it by its name: a war crime.", "a war crime", "asserts"),
        ("We will not load a ship until our colleagues are free.",
         "We will not load a ship until our colleagues are free", "commits_to"),
        ("The Union will take the case to the tribunal.",
         "The Union will take the case to the tribunal", "commits_to"),
        ("Pending the outcome, their ships may not enter our ports as of 10 November.",
         "Pending the outcome, their ships may not enter our ports as of 10 November", "asserts"),
        ("We reject that with disgust.", "that", "denies"),
        ("We reject this account entirely.", "this account", "denies"),
        ("We appeal to the army to open the road, and thank the fishermen who helped.",
         "to open the road", "calls_for"),
        ("We have never stored weapons at the quay.", "We have never stored weapons at the quay",
         "denies"),
        ("None of our members carried arms.", "None of our members carried arms", "denies"),
        ("The Union has no part in this.", "The Union has no part in this", "denies"),
        ("We regret that a shell fired by our side fell on the market.",
         "We regret that a shell fired by our side fell on the market", "acknowledges"),
        ("As for the number: 91 of us were killed.", "91 of us were killed",
         "asserts"),
        ("Rumours that the dam has been mined are NOT true.", "the dam has been mined", "denies"),
    ],
)  # fmt: skip
def test_a_statement_does_by_its_words(text: str, content: str, stance: str) -> None:
    assert own(text).get(content) == stance, own(text)


def test_a_promise_joined_to_a_claim_is_one_of_its_own() -> None:
    text = "Those who gave the order bear the responsibility, and the Union will see them in court."
    assert own(text) == {
        "Those who gave the order bear the responsibility": "asserts",
        "the Union will see them in court": "commits_to",
    }


@pytest.mark.parametrize(
    "text", ["We extend our condolences to the families.", "We offer our full support."]
)
def test_condolences_commit_to_nothing(text: str) -> None:
    assert "commits_to" not in own(text).values()


def test_lines_behind_a_demand_are_demanded() -> None:
    wanted = ["the immediate release of Marek Osk", "an inquiry into the shelling",
              "that the port be opened"]  # fmt: skip
    content = [one.removeprefix("that ") for one in wanted]
    for sign in ("– ", "• ", "1. ", "", "✅ "):
        text = "We demand:\n" + "\n".join(f"{sign}{one};" for one in wanted)
        assert [each for each, stance in own(text).items() if stance == "calls_for"] == content, (
            sign
        )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("I'm told that the bridge is mined.",
         Line("the bridge is mined", None, "I'm told", "reports")),
        ("Rumour has it that the mayor has fled.",
         Line("the mayor has fled", None, "Rumour has it", "reports")),
        ("Cleared for takeoff since noon, I’m told.",
         Line("Cleared for takeoff since noon", None, "I’m told", "reports")),
        ("Also going round: a second body under the stairs.",
         Line("a second body under the stairs", None, "going round", "reports")),
        ("Three sailors are missing, and it is feared that they were trapped.",
         Line("they were trapped", None, "it is feared", "reports")),
        ("We have learned from a clerk whose name we withhold that the log was removed.",
         Line("the log was removed", "a clerk", "learned")),
        ("Our treasurer, Mara Venn, saw a soldier climb the ladder.",
         Line("a soldier climb the ladder", "Mara Venn", "saw")),
        ("Residents heard two explosions shake the windows.",
         Line("two explosions shake the windows", "Residents", "heard")),
        ("Four of us watched the guards drag him out.",
         Line("the guards drag him out", "Four of us", "watched")),
    ],
)  # fmt: skip
def test_what_comes_from_others_is_theirs(text: str, line: Line) -> None:
    assert lines(text) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "I was told to come back on Monday.", "We heard three mortar rounds.",
        "The court saw no reason to wait.", "We saw them fall.", "I hear of nothing else.",
        "Prices saw a fall.",
    ],
)  # fmt: skip
def test_what_only_resembles_hearsay_is_the_texts_own(text: str) -> None:
    assert lines(text) == []


def test_whom_a_question_takes_up_and_who_is_shocked() -> None:
    reading = read(LEAD + "We are appalled by the killing of nine dockers.", UNION)
    assert speaker_of(reading, "killing of nine") == UNION
    assert said(reading, "killing of nine").voice == "own"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The army denies that.", Line("that", "The army", "denies", "denies")),
        ("A spokesman for the committee rejects this.",
         Line("this", "A spokesman", "rejects", "denies")),
        ("Unconfirmed reports speak of shots in the school.",
         Line("shots in the school", None, "speak of", "reports")),
    ],
)  # fmt: skip
def test_what_is_said_in_few_words_is_said_by_whom(text: str, line: Line) -> None:
    assert line in lines(text)


def test_who_says_otherwise_is_called_a_liar() -> None:
    assert own("Whoever says we shoot prisoners is a liar.") == {"we shoot prisoners": "denies"}


def test_a_publisher_is_known_by_the_first_part_of_its_name() -> None:
    text = LEAD + "The Office of Protection calls on the army to open the road."
    reading = read(text, "Office of Protection, Council of the Sea")
    assert speaker_of(reading, "to open the road") == "Office of Protection, Council of the Sea"
