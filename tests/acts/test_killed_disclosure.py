"""A disclosure that is killed while it writes: nothing readable stays, and it can be repeated."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pyrage
import pytest

from offices import Office
from probatum.acts import disclose_items
from probatum.acts.disclose_items import Protection, disclose
from probatum.acts.verify_package import verify
from probatum.errors import UseError

KILLED = """
import os, signal, sys
from pathlib import Path
from probatum.acts import disclose_items
from probatum.acts.open_case import open_session
from probatum.acts.surroundings import Surroundings, utc_now
from probatum.proof import container

case, state, out, to = sys.argv[1:]
right = container.write

def killed(sink, members):
    written = 0
    def count(data):
        nonlocal written
        sink.write(data)
        written += len(data)
        if written > 24_000_000:
            os.kill(os.getpid(), signal.SIGKILL)
    right(type("Sink", (), {"write": staticmethod(count)}), members)

disclose_items.package.container.write = killed
around = Surroundings(utc_now, "another machine", "unknown", Path(state))
with open_session(Path(case), "invented words in a row", around=around) as session:
    disclose_items.disclose(
        session, to="Invented Court", purpose="exercise", items=None, target=Path(out),
        protection=disclose_items.Protection(encrypt_to=(to,)),
    )
"""


def test_a_killed_disclosure_leaves_nothing_readable_and_can_be_repeated(
    tmp_path: Path,
) -> None:
    office, out = Office(tmp_path, "sender"), tmp_path / "P.zip"
    canary = b"CANARY-7f3a: the invented witness"
    office.write(film__bin=canary + bytes(range(256)) * 125_000)
    office.take_in()
    for path in office.files.iterdir():
        path.unlink()
    to = str(pyrage.x25519.Identity.generate().to_public())
    (tmp_path / "tmp").mkdir()
    places = {name: str(tmp_path / "tmp") for name in ("TMPDIR", "XDG_STATE_HOME", "HOME")}
    source = Path(disclose_items.__file__).parents[2]
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, office.case, office.around.state_folder, out, to],
        env={**places, "PYTHONPATH": str(source)}, cwd=tmp_path, timeout=120, check=False,
    )  # fmt: skip
    assert ended.returncode == -9
    left = out.with_name("P.zip.part")
    assert left.stat().st_size > 100_000 and not out.exists()
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or canary not in path.read_bytes(), path.name
    with pytest.raises(UseError, match="existing file .part"):
        give(office, out)
    left.unlink()
    assert verify(out, key=give(office, out)).result == "verified"


def give(office: Office, out: Path) -> str:
    with office.open() as session:
        return disclose(
            session, to="Invented Court", purpose="exercise", items=None, target=out,
            protection=Protection(plain=True),
        ).vkey  # fmt: skip
