"""OpenSSL verifies the signature under a checkpoint from nothing but the verifier key."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from probatum.proof import ed25519
from probatum.proof.note import VerifierKey, parse_note
from tiled_log import TiledLog

# SubjectPublicKeyInfo of an Ed25519 key up to its 32 bytes (RFC 8410, section 4).
DER_PREFIX = bytes.fromhex("302a300506032b6570032100")


def openssl_accepts(folder: Path, key: VerifierKey, text: str, signature: bytes) -> bool:
    if shutil.which("openssl") is None:
        pytest.fail("needs: apt-get install openssl")
    (folder / "key.der").write_bytes(DER_PREFIX + key.public_key)
    (folder / "text").write_bytes(text.encode())
    (folder / "signature").write_bytes(signature)
    command = "openssl pkeyutl -verify -rawin -pubin -keyform DER -inkey key.der"
    answer = subprocess.run(
        [*command.split(), "-in", "text", "-sigfile", "signature"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Verif" in answer.stdout, answer.stderr
    return answer.returncode == 0


def test_openssl_and_we_agree_on_a_checkpoint(tmp_path: Path) -> None:
    log = TiledLog(tmp_path, "invented.example/log", Ed25519PrivateKey.generate())
    log.append([b"one", b"two"])
    note = parse_note(log.checkpoint())
    ((_, _, signature),) = note.signatures
    key = VerifierKey.parse(log.key.text())
    assert openssl_accepts(tmp_path, key, note.text, signature)
    assert ed25519.verify(key.public_key, note.text.encode(), signature)
    for text, other in ((note.text + "x", signature), (note.text, signature[::-1])):
        assert not openssl_accepts(tmp_path, key, text, other)
        assert not ed25519.verify(key.public_key, text.encode(), other)
