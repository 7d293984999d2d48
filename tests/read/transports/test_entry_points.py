"""Readers that packages bring: found by name, loaded only when asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from probatum.errors import UseError
from probatum.read.transports.entry_points import installed, load


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of an installed package that brings two readers, one of them none."""
    (tmp_path / "toyreader.py").write_text(
        "class Reader:\n    identity = 'toy'\n    def read(self, article): return article\n"
        "class Other:\n    pass\n"
    )
    metadata = tmp_path / "toyreader-1.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Name: toyreader\nVersion: 1\n")
    (metadata / "entry_points.txt").write_text(
        "[probatum.extractors]\ntoy = toyreader:Reader\nother = toyreader:Other\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def test_one_is_found_by_its_name(package: Path) -> None:
    assert {"toy", "other"} <= set(installed())
    assert load("toy").identity == "toy"  # type: ignore[comparison-overlap]


def test_what_is_no_reader_is_refused(package: Path) -> None:
    with pytest.raises(UseError):
        load("other")


def test_a_name_that_nobody_brings_is_wrong_use() -> None:
    with pytest.raises(UseError):
        load("nobody-brings-this")
