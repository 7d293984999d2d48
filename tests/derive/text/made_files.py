"""Files that the tests of extraction make: invented words in Cyrillic and Arabic."""

from __future__ import annotations

import io
import zipfile

UKRAINIAN = "Її ґанок згорів: мешканці бачили п'ять вибухів о шостій."
ARABIC = "قال السكان إن القصف بدأ في الصباح الباكر"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf(*pages: str) -> bytes:
    """A PDF whose pages say these texts, a line each, through a ToUnicode map."""
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        b"1 beginbfrange <0000> <ffff> <0000> endbfrange\nendcmap end end"
    )
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /None /Encoding /Identity-H "
        b"/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /None /DW 600 "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        _stream(cmap),
    ]
    for number, text in enumerate(pages):
        content = b"BT /F1 12 Tf 14 TL 40 780 Td\n"
        for line in text.split("\n"):
            content += b"<" + line.encode("utf-16-be").hex().encode() + b"> Tj T*\n"
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            b"/Resources << /Font << /F1 3 0 R >> >> "
            + f"/Contents {7 + 2 * number} 0 R >>".encode()
        )
        objects.append(_stream(content + b"ET"))
    return _written(objects)


def _stream(data: bytes) -> bytes:
    return f"<< /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _written(objects: list[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        out += f"{place:010d} 00000 n \n".encode()
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n".encode()
    return bytes(out + b"%%EOF\n")


def docx(body: str, **others: str) -> bytes:
    """A document of this body; others are parts by name (``footnotes``, ``comments``)."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", _part("document", f"<w:body>{body}</w:body>"))
        for name, inner in others.items():
            archive.writestr(f"word/{name}.xml", _part(name, inner))
        archive.writestr(
            "docProps/core.xml",
            '<c:coreProperties xmlns:c="urn:core" xmlns:d="urn:dc"><d:creator>О. Вигадана'
            "</d:creator><d:title>Свідчення</d:title></c:coreProperties>",
        )
    return made.getvalue()


def _part(name: str, inner: str) -> str:
    return f'<?xml version="1.0"?><w:{name} xmlns:w="{_WORD}">{inner}</w:{name}>'


def said(text: str) -> str:
    """A paragraph of one run."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
