"""A PDF of pictures, written from nothing: pages, their pictures, and words that nobody sees.

No library stands between, because this file must hold nothing but what is given here: no
information dictionary, no XMP, no dates, no random identifiers. Equal pages give equal bytes
(ISO 32000-1). The words are in a font without a shape, as programs for text recognition do it.
"""

from __future__ import annotations

import hashlib
import io
import re
import unicodedata
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib.tables._g_l_y_f import Glyph
from PIL import Image

POINTS = 72  # to the inch
_FORWARD = re.compile(r"[0-9\u0660-\u0669A-Za-z]+")  # numbers and Latin, inside of such words
_QUALITY = 90
_ADVANCE = 500  # thousandths of the font's size, the same for every character


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where its letters stand, in pixels of the page's picture.

    ``head`` and ``foot`` are those of its line: what stands on one line is read as one.
    """

    text: str
    left: int
    top: int
    right: int
    bottom: int
    head: int
    foot: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page: width and height in points, its picture (L or RGB), the words on it."""

    width: float
    height: float
    picture: Image.Image
    words: Sequence[Word]


class Paper:
    """Gathers pages; each picture is compressed as it comes, so that one is held at a time."""

    def __init__(self) -> None:
        self._objects: list[bytes] = [b"", b""]  # 1: catalogue, 2: tree of pages
        self._pages: list[int] = []
        self._font: int | None = None

    @property
    def size_bytes(self) -> int:
        """How long the file is by now, roughly."""
        return sum(map(len, self._objects))

    def add(self, page: Page) -> None:
        """Append a page."""
        picture = self._object(_picture(page.picture))
        font = self._fonts() if page.words else None
        content = self._object(_stream(b"", _content(page).encode("ascii")))
        fonts = f"/Font<</W {font} 0 R>>" if font is not None else ""
        self._pages.append(
            self._object(
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {_number(page.width)} "
                f"{_number(page.height)}]/Resources<</XObject<</P {picture} 0 R>>{fonts}>>"
                f"/Contents {content} 0 R>>".encode("ascii")
            )
        )

    def to_bytes(self) -> bytes:
        """Return the file."""
        kids = " ".join(f"{number} 0 R" for number in self._pages)
        self._objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
        self._objects[1] = f"<</Type/Pages/Count {len(self._pages)}/Kids[{kids}]>>".encode("ascii")
        out, places = io.BytesIO(), []
        out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        for number, body in enumerate(self._objects, 1):
            places.append(out.tell())
            out.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        # An identifier of the content: fixed, and it says nothing about the original.
        name = hashlib.sha256(out.getvalue()).hexdigest()[:32].encode("ascii")
        start = out.tell()
        out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
        out.writelines(b"%010d 00000 n \n" % place for place in places)
        out.write(
            b"trailer\n<</Size %d/Root 1 0 R/ID[<%b><%b>]>>\n" % (len(places) + 1, name, name)
        )
        out.write(b"startxref\n%d\n%%%%EOF\n" % start)
        return out.getvalue()

    def _object(self, body: bytes) -> int:
        self._objects.append(body)
        return len(self._objects)

    def _fonts(self) -> int:
        if self._font is None:
            data = shapeless_font()
            file = self._object(_stream(b"/Length1 %d" % len(data), data))
            shapes = self._object(_stream(b"", b"\x00\x01" * 65536))
            meaning = self._object(_stream(b"", _MEANING))
            about = self._object(
                b"<</Type/FontDescriptor/FontName/Shapeless/Flags 5/FontBBox[0 0 500 1000]"
                b"/ItalicAngle 0/Ascent 1000/Descent 0/CapHeight 1000/StemV 80"
                b"/FontFile2 %d 0 R>>" % file
            )
            letters = self._object(
                b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Shapeless/CIDSystemInfo<</Registry"
                b"(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/DW %d"
                b"/CIDToGIDMap %d 0 R>>" % (about, _ADVANCE, shapes)
            )
            self._font = self._object(
                b"<</Type/Font/Subtype/Type0/BaseFont/Shapeless/Encoding/Identity-H"
                b"/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>" % (letters, meaning)
            )
        return self._font


# Codes are UTF-16 units, so each stands for itself.
_MEANING = (
    b"/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
    b"/CMapName/Adobe-Identity-UCS def /CMapType 2 def\n"
    b"1 begincodespacerange <0000><FFFF> endcodespacerange\n"
    b"1 beginbfrange <0000><FFFF><0000> endbfrange\n"
    b"endcmap CMapName currentdict/CMap defineresource pop end end\n"
)


def _picture(picture: Image.Image) -> bytes:
    """Return a picture as an object: without loss, unless that would be more than twice as long."""
    colours = b"/DeviceGray" if picture.mode == "L" else b"/DeviceRGB"
    head = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace%b" % (
        picture.width, picture.height, colours,
    )  # fmt: skip
    exact = zlib.compress(picture.tobytes(), 9)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
    if 2 * len(out.getvalue()) < len(exact):
        return _wrapped(head + b"/Filter/DCTDecode", out.getvalue())
    return _wrapped(head + b"/Filter/FlateDecode", exact)


def _stream(head: bytes, data: bytes) -> bytes:
    return _wrapped(head + b"/Filter/FlateDecode", zlib.compress(data, 9))


def _wrapped(head: bytes, data: bytes) -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (head, len(data), data)


def _content(page: Page) -> str:
    """Return what draws the picture over the whole page, and the words in mode 3 (not drawn)."""
    lines = [f"q {_number(page.width)} 0 0 {_number(page.height)} 0 0 cm /P Do Q"]
    if page.words:
        across = page.width / page.picture.width
        down = page.height / page.picture.height
        lines += ["BT 3 Tr", *_shown(page.words, across, down, page.height), "ET"]
    return "\n".join(lines)


def _shown(words: Iterable[Word], across: float, down: float, height: float) -> Iterable[str]:
    for word in words:
        units = as_seen(word.text).encode("utf-16-be")
        size = max(1.0, (word.foot - word.head) * down)
        natural = len(units) / 2 * size * _ADVANCE / 1000
        stretched = 100 * max(1.0, (word.right - word.left) * across) / natural
        left, foot = word.left * across, height - word.foot * down
        yield (
            f"/W {_number(size)} Tf {_number(stretched)} Tz "
            f"1 0 0 1 {_number(left)} {_number(foot)} Tm <{units.hex()}> Tj"
        )


def as_seen(word: str) -> str:
    """Return a word in the order in which its letters stand on paper, from left to right.

    That is the order of text in a PDF; readers turn Hebrew and Arabic back.
    """
    if not any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in word):
        return word
    return _FORWARD.sub(lambda found: found[0][::-1], word[::-1])


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


@cache
def shapeless_font() -> bytes:
    """Return a TrueType font of one glyph without a shape, the same bytes each time."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "shapeless"])
    builder.setupCharacterMap({0x20: "shapeless"})
    builder.setupGlyf({".notdef": Glyph(), "shapeless": Glyph()})
    builder.setupHorizontalMetrics({".notdef": (_ADVANCE, 0), "shapeless": (_ADVANCE, 0)})
    builder.setupHorizontalHeader(ascent=1000, descent=0)
    builder.setupOS2()
    builder.setupPost()
    builder.setupNameTable({"familyName": "Shapeless", "styleName": "Regular"})
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()
