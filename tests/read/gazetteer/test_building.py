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
from probatum.read.gazetteer.packaged import _Land, _Town, entries


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


@pytest.mark.parametrize(
    ("name", "kind", "least_m"),
    [("Sagaing", "region", 200_000), ("Kharkiv region", "region", 100_000),
     ("Mali", "country", 500_000)],
)  # fmt: skip
def test_regions_and_countries_are_as_wide_as_they_reach(
    real: Gazetteer, name: str, kind: str, least_m: int
) -> None:
    picked = chosen(real.candidates(name))
    assert picked is not None and picked.entry.kind == kind
    assert picked.entry.precision_m >= least_m


def test_the_middle_of_a_land_is_not_that_of_its_crowded_corner() -> None:
    land = _Land()
    for number in range(50):
        land.add(_town(f"Corner {number}", 0.1, 0.1))
    land.add(_town("Far", 0.0, 10.0))
    assert land.degrees() == (0.0, 5.0) and land.largest == "Corner 0"


def _town(name: str, lat: float, lon: float) -> _Town:
    return _Town(
        geonameid=1, name=name, latitude=lat, longitude=lon, countrycode="XX", population=9,
        admin1code="1", alternatenames=[],
    )  # fmt: skip


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
