"""A passkey without a device, after W3C WebAuthn level 2: ES256, attestation "none"."""

from __future__ import annotations

import hashlib
import json
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2 import cbor

ORIGIN = "http://localhost"
PRESENT, VERIFIED, NEW = 0x01, 0x04, 0x40


def b64(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


@dataclass
class Authenticator:
    """One key pair, and what it answers. ``origin`` is what the browser says it is asked by."""

    origin: str = ORIGIN
    party: str = "localhost"
    flags: int = PRESENT | VERIFIED
    uses: int = 0
    id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    key: Any = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def create(self, options: dict[str, Any], *, alone: bool = False) -> str:
        """The answer to ``navigator.credentials.create``."""
        numbers = self.key.public_key().public_numbers()
        public = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32), -3: numbers.y.to_bytes(32)}
        attested = bytes(16) + len(self.id).to_bytes(2) + self.id + cbor.encode(public)
        statement = {"fmt": "none", "attStmt": {}, "authData": self._said(NEW) + attested}
        return self._answer(
            "webauthn.create", options,
            lambda _told: {"attestationObject": b64(cbor.encode(statement)), "transports": []},
            {"credProps": {"rk": alone}},
        )  # fmt: skip

    def get(self, options: dict[str, Any], person: str = "") -> str:
        """The answer to ``navigator.credentials.get``."""
        said = self._said(0)

        def signed(told: bytes) -> dict[str, Any]:
            text = said + hashlib.sha256(told).digest()
            return {
                "authenticatorData": b64(said),
                "signature": b64(self.key.sign(text, ec.ECDSA(hashes.SHA256()))),
                "userHandle": b64(person.encode()) if person else None,
            }

        return self._answer("webauthn.get", options, signed, {})

    def _said(self, more: int) -> bytes:
        self.uses += 1
        flags = bytes([self.flags | more])
        return hashlib.sha256(self.party.encode()).digest() + flags + self.uses.to_bytes(4)

    def _answer(
        self, kind: str, options: dict[str, Any], respond: Any, extensions: dict[str, Any]
    ) -> str:
        told = json.dumps(
            {"type": kind, "challenge": options["challenge"], "origin": self.origin}
        ).encode()
        return json.dumps(
            {
                "type": "public-key", "id": b64(self.id), "rawId": b64(self.id),
                "response": {"clientDataJSON": b64(told), **respond(told)},
                "clientExtensionResults": extensions,
            }
        )  # fmt: skip
