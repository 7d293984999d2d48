"""Signing checkpoints: Ed25519 from ``cryptography`` over C2SP signed notes."""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from probatum.proof import note
from probatum.proof.checkpoint import Checkpoint


class Signer:
    """The signing key of one log, under the log's origin as key name."""

    def __init__(self, seed: bytes, origin: str) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        public = self._key.public_key().public_bytes_raw()
        self.verifier = note.VerifierKey.for_ed25519(origin, public)

    def sign(self, checkpoint: Checkpoint) -> bytes:
        """Return the checkpoint as a signed note."""
        text = checkpoint.text()
        line = (self.verifier.name, self.verifier.key_id, self._key.sign(text.encode()))
        return note.format_note(text, [line])


def verify(public_key: bytes, message: bytes, signature: bytes) -> bool:
    """Check an Ed25519 signature (the fast counterpart of ``proof.ed25519.verify``)."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def open_checkpoint(data: bytes, key: note.VerifierKey) -> Checkpoint:
    """Verify a signed checkpoint and read it. Raises EvidenceError ``bad-signature``, ..."""
    return Checkpoint.parse(note.open_note(data, key, verify))
