"""What else a case has: an exhibit, who is who, where and with what, opinions, another incident.

With these every noun shows on the village, but for what acts make: redactions, compartments and
reviews.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from probatum.exercise import story
from probatum.exercise.labels import LABELS
from probatum.exercise.village import names
from probatum.exercise.village.record_sources import INCIDENT
from probatum.exercise.village.rows import Row, called, cite, on, row, said

_STORE = "@grain-store"
_RESIDENT = {"voice": "own", "quoted": "direct", "language": "en"}


def further() -> Iterator[Row]:
    """Yield them; a row names only rows that come before it."""
    yield from _things()
    yield from _propositions()
    yield from _second_incident()
    yield from _decision()
    yield row(
        "pseudonym", "attic-for-the-court", "protected", of="@attic", recipient=story.RECIPIENT,
        name="Source 4417-K",
    )  # fmt: skip


def _things() -> Iterator[Row]:
    yield row(
        "vocabulary", "own-terms", "later", name="place-kind",
        terms=[{
            "code": "weir", "label": "weir", "definition": "A low dam across a stream.",
            "definition_source": LABELS["en"],
        }],
    )  # fmt: skip
    yield row(
        "exhibit", "sack", "later", number="HV-X1", incident=INCIDENT, place=_STORE,
        what="A grain sack with two round holes (EXERCISE).", seal="EX 00317",
        finder=story.INVESTIGATOR, found=on("2019-09-13"), kept_at="Exercise office, shelf 2",
    )  # fmt: skip
    yield row(
        "handover", "sack-to-the-laboratory", "later", exhibit="@sack",
        given_by=story.INVESTIGATOR, taken_by="Exercise Laboratory", when=on("2019-09-15"),
        seal_intact=True, reason="To find out what made the holes.",
    )  # fmt: skip


def _propositions() -> Iterator[Row]:
    """Yield who belongs where, who is who, what was used where; each with who says it."""
    yield row(
        "membership", "column-of-the-army", "later", who="@second-column",
        group="@darvessian-army", kind="member", incident=INCIDENT,
    )  # fmt: skip
    yield said(
        "minister-on-the-column", "later", "@column-of-the-army", "asserts", names.LORVANIA_1,
        "the Second Column of the Darvessian army", speaker="@ozwin", **_RESIDENT,
    )  # fmt: skip
    yield row(
        "involvement", "army-was-there", "later", actor="@darvessian-army", act="@explosions",
        degree="present", incident=INCIDENT,
    )  # fmt: skip
    yield said(
        "pellandor-on-soldiers", "later", "@army-was-there", "asserts", names.STATEMENT_BARN,
        "The soldiers were still in the village then", speaker="@pellandor",
        statement="@statement-barn", basis="saw", **_RESIDENT,
    )  # fmt: skip
    yield row(
        "place", "barn", "later", names=[called("barn of Osrik Pellandor")], kind="building",
        within="@haldrevin", unknown={"lat": "not-asked"},
    )  # fmt: skip
    yield row("event_place", "explosion-at-the-barn", "later", place="@barn", act="@explosions",
              incident=INCIDENT)  # fmt: skip
    yield said(
        "pellandor-on-the-barn", "later", "@explosion-at-the-barn", "asserts",
        names.STATEMENT_BARN, "One hit my barn", speaker="@pellandor",
        statement="@statement-barn", basis="saw", **_RESIDENT,
    )  # fmt: skip
    yield row("weapon", "shots-of-small-arms", "later", weapon="small-arms", act="@shots",
              incident=INCIDENT)  # fmt: skip
    yield said(
        "castovan-on-the-shots", "later", "@shots-of-small-arms", "asserts",
        names.STATEMENT_WEIR, "I heard shots, perhaps ten", speaker="@castovan",
        statement="@statement-weir", basis="heard", hedges=["perhaps"], **_RESIDENT,
    )  # fmt: skip
    yield row("person", "sanna", "later", names=[called("Sanna Ostrevel"),
              called("Санна Остревель", "uk")], sex="female")  # fmt: skip
    yield row("status", "sanna-missing", "later", of="@sanna", status="missing",
              when=on("2019-08-30", "last seen on Friday"), incident=INCIDENT)  # fmt: skip
    yield said(
        "list-on-sanna", "later", "@sanna-missing", "reports", names.LIST, "Sanna Ostrevel",
        speaker="@clerk", basis="was_told", language="en",
    )  # fmt: skip
    yield row("identity", "rows-of-one-person", "later", who="@verranik-row-5",
              is_same_as="@verranik-row-4", incident=INCIDENT)  # fmt: skip
    yield said(
        "list-on-verranik", "later", "@rows-of-one-person", "reports", names.LIST,
        "perhaps the same person as row 4: not decided", speaker="@clerk", hedges=["perhaps"],
        language="en",
    )  # fmt: skip
    yield row("opinion", "must-answer", "later", incident=INCIDENT,
              text="Those who are responsible must answer for it.")  # fmt: skip
    yield said(
        "dansivar-on-answering", "later", "@must-answer", "asserts", names.BROADCAST,
        "those who are responsible must answer for it", speaker="@dansivar", via=["@aurelis"],
        voice="attributed", quoted="direct", language="en", hedges=["If this is confirmed"],
    )  # fmt: skip


def _second_incident() -> Iterator[Row]:
    yield row(
        "incident", "explosions-incident", "later", kind="other",
        title="Explosions in Haldrevin, 2 September 2019 (EXERCISE, invented)",
    )  # fmt: skip
    yield row("incident_link", "explosions-during", "later", relation="during",
              between=["@explosions-incident", INCIDENT])  # fmt: skip


def _decision() -> Iterator[Row]:
    proposes = {"record": "incident/1", "title": "An invention (EXERCISE)"}
    yield row(
        "suggestion", "suggested-incident", "later", proposed="incident",
        citations=[cite(names.BROADCAST, "an invention")], proposes=json.dumps(proposes),
        machine={"extractor": "exercise-reader", "version": "0"},
    )  # fmt: skip
    yield row("decision", "no-such-incident", "later", suggestion="@suggested-incident",
              verdict="rejected", reasons="A judgement of the spokesman, no event.")  # fmt: skip
