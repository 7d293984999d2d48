"""The verifier as an expert runs it: one file, a bare Python, no environment."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from forger import NOTE, ORIGINAL, Forger, example, zipped
from probatum.verify.main import main

ROOT = Path(__file__).resolve().parents[2]
OLD = sorted(
    Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")).glob("versions/3.9.*/bin/python")
)
PYTHONS = [sys.executable, *map(str, OLD[:1])]


@pytest.fixture(scope="module")
def verifier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    spec = spec_from_file_location("build_verifier", ROOT / "release" / "build_verifier.py")
    assert spec is not None and spec.loader is not None
    builder = module_from_spec(spec)
    spec.loader.exec_module(builder)
    path = tmp_path_factory.mktemp("verifier") / "verify.pyz"
    builder.build(outputs=(path,))
    return path


@pytest.fixture(params=PYTHONS)
def python(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def run(
    python: str, verifier: Path, *arguments: str | Path, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    command = [python, "-I", "-S", str(verifier), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, timeout=60, env=environment)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    path = tmp_path / "P.zip"
    path.write_bytes(zipped(example().seal("complete")))
    return path


def test_what_is_no_package_gets_one_finding_and_not_forty_lines(
    python: str, verifier: Path, tmp_path: Path
) -> None:
    path = tmp_path / "photograph.jpg"
    path.write_bytes(b"not a package")
    ran = run(python, verifier, path)
    said = ran.stdout.decode()
    assert ran.returncode == 1
    assert "  FAILED       bad-package: container: expected a zip, found 13 bytes" in said
    assert "FAILED: this file cannot be checked as a package." in said
    assert "NOT CHECKED  " not in said and said.count("\n") < 9
    everything = json.loads(run(python, verifier, path, "--json").stdout)["findings"]
    assert {each["step"] for each in everything} == set(range(1, 13))


def test_an_encrypted_package_says_how_to_open_it(
    python: str, verifier: Path, tmp_path: Path
) -> None:
    path = tmp_path / "P.zip.age"
    path.write_bytes(b"age-encryption.org/v1\n-> X25519 and so on")
    said = run(python, verifier, path).stdout.decode()
    assert "age -d -i KEYFILE -o P.zip P.zip.age" in said and said.count("\n") < 9


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_or_device_is_refused_instead_of_waited_for(
    python: str, verifier: Path, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        ran = run(python, verifier, path)
        assert ran.returncode == 2
        assert b"expected a file, found a pipe, device or socket" in ran.stderr


def test_a_policy_that_is_too_large_is_refused_and_not_cut(
    python: str, verifier: Path, package: Path, tmp_path: Path
) -> None:
    policy = tmp_path / "policy"
    policy.write_bytes(f"log {example().log.key.text()}\n".encode() + b"#" * (1 << 20))
    ran = run(python, verifier, package, "--policy", policy)
    assert ran.returncode == 2 and b"too-large: --policy" in ran.stderr


def test_a_right_package_exits_with_0(python: str, verifier: Path, package: Path) -> None:
    ran = run(python, verifier, package, "--key", example().log.key.text())
    assert ran.returncode == 0, ran.stderr
    assert b"VERIFIED: these bytes" in ran.stdout
    assert ran.stderr == b""


def test_one_changed_byte_exits_with_1(python: str, verifier: Path, package: Path) -> None:
    package.write_bytes(package.read_bytes().replace(b"invented bridge", b"invented bridgf", 1))
    ran = run(python, verifier, package, "--key", example().log.key.fingerprint())
    assert ran.returncode == 1
    assert f"originals/{NOTE}".encode() in ran.stdout
    assert b"FAILED: do not rely" in ran.stdout


def test_without_a_key_it_exits_with_4(python: str, verifier: Path, package: Path) -> None:
    ran = run(python, verifier, package, "--json")
    assert ran.returncode == 4
    content = json.loads(ran.stdout)
    assert (content["result"], content["exit_code"]) == ("not checked", 4)
    assert content["counts"]["verified"] == 0
    assert content["findings"][0]["title"] == "Whose log"


def test_a_policy_file_names_the_log(
    python: str, verifier: Path, package: Path, tmp_path: Path
) -> None:
    policy = tmp_path / "policy"
    policy.write_text(f"log {example().log.key.text()}\nquorum none\n")
    assert run(python, verifier, package, "--policy", policy).returncode == 0


def test_wrong_use_exits_with_2(python: str, verifier: Path, package: Path, tmp_path: Path) -> None:
    (tmp_path / "policy").write_bytes(b"\xff")
    for arguments in (
        [],
        [package, "--key", "nonsense"],
        [package, "--policy", tmp_path / "policy"],
        [package, "--key", "a" * 64, "--policy", tmp_path / "policy"],
        [package, "--unknown"],
    ):
        assert run(python, verifier, *arguments).returncode == 2, arguments


def test_a_file_that_cannot_be_read_exits_with_3(
    python: str, verifier: Path, tmp_path: Path
) -> None:
    for path in (tmp_path / "absent.zip", tmp_path):
        ran = run(python, verifier, path)
        assert ran.returncode == 3
        assert b"cannot read" in ran.stderr and b"Traceback" not in ran.stderr


@pytest.mark.parametrize("coding", ["ascii", "cp1252", "utf-8"])
def test_a_report_in_arabic_survives_a_terminal_that_cannot_show_it(
    coding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "P.zip"
    path.write_bytes(zipped(example().seal(terms={"to": "محكمة مخترعة"})))
    printed = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(printed, encoding=coding))
    assert main([str(path), "--key", example().log.key.text()]) == 0
    sys.stdout.flush()
    shown = "محكمة" if coding == "utf-8" else "\\u0645\\u062d"
    assert shown in printed.getvalue().decode(coding)


def test_nothing_is_written(python: str, verifier: Path, tmp_path: Path) -> None:
    forger = Forger()
    forger.acquire(NOTE, ORIGINAL)
    folder = tmp_path / "read-only"
    folder.mkdir()
    (folder / "P.zip").write_bytes(zipped(forger.seal()))
    before = sorted(path.name for path in (*folder.iterdir(), *verifier.parent.iterdir()))
    run(python, verifier, folder / "P.zip", "--key", forger.log.key.text())
    after = sorted(path.name for path in (*folder.iterdir(), *verifier.parent.iterdir()))
    assert before == after


def test_the_copy_in_the_package_is_the_same_program(verifier: Path, tmp_path: Path) -> None:
    """``python3 P.zip/verify.pyz`` is the built file: a zip with a first line, stored whole."""
    forger = Forger()
    forger.acquire(NOTE, ORIGINAL)
    bound = {**forger.bound(), "verify.pyz": verifier.read_bytes()}
    path = tmp_path / "P.zip"
    path.write_bytes(zipped(forger.seal(bound=bound)))
    ran = run(sys.executable, verifier, path, "--key", forger.log.key.text())
    assert ran.returncode == 0
