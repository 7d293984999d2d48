"""The one family of errors, and the register of their stable codes.

An error says which item, what was expected, what was found and what to do. It never carries
personal data, keys or contents. Codes are listed and explained in ``spec/errors.md``; a test keeps
that page, this register and the code in step. Standard library only, Python 3.9.

>>> error = EvidenceError("digest-mismatch", item="original 3", expected="ab", found="cd",
...                       remedy="compare with the copy you hold")
>>> print(error)
digest-mismatch: original 3: expected ab, found cd. To do: compare with the copy you hold
>>> error.exit_code
1
"""

from __future__ import annotations

from typing import Dict, Mapping, Sequence

# code -> meaning, one line. Codes are never renamed or reused.
CODES: Mapping[str, str] = {
    # --- evidence: something is wrong with bytes that were preserved or received
    "not-canonical": "bytes are not the one canonical spelling of what they say",
    "bad-proof": "a Merkle proof does not connect what it should connect",
    "bad-note": "a signed note or checkpoint is malformed",
    "bad-signature": "a signature from the trusted key does not verify",
    "wrong-key": "the log is signed by another key than the trusted one",
    "bad-disclosure": "a disclosure is malformed, repeated, or not committed by its entry",
    "bad-entry": "a log entry does not follow spec/entries.md",
    "bad-package": "a package is not the container that spec/disclosure.md describes",
    "digest-mismatch": "bytes do not have the SHA-256 that was committed",
    "encrypted-package": "the package is encrypted and has to be opened first",
    "log-damaged": "the log on disk differs from what its checkpoint or journal commits",
    "journal-damaged": "the journal does not authenticate",
    "vault-damaged": "an original or blob on disk does not authenticate or is missing",
    "keys-damaged": "a key file does not authenticate or lacks a key",
    "rolled-back": "the case is older than a state this machine has already seen",
    "forked": "the case and the remembered state are two different histories",
    "state-damaged": "the remembered state outside the case does not authenticate",
    # --- input: what was handed in cannot be taken
    "not-a-regular-file": "symlinks, devices, sockets and pipes are not collected",
    "unreadable": "a file or folder could not be read",
    "changed-while-read": "a file changed while it was being read",
    "bad-record": "a record does not follow spec/record.md",
    "bad-list": "a victim list, or the mapping of its columns, is not what it should be",
    "bad-overlap": "an overlap table is not one column of 0 and 1 for each list, and counts",
    "conflicting-answers": "answers about pairs of rows cannot all be true",
    "no-run": "a step of counting has to be run first",
    "bad-gazetteer": "a file of places is not the CSV, GeoJSON or country dump it should be",
    "missing-record": "a record names another one that is not there, or not of the right kind",
    "retracted": "the record was retracted",
    "held": "the item or record is under legal hold",
    "erased": "the item or record has been erased",
    "not-cleared": "the item is not cleared for disclosure",
    "cannot-redact": "no redacted copy can be made of this item",
    "restricted": "a restriction forbids giving it to this recipient",
    "no-consent": "somebody's consent does not cover giving it away",
    "extractor-failed": "a reader of reports did not do its work",
    "leak": "bytes that would leave contain what must not leave",
    "not-checked": "bytes that would leave cannot be searched, and nobody approved them",
    # --- use: the command or call cannot mean anything
    "wrong-use": "arguments do not fit together",
    "no-case": "no case folder is named, remembered or found",
    "not-a-case": "the folder is not a Probatum case",
    "case-exists": "the folder already holds a case or other files",
    "unknown-id": "no item or record has this id or reference",
    "bad-reference": "the check digit of a short reference does not fit",
    "wrong-passphrase": "the passphrase or recovery key does not open the case",
    "weak-passphrase": "the passphrase is too short",
    "not-permitted": "somebody's role at the case does not allow it",
    "read-only": "the case may be read but not written on this machine",
    "too-large": "a value is larger than the format allows",
    "unsupported-version": "written by a newer version of Probatum",
    # --- world: the machine does not let us
    "no-space": "the disk is full",
    "no-permission": "the operating system refuses access",
    "io-error": "the operating system reports a read or write error",
    "in-use": "another process is writing to this case",
    "port-taken": "another program has this port of the machine",
    "missing-library": "an optional library is not installed",
    "stopped": "a job was ended before it was done",
}


class ProbatumError(Exception):
    """Base of all errors of this family: a stable code and four facts, fit for people.

    ``item`` names the thing without personal data (an id, a reference, a log position). Where many
    things are wrong, ``details`` has the facts of each, for ``--json`` and pages.
    """

    exit_code = 1
    details: Sequence[Mapping[str, str]] = ()

    def __init__(
        self,
        code: str,
        *,
        item: str = "",
        expected: str = "",
        found: str = "",
        remedy: str = "",
    ) -> None:
        if code not in CODES:
            raise LookupError("error code not in the register: " + code)
        self.code = code
        self.item = item
        self.expected = expected
        self.found = found
        self.remedy = remedy
        super().__init__(code)

    def __str__(self) -> str:
        text = self.code + ": " + (self.item or CODES[self.code])
        facts = []
        if self.expected:
            facts.append("expected " + self.expected)
        if self.found:
            facts.append("found " + self.found)
        if facts:
            text += ": " + ", ".join(facts)
        if self.remedy:
            text += ". To do: " + self.remedy
        return text

    def as_dict(self) -> Dict[str, str]:
        """The error for ``--json``: code, meaning, item, expected, found, remedy (all strings)."""
        return {
            "code": self.code,
            "meaning": CODES[self.code],
            "item": self.item,
            "expected": self.expected,
            "found": self.found,
            "remedy": self.remedy,
        }


class EvidenceError(ProbatumError):
    """Something is wrong with preserved or received bytes (exit code 1)."""


class InputError(ProbatumError):
    """What was handed in cannot be taken as it is (exit code 1)."""


class UseError(ProbatumError):
    """A wrong call: arguments, ids, passphrases (exit code 2)."""

    exit_code = 2


class WorldError(ProbatumError):
    """The environment refuses: disk full, permission, another process (exit code 3)."""

    exit_code = 3
