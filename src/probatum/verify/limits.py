"""Steps 11 and 12: what is left to other programs, and what no program can show.

These findings are always there. A report that says only what succeeded would be read as saying
more than it does.
"""

from __future__ import annotations

from probatum.proof.note import VerifierKey, parse_note
from probatum.verify.opening import Anchor
from probatum.verify.report import Findings
from probatum.verify.trust import Trust


def step_11_left_to_others(
    anchor: Anchor, key: VerifierKey, trust: Trust, findings: Findings
) -> None:
    """Name each signature that was passed over, and the command that checks it."""
    others = [
        (name, key_id)
        for name, key_id, _ in parse_note(anchor.note).signatures
        if (name, key_id) != (key.name, key.key_id)
    ]
    for name, key_id in others:
        findings.not_checked(
            11,
            f"the signature line of {name} (key id {key_id.hex()}). With its public key: "
            "openssl pkeyutl -verify -rawin -pubin -inkey KEY.pem -in TEXT -sigfile SIGNATURE "
            "(for ML-DSA: OpenSSL 3.5 or later, without -rawin)",
            "checkpoint",
        )
    for line in trust.unchecked:
        findings.not_checked(11, "this line of your policy: " + line)
    findings.not_checked(
        11,
        "time stamps (RFC 3161) over the checkpoint. With a token that somebody holds: "
        "openssl ts -verify -data checkpoint -in TOKEN.tsr -CAfile AUTHORITY.pem",
        "checkpoint",
    )


def step_12_what_this_cannot_show(findings: Findings) -> None:
    """Say what integrity is not."""
    for text in (
        "whether what the material says is true",
        "whether a capture shows what was there, and who made it: the log records what was "
        "handed in, and its other fields are what a person or machine stated",
        "whether something existed earlier, or not before, its time of record",
        "whether the holder of the log's key rebuilt the log before the checkpoint that somebody "
        "else holds: compare this checkpoint with one that another person received at the time",
        "whether READ-ME.html, the reasons for withholding and the names of withheld fields are "
        "right: they are the sender's words",
    ):
        findings.not_checked(12, text)
