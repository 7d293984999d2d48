"""A PDF anew from pictures of its pages, boxes burnt in. Runs in the process of ``worker``.

PDFium draws each page as a viewer shows it, with form fields and the visible part of remarks, and
without running scripts. Nothing of the original file goes over but these pixels and, if asked for,
visible words outside of the boxes.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from probatum.derive.redaction import boxes, words
from probatum.derive.redaction.boxes import Box
from probatum.derive.redaction.choices import Copy, Region, cannot, on_pages, wrong
from probatum.derive.redaction.named import described, parameters
from probatum.derive.redaction.paper import POINTS, Page, Paper, Word

LEAST_DPI, MOST_DPI = 72, 600
MOST_PAGES = 2000
MOST_BYTES = 400 << 20
LOSSY = frozenset({"DCTDecode", "JPXDecode", "JBIG2Decode"})


def redact_pdf(
    data: bytes, regions: Sequence[Region], *, dpi: int, with_words: bool, most_pixels: int
) -> Copy:
    """Return the copy of a PDF. Regions are in points of the page as it is shown.

    Raises InputError ``cannot-redact``; UseError ``wrong-use``.
    """
    if not LEAST_DPI <= dpi <= MOST_DPI:
        raise wrong("the resolution", f"{LEAST_DPI} to {MOST_DPI} dots per inch", "another")
    paper, lost = Paper(), 0
    with opened(data) as document:
        count = len(document)
        if not 0 < count <= MOST_PAGES:
            raise cannot(f"{count}", f"1 to {MOST_PAGES} pages")
        chosen = on_pages(regions, count)
        for number in range(count):
            with drawn(document, number) as page:
                made, dropped = _made(
                    page, chosen.get(number + 1, []), dpi, with_words, most_pixels
                )
            paper.add(made)
            lost += dropped
            if paper.size_bytes > MOST_BYTES:
                raise cannot("more", f"a copy of at most {MOST_BYTES >> 20} MiB",
                             "take a lower --dpi")  # fmt: skip
    tool, version = described("pypdfium2", "pillow", "fonttools")
    said = parameters(
        box="black, white line", dpi=dpi,
        text="visible words outside of the boxes" if with_words else "none",
    )  # fmt: skip
    left_out = [f"{lost} words in the text layer that were hidden or covered"] if lost else []
    if not with_words:
        left_out.append("the text layer: nothing can be selected or searched")
    return Copy(
        paper.to_bytes(), "application/pdf", tool, version, said, pages=count, lost=tuple(left_out)
    )


@contextmanager
def opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF for drawing. Raises InputError ``cannot-redact``."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise cannot(
                "one that asks for a password", "a PDF that opens without one",
                remedy="have it saved without a password, and add that file as well",
            ) from error  # fmt: skip
        raise cannot("a damaged PDF", "a PDF that can be opened") from error
    try:
        document.init_forms()
        yield document
    finally:
        document.close()


@contextmanager
def drawn(document: pypdfium2.PdfDocument, number: int) -> Iterator[pypdfium2.PdfPage]:
    """Open a page. What PDFium cannot do with it is an InputError ``cannot-redact``."""
    try:
        page = document[number]
        try:
            yield page
        finally:
            page.close()
    except pypdfium2.PdfiumError as error:
        raise cannot(f"damage in page {number + 1}", "pages that can be drawn") from error


def _made(
    page: pypdfium2.PdfPage, regions: Sequence[Region], dpi: int, with_words: bool,  # noqa: FBT001
    most_pixels: int,
) -> tuple[Page, int]:  # fmt: skip
    width, height = page.get_size()
    scale = dpi / POINTS
    pixels = math.ceil(width * scale) * math.ceil(height * scale)
    if not 0 < pixels <= most_pixels:
        raise cannot("a page of another size", f"pages of at most {most_pixels} pixels",
                     "take a lower --dpi")  # fmt: skip
    picture = page.render(scale=scale, rev_byteorder=True, draw_annots=True).to_pil().convert("RGB")
    covered = [_box(page, region, scale, picture.size) for region in regions]
    kept: list[Word] = []
    dropped = 0
    if with_words:
        found = words.on_page(page, scale, picture.size)
        shown = words.visible(page, found, scale, picture)
        kept = [w for w in shown if not any(
            box.touches(w.left, w.top, w.right, w.bottom) for box in covered)]  # fmt: skip
        dropped = len(found) - len(kept)
    if _is_grey(picture):
        picture = picture.convert("L")
    else:
        picture = Image.frombytes("RGB", picture.size, picture.tobytes())
    boxes.draw(picture, covered)
    return Page(width, height, picture, kept), dropped


def _is_grey(picture: Image.Image) -> bool:
    red, green, blue = picture.split()
    return (
        ImageChops.difference(red, green).getbbox() is None
        and ImageChops.difference(green, blue).getbbox() is None
    )


def _box(page: pypdfium2.PdfPage, region: Region, scale: float, size: tuple[int, int]) -> Box:
    asked = Box(
        math.floor(region.left * scale), math.floor(region.top * scale),
        math.ceil(region.right * scale), math.ceil(region.bottom * scale),
    )  # fmt: skip
    box = boxes.grown(asked, _reach(page, asked, size), boxes.PLAIN, size)
    if box is None:
        width, height = (round(length) for length in page.get_size())
        raise wrong("a box", f"a place on the page of {width} x {height} points",
                    "one outside of it")  # fmt: skip
    return box


def _reach(page: pypdfium2.PdfPage, asked: Box, size: tuple[int, int]) -> int:
    """Return how many pixels of the drawn page the blocks of a compressed picture below it span.

    A scan is a picture of its own resolution: seventeen of *its* pixels carry traces.
    """
    reach = 0
    for found in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]):
        if not LOSSY & set(found.get_filters()):
            continue
        across, down = found.get_px_size()
        if found.level == 0:
            corners = [words.in_pixels(page, x, y, size) for x, y in found.get_quad_points()]
            lefts, tops = [x for x, _ in corners], [y for _, y in corners]
            if not asked.touches(min(lefts), min(tops), max(lefts), max(tops)):
                continue
            # The longer of both: it may be turned by a quarter.
            wide = max(max(lefts) - min(lefts), max(tops) - min(tops))
        else:
            wide = max(size)  # inside a form its place is not known without more ado
        reach = max(reach, math.ceil(boxes.SPREAD * wide / max(1, min(across, down))))
    return min(reach, max(size))
