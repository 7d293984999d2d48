"""Who gives a figure of which only the giver and the number are said, or where he comes later."""

from __future__ import annotations

import pytest

from probatum.read.figures import figures_of

# language, text; for each figure: measure, low, who gives it
SAID: list[tuple[str, str, list[tuple[str, int | None, str | None]]]] = [
    ("en", "The ministry counts 611 killed, the Front for Truth 1,890.",
     [("killed", 611, "The ministry"), ("killed", 1890, "the Front for Truth")]),
    ("en", "The ministry said 12 people were killed, the youngest 4.",
     [("killed", 12, "The ministry")]),
    ("ru", "По данным властей, погибли 12 человек, по данным оппозиции — 30.",
     [("killed", 12, "властей"), ("killed", 30, "оппозиции")]),
    ("uk", "Міністерство нарахувало 611 убитих, «Фронт правди» — 1890.",
     [("killed", 611, "Міністерство"), ("killed", 1890, "«Фронт правди»")]),
    ("ru", "В Орве погибли 12 человек, в Белме — 15.",
     [("killed", 12, None), ("killed", 15, None)]),
    ("ru", "Погибли 12 человек, 5 ранены. Об этом в пятницу сообщила прокуратура.",
     [("killed", 12, "прокуратура"), ("injured", 5, "прокуратура")]),
    ("uk", "Загинули 12 людей, сказав мер. Ще двоє зникли.\n\nПро це повідомили в поліції.",
     [("killed", 12, "мер"), ("missing", 2, "поліції")]),
    ("ru", "Погибли 12 человек. Дома сгорели. Мэр об этом не сообщил.", [("killed", 12, None)]),
    ("en", "The toll is far higher than the 41 on the harbour master's list, ferrymen insist.",
     [("killed", None, "ferrymen"), ("killed", 41, "the harbour master")]),
    ("en", "The institute put the missing at 300, not the 70 in the ministry's books.",
     [("missing", 300, "The institute"), ("missing", 70, "the ministry")]),
    ("en", "The number of missing is 112, half the 240 that families have reported.",
     [("missing", 112, None), ("missing", 240, "families")]),
    ("en", "The dead include two doctors and a driver, said the clinic's director.",
     [("killed", 2, "the clinic's director")]),
    ("en", "Three bodies were found, taking the confirmed toll to 46.",
     [("bodies-found", 3, None), ("killed", 46, None)]),
    ("en", "The raid killed 16, not seven as first reported, the governor said.",
     [("killed", 16, "the governor"), ("killed", 7, "the governor")]),
    ("en", "Thirty miners choked to death, one of the foremen said.",
     [("killed", 30, "one of the foremen")]),
    ("en", "Nine dead, four missing: that was what the harbour guard said.",
     [("killed", 9, "the harbour guard"), ("missing", 4, "the harbour guard")]),
    ("en", "The final report says that 12 people died.", [("killed", 12, "The final report")]),
    ("en", "The number of missing is lower than the 2,000 named in the petition, a clerk said.",
     [("missing", 2000, "the petition"), ("missing", None, "a clerk")]),
    ("en", "The 18 dead reported by local media include two children.",
     [("killed", 18, "local media"), ("killed", 2, None)]),
    ("en", "In a note the ministry rejected the opposition's figure of 300 dead.",
     [("killed", 300, "the opposition")]),
    ("en", "Nobody would repeat Friday's claim that 20 inmates had burned to death.",
     [("killed", 20, None)]),
    ("ru", "Пропали пятьсот солдат, хотя ведомство признаёт исчезновение лишь сорока.",
     [("missing", 500, None), ("missing", 40, "ведомство")]),
    ("uk", "Міністерство відкинуло названу опозицією цифру у 300 загиблих.",
     [("killed", 300, "опозицією")]),
    ("ru", "Водитель Гаврила (фамилию он не назвал) насчитал восемь убитых.",
     [("killed", 8, "Водитель Гаврила")]),
    ("ru", "Администрация района только что сообщила: опознаны семь тел.",
     [("bodies-found", 7, "Администрация района")]),
    ("ar", "وبحسب تقديرات فرقنا، نزح نحو ألف شخص.", [("displaced", 1000, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), SAID)
def test_each_number_has_the_one_who_gives_it(
    language: str, text: str, wanted: list[tuple[str, int | None, str | None]]
) -> None:
    found = [
        (each.measure, each.low, text[slice(*each.source)] if each.source else None)
        for each in figures_of(text, language)
    ]
    assert found == wanted
