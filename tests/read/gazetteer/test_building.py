"""The real gazetteer: built once for all tests of a machine, and what it knows."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from probatum.errors import WorldError
from probatum.read.gazetteer import Gazetteer
from probatum.read.gazetteer.building import packaged_layer
from probatum.read.gazetteer.choosing import chosen
from probatum.read.gazetteer.packaged import entries


@pytest.fixture(scope="session")
def real() -> Gazetteer:
    # Workers share one build; the lock file of the builder keeps them from building twice.
    folder = Path(tempfile.gettempdir()) / f"probatum-test-gazetteers-{os.getuid()}"
    return Gazetteer([packaged_layer(folder)])


@pytest.mark.parametrize(
    ("name", "country"),
    [("Kharkiv", "UA"), ("Харьков", "UA"), ("Краматорськ", "UA"), ("حلب", "SY"), ("Goma", "CD"),
     ("Україна", "UA"), ("سوريا", "SY"), ("Simferopol", "UA"), ("Севастополь", "UA"),
     ("Darfur", "SD"), ("Крим", "UA")],
)  # fmt: skip
def test_known_places_are_known(real: Gazetteer, name: str, country: str) -> None:
    picked = chosen(real.candidates(name))
    assert picked is not None and picked.entry.country == country


def test_the_second_opening_builds_nothing(real: Gazetteer) -> None:
    told: list[int] = []
    folder = Path(tempfile.gettempdir()) / f"probatum-test-gazetteers-{os.getuid()}"
    packaged_layer(folder, progress=lambda done, all_of_it: told.append(done))
    assert told == []


def test_progress_is_told_while_the_source_is_read() -> None:
    told: list[tuple[int, int]] = []
    towns = entries(lambda done, all_of_it: told.append((done, all_of_it)))
    first = [next(towns) for _ in range(5_000)]
    assert all(each.id.startswith("geonames:") for each in first)
    assert told and all(0 < done <= all_of_it for done, all_of_it in told)


def test_a_folder_that_cannot_be_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WorldError) as raised:
        packaged_layer(tmp_path / "file" / "below")
    assert "PROBATUM_GAZETTEERS" in str(raised.value)
