"""The exercise's four victim lists: the same bytes, known truth, nobody real."""

from __future__ import annotations

import msgspec

from probatum.exercise.village.four_lists import four_lists, truth
from probatum.model.list_mapping import Mapping


def test_the_lists_are_the_same_each_time_and_their_mappings_fit_them() -> None:
    first, second = list(four_lists()), list(four_lists())
    assert [each.content for each in first] == [each.content for each in second]
    assert len(first) == 4 and len({each.path for each in first}) == 4
    for each in first:
        mapping = msgspec.convert(each.mapping, Mapping)
        head = each.content.decode("utf-8-sig")
        assert all(column in head for column in mapping.columns()), each.path
        assert "exercise" in each.name


def test_some_victims_are_on_no_list() -> None:
    known = truth()
    assert 0 < known.named < known.people


def test_every_list_writes_in_letters_of_its_own() -> None:
    families, hospitals, committee, office = (each.content.decode("utf-8") for each in four_lists())
    assert "Прізвище" in families and "ФИО" in office
    assert hospitals.isascii() or "name" in hospitals
    assert any("\u0600" <= letter <= "\u06ff" for letter in committee)
    assert any(letter in "٠١٢٣٤٥٦٧٨٩" for letter in committee)
