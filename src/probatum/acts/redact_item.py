"""Make a redacted copy of an item: read it, hide places, store the copy with its reason.

The copy is an object of its own (``derive/1``, operation ``redaction``); a ``redaction`` record
says what was hidden, with code, basis and approver. Both are recorded at once or not at all. From
then on ``disclose`` gives the newest copy instead of the original. Retract the record, and it does
not any more.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from probatum.acts.derived import Making, store
from probatum.acts.get_item import original
from probatum.acts.package_file import require_free, writing
from probatum.acts.put_record import recorded
from probatum.acts.session import Session, require_writable
from probatum.derive.redaction import apart
from probatum.derive.redaction.apart import Options
from probatum.derive.redaction.choices import (
    Copy,
    Redaction,
    Region,
    Span,
    parse_regions,
    parse_spans,
)
from probatum.errors import InputError, UseError
from probatum.index.rows import ItemRow
from probatum.model import edtf, values, vocab
from probatum.model.nouns import protection
from probatum.model.nouns.vocabularies import Vocabulary
from probatum.preserve import files

__all__ = ["OPERATION", "Options", "Redacted", "Wanted", "parse_regions", "parse_spans", "redact"]

OPERATION = "redaction"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to hide in an item and why: places, or texts to find, and one reason for all of them."""

    code: str
    basis: str
    approver: str
    spans: tuple[Span, ...] = ()
    regions: tuple[Region, ...] = ()
    find: tuple[str, ...] = ()
    review: str | None = None


@dataclass(frozen=True, slots=True)
class Redacted:
    """A copy that was made. ``copy_id`` and ``index`` are None if it was a preview only.

    ``places`` counts marks or boxes; ``lost`` says what the copy has not beside what was hidden.
    """

    row: ItemRow
    copy_id: str | None
    record_ref: str | None
    index: int | None
    media_type: str
    size_bytes: int
    sha256: str
    places: int
    pages: int | None
    lost: tuple[str, ...]
    path: Path | None


def redact(
    session: Session,
    ref: str,
    wanted: Wanted,
    *,
    options: Options = Options(),  # noqa: B008 - frozen
    target: Path | None = None,
    preview_only: bool = False,
) -> Redacted:
    """Make a copy of an item with places hidden, store it, and write it to ``target`` if asked.

    ``preview_only`` writes it and records the read alone. Raises InputError ``cannot-redact``,
    ``erased``; UseError ``wrong-use``, ``unknown-id``; EvidenceError; WorldError.
    """
    require_writable(session)
    row = session.live(ref)
    review = _when(wanted.review)
    _require_code(session, wanted.code)
    if preview_only and target is None:
        raise UseError("wrong-use", item="a preview", expected="a file to write it to",
                       found="none", remedy="-o FILE")  # fmt: skip
    if target is not None:
        require_free(target)
    if (row.size_bytes or 0) > apart.MOST_BYTES:
        raise InputError(
            "cannot-redact", item=row.ref or row.id, found="a larger one",
            expected=f"an original of at most {apart.MOST_BYTES >> 20} MiB",
        )  # fmt: skip
    session.saw(OPERATION, [row], wanted.basis)
    data = b"".join(original(session, row))
    with session.aside():
        redaction = _placed(data, wanted, options)
        copy = apart.redact(data, redaction, options)
    session.live(row.id)  # somebody may have erased it in the meantime
    object_id = record_ref = index = None
    if not preview_only:
        object_id, record_ref, index = _store(session, row, copy, redaction, review)
    if target is not None:
        _write(target, copy.data)
    return Redacted(
        row, object_id, record_ref, index, copy.media_type, len(copy.data),
        hashlib.sha256(copy.data).hexdigest(), _count(copy, redaction), copy.pages, copy.lost,
        target,
    )  # fmt: skip


def _placed(data: bytes, wanted: Wanted, options: Options) -> Redaction:
    """Return the decision with every text looked up. Raises UseError for one that is not there."""
    spans, regions = list(wanted.spans), list(wanted.regions)
    for text in wanted.find:
        more_spans, more_regions = apart.find(data, text, options)
        if not more_spans and not more_regions:
            raise UseError(
                "wrong-use", item="--find", expected="a text that the original has",
                found="one that it has not, as text",
                remedy="look at it: what is in a picture needs a box, another spelling another "
                "--find",
            )  # fmt: skip
        spans += more_spans
        regions += more_regions
    return Redaction(wanted.code, wanted.basis, wanted.approver, tuple(spans), tuple(regions))


def _count(copy: Copy, redaction: Redaction) -> int:
    marks = sum(not piece.kept for piece in copy.pieces)
    return marks or len(redaction.regions)


def _store(
    session: Session, row: ItemRow, copy: Copy, redaction: Redaction, review: values.When | None
) -> tuple[str, str, int]:
    making = Making(
        row.id, row.sha256 or "", OPERATION, copy.tool, copy.tool_version, copy.parameters
    )
    draft, _ = store(session, making, copy.media_type, copy.data)
    object_id, _ = draft
    body = protection.Redaction(
        item=row.id, copy=object_id, code=redaction.code, basis=redaction.basis,
        approver=redaction.approver, review=review,
        spans=tuple((span.start, span.end) for span in redaction.spans),
        regions=tuple(_region(region) for region in redaction.regions),
        pages=tuple(region.page or 1 for region in redaction.regions),
    )  # fmt: skip
    number = session.index.next_record_number()
    record_id, _ = session.case.new_object()
    index, _ = session.record(draft, (record_id, recorded(session, body)))
    return object_id, session.record_ref(number), index


def _region(region: Region) -> values.Region:
    return values.Region(
        left=region.left, top=region.top, width=region.right - region.left,
        height=region.bottom - region.top,
    )  # fmt: skip


def _write(target: Path, data: bytes) -> None:
    with files.reported("the copy"), writing(target) as file:
        file.stream.write(data)


def _when(review: str | None) -> values.When | None:
    if review is None:
        return None
    try:
        return values.When(edtf=str(edtf.parse(review)))
    except ValueError as error:
        raise UseError("wrong-use", item="--review", expected="a date such as 2027-01-31",
                       found="another form") from error  # fmt: skip


def _require_code(session: Session, code: str) -> None:
    """Refuse a code that neither Probatum's vocabulary nor one of the case has."""
    known = set(vocab.codes("redaction"))
    for row in session.index.records(["vocabulary"]):
        body = row.body
        if isinstance(body, Vocabulary) and not row.retracted and body.name == "redaction":
            known |= {term.code for term in body.terms}
    if code not in known:
        raise UseError(
            "wrong-use", item="--code", expected="one of " + ", ".join(sorted(known)),
            found="another word", remedy="take one of these, or record a vocabulary of yours",
        )  # fmt: skip
