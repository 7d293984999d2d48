"""PDF through pdfium: the text layer page by page. A scan without one is said to have none."""

from __future__ import annotations

import re

import pypdfium2 as pdfium

from probatum.derive.text.extracted import Fact, Limits, RefusedError
from probatum.derive.text.passages import Passages, clean, fact
from probatum.derive.text.readable import Readable
from probatum.derive.text.stated_dates import iso_of

_FACTS = {
    "Title": "title", "Author": "author", "Subject": "subject", "Keywords": "keywords",
    "Creator": "creator", "Producer": "producer", "CreationDate": "created",
    "ModDate": "modified",
}  # fmt: skip
# pdfium writes these two where a word was divided at the end of a line.
_DIVISIONS = re.compile("[\x02\ufffe](\n?)")
_MOST_PAGES = 20_000


def read(data: bytes, limits: Limits) -> Readable:
    """Return the text of all pages; pages are parts, their label is the page's ordinal.

    Raises RefusedError ``encrypted``, ``unreadable``, ``no-text``, ``too-large``.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _refused(error) from error
    with document:
        count = len(document)
        if count > _MOST_PAGES:
            raise RefusedError("too-large", f"more than {_MOST_PAGES} pages")
        passages, broken = Passages(limits), 0
        for number in range(count):
            try:
                said = _page(document, number, limits)
            except pdfium.PdfiumError:
                said, broken = "", broken + 1
            passages.piece("page", said, str(number + 1), between="\n\n")
        metadata = _metadata(document, count, broken)
    if broken == count:
        raise RefusedError("unreadable", "no page can be loaded")
    if not passages.text.strip():
        raise RefusedError("no-text", f"{count} pages without a text layer: a scan")
    return Readable.of(passages, metadata=metadata, parameters="reader=pdf division=hyphen")


def _refused(error: pdfium.PdfiumError) -> RefusedError:
    code = getattr(error, "err_code", None)
    if code in {pdfium.raw.FPDF_ERR_PASSWORD, pdfium.raw.FPDF_ERR_SECURITY}:
        return RefusedError("encrypted", "a password is needed")
    return RefusedError("unreadable", "not a PDF that can be loaded")


def _page(document: pdfium.PdfDocument, number: int, limits: Limits) -> str:
    page = document[number]
    try:
        layer = page.get_textpage()
        try:
            if layer.count_chars() > limits.text_characters:
                raise RefusedError("too-large", "more text than the limit allows")
            return _DIVISIONS.sub(r"-\1", clean(layer.get_text_range())).strip("\n")
        finally:
            layer.close()
    finally:
        page.close()


def _metadata(document: pdfium.PdfDocument, pages: int, broken: int) -> tuple[Fact, ...]:
    stated = document.get_metadata_dict(skip_empty=True)
    facts = [*fact("pages", str(pages))]
    if broken:
        facts += fact("pages_unreadable", str(broken))
    for name, value in stated.items():
        known = _FACTS.get(name, name.lower())
        facts += fact(known, value)
        if known in {"created", "modified"}:
            facts += fact(known + "_iso", iso_of(value))
    return tuple(facts)
