"""Figures of English news that leave words out, or put words between a number and its measure."""

from __future__ import annotations

import pytest

from probatum.read.figures import figures_of

# text; for each figure: measure, bound, low, who gives it
SAID: list[tuple[str, list[tuple[str, str, int | None, str | None]]]] = [
    # what was just said is left out
    ("The first shell killed six, the second eleven, the town hall says.",
     [("killed", "exact", 6, "the town hall"), ("killed", "exact", 11, "the town hall")]),
    ("In the valley 12 people were wounded, on the plateau five.",
     [("injured", "exact", 12, None), ("injured", "exact", 5, None)]),
    ("Nineteen sailors died and not, as the guard had said on Friday, 21.",
     [("killed", "exact", 19, "the guard"), ("killed", "exact", 21, "the guard")]),
    ("Eleven cooks were hurt, two critically, when the tent collapsed.",
     [("injured", "exact", 11, None), ("injured", "exact", 2, None)]),
    ("Among the 19 dead were three paramedics.",
     [("killed", "exact", 19, None), ("killed", "exact", 3, None)]),
    ("The navy admitted losing ten sailors. The other side says it was thirty-five.",
     [("killed", "exact", 10, "The navy"), ("killed", "exact", 35, "The other side")]),
    # the words about the number
    ("Arrests numbered more than 500, according to the lawyers' union.",
     [("detained", "more_than", 500, "the lawyers' union")]),
    ('The death toll stands at "at least 60", the governor said.',
     [("killed", "at_least", 60, "the governor")]),
    ("Some thirty or so villagers were beaten to death.", [("killed", "about", 30, None)]),
    ("Forty, maybe fifty men were taken away, villagers said.",
     [("detained", "range", 40, "villagers")]),
    # what became of them in the end
    ("Nine men rounded up after a miners’ march in Tova died.", [("killed", "exact", 9, None)]),
    ("Twelve women taken from the village have not been seen since.",
     [("missing", "exact", 12, None)]),
    ("Four of the seven wounded soldiers later died.",
     [("killed", "exact", 4, None), ("injured", "exact", 7, None)]),
    ("Three of the nine arrested were released.", [("detained", "exact", 9, None)]),
    # who is taken, and who leaves
    ("He was held with 19 others in a cellar.", [("detained", "exact", 19, None)]),
    ("Soldiers locked 40 villagers in a barn.", [("detained", "exact", 40, None)]),
    ("The raiders took six girls, elders said.", [("abducted", "exact", 6, "elders")]),
    ("Armed men took my cousin and three other boys off the train.",
     [("abducted", "exact", 3, None)]),
    ("About 900 residents have left since Monday.", [("displaced", "about", 900, None)]),
    ("Nearly 4,000 people had left the Halm valley.", [("displaced", "about", 4000, None)]),
    # who says so
    ("Pictures from space suggest that 40 houses were razed, researchers said.",
     [("buildings-destroyed", "exact", 40, "researchers")]),
    ("Fifty villagers fled, while the governor maintains that the road is safe.",
     [("displaced", "exact", 50, None)]),
    ("At least 17 dead, 30 hurt after missile hits ferry: harbour police",
     [("killed", "at_least", 17, "harbour police"), ("injured", "at_least", 30, "harbour police")]),
    ("In the north six were killed; nine were hurt, says the guard.",
     [("killed", "exact", 6, "the guard"), ("injured", "exact", 9, "the guard")]),
    ("The commander, quoted by a paper, boasted of over 400 enemy dead.",
     [("killed", "more_than", 400, "The commander")]),
    ("The clinic has admitted 140 wounded.", [("injured", "exact", 140, None)]),
    ("The army admitted 12 deaths.", [("killed", "exact", 12, "The army")]),
    ("Twelve had died; by evening the hospital had raised that to 26.",
     [("killed", "exact", 12, None), ("killed", "exact", 26, "the hospital")]),
]  # fmt: skip

NONE = [
    "Three of the victims were under 12, the coroner said.",
    "Most of the dead were over 60.",
    "Researchers interviewed 45 survivors of the massacre.",
    "We spoke with 23 displaced families in the camp.",
    "Trucks brought two loads of prisoners to the quarry.",
    "Twelve people had left the meeting by noon.",
    "Six people have left.",
    "Thirty guests had left by midnight.",
    "Forty tourists crossed the river by boat.",
    "The tank drove into this town of four thousand people.",
    "She loaded nine crates onto a lorry.",
    "Seventy per cent of the 400 houses stand empty.",
]


@pytest.mark.parametrize(("text", "wanted"), SAID)
def test_a_figure_with_words_left_out_or_put_in_between_is_read(
    text: str, wanted: list[tuple[str, str, int | None, str | None]]
) -> None:
    found = [
        (each.measure, each.bound, each.low, text[slice(*each.source)] if each.source else None)
        for each in figures_of(text, "en")
    ]
    assert found == wanted


@pytest.mark.parametrize("text", NONE)
def test_other_numbers_in_such_sentences_are_no_figures(text: str) -> None:
    assert figures_of(text, "en") == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Officials list 40 dead; neighbours think the number is higher.", "higher"),
        ("The office lists 9,350 displaced, fewer than a week earlier.", "lower"),
        ("The court lists 188 abducted, a third fewer than the families.", "lower"),
    ],
)
def test_a_number_may_be_compared_without_another_number(text: str, relation: str) -> None:
    assert [each.relation for each in figures_of(text, "en")] == [None, relation]
