"""A file's bytes -> a picture of it from pixels alone, or a stretch of a film.

Runs in the process of ``worker``.
"""

from __future__ import annotations

import io
import math
import warnings
from typing import cast

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from probatum.derive.showing import codecs
from probatum.derive.showing.forms import HEAD_BYTES, form_of
from probatum.derive.showing.job import Done, Job, Sight, Stretch, Unseen
from probatum.derive.showing.stretches import stretch
from probatum.derive.showing.traits import traits_of

_FORMATS = ("JPEG", "MPO", "PNG", "WEBP", "TIFF", "GIF", "BMP", "AVIF", "HEIF")
_HEIC = codecs.reads_heic()  # before this process is confined
_QUALITY = 86
_MOST_SCALE = 8.0  # of a page: 576 dots per inch
# Pillow's readers end in all of these on damaged files.
_DAMAGE = (OSError, ValueError, SyntaxError, EOFError, OverflowError, TypeError, KeyError,
           IndexError, AttributeError, ZeroDivisionError)  # fmt: skip


def draw(data: bytes, job: Job) -> Done:
    """Return the sight that a job asks for, or why there is none."""
    form = form_of(data[:HEAD_BYTES])
    if form.name == "film":
        return _film(data, form.media_type, job)
    if job.from_ms is not None:
        return Unseen(why="unknown")
    if form.name == "pages":
        return _page(data, job)
    if form.media_type == "image/heic" and not _HEIC:
        return Unseen(why="no-codec")
    return _picture(data, job) if form.name == "picture" else Unseen(why="unknown")


def _film(data: bytes, media_type: str, job: Job) -> Done:
    if not codecs.reads_films():
        return Unseen(why="no-codec")
    try:
        if job.from_ms is not None:
            made = stretch(data, media_type, job.from_ms, job.limits.pixels)
            return Stretch(webm=made.webm, total_ms=made.total_ms)
        still = codecs.still(data, media_type, job.page, job.limits.pixels)
    except codecs.UnreadableFilmError:
        return Unseen(why="damaged")
    except LookupError:
        return Unseen(why="no-such-page")
    except OverflowError:
        return Unseen(why="too-large", most=job.limits.pixels)
    wide, high = still.picture.size
    jpeg = _jpeg(_plain(still.picture, job.edge))
    return Sight(jpeg=jpeg, width=wide, height=high, pages=still.count, at_ms=still.at_ms)


def _picture(data: bytes, job: Job) -> Done:
    Image.init()  # or the names of some formats are not known yet
    Image.MAX_IMAGE_PIXELS = job.limits.pixels
    too_large = Unseen(why="too-large", most=job.limits.pixels)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            known = [each for each in _FORMATS if each in Image.OPEN]
            with Image.open(io.BytesIO(data), formats=known) as picture:
                if picture.width * picture.height > job.limits.pixels:
                    return too_large
                return _sight(picture, job)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return too_large
    except UnidentifiedImageError:
        return Unseen(why="unknown")
    except _DAMAGE:
        return Unseen(why="damaged")


def _sight(picture: Image.Image, job: Job) -> Done:
    count = getattr(picture, "n_frames", 1)
    moves = count > 1 and picture.format not in ("TIFF", "MPO", "HEIF")
    pages = count if picture.format == "TIFF" else 1
    if not 1 <= job.page <= pages:
        return Unseen(why="no-such-page")
    if pages > 1:
        picture.seek(job.page - 1)
        if picture.width * picture.height > job.limits.pixels:
            return Unseen(why="too-large", most=job.limits.pixels)
    width, height = picture.size
    # libheif turns pictures itself.
    turned = picture.format != "HEIF" and picture.getexif().get(0x0112, 1) in (5, 6, 7, 8)
    # A JPEG is decoded at reduced size at once: ten times as quick for a small picture of it.
    picture.draft("RGB", (job.edge, job.edge))
    plain = _plain(picture, job.edge)
    if turned:
        width, height = height, width
    return Sight(jpeg=_jpeg(plain), width=width, height=height, pages=pages, moves=moves,
                 traits=traits_of(picture))  # fmt: skip


def _plain(picture: Image.Image, edge: int) -> Image.Image:
    """Return upright pixels in L or RGB, on white, at most ``edge`` long."""
    profile = picture.info.get("icc_profile")
    shown = ImageOps.exif_transpose(picture)
    if shown.mode.startswith("I;16"):
        shown = shown.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    elif shown.mode in ("I", "F"):
        low, high = cast("tuple[float, float]", shown.getextrema())
        span = (high - low) or 1
        shown = shown.point(lambda value: value * (255 / span) - low * 255 / span).convert("L")
    if shown.mode in ("1", "P"):
        shown = shown.convert("RGBA" if shown.has_transparency_data else "RGB")
    shown.thumbnail((edge, edge), Image.Resampling.LANCZOS, reducing_gap=2.0)
    if shown.has_transparency_data:
        layer = shown.convert("RGBA")
        shown = Image.alpha_composite(Image.new("RGBA", layer.size, (255,) * 4), layer)
    plain = _in_srgb(shown, profile)
    plain = plain.convert("L" if plain.mode in ("1", "L", "LA") else "RGB")
    # Not a copy of the object: that would carry comments and profiles into the new file.
    return Image.frombytes(plain.mode, plain.size, plain.tobytes())


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
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


def _jpeg(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()


def _page(data: bytes, job: Job) -> Done:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        asks = getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD
        return Unseen(why="password" if asks else "damaged")
    try:
        # Form fields as a viewer shows them; scripts never run: this build has no engine for them.
        document.init_forms()
        count = len(document)
        if not 1 <= job.page <= count:
            return Unseen(why="no-such-page")
        page = document[job.page - 1]
        width, height = page.get_size()
        longer = max(width, height)
        if not (math.isfinite(longer) and 0 < longer <= 20_000 and min(width, height) > 0):
            return Unseen(why="too-large", most=20_000)
        scale = min(job.edge / longer, _MOST_SCALE)
        drawn = page.render(scale=scale, rev_byteorder=True, draw_annots=True).to_pil()
        plain = drawn.convert("RGB")
        return Sight(jpeg=_jpeg(plain), width=round(width), height=round(height), pages=count)
    except pypdfium2.PdfiumError:
        return Unseen(why="damaged")
    finally:
        document.close()
