"""Nameless people are entities if they do something, not if they are only counted."""

from __future__ import annotations

import pytest

from read.builtin.english.whole import entities, read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen stopped a bus near Dorna on Monday.", "gunmen"),
        ("Anna Tal said a sergeant had sold her press card.", "a sergeant"),
        ("Anna Tal said her son had been kicked by guards.", "guards"),
        ("Anna Tal said militants had stored shells in the school.", "militants"),
        ("Firefighters are still looking for a boy in Dorna.", "firefighters"),
    ],
)
def test_whoever_does_something_is_an_entity(text: str, name: str) -> None:
    assert name in entities(read(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Some 900 people have fled from Dorna.", "some 900 people"),
        ("No soldier entered Dorna on Monday.", "no soldier"),
        ("The bus carried miners home to Dorna.", "miners"),
        ("Miners were asleep in the barracks in Dorna.", "miners"),
    ],
)
def test_who_is_counted_missing_or_acted_upon_is_none(text: str, name: str) -> None:
    assert name not in entities(read(text))
