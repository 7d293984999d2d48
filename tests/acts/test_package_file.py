"""The file that a package is written to."""

from __future__ import annotations

from pathlib import Path

import pytest

from probatum.acts.package_file import writing
from probatum.errors import UseError


def test_a_file_that_somebody_put_there_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    target = tmp_path / "P.zip"
    with pytest.raises(UseError) as caught, writing(target) as file:
        file.write(b"a package")
        target.write_bytes(b"somebody else's")
    assert caught.value.code == "wrong-use"
    assert target.read_bytes() == b"somebody else's"
    assert [path.name for path in tmp_path.iterdir()] == ["P.zip"]


def test_a_name_as_long_as_the_file_system_takes_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / ("x" * 251 + ".zip")
    with writing(target) as file:
        file.write(b"a package")
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_a_finished_package_has_its_name_alone(tmp_path: Path) -> None:
    with writing(tmp_path / "P.zip") as file:
        file.write(b"a package")
    assert (tmp_path / "P.zip").read_bytes() == b"a package"
    assert [path.name for path in tmp_path.iterdir()] == ["P.zip"]
