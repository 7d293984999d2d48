"""age around a whole package: to recipients, with a passphrase, or - only when asked - not at all.

The ciphers are those of the ``age`` program (https://age-encryption.org/v1); the recipient needs
nothing of ours. To recipients a package of any size streams through memory. The library offers
passphrases for bytes in memory only, hence a limit there.
"""

from __future__ import annotations

import io
import queue
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

import pyrage

from probatum.errors import EvidenceError, UseError
from probatum.proof.container import Sink

AGE_HEADER = b"age-encryption.org/v1\n"
MOST_IN_MEMORY_BYTES = 512 << 20
_WAITING_CHUNKS = 16
OPEN_WITH_KEY = "age -d -i KEYFILE -o P.zip P.zip.age"
OPEN_WITH_PASSPHRASE = "age -d -o P.zip P.zip.age"
_OTHER_WAY = "use --encrypt-to, which has no limit, or disclose fewer items"

# Made by the library and handed back to it; it publishes no types.
Recipient: TypeAlias = object
Identity: TypeAlias = object


@dataclass(frozen=True, slots=True)
class Protection:
    """How a package travels: exactly one of age recipients, a passphrase, plain text."""

    encrypt_to: tuple[str, ...] = ()
    passphrase: str | None = None
    plain: bool = False

    @property
    def opened_with(self) -> str | None:
        """The command with which the recipient opens the package; None for plain text."""
        if self.plain:
            return None
        return OPEN_WITH_KEY if self.encrypt_to else OPEN_WITH_PASSPHRASE

    def require_one(self) -> None:
        """Raise UseError ``wrong-use`` unless exactly one way is chosen and can be used."""
        if sum((bool(self.encrypt_to), self.passphrase is not None, self.plain)) != 1:
            raise UseError(
                "wrong-use", item="protection of the package",
                expected="one of --encrypt-to, --package-passphrase-file, --plain",
                found="none or several of them",
                remedy="choose one; best is an age1... line of the recipient with --encrypt-to",
            )  # fmt: skip
        if self.passphrase is not None and not self.passphrase:
            raise UseError("weak-passphrase", item="the passphrase of the package", found="none")
        for text in self.encrypt_to:
            recipient(text)

    def require_fit(self, size_bytes: int) -> None:
        """Raise UseError ``too-large`` for a package that cannot be protected in this way."""
        if self.passphrase is not None and size_bytes > MOST_IN_MEMORY_BYTES:
            raise _too_large(_OTHER_WAY)


def recipient(text: str) -> Recipient:
    """Read an age recipient (``age1...``) or an SSH public key. Raises UseError ``wrong-use``."""
    kind = pyrage.ssh if text.startswith("ssh-") else pyrage.x25519
    try:
        made: Recipient = kind.Recipient.from_str(text.strip())
    except pyrage.RecipientError as error:
        raise UseError(
            "wrong-use", item="--encrypt-to", expected="an age1... line or an ssh-ed25519 key",
            found="another text", remedy="the recipient makes one with age-keygen",
        ) from error  # fmt: skip
    return made


def identities(text: str) -> list[Identity]:
    """Read an age key file (``AGE-SECRET-KEY-1...`` lines) or an SSH private key file.

    Raises UseError ``wrong-use``.
    """
    try:
        if text.startswith("-----BEGIN"):
            return [pyrage.ssh.Identity.from_buffer(text.encode())]
        lines = [line.strip() for line in text.splitlines()]
        found = [
            pyrage.x25519.Identity.from_str(line)
            for line in lines
            if line and not line.startswith("#")
        ]
    except pyrage.IdentityError as error:
        raise _no_identity() from error
    if not found:
        raise _no_identity()
    return found


def _no_identity() -> UseError:
    return UseError(
        "wrong-use", item="the identity file", expected="AGE-SECRET-KEY-1... or an SSH private key",
        found="another text", remedy="give the file that age-keygen wrote",
    )  # fmt: skip


def is_sealed(stream: BinaryIO) -> bool:
    """Say whether a stream begins like an age file; it is left at its beginning."""
    stream.seek(0)
    head = stream.read(len(AGE_HEADER))
    stream.seek(0)
    return head == AGE_HEADER


@contextmanager
def sealed(target: BinaryIO, protection: Protection) -> Iterator[Sink]:
    """Give a sink; what is written into it arrives in ``target`` as the protection says.

    The block's end completes the file; an error in the block leaves ``target`` useless. Raises
    UseError ``too-large``, OSError from ``target``.
    """
    protection.require_one()
    if protection.plain:
        yield target
    elif protection.passphrase is not None:
        held = _Held()
        yield held
        target.write(pyrage.passphrase.encrypt(held.content(), protection.passphrase))
    else:
        stream = _Encrypting(target, [recipient(text) for text in protection.encrypt_to])
        try:
            yield stream
        except BaseException:
            stream.give_up()
            raise
        stream.finish()


def unseal(
    stream: BinaryIO, target: BinaryIO, keys: Sequence[Identity], passphrase: str | None
) -> None:
    """Decrypt an age file into ``target``.

    Raises EvidenceError ``encrypted-package`` if nothing given opens it or it was changed,
    UseError ``too-large`` for a passphrase file that does not fit into memory.
    """
    watched = _Watched(target)
    try:
        if passphrase is not None:
            data = stream.read(MOST_IN_MEMORY_BYTES + 1)
            if len(data) > MOST_IN_MEMORY_BYTES:
                raise _too_large(f"open it with the age program first: {OPEN_WITH_PASSPHRASE}")
            watched.write(pyrage.passphrase.decrypt(data, passphrase))
        else:
            pyrage.decrypt_io(stream, watched, list(keys))
    except pyrage.DecryptError as error:
        raise _not_opened() from error
    except OSError as error:
        # The library says "decryption error" about a changed chunk in the words of a disk error.
        if watched.error is not None:
            raise watched.error from error
        if error.errno is not None:
            raise
        raise _not_opened() from error


def _not_opened() -> EvidenceError:
    return EvidenceError(
        "encrypted-package", item="the package", expected="a key or passphrase that opens it",
        found="one that does not, or changed bytes",
        remedy=f"check it; age says more: {OPEN_WITH_KEY} (passphrase: without -i KEYFILE)",
    )  # fmt: skip


def _too_large(remedy: str) -> UseError:
    return UseError(
        "too-large", item="a package with a passphrase",
        expected=f"at most {MOST_IN_MEMORY_BYTES >> 20} MiB", found="more", remedy=remedy,
    )  # fmt: skip


class _Held:
    """A sink that keeps a package in memory until it is whole."""

    def __init__(self) -> None:
        self._buffer = io.BytesIO()

    def write(self, data: bytes, /) -> int:
        if self._buffer.tell() + len(data) > MOST_IN_MEMORY_BYTES:
            raise _too_large(_OTHER_WAY)
        return self._buffer.write(data)

    def content(self) -> bytes:
        return self._buffer.getvalue()


class _GivenUp(Exception):
    """Ends the encrypting thread; never leaves this module."""


class _Watched:
    """The target, remembering its own error: the library would only pass on its text."""

    def __init__(self, target: BinaryIO) -> None:
        self._target = target
        self.error: OSError | None = None

    def write(self, data: bytes) -> int:
        try:
            return self._target.write(data)
        except OSError as error:
            self.error = error
            raise

    def flush(self) -> None:
        self._target.flush()


class _Encrypting:
    """A sink that encrypts what it takes: a second thread pulls, because the library pulls."""

    def __init__(self, target: BinaryIO, recipients: Sequence[Recipient]) -> None:
        self._waiting: queue.Queue[bytes | None] = queue.Queue(_WAITING_CHUNKS)
        self._rest = memoryview(b"")
        self._ended = self._given_up = False
        self._target = _Watched(target)
        self._error: pyrage.EncryptError | None = None
        self._thread = threading.Thread(
            target=self._run, args=(list(recipients),), name="age", daemon=True
        )
        self._thread.start()

    def _run(self, recipients: list[Recipient]) -> None:
        try:
            pyrage.encrypt_io(self, self._target, recipients)
        except pyrage.EncryptError as error:
            self._error = error

    # -- the side of the library ----------------------------------------------------------------

    def read(self, size: int = -1) -> bytes:
        """Give the next bytes, at most ``size``; none at the end."""
        while not self._rest and not self._ended:
            chunk = self._waiting.get()
            if self._given_up:
                raise _GivenUp
            self._ended = chunk is None
            self._rest = memoryview(chunk or b"")
        piece = self._rest if size < 0 else self._rest[:size]
        self._rest = self._rest[len(piece) :]
        return bytes(piece)

    # -- the side of the writer -----------------------------------------------------------------

    def write(self, data: bytes, /) -> int:
        """Take the next bytes. Raises what the target raised."""
        if data:
            self._put(data)
        return len(data)

    def _put(self, chunk: bytes | None) -> None:
        while True:
            if not self._thread.is_alive():
                self._raise()
            try:
                self._waiting.put(chunk, timeout=0.2)
                return
            except queue.Full:
                continue

    def _raise(self) -> None:
        if self._target.error is not None:
            raise self._target.error
        raise OSError(f"age stopped: {self._error}")

    def finish(self) -> None:
        """Say that no more comes, and wait for the last byte."""
        self._put(None)
        self._thread.join()
        if self._target.error is not None or self._error is not None:
            self._raise()

    def give_up(self) -> None:
        """End the thread; the target is useless."""
        self._given_up = True
        while self._thread.is_alive():
            try:
                self._waiting.put(None, timeout=0.2)
            except queue.Full:
                continue
            break
        self._thread.join()
