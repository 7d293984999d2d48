"""The custody history of an item: every act and every read, in the order of the logs."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.acts.session import Session, require_writable
from probatum.index.rows import ItemRow
from probatum.model import kinds
from probatum.model.kinds import Fields


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One act or read. ``at``, ``by`` and ``fields`` are None where its key was destroyed."""

    log: str
    index: int
    kind: str
    at: str | None
    by: str | None
    what: str
    leaf_hash: str
    fields: Fields | None


@dataclass(frozen=True, slots=True)
class History:
    """An item and everything that happened to it."""

    row: ItemRow
    lines: tuple[HistoryLine, ...]
    reads: int


def history(session: Session, ref: str, *, most_reads: int | None = None) -> History:
    """Return the custody history, erased items included; logged before it is answered.

    Every act, and of the reads, of which ``reads`` says how many there are, the newest ones.
    """
    require_writable(session)
    row = session.find(ref)
    session.follow()  # the reads too
    session.saw("history", [row])
    lines = []
    about = [(each.log, each.index, each.kind) for each in session.index.entries_about(row.id)]
    reads = [each for each in about if each[0] == "access"]
    left_out = 0 if most_reads is None else max(0, len(reads) - most_reads)
    entries = [each for each in about if each[0] != "access"] + reads[left_out:]
    # Entries about what was made from it are about objects of their own.
    entries += [("evidence", each.index, kinds.Derive.kind)
                for each in session.index.derivations(row.id)]  # fmt: skip
    for log, index, kind in entries:
        opened, fields = (session.access_entry if log == "access" else session.entry)(index)
        lines.append(
            HistoryLine(
                log, index, kind,
                fields.at if fields is not None else None,
                fields.by if fields is not None else None,
                describe(fields), opened.leaf_hash.hex(), fields,
            )
        )  # fmt: skip
    # Two logs, one story: by time. Within a log its order counts, whatever the clock said: a clock
    # that was set back must not show a clearance after its withdrawal.
    last = {"evidence": "", "access": ""}
    dated = []
    for line in sorted(lines, key=lambda line: (line.log, line.index)):
        last[line.log] = max(last[line.log], line.at or "")
        dated.append((last[line.log], line))
    dated.sort(key=lambda pair: pair[0])
    return History(row, tuple(line for _, line in dated), len(reads))


def describe(entry: Fields | None) -> str:
    """Say in one line what an entry did."""
    match entry:
        case None:
            return "sealed with a key that was destroyed"
        case kinds.Acquire():
            again = " (the same bytes again)" if entry.same_bytes_as_before else ""
            received = " from a received package" if entry.sender is not None else ""
            unit = "byte" if entry.size_bytes == 1 else "bytes"
            return f"acquired {entry.file_name}, {entry.size_bytes} {unit}{again}{received}"
        case kinds.Derive():
            made = "made" if entry.failure is None else f"not made ({entry.failure})"
            return f"{entry.operation} {made} by {entry.tool} {entry.tool_version}"
        case kinds.CountRun():
            return f"counting: {entry.step} by {entry.method} {entry.version}, seed {entry.seed}"
        case kinds.Note():
            return f"note: {entry.text}"
        case kinds.Clear():
            verb = "cleared for disclosure" if entry.cleared else "clearance withdrawn"
            return verb + _because(entry.reason)
        case kinds.Hold():
            return "legal hold placed" + _because(entry.reason)
        case kinds.Release():
            return "legal hold lifted" + _because(entry.reason)
        case kinds.Disclose():
            fields = "field" if entry.withheld == 1 else "fields"
            return f"disclosed to {entry.to}: {entry.purpose} ({entry.withheld} {fields} withheld)"
        case kinds.Erase():
            return f"erasure decided: {entry.reason_code}"
        case kinds.Erased():
            return f"erased: its key was destroyed, key epoch {entry.epoch} began"
        case kinds.Read() | kinds.ReadRecords():
            return f"read: {entry.what}" + _because(entry.purpose)
        case _:
            return entry.kind


def _because(reason: str | None) -> str:
    return f": {reason}" if reason else ""
