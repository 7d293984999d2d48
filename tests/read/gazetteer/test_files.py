"""Files of places that a person brings: their own, and country dumps."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.errors import InputError
from probatum.read.gazetteer import Gazetteer
from probatum.read.gazetteer.country_dump import dumped_places
from probatum.read.gazetteer.layers import MemoryLayer
from probatum.read.gazetteer.own_file import own_places

CSV = "name,lat,lon,country,precision_m,kind,names\nKestrel Ford,48.5,37.25,ua,150,camp,Брід|فورد\n"
DUMP = "\t".join(
    ["7", "Dornivka", "Dornivka", "Дорнівка,Дорновка", "48.5", "37.5", "P", "PPL", "UA", "", "05",
     "", "", "", "0", "", "120", "Europe/Kyiv", "2020-01-01"]
)  # fmt: skip


def test_a_table_of_places_is_read() -> None:
    (place,) = own_places(CSV.encode("utf-8-sig"))
    assert (place.name, place.lat, place.lon) == ("Kestrel Ford", 48.5, 37.25)
    assert (place.country, place.precision_m, place.kind) == ("UA", 150, "camp")
    assert place.names == ("Брід", "فورد")


def test_geojson_is_read() -> None:
    feature = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [37.25, 48.5]},
        "properties": {"name": "Kestrel Ford", "names": ["Брід"]},
    }
    data = json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()
    (place,) = own_places(data)
    assert (place.lat, place.lon, place.names) == (48.5, 37.25, ("Брід",))


def test_the_same_place_has_the_same_id_again() -> None:
    assert own_places(CSV.encode())[0].id == own_places(CSV.encode())[0].id


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (b"", "line 1"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"name,lat\nDorna,1\n", "lon"),
        (b"name,lat,lon\nDorna,north,1\n", "line 2"),
        (b"name,lat,lon\nDorna,nan,1\n", "line 2"),
        (b"name,lat,lon\nDorna,91,1\n", "line 2"),
        (b"name,lat,lon\n,1,1\n", "line 2"),
        (b"name,lat,lon\nDorna,1,1,9\n", "line 2"),
        (b"name,lat,lon,country\nDorna,1,1,Norland\n", "line 2"),
        (b"name,lat,lon,precision_m\nDorna,1,1,-5\n", "line 2"),
        (b"name,lat,lon\n", "at least one place"),
        (b"{", "GeoJSON"),
        (b'{"type": "FeatureCollection", "features": [3]}', "feature 1"),
        (b"{" + b'"a":{' * 100_000, "GeoJSON"),
    ],
)
def test_a_broken_file_is_refused_by_the_place_where_it_breaks(data: bytes, names: str) -> None:
    with pytest.raises(InputError, match=names) as raised:
        own_places(data)
    assert raised.value.code == "bad-gazetteer"


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        assert own_places(data)
    except InputError:
        pass


def test_a_country_dump_is_read_and_found_in_cyrillic() -> None:
    layer = MemoryLayer("GeoNames UA", dumped_places([DUMP, "", DUMP.replace("\tP\t", "\tH\t")]))
    found = Gazetteer([layer]).candidates("Дорнівка")
    assert [each.entry.id for each in found] == ["geonames:7"]
    assert found[0].entry.kind == "village"


@pytest.mark.parametrize(
    "line", ["one column", DUMP.replace("48.5", "north"), DUMP.replace("48.5", "99")]
)
def test_a_broken_dump_is_refused_by_its_line(line: str) -> None:
    with pytest.raises(InputError, match="line 2"):
        list(dumped_places([DUMP, line]))
