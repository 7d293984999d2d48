"""Which logs a reader trusts, as a file: C2SP tlog-policy.

Only the log keys are applied here (Ed25519, any one of them). Witnesses, groups and a quorum are
read and returned as *unchecked*, word for word, so that the verifier's report can say that they
were asked for and were not checked.

>>> policy = parse_policy('''# the key that was handed over in person
... log example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k
... quorum none
... ''')
>>> [key.name for key in policy.logs], policy.unchecked
(['example.com/foo'], ())
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Dict, List, Set, Tuple

from probatum.errors import EvidenceError
from probatum.proof.b64 import unb64
from probatum.proof.note import VerifierKey

NO_QUORUM = "none"

_CONTROL_OR_SURROGATE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_IS_COUNT = re.compile("[1-9][0-9]{0,8}").fullmatch


@dataclass(frozen=True)
class Policy:
    """The trusted logs' keys, and the lines that ask for more than is checked here."""

    logs: Tuple[VerifierKey, ...]
    unchecked: Tuple[str, ...]


def parse_policy(text: str) -> Policy:
    """Read a policy that names at least one log and exactly one quorum. Raises ``bad-note``."""
    if _CONTROL_OR_SURROGATE.search(text):
        raise _refusal(0, "no control characters but tab and newline", "another one")
    if not text.endswith("\n"):
        raise _refusal(0, "a newline at the end of each line", "none at the end of the file")
    reader = _Reader()
    for number, line in enumerate(text[:-1].split("\n"), start=1):
        words = [word for word in re.split("[ \t]+", line) if word]
        if words and not words[0].startswith("#"):
            reader.read(number, words)
    return reader.policy()


class _Reader:
    """The lines read so far: names may be used only after the line that defines them."""

    def __init__(self) -> None:
        self._logs: List[VerifierKey] = []
        self._unchecked: List[str] = []
        self._members: Dict[str, int] = {}  # name of a witness or group -> number of its line
        self._keys: Set[Tuple[str, bytes]] = set()
        self._quorum = ""

    def read(self, number: int, words: Sequence[str]) -> None:
        kind = words[0]
        if kind == "log" and 2 <= len(words) <= 3:
            self._once(number, kind, words[1])
            self._logs.append(VerifierKey.parse(words[1]))
        elif kind == "witness" and 3 <= len(words) <= 4:
            self._once(number, kind, words[2])
            self._define(number, words[1])
            self._unchecked.append(" ".join(words))
        elif kind == "group" and len(words) >= 4:
            self._check_group(number, words[2], words[3:])
            self._define(number, words[1])
            self._unchecked.append(" ".join(words))
        elif kind == "quorum" and len(words) == 2:
            if self._quorum:
                raise _refusal(number, "one quorum line", "another one")
            self._quorum = words[1]
            if self._quorum != NO_QUORUM:
                self._require_known(number, self._quorum)
                self._unchecked.append(" ".join(words))
        else:
            raise _refusal(number, "a log, witness, group or quorum line", "another line")

    def policy(self) -> Policy:
        if not self._quorum:
            raise _refusal(0, "a quorum line", "none")
        if not self._logs:
            raise _refusal(0, "at least one log", "none")
        return Policy(tuple(self._logs), tuple(self._unchecked))

    def _once(self, number: int, kind: str, vkey: str) -> None:
        """The same public key under two names would count twice."""
        parts = vkey.split("+", 2)
        try:
            material = unb64(parts[-1])
        except EvidenceError as error:
            raise _refusal(number, "a verifier key: " + error.expected, error.found) from None
        if len(parts) != 3 or len(material) < 2:
            raise _refusal(number, "a verifier key", "another text")
        if (kind, material[1:]) in self._keys:
            raise _refusal(number, f"each {kind} key once", "a repeated key")
        self._keys.add((kind, material[1:]))

    def _define(self, number: int, name: str) -> None:
        if name == NO_QUORUM or name in self._members:
            raise _refusal(number, "a name that is not taken", "a name that is")
        self._members[name] = number

    def _check_group(self, number: int, threshold: str, members: Sequence[str]) -> None:
        for name in members:
            self._require_known(number, name)
        if len(set(members)) != len(members):
            raise _refusal(number, "each member once", "a repeated member")
        if threshold not in ("any", "all") and (
            _IS_COUNT(threshold) is None or int(threshold) > len(members)
        ):
            raise _refusal(number, "any, all, or a number of members", "another threshold")

    def _require_known(self, number: int, name: str) -> None:
        if name not in self._members:
            raise _refusal(number, "a name defined on a line above", "another name")


def _refusal(number: int, expected: str, found: str) -> EvidenceError:
    item = f"policy, line {number}" if number else "policy"
    return EvidenceError("bad-note", item=item, expected=expected, found=found)
