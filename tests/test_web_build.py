"""What npm brings for the desk: by digest, whole, licensed; and no wheel without it."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "release" / "web"
VENDOR = ROOT / "src" / "probatum" / "desk" / "static" / "vendor"


@pytest.fixture(scope="module")
def brought() -> dict[str, Any]:
    assert (VENDOR / "versions.json").is_file(), "run `make web` first"
    listed: dict[str, Any] = json.loads((VENDOR / "versions.json").read_text("utf-8"))
    return listed


def test_every_package_is_locked_by_digest_and_no_host_is_named() -> None:
    lock = json.loads((WEB / "package-lock.json").read_text("utf-8"))
    packages = {name: told for name, told in lock["packages"].items() if name}
    assert len(packages) > 5
    assert [name for name, told in packages.items() if not told.get("integrity")] == []
    assert [name for name, told in packages.items() if "resolved" in told] == []
    assert not any("hasInstallScript" in told for told in packages.values())


def test_versions_are_exact() -> None:
    asked = json.loads((WEB / "package.json").read_text("utf-8"))
    for versions in (asked["dependencies"], asked["devDependencies"]):
        assert all(version[0].isdigit() for version in versions.values()), versions


def test_the_folder_holds_what_its_list_says_and_nothing_else(brought: dict[str, Any]) -> None:
    listed = {file["path"]: file for part in brought["parts"] for file in part["files"]}
    there = {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file() and path.name != "versions.json"
    }
    assert there == {path: file["sha256"] for path, file in listed.items()}


def test_every_part_has_its_terms_beside_it(brought: dict[str, Any]) -> None:
    for part in brought["parts"]:
        text = (VENDOR / "licences" / f"{part['name']}.txt").read_text("utf-8")
        assert part["licence"] and len(text) > 60, part["name"]


def test_what_only_tests_need_is_not_shipped(brought: dict[str, Any]) -> None:
    assert not list(VENDOR.rglob("*axe*"))
    assert "axe-core" not in {part["name"] for part in brought["parts"]}
    assert (ROOT / "build" / "web" / "tests" / "axe.min.js").is_file()


def test_pages_without_a_map_get_little() -> None:
    programs = [VENDOR / "htmx" / "htmx.min.js", VENDOR / "uplot" / "uPlot.min.mjs"]
    assert sum(len(gzip.compress(path.read_bytes())) for path in programs) < 60_000


def test_nothing_is_done_twice() -> None:
    before = {path: path.stat().st_mtime_ns for path in VENDOR.rglob("*")}
    ran = subprocess.run(
        ["sh", "release/setup.sh", "web"], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert {path: path.stat().st_mtime_ns for path in VENDOR.rglob("*")} == before


def test_without_the_registry_the_build_says_what_it_needs(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "release", tmp_path / "tree" / "release")
    tools = tmp_path / "tools"
    tools.mkdir()
    for name, does in {"npm": "exit 1", "node": "exit 9"}.items():
        (tools / name).write_text(f"#!/bin/sh\n{does}\n")
        (tools / name).chmod(0o755)
    ran = subprocess.run(
        ["sh", "release/setup.sh", "web"],
        cwd=tmp_path / "tree",
        env={**os.environ, "PATH": f"{tools}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ran.returncode == 1
    assert "npm registry" in ran.stderr
    assert not (tmp_path / "tree" / "src").exists(), "nothing half-made is left"


def asked_before_a_wheel(folder: Path) -> subprocess.CompletedProcess[str]:
    script = ROOT / "release" / "check_web.py"
    return subprocess.run(
        [sys.executable, str(script), str(folder)], capture_output=True, text=True, timeout=60
    )


def test_a_whole_folder_may_be_shipped() -> None:
    ran = asked_before_a_wheel(VENDOR)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("harm", ["no list", "a file is missing", "a file was altered"])
def test_a_wheel_is_not_built_without_the_pages_programs(tmp_path: Path, harm: str) -> None:
    folder = tmp_path / "vendor"
    (folder / "htmx").mkdir(parents=True)
    (folder / "htmx" / "a.js").write_text("1;")
    digest = hashlib.sha256(b"1;").hexdigest()
    parts = [{"name": "htmx.org", "files": [{"path": "htmx/a.js", "sha256": digest}]}]
    (folder / "versions.json").write_text(json.dumps({"parts": parts}))
    assert asked_before_a_wheel(folder).returncode == 0
    match harm:
        case "no list":
            (folder / "versions.json").unlink()
        case "a file is missing":
            (folder / "htmx" / "a.js").unlink()
        case _:
            (folder / "htmx" / "a.js").write_text("2;")
    ran = asked_before_a_wheel(folder)
    assert ran.returncode != 0
    assert "make web" in ran.stderr
