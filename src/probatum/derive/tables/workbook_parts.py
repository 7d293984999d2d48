"""The parts of a workbook beside its sheets: which sheets, shared words, which numbers are dates.

Read here and not by a library: those that exist skip rows out of order, do not say which formula
has no result, and fill in a million cells where a file claims to be so wide (decision 0056).
Office Open XML: ECMA-376 part 1, chapter 18.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias
from xml.parsers import expat

from probatum.derive.tables.values import Limits, RefusedError

Attributes: TypeAlias = "dict[str, str]"
_PIECE = 1 << 18
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_BUILT_IN = {
    **dict.fromkeys((14, 15, *range(27, 32), 36, *range(50, 59)), "day"),
    16: "day", 17: "month", 22: "time", **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35), "clock"),
    **dict.fromkeys((45, 46, 47), "clock"),
}  # fmt: skip
# Forms of Chinese and Japanese calendars that show year and month alone.
_BUILT_IN |= {34: "day", 35: "day", 55: "month", 56: "day"}


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One sheet: its name, whether it is hidden, its part in the archive (None: a chart)."""

    name: str
    hidden: bool
    part: str


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook without its rows. ``dates``: which style shows a number as what kind of date."""

    archive: zipfile.ZipFile
    sheets: tuple[SheetPart, ...]
    words: list[str]
    dates: Mapping[int, str]
    from_1904: bool
    has_macros: bool


def local(name: str) -> str:
    """Return the name of an element or attribute without its prefix."""
    return name.rpartition(":")[2]


def refuse_doctype(*_: object) -> None:
    """A document type has no place in a workbook, and could define entities."""
    raise RefusedError("unreadable", "a part of the workbook defines entities")


def parser_of(
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None],
    text: Callable[[str], None] | None = None,
) -> expat.XMLParserType:
    """Return a parser that knows no entities and no other file."""
    parser = expat.ParserCreate()
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.buffer_text = True
    return parser


def pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """Yield a part of the archive in pieces."""
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            yield piece


def opened(archive: zipfile.ZipFile, limits: Limits) -> Book:
    """Return a workbook. Raises RefusedError ``unsupported``, ``too-large``, ``unreadable``."""
    # A member never yields more than the size that it declares (zipfile stops there).
    if sum(each.file_size for each in archive.infolist()) > limits.unpacked_bytes:
        raise RefusedError("too-large", "more bytes unpacked than the limit allows")
    names = set(archive.namelist())
    book = _main_part(archive, names)
    folder = posixpath.dirname(book)
    links = _links(archive, f"{folder}/_rels/{posixpath.basename(book)}.rels", folder, names)
    sheets, from_1904 = _sheets(archive, book, links)
    kinds = dict(links.values())
    words = _words(archive, kinds.get("sharedStrings"))
    dates = _dates(archive, kinds.get("styles"))
    macros = any(name.endswith("vbaProject.bin") for name in names)
    return Book(archive, sheets, words, dates, from_1904, macros)


def _main_part(archive: zipfile.ZipFile, names: set[str]) -> str:
    links = _links(archive, "_rels/.rels", "", names) if "_rels/.rels" in names else {}
    for kind, part in links.values():
        if kind == "officeDocument" and part.endswith(".xml") and "xl" in part.split("/")[0]:
            return part
    if "xl/workbook.xml" in names:
        return "xl/workbook.xml"
    raise RefusedError("unsupported", "an archive that is no Excel workbook (XLSX)")


def _links(
    archive: zipfile.ZipFile, part: str, folder: str, names: set[str]
) -> dict[str, tuple[str, str]]:
    """Return id -> (kind, part) of the relations of a part to others that are there."""
    found: dict[str, tuple[str, str]] = {}

    def start(name: str, given: Attributes) -> None:
        if local(name) == "Relationship" and given.get("TargetMode") != "External":
            target = given.get("Target", "")
            whole = target[1:] if target.startswith("/") else posixpath.join(folder, target)
            whole = posixpath.normpath(whole)
            if whole in names:
                kind = given.get("Type", "").rpartition("/")[2]
                found[given.get("Id", "")] = (kind, whole)

    if part in names:
        _parse(archive, part, start)
    return found


def _sheets(
    archive: zipfile.ZipFile, part: str, links: Mapping[str, tuple[str, str]]
) -> tuple[tuple[SheetPart, ...], bool]:
    found: list[SheetPart] = []
    epochs: list[bool] = []

    def start(name: str, given: Attributes) -> None:
        element = local(name)
        if element == "workbookPr":
            epochs.append(given.get("date1904") in ("1", "true"))
        elif element == "sheet":
            key = next((value for each, value in given.items() if local(each) == "id"), "")
            kind, where = links.get(key, ("", ""))
            if kind == "worksheet":
                hidden = given.get("state", "visible") != "visible"
                found.append(SheetPart(given.get("name", ""), hidden, where))

    _parse(archive, part, start)
    return tuple(found), any(epochs)


def _words(archive: zipfile.ZipFile, part: str | None) -> list[str]:
    """Return the shared strings; how a word is to be pronounced (``rPh``) is no part of it."""
    found: list[str] = []
    said: list[str] = []
    inside = [False, False]  # in a text, in a pronunciation

    def start(name: str, _given: Attributes) -> None:
        element = local(name)
        if element == "si":
            said.clear()
        elif element == "rPh":
            inside[1] = True
        elif element == "t":
            inside[0] = not inside[1]

    def end(name: str) -> None:
        element = local(name)
        if element == "si":
            found.append("".join(said))
        elif element == "rPh":
            inside[1] = False
        elif element == "t":
            inside[0] = False

    def text(data: str) -> None:
        if inside[0]:
            said.append(data)

    if part is not None:
        _parse(archive, part, start, end, text)
    return found


def _dates(archive: zipfile.ZipFile, part: str | None) -> dict[int, str]:
    """Return style -> what it shows of a date: year, month, day, time, clock."""
    forms: dict[int, str] = {}
    styles: list[int] = []
    within: list[str] = []

    def start(name: str, given: Attributes) -> None:
        element = local(name)
        if element == "numFmt" and given.get("numFmtId", "").isdecimal():
            forms[int(given["numFmtId"])] = given.get("formatCode", "")
        elif element == "cellXfs":
            within.append(element)
        elif element == "xf" and within:
            number = given.get("numFmtId", "0")
            styles.append(int(number) if number.isdecimal() else 0)

    def end(name: str) -> None:
        if local(name) == "cellXfs":
            within.clear()

    if part is not None:
        _parse(archive, part, start, end)
    shown = ((at, _shows(number, forms)) for at, number in enumerate(styles))
    return {at: what for at, what in shown if what}


def _shows(number: int, forms: Mapping[int, str]) -> str:
    if number not in forms:
        return _BUILT_IN.get(number, "")
    bare = _QUOTED.sub("", forms[number].partition(";")[0]).lower()
    if not re.search("[ymdhsge]", bare) or "general" in bare or re.search("[0#?]e[+-]", bare):
        return ""
    has_clock = "h" in bare or "s" in bare
    if "d" in bare or ("y" in bare and has_clock):
        return "time" if has_clock else "day"
    if has_clock:
        return "clock"
    if "y" in bare or "e" in bare:
        return "month" if "m" in bare else "year"
    return "day" if "m" in bare else ""  # a month without a year is more in the cell than shown


def _parse(
    archive: zipfile.ZipFile, part: str, start: Callable[[str, Attributes], None],
    end: Callable[[str], None] = lambda _name: None, text: Callable[[str], None] | None = None,
) -> None:  # fmt: skip
    parser = parser_of(start, end, text)
    for piece in pieces(archive, part):
        parser.Parse(piece, False)
    parser.Parse(b"", True)
