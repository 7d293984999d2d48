"""Steps 5 and 6: the disclosure entry, and every entry in the log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator, Optional, Set, Tuple

from probatum.errors import EvidenceError
from probatum.proof import canonical, entry
from probatum.proof.entry import Leaf
from probatum.proof.merkle import leaf_hash, verify_inclusion
from probatum.proof.tlog_proof import TlogProof
from probatum.verify import members
from probatum.verify.members import EntryFile, Terms
from probatum.verify.opening import Anchor
from probatum.verify.package import DISCLOSURE, Package
from probatum.verify.report import Findings

DISCLOSE = "disclose/1"


@dataclass(frozen=True)
class Disclosure:
    """The entry ``disclose/1`` of this package: where it is, what it says."""

    index: int
    id: str
    terms: Terms


@dataclass(frozen=True)
class Proved:
    """An entry that is in the log, with the disclosures that came with it (not yet checked)."""

    name: str
    index: int
    leaf: Leaf
    leaf_hash: bytes
    opened: Tuple[str, ...]


def step_5_disclosure(
    package: Package, manifest_sha256: Optional[str], anchor: Anchor, findings: Findings
) -> Optional[Disclosure]:
    """Find the manifest's digest in an entry of the log: that binds everything it lists."""
    try:
        file = members.entry_file(canonical.decode(package.read(DISCLOSURE)), DISCLOSURE)
        leaf = entry.parse(file.leaf)
        prove(file, package.read(_proof_name(file.index)), anchor)
        if leaf.kind != DISCLOSE or leaf.prev is not None:
            raise _refusal("an entry disclose/1, the first of its own id", "another entry")
        opened = entry.open_leaf(leaf, file.opened)
        if opened.withheld:
            raise _refusal("every field opened", f"{len(opened.withheld)} withheld")
        terms = members.terms(opened.fields, DISCLOSURE)
    except EvidenceError as error:
        findings.failed(5, str(error), DISCLOSURE)
        return None
    if terms.manifest_sha256 != manifest_sha256:
        findings.failed(
            5,
            "this package is not the one that was disclosed: the log commits the manifest "
            f"{terms.manifest_sha256}, the one here is {manifest_sha256 or 'not readable'}",
            DISCLOSURE,
        )
    if terms.is_complete != bool(package.bundles):
        findings.failed(
            5,
            "kind_of_disclosure and the presence of log/ contradict each other",
            DISCLOSURE,
        )
    if not findings.has_failed(5):
        findings.verified(
            5,
            f"entry {file.index} commits this package: disclosed by {terms.by!r} to {terms.to!r} "
            f"for {terms.purpose!r} at {terms.at}, as the entry says",
            DISCLOSURE,
        )
    return Disclosure(file.index, leaf.id, terms)


def step_5_items(disclosure: Optional[Disclosure], ids: Set[str], findings: Findings) -> None:
    """Compare the objects that the disclosure entry lists with those that the package is about."""
    if disclosure is None:
        return
    listed = set(disclosure.terms.items)
    for item in sorted(listed - ids):
        findings.failed(5, "the disclosure entry lists it, but no entry is about it", item)
    for item in sorted(ids - listed):
        findings.failed(5, "entries are about it, but the disclosure entry does not list it", item)


def step_6_entries(
    package: Package, disclosure: Optional[Disclosure], anchor: Anchor, findings: Findings
) -> Iterator[Proved]:
    """Read each entry and lead it to the root of the checkpoint; gives those that are proved."""
    if not package.entries:
        findings.failed(6, "the package discloses no entry: there is nothing to check")
    proofs = set(package.proofs) - set(package.entries)
    if disclosure is not None:
        proofs.discard(disclosure.index)
        for index in sorted(proofs):
            findings.failed(6, "a proof for no entry of this package", package.proofs[index])
    for index, name in package.entries.items():
        try:
            file = members.entry_file(canonical.decode(package.read(name)), name)
            if file.index != index:
                raise _refusal(f"index {index}, as in its name", str(file.index))
            if disclosure is not None and index >= disclosure.index:
                raise _refusal("an entry before the disclosure entry", "a later one")
            leaf = entry.parse(file.leaf)
            hashed = prove(file, package.read(_proof_name(index)), anchor)
        except EvidenceError as error:
            findings.failed(6, str(error), name)
        else:
            yield Proved(name, index, leaf, hashed, file.opened)
    if not findings.has_failed(6):
        findings.verified(6, f"all {len(package.entries)} entries are in the log of the checkpoint")


def prove(file: EntryFile, proof: bytes, anchor: Anchor) -> bytes:
    """The leaf hash of an entry, once its proof leads to the root. Raises bad-proof, bad-note."""
    hashed = leaf_hash(file.leaf)
    checkpoint = anchor.checkpoint
    try:
        parsed = TlogProof.parse(proof)
        if parsed.checkpoint != anchor.note:
            raise EvidenceError(
                "bad-proof", expected="the checkpoint of the package", found="another one"
            )
        if parsed.index != file.index:
            raise EvidenceError(
                "bad-proof", expected=f"index {file.index}", found=f"index {parsed.index}"
            )
        verify_inclusion(hashed, file.index, checkpoint.size, parsed.hashes, checkpoint.root)
    except EvidenceError as error:
        # Says which of a thousand proofs it is.
        raise EvidenceError(
            error.code,
            item=_proof_name(file.index),
            expected=error.expected,
            found=error.found,
        ) from None
    return hashed


def _proof_name(index: int) -> str:
    return f"proofs/{index:012d}.tlog-proof"


def _refusal(expected: str, found: str) -> EvidenceError:
    return EvidenceError("bad-entry", expected=expected, found=found)
