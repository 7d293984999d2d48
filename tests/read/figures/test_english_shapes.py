"""Figures of English news in shapes of sentences that hide what is counted, or who counts."""

from __future__ import annotations

import pytest

from probatum.read.figures import figures_of

# text; for each figure: measure, bound, low, who gives it
SAID: list[tuple[str, list[tuple[str, str, int | None, str | None]]]] = [
    # words between a number and what was done
    ("Thirty people, up from 12 on Monday, are now known to have died.",
     [("killed", "exact", 30, None), ("killed", "exact", 12, None)]),
    ("Twelve people, according to the mayor, were injured.",
     [("injured", "exact", 12, "the mayor")]),
    ("It is three people, not two, who are missing.", [("missing", "exact", 3, None)]),
    ("The fire left one woman dead and two toddlers badly hurt.",
     [("killed", "exact", 1, None), ("injured", "exact", 2, None)]),
    ("A deputy wrote that “two hundred fishwives” had been murdered.",
     [("killed", "exact", 200, "A deputy")]),
    ("The 26 men we captured will be treated well.", [("detained", "exact", 26, None)]),
    ("Police fired on a funeral, killing, by one count, four mourners.",
     [("killed", "exact", 4, None)]),
    ("Eleven people were living there, he said, and two of them died.",
     [("killed", "exact", 2, None)]),
    ("The mayor says 17 bodies were recovered; the directorate's figure is 15.",
     [("bodies-found", "exact", 17, "The mayor"),
      ("bodies-found", "exact", 15, "the directorate")]),
    # a list whose parts are told apart by how, when, where
    ("Of those, 40 were killed by shelling, 12 in an ambush and three by mines.",
     [("killed", "exact", 40, None), ("killed", "exact", 12, None), ("killed", "exact", 3, None)]),
    ("Aid workers put the number of displaced at 12,000, against 3,000 in April.",
     [("displaced", "exact", 12000, "Aid workers"), ("displaced", "exact", 3000, "Aid workers")]),
    # the noun says it, or the sentence before
    ("Police locked 14 detainees in a cellar.", [("detained", "exact", 14, None)]),
    ("The rebels said they had taken 112 prisoners.", [("detained", "exact", 112, "The rebels")]),
    ("They arrested us at the ferry. There were about sixty of us.",
     [("detained", "about", 60, None)]),
    ("The brigade lost nine men in the assault.", [("killed", "exact", 9, None)]),
    # somebody by name or office, and others beside them
    ("The raid killed a nurse and 14 others.", [("killed", "exact", 14, None)]),
    ("They arrested him and 14 others.", [("detained", "exact", 14, None)]),
    ("A shell killed my neighbour, her son and two others.", [("killed", "exact", 2, None)]),
    ("The agency lost six of its staff.", [("killed", "exact", 6, None)]),
    # a whole is not what befell it
    ("Six members of one family died.", [("killed", "exact", 6, None)]),
    ("Nine of its crew of 26 are missing.", [("missing", "exact", 9, None)]),
    ("The dead are four women and two boys.",
     [("killed", "exact", 4, None), ("killed", "exact", 2, None)]),
    ("We are missing 31 people.", [("missing", "exact", 31, None)]),
    # the number of dead reaches a number, the living reach a town
    ("By Friday the number of dead had reached 73.", [("killed", "exact", 73, None)]),
    ("Some 2,000 people have reached Orlin on foot.", [("displaced", "about", 2000, None)]),
    ("1,200 people were forcibly transferred.", [("displaced", "exact", 1200, None)]),
    ("The army conscripted 200 boys.", [("abducted", "exact", 200, None)]),
    ("Fourteen women were raped.", [("other", "exact", 14, None)]),
    ("The fire consumed 33 houses; 21 lie in ashes.",
     [("buildings-destroyed", "exact", 33, None), ("buildings-destroyed", "exact", 21, None)]),
    # people by words made as words for people are
    ("Half a million Tamrians are living as refugees.", [("refugees", "exact", 500_000, None)]),
    ("Six worshippers suffered burns and two sustained head wounds, the clinic reports.",
     [("injured", "exact", 6, "the clinic"), ("injured", "exact", 2, "the clinic")]),
    ("Toll tops 90 in ferry blast", [("killed", "more_than", 90, None)]),
    # who gives it
    ("The prefect's office, which counts residents only, gives a figure of 45 dead.",
     [("killed", "exact", 45, "The prefect's office")]),
    ("A report by the Rural League says 18 farms were torched.",
     [("buildings-destroyed", "exact", 18, "the Rural League")]),
    ("The number of detainees is many times higher than the 260 admitted by the junta.",
     [("detained", "", None, None), ("detained", "exact", 260, "the junta")]),
    ("Twenty militiamen were captured, despite what the banner says.",
     [("detained", "exact", 20, None)]),
]  # fmt: skip
NONE = (
    "A stray round killed a goat and broke two windows.",
    "The raid killed a teacher and frightened two children.",
    "Nobody was hurt; not one of them had been touched.",
    "About 3,000 civilians remain trapped in the city.",
    "Lawyers for 14 former detainees filed a complaint.",
    "He denies nine counts of murder.",
    "The shop lost nine customers.",
    "The two sides exchanged 50 prisoners each.",
)


@pytest.mark.parametrize(("text", "wanted"), SAID)
def test_a_shape_gives_its_figures(
    text: str, wanted: list[tuple[str, str, int | None, str | None]]
) -> None:
    found = [
        (one.measure, one.bound or "", one.low, text[slice(*one.source)] if one.source else None)
        for one in figures_of(text, "en")
    ]
    assert found == wanted


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_it_is_no_figure(text: str) -> None:
    assert figures_of(text, "en") == []
