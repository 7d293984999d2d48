"""The one-file verifier: the same bytes everywhere, and it starts on a bare Python."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "build_verifier", ROOT / "release" / "build_verifier.py"
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def verifier(builder: ModuleType, tmp_path: Path) -> Path:
    path = tmp_path / "verify.pyz"
    builder.build(outputs=(path,))
    return path


def test_the_same_source_gives_the_same_bytes(
    builder: ModuleType, verifier: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "elsewhere"
    shutil.copytree(ROOT / "src", copy, ignore=shutil.ignore_patterns("__pycache__", "*.pyz"))
    for path in copy.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    builder.build(source=copy, outputs=(tmp_path / "again.pyz",))
    assert (tmp_path / "again.pyz").read_bytes() == verifier.read_bytes()


def test_it_holds_the_verifier_and_nothing_else(verifier: Path) -> None:
    with zipfile.ZipFile(verifier) as archive:
        names = archive.namelist()
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
    assert names == sorted(names)
    rooms = {"/".join(name.split("/")[:2]) for name in names}
    assert rooms == {
        "__main__.py",
        "probatum/__init__.py",
        "probatum/errors.py",
        "probatum/proof",
        "probatum/verify",
    }


def pythons() -> list[str]:
    """This Python, and each other one that is present, from 3.9 on."""
    named = [f"python3.{minor}" for minor in range(9, 15)]
    managed = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = {sys.executable, "/usr/bin/python3", *(shutil.which(name) or "" for name in named)}
    found |= {str(path) for path in managed.glob("3.*/bin/python")}
    fit = []
    for path in sorted(found - {""}):
        try:
            ran = subprocess.run(
                [path, "-I", "-S", "-c", "import sys; sys.exit(sys.version_info < (3, 9))"],
                capture_output=True,
                timeout=60,
            )
        except OSError:
            continue
        if ran.returncode == 0:
            fit.append(path)
    return fit


@pytest.mark.parametrize("python", pythons())
def test_it_starts_on_a_bare_python(python: str, verifier: Path, tmp_path: Path) -> None:
    ran = subprocess.run(
        [python, "-I", "-S", str(verifier), "--help"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"]},
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr
    assert "--key" in ran.stdout
