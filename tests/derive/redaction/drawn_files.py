"""Invented pictures and documents with things hidden in every place that one can hide them in."""

from __future__ import annotations

import io
import struct
import zlib

from fpdf import FPDF
from PIL import Image, ImageDraw, PngImagePlugin

PLANTED = b"PLANTED-WITNESS-NAME"
SIZE = (320, 240)
NAME = (96, 96, 200, 112)  # where the name is drawn


def scene(mode: str = "RGB") -> Image.Image:
    """A landscape with a gradient, and a name drawn in it."""
    picture = Image.radial_gradient("L").resize(SIZE)
    picture = Image.merge("RGB", (picture, picture.rotate(90).resize(SIZE), picture.rotate(180)))
    ImageDraw.Draw(picture).text(NAME[:2], "ANN EXAMPLE", fill=(250, 250, 250))
    return picture.convert(mode)


def _thumbnail() -> bytes:
    out = io.BytesIO()
    scene().resize((32, 24)).save(out, "JPEG", comment=PLANTED + b"-thumbnail")
    return out.getvalue()


def exif(orientation: int = 1) -> bytes:
    """EXIF with a name, a position, and a thumbnail in its second directory."""
    found = Image.Exif()
    found[0x0112] = orientation
    found[0x013B] = PLANTED.decode()
    found.get_ifd(0x8825)[29] = PLANTED.decode()
    found.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0" + PLANTED
    data = found.tobytes() + b""
    return data + _thumbnail()


def jpeg(orientation: int = 1) -> bytes:
    """A JPEG with planted bytes in every APP segment, a comment, and behind its end."""
    out = io.BytesIO()
    scene().save(out, "JPEG", quality=80, exif=exif(orientation), comment=PLANTED,
                 icc_profile=b"\0" * 128 + PLANTED)  # fmt: skip
    data = out.getvalue()
    planted = b"".join(
        b"\xff" + bytes([marker]) + struct.pack(">H", 2 + len(body)) + body
        for marker in (*range(0xE1, 0xF0), 0xFE)
        for body in (b"http://ns.adobe.com/xap/1.0/\0" + PLANTED + bytes([marker]), _thumbnail())
    )
    return data[:2] + planted + data[2:] + PLANTED + _thumbnail()


def png(mode: str = "RGB") -> bytes:
    """A PNG with planted text, EXIF, an unknown chunk, and bytes behind its end."""
    out, info = io.BytesIO(), PngImagePlugin.PngInfo()
    info.add_text("Author", PLANTED.decode())
    info.add_itxt("XML:com.adobe.xmp", PLANTED.decode(), zip=True)
    info.add(b"prVt", PLANTED)
    scene(mode).save(out, "PNG", pnginfo=info, exif=exif())
    return out.getvalue() + PLANTED


def tiff(pages: int = 1) -> bytes:
    """A TIFF with planted tags."""
    out = io.BytesIO()
    first, *others = [scene() for _ in range(pages)]
    first.save(out, "TIFF", save_all=True, append_images=others, compression="tiff_lzw",
               tiffinfo={270: PLANTED.decode(), 315: PLANTED.decode()})  # fmt: skip
    return out.getvalue() + PLANTED


def webp() -> bytes:
    """A WebP with EXIF and XMP."""
    out = io.BytesIO()
    scene().save(out, "WEBP", quality=80, exif=exif(), xmp=PLANTED)
    return out.getvalue()


def moving(form: str) -> bytes:
    """Two frames, the second with the name in another place."""
    out = io.BytesIO()
    scene().save(out, form, save_all=True, append_images=[scene().rotate(180)], duration=100)
    return out.getvalue()


def bomb(side: int = 60_000) -> bytes:
    """A small PNG that says it is large, and its rows are there."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(
            ">I", zlib.crc32(name + body))  # fmt: skip

    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(bytes(side // 8 + 1)) for _ in range(side)) + packer.flush()
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows)
            + chunk(b"IEND", b""))  # fmt: skip


def pdf(*, compressed: bool = True) -> bytes:
    """Two pages: words that show, words that hide in every way, a scan, and attachments."""
    page = FPDF(unit="pt", format="A4")
    page.set_compression(compressed)
    page.set_author("HIDDENAUTHOR")
    page.set_title("HIDDENTITLE")
    page.set_xmp_metadata("<x:xmpmeta xmlns:x='adobe:ns:meta/'><a>HIDDENXMP</a></x:xmpmeta>")
    page.add_page()
    page.start_section("HIDDENOUTLINE")
    page.set_font("helvetica", size=14)
    page.text(72, 100, "The witness Ann Example saw the column near the mill.")
    page.text(72, 120, "Ann Example repeated it the next day.")
    page.set_text_color(255, 255, 255)
    page.text(72, 300, "WHITEHIDDEN")
    page.set_text_color(0, 0, 0)
    page.text(72, 340, "UNDERBAR")
    page.set_fill_color(0, 0, 0)
    page.rect(70, 325, 150, 20, "F")
    page.text(72, 400, "Seen plainly here")
    page.text(120, 520, "UNDERPHOTO")
    page.text(72, 900, "OUTSIDEPAGE")
    out = io.BytesIO()
    scene().save(out, "JPEG")
    page.image(out, x=72, y=450, w=320)
    page.text_annotation(72, 800, text="HIDDENREMARK")
    page.embed_file(bytes=b"HIDDENFILE " * 9, basename="hidden.txt")
    page.add_page()
    page.set_font("helvetica", size=14)
    page.text(72, 100, "Nothing on this page is hidden.")
    return bytes(page.output())
