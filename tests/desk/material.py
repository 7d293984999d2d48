"""Files of strangers, as hostile as files get, for tests of what the desk shows. All invented."""

from __future__ import annotations

import io
import struct
import wave
import zlib
from pathlib import Path

from PIL import Image

SCRIPT = "<script>alert('invented')</script>"
NAME = "<img src=x onerror=alert(1)>.txt"
TEXT = (
    f"{SCRIPT}\nA plain line. \U0001f600 Then “words” after a face.\nالسلام عليكم\nКінець тексту.\n"
)


def jpeg(size: tuple[int, int] = (90, 60), *, orientation: int = 1, said: str = "") -> bytes:
    """A picture whose metadata say something."""
    picture = Image.new("RGB", size, (200, 60, 60))
    exif = picture.getexif()
    exif[0x0112], exif[0x010E] = orientation, said
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


def huge_png(edge: int = 30_000) -> bytes:
    """A small file that unfolds to 900 million pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", edge, edge, 1, 0, 0, 0, 0)
    body = zlib.compress(bytes((edge // 8 + 1) * 100), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def pdf_with_script() -> bytes:
    """A PDF of one page that wants to run a script when it opens."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>"
        b">>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 "
        b"0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<<>>>>endobj\n4 0 obj<</Length 30>>"
        b"stream\n1 0 0 rg 20 20 100 100 re f   \nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )


def polyglot_gif() -> bytes:
    """A picture that is a web page as well."""
    out = io.BytesIO()
    Image.new("RGB", (80, 60), (0, 128, 0)).save(out, "GIF")
    return out.getvalue() + f"<html>{SCRIPT}".encode()


def sound(seconds: int) -> bytes:
    """A recording of a known length: larger than one answer from 48 seconds on."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(44_100)
        file.writeframes(bytes(range(256)) * (seconds * 44_100 * 2 // 256))
    return out.getvalue()


def table(rows: int) -> str:
    """A table with markup in its cells."""
    lines = [f'"Person {number}, <b>bold</b>",=1+{number}' for number in range(1, rows)]
    return "\n".join(["name,formula", *lines])


def write(folder: Path) -> None:
    """Write one of each into a folder, in the order of their names."""
    folder.mkdir()
    (folder / ("01 " + NAME)).write_text(TEXT, encoding="utf-8")
    (folder / "02 evil.svg").write_text(f"<svg onload='alert(1)'>{SCRIPT}</svg>")
    (folder / "03 turned.jpg").write_bytes(jpeg(orientation=6, said=SCRIPT))
    (folder / "04 huge.png").write_bytes(huge_png())
    (folder / "05 page.pdf").write_bytes(pdf_with_script())
    (folder / "06 both.gif").write_bytes(polyglot_gif())
    (folder / "07 tone.wav").write_bytes(sound(60))
    (folder / "08 table.csv").write_text(table(250))
    (folder / "09 broken.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 3)
    (folder / "10 page.html").write_text(f"<html><body>{SCRIPT}<p>Visible words.</p></body></html>")
