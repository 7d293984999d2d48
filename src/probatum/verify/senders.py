"""Step 10: items that came in somebody else's package, with that sender's own chain."""

from __future__ import annotations

from typing import Dict, List, Optional, Sequence, Tuple

from probatum.errors import EvidenceError
from probatum.proof import entry
from probatum.proof.canonical import Json
from probatum.proof.checkpoint import Checkpoint
from probatum.proof.note import VerifierKey, Verify
from probatum.verify import members
from probatum.verify.entries import prove
from probatum.verify.fields import (
    ACQUIRE,
    DERIVE,
    Acquisition,
    Known,
    acquisition_of,
    derivation_of,
)
from probatum.verify.opening import Anchor, check_checkpoint
from probatum.verify.report import Findings
from probatum.verify.trust import Trust

MOST_LINKS = 16


def step_10_senders(
    known: Sequence[Known], trust: Trust, verify: Verify, findings: Findings
) -> None:
    """Check each chain of senders: their log, their commitment, the same bytes as ours."""
    checkpoints = _Checkpoints(verify)
    nobody = True
    for one in known:
        if one.acquisition is not None and one.acquisition.sender is not None:
            nobody = False
            _follow(one, one.acquisition, trust, checkpoints, findings)
    if nobody:
        findings.not_checked(10, "no disclosed entry opens a sender's chain")


class _Checkpoints:
    """Signatures checked so far: a thousand items of one delivery share one checkpoint."""

    def __init__(self, verify: Verify) -> None:
        self._verify = verify
        self._checked: Dict[Tuple[str, bytes], Checkpoint] = {}

    def check(self, vkey: str, note: bytes) -> Tuple[VerifierKey, Anchor]:
        """A sender's key and the checkpoint that it signed. Raises bad-note or bad-signature."""
        key = VerifierKey.parse(vkey)
        if (vkey, note) not in self._checked:
            self._checked[vkey, note] = check_checkpoint(note, key, self._verify)
        return key, Anchor(self._checked[vkey, note], note)


def _follow(
    one: Known,
    ours: Acquisition,
    trust: Trust,
    checkpoints: _Checkpoints,
    findings: Findings,
) -> None:
    """Walk from our acquisition to the first hand; stop at the first fault."""
    sender: Optional[Json] = ours.sender
    strangers: List[VerifierKey] = []
    links = 0
    while sender is not None and links < MOST_LINKS:
        links += 1
        what = f"sender {links} of {one.name}"
        try:
            key, theirs = _link(sender, what, checkpoints)
            _require_same(ours, theirs)
        except EvidenceError as error:
            findings.failed(10, str(error), what)
            return
        if ours.sha256 is None or theirs.sha256 is None:
            findings.not_checked(10, "whether the bytes are the same: a SHA-256 is withheld", what)
        if not trust.covers(key):
            strangers.append(key)
        sender = theirs.sender
    for key in strangers:
        findings.not_checked(
            10,
            f"whose log {key.name} is (fingerprint {key.fingerprint()}): your policy does not name "
            "it. The chain agrees with itself and with our entry",
            one.name,
        )
    if sender is not None:
        findings.not_checked(10, f"the chain is longer than {MOST_LINKS} links", one.name)
    elif not strangers:
        findings.verified(10, f"a chain of {links} sender(s) commits the same bytes", one.name)


def _link(sender: Json, what: str, checkpoints: _Checkpoints) -> Tuple[VerifierKey, Acquisition]:
    """One sender's entry, once proved in a checkpoint that its key signed."""
    note, file, proof, vkey = members.sender(sender, what)
    key, anchor = checkpoints.check(vkey, _encoded(note))
    prove(file, _encoded(proof), anchor)
    leaf = entry.parse(file.leaf)
    fields = entry.open_leaf(leaf, file.opened).fields
    if leaf.kind == DERIVE:  # a copy that the sender made: the chain begins with it
        return key, derivation_of(fields)
    if leaf.kind != ACQUIRE:
        raise EvidenceError("bad-entry", item=what, expected=ACQUIRE, found=leaf.kind)
    return key, acquisition_of(fields)


def _require_same(ours: Acquisition, theirs: Acquisition) -> None:
    for one, other in ((ours.sha256, theirs.sha256), (ours.size_bytes, theirs.size_bytes)):
        if one is not None and other is not None and one != other:
            raise EvidenceError(
                "digest-mismatch", expected=f"the sender's {other}", found=f"ours, {one}"
            )


def _encoded(text: str) -> bytes:
    # Canonical JSON holds no lone surrogates, so this cannot fail.
    return text.encode("utf-8")
