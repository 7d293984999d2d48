"""Watch a case: who did what, and who read what, without the contents.

What an auditor sees. A line names objects by their short references; file names, texts and the
words of records are left out. Looking is itself logged.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from probatum.acts.session import Session
from probatum.model.ids import is_object_id
from probatum.model.kinds import Anchor, CountRun, Fields, Read, ReadRecords, Recorded

Which = Literal["acts", "reads"]
MOST = 200


@dataclass(frozen=True, slots=True)
class LogLine:
    """One entry: its position, kind, person, time; ``about`` are references, ``what`` a word.

    ``by`` is None where the entry's key was destroyed: what it said is gone, that it stood is not.
    """

    index: int
    kind: str
    by: str | None
    at: str | None
    about: str
    what: str
    purpose: str | None


@dataclass(frozen=True, slots=True)
class LogPage:
    """Lines from the newest; ``older`` is where the next page begins, None at the end."""

    lines: tuple[LogLine, ...]
    size: int
    older: int | None


def watch(
    session: Session, which: Which, *, before: int | None = None, by: str | None = None,
    limit: int = 50, about: str | None = None,
) -> LogPage:  # fmt: skip
    """Return lines of a log before a position, the newest first; ``by`` keeps one person's.

    ``about`` keeps those about one item, erased or not, by its reference or id. Anchors, which only
    tie both logs together, are left out. Raises UseError ``not-permitted``, ``unknown-id``.
    """
    session.saw_log(which)
    if about is not None:
        return _about_item(session, which, session.find(about).id, before, by, limit)
    log = session.case.access if which == "reads" else session.case.evidence
    index = log.size if before is None else max(0, min(before, log.size))
    lines: list[LogLine] = []
    looked = 0
    while index > 0 and len(lines) < min(limit, MOST) and looked < 20 * MOST:
        index -= 1
        looked += 1
        opened, fields = session.access_entry(index) if which == "reads" else session.entry(index)
        if isinstance(fields, Anchor):
            continue
        if by is None or getattr(fields, "by", None) == by:
            lines.append(_line(session, index, opened.leaf.kind, opened.leaf.id, fields))
    return LogPage(tuple(lines), log.size, index or None)


def _about_item(
    session: Session, which: Which, item: str, before: int | None, by: str | None, limit: int
) -> LogPage:
    """Return the lines about one item; the index knows which they are."""
    session.follow()  # the reads too
    log = "access" if which == "reads" else "evidence"
    wanted = sorted({each.index for each in session.index.entries_about(item) if each.log == log})
    lines: list[LogLine] = []
    index = None
    for index in reversed([each for each in wanted if before is None or each < before]):
        opened, fields = session.access_entry(index) if which == "reads" else session.entry(index)
        if by is None or getattr(fields, "by", None) == by:
            lines.append(_line(session, index, opened.leaf.kind, opened.leaf.id, fields))
        if len(lines) >= min(limit, MOST):
            break
    more = index is not None and any(each < index for each in wanted)
    return LogPage(tuple(lines), len(wanted), index if more else None)


def _line(
    session: Session, index: int, kind: str, object_id: str, fields: Fields | None
) -> LogLine:
    return LogLine(
        index, kind, getattr(fields, "by", None), getattr(fields, "at", None),
        _about(session, object_id, fields), _what(fields),
        fields.purpose if isinstance(fields, Read | ReadRecords) else None,
    )  # fmt: skip


def _what(fields: Fields | None) -> str:
    if isinstance(fields, Read | ReadRecords):
        return fields.what
    if isinstance(fields, Recorded):
        return fields.body.noun
    if isinstance(fields, CountRun):
        return fields.step
    return ""


def _about(session: Session, object_id: str, fields: Fields | None) -> str:
    """Return the references of what an entry is about; of a read, of everything that it showed."""
    if isinstance(fields, Read | ReadRecords):
        parts = [fields.numbers] if fields.numbers else []
        if isinstance(fields, ReadRecords) and fields.records:
            parts.append("R " + fields.records)
        return "; ".join(parts)
    if not is_object_id(object_id) or object_id == session.case.case_id:
        return ""
    item = session.index.item(object_id)
    if item is not None:
        return item.ref or ""
    record = session.index.record(object_id)
    return "" if record is None else session.record_ref(record.number)
