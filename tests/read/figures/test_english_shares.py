"""Figures of English news that are parts of others, and shares and ratios that are none."""

from __future__ import annotations

import pytest

from probatum.read.figures import figures_of

# text; for each figure: measure, bound, low, who gives it
SAID: list[tuple[str, list[tuple[str, str | None, int | None, str | None]]]] = [
    # no counts
    ("One in five of the wounded was a child.", []),
    ("Seven in every ten houses were hit.", []),
    ("Nine of every ten displaced families live in tents.", []),
    ("The army killed three in six days.", [("killed", "exact", 3, None)]),
    ("The raid killed two in 2031.", [("killed", "exact", 2, None)]),
    # some of those counted
    ("Fifty civilians were killed: 31 men and 19 women.",
     [("killed", "exact", 50, None), ("killed", "exact", 31, None), ("killed", "exact", 19, None)]),
    ("Of those arrested, 14 were students and nine were nurses.",
     [("detained", "exact", 14, None), ("detained", "exact", 9, None)]),
    ("The toll now stands at 41. Nineteen of the victims were pupils.",
     [("killed", "exact", 41, None), ("killed", "exact", 19, None)]),
    ("Miners found 23 bodies, 12 of them with gunshot wounds.",
     [("bodies-found", "exact", 23, None), ("bodies-found", "exact", 12, None)]),
    ("The clinic took in 38 people, 22 of them died, 13 were hurt.",
     [("killed", "exact", 22, None), ("injured", "exact", 13, None)]),
    ("Six people were killed and eight, including a girl of three, wounded.",
     [("killed", "exact", 6, None), ("injured", "exact", 8, None)]),
    ("Police arrested 30 pupils, of whom nine were freed at night.",
     [("detained", "exact", 30, None), ("other", "exact", 9, None)]),
    ("The rebels freed 90 hostages.", [("other", "exact", 90, None)]),
    ("Nine children among 26 killed in strike on bakery queue",
     [("killed", "exact", 9, None), ("killed", "exact", 26, None)]),
    ("Twenty villagers went missing and 17 turned up dead.",
     [("missing", "exact", 20, None), ("killed", "exact", 17, None)]),
    # lists with things of which there is one
    ("The storm of shells destroyed nine barns, a mill and two stables.",
     [("buildings-destroyed", "exact", 9, None), ("buildings-destroyed", "exact", 2, None)]),
    ("Nine houses, a school and the fire station were reduced to ashes.",
     [("buildings-destroyed", "exact", 9, None)]),
    ("The cutter picked up nine bodies and 41 survivors.", [("bodies-found", "exact", 9, None)]),
    ("We have lost touch with 26 of our drivers.", [("missing", "exact", 26, None)]),
    ("Twelve more died in June, bringing the year's toll to 309.",
     [("killed", "exact", 12, None), ("killed", "exact", 309, None)]),
    ("The dead include four nurses, a driver and two cooks.",
     [("killed", "exact", 4, None), ("killed", "exact", 2, None)]),
    # what befell them
    ("Eight people died on the spot and two more in hospital.",
     [("killed", "exact", 8, None), ("killed", "exact", 2, None)]),
    ("Five shepherds burned in the hut.", [("killed", "exact", 5, None)]),
    ("Raiders burned forty houses.", [("buildings-destroyed", "exact", 40, None)]),
    ("The deaths in custody of 22 miners are under review.", [("killed", "exact", 22, None)]),
    ("Nine drones were shot down over the bay.", []),
    ("Four reporters shot at near the border.", []),
    ("The register lists four of them as dead.", [("killed", "exact", 4, "The register")]),
    ("They took away three boys from the block.", [("detained", "exact", 3, None)]),
    ("Dozens held after a march for missing teacher.", [("detained", "at_least", 24, None)]),
    ("Some 700 homes burned down and twice as many have lost their windows.",
     [("buildings-destroyed", "about", 700, None), ("buildings-damaged", None, None, None)]),
    ("The mayor has received 17 death threats.", []),
    ("Eleven were driven from the valley.", [("displaced", "exact", 11, None)]),
    ("Some 1,500 of the town's 9,000 residents have left since Monday.",
     [("displaced", "about", 1500, None)]),
    ("Nobody was among the dead from our village of 300 people.", []),
    ("The lawyers documented 31 cases of arbitrary detention and 12 of enforced disappearance.",
     [("detained", "exact", 31, "The lawyers"), ("missing", "exact", 12, "The lawyers")]),
    # the words about the number
    ("As of noon: 8 killed, 200+ evacuated.",
     [("killed", "exact", 8, None), ("displaced", "at_least", 200, None)]),
    ("Thirty-odd people were wounded.", [("injured", "about", 30, None)]),
    ("Snipers killed six tea-pickers.", [("killed", "exact", 6, None)]),
    ("The imam prayed over 34 bodies.", [("bodies-found", "exact", 34, None)]),
    ("The death toll rose steadily, from 15 on Monday to 22 by dawn.",
     [("killed", "exact", 15, None), ("killed", "exact", 22, None)]),
    ("The number of the missing, which stood at 130 in March, has fallen to 92.",
     [("missing", "exact", 130, None), ("missing", "exact", 92, None)]),
    ("At noon the count stood at 16 dead; by midnight it was 29.",
     [("killed", "exact", 16, None), ("killed", "exact", 29, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SAID)
def test_parts_are_figures_and_shares_are_none(
    text: str, wanted: list[tuple[str, str | None, int | None, str | None]]
) -> None:
    found = [
        (each.measure, each.bound, each.low, text[slice(*each.source)] if each.source else None)
        for each in figures_of(text, "en")
    ]
    assert found == wanted
