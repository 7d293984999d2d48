"""Pictures: what is under a box is gone, what nobody saw is gone, the rest stays."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops

from derive.redaction import drawn_files
from derive.redaction.drawn_files import NAME, PLANTED, SIZE
from probatum.derive.redaction import boxes
from probatum.derive.redaction.choices import Copy, Region
from probatum.derive.redaction.pictures import redact_picture
from probatum.errors import InputError, UseError

MOST = 2_000_000
PLACE = Region(None, *NAME)


def redacted(data: bytes, *regions: Region) -> tuple[Copy, Image.Image]:
    copy = redact_picture(data, regions or (PLACE,), most_pixels=MOST)
    picture = Image.open(io.BytesIO(copy.data))
    picture.load()
    return copy, picture


ORIGINALS = {
    "jpeg": drawn_files.jpeg(),
    "png": drawn_files.png(),
    "palette": drawn_files.png("P"),
    "transparent": drawn_files.png("RGBA"),
    "grey": drawn_files.png("L"),
    "black and white": drawn_files.png("1"),
    "tiff": drawn_files.tiff(),
    "webp": drawn_files.webp(),
}


@pytest.mark.parametrize("name", ORIGINALS)
def test_nothing_planted_is_in_the_copy(name: str) -> None:
    assert PLANTED in ORIGINALS[name] or name in ("webp",)
    copy, picture = redacted(ORIGINALS[name])
    assert b"PLANTED" not in copy.data
    assert b"P\0L\0A\0N\0T" not in copy.data
    assert not dict(picture.getexif()) or picture.format == "TIFF"
    names = {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "compression",
        "resolution",
        "dpi",
    }
    assert set(picture.info) <= names
    assert copy.data.count(b"\xff\xd8\xff") <= 1, "no thumbnail"


@pytest.mark.parametrize("name", ORIGINALS)
def test_pixels_under_the_box_are_all_the_same(name: str) -> None:
    _, picture = redacted(ORIGINALS[name])
    under = picture.convert("RGB").crop(NAME)
    assert under.getextrema() == ((0, 0), (0, 0), (0, 0))


@pytest.mark.parametrize("name", ["png", "grey", "tiff"])
def test_far_from_the_box_no_pixel_of_a_lossless_picture_changes(name: str) -> None:
    _, picture = redacted(ORIGINALS[name])
    before = Image.open(io.BytesIO(ORIGINALS[name])).convert(picture.mode)
    changed = ImageChops.difference(before, picture).getbbox()
    assert changed is not None
    edge = boxes.PLAIN.frame
    assert changed[0] >= NAME[0] - edge and changed[1] >= NAME[1] - edge
    assert changed[2] <= NAME[2] + edge and changed[3] <= NAME[3] + edge


def test_far_from_the_box_a_jpeg_stays_near() -> None:
    _, picture = redacted(ORIGINALS["jpeg"])
    before = Image.open(io.BytesIO(ORIGINALS["jpeg"])).convert("RGB")
    difference = ImageChops.difference(before, picture)
    for part in ((0, 0, SIZE[0], 60), (0, 150, *SIZE)):
        assert max(most for _, most in difference.crop(part).getextrema()) <= 24


def test_every_block_of_the_original_that_the_region_touches_is_covered() -> None:
    """JPEG spreads what is in a block of 16 pixels over all of it, and two pixels beyond."""
    with_name, without = io.BytesIO(), io.BytesIO()
    picture = Image.new("RGB", SIZE, (120, 130, 140))
    picture.save(without, "JPEG", quality=20)
    picture.paste((255, 0, 0), (110, 100, 150, 120))
    picture.save(with_name, "JPEG", quality=20)
    region = Region(None, 110, 100, 150, 120)
    _, one = redacted(with_name.getvalue(), region)
    _, other = redacted(without.getvalue(), region)
    assert ImageChops.difference(one, other).getbbox() is None


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_camera_turned_the_picture_first(orientation: int) -> None:
    picture = Image.new("RGB", (160, 96), (200, 200, 200))
    picture.paste((255, 0, 0), (0, 0, 16, 16))
    back = {1: None, 2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}[orientation]
    stored = picture if back is None else picture.transpose(Image.Transpose(back))
    out = io.BytesIO()
    stored.save(out, "JPEG", quality=95, exif=drawn_files.exif(orientation))
    _, copy = redacted(out.getvalue(), Region(None, 0, 0, 16, 16))
    assert copy.size == (160, 96)
    red, green, _ = copy.split()
    assert ImageChops.subtract(red, green).getextrema()[1] < 30, "no red is left anywhere"


def test_hidden_colours_of_transparent_pixels_are_gone() -> None:
    picture = Image.new("RGBA", (64, 64), (10, 200, 30, 0))
    out = io.BytesIO()
    picture.save(out, "PNG")
    copy, shown = redacted(out.getvalue(), Region(None, 0, 0, 8, 8))
    assert shown.mode == "RGB" and shown.getpixel((40, 40)) == (255, 255, 255)
    assert copy.lost == ("transparency",)


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_a_picture_that_moves_is_refused(form: str) -> None:
    with pytest.raises(InputError, match="cannot-redact.*moves"):
        redacted(drawn_files.moving(form))


def test_the_second_picture_of_a_telephone_is_left_out_and_said_to_be() -> None:
    out = io.BytesIO()
    drawn_files.scene().save(out, "MPO", save_all=True, append_images=[drawn_files.scene()])
    copy, picture = redacted(out.getvalue())
    assert picture.format == "JPEG" and copy.data.count(b"\xff\xd8\xff") == 1
    assert copy.lost == ("1 further picture of the file",)


def test_pages_of_a_scan_are_covered_one_by_one() -> None:
    data = drawn_files.tiff(pages=3)
    with pytest.raises(UseError, match="its page, 1 to 3"):
        redacted(data, PLACE)
    copy, picture = redacted(data, Region(1, *NAME), Region(3, *NAME))
    assert copy.pages == picture.n_frames == 3
    for number, covered in ((0, True), (1, False), (2, True)):
        picture.seek(number)
        flat = picture.convert("RGB").crop(NAME).getextrema() == ((0, 0),) * 3
        assert flat == covered
    with pytest.raises(UseError, match="page 4"):
        redacted(data, Region(4, *NAME))


def test_a_small_version_among_the_pages_is_left_out() -> None:
    out = io.BytesIO()
    small = drawn_files.scene().resize((64, 48))
    small.encoderinfo = {"tiffinfo": {254: 1}}
    drawn_files.scene().save(out, "TIFF", save_all=True, append_images=[small])
    copy, picture = redacted(out.getvalue())
    assert picture.n_frames == 1
    assert copy.lost == ("a small version or mask of a page",)


def test_a_box_outside_of_the_picture_is_refused() -> None:
    with pytest.raises(UseError, match="320 x 240"):
        redacted(ORIGINALS["png"], Region(None, 320, 0, 330, 10))


def test_damaged_pictures_are_refused_whole() -> None:
    for name, data in ORIGINALS.items():
        cut = data[: len(data) // 2 if name != "jpeg" else data.rindex(PLANTED) - 500]
        with pytest.raises(InputError, match="cannot-redact"):
            redacted(cut)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    data = drawn_files.bomb()
    assert len(data) < 1 << 20
    with pytest.raises(InputError, match="cannot-redact.*pixels"):
        redacted(data)


@pytest.mark.parametrize("name", ORIGINALS)
def test_the_same_original_gives_the_same_copy(name: str) -> None:
    assert redacted(ORIGINALS[name])[0] == redacted(ORIGINALS[name])[0]


def test_grey_levels_of_sixteen_bits_become_eight() -> None:
    out = io.BytesIO()
    Image.new("I;16", (64, 64), 0x8000).save(out, "PNG")
    copy, picture = redacted(out.getvalue(), Region(None, 0, 0, 8, 8))
    assert picture.mode == "L" and picture.getpixel((40, 40)) == 0x80
    assert copy.lost == ("grey levels beyond 256",)


def test_a_box_is_seen_on_a_dark_picture() -> None:
    out = io.BytesIO()
    Image.new("RGB", (64, 64)).save(out, "PNG")
    _, picture = redacted(out.getvalue(), Region(None, 20, 20, 40, 40))
    assert picture.getextrema() == ((0, 255),) * 3


def test_what_another_library_allows_damaged_pictures_is_not_allowed_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from PIL import ImageFile

    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as WeasyPrint leaves it
    test_damaged_pictures_are_refused_whole()
