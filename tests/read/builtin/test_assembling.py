from __future__ import annotations

import pytest

from probatum.read.builtin.assembling import reading_of
from probatum.read.builtin.drafts import (
    AssertionDraft,
    ContradictionDraft,
    Draft,
    EntityDraft,
    FigureDraft,
    IncidentDraft,
    Target,
)
from probatum.read.contract import Assertion, Contradiction, Entity, Figure, Place, Reading
from probatum.read.extractor import Article
from probatum.read.found import FigureFound, Mark, PlaceFound

TEXT = "Anna said ten died. Osk denied it."
ARTICLE = Article(TEXT, "en", publisher="The Harbour Post")
ANNA = EntityDraft("person", "Anna", None, (Mark(0, 4),))
OSK = EntityDraft("person", "Osk", None, (Mark(20, 23),))
POST = EntityDraft("publication", "The Harbour Post", None, ())


def assertion(start: int, end: int, speaker: int | None, **more: object) -> AssertionDraft:
    return AssertionDraft(
        content=Mark(start, end), proposition="occurrence", stance="asserts", voice="attributed",
        quoted="indirect", speaker=speaker, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def read(draft: Draft) -> Reading:
    return reading_of(ARTICLE, "en", draft)


def test_ids_follow_the_text_whatever_the_order_of_the_draft() -> None:
    one = read(Draft(entities=[POST, OSK, ANNA], assertions=[assertion(20, 33, 1)]))
    assert [(each.id, each.name) for each in one.suggestions if isinstance(each, Entity)] == [
        ("e1", "Anna"), ("e2", "Osk"), ("e3", "The Harbour Post"),
    ]  # fmt: skip
    (said,) = (each for each in one.suggestions if isinstance(each, Assertion))
    assert said.speaker == "e2"


def test_of_the_same_words_said_twice_the_first_hand_comes_first() -> None:
    denier = assertion(10, 18, 1, via=(2,), about=(Target("assertion", 1),))
    claim = assertion(10, 18, 0, via=(1, 2))
    reading = read(Draft(entities=[ANNA, OSK, POST], assertions=[denier, claim]))
    first, second = (each for each in reading.suggestions if isinstance(each, Assertion))
    assert (first.id, first.speaker, second.about) == ("a1", "e1", ("a1",))


@pytest.mark.parametrize("mark", [Mark(3, 3), Mark(-1, 2), Mark(30, 99), Mark(8, 4)])
def test_what_has_no_place_in_the_text_is_left_out_and_what_named_it_names_nothing(
    mark: Mark,
) -> None:
    lost = EntityDraft("person", "Nobody", None, (mark,))
    reading = read(
        Draft(
            entities=[lost, ANNA],
            incidents=[IncidentDraft((mark,), ("killing",))],
            assertions=[
                assertion(10, 18, 0, about=(Target("incident", 0),), speaker_mention=mark),
                assertion(mark.start, mark.end, 1),
            ],
            figures=[FigureDraft(FigureFound(mark, "killed"))],
        )
    )
    (said,) = (each for each in reading.suggestions if isinstance(each, Assertion))
    assert (said.speaker, said.speaker_mention, said.about) == (None, None, ())
    assert not any(isinstance(each, Figure) for each in reading.suggestions)


def test_a_place_is_called_as_the_text_calls_it_and_not_as_a_gazetteer_knows_better() -> None:
    known = PlaceFound("Anna de los Osk", (Mark(0, 4),), lat=1.0, lon=2.0, precision_m=2000)
    (place,) = read(Draft(places=[known])).suggestions
    assert isinstance(place, Place)
    assert (place.name, place.lat) == ("Anna", 1.0)


@pytest.mark.parametrize("name", ["", "x" * 401])
def test_a_name_that_the_contract_cannot_hold_is_left_out(name: str) -> None:
    assert read(Draft(entities=[EntityDraft("person", name, None, ())])).suggestions == ()


def test_one_contradiction_stands_once_whichever_side_tells_of_it() -> None:
    pair = (Target("assertion", 0), Target("assertion", 1))
    reading = read(
        Draft(
            assertions=[assertion(10, 18, None), assertion(31, 33, None)],
            contradictions=[
                ContradictionDraft(pair, "denial"),
                ContradictionDraft(pair[::-1], "denial"),
                ContradictionDraft((pair[0], pair[0]), "denial"),
                ContradictionDraft((pair[0], Target("figure", 9)), "figures"),
            ],
        )
    )
    found = [each for each in reading.suggestions if isinstance(each, Contradiction)]
    assert [(each.id, each.between) for each in found] == [("c1", ("a1", "a2"))]
