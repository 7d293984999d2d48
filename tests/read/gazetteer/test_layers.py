"""Layers and their files: what is found, and what happens to a file that is not whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from probatum.errors import WorldError
from probatum.read.gazetteer import Context, Gazetteer
from probatum.read.gazetteer.choosing import chosen
from probatum.read.gazetteer.entries import Entry, key_of
from probatum.read.gazetteer.layers import FileLayer, MemoryLayer
from probatum.read.gazetteer.writing import stamp_of, write_layer

DORNA = Entry(
    id="t:1", name="Dorna", lat=48.5, lon=37.5, precision_m=5000, kind="town", country="UA",
    region="05", population=40_000, names=("Дорна", "دورنا"),
)  # fmt: skip
OTHER_DORNA = Entry(
    id="t:2", name="Dorna", lat=50.9, lon=11.0, precision_m=5000, kind="town", country="DE",
    population=30_000,
)  # fmt: skip
REGION = Entry(
    id="t:3", name="Dorna region", lat=48.7, lon=37.6, precision_m=100_000, kind="region",
    country="UA", region="05",
)  # fmt: skip


def file_of(folder: Path, *entries: Entry, stamp: str = "test 1") -> Path:
    path = folder / "places.sqlite"
    write_layer(path, entries, stamp)
    return path


def test_a_name_is_found_in_every_script(tmp_path: Path) -> None:
    layer = FileLayer(file_of(tmp_path, DORNA), "test")
    for name in ("Dorna", "DORNA", "Дорна", "دُورنا"):
        assert layer.find([key_of(name)])[key_of(name)][0].entry.id == "t:1", name


def test_a_file_and_memory_answer_alike(tmp_path: Path) -> None:
    file = FileLayer(file_of(tmp_path, DORNA, OTHER_DORNA, REGION), "test")
    memory = MemoryLayer("test", [DORNA, OTHER_DORNA, REGION])
    keys = [key_of(each) for each in ("Dorna", "Дорна", "nowhere")]
    asked = {key: {hit.entry.id for hit in hits} for key, hits in file.find(keys).items()}
    assert asked == {key: {hit.entry.id for hit in hits} for key, hits in memory.find(keys).items()}
    assert file.region("UA", "05") == memory.region("UA", "05")
    assert file.names(DORNA) == memory.names(DORNA)


def test_a_half_written_file_is_no_layer(tmp_path: Path) -> None:
    path = file_of(tmp_path, DORNA, OTHER_DORNA)
    assert stamp_of(path) == "test 1"
    path.write_bytes(path.read_bytes()[:3000])
    assert stamp_of(path) is None
    path.write_bytes(b"not a database")
    assert stamp_of(path) is None
    assert stamp_of(tmp_path / "missing") is None


def test_a_failed_build_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = file_of(tmp_path, DORNA)

    def broken() -> object:
        yield OTHER_DORNA
        raise ValueError("the source ends early")

    with pytest.raises(ValueError, match="ends early"):
        write_layer(path, broken(), "test 2")
    assert stamp_of(path) == "test 1"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_damaged_while_in_use_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    path = file_of(tmp_path, DORNA)
    layer = FileLayer(path, "test")
    path.write_bytes(b"\0" * path.stat().st_size)
    with pytest.raises(WorldError) as raised:
        FileLayer(path, "test").find(["dorna"])
    assert raised.value.code == "io-error"
    layer.close()


def test_two_towns_of_one_name_are_told_apart_by_the_country() -> None:
    gazetteer = Gazetteer([MemoryLayer("test", [DORNA, OTHER_DORNA])])
    alone = gazetteer.candidates("Dorna")
    assert {each.entry.id for each in alone} == {"t:1", "t:2"}
    assert chosen(alone) is None
    in_germany = gazetteer.candidates("Dorna", Context(countries={"DE": 1.0}))
    picked = chosen(in_germany)
    assert picked is not None and picked.entry.id == "t:2"
    assert "other places of the text lie in DE" in picked.reasons


def test_the_own_layer_wins() -> None:
    hamlet = Entry(id="own:1", name="Dorna", lat=1.0, lon=2.0, precision_m=50, kind="village")
    gazetteer = Gazetteer([MemoryLayer("own", [hamlet]), MemoryLayer("test", [DORNA])])
    picked = chosen(gazetteer.candidates("Dorna"))
    assert picked is not None and picked.entry.id == "own:1"


def test_a_name_nobody_writes_so_is_found_by_other_spellings() -> None:
    gazetteer = Gazetteer([MemoryLayer("test", [DORNA])])
    assert gazetteer.candidates("Дорной") == []
    cyrillic_only = Entry(
        id="t:9", name="Верхня Дорна", lat=1.0, lon=2.0, precision_m=2000, kind="village",
        country="UA",
    )  # fmt: skip
    found = Gazetteer([MemoryLayer("test", [cyrillic_only])]).candidates("Verkhnia Dorna")
    assert [each.entry.id for each in found] == ["t:9"]


def test_no_layers_know_nothing() -> None:
    assert Gazetteer().candidates("Dorna") == []
    assert Gazetteer().candidates("") == []
