"""Figures whose measure, bound or source is said elsewhere in the sentence or before it."""

from __future__ import annotations

import pytest

from probatum.read.figures import figures_of

Found = tuple[str, str, int | None, int | None, str | None]
# language, text; for each figure: measure, bound, low, high, who gives it
CARRIED: list[tuple[str, str, list[Found]]] = [
    ("en", "The governor counted 31 dead, while the league spoke of 45.",
     [("killed", "exact", 31, 31, "The governor"), ("killed", "exact", 45, 45, "the league")]),
    ("en", "Nine people were abducted. The relief office listed 11.",
     [("abducted", "exact", 9, 9, None), ("abducted", "exact", 11, 11, "The relief office")]),
    ("en", "Eight people were killed. A clerk called the figure of 27 wrong.",
     [("killed", "exact", 8, 8, None), ("killed", "exact", 27, 27, None)]),
    ("en", "Over 2,000 people were forced from their homes in Halm and about 700 in Orre.",
     [("displaced", "more_than", 2000, None, None), ("displaced", "about", 700, 700, None)]),
    ("en", "At least 28 were killed, 61 injured and 9 missing.",
     [("killed", "at_least", 28, None, None), ("injured", "at_least", 61, None, None),
      ("missing", "at_least", 9, None, None)]),
    ("en", "The number of killed, 57, includes 21 children.",
     [("killed", "exact", 57, 57, None), ("killed", "exact", 21, 21, None)]),
    ("en", "The death toll has climbed to 27, with 60 people still unaccounted for.",
     [("killed", "exact", 27, 27, None), ("missing", "exact", 60, 60, None)]),
    ("en", "Three dozen houses were burned down, and shepherds counted 17 bodies.",
     [("buildings-destroyed", "exact", 36, 36, None),
      ("bodies-found", "exact", 17, 17, "shepherds")]),
    ("en", "The toll is higher than the 150 arrests the guard admits, lawyers say.",
     [("detained", "exact", 150, 150, "the guard")]),
    ("en", "At least five people including a child were killed.",
     [("killed", "at_least", 5, None, None)]),
    ("en", "Three gunners have since been arrested.", [("detained", "exact", 3, 3, None)]),
    ("en", "Mortars wounded two market porters.", [("injured", "exact", 2, 2, None)]),
    ("en", "Armed riders stopped a convoy and took 14 drivers with them.",
     [("abducted", "exact", 14, 14, None)]),
    ("en", "Some 140 inhabitants have been moved to Halm.",
     [("displaced", "about", 140, 140, None)]),
    ("en", "Four men were called out and did not come back.", [("missing", "exact", 4, 4, None)]),
    ("en", "Several dozen patients arrived on Monday with burns.",
     [("injured", "at_least", 24, None, None)]),
    ("en", "The union has registered 2,640 arrests.",
     [("detained", "exact", 2640, 2640, "The union")]),
    ("en", "The fund says 19 women were among the dead.",
     [("killed", "exact", 19, 19, "The fund")]),
    ("en", "Gunmen killed a judge, her driver and two guards.", [("killed", "exact", 2, 2, None)]),
    ("en", "In all 134 citizens were abducted, 40 of whom never came back.",
     [("abducted", "exact", 134, 134, None), ("missing", "exact", 40, 40, None)]),
    ("en", "Armed men took eleven herders to Dasht.", [("abducted", "exact", 11, 11, None)]),
    ("en", "They took nineteen men away in two lorries.", [("detained", "exact", 19, 19, None)]),
    ("en", "The missing are now 1,904 missing people. Of these, 312 are women and 77 are minors.",
     [("missing", "exact", 1904, 1904, None), ("missing", "exact", 312, 312, None),
      ("missing", "exact", 77, 77, None)]),
    ("en", "The army's own count is 14 dead, half of what the clinic reports.",
     [("killed", "exact", 14, 14, "The army")]),
    ("en", "Eyewitnesses put the dead at between 30 and 40.",
     [("killed", "range", 30, 40, "Eyewitnesses")]),
    ("en", "The battalion lost four soldiers.", [("killed", "exact", 4, 4, None)]),
    ("en", "Sixty men were taken to the quarry.", [("abducted", "exact", 60, 60, None)]),
    ("en", "No one died, but 26 flats were left uninhabitable.",
     [("buildings-damaged", "exact", 26, 26, None)]),
    ("uk", "Влада визнає 14 загиблих, волонтери ж говорять про щонайменше дев'яносто.",
     [("killed", "exact", 14, 14, "Влада"), ("killed", "at_least", 90, None, "волонтери ж")]),
    ("uk", "Зникли до 40 рибалок, ідеться в заяві прикордонників.",
     [("missing", "up_to", None, 40, "заяві прикордонників")]),
    ("uk", "Кількість загиблих зросла до 21, ще п'ятеро в лікарні.",
     [("killed", "exact", 21, 21, None), ("injured", "exact", 5, 5, None)]),
    ("uk", "Близько 2,5 тисячі мешканців евакуювали до Полтави.",
     [("displaced", "about", 2500, 2500, None)]),
    ("uk", "Загинуло 12 цивільних, серед них троє дітей, заявив очільник.",
     [("killed", "exact", 12, 12, "очільник"), ("killed", "exact", 3, 3, "очільник")]),
    ("uk", "У лікарні помер один із поранених.", [("killed", "exact", 1, 1, None)]),
    ("uk", "Понад 900 осель лишилися без вікон.",
     [("buildings-damaged", "more_than", 900, None, None)]),
    ("ru", "Погибли более 20 шахтёров, 8 пропали без вести.",
     [("killed", "more_than", 20, None, None), ("missing", "exact", 8, 8, None)]),
    ("ru", "Полиция, напротив, сообщила о двух раненых.", [("injured", "exact", 2, 2, "Полиция")]),
    ("ru", "В салоне было шестеро детей, и никто не пострадал.", []),
    ("ar", "ارتفع عدد القتلى إلى ٨٦ والجرحى إلى ١٥٠.",
     [("killed", "exact", 86, 86, None), ("injured", "exact", 150, 150, None)]),
    ("ar", "أخذوا زوجي وأربعة من الجيران.", [("detained", "exact", 4, 4, None)]),
]  # fmt: skip
NOT_CARRIED = [
    "Twelve people died. The road to Halm is 45 kilometres long.",
    "Twelve people died. The council meets at 11.",
    "Twelve people died. They have a list of 40 names.",
    "Twelve people died. One of them was a baker.",
]


@pytest.mark.parametrize(("language", "text", "figures"), CARRIED)
def test_what_stands_elsewhere_is_carried_over(
    language: str, text: str, figures: list[Found]
) -> None:
    found = [
        (each.measure, each.bound, each.low, each.high,
         None if each.source is None else text[slice(*each.source)])
        for each in figures_of(text, language) if each.number is not None
    ]  # fmt: skip
    assert found == figures


@pytest.mark.parametrize("text", NOT_CARRIED)
def test_another_number_in_the_next_sentence_counts_nobody(text: str) -> None:
    assert [each.low for each in figures_of(text, "en")] == [12]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "According to preliminary data three people were killed."),
        ("uk", "За попередніми даними, троє загиблих."),
        ("ru", "По предварительным данным, погибли трое."),
    ],
)
def test_a_source_may_be_hidden(language: str, text: str) -> None:
    (found,) = figures_of(text, language)
    assert found.hidden and found.source is None


def test_a_comparison_may_stand_inside_the_words_of_what_it_is_compared_with() -> None:
    text = "Кількість загиблих значно перевищує оприлюднені міністерством 86."
    number, comparison = figures_of(text, "uk")
    assert (number.low, comparison.relation) == (86, "far_higher")
    assert comparison.compares == number.mark


def test_figures_of_a_list_know_each_other() -> None:
    first, second = figures_of("They registered 3 deaths and 17 injured.", "en")
    assert first.listed_with == second.mark
