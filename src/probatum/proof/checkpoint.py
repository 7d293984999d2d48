r"""What the log's key signs: how many entries there are and which tree they form.

The text of a C2SP tlog-checkpoint: origin, size, root, one a line. Extension lines are refused,
because nobody who audits a log could tell what they mean.

>>> from probatum.proof.merkle import EMPTY_ROOT
>>> Checkpoint("9f4c2a6e", 0, EMPTY_ROOT).text()
'9f4c2a6e\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from probatum.errors import EvidenceError
from probatum.proof.b64 import b64, unb64
from probatum.proof.merkle import EMPTY_ROOT, HASH_BYTES, MAX_SIZE

_CONTROL_OR_SURROGATE = re.compile(r"[\x00-\x1f\ud800-\udfff]")
_IS_DECIMAL = re.compile("0|[1-9][0-9]{0,18}").fullmatch


@dataclass(frozen=True)
class Checkpoint:
    """Origin (the log's name), number of leaves, root (32 bytes). Raises ``bad-note``."""

    origin: str
    size: int
    root: bytes

    def __post_init__(self) -> None:
        if not self.origin or _CONTROL_OR_SURROGATE.search(self.origin):
            raise _refusal("an origin of one line", "another text")
        if not 0 <= self.size <= MAX_SIZE:
            raise _refusal("a size from 0 to 2**63 - 1", "another size")
        if len(self.root) != HASH_BYTES:
            raise _refusal("a root of 32 bytes", f"{len(self.root)} bytes")
        if self.size == 0 and self.root != EMPTY_ROOT:
            raise _refusal("the root of an empty tree", "another root")

    def text(self) -> str:
        """The three lines that are signed."""
        return f"{self.origin}\n{self.size}\n{b64(self.root)}\n"

    @classmethod
    def parse(cls, text: str) -> Checkpoint:
        """Read the three lines in their one spelling. Raises ``bad-note``."""
        lines = text.split("\n", 4)
        if len(lines) != 4 or lines[3]:
            raise _refusal("three lines: origin, size, root", "another form")
        origin, size, root, _ = lines
        return cls(origin, parse_decimal(size), _parse_root(root))


def parse_decimal(text: str) -> int:
    """Read a size or an index: decimal, no leading zeros, below 2**63. Raises ``bad-note``."""
    if _IS_DECIMAL(text) is None or int(text) > MAX_SIZE:
        raise _refusal("a decimal number below 2**63 without leading zeros", "another text")
    return int(text)


def _parse_root(text: str) -> bytes:
    try:
        return unb64(text, HASH_BYTES)
    except EvidenceError as error:
        raise _refusal("a root: " + error.expected, error.found) from None


def _refusal(expected: str, found: str) -> EvidenceError:
    return EvidenceError("bad-note", item="checkpoint", expected=expected, found=found)
