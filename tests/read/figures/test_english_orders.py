"""Figures of English news in other orders of words, and verbs that mean something else."""

from __future__ import annotations

from datetime import date

import pytest

from probatum.read.dates import dates_of
from probatum.read.figures import figures_of
from probatum.read.found import FigureFound

PUBLISHED = date(2032, 5, 5)
# text; for each figure: measure, low, high
ORDERS = [
    ("The dead included two children and a nurse.", [("killed", 2, 2)]),
    ("The toll rose to 11 from nine, the prefect said.", [("killed", 11, 11), ("killed", 9, 9)]),
    ("The death toll has gone up to nine.", [("killed", 9, 9)]),
    ("The raid killed nine, among them two medics.", [("killed", 9, 9), ("killed", 2, 2)]),
    ("Nine dead, 22 hurt in market blast", [("killed", 9, 9), ("injured", 22, 22)]),
    ("4 civilians killed, 11 injured, incl. 3 children.",
     [("killed", 4, 4), ("injured", 11, 11), ("injured", 3, 3)]),
    ("A patrol boat took 18 fishermen from their trawler.", [("abducted", 18, 18)]),
    ("Some 40 men were taken from the village.", [("abducted", 40, 40)]),
    ("Soldiers took six nurses from the hospital.", [("abducted", 6, 6)]),
    ("Gunmen shot 12 people in the hospital.", [("killed", 12, 12)]),
    ("The shelling drove 15,000 people from their homes.", [("displaced", 15000, 15000)]),
    ("Dead: 5. Wounded: 11.", [("killed", 5, 5), ("injured", 11, 11)]),
    ("Three drivers burned to death in their cabs.", [("killed", 3, 3)]),
    ("The blast wounded him and two colleagues.", [("injured", 2, 2)]),
    ("Mira Tolk lost three sons in the shelling.", [("killed", 3, 3)]),
    ("A committee puts the dead of that spring at nearly 60; the veterans say 12.",
     [("killed", 60, 60), ("killed", 12, 12)]),
    ("The strike killed 12, not 20, the army said.", [("killed", 12, 12), ("killed", 20, 20)]),
    ("Shells hit six clinics and a school.", [("buildings-damaged", 6, 6)]),
    ("Three buildings were destroyed or damaged.", [("buildings-damaged", 3, 3)]),
    ("Sixteen barns burned that night.", [("buildings-destroyed", 16, 16)]),
    ("He counted 17 houses without a roof.", [("buildings-destroyed", 17, 17)]),
    ("Officials have documented 23 deaths at the site.", [("killed", 23, 23)]),
    ("Some 2,100 inhabitants have not returned.", [("displaced", 2100, 2100)]),
    ("Forty were already dead.", [("killed", 40, 40)]),
    ("The dead numbered 17.", [("killed", 17, 17)]),
    ("The dead: 17 men, four women.", [("killed", 17, 17), ("killed", 4, 4)]),
    ("About 900 people have been displaced, up from 350 in April.",
     [("displaced", 900, 900), ("displaced", 350, 350)]),
]  # fmt: skip
NONE = [
    "The mother of three was killed at the well.", "A father of two was wounded.",
    "A cousin of three of the dead sat by the fence.", "He took 12 photographs of the dead.",
    "The commission interviewed 64 survivors of the killings.",
    "The ambulance took 18 people to hospital.", "Buses took 40 residents to safety.",
    "Some 30 journalists were taken on a tour of the burned village.",
    "Two men took responsibility for the killing.", "The train took 600 passengers west.",
    "The teacher took 30 pupils out of the cellar.", "Buses took 40 people from the station.",
    "Some 500 police officers searched for the missing.", "Four witnesses took the stand.",
    "The president met 12 families of the missing.",
    "Seventeen men were led off and an eighteenth was shot.",
    "The judge held 12 officers liable for damages.", "The party lost 12 seats in May.",
    "The team lost three matches.", "They took two hours to reach the dead.",
    "It was hit by 12 shells.", "Inflation hit 12 per cent.", "Route 12 was hit twice.",
    "The council voted 12 to 9 to condemn the killings.", "Police seized 40 rifles.",
]  # fmt: skip


def read(text: str) -> list[FigureFound]:
    return figures_of(text, "en", dates_of(text, "en", PUBLISHED))


@pytest.mark.parametrize(("text", "wanted"), ORDERS)
def test_a_figure_is_read_in_any_order(
    text: str, wanted: list[tuple[str, int | None, int | None]]
) -> None:
    assert [(each.measure, each.low, each.high) for each in read(text)] == wanted


@pytest.mark.parametrize("text", NONE)
def test_the_same_words_in_other_uses_count_nobody(text: str) -> None:
    assert read(text) == []


def test_a_comparison_in_the_next_sentence_is_with_the_main_figure() -> None:
    text = "Shells killed 214 people and injured 390. The actual numbers are likely far higher."
    killed, _, higher = read(text)
    assert (higher.measure, higher.compares) == ("killed", killed.mark)
