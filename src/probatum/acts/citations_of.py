"""Where the citations of an item stand in its newest text; a read, logged before the answer.

What cannot be found again is reported, never moved: ``derive/text/anchoring.py`` has the rules. The
records stay as they are; whoever finds a citation lost revises the record that makes it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from probatum.acts.session import Session
from probatum.acts.text_of import TextOf, text_of
from probatum.derive.text.anchoring import Lost, Quote, anchor
from probatum.model.values import Citation


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation of a record, and where its words stand now.

    ``how`` it was found, at ``start`` to ``end``, or why it is ``lost``. All are None for a
    citation of a page or region without words, and for an item without a text.
    """

    record: str
    record_ref: str
    noun: str
    citation: Citation
    how: str | None = None
    start: int | None = None
    end: int | None = None
    lost: str | None = None


def citations_of(
    session: Session, ref: str, purpose: str | None = None
) -> tuple[TextOf, list[Cited]]:
    """Return an item's newest text and every citation that records make of the item.

    Records that were retracted are left out. Raises as ``text_of`` does.
    """
    read = text_of(session, ref, purpose)
    rows = [row for row in session.index.naming([read.row.id]) if not row.retracted]
    session.saw_records("citations", rows, [read.row], purpose)
    cited = []
    for row in rows:
        citations: tuple[Citation, ...] = getattr(row.body, "citations", ())
        cited += [
            _found(Cited(row.id, session.record_ref(row.number), row.noun, each), read.text)
            for each in citations if each.item == read.row.id
        ]  # fmt: skip
    return read, cited


def _found(cited: Cited, text: str | None) -> Cited:
    quoted = _quote(cited.citation)
    if quoted is None or text is None:
        return cited
    found = anchor(quoted, text)
    if isinstance(found, Lost):
        return replace(cited, lost=found.reason)
    return replace(cited, how=found.how, start=found.start, end=found.end)


def _quote(cited: Citation) -> Quote | None:
    start, end, exact, sha256 = cited.start, cited.end, cited.exact, cited.text_sha256
    if start is None or end is None or exact is None or sha256 is None:
        return None
    return Quote(start, end, exact, cited.prefix or "", cited.suffix or "", sha256)
