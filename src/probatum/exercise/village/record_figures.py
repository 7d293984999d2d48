"""Numbers as claims: each with its bound, scope and as-of date, none of them ours."""

from __future__ import annotations

from collections.abc import Iterator

from probatum.exercise.village import names
from probatum.exercise.village.bulletins import BULLETINS, Bulletin
from probatum.exercise.village.record_sources import INCIDENT
from probatum.exercise.village.rows import Delivery, Row, on, row, said

_PERIOD = on("2019-08-28/2019-09-02", "between 28 August and 2 September 2019")
_HIGHER = "It believes that the true figures are far higher"


def figures() -> Iterator[Row]:
    """Yield figures and who gives them, in the order in which they became known."""
    yield from _clerk_and_ministers()
    for day in BULLETINS:
        yield from _bulletin(day)
    yield from _corrections()
    yield from _others()


def _clerk_and_ministers() -> Iterator[Row]:
    yield row(
        "figure",
        "clerk-20",
        "first",
        measure="killed",
        population="all",
        low=20,
        bound="at_least",
        method_claimed="counted",
        place="@haldrevin",
        incident=INCIDENT,
        period=on("2019-08-27/2019-09-03", "in the last week before they withdrew"),
        unknown={"as_of": "not-stated"},
    )
    yield said(
        "clerk-says-20",
        "first",
        "@clerk-20",
        "reports",
        names.WIRE,
        "I have written down 20 names",
        speaker="@clerk",
        said_at=on("2019-09-06", "on Friday"),
        voice="attributed",
        basis="was_told",
        quoted="direct",
        via=["@ostrivel"],
    )
    yield row(
        "figure",
        "minister-40",
        "first",
        measure="killed",
        population="not-stated",
        low=40,
        bound="more_than",
        place="@haldrevin",
        incident=INCIDENT,
        unknown={"as_of": "not-stated"},
    )
    yield said(
        "ozwin-says-40",
        "first",
        "@minister-40",
        "asserts",
        names.LORVANIA_1,
        "More than 40 people were killed",
        speaker="@ozwin",
        voice="attributed",
        quoted="direct",
        via=["@lorvania-ministry"],
        said_at=on("2019-09-06"),
    )
    yield row(
        "figure",
        "shelling-4",
        "first",
        measure="killed",
        population="all",
        low=4,
        high=4,
        bound="exact",
        place="@haldrevin",
        period=on("2019-09-02"),
        incident=INCIDENT,
        unknown={"as_of": "not-stated"},
    )
    yield said(
        "darvessia-says-4",
        "first",
        "@shelling-4",
        "asserts",
        names.DARVESSIA_1,
        "four residents were killed",
        speaker="@darvessia-ministry",
        voice="own",
        hedges=["according to what we know so far"],
    )


def _bulletin(day: Bulletin) -> Iterator[Row]:
    delivery: Delivery = "first" if day.number <= 3 else "later"
    path = names.bulletin(day.number)
    as_of = {"edtf": day.as_of, "from_time": "20:00"}
    # Issued on the day after the one to which its figures hold.
    own = {"speaker": "@office", "voice": "own", "said_at": on(f"2019-09-{day.as_of_day + 1:02}")}
    for measure, number, words in (
        ("killed", day.killed, f"at least {day.killed} civilians were killed"),
        ("injured", day.injured, f"{day.injured} were injured"),
    ):
        yield row(
            "figure",
            f"office-{measure}-{day.number}",
            delivery,
            measure=measure,
            population="civilians",
            low=number,
            bound="at_least",
            period=_PERIOD,
            as_of=as_of,
            cumulative=True,
            method_claimed="verified",
            place="@haldrevin",
            includes=["persons who were staying in the village"],
            excludes=["members of armed forces", "missing persons"],
            incident=INCIDENT,
        )
        yield said(
            f"office-says-{measure}-{day.number}",
            delivery,
            f"@office-{measure}-{day.number}",
            "asserts",
            path,
            words,
            **own,
        )
    if day.number == 1:
        yield said(
            "office-killings",
            "first",
            "@killings",
            "asserts",
            path,
            "the Office has verified that at least 7 civilians were killed",
            **own,
        )
    if day.number in (1, 5, 7):
        yield row(
            "figure",
            f"office-higher-{day.number}",
            delivery,
            measure="killed",
            population="civilians",
            relation="far_higher",
            period=_PERIOD,
            relative_to=f"@office-killed-{day.number}",
            place="@haldrevin",
            method_claimed="estimated",
            incident=INCIDENT,
        )
        yield said(
            f"office-believes-{day.number}",
            delivery,
            f"@office-higher-{day.number}",
            "estimates",
            path,
            _HIGHER,
            **own,
        )


def _corrections() -> Iterator[Row]:
    path = names.bulletin(7)
    last = BULLETINS[-2]
    yield row(
        "figure",
        "office-killed-6-corrected",
        "later",
        measure="killed",
        population="civilians",
        low=25,
        bound="at_least",
        period=_PERIOD,
        as_of={"edtf": last.as_of, "from_time": "20:00"},
        cumulative=True,
        method_claimed="verified",
        place="@haldrevin",
        incident=INCIDENT,
    )
    yield said(
        "office-says-25",
        "later",
        "@office-killed-6-corrected",
        "asserts",
        path,
        "It should have said 25",
        speaker="@office",
        voice="own",
        said_at=on("2019-09-12"),
    )
    yield said(
        "office-corrects-26",
        "later",
        "@office-says-killed-6",
        "corrects",
        path,
        "bulletin number 6 said 26 killed",
        speaker="@office",
        voice="own",
        said_at=on("2019-09-12"),
    )
    yield said(
        "ozwin-corrects-40",
        "later",
        "@ozwin-says-40",
        "corrects",
        names.LORVANIA_2,
        '"More than 40" had included people who are missing',
        speaker="@ozwin",
        voice="attributed",
        quoted="mixed",
        via=["@lorvania-ministry"],
        said_at=on("2019-09-12"),
    )
    yield said(
        "darvessia-disputes-22",
        "later",
        "@office-killed-5",
        "disputes",
        names.DARVESSIA_2,
        "It disputes the number",
        speaker="@darvessia-ministry",
        voice="own",
        denies="scale",
        said_at=on("2019-09-11"),
    )
    yield row(
        "figure",
        "darvessia-9",
        "later",
        measure="killed",
        population="all",
        low=9,
        high=9,
        bound="exact",
        place="@haldrevin",
        incident=INCIDENT,
        unknown={"as_of": "not-stated"},
    )
    yield said(
        "adalvor-says-9",
        "later",
        "@darvessia-9",
        "asserts",
        names.DARVESSIA_2,
        "Nine persons died, not 22",
        speaker="@adalvor",
        voice="attributed",
        quoted="direct",
        via=["@darvessia-ministry"],
        said_at=on("2019-09-11"),
    )


def _others() -> Iterator[Row]:
    yield said(
        "office-22-on-television",
        "later",
        "@office-killed-5",
        "asserts",
        names.BROADCAST,
        "at least 22 civilians were killed and 31 were injured",
        speaker="@office",
        voice="attributed",
        said_at=on("2019-09-10", "on Tuesday"),
        quoted="indirect",
        via=["@aurelis"],
    )
    yield said(
        "office-higher-on-television",
        "later",
        "@office-higher-5",
        "estimates",
        names.BROADCAST,
        "The true figure is believed to be far higher",
        speaker="@office",
        voice="attributed",
        said_at=on("2019-09-10", "on Tuesday"),
        quoted="indirect",
        via=["@aurelis"],
    )
    yield row(
        "figure",
        "buried-15",
        "later",
        measure="killed",
        population="not-stated",
        counting_unit="body",
        low=15,
        high=15,
        bound="about",
        place="@orchard",
        number_text="about 15 people",
        incident=INCIDENT,
        unknown={"as_of": "not-stated"},
    )
    yield said(
        "relatives-say-15",
        "later",
        "@buried-15",
        "reports",
        names.BROADCAST,
        "about 15 people were buried in the orchard",
        voice="anonymous",
        via=["@leaver", "@aurelis"],
        quoted="indirect",
        basis="was_told",
        unknown={"speaker": "not-stated"},
    )
    # A district's or a country's total belongs to no single incident: no `incident` here.
    yield row(
        "figure",
        "refugees-6400",
        "later",
        measure="refugees",
        population="all",
        low=6400,
        high=6400,
        bound="about",
        method_claimed="counted",
        place="@vessarin",
        period=on("2019-08-28/2019-09-08"),
        cumulative=True,
        includes=["persons registered at two crossings"],
        excludes=["persons who crossed elsewhere", "persons displaced within Lorvania"],
        unknown={"as_of": "not-stated"},
    )
    yield said(
        "registry-says-6400",
        "later",
        "@refugees-6400",
        "asserts",
        names.SHELTER_NOTE,
        "نحو 6400 شخص من مقاطعة فيسارين في لورفانيا",
        speaker="@registry",
        voice="own",
        language="ar",
        translation={
            "text": "about 6,400 people from the Vessarin district",
            "language": "en",
            "by": "Exercise Interpreter",
        },
    )
    yield row(
        "figure",
        "nationwide-366",
        "later",
        measure="killed",
        population="civilians",
        low=BULLETINS[-1].nationwide,
        bound="at_least",
        method_claimed="verified",
        place="@lorvania",
        period=on("2019-01-01/2019-09-12"),
        cumulative=True,
        unknown={"as_of": "not-stated"},
    )
    yield said(
        "office-says-366",
        "later",
        "@nationwide-366",
        "asserts",
        names.bulletin(7),
        "at least 366 civilians were killed since 1 January 2019",
        speaker="@office",
        voice="own",
        said_at=on("2019-09-12"),
    )
