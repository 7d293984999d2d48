"""Check the integrity of a case, and record that it was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from probatum.acts.checkpoint_out import WORD, parse_held
from probatum.acts.pauses import Pauses
from probatum.acts.session import Session
from probatum.errors import UseError
from probatum.model.kinds import Checked
from probatum.preserve import files
from probatum.preserve.check import check_case
from probatum.preserve.finding import Finding


@dataclass(frozen=True, slots=True)
class Check:
    """The findings of a check, in the order of its numbered steps."""

    findings: tuple[Finding, ...]
    failed: int
    not_checked: int


def check(
    session: Session,
    *,
    quick: bool,
    held: str | None,
    on_progress: Callable[[str, int, int], None] = lambda _what, _done, _total: None,
) -> Check:
    """Check everything that is stored (``spec/archive.md``, *Integrity check*).

    Others have their turn now and then; what they record is not part of this check. If somebody
    erases meanwhile, keys and originals are no longer those of the beginning: it begins anew, and
    this time everybody waits.

    ``held`` is a checkpoint that somebody else kept: a file, a note or the one-line form. Raises
    UseError, EvidenceError if ``held`` is not a checkpoint of this log.
    """
    checkpoint = parse_held(session, _text(held)) if held is not None else None
    case, epoch, size = session.case, session.case.keys.epoch, session.case.evidence.size
    findings = tuple(
        check_case(case, quick=quick, held=checkpoint, on_progress=on_progress,
                   pause=Pauses(session))
    )  # fmt: skip
    if case.keys.epoch != epoch:
        size = case.evidence.size
        findings = tuple(check_case(case, quick=quick, held=checkpoint, on_progress=on_progress))
    failed = sum(finding.outcome == "failed" for finding in findings)
    not_checked = sum(finding.outcome == "not checked" for finding in findings)
    if session.case.writable is None:
        entry = Checked(
            by=session.by, at=session.now(), scope="quick" if quick else "full",
            size=size, failed=failed, not_checked=not_checked,
        )  # fmt: skip
        session.record((session.case.case_id, entry))
    return Check(findings, failed, not_checked)


def _text(held: str) -> str:
    if "\n" in held or held.lstrip().startswith(WORD + " "):
        return held
    data = files.read(Path(held))
    if data is None or len(data) > 1 << 20:
        raise UseError("wrong-use", item="--held", expected="a checkpoint or a file with one",
                       found="neither",
                       remedy="name the file, or the whole line in quotes")  # fmt: skip
    return data.decode("utf-8", "replace")
