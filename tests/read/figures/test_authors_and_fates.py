"""Whose claim a number is that others deny, and what became of those who were taken."""

from __future__ import annotations

import pytest

from probatum.read.figures import figures_of

# language, text; for each figure: measure, bound, low, who gives it
SAID: list[tuple[str, str, list[tuple[str, str, int | None, str | None]]]] = [
    # the author of a claim gives its number, not who denies it
    ("en", "The ministry rejected the Council's allegation that 14 pupils lost their lives.",
     [("killed", "exact", 14, "the Council")]),
    ("en", "The governor disputes the union's claim that 30 miners are missing.",
     [("missing", "exact", 30, "the union")]),
    ("en", "The general laughed at the bishop's figure of 90 dead.",
     [("killed", "exact", 90, "the bishop")]),
    ("uk", "Міністерство спростувало заяву опозиції про 40 загиблих.",
     [("killed", "exact", 40, "опозиції")]),
    ("ru", "Армия отрицает сообщения правозащитников, что при ударе погибли 12 детей.",
     [("killed", "exact", 12, "правозащитников")]),
    ("ar", "رفض الجيش اتهام المجلس المحلي بأن القصف أدى إلى مقتل 12 طفلا.",
     [("killed", "exact", 12, "المجلس المحلي")]),
    # who is no source
    ("en", "Four people died in May, an attack for which neither side has accepted responsibility.",
     [("killed", "exact", 4, None)]),
    ("en", '"Over 100 dead" is rubbish, whoever wrote that was never here.',
     [("killed", "more_than", 100, None)]),
    ("en", "Our teams have verified 61 deaths.", [("killed", "exact", 61, None)]),
    ("ru", "По спискам в школе: восемь погибших.", [("killed", "exact", 8, None)]),
    # whose data it is
    ("en", "Some 40 people died, according to data compiled by the Guardian.",
     [("killed", "about", 40, "the Guardian")]),
    ("en", "In all 118 died, according to figures the ministry published on Tuesday.",
     [("killed", "exact", 118, "the ministry")]),
    ("en", "In an earlier statement the Front said it had captured 23 soldiers.",
     [("detained", "exact", 23, "the Front")]),
    ("en", "My count is 41 houses gone, the mayor says 38.",
     [("buildings-destroyed", "exact", 41, None),
      ("buildings-destroyed", "exact", 38, "the mayor")]),
    ("ar", "لقي 29 شخصاً حتفهم، وفق ما صرّحت به لصحيفتنا رئيسة الهلال الطبي هدى العبّار.",
     [("killed", "exact", 29, "رئيسة الهلال الطبي هدى العبّار")]),
    # who came back
    ("en", "Twelve pupils were abducted. Five have since come home.",
     [("abducted", "exact", 12, None), ("other", "exact", 5, None)]),
    ("en", "Seventeen prisoners handed over by the Front had been beaten.",
     [("other", "exact", 17, None)]),
    ("en", "Fighters abducted 13 villagers. Two managed to escape.",
     [("abducted", "exact", 13, None), ("other", "exact", 2, None)]),
    ("uk", "Дванадцятьох мешканців примусово мобілізували, троє втекли.",
     [("abducted", "exact", 12, None), ("other", "exact", 3, None)]),
    ("ru", "Выжили только двое из девяти рыбаков.", [("other", "exact", 2, None)]),
    ("ar", "نجا سبعة من الصيادين فقط.", [("other", "exact", 7, None)]),
    # who did not
    ("en", "Where the other two are, nobody will tell us.", [("missing", "exact", 2, None)]),
    ("en", "The families do not know where the 40 men were taken.",
     [("missing", "exact", 40, None)]),
    ("en", "Sixteen men were put on a cattle truck.", [("abducted", "exact", 16, None)]),
    ("en", "He is being held there with some 20 others.", [("detained", "about", 20, None)]),
    ("en", "The police said that four of the injured had since succumbed to their wounds.",
     [("killed", "exact", 4, "The police")]),
    ("en", "The bodies of 12 men were pulled out, bringing to 57 the number recovered there.",
     [("bodies-found", "exact", 12, None), ("bodies-found", "exact", 57, None)]),
    ("en", "Satellite images show at least 52 destroyed houses.",
     [("buildings-destroyed", "at_least", 52, "Satellite images")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), SAID)
def test_a_number_has_its_author_and_its_fate(
    language: str, text: str, wanted: list[tuple[str, str, int | None, str | None]]
) -> None:
    found = [
        (one.measure, one.bound, one.low or one.high,
         None if one.source is None else text[one.source.start : one.source.end])
        for one in figures_of(text, language)
    ]  # fmt: skip
    assert found == wanted


@pytest.mark.parametrize(
    "text",
    [
        "One of them admitted having driven the lorry.",
        "The youngest of them was 13.",
        "This is the cellar where 40 men slept.",
        "I was shown three lists. I signed two of them.",
        "Two passengers who escaped told us so.",
    ],
)
def test_no_number_of_people_is_made_up(text: str) -> None:
    before = "Nine people were arrested on Friday. "
    assert len(figures_of(before + text, "en")) == 1


def test_more_died_than_were_counted() -> None:
    found = figures_of("Погибло восемь человек. Врач шепнул, что умерло больше.", "ru")
    assert [(one.measure, one.relation) for one in found] == [
        ("killed", None),
        ("killed", "higher"),
    ]
