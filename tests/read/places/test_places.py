"""Places of invented texts, against a small gazetteer of invented places."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.read.found import Mark, PlaceFound
from probatum.read.gazetteer import Gazetteer
from probatum.read.gazetteer.entries import Entry
from probatum.read.gazetteer.layers import MemoryLayer
from probatum.read.places import places_of


def town(number: int, name: str, *names: str, people: int = 40_000, kind: str = "town") -> Entry:
    return Entry(
        id=f"t:{number}", name=name, lat=48.0 + number / 10, lon=37.0, precision_m=5000, kind=kind,
        country="UA", region="05", population=people, names=names,
    )  # fmt: skip


GAZETTEER = Gazetteer(
    [
        MemoryLayer(
            "test",
            [
                town(1, "Vilshansk", "Вільшанськ", "Вильшанск", "فيلشانسك"),
                town(2, "Torhiv", "Торгів", "Торгов"),
                town(3, "Berezivka", "Березівка", "Берёзовка", people=9_000),
                town(4, "Norland", "Норландія", "Норландия", "نورلاند", people=9_000_000,
                     kind="country"),
                town(5, "Vilshansk region", kind="region", people=900_000),
            ],
        )
    ]
)  # fmt: skip


def found(text: str, language: str = "en") -> dict[str, PlaceFound]:
    places = places_of(text, language, GAZETTEER)
    return {text[mark.start : mark.end]: each for each in places for mark in each.mentions}


def metonyms(text: str, language: str = "en") -> set[str]:
    places = places_of(text, language, GAZETTEER)
    return {text[mark.start : mark.end] for each in places for mark in each.metonyms}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shells fell in Vilshansk, Torhiv and Berezivka.", {"Vilshansk", "Torhiv", "Berezivka"}),
        ("VILSHANSK, Norland (Agency) — Two people died.", {"VILSHANSK", "Norland"}),
        ("The village of Kestrel Ford, north of Torhiv, burned.", {"Kestrel Ford", "Torhiv"}),
        ("They fled across the Sill river.", {"the Sill river"}),
        ("Ms Anna Torhiv met Captain Vilshansk in May.", set()),
        ("The University of Torhiv and the Vilshansk Press Council closed.", set()),
        ("The Norland government called it an error.", set()),
        ("The river Sill rose near the base at Hollin.", {"Sill", "Hollin"}),
        ("Two families fled Vask for Torhiv.", {"Vask", "Torhiv"}),
        (
            "Trucks bound for Marrable stopped at the Corvel checkpoint.",
            {"Marrable", "the Corvel checkpoint"},
        ),
        ("Orsin was shelled again. A baker from Tess lost his shop.", {"Orsin", "Tess"}),
        ("The troops of Velm left. Velm is quiet.", {"Velm"}),
        ("It lies in one district, Low Fens, by the sea.", {"Low Fens"}),
        ("Rockets landed on al-Sarq, in the Upland provinces.", {"al-Sarq", "Upland provinces"}),
        ("The Republic of Lorne is small.", {"Republic of Lorne"}),
        ("Army Attacked Village Near Halm, Killing Nine", {"Halm"}),
        ("Marta denied it twice.", set()),
        ("URGENT - Three dead. EXERCISE", set()),
        ("WITNESS STATEMENT (second interview)", set()),
        ("They work for the broadcaster Lake One and the Vilshansk clinic.", set()),
        ("Lorvanian shells fell in Lorvanian fields.", set()),
        ("Karel denied it. The driver, Karel Munk, was freed.", set()),
    ],
)
def test_english_places_are_found_and_others_stay_out(text: str, names: set[str]) -> None:
    assert set(found(text)) == names


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("У Вільшанську та Торгові немає води.", "uk", {"Вільшанську", "Торгові"}),
        ("Під Торговом і Березівкою чути вибухи.", "uk", {"Торговом", "Березівкою"}),
        ("На Вільшанщині тихо.", "uk", {"Вільшанщині"}),
        ("У селі Дорна загинули люди.", "uk", {"Дорна"}),
        ("В Вильшанске и под Торговом, возле Берёзовки.", "ru",
         {"Вильшанске", "Торговом", "Берёзовки"}),
        ("Сержант Иван Торгов ушёл.", "ru", set()),
        ("وقع القصف في فيلشانسك.", "ar", {"فيلشانسك"}),
        ("وقع القصف في قرية دورنا أمس.", "ar", {"دورنا"}),
    ],
)  # fmt: skip
def test_inflected_names_are_found(text: str, language: str, names: set[str]) -> None:
    assert set(found(text, language)) == names


def test_a_place_nobody_knows_has_no_position() -> None:
    place = found("The village of Dorna was shelled.")["Dorna"]
    assert (place.lat, place.lon, place.gazetteer_id, place.country) == (None, None, None, None)


def test_mentions_of_one_place_are_one_place() -> None:
    text = "Vilshansk was hit. Residents of Vilshansk fled from Vilshansk."
    (place,) = places_of(text, "en", GAZETTEER)
    assert len(place.mentions) == 3 and place.gazetteer_id == "t:1"


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Norland denied it.", "en", "Norland"),
        ("On Friday Kolvenburg condemned the raid.", "en", "Kolvenburg"),
        ("Lusk, the main backer of the militia, voiced sorrow.", "en", "Lusk"),
        ("Норландія заперечує свою причетність.", "uk", "Норландія"),
        ("Норландия отвергла обвинения.", "ru", "Норландия"),
        ("نفت نورلاند ذلك.", "ar", "نورلاند"),
    ],
)
def test_a_state_that_speaks_is_a_metonym(text: str, language: str, name: str) -> None:
    assert metonyms(text, language) == {name}
    assert not found(text, language)


def spots(text: str, places: list[Entry], language: str = "en") -> dict[str, float | None]:
    gazetteer = Gazetteer([MemoryLayer("test", places)])
    return {each.name: each.lat for each in places_of(text, language, gazetteer)}


def place(number: int, name: str, country: str, lat: float, people: int = 9_000) -> Entry:
    return Entry(
        id=f"n:{number}", name=name, lat=lat, lon=10.0, precision_m=5000, kind="town",
        country=country, region="01", population=people,
    )  # fmt: skip


def test_names_of_many_places_mean_those_near_each_other() -> None:
    many = [place(1, "Halm", "PT", 38.0), place(2, "Halm", "CL", 20.0, people=30_000),
            place(3, "Orre", "PT", 38.4), place(4, "Orre", "FI", 62.0)]  # fmt: skip
    assert spots("Shells fell in Halm and near Orre.", many) == {"Halm": 38.0, "Orre": 38.4}


def test_a_city_is_not_taken_for_a_larger_one_that_some_call_so() -> None:
    small = Entry(id="n:1", name="Puno", lat=-15.8, lon=-70.0, precision_m=10_000, kind="city",
                  country="PE", region="21", population=128_000)  # fmt: skip
    large = Entry(id="n:2", name="Pune", lat=18.5, lon=73.9, precision_m=10_000, kind="city",
                  country="IN", region="16", population=3_100_000, names=("Puno",))  # fmt: skip
    assert spots("The launch left the port of Puno.", [small, large]) == {"Puno": None}


def test_a_publisher_says_a_little_about_where_a_text_plays() -> None:
    two = [place(1, "Halm", "PT", 38.0), place(2, "Halm", "CL", 20.0, people=12_000),
           place(3, "Orrelund", "PT", 39.0, people=900_000)]  # fmt: skip
    gazetteer = Gazetteer([MemoryLayer("test", two)])
    for publisher, lat in (("The Orrelund Herald", 38.0), ("The Harbour Post", None)):
        (one,) = places_of("Shells fell in Halm.", "en", gazetteer.for_publisher(publisher))
        assert one.lat == lat


def test_a_place_far_from_where_its_people_walked_is_another_one() -> None:
    far = [place(1, "Halm", "ES", 39.0, people=90_000), place(2, "Orre", "MZ", -12.0, 200_000)]
    assert spots("Fishermen fled Halm for Orre.", far) == {"Halm": None, "Orre": -12.0}


@pytest.mark.parametrize(
    "text",
    [
        "HALM, Marrowland (Agency) - Two people died.",
        "Shells fell in Halm, near Vask and in Temmer.",
        "It happened in the Halm provinces.",
    ],
)
def test_a_small_namesake_in_a_land_that_nobody_knows_is_not_guessed(text: str) -> None:
    found = spots(text, [place(1, "Halm", "DE", 50.0)])
    assert set(found.values()) == {None}


def test_a_town_is_looked_for_in_the_region_behind_it() -> None:
    towns = [replace(place(1, "Торгів", "UA", 48.0, 30_000), region="05"),
             replace(place(2, "Торгів", "UA", 50.0), region="21"),
             replace(place(3, "Дорнськ", "UA", 50.5, 90_000), region="21")]  # fmt: skip
    found = spots("Школа в Торгові Дорнської громади вціліла.", towns, "uk")
    assert found == {"Торгів": 50.0}


def test_a_hint_that_a_name_is_a_person_counts_where_nothing_else_does() -> None:
    text = "Kestrel was there."
    assert not places_of(text, "en", GAZETTEER, hints=[(Mark(0, 7), "PERSON")])


@given(st.text(max_size=300), st.sampled_from(["en", "uk", "ru", "ar", "und"]))
def test_marks_lie_inside_any_text(text: str, language: str) -> None:
    for place in places_of(text, language, GAZETTEER):
        for mark in (*place.mentions, *place.metonyms):
            assert 0 <= mark.start < mark.end <= len(text)


@pytest.mark.parametrize(
    ("language", "piece"),
    [("en", "Shells fell in Vilshansk and Xyrra. "), ("uk", "У Вільшанську та Ксирі тихо. "),
     ("ru", "В Вильшанске и Ксыре тихо. "), ("ar", "وقع القصف في فيلشانسك وقرية دورنا. ")],
)  # fmt: skip
def test_a_long_line_takes_time_in_proportion(language: str, piece: str) -> None:
    def seconds(times: int) -> float:
        text = piece * times
        start = time.process_time()
        places_of(text, language, GAZETTEER)
        return time.process_time() - start

    seconds(100)
    short, long = (min(seconds(times) for _ in range(3)) for times in (500, 4_000))
    assert long < 8 * max(short, 0.005) * 4, "the cost is not linear"
