"""The packages in ``vectors/disclosure`` never change, and the specification quotes them."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from forger import example, zipped
from probatum.proof.container import content, read
from probatum.proof.note import VerifierKey
from probatum.verify import Trust, verify_package

ROOT = Path(__file__).resolve().parents[2]
VECTORS = ROOT / "vectors" / "disclosure"
PACKAGES = sorted(VECTORS.glob("*.zip"))
KEY = VerifierKey.parse((VECTORS / "log.vkey").read_text("utf-8").rstrip("\n"))
SPEC = (ROOT / "spec" / "disclosure.md").read_text("utf-8")
QUOTED = re.findall(r"^`([^`\n]+)`:\n\n```\n(.*?)\n```$", SPEC, re.MULTILINE | re.DOTALL)


def test_there_are_vectors_and_quotations() -> None:
    assert [path.stem for path in PACKAGES] == ["complete", "selection"]
    assert len(QUOTED) > 5


@pytest.mark.parametrize("path", PACKAGES, ids=lambda path: path.stem)
def test_a_published_package_is_verified(path: Path) -> None:
    report = verify_package(io.BytesIO(path.read_bytes()), Trust(keys=(KEY,)))
    assert report.exit_code == 0, report.as_text()


@pytest.mark.parametrize("path", PACKAGES, ids=lambda path: path.stem)
def test_the_code_still_writes_the_same_bytes(path: Path) -> None:
    assert zipped(example().seal(path.stem)) == path.read_bytes()


@pytest.mark.parametrize(("name", "quoted"), QUOTED, ids=[name for name, _ in QUOTED])
def test_the_specification_quotes_a_member(name: str, quoted: str) -> None:
    stream = io.BytesIO((VECTORS / "complete.zip").read_bytes())
    (place,) = [place for place in read(stream) if place.name == name]
    assert content(stream, place, 1 << 20).decode("utf-8").rstrip("\n") == quoted
