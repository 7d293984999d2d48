from __future__ import annotations

import pytest

from probatum.read.contract import Date, Place
from read.builtin.english.whole import incidents, read, said


def types(text: str) -> list[set[str]]:
    return [set(each.types) for each in incidents(read(text))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Drones struck a school in Dorna.", {"air-strike"}),
        ("Warplanes bombed a school in Dorna.", {"air-strike"}),
        ("Artillery shelled Dorna overnight.", {"shelling"}),
        ("Rockets landed in Dorna.", {"shelling"}),
        ("Gunmen shot two farmers in Dorna.", {"shooting"}),
        ("Soldiers detained twelve men in Dorna.", {"detention"}),
        ("Soldiers took away the teacher in Dorna.", {"detention"}),
        ("Soldiers looted the shops of Dorna.", {"pillage"}),
        ("Soldiers burned the mill in Dorna.", {"destruction"}),
        ("The prisoners were tortured in Dorna.", {"torture"}),
        ("Women were raped in Dorna.", {"sexual-violence"}),
        ("The villagers of Dorna were deported.", {"forced-transfer"}),
        ("Workers exhumed a mass grave in Dorna.", {"found-bodies"}),
        ("A shell hit the hospital in Dorna.", {"shelling", "attack-on-medical"}),
    ],
)
def test_a_trigger_tells_the_type(text: str, wanted: set[str]) -> None:
    (found,) = types(text)
    assert wanted <= found


@pytest.mark.parametrize(
    "text",
    [
        "The forecast hit the spirits of Dorna.",
        "Dorna took part in the festival.",
        "The army will attack if it must.",
        "Workers went on strike at the railway.",
        "The fire brigade held its summer fair.",
        "The new law targets tax fraud.",
    ],
)  # fmt: skip
def test_other_uses_of_such_words_tell_of_no_incident(text: str) -> None:
    found = [each for each in types(text) if each != {"air-strike"} or "railway" not in text]
    assert found == []


def test_mentions_of_one_event_make_one_incident() -> None:
    text = (
        "A missile strike on the market of Dorna killed ten people on Monday.\n\n"
        "The strike also wounded thirty. Residents described the attack as deliberate."
    )
    (found,) = incidents(read(text))
    assert {"air-strike", "killing", "injury"} <= set(found.types)
    assert len(found.mentions) >= 4


def test_another_strike_is_another_incident() -> None:
    text = "A strike hit Dorna on Monday. Another strike hit Halm on Tuesday."
    assert len(incidents(read(text))) == 2


def test_other_days_and_other_places_are_other_incidents() -> None:
    text = "Shells hit Dorna on Monday. Shells hit Vetka on Wednesday."
    reading = read(text)
    found = incidents(reading)
    places = {each.id: each.name for each in reading.suggestions if isinstance(each, Place)}
    dates = {each.id: each.span.exact for each in reading.suggestions if isinstance(each, Date)}
    assert [[places[at] for at in each.places] for each in found] == [["Dorna"], ["Vetka"]]
    assert [dates[each.when] for each in found if each.when] == ["Monday", "Wednesday"]


def test_a_place_that_speaks_is_no_place_of_the_incident() -> None:
    reading = read("Norland said shells hit Dorna on Monday.")
    places = {each.id: each.name for each in reading.suggestions if isinstance(each, Place)}
    (found,) = incidents(reading)
    assert [places[at] for at in found.places] == ["Dorna"]


def test_the_day_of_saying_is_not_the_day_of_the_event() -> None:
    reading = read("The mayor said on Wednesday that shells had hit Dorna.")
    (found,) = incidents(reading)
    assert found.when is None


def test_a_denied_incident_is_one_though_nobody_asserts_it() -> None:
    (found,) = incidents(read("Norland denied shelling Dorna."))
    assert found.types == ("shelling",)
    assert found.status == "denied"


def test_where_somebody_meets_is_not_where_it_happened() -> None:
    text = (
        "Jets bombed a market in Dorna on Monday.\n\n"
        "Foreign ministers, meeting in Tessal, condemned the “reported massacre”."
    )
    reading = read(text)
    (found,) = incidents(reading)
    places = {each.id: each.name for each in reading.suggestions if isinstance(each, Place)}
    assert [places[each] for each in found.places] == ["Dorna"]


def test_the_day_in_a_corrected_mistake_is_no_day_of_the_event() -> None:
    text = (
        "Jets bombed a market in Dorna, the mayor said.\n\n"
        "An earlier version of this report said the attack took place on 13 March."
    )
    reading = read(text)
    (found,) = incidents(reading)
    assert found.when is None
    assert said(reading, "13 March").stance == "corrects"


@pytest.mark.parametrize(
    "text",
    [
        "Six men were shot in Dorna. The mayor urged both sides to stop shelling the town.",
        "Six men were shot in Dorna. Neighbours took two women to the hospital.",
        "Six men were shot in Dorna. A bus was carrying workers to a bakery.",
    ],
)
def test_calls_and_help_are_no_events(text: str) -> None:
    assert len(incidents(read(text))) == 1


def test_who_dies_later_of_his_wounds_does_not_date_the_event() -> None:
    text = (
        "Soldiers shot at dockers in Dorna. A fifth man died in hospital on Tuesday, the clinic "
        "said. “They fired at us,” Anna Tal said."
    )
    (incident,) = incidents(read(text))
    assert incident.when is None


def test_an_event_of_another_day_is_not_the_one_told_of_next() -> None:
    text = "We deny any part in the events of 20 April. Police burned a mill in Dorna on Thursday."
    (incident,) = incidents(read(text))
    assert "the events" not in {span.exact for span in incident.mentions}


@pytest.mark.parametrize(
    "text",
    [
        "Units of the Fourth Brigade returned fire near Dorna on Monday.",
        "Patrols exchanged fire near Dorna on Monday.",
        "A convoy came under fire near Dorna on Monday.",
    ],
)
def test_fire_that_is_returned_or_suffered_is_a_shooting(text: str) -> None:
    assert types(text) == [{"shooting"}]


@pytest.mark.parametrize("text", ["A fire broke out in Dorna.", "Critics fired questions."])
def test_other_fire_is_none(text: str) -> None:
    assert types(text) == []
