"""Go's transparency log packages, which we did not write, read a log that we wrote."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from probatum.proof import merkle, tiles
from probatum.proof.b64 import b64
from probatum.proof.tlog_proof import TlogProof
from tiled_log import TiledLog

SOURCE = Path(__file__).parent / "go" / "judge.go"
GOPATH = Path("/usr/share/gocode")


@pytest.fixture(scope="session")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The judge as a program, built without a network from Debian's packages."""
    go = shutil.which("go")
    if go is None or not (GOPATH / "src/golang.org/x/mod/sumdb/tlog").is_dir():
        pytest.fail("needs: apt-get install golang-go golang-golang-x-mod-dev")
    folder = tmp_path_factory.mktemp("judge")
    environment = {
        **os.environ,
        "GO111MODULE": "off",
        "GOPATH": str(GOPATH),
        "GOCACHE": str(folder / "cache"),
        "GOFLAGS": "",
        "CGO_ENABLED": "0",
    }
    program = folder / "judge"
    subprocess.run([go, "build", "-o", program, SOURCE], env=environment, check=True)
    return program


def ask(judge: Path, log: TiledLog) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [judge, log.folder, log.key.text()], capture_output=True, text=True, check=False
    )


def written_log(folder: Path, older: int, newer: int) -> TiledLog:
    """A log with proofs: an entry of each kind of place, and the way from an older tree."""
    log = TiledLog(folder, "invented.example/log", Ed25519PrivateKey.generate())
    log.append(b"entry %d" % number for number in range(older))
    old_checkpoint = log.checkpoint()
    log.append(b"entry %d" % number for number in range(older, newer))
    checkpoint = log.publish()
    node = tiles.node_reader(log.read, newer)
    (folder / "inclusion").mkdir()
    for index in {0, 1, 255, 256, older, newer // 2, newer - 1}:
        proof = TlogProof(index, tuple(merkle.inclusion_proof(index, newer, node)), checkpoint)
        (folder / "inclusion" / str(index)).write_bytes(proof.encode())
    hashes = "\n".join(map(b64, merkle.consistency_proof(older, newer, node)))
    (folder / "consistency").write_bytes(old_checkpoint + b"\n" + hashes.encode() + b"\n")
    return log


@pytest.mark.parametrize(("older", "newer"), [(100, 300), (256, 777), (65_536, 70_000)])
def test_go_authenticates_every_entry_and_agrees_with_every_proof(
    judge: Path, tmp_path: Path, older: int, newer: int
) -> None:
    answer = ask(judge, written_log(tmp_path, older, newer))
    proofs = len(list((tmp_path / "inclusion").iterdir()))
    assert answer.stderr == ""
    assert answer.stdout == f"entries {newer} inclusion {proofs} consistency {older}\n"


@pytest.mark.parametrize(
    "path", ["checkpoint", "tile/0/000", "tile/1/000.p/2", "tile/entries/001", "consistency"]
)
def test_go_refuses_a_log_with_a_changed_byte(judge: Path, tmp_path: Path, path: str) -> None:
    log = written_log(tmp_path, 300, 600)
    changed = bytearray(log.read(path))
    changed[40] ^= 1
    (tmp_path / path).write_bytes(changed)
    assert ask(judge, log).returncode != 0
