"""Words on a page of a PDF: where they stand, whether a person sees them, where a name occurs.

A word that nobody sees must not reach the text layer of a copy: white on white, under a picture or
a black bar, outside of the page, in a layer that is switched off, in the invisible text of a scan.
So the page is drawn twice with different colours for text alone: what differs is text that shows.
What a PDF *says* about a letter may still be another letter than the one it shows.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops, ImageStat

from probatum.derive.redaction.choices import Region
from probatum.derive.redaction.paper import Word
from probatum.derive.redaction.spans import find_in_text

_DIFFERENT = 24  # of 255: more than the rounding of drawn edges
_CONTRAST = 20  # of 255, between the means of letters and ground
_OVERLAP = 0.3  # of the smaller one: closer words lie over each other
_UNSEEN_MODES = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
_MARGIN = 1  # point round a word that was found


def in_pixels(
    page: pypdfium2.PdfPage, x: float, y: float, size: tuple[int, int]
) -> tuple[int, int]:
    """Return where a point of the page is in its picture, turned and cropped as it is shown."""
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, across, down)
    return across.value, down.value


def on_page(page: pypdfium2.PdfPage, scale: float, size: tuple[int, int]) -> list[Word]:
    """Return all words of a page, seen or not, in the order of the page.

    Letters of invisible text are left out already.
    """
    text = page.get_textpage()
    try:
        found: list[Word] = []
        letters: list[Word] = []
        for number in range(text.count_chars()):
            letter = _letter(page, text, number, size)
            if letter is None:
                _end_word(letters, found)
            else:
                letters.append(letter)
        _end_word(letters, found)
        return found
    finally:
        text.close()


def _letter(
    page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, number: int, size: tuple[int, int]
) -> Word | None:
    value = pdfium.FPDFText_GetUnicode(text, number)
    if not 0x20 < value < 0x110000 or 0xD800 <= value < 0xE000 or chr(value).isspace():
        return None
    thing = text.get_textobj(number)
    if thing is None or pdfium.FPDFTextObj_GetTextRenderMode(thing) in _UNSEEN_MODES:
        return None
    left, top, right, bottom = _place(page, text.get_charbox(number), size)
    _, head, _, foot = _place(page, text.get_charbox(number, loose=True), size)
    return Word(chr(value), left, top, right + 1, bottom + 1, head, foot)


def _place(
    page: pypdfium2.PdfPage, box: tuple[float, float, float, float], size: tuple[int, int]
) -> tuple[int, int, int, int]:
    left, bottom, right, top = box
    corners = [in_pixels(page, x, y, size) for x, y in ((left, bottom), (right, top))]
    across, down = zip(*corners, strict=True)
    return min(across), min(down), max(across), max(down)


def _end_word(letters: list[Word], found: list[Word]) -> None:
    if letters:
        found.append(_together("".join(letter.text for letter in letters), letters))
    letters.clear()


def _together(text: str, parts: Sequence[Word]) -> Word:
    return Word(
        text, min(p.left for p in parts), min(p.top for p in parts),
        max(p.right for p in parts), max(p.bottom for p in parts),
        min(p.head for p in parts), max(p.foot for p in parts),
    )  # fmt: skip


def visible(
    page: pypdfium2.PdfPage, found: Sequence[Word], scale: float, picture: Image.Image
) -> list[Word]:
    """Return the words that a person sees on ``picture``, and that do not lie over each other."""
    size = picture.size
    different = _drawn_text(page, scale)
    shown = [
        word for word in found
        if _inside(word, size) and _all_parts_differ(different, word)
        and _stands_out(picture, different, word)
    ]  # fmt: skip
    # One of two words in one place may be the hidden one: neither is vouched for.
    return [word for word in shown if not any(_overlap(word, o) for o in found if o is not word)]


def _drawn_text(page: pypdfium2.PdfPage, scale: float) -> Image.Image:
    drawn = []
    for colour in ((0, 0, 0, 255), (255, 255, 255, 255)):
        grey = (128, 128, 128, 255)
        scheme = pypdfium2.PdfColorScheme(grey, grey, colour, colour)
        bitmap = page.render(scale=scale, color_scheme=scheme, fill_color=grey, grayscale=True)
        drawn.append(bitmap.to_pil().convert("L"))
    return ImageChops.difference(*drawn).point(lambda value: 255 if value > _DIFFERENT else 0)


def _inside(word: Word, size: tuple[int, int]) -> bool:
    return word.left >= 0 and word.top >= 0 and word.right <= size[0] and word.bottom <= size[1]


def _all_parts_differ(different: Image.Image, word: Word) -> bool:
    """Whether text shows along the whole word: in each stretch as wide as one of its letters."""
    step = (word.right - word.left) / len(word.text)
    for number in range(len(word.text)):
        left = int(word.left + number * step)
        part = different.crop((left, word.top, max(left + 2, int(left + step + 1)), word.bottom))
        if part.getbbox() is None:
            return False
    return True


def _stands_out(picture: Image.Image, different: Image.Image, word: Word) -> bool:
    """Whether the letters have another colour than what is round them."""
    place = (word.left - 1, word.top - 1, word.right + 1, word.bottom + 1)
    there, letters = picture.crop(place), different.crop(place)
    ground = ImageChops.invert(letters)
    if ground.getbbox() is None:
        return False
    colours = zip(ImageStat.Stat(there, letters).mean, ImageStat.Stat(there, ground).mean,
                  strict=True)  # fmt: skip
    return any(abs(ink - paper) >= _CONTRAST for ink, paper in colours)


def _overlap(one: Word, other: Word) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    if across <= 0 or down <= 0:
        return False
    smaller = min((each.right - each.left) * (each.bottom - each.top) for each in (one, other))
    return across * down > _OVERLAP * smaller


def find_on_page(page: pypdfium2.PdfPage, number: int, wanted: str) -> list[Region]:
    """Return boxes in points, one for each line, round every place where a text stands.

    Hidden text counts too: it is not in the copy, but what lies over it may show the same.
    """
    text = page.get_textpage()
    try:
        count = text.count_chars()
        values = [pdfium.FPDFText_GetUnicode(text, each) for each in range(count)]
        letters = "".join(
            chr(value) if 0 < value < 0x110000 and not 0xD800 <= value < 0xE000 else "\ufffd"
            for value in values
        )
        regions: list[Region] = []
        for span in find_in_text(letters, wanted):
            regions += _lines(page, text, number, range(span.start, span.end))
        return regions
    finally:
        text.close()


def _lines(
    page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, number: int, letters: range
) -> list[Region]:
    fine = 16  # steps of a point
    width, height = page.get_size()
    size = (round(width * fine), round(height * fine))
    lines: list[list[Word]] = []
    for each in letters:
        if chr(pdfium.FPDFText_GetUnicode(text, each)).isspace():
            continue  # its box may be a line that the page only seems to have
        left, top, right, bottom = _place(page, text.get_charbox(each), size)
        here = Word("", left, top, right, bottom, top, bottom)
        if lines and _beside(_together("", lines[-1]), here):
            lines[-1].append(here)
        else:
            lines.append([here])
    regions = []
    for line in lines:
        whole = _together("", line)
        regions.append(
            Region(
                number, max(0, whole.left // fine - _MARGIN), max(0, whole.top // fine - _MARGIN),
                max(1, -(-whole.right // fine) + _MARGIN),
                max(1, -(-whole.bottom // fine) + _MARGIN),
            )
        )  # fmt: skip
    return regions


def _beside(line: Word, letter: Word) -> bool:
    """Whether a letter stands on the line: it shares height with it (or width, if it runs down)."""
    if min(line.bottom, letter.bottom) > max(line.top, letter.top):
        return True
    narrow = (line.right - line.left) < 2 * (letter.right - letter.left)
    return narrow and min(line.right, letter.right) > max(line.left, letter.left)
