"""Bags, judged by bagit.py itself."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import bagit
import pytest

from offices import Office
from probatum.acts.export_bag import export, file_names
from probatum.acts.item_history import history
from probatum.errors import UseError
from probatum.index.rows import ItemRow

ROW = ItemRow(
    id="0" * 32, number=1, ref="EX-00001-6", file_name="a.txt", sha256="", size_bytes=0,
    intake=None, source_path=None, acquired_at=None, by=None, acquisitions=1, cleared=False,
    held=False, erased=False, notes=0, disclosed=0,
)  # fmt: skip


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path, "bags")


def test_every_file_and_folder_of_a_bag_is_durable_when_the_command_ends(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.write(one__txt=b"one", two__bin=bytes(2_000_000))
    refs, target, synced = office.take_in(), tmp_path / "bag", set[int]()
    for name in ("fsync", "fdatasync"):
        right = getattr(os, name)

        def sync(descriptor: int, right: Callable[[int], None] = right) -> None:
            synced.add(os.fstat(descriptor).st_ino)
            right(descriptor)

        monkeypatch.setattr(os, name, sync)
    with office.open("L. Officer") as session:
        export(session, refs, target, purpose="review")
    made = [target.parent, target, *target.rglob("*")]
    assert len(made) > 8
    assert [path for path in made if path.stat().st_ino not in synced] == []


def test_bagit_validates_what_is_exported(office: Office, tmp_path: Path) -> None:
    office.write(one__txt=b"one", two__bin=bytes(2_000_000), empty__txt=b"")
    (office.files / "صورة\nجديدة.jpg").write_bytes(b"three")
    refs = office.take_in()
    target = tmp_path / "bag"
    with office.open("L. Officer") as session:
        made = export(session, refs, target, purpose="review")
    command = [sys.executable, bagit.__file__, "--validate", str(target)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    assert made.items == 4 and made.is_plain_text
    digests = {
        hashlib.sha256(path.read_bytes()).hexdigest() for path in (target / "data").iterdir()
    }
    assert hashlib.sha256(b"three").hexdigest() in digests
    info = bagit.Bag(str(target)).info
    assert info["Contact-Name"] == "L. Officer" and info["External-Identifier"] == refs
    assert "Source-Organization" not in info


def test_each_original_in_a_bag_is_a_logged_read(office: Office, tmp_path: Path) -> None:
    office.write(one__txt=b"one", two__txt=b"two")
    refs = office.take_in()
    with office.open() as session:
        export(session, [refs[1]], tmp_path / "bag", purpose="review")
    with office.open() as session:
        reads = {ref: [line.what for line in history(session, ref).lines] for ref in refs}
    assert "read: bag: review" in reads[refs[1]]
    assert "read: bag: review" not in reads[refs[0]]


def test_a_folder_with_something_in_it_is_refused(office: Office, tmp_path: Path) -> None:
    office.write(one__txt=b"one")
    refs = office.take_in()
    with office.open() as session, pytest.raises(UseError, match="wrong-use"):
        export(session, refs, office.files)
    with office.open() as session, pytest.raises(UseError, match="wrong-use"):
        export(session, [], tmp_path / "bag")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("../../etc/passwd", "_.._etc_passwd"),
        ("/abs", "_abs"),
        ("..", "_"),
        ("", "0" * 32),
        ("a\nb\x00c", "a_b_c"),
        ("C:\\x", "C__x"),
        ("nul.txt", "_nul.txt"),
        ("مستند.pdf", "مستند.pdf"),
        ("evil\u202egpj.exe", "evil_gpj.exe"),
        ("trailing. ", "trailing"),
    ],
)
def test_names_stay_in_the_folder_on_every_system(name: str, expected: str) -> None:
    assert file_names([replace(ROW, file_name=name)]) == {ROW.id: expected}


def test_names_that_occur_twice_get_their_reference() -> None:
    rows = [
        replace(ROW, id=str(number) * 32, ref=f"EX-{number}", file_name=name)
        for number, name in enumerate(["a.txt", "A.TXT", "b.txt"])
    ]
    assert list(file_names(rows).values()) == ["EX-0-a.txt", "EX-1-A.TXT", "b.txt"]


def test_long_names_are_cut_and_keep_their_type() -> None:
    name = file_names([replace(ROW, file_name="я" * 300 + ".jpeg")])[ROW.id]
    assert len(name.encode()) <= 200 and name.endswith(".jpeg")
