"""What the team itself adds: judgements with reasons, searches, consent, restrictions."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from probatum.exercise import story
from probatum.exercise.village import names, statements
from probatum.exercise.village.record_sources import INCIDENT
from probatum.exercise.village.rows import Row, cite, on, path_ref, row


def taken_statements() -> Iterator[Row]:
    """Yield the two statements whose speakers may be named, and what they agreed to."""
    for name, path, source, told, hours, interpreter in (
        (
            "weir",
            names.STATEMENT_WEIR,
            "@castovan",
            statements.WEIR,
            ("09:30", "11:10"),
            {"interpreter": story.INTERPRETER, "language": "ar"},
        ),
        (
            "barn",
            names.STATEMENT_BARN,
            "@pellandor",
            statements.BARN,
            ("15:00", "15:50"),
            {"language": "en"},
        ),
    ):
        yield row(
            "statement",
            f"statement-{name}",
            "later",
            source=source,
            item=path_ref(path),
            taken_by=[story.INVESTIGATOR],
            place="@haldrevin",
            read_back=True,
            signed=True,
            taken={"edtf": "2019-09-13", "from_time": hours[0], "to_time": hours[1]},
            questions=_questions(told),
            **interpreter,
        )
        yield row(
            "consent",
            f"consent-{name}",
            "later",
            given_by=source,
            covers=[f"@statement-{name}", path_ref(path)],
            uses=["investigation", "disclosure-to-court", "publication"],
            obtained_by=story.INVESTIGATOR,
            given=on("2019-09-13"),
            citations=[cite(path, "who agreed to be named")],
        )


def _questions(told: Sequence[str]) -> list[dict[str, str]]:
    asked = [each.partition(". ")[2] for each in told if each.startswith("Question ")]
    answers = [each.partition(". ")[2] for each in told if each.startswith("Answer. ")]
    return [
        {"question": question, "answer": answer}
        for question, answer in zip(asked, answers, strict=True)
    ]


def judgements() -> Iterator[Row]:
    """Yield judgements, grades, restrictions, the inquiry, and one suggestion of a machine."""
    yield row(
        "same_as",
        "beekeeper-is-pellandor",
        "later",
        between=["@beekeeper", "@pellandor"],
        answer="undecided",
        reasons="Both keep bees and tell of the footbridge. He would "
        "rather not say whether he spoke with a journalist.",
    )
    yield row(
        "same_as",
        "verranik-rows",
        "later",
        answer="undecided",
        between=["@verranik-row-4", "@verranik-row-5"],
        reasons="Rows 4 and 5 of the council's list; the place differs.",
    )
    yield row(
        "assessment",
        "orchard-in-haldrevin",
        "later",
        target=path_ref(names.ORCHARD),
        dimension="geolocation",
        value="possibly Haldrevin",
        place="@orchard",
        reasons="Rows of trees and the line of hills fit; nothing in the picture is found "
        "at one of the two places only. The position in its metadata is in the sea.",
    )
    yield row(
        "assessment",
        "tower-in-kembrin",
        "later",
        target=path_ref(names.TOWER),
        dimension="geolocation",
        value="probably Kembrin",
        place="@kembrin",
        reasons="The account describes the tower's two windows, and its date is in June. "
        "There is no position in the file.",
    )
    yield row(
        "source_grade",
        "clerk-grade",
        "later",
        source="@clerk",
        reliability="B",
        topic="names of the dead in Haldrevin",
        information="3",
        period=on("2019-09"),
        reasons="Writes down what families tell him; says openly that he was not there.",
    )
    yield row(
        "restriction",
        "account-is-a-lead",
        "later",
        kind="lead-only",
        covers=[path_ref(names.ORCHARD_POST)],
        basis="The person behind the account is not known (EXERCISE).",
    )
    yield from _inquiry()
    yield row(
        "suggestion",
        "suggested-figure",
        "later",
        proposed="figure",
        citations=[cite(names.BROADCAST, "about 15 people were buried in the orchard")],
        proposes=json.dumps(
            {
                "record": "figure/1",
                "measure": "killed",
                "low": 15,
                "high": 15,
                "bound": "about",
                "number_text": "about 15 people",
            }
        ),
        machine={"extractor": "exercise-reader", "version": "0"},
    )


def _inquiry() -> Iterator[Row]:
    yield row(
        "inquiry",
        "where-is-the-orchard",
        "later",
        incident=INCIDENT,
        question="Where was the photograph of the orchard taken?",
        hypotheses=["In Haldrevin, in September.", "At Kembrin, in June.", "Somewhere else."],
        plan="Ask both councils for pictures of their orchards; compare the hills.",
    )
    yield row(
        "task",
        "ask-both-councils",
        "later",
        inquiry="@where-is-the-orchard",
        what="Ask both councils for pictures of their orchards.",
        assignee=story.INVESTIGATOR,
        due=on("2019-09-20"),
    )
    yield row(
        "search",
        "older-picture",
        "later",
        inquiry="@where-is-the-orchard",
        where="Public messages with the name of either village, 1 June to 5 September 2019",
        words="orchard; tower; сад; بستان",
        when=on("2019-09-14"),
        purpose="exonerating",
        searched_by=story.INVESTIGATOR,
        found=0,
        target=path_ref(names.ORCHARD),
        result="No earlier copy of the picture.",
    )
    yield row(
        "search",
        "who-contradicts-footbridge",
        "later",
        where="All items of this case",
        words="footbridge; led; 30 August",
        when=on("2019-09-15"),
        purpose="contradictions",
        searched_by=story.INVESTIGATOR,
        found=0,
        target="@led-away",
    )


def reviews() -> Iterator[Row]:
    """Yield what the second reviewer says about the two geolocations."""
    yield row(
        "assessment",
        "orchard-reviewed",
        "review",
        target=path_ref(names.ORCHARD),
        dimension="geolocation",
        value="not determined",
        reviews="@orchard-in-haldrevin",
        agrees=False,
        reasons="The hills fit Kembrin as well.",
    )
    yield row(
        "assessment",
        "tower-reviewed",
        "review",
        target=path_ref(names.TOWER),
        dimension="geolocation",
        value="probably Kembrin",
        place="@kembrin",
        agrees=True,
        reviews="@tower-in-kembrin",
        reasons="Looked at independently, the same answer.",
    )
