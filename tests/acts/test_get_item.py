"""An original that is written to a file: whole under its name, or not there."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from offices import Office
from probatum.acts import get_item
from probatum.acts.check_case import check
from probatum.acts.get_item import get
from probatum.errors import EvidenceError, UseError, WorldError

FILM = bytes(range(256)) * 20_000

KILLED = """
import os, signal, sys
from pathlib import Path
from probatum.acts.check_case import check
from probatum.acts.get_item import get
from probatum.acts.open_case import open_session
from probatum.acts.surroundings import Surroundings, utc_now

case, state, ref, out = sys.argv[1:]

def killed(done, total):
    if done > total // 2:
        os.kill(os.getpid(), signal.SIGKILL)

around = Surroundings(utc_now, "another machine", "unknown", Path(state))
with open_session(Path(case), "invented words in a row", around=around) as session:
    get(session, ref, Path(out), on_progress=killed)
"""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path, "archive")
    office.write(film__bin=FILM)
    return office


def test_a_killed_get_leaves_no_part_of_an_original_under_its_name(
    office: Office, tmp_path: Path
) -> None:
    [ref], out = office.take_in(), tmp_path / "film.bin"
    source = Path(get_item.__file__).parents[2]
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, office.case, office.around.state_folder, ref, out],
        env={"PYTHONPATH": str(source), "HOME": str(tmp_path)}, timeout=120, check=False,
    )  # fmt: skip
    assert ended.returncode == -9
    left = tmp_path / "film.bin.part"
    assert left.exists() and not out.exists()
    with office.open() as session:
        with pytest.raises(UseError, match="existing file .part"):
            get(session, ref, out)
        left.unlink()
        got = get(session, ref, out)
    assert out.read_bytes() == FILM and got.sha256 == hashlib.sha256(FILM).hexdigest()


def test_what_fails_its_check_leaves_no_file(office: Office, tmp_path: Path) -> None:
    [ref] = office.take_in()
    [stored] = (office.case / "vault" / "files").rglob("*/*")
    data = bytearray(stored.read_bytes())
    data[-1000] ^= 1
    stored.write_bytes(data)
    before = sorted(tmp_path.iterdir())
    with office.open() as session, pytest.raises(EvidenceError, match="vault-damaged"):
        get(session, ref, tmp_path / "film.bin")
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.skipif(not os.path.exists("/proc/self/mem"), reason="this system has no /proc")
def test_a_bad_disk_is_not_reported_as_damage_to_the_evidence(
    office: Office, tmp_path: Path
) -> None:
    [ref] = office.take_in()
    [stored] = (office.case / "vault" / "files").rglob("*/*")
    stored.unlink()
    stored.symlink_to("/proc/self/mem")  # its first byte answers with EIO
    with office.open() as session, pytest.raises(WorldError, match="io-error") as refused:
        get(session, ref, tmp_path / "film.bin")
    assert refused.value.found == os.strerror(errno.EIO)
    assert not list(tmp_path.glob("film.bin*"))


def test_an_honest_case_is_described_without_counting_what_is_not_there(office: Office) -> None:
    office.take_in()
    with office.open() as session:
        said = " ".join(each.text for each in check(session, quick=False, held=None).findings)
    assert "1 original decrypts to the committed" in said and "nothing was erased" in said
    odd = re.compile(r"\b0 (anchors|erased|carried|originals)|\b1 (anchors|originals|reads) ")
    assert odd.search(said) is None
