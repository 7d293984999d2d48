"""A picture anew from its pixels, boxes burnt in. Runs in the process of ``worker``.

JPEG stays JPEG, TIFF stays TIFF with all its pages, everything else becomes PNG: no second loss,
and no format that can hide a second picture. The copy is opaque: what was transparent shows on
white, as a viewer shows it, because pixels that nobody sees may be of anything.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from PIL import Image, ImageCms, ImageFile, ImageOps, UnidentifiedImageError

from probatum.derive.redaction import boxes
from probatum.derive.redaction.boxes import Box
from probatum.derive.redaction.choices import Copy, Region, cannot, on_pages, wrong
from probatum.derive.redaction.named import described, parameters

Form: TypeAlias = Literal["JPEG", "PNG", "TIFF"]
FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP", "AVIF")
QUALITY = 95
MOST_PAGES = 500
_NEW_SUBFILE_TYPE, _SUBFILE_TYPE = 254, 255
_LOSSY_TIFF = {"jpeg", "tiff_jpeg", "jpeg2000", "webp"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One picture of a file, upright and plain; ``lossy`` if it had been compressed in blocks."""

    pixels: Image.Image
    lossy: bool


def redact_picture(data: bytes, regions: Sequence[Region], *, most_pixels: int) -> Copy:
    """Return the copy of a picture. Regions are in pixels of the upright picture.

    Raises InputError ``cannot-redact``; UseError ``wrong-use``.
    """
    lost: list[str] = []
    sheets = read(data, most_pixels, lost)
    form = _form_of(data, len(sheets))
    for number, places in on_pages(regions, len(sheets)).items():
        sheet = sheets[number - 1]
        grid = boxes.JPEG if form == "JPEG" else boxes.PLAIN
        boxes.draw(sheet.pixels, [_box(sheet, place, grid) for place in places])
    said = parameters(
        box="black, white line", format=form, quality=QUALITY if form == "JPEG" else None,
        margin=boxes.SPREAD if any(sheet.lossy for sheet in sheets) else 0,
    )  # fmt: skip
    tool, version = described("pillow")
    return Copy(
        _encoded(form, [sheet.pixels for sheet in sheets]), "image/" + form.lower(), tool, version,
        said, pages=len(sheets), lost=tuple(dict.fromkeys(lost)),
    )  # fmt: skip


def _open(data: bytes) -> Image.Image:
    Image.init()  # or the names of some formats are not known yet
    # WeasyPrint, where it was imported, has damaged pictures pass for whole ones, process-wide:
    # https://github.com/Kozea/WeasyPrint/blob/main/weasyprint/images.py
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    return Image.open(io.BytesIO(data), formats=[each for each in FORMATS if each in Image.OPEN])


def _form_of(data: bytes, pages: int) -> Form:
    with _open(data) as picture:
        if picture.format in ("JPEG", "MPO"):
            return "JPEG"
        return "TIFF" if picture.format == "TIFF" or pages > 1 else "PNG"


def _encoded(form: Form, pixels: Sequence[Image.Image]) -> bytes:
    out = io.BytesIO()
    first, *others = pixels
    if form == "JPEG":
        # Blocks of eight pixels for colour as well, like the grid of the boxes.
        first.save(out, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    elif form == "TIFF":
        first.save(out, "TIFF", compression="tiff_adobe_deflate", save_all=True,
                   append_images=others)  # fmt: skip
    else:
        first.save(out, "PNG")
    return out.getvalue()


def read(data: bytes, most_pixels: int, lost: list[str]) -> list[Sheet]:
    """Decode every page that a viewer shows. Adds to ``lost`` what the copy will not have.

    Raises InputError ``cannot-redact`` for what moves, is damaged, or is too large.
    """
    Image.MAX_IMAGE_PIXELS = most_pixels
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with _open(data) as picture:
                return _sheets(picture, most_pixels, lost)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large(most_pixels) from error
    except UnidentifiedImageError as error:
        raise cannot("no picture that can be read") from error
    except (OSError, ValueError, SyntaxError, EOFError, OverflowError, TypeError, KeyError,
            IndexError, AttributeError, ZeroDivisionError) as error:  # fmt: skip
        # Pillow's readers end in all of these on damaged files; a guess at the rest is no copy.
        raise cannot("a damaged picture", "a picture that can be read to its end") from error


def _too_large(most_pixels: int) -> Exception:
    return cannot("a larger one", f"a picture of at most {most_pixels} pixels")


def _sheets(picture: Image.Image, most_pixels: int, lost: list[str]) -> list[Sheet]:
    count = getattr(picture, "n_frames", 1)
    if picture.format == "MPO":
        lost += [f"{count - 1} further picture of the file"] if count > 1 else []
        count = 1
    elif count > 1 and picture.format != "TIFF":
        raise cannot(
            "one that moves", "a picture that stands still",
            remedy="take single pictures out of it and redact these",
        )  # fmt: skip
    if count > MOST_PAGES:
        raise cannot("more", f"at most {MOST_PAGES} pages")
    sheets, pixels = [], 0
    for number in range(count):
        picture.seek(number)
        if _is_small_version(picture):
            # A thumbnail or mask among the pages would show what its large version hides.
            lost.append("a small version or mask of a page")
            continue
        pixels += picture.width * picture.height
        if pixels > most_pixels:
            raise _too_large(most_pixels)
        lossy = picture.format in ("JPEG", "MPO", "WEBP", "AVIF") or (
            picture.info.get("compression") in _LOSSY_TIFF
        )
        sheets.append(Sheet(_plain(picture, lost), lossy))
    if not sheets:
        raise cannot("none that a viewer shows", "a picture")
    return sheets


def _is_small_version(picture: Image.Image) -> bool:
    """Whether a page of a TIFF says that it is a reduced version (bit 0) or a mask (bit 2)."""
    tags = getattr(picture, "tag_v2", {})
    return bool(int(tags.get(_NEW_SUBFILE_TYPE, 0)) & 0b101) or tags.get(_SUBFILE_TYPE) == 2


def _plain(picture: Image.Image, lost: list[str]) -> Image.Image:
    """Return upright pixels in L or RGB that remember nothing of the file they are from."""
    profile = picture.info.get("icc_profile")
    upright = ImageOps.exif_transpose(picture)
    mode = upright.mode
    if mode in ("I;16", "I;16L", "I;16B", "I;16N"):
        lost.append("grey levels beyond 256")
        upright = _eight_bits(upright)
    elif mode in ("I", "F"):
        raise cannot("pixels that are measurements", "a picture in grey or colour")
    if upright.has_transparency_data:
        lost.append("transparency")
        layer = upright.convert("RGBA")
        upright = Image.alpha_composite(Image.new("RGBA", layer.size, (255,) * 4), layer)
        mode = "LA" if mode == "LA" else "RGBA"
    grey = mode in ("1", "L", "LA") or upright.mode == "L"
    plain = _in_srgb(upright, profile).convert("L" if grey else "RGB")
    # Not a copy of the object: that would carry comments and profiles into the new file.
    return Image.frombytes(plain.mode, plain.size, plain.tobytes())


def _eight_bits(picture: Image.Image) -> Image.Image:
    return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the colours that a viewer shows, so that the profile can be left out."""
    if not profile or picture.mode not in ("RGB", "CMYK"):
        return picture
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        shown = ImageCms.profileToProfile(
            picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture  # a viewer ignores a damaged profile too
    return shown or picture


def _box(sheet: Sheet, place: Region, grid: boxes.Grid) -> Box:
    size = sheet.pixels.size
    asked = Box(place.left, place.top, place.right, place.bottom)
    box = boxes.grown(asked, boxes.SPREAD if sheet.lossy else 0, grid, size)
    if box is None:
        raise wrong("a box", f"a place in the picture of {size[0]} x {size[1]} pixels (upright)",
                    "one outside of it")  # fmt: skip
    return box
