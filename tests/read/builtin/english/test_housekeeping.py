"""What releases and statements do beside telling: how they were made, hearsay, calls, verdicts."""

from __future__ import annotations

import pytest

from probatum.read.builtin.english.housekeeping import is_housekeeping
from read.builtin.english.whole import assertions, entities, read

UNION = "Dockers' Union of Halm"
LEAD = "On Monday shells hit the quay at Halm, and nine of our members were killed. "


def told(text: str) -> list[tuple[str, str, str]]:
    """Return stance, voice and content of what stands behind the lead, in order."""
    found = assertions(read(f"{LEAD}\n\n{text}", UNION))
    behind = [each for each in found if each.content.start > len(LEAD)]
    behind.sort(key=lambda each: each.content.start)
    return [(each.stance, each.voice, each.content.exact) for each in behind]


@pytest.mark.parametrize(
    "words",
    [
        "Our researchers interviewed 64 relatives and nine deserters",
        "The undersigned have talked to 46 families",
        "The 58-page report, “Empty Rooms”, is based on interviews with 74 people",
        "The Network today publishes the results of a three-month inquiry into conscription",
        "The next communication will be issued on Saturday",
        "The director will receive the press on Thursday",
        "I, Anna Tal, was deputy governor of Halm until 30 January",
        "Until this summer I drove a school bus in Halm",
        "She asked not to be named for fear of reprisals",
        "We have been asked about the escort",
        "The Department states the following",
    ],
)
def test_how_a_text_was_made_is_no_assertion(words: str) -> None:
    assert is_housekeeping(words)


@pytest.mark.parametrize(
    "words",
    [
        "The soldiers interviewed every prisoner in the yard",
        "I drove the wounded to the ferry",
        "The commission has begun its work",
        "The report of the army is a lie",
        "We found nine bodies in the lock",
    ],
)
def test_what_happened_is_one(words: str) -> None:
    assert not is_housekeeping(words)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We ask that the boats be returned, that the log be opened, and that the Governor resign.",
         [("calls_for", "own", "the boats be returned"), ("calls_for", "own", "the log be opened"),
          ("calls_for", "own", "the Governor resign")]),
        ("It has been put to us that our pickets beat a pilot.",
         [("reports", "anonymous", "our pickets beat a pilot")]),
        ("We have also heard it said that the quay was mined.",
         [("reports", "anonymous", "the quay was mined")]),
        ("Reports that our members fired on the ferry are circulating.",
         [("reports", "anonymous", "our members fired on the ferry")]),
        ("We were informed on Tuesday that two men had drowned and that a third was missing.",
         [("reports", "anonymous", "two men had drowned"),
          ("reports", "anonymous", "a third was missing")]),
        ("This we concede: the gate stood open for an hour.",
         [("acknowledges", "own", "the gate stood open for an hour")]),
        ("We hold the Navy responsible for every death.",
         [("asserts", "own", "the Navy responsible for every death")]),
        ("The Union is prepared to open its books to the court.",
         [("commits_to", "attributed", "to open its books to the court")]),
        ("The Union cannot accept this version.",
         [("disputes", "attributed", "this version")]),
        ("The Union does not rule out that a shot was fired.",
         [("acknowledges", "attributed", "a shot was fired")]),
        ("To leave drowning men in the water is a crime.",
         [("asserts", "own", "To leave drowning men in the water is a crime")]),
        ("Two of our members went back on 12 July and were shot at from the roof.",
         [("asserts", "own", "Two of our members went back on 12 July and were shot at from the "
           "roof")]),
    ],
)  # fmt: skip
def test_a_statement_does_many_things_by_saying_them(
    text: str, found: list[tuple[str, str, str]]
) -> None:
    assert told(text) == found


def test_each_of_several_called_upon_is_asked_for_his_own_part() -> None:
    text = (
        "The Union calls on the Prosecutor to open the files and on the Navy to hand over the log."
    )
    reading = read(LEAD + text, UNION)
    names = {each.id: name for name, each in entities(reading).items()}
    asked = {each.content.exact: names[each.addressee] for each in assertions(reading)
             if each.addressee is not None}  # fmt: skip
    assert asked["to hand over the log"] == "the Navy"
    assert asked["to open the files"] != "the Navy"


@pytest.mark.parametrize(
    ("publisher", "named"),
    [
        ("Sainte-Odile Hospital", "SAINTE-ODILE HOSPITAL"),
        ("Teachers' Federation of Halm", "The Teachers' Federation of Halm"),
        ('Rights Centre "Dawn"', 'The Rights Centre "Dawn"'),
    ],
)
def test_a_publisher_is_known_by_its_name_in_any_type(publisher: str, named: str) -> None:
    reading = read(f"{named} condemns the shelling of Halm. Nine people were killed.", publisher)
    speakers = {each.speaker for each in assertions(reading)}
    assert speakers == {entities(reading)[publisher].id}
