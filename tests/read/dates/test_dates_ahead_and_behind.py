"""Which of two days is meant: ahead or a year ago, asked or planned; told on 9 November 2027."""

from __future__ import annotations

from datetime import date

import pytest

from probatum.read.dates import dates_of, edtfs_of

PUBLISHED = date(2027, 11, 9)
SAID: list[tuple[str, str, list[tuple[str, str | None]]]] = [
    ("en", "Their vessels may not enter our ports as of midnight on 10 November.",
     [("10 November", "2027-11-10")]),
    ("en", "The truce runs out on 15 December.", [("15 December", None)]),
    ("en", "The shelter was hit on 12 November.", [("12 November", "2026-11-12")]),
    ("en", "The note requires the plots for 7 November.", [("7 November", "2027-11-07")]),
    ("en", "The port is shut until the council meets on Thursday.", [("Thursday", "2027-11-11")]),
    ("en", "The talks begin on Friday.", [("Friday", "2027-11-12")]),
    ("en", "Four states asked the council on Monday to freeze the assets.",
     [("Monday", "2027-11-08")]),
    ("en", "We asked for a list on Sunday and again on Monday.",
     [("Sunday", "2027-11-07"), ("Monday", "2027-11-08")]),
    ("en", "They asked him to come on Thursday.", [("Thursday", None)]),
    ("en", "Nothing flew between Sunday evening and Monday noon.",
     [("between Sunday evening and Monday noon", "2027-11-07/2027-11-08")]),
    ("en", "They came between 23:00 on Sunday and 5:00 on Monday.",
     [("between 23:00 on Sunday and 5:00 on Monday", "2027-11-07/2027-11-08")]),
    ("en", "About 1,300 have left since the weekend.", [("since the weekend", "2027-11-06/..")]),
    ("en", "The siege of 2020 lasted forty days.", [("2020", "2020")]),
    ("en", "It is not from here, that is Dorna, 2024, the refinery.", [("2024", "2024")]),
    ("en", "The trial continues on Friday.", [("Friday", "2027-11-12")]),
    ("en", "The fighting continues after a strike on Friday.", [("Friday", "2027-11-05")]),
    ("en", "From Saturday we will stop all crossings.", [("Saturday", "2027-11-13")]),
    ("en", "On Monday the army said it will withdraw.", [("Monday", "2027-11-08")]),
    ("en", "The port has cancelled all crossings until Friday.", [("Friday", "2027-11-12")]),
    ("en", "He has said that he waited until Friday.", [("Friday", "2027-11-05")]),
    ("en", "The mayor promised before parliament on Monday to open an inquiry.",
     [("Monday", "2027-11-08")]),
    ("en", "She called for calm and promised that her staff would visit on Friday.",
     [("Friday", "2027-11-12")]),
    ("en", "The state inquiry of 2020 counted 26 dead.", [("2020", "2020")]),
    ("uk", "Голова закликала місію приїхати не пізніше ніж у п'ятницю.",
     [("п'ятницю", "2027-11-12")]),
    ("uk", "Кажуть, у суботу знову пустять потяг.", [("суботу", None)]),
    ("uk", "У суботу десять людей загинули.", [("суботу", "2027-11-06")]),
    ("ar", "وقدّر الطبيب أن الوفاة حدثت قبل نحو أربع سنوات.",
     [("قبل نحو أربع سنوات", "2023~")]),
    ("ar", "وتطالب الجمعية الوزارة بفتح السجون قبل 20 تشرين الثاني.",
     [("20 تشرين الثاني", "2027-11-20")]),
]  # fmt: skip
NONE = [
    ("en", "The Second of May barracks burned."),
    ("en", "“He said, ‘No guests tonight,’” the witness recalled."),
    ("ar", "رأيت النار في ذلك اليوم."),
]


@pytest.mark.parametrize(("language", "text", "wanted"), SAID)
def test_a_day_is_the_one_its_sentence_means(
    language: str, text: str, wanted: list[tuple[str, str | None]]
) -> None:
    found = dates_of(text, language, PUBLISHED)
    assert [(text[slice(*one.mark)], one.edtf) for one in found] == wanted
    for one in found:
        known = edtfs_of(text[slice(*one.mark)], language, PUBLISHED)
        assert one.edtf is None or one.edtf in known


@pytest.mark.parametrize(("language", "text"), NONE)
def test_a_day_of_another_time_or_of_a_name_is_none(language: str, text: str) -> None:
    assert dates_of(text, language, PUBLISHED) == []
