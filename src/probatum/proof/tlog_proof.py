r"""One entry's place in a signed tree, a text that is verified without the log: C2SP tlog-proof.

The lines are the format's name, the index, the inclusion proof from the leaf's sibling up, an
empty line and the checkpoint with its signatures. Extra data is not authenticated by anything and
is therefore refused.

>>> from probatum.proof.checkpoint import Checkpoint
>>> from probatum.proof.note import format_note
>>> text = Checkpoint("9f4c2a6e", 1, bytes(32)).text()
>>> note = format_note(text, [("9f4c2a6e", b"keyid"[:4], b"signature")])
>>> TlogProof(0, (), note).encode().splitlines()[:3]
[b'c2sp.org/tlog-proof@v1', b'index 0', b'']
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Tuple

from probatum.errors import EvidenceError
from probatum.proof.b64 import b64, unb64
from probatum.proof.checkpoint import Checkpoint, parse_decimal
from probatum.proof.merkle import HASH_BYTES
from probatum.proof.note import parse_note

MAX_HASHES = 63
"""The height of the largest tree."""

_FORMAT = "c2sp.org/tlog-proof@v1"
_INDEX = "index "


@dataclass(frozen=True)
class TlogProof:
    """Index of the entry, inclusion proof (hashes of 32 bytes), checkpoint with its signatures.

    Raises ``bad-proof`` for a malformed proof and ``bad-note`` for a malformed checkpoint. That
    the proof leads to the root, and who signed it, is for the verifier to check.
    """

    index: int
    hashes: Tuple[bytes, ...]
    checkpoint: bytes

    def __post_init__(self) -> None:
        size = Checkpoint.parse(parse_note(self.checkpoint).text).size
        if not 0 <= self.index < size:
            raise _refusal(f"an index below the size {size}", "another index")
        if len(self.hashes) > MAX_HASHES or any(len(one) != HASH_BYTES for one in self.hashes):
            raise _refusal(f"at most {MAX_HASHES} hashes of 32 bytes", "something else")

    def encode(self) -> bytes:
        """The proof as text."""
        lines = [_FORMAT, f"{_INDEX}{self.index}", *map(b64, self.hashes), "", ""]
        return "\n".join(lines).encode("ascii") + self.checkpoint

    @classmethod
    def parse(cls, data: bytes) -> TlogProof:
        """Read a proof in its one spelling. Raises ``bad-proof`` or ``bad-note``."""
        head, blank, checkpoint = data.partition(b"\n\n")
        try:
            lines = head.decode("ascii").split("\n", MAX_HASHES + 2)
        except UnicodeDecodeError:
            raise _refusal("ASCII", "other bytes") from None
        if not blank or len(lines) < 2 or lines[0] != _FORMAT or len(lines) > MAX_HASHES + 2:
            raise _refusal("a text in the form " + _FORMAT, "another form")
        if not lines[1].startswith(_INDEX):
            raise _refusal("the index on the second line", "another line")
        try:
            index = parse_decimal(lines[1][len(_INDEX) :])
            hashes = tuple(unb64(line, HASH_BYTES) for line in lines[2:])
        except EvidenceError as error:
            raise _refusal(error.expected, error.found) from None
        return cls(index, hashes, checkpoint)


def _refusal(expected: str, found: str) -> EvidenceError:
    return EvidenceError("bad-proof", item="tlog-proof", expected=expected, found=found)
