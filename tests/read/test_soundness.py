"""What does not hold of a suggestion is taken out before anybody sees it, and is counted."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from probatum.read.contract import Contradiction, Date, Entity, Figure, Span, Suggestion
from probatum.read.extractor import Article
from probatum.read.soundness import sound
from read.readings import ARTICLE, TEXT, at, reading, suggestions

Change = Callable[[dict[str, Suggestion]], Suggestion]


def changed(name: str, /, **fields: object) -> dict[str, Suggestion]:
    found = suggestions()
    found[name] = msgspec.structs.replace(found[name], **fields)
    return found


def test_a_reading_in_which_everything_holds_stays_as_it_is() -> None:
    done = sound(reading(), ARTICLE)
    assert done.rejected == ()
    assert done.reading == reading()


@pytest.mark.parametrize(
    ("name", "fields", "why"),
    [
        ("e1", {"mentions": (Span(start=3, end=11, exact="Anna Tal"),)}, "slice"),
        ("e1", {"mentions": (Span(start=9000, end=9001, exact="A"),)}, "slice"),
        ("e1", {"mentions": (Span(start=4, end=4, exact=""),)}, "slice"),
        ("e1", {"name": "Marta Oren"}, "does not follow from its mentions"),
        ("e1", {"mentions": ()}, "name that the text does not have"),
        ("p1", {"name": "Orvel"}, "does not follow from its mentions"),
        ("p1", {"lat": 95.0, "lon": 3.0, "precision_m": 10}, "off the map"),
        ("p1", {"lat": float("nan"), "lon": 3.0, "precision_m": 10}, "off the map"),
        ("p1", {"lat": 5.0}, "half a position"),
        ("d1", {"edtf": "2025-05-07"}, "does not follow from its words"),
        ("d1", {"edtf": "yesterday"}, "no date of EDTF"),
        ("f1", {"low": 13}, "does not follow from its words"),
        ("f1", {"low": 12, "high": 12}, "does not fit its bound"),
        ("f1", {"number_span": None}, "without words"),
        ("f1", {"measure": "cheered"}, "no term"),
        ("f1", {"population": "dragons"}, "no term"),
        ("i1", {"types": ("picnic",)}, "no term"),
        ("i1", {"mentions": ()}, "without words"),
    ],
)
def test_what_does_not_follow_from_the_text_is_taken_out(
    name: str, fields: dict[str, object], why: str
) -> None:
    done = sound(reading(*changed(name, **fields).values()), ARTICLE)
    assert [each.id for each in done.rejected][0] == name
    assert why in done.rejected[0].why
    assert name not in {each.id for each in done.reading.suggestions}


def test_a_claim_goes_with_its_speaker_because_unknown_would_be_another_claim() -> None:
    done = sound(reading(*changed("e1", name="Marta Oren").values()), ARTICLE)
    assert [each.id for each in done.rejected] == ["e1", "a1"]
    [figure] = [each for each in done.reading.suggestions if isinstance(each, Figure)]
    assert figure.source is None


def test_what_is_optional_and_was_taken_out_becomes_unknown() -> None:
    done = sound(reading(*changed("p1", name="Orvel").values()), ARTICLE)
    kept = {each.id: each for each in done.reading.suggestions}
    assert kept["i1"].places == ()  # type: ignore[union-attr]


def test_a_reference_to_another_kind_is_none() -> None:
    done = sound(reading(*changed("i1", places=("e1", "p1"), when="f1").values()), ARTICLE)
    kept = {each.id: each for each in done.reading.suggestions}
    assert (kept["i1"].places, kept["i1"].when) == (("p1",), None)  # type: ignore[union-attr]


def test_an_id_counts_once() -> None:
    twice = Entity(id="e1", type="person", name="Norland", mentions=(at("Norland"),))
    done = sound(reading(*suggestions().values(), twice), ARTICLE)
    assert [(each.id, each.why) for each in done.rejected] == [("e1", "an id that is taken")]


def test_a_contradiction_needs_both_sides() -> None:
    one = Contradiction(id="c1", between=("a1", "a9"), why="denial")
    same = Contradiction(id="c2", between=("a1", "a1"), why="denial")
    both = Contradiction(id="c3", between=("a1", "a2"), why="denial")
    done = sound(reading(*suggestions().values(), one, same, both), ARTICLE)
    assert {each.id for each in done.rejected} == {"c1", "c2"}


def test_a_relative_date_is_unknown_without_the_day_of_publication() -> None:
    date = Date(id="d1", span=at("Tuesday"), edtf="2025-05-06", needs_publication_date=True)
    article = Article(TEXT, "en", None, "The Harbour Post")
    assert sound(reading(date), article).rejected[0].id == "d1"


def test_a_quotation_has_room_in_a_record() -> None:
    text = "Anna Tal " + "ha " * 4000
    span = Span(start=0, end=len(text), exact=text)
    entity = Entity(id="e1", type="group", name="Anna", mentions=(span,))
    done = sound(reading(entity, text=text), Article(text, "en"))
    assert done.rejected[0].why == "more words than a quotation may have"


def test_a_number_stands_within_its_phrase() -> None:
    done = sound(reading(*changed("f1", span=at("Tuesday")).values()), ARTICLE)
    assert [(each.id, each.why) for each in done.rejected] == [
        ("f1", "a number that stands outside its phrase")
    ]


def test_a_title_that_the_text_does_not_give_is_unknown() -> None:
    given = {**suggestions(), **changed("e1", role="war criminal")}
    done = sound(reading(*given.values()), ARTICLE)
    [entity] = [each for each in done.reading.suggestions if each.id == "e1"]
    assert isinstance(entity, Entity)
    assert entity.role is None


@pytest.mark.parametrize("name", ["../x", "e1\n", "a1-what", "f1-said", "E1", ""])
def test_ids_that_are_names_of_ours_or_no_names_are_refused(name: str) -> None:
    entity = Entity(id=name, type="person", name="Anna Tal", mentions=(at("Anna Tal"),))
    assert sound(reading(entity), ARTICLE).rejected[0].why == "an id that none may have"


def test_a_figure_is_relative_to_another_one() -> None:
    def figure(name: str, other: str) -> Figure:
        return Figure(id=name, span=at("killed"), measure="killed", relation="higher",
                      relative_to=other)  # fmt: skip

    alone = sound(reading(figure("f1", "f1")), ARTICLE)
    assert [each.id for each in alone.rejected] == ["f1"]
    chain = [figure(f"f{number}", f"f{number + 1}") for number in range(3_000)]
    assert len(sound(reading(*chain), ARTICLE).rejected) == 3_000  # and not in quadratic time
