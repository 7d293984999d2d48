"""DOCX: what Word shows, in reading order, from the XML inside (ECMA-376 part 1).

Read here and not by a library, because those that exist leave out inserted text of tracked
changes, content controls, text boxes, footnotes and comments: exactly what an expert asks for.
Text that a tracked change deleted is left out and counted.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

import lxml.etree
from lxml.etree import _Element as Element

from probatum.derive.text.extracted import Fact, Limits, RefusedError
from probatum.derive.text.passages import Passages, clean, fact
from probatum.derive.text.readable import Readable

# Transitional documents (all that Word writes by default) and strict ones.
_WORD = ("http://schemas.openxmlformats.org/wordprocessingml/2006/main",
         "http://purl.oclc.org/ooxml/wordprocessingml/main")  # fmt: skip
_OTHER_PARTS = re.compile(r"word/(header|footer|footnotes|endnotes|comments)\d*\.xml")
_ORDER = ("header", "document", "footer", "footnotes", "endnotes", "comments")
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑", "softHyphen": "\xad"}
# An alternate for older programs repeats what its first choice says.
_SKIPPED = frozenset({"Fallback", "instrText", "delInstrText", "pPr", "rPr", "sectPr", "tblPr"})
_FACTS = {
    "title": "title", "creator": "author", "lastModifiedBy": "modified_by", "created": "created",
    "modified": "modified", "subject": "subject", "language": "language",
    "description": "description", "Company": "company", "Application": "application",
}  # fmt: skip


def read(data: bytes, limits: Limits) -> Readable:
    """Return the text of headers, body, notes and comments; paragraphs and table cells are parts.

    Raises RefusedError ``unreadable``, ``encrypted``, ``too-large``, ``no-text``.
    """
    passages, count = Passages(limits), _Count()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_bomb(archive, limits)
            for name in _text_parts(archive):
                _add_part(passages, _parse(archive.read(name)), count)
            metadata = _metadata(archive)
    except RuntimeError as error:  # how zipfile says that a member is encrypted
        raise RefusedError("encrypted", "a password is needed") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, KeyError, ValueError,
            OSError, lxml.etree.XMLSyntaxError) as error:  # fmt: skip
        raise RefusedError("unreadable", "not a whole DOCX document") from error
    if not passages.text.strip():
        raise RefusedError("no-text", "a document without text")
    if count.deleted:
        metadata += fact("tracked_deletions_left_out", str(count.deleted))
    return Readable.of(passages, metadata=metadata, parameters="reader=docx")


class _Count:
    """Running numbers of paragraphs, and of deletions met on the way."""

    def __init__(self) -> None:
        self.paragraphs = 0
        self.tables = 0
        self.deleted = 0


def _refuse_bomb(archive: zipfile.ZipFile, limits: Limits) -> None:
    # A member never yields more than the size that it declares (zipfile stops there).
    used = [each for each in archive.infolist() if each.filename.endswith(".xml")]
    if sum(each.file_size for each in used) > limits.input_bytes:
        raise RefusedError("too-large", "more bytes unpacked than the limit allows")


def _text_parts(archive: zipfile.ZipFile) -> list[str]:
    found = [("document", "word/document.xml")]
    for name in archive.namelist():
        match = _OTHER_PARTS.fullmatch(name)
        if match:
            found.append((match[1], name))
    return [name for _, name in sorted(set(found), key=lambda pair: (_ORDER.index(pair[0]), pair))]


def _parse(xml: bytes) -> Element:
    """Parse a part. A document type has no place in it and could define entities: refused."""
    if b"<!DOCTYPE" in xml[: 1 << 16] or b"<!ENTITY" in xml[: 1 << 16]:
        raise RefusedError("unreadable", "a part of the document defines entities")
    parser = lxml.etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
    )
    try:
        return lxml.etree.fromstring(xml, parser)
    except lxml.etree.XMLSyntaxError as error:
        if error.code == lxml.etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        raise


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _add_part(passages: Passages, root: Element, count: _Count) -> None:
    """Walk one part without recursion: tables may nest deeper than Python may."""
    for each in _paragraphs(root, count):
        text, where = each
        if text.strip():
            count.paragraphs += 1
            kind = "cell" if where else "paragraph"
            label = where or str(count.paragraphs)
            passages.piece("cell" if kind == "cell" else "paragraph", text, label, between="\n")


def _paragraphs(root: Element, count: _Count) -> Iterator[tuple[str, str]]:
    """Yield text and place of each paragraph; the place is ``table,row,column`` in a table."""
    open_texts: list[list[str]] = []  # a text box puts paragraphs inside a paragraph
    tables: list[list[int]] = []
    skipped: Element | None = None
    for event, element in lxml.etree.iterwalk(root, events=("start", "end")):
        name = _name(element)
        if skipped is not None:
            if event == "end" and element is skipped:
                skipped = None
            continue
        if event == "start":
            if name in _SKIPPED:
                skipped = element
            elif name == "p" and _is_word(element):
                open_texts.append([])
            elif name == "tbl":
                count.tables += 1
                tables.append([count.tables, 0, 0])
            elif name == "tr" and tables:
                tables[-1][1:] = [tables[-1][1] + 1, 0]
            elif name == "tc" and tables:
                tables[-1][2] += 1
            elif name == "delText":
                count.deleted += 1
            elif open_texts and _is_word(element):
                open_texts[-1].append(_said(element, name))
        elif name == "p" and open_texts and _is_word(element):
            place = ",".join(map(str, tables[-1])) if tables else ""
            yield clean("".join(open_texts.pop())), place
        elif name == "tbl" and tables:
            tables.pop()


def _is_word(element: Element) -> bool:
    return isinstance(element.tag, str) and element.tag[1:].startswith(_WORD)


def _said(element: Element, name: str) -> str:
    if name == "t":
        return element.text or ""
    return _SIGNS.get(name, "")


def _metadata(archive: zipfile.ZipFile) -> tuple[Fact, ...]:
    found: list[Fact] = []
    for name in ("docProps/core.xml", "docProps/app.xml"):
        if name in archive.namelist():
            for element in _parse(archive.read(name)).iter("*"):
                if _name(element) in _FACTS and not len(element):
                    found += fact(_FACTS[_name(element)], element.text)
    return tuple(found)
