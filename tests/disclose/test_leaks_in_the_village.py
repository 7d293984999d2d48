"""The exercise's village: its protected speaker is found where it is named, and nowhere else."""

from __future__ import annotations

from functools import cache

import pytest

from probatum.disclose.file_texts import Layer, Unchecked, layers_of
from probatum.disclose.leak_search import LeakSearch
from probatum.disclose.protected import Protected, name_of
from probatum.exercise.village import names
from probatum.exercise.village.write import contents
from probatum.model.places import parse_point

SPEAKER = Protected(
    "EX-R00001",
    names=(name_of(names.PROTECTED_NAME), name_of(names.PROTECTED_NAME_UK)),
    telephones=(names.PROTECTED_TELEPHONE,),
    addresses=(names.PROTECTED_ADDRESS,),
    points=(parse_point(*names.PROTECTED_POSITION),),
)
FILES = {file.path: data for file, data in contents()}


@cache
def search(path: str) -> tuple[set[str], set[str]]:
    check, unchecked = LeakSearch((SPEAKER,)), set()
    check.look_in(path, "the path")
    for one in layers_of(FILES[path]):
        if isinstance(one, Layer):
            check.look_in(one.text, one.inside, least_letters=one.least_letters)
        elif isinstance(one, Unchecked):
            unchecked.add(one.reason)
    return {hit.kind for hit in check.hits}, unchecked


@pytest.mark.parametrize("path", names.PROTECTED_FILES)
def test_a_file_that_names_the_protected_speaker_is_a_leak(path: str) -> None:
    assert "name" in search(path)[0]


def test_everything_that_the_contact_sheet_tells_is_found() -> None:
    found = search(names.CONTACT_SHEET)[0]
    assert {"name", "telephone", "address", "coordinates"} <= found


@pytest.mark.parametrize("path", sorted(set(FILES) - set(names.PROTECTED_FILES)))
def test_no_other_file_of_the_village_is_one(path: str) -> None:
    assert search(path)[0] == set()


def test_photographs_and_scanned_pages_are_named_as_not_checked() -> None:
    assert {reason for path in FILES for reason in search(path)[1]} == {"picture", "pdf-pages"}
