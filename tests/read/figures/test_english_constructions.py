"""Figures of English news by the construction that says their measure, bound or source."""

from __future__ import annotations

import pytest

from probatum.read.figures import figures_of

# text; for each figure: measure, bound, low, who gives it
SAID: list[tuple[str, list[tuple[str, str, int | None, str | None]]]] = [
    # a verb of little meaning, its object, and what says what was done
    ("The rebels said they had taken a dozen soldiers prisoner.",
     [("detained", "exact", 12, "The rebels")]),
    ("Gunmen took 40 shoppers hostage at the mall.", [("abducted", "exact", 40, None)]),
    ("Fighters held nine engineers captive for a month.", [("detained", "exact", 9, None)]),
    ("Doctors treated 14 villagers for shrapnel wounds.", [("injured", "exact", 14, None)]),
    ("Shelling reduced 60 houses to rubble.", [("buildings-destroyed", "exact", 60, None)]),
    ("The fire left 30 families without shelter.", [("displaced", "exact", 30, None)]),
    # nouns made of verbs
    ("The Office has documented the detention of 1,024 people, including 67 children.",
     [("detained", "exact", 1024, "The Office"), ("detained", "exact", 67, "The Office")]),
    ("The ministry condemns the abduction of seven citizens.", [("abducted", "exact", 7, None)]),
    ("The league protested against the killing of four shepherds.",
     [("killed", "exact", 4, None)]),
    ("The strike led to the displacement of some 3,000 families.",
     [("displaced", "about", 3000, None)]),
    # parts of those hurt, and those among others
    ("The toll stood at 62 killed and 190 wounded, 41 of them seriously, the office said.",
     [("killed", "exact", 62, "the office"), ("injured", "exact", 190, "the office"),
      ("injured", "exact", 41, "the office")]),
    ("The mine injured two deminers, one of them critically.",
     [("injured", "exact", 2, None), ("injured", "exact", 1, None)]),
    ("Six journalists are among the detained, their union said.",
     [("detained", "exact", 6, "their union")]),
    # those whom nobody has found
    ("Some 900 people are still listed as missing, according to the Commission.",
     [("missing", "about", 900, "the Commission")]),
    ("Four miners remain buried under debris.", [("missing", "exact", 4, None)]),
    # bounds, and prepositions that are none
    ("Just over 300 homes were destroyed.", [("buildings-destroyed", "more_than", 300, None)]),
    ("Just under 500 people fled.", [("displaced", "less_than", None, None)]),
    ("Up to 140 soldiers were killed and more than 200 wounded over the past 24 hours.",
     [("killed", "up_to", None, None), ("injured", "more_than", 200, None)]),
    # a number beside the one before
    ("64 aid workers have been killed this year, compared with 41 last year.",
     [("killed", "exact", 64, None), ("killed", "exact", 41, None)]),
    ("The ministry first spoke of five dead, then of seven.",
     [("killed", "exact", 5, "The ministry"), ("killed", "exact", 7, "The ministry")]),
    ("Two schools, a clinic and 40 houses were damaged.",
     [("buildings-damaged", "exact", 2, None), ("buildings-damaged", "exact", 40, None)]),
    # who gives it
    ("The committee, a network of volunteers, put the number of dead at 31.",
     [("killed", "exact", 31, "The committee")]),
    ("According to their teacher, Yonas Dall, two people were killed.",
     [("killed", "exact", 2, "Yonas Dall")]),
    ("213 people died, according to the historian, but the council's report gives 154.",
     [("killed", "exact", 213, "the historian"), ("killed", "exact", 154, "the council")]),
    ("People in the chat keep saying twelve dead.",
     [("killed", "exact", 12, "People in the chat")]),
    ("The command rejected the accusation of the Civil Guard that it shot dead two shepherds.",
     [("killed", "exact", 2, "the Civil Guard")]),
    ("The true number of victims is many times higher, said Ioana Brez.",
     [("killed", "", None, "Ioana Brez")]),
]  # fmt: skip
NONE = [
    "They corrected the figure: one woman counted among the dead had been found alive.",
    "Two former inmates told the inquiry about the killings.",
    "Fourteen people were pulled alive from the rubble.",
    "The clinic took 12 patients in.", "He kept 30 letters.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SAID)
def test_a_construction_gives_its_figures(
    text: str, wanted: list[tuple[str, str, int | None, str | None]]
) -> None:
    found = [
        (one.measure, one.bound or "", one.low, text[slice(*one.source)] if one.source else None)
        for one in figures_of(text, "en")
    ]
    assert found == wanted


@pytest.mark.parametrize("text", NONE)
def test_no_figure_where_nothing_is_counted(text: str) -> None:
    assert figures_of(text, "en") == []
