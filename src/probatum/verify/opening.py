"""Steps 1 to 4: whose log, the container, its members, the signed checkpoint."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import BinaryIO, Optional

from probatum.errors import EvidenceError
from probatum.proof.checkpoint import Checkpoint
from probatum.proof.note import VerifierKey, Verify, open_note, parse_note
from probatum.verify import members
from probatum.verify.package import (
    CHECKPOINT,
    MANIFEST,
    VERIFIER,
    VKEY,
    Package,
    Progress,
    hash_member,
    open_package,
)
from probatum.verify.report import Findings
from probatum.verify.trust import Trust


@dataclass(frozen=True)
class Anchor:
    """The checkpoint that everything else is compared with, and its bytes with all signatures."""

    checkpoint: Checkpoint
    note: bytes


def step_1_whose_log(package: Package, trust: Trust, findings: Findings) -> Optional[VerifierKey]:
    """Compare the key in the package with the one that the reader got by another way.

    The package's own key decides nothing: whoever rebuilds a package puts in a key of his own.
    """
    try:
        key = _key(package)
    except EvidenceError as error:
        findings.failed(1, str(error), VKEY)
        return None
    if not trust.is_given:
        findings.not_checked(
            1,
            "no key or policy was given. The package names the log "
            f"{key.name} with the fingerprint {key.fingerprint()}; obtain the fingerprint "
            "from somebody you trust, by another way, and give it with --key",
        )
    elif not trust.covers(key):
        wrong = EvidenceError(
            "wrong-key",
            item="this package is from another log than the one you named",
            found=f"{key.text()}, fingerprint {key.fingerprint()}",
            remedy="ask the sender which log this is; compare fingerprints by another way",
        )
        findings.failed(1, str(wrong), VKEY)
    elif trust.needs_quorum:
        findings.not_checked(
            1,
            "the log is one of your policy, but the policy asks for co-signatures, which this "
            "program does not check",
        )
    else:
        findings.verified(1, f"the log is the one you named: {key.name}")
    return key


def step_2_container(stream: BinaryIO, findings: Findings) -> Optional[Package]:
    """Write the container again from its directory and compare; see that each member may be."""
    try:
        package = open_package(stream)
    except EvidenceError as error:
        findings.failed(2, str(error))
        return None
    findings.verified(
        2,
        f"{len(package.members)} members in the order of the format, none unlisted; nothing "
        "before, between or behind them",
    )
    return package


def step_3_members(
    package: Package,
    key: Optional[VerifierKey],
    progress: Optional[Progress],
    findings: Findings,
) -> Optional[str]:
    """Hash every member that the manifest must list; returns the manifest's own SHA-256.

    Later steps use the digests found here (``package.digests``), so all bytes are hashed once.
    """
    for place in package.bound:
        try:
            package.digests[place.name] = hash_member(package.stream, place, progress)
        except EvidenceError as error:
            findings.failed(3, str(error), place.name)
    try:
        data = package.read(MANIFEST)
        manifest = members.manifest(data, MANIFEST)
    except EvidenceError as error:
        findings.failed(3, str(error), MANIFEST)
        return None
    there = [place.name for place in package.bound]
    listed = [line.name for line in manifest.members]
    if listed != there:
        odd = sorted(set(listed) ^ set(there))
        what = odd[0] if odd else "the order of members"
        findings.failed(3, "the manifest does not list exactly the members before it", what)
    for line in manifest.members:
        found = package.digests.get(line.name)
        if found is not None and found != line.sha256:
            findings.failed(3, f"SHA-256 is {found}, the manifest says {line.sha256}", line.name)
        elif found is not None and package.members[line.name].size_bytes != line.size_bytes:
            findings.failed(3, "its size is not the one in the manifest", line.name)
    if key is not None and manifest.origin != key.name:
        findings.failed(3, "the manifest names another log than log.vkey", MANIFEST)
    if not findings.has_failed(3):
        findings.verified(
            3,
            f"all {len(listed)} members have the size and SHA-256 in the manifest "
            f"({VERIFIER}: {package.digests[VERIFIER]})",
        )
    return hashlib.sha256(data).hexdigest()


def step_4_checkpoint(
    package: Package, key: Optional[VerifierKey], verify: Verify, findings: Findings
) -> Optional[Anchor]:
    """See that the log's key signed the checkpoint.

    With a wrong signature the later steps still compare with it, so that the report can tell a
    damaged checkpoint from a forged package; the report then calls nothing verified.
    """
    try:
        note = package.read(CHECKPOINT)
        checkpoint = Checkpoint.parse(parse_note(note).text)
    except EvidenceError as error:
        findings.failed(4, str(error), CHECKPOINT)
        return None
    if key is None:
        findings.not_checked(4, "there is no usable key to check the signature with", CHECKPOINT)
        return None
    try:
        check_checkpoint(note, key, verify)
    except EvidenceError as error:
        findings.failed(4, str(error), CHECKPOINT)
    else:
        findings.verified(
            4, f"the log's key signed {checkpoint.size} entries with root {checkpoint.root.hex()}"
        )
    return Anchor(checkpoint, note)


def check_checkpoint(note: bytes, key: VerifierKey, verify: Verify) -> Checkpoint:
    """The checkpoint in a note, once signed by ``key``. Raises bad-note or bad-signature."""
    checkpoint = Checkpoint.parse(open_note(note, key, verify))
    if checkpoint.origin != key.name:
        # The key's name is part of what the reader trusts; another origin would be another log.
        raise EvidenceError(
            "bad-note", item="checkpoint", expected="the origin " + key.name, found="another"
        )
    return checkpoint


def _key(package: Package) -> VerifierKey:
    try:
        text = package.read(VKEY).decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if not text.endswith("\n"):
        raise EvidenceError(
            "bad-note", item=VKEY, expected="one line of text", found="another form"
        )
    return VerifierKey.parse(text[:-1])
