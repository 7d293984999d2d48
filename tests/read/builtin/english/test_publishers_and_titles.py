"""Who publishes, under which of its names; titles in full; names of reports, which are nobody."""

from __future__ import annotations

import pytest

from probatum.read.builtin.english.clusters import acronyms_of, as_acronym, parts_of
from read.builtin.english.whole import assertions, entities, read


def told(text: str, publisher: str) -> list[tuple[str | None, str, str]]:
    """Return who says what: the name of the speaker, the stance, the content."""
    reading = read(text, publisher)
    known = {each.id: name for name, each in entities(reading).items()}
    return [
        (known.get(each.speaker or ""), each.stance, each.content.exact)
        for each in assertions(reading)
    ]


@pytest.mark.parametrize(
    ("publisher", "named"),
    [
        ("Human Rights Collective - Delta Region", "The Human Rights Collective"),
        ("Sailors for Peace – Halm Mission", "Sailors for Peace"),
        ("“Free Pen” Journalists’ Union", "“Free Pen”"),
        ('Centre for Civic Memory "Lantern"', "The Centre for Civic Memory"),
        ("Union of Dock Workers (UnDoc)", "UnDoc"),
        ("Sailors for Peace (SfP) - Halm", "SfP"),
    ],
)
def test_a_publisher_is_known_by_each_part_of_its_name(publisher: str, named: str) -> None:
    text = f"Shells hit the quay at Halm on Monday. {named} said that nine dockers had been killed."
    assert (publisher, "asserts", "nine dockers had been killed") in told(text, publisher)


def test_a_short_name_in_brackets_stands_for_whom_it_follows() -> None:
    text = (
        "The Free Rail Observatory (RailOb) was founded in May. RailOb said that soldiers had "
        "fired at the line."
    )
    assert told(text, "The Harbour Post")[-1][0] == "the Free Rail Observatory"


def test_a_part_that_any_body_has_is_no_name() -> None:
    assert "Service" not in parts_of("Karvian Forces - Service")
    assert "Press" not in parts_of("Karvian Forces - Press")
    assert "MdP" in acronyms_of("Medics of Peace (MdP)")
    assert (as_acronym("(retired)"), as_acronym("the OSM")) == ("", "OSM")


@pytest.mark.parametrize(
    ("text", "content", "stance"),
    [
        ("The Hospital wishes to state categorically that no armed men were present.",
         "no armed men were present", "denies"),
        ("The Hospital would like to stress that the ward was full.", "the ward was full",
         "asserts"),
        ("The captain admitted to reporters that shots were fired.", "shots were fired",
         "acknowledges"),
        ("The army said it had fired at nobody.", "it had fired at nobody", "denies"),
        ("The governor described the attack as vile and directed the police to find the killers.",
         "the attack as vile", "asserts"),
        ("Claims by the enemy that we use schools do not correspond to reality.",
         "we use schools", "denies"),
    ],
)  # fmt: skip
def test_what_is_wished_to_be_said_is_said(text: str, content: str, stance: str) -> None:
    found = {(stance, content) for _, stance, content in told(text, "Saint Odo Hospital")}
    assert (stance, content) in found


@pytest.mark.parametrize(
    "text",
    [
        "The forces of Norland strictly observe the truce.",
        "The forces of Norland observe the rules of war and will go on doing so.",
    ],
)
def test_what_says_nothing_is_quoted_of_nobody(text: str) -> None:
    assert all(each.voice == "own" for each in assertions(read(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Dear brothers and sisters, it is with a heavy heart that I write to you.",
        "The Council has been asked by many residents about the events of Friday night.",
        "The following is what we know.",
    ],
)
def test_how_a_letter_begins_asserts_nothing(text: str) -> None:
    found = assertions(read(f"{text} Two rockets fell on the hall in Halm.", "Halm Council"))
    assert [each.content.exact for each in found] == ["Two rockets fell on the hall in Halm"]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Foreign Minister Eda Strand called it murder.", "Foreign Minister Eda Strand"),
        ("Opposition leader Marit Sund said he lied.", "Opposition leader Marit Sund"),
        ("Lt Col Obe Danso said six men were held.", "Lt Col Obe Danso"),
        ("Chief Constable Ned Ruhl said six men were held.", "Chief Constable Ned Ruhl"),
    ],
)
def test_a_title_is_whole(text: str, mention: str) -> None:
    name = " ".join(mention.split()[-2:])
    assert [each.exact for each in entities(read(text))[name].mentions][0] == mention


def test_a_report_a_slogan_and_a_general_are_no_names() -> None:
    found = entities(read(
        "In its report “Tracks of Fire”, the Rail Observatory counted nine attacks on the line. "
        "The Prosecutor General was asked. A banner reading “Free Halm” hung there."
    ))  # fmt: skip
    assert not {"Tracks of Fire", "Free Halm", "General"} & set(found)
