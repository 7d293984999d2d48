"""Encryption, judged by the ordinary age program (Debian package age)."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
from pathlib import Path

import pyrage
import pytest

from probatum.disclose import sealing
from probatum.disclose.scratch import Scratch
from probatum.disclose.sealing import Protection, identities, is_sealed, sealed, unseal
from probatum.errors import EvidenceError, UseError

KEY = pyrage.x25519.Identity.generate()
TO = str(KEY.to_public())
DATA = random.Random(7).randbytes(3_000_000)


def through(protection: Protection, data: bytes = DATA) -> bytes:
    target = io.BytesIO()
    with sealed(target, protection) as sink:
        for at in range(0, len(data), 70_001):
            sink.write(data[at : at + 70_001])
    return target.getvalue()


def age() -> str:
    found = shutil.which("age")
    assert found, "the age program is the judge of this test: apt-get install age"
    return found


def test_the_age_program_opens_what_we_encrypt_to_a_recipient(tmp_path: Path) -> None:
    other = pyrage.x25519.Identity.generate()
    (tmp_path / "p.age").write_bytes(through(Protection(encrypt_to=(str(other.to_public()), TO))))
    (tmp_path / "key").write_text(f"# a comment\n{KEY}\n")
    command = [age(), "-d", "-i", "key", "-o", "p", "p.age"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=60)
    assert (tmp_path / "p").read_bytes() == DATA


def test_we_open_what_the_age_program_encrypts(tmp_path: Path) -> None:
    (tmp_path / "p").write_bytes(DATA)
    command = [age(), "-r", TO, "-o", "p.age", "p"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=60)
    with open(tmp_path / "p.age", "rb") as stream, Scratch(tmp_path) as scratch:
        assert is_sealed(stream)
        unseal(stream, scratch, identities(str(KEY)), None)
        scratch.seek(0)
        assert scratch.read() == DATA


def test_a_passphrase_opens_what_it_closed_and_another_does_not() -> None:
    data = through(Protection(passphrase="invented words in a row"))
    target = io.BytesIO()
    unseal(io.BytesIO(data), target, [], "invented words in a row")
    assert target.getvalue() == DATA
    with pytest.raises(EvidenceError, match="encrypted-package"):
        unseal(io.BytesIO(data), io.BytesIO(), [], "other words")


def test_a_changed_byte_is_refused() -> None:
    data = bytearray(through(Protection(encrypt_to=(TO,))))
    data[-100] ^= 1
    with pytest.raises(EvidenceError, match="encrypted-package") as refused:
        unseal(io.BytesIO(data), io.BytesIO(), [KEY], None)
    assert "age -d -i KEYFILE -o P.zip P.zip.age" in refused.value.remedy


def test_plain_is_plain() -> None:
    assert through(Protection(plain=True)) == DATA


@pytest.mark.parametrize(
    "protection",
    [Protection(), Protection(plain=True, passphrase="x"), Protection((TO,), plain=True)],
)
def test_one_protection_must_be_chosen(protection: Protection) -> None:
    with pytest.raises(UseError, match="--encrypt-to, --package-passphrase-file, --plain"):
        protection.require_one()


@pytest.mark.parametrize("text", ["age1nonsense", "ssh-ed25519 AAAA", "", "someone@example.org"])
def test_what_is_no_recipient_is_wrong_use(text: str) -> None:
    with pytest.raises(UseError, match="wrong-use"):
        sealing.recipient(text)


@pytest.mark.parametrize("text", ["", "# only a comment", "AGE-SECRET-KEY-1X", "-----BEGIN x"])
def test_what_is_no_identity_is_wrong_use(text: str) -> None:
    with pytest.raises(UseError, match="wrong-use"):
        identities(text)


def test_too_large_for_a_passphrase_names_the_way_without_a_limit(monkeypatch) -> None:
    monkeypatch.setattr(sealing, "MOST_IN_MEMORY_BYTES", 1 << 20)
    protection = Protection(passphrase="invented words")
    with pytest.raises(UseError, match="too-large.*--encrypt-to"):
        protection.require_fit(2 << 20)
    with pytest.raises(UseError, match="too-large.*--encrypt-to"):
        through(protection)
    Protection(encrypt_to=(TO,)).require_fit(2 << 20)


def test_an_error_of_the_writer_ends_the_encrypting_thread() -> None:
    with pytest.raises(RuntimeError, match="half-way"):
        with sealed(io.BytesIO(), Protection(encrypt_to=(TO,))) as sink:
            for _ in range(100):
                sink.write(DATA[:100_000])
            raise RuntimeError("half-way")


class Full(io.BytesIO):
    """A disk with room for a little."""

    def write(self, data) -> int:  # type: ignore[override]
        if self.tell() > 200_000:
            raise OSError(28, "No space left on device")
        return super().write(data)


def test_a_full_disk_is_reported_as_such() -> None:
    with pytest.raises(OSError) as caught:
        with sealed(Full(), Protection(encrypt_to=(TO,))) as sink:
            for at in range(0, len(DATA), 1000):
                sink.write(DATA[at : at + 1000])
    assert caught.value.errno == 28


def test_scratch_gives_back_every_range_and_hides_it_on_disk(tmp_path: Path) -> None:
    rng = random.Random(3)
    with Scratch(tmp_path) as scratch:
        for at in range(0, len(DATA), 99_991):
            scratch.write(DATA[at : at + 99_991])
        scratch._file.seek(0)
        assert DATA[:64] not in scratch._file.read()
        for _ in range(50):
            at, size = rng.randrange(len(DATA)), rng.randrange(5000)
            scratch.seek(at)
            assert scratch.read(size) == DATA[at : at + size]
            assert scratch.read(5) == DATA[at + size : at + size + 5]
        assert scratch.seek(-3, io.SEEK_END) == len(DATA) - 3
        assert scratch.read(10) == DATA[-3:]
    assert list(tmp_path.iterdir()) == []
