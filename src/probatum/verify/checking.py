"""The whole procedure on one page: twelve steps, numbered as in ``spec/disclosure.md``.

The steps talk to each other only through the values that are passed here. A step that finds a
fault writes it down and, wherever it still makes sense, the later steps go on, so that the report
names everything that is wrong and not only the first thing.
"""

from __future__ import annotations

from typing import BinaryIO, List, Optional

from probatum.proof import ed25519
from probatum.proof.note import Verify
from probatum.verify import custody, entries, fields, limits, opening, senders
from probatum.verify.package import Progress
from probatum.verify.report import Findings, Log, Report
from probatum.verify.trust import Trust


def verify_package(
    stream: BinaryIO,
    trust: Trust,
    verify: Verify = ed25519.verify,
    progress: Optional[Progress] = None,
) -> Report:
    """Check a package in a stream that can seek; any bytes give a report, never an error.

    ``verify`` may be a faster program for the same signatures. ``progress`` is told how many bytes
    were read. Raises OSError if the stream cannot be read: that says nothing about the package.
    """
    findings = Findings()
    log: Optional[Log] = None
    try:
        log = _steps(stream, trust, verify, progress, findings)
    except MemoryError:
        findings.failed(2, "checking this needs more memory than the machine gives")
    return findings.report(log)


def _steps(
    stream: BinaryIO,
    trust: Trust,
    verify: Verify,
    progress: Optional[Progress],
    findings: Findings,
) -> Optional[Log]:
    limits.step_12_what_this_cannot_show(findings)
    # The key of step 1 lies in the container of step 2, so step 2 is done first.
    package = opening.step_2_container(stream, findings)
    if package is None:
        return None
    key = opening.step_1_whose_log(package, trust, findings)
    manifest_sha256 = opening.step_3_members(package, key, progress, findings)
    anchor = opening.step_4_checkpoint(package, key, verify, findings)
    if anchor is None or key is None:
        return None
    disclosure = entries.step_5_disclosure(package, manifest_sha256, anchor, findings)
    withheld = fields.read_withheld(package, findings)
    known: List[fields.Known] = []
    for proved in entries.step_6_entries(package, disclosure, anchor, findings):
        known.append(fields.step_7_fields(proved, withheld, findings))
    entries.step_5_items(disclosure, {one.id for one in known}, findings)
    said = disclosure.terms.withheld if disclosure is not None else None
    fields.step_7_withheld(withheld, known, said, findings)
    fields.step_8_originals(package, withheld, known, findings)
    custody.step_9_custody(package, anchor, withheld, known, findings)
    senders.step_10_senders(known, trust, verify, findings)
    limits.step_11_left_to_others(anchor, key, trust, findings)
    checkpoint = anchor.checkpoint
    return Log(checkpoint.origin, checkpoint.size, checkpoint.root.hex(), key.fingerprint())
