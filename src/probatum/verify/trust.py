"""Trust: which log the reader was told to expect, by another way than the package.

>>> key = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
>>> trust = Trust.from_key(key)
>>> trust.covers(VerifierKey.parse(key)), Trust().covers(VerifierKey.parse(key))
(True, False)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Tuple, Union

from probatum.errors import EvidenceError, UseError
from probatum.proof.note import VerifierKey
from probatum.proof.policy import parse_policy

MOST_POLICY_BYTES = 1 << 20
_FINGERPRINT = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True)
class Trust:
    """Keys and fingerprints that count; empty when the reader was told nothing.

    ``unchecked`` are lines of a policy that ask for more than this program checks.
    """

    keys: Tuple[VerifierKey, ...] = ()
    fingerprints: Tuple[str, ...] = ()
    unchecked: Tuple[str, ...] = ()

    @classmethod
    def from_key(cls, text: str) -> Trust:
        """A verifier key, or its fingerprint in hex. Raises wrong-use for anything else."""
        text = text.strip()
        if _FINGERPRINT.fullmatch(text.lower()):
            return cls(fingerprints=(text.lower(),))
        try:
            return cls(keys=(VerifierKey.parse(text),))
        except EvidenceError as error:
            raise UseError(
                "wrong-use",
                item="--key",
                expected="a verifier key, or 64 hex digits",
                found=str(error),
            ) from None

    @classmethod
    def from_policy(cls, text: str) -> Trust:
        """A C2SP tlog-policy. Raises wrong-use for a text that is not one."""
        try:
            policy = parse_policy(text)
        except EvidenceError as error:
            raise UseError("wrong-use", item="--policy", found=str(error)) from None
        return cls(keys=policy.logs, unchecked=policy.unchecked)

    @classmethod
    def read_policy(cls, path: Union[str, Path]) -> Trust:
        """A C2SP tlog-policy in a file; one that is too large is refused, not cut: logs would lack.

        Raises wrong-use, too-large, OSError.
        """
        with open(path, "rb") as file:
            data = file.read(MOST_POLICY_BYTES + 1)
        if len(data) > MOST_POLICY_BYTES:
            raise UseError(
                "too-large",
                item="--policy",
                expected=f"at most {MOST_POLICY_BYTES} bytes",
                found="more",
                remedy="name a C2SP tlog-policy",
            )
        try:
            return cls.from_policy(data.decode("utf-8"))
        except UnicodeDecodeError:
            raise UseError(
                "wrong-use",
                item="--policy",
                expected="a text in UTF-8",
                found="other bytes",
                remedy="name a C2SP tlog-policy",
            ) from None

    @property
    def is_given(self) -> bool:
        """Whether the reader named any log."""
        return bool(self.keys or self.fingerprints)

    @property
    def needs_quorum(self) -> bool:
        """Whether the policy calls a checkpoint valid only with co-signatures."""
        return any(line.startswith("quorum ") for line in self.unchecked)

    def covers(self, key: VerifierKey) -> bool:
        """Whether this is a log that the reader named."""
        return key in self.keys or key.fingerprint() in self.fingerprints
