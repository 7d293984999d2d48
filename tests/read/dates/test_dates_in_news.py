"""Dates of news by the way they are said, counted from Wednesday, 5 May 2032."""

from __future__ import annotations

from datetime import date

import pytest

from probatum.read.dates import dates_of, edtfs_of

PUBLISHED = date(2032, 5, 5)
SAID: list[tuple[str, str, list[tuple[str, str | None]]]] = [
    ("en", "The minister will raise it at the meeting of the joint commission in Dorna on Monday.",
     [("Monday", "2032-05-10")]),
    ("en", "In the whole of 2030 it documented 268.", [("2030", "2030")]),
    ("en", "In 2030 they left.", [("2030", "2030")]),
    ("en", "The shelter has been locked since spring.", [("since spring", None)]),
    ("en", "Rebels seized the mast on Jan. 9 and held it until Tuesday night.",
     [("Jan. 9", "2032-01-09"), ("Tuesday night", "2032-05-04")]),
    ("en", "The guard has until Tuesday night to leave.", [("Tuesday night", "2032-05-11")]),
    ("en", "He promised an inquiry by the end of the month.",
     [("the end of the month", "2032-05")]),
    ("en", "Forty have died since the start of the year.",
     [("since the start of the year", "2032/..")]),
    ("en", "It was built in around 1950.", [("around 1950", "1950~")]),
    ("en", "The road stays shut, councillors agreed on Monday, until all is known.",
     [("Monday", "2032-05-03")]),
    ("en", "A planned exchange fell through on Tuesday.", [("Tuesday", "2032-05-04")]),
    ("en", "The bridge is to be opened on Friday.", [("Friday", "2032-05-07")]),
    ("en", "Over the past day two assaults failed.", [("the past day", "2032-05-04/2032-05-05")]),
    ("en", "The wounded had been brought in by Tuesday evening.",
     [("Tuesday evening", "2032-05-04")]),
    ("en", "We'll table a text by Friday.", [("Friday", "2032-05-07")]),
    ("en", "Villagers were told to leave by Friday.", [("Friday", "2032-05-07")]),
    ("en", "The two sides are due to meet on Thursday.", [("Thursday", "2032-05-06")]),
    ("en", "The court was expected to rule on Monday.", [("Monday", None)]),
    ("en", "The parties hope to sign on Sunday.", [("Sunday", "2032-05-09")]),
    ("en", "Of that nothing has been seen since Thursday.",
     [("since Thursday", "2032-04-29/..")]),
    ("en", "The road has been shut since the summer of 2029.",
     [("since the summer of 2029", "2029-22/..")]),
    ("en", "The raid of 20 April was followed by another on the 28th.",
     [("20 April", "2032-04-20"), ("the 28th", "2032-04-28")]),
    ("en", "On 3 April 2029 it burned and on the 8th it was empty.",
     [("3 April 2029", "2029-04-03")]),
    ("en", "Shelling killed four in El Obeid Friday.", [("Friday", "2032-04-30")]),
    ("ru", "Следующий обмен назначен на декабрь.", [("декабрь", "2032-12")]),
    ("ru", "Губернатор пообещал найти их до конца месяца.", [("конца месяца", "2032-05")]),
    ("ru", "С начала года пропали сорок человек.", [("С начала года", "2032/..")]),
    ("ru", "На утро воскресенья задержаны двое.", [("утро воскресенья", "2032-05-02")]),
    ("ru", "Дорога закрыта с весны.", [("с весны", None)]),
    ("uk", "Станом на ранок неділі затримано двох.", [("ранок неділі", "2032-05-02")]),
    ("uk", "Від початку року зникли сорок людей.", [("Від початку року", "2032/..")]),
    ("uk", "Міністр пообіцяв розслідування до кінця тижня.",
     [("кінця тижня", "2032-05-03/2032-05-09")]),
    ("ar", "نُقلا إلى تريم أمس الثلاثاء.", [("أمس الثلاثاء", "2032-05-04")]),
    ("ar", "ودعت إلى إرسال لجنة قبل نهاية الشهر.", [("نهاية الشهر", "2032-05")]),
    ("ar", "قُتل أربعون منذ بداية العام.", [("منذ بداية العام", "2032/..")]),
]  # fmt: skip
NONE = [
    ("en", "Around 2000 people fled."), ("en", "He told Harbour Today that both had died."),
    ("en", "There were 41 in the previous two years."), ("en", "About 1950 men were held."),
    ("en", "By the end of the week he was dead."), ("ru", "Около 2000 человек бежали."),
    ("uk", "Близько 2000 людей утекли."), ("ar", "نزح حوالي 2000 شخص."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), SAID)
def test_a_date_is_read_as_it_is_said(
    language: str, text: str, wanted: list[tuple[str, str | None]]
) -> None:
    found = dates_of(text, language, PUBLISHED)
    assert [(text[slice(*one.mark)], one.edtf) for one in found] == wanted
    for one in found:
        known = edtfs_of(text[slice(*one.mark)], language, PUBLISHED)
        assert one.edtf is None or one.edtf in known


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_only_looks_like_a_date_is_none(language: str, text: str) -> None:
    assert dates_of(text, language, PUBLISHED) == []
