"""Figures of those who are free again, of points in a list, of clauses set between."""

from __future__ import annotations

import pytest

from probatum.read.figures import figures_of

Wanted = list[tuple[str, str | None, int | None]]  # measure, bound, low
SAID: list[tuple[str, str, Wanted]] = [
    # free again
    ("en", "Six of the hostages were freed on Thursday.", [("other", "exact", 6)]),
    ("en", "Twenty-one sailors had since been exchanged.", [("other", "exact", 21)]),
    ("en", "The army will be asked to free 12 teachers.", []),
    ("uk", "Із катівень звільнили дванадцятьох жінок.", [("other", "exact", 12)]),
    ("ar", "أفرج عن 12 معلما.", [("other", "exact", 12)]),
    # a clause, an aside, a list
    ("en", "Two boys who refused to dig were shot.", [("killed", "exact", 2)]),
    ("en", "Forty houses along the canal had been levelled.",
     [("buildings-destroyed", "exact", 40)]),
    ("en", "Ninety pilgrims were hurt in the crush, fourteen seriously.",
     [("injured", "exact", 90), ("injured", "exact", 14)]),
    ("ru", "3/ Сгорели тридцать семь дворов.", [("buildings-destroyed", "exact", 37)]),
    ("ru", "Часа через два пост исчез.", []),
    ("en", "By its count, 14 of 31 sheets are missing.", []),
    ("uk", "З музею вивезли 640 предметів.", []),
    # who was taken in, taken away, driven out
    ("en", "It had admitted 33 patients, six of whom had since died.",
     [("injured", "exact", 33), ("killed", "exact", 6)]),
    ("en", "Sixty of her pupils were put on buses.", [("abducted", "exact", 60)]),
    ("en", "The list names 14 abducted fishermen.", [("abducted", "exact", 14)]),
    ("en", "Some 900 inhabitants left the lower town.", [("displaced", "about", 900)]),
    ("en", "Raiders shot two men, and 19 of them described beatings.", [("killed", "exact", 2)]),
    ("uk", "Домівки втратили близько шести тисяч мешканців.", [("displaced", "about", 6000)]),
    ("ru", "О судьбе шестидесяти трёх из них ничего не известно.", [("missing", "exact", 63)]),
    ("ru", "Счёт убитым идёт на десятки.", [("killed", "at_least", 20)]),
]  # fmt: skip
SOURCES: list[tuple[str, str, str | None]] = [
    ("en", "Three infants have died, doctors at the clinic report.", "doctors at the clinic"),
    ("en", "Toll revised down to 19, rebel faction claims attack", None),
    ("en", "Two men died on a lane that the Rifles said was clear.", None),
    ("uk", "За даними лікарні, померли 11 осіб; ще 40 осіб поранено.", "лікарні"),
]


@pytest.mark.parametrize(("language", "text", "wanted"), SAID)
def test_those_counted_are_read_with_what_became_of_them(
    language: str, text: str, wanted: Wanted
) -> None:
    found = [(each.measure, each.bound, each.low) for each in figures_of(text, language)]
    assert found == wanted


@pytest.mark.parametrize(("language", "text", "source"), SOURCES)
def test_the_last_figure_is_given_by_whom_its_clause_names(
    language: str, text: str, source: str | None
) -> None:
    last = figures_of(text, language)[-1]
    assert (text[slice(*last.source)] if last.source else None) == source
