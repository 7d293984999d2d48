"""The exercise's photographs: drawn scenes with a watermark and EXIF data, as JPEG.

They are drawings and look like it. The EXIF data is what collecting and dating are shown on: one
camera clock is an hour behind, one picture has no position, the others lie in the open ocean.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from PIL import ExifTags, Image, ImageDraw, ImageFont

from probatum.exercise import river_scenes, scenery, story, town_scenes
from probatum.exercise.catalogue import ExerciseFile
from probatum.exercise.labels import LABELS

_SIZE = (1200, 800)
_QUALITY = 84
_STRIP = f"{LABELS['en']} - drawn by a program - "


@dataclass(frozen=True, slots=True)
class Shot:
    """A scene and what the camera says of it; position in whole degrees, None: none recorded.

    ``taken`` as EXIF spells it, ``offset`` of the camera's zone or empty, ``town`` the invented
    place whose name the strip at the foot says does not exist.
    """

    scene: Callable[[], Image.Image]
    file: ExerciseFile
    taken: str
    offset: str
    artist: str
    position: tuple[int, int] | None
    town: str = "Quernhalt"


_SHOTS: tuple[Shot, ...] = (
    Shot(
        river_scenes.landing,
        ExerciseFile(
            "photographs/ferry-landing.jpg",
            "The ferry landing before the crossing",
            "zxx",
            "drawn photograph; EXIF time, position in the ocean",
        ),
        "2019:05:11 05:48:20",
        "+03:00",
        "Exercise Photographer",
        (-31, -17),
    ),
    Shot(
        river_scenes.bridge,
        ExerciseFile(
            "photographs/old-bridge.jpg",
            "The old bridge",
            "zxx",
            "drawn photograph; said by some to show the day itself, taken two days before",
        ),
        "2019:05:09 13:05:41",
        "+03:00",
        "Exercise Photographer",
        (-31, -17),
    ),
    Shot(
        town_scenes.street,
        ExerciseFile(
            "photographs/street-to-the-river.jpg",
            "A street that leads to the river",
            "zxx",
            "drawn photograph; the zone of the camera's clock is not recorded",
        ),
        "2019:05:12 16:31:07",
        "",
        "Exercise Investigator",
        (-31, -17),
    ),
    Shot(
        town_scenes.balcony,
        ExerciseFile(
            story.ERASED_FILES[1],
            "The river from a balcony",
            "zxx",
            "drawn photograph; names its author, clock an hour behind, no position",
        ),
        "2019:05:11 06:52:33",
        "+02:00",
        story.ERASED_PERSON,
        None,
    ),
)

PHOTOGRAPHS: tuple[ExerciseFile, ...] = tuple(shot.file for shot in _SHOTS)


def photograph(file: ExerciseFile) -> bytes:
    """The JPEG bytes of one of ``PHOTOGRAPHS``."""
    return developed(next(shot for shot in _SHOTS if shot.file == file))


def developed(shot: Shot) -> bytes:
    """The JPEG bytes of a shot: drawn, with the watermark, the strip and its EXIF data."""
    picture = shot.scene()
    scenery.vignette(picture, 0.45)
    picture = picture.resize(_SIZE, Image.Resampling.HAMMING)
    scenery.texture(picture, 7, (150, 100), 0.16)
    _watermark(picture, shot.town)
    out = BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY, exif=_exif(shot))
    return out.getvalue()


@cache
def _stamp() -> Image.Image:
    """Where the watermark lightens a picture: mode L, slanted words."""
    mask = Image.new("L", (1600, 1600))
    draw, font = ImageDraw.Draw(mask), ImageFont.load_default(92)
    for row in range(3):
        for column in range(3):
            left = column * 640 - (row % 2) * 320
            draw.text((left, 420 + row * 300), "EXERCISE", font=font, fill=66)
    left, top = (1600 - _SIZE[0]) // 2, (1600 - _SIZE[1]) // 2
    turned = mask.rotate(24, Image.Resampling.BILINEAR)
    return turned.crop((left, top, left + _SIZE[0], top + _SIZE[1]))


def _watermark(picture: Image.Image, town: str) -> None:
    picture.paste(Image.new("RGB", _SIZE, (255, 255, 255)), (0, 0), _stamp())
    strip = ImageDraw.Draw(picture)
    strip.rectangle((0, _SIZE[1] - 40, _SIZE[0], _SIZE[1]), fill=(20, 22, 26))
    # Pillow's own font: the same letters on every machine, nothing to install.
    font = ImageFont.load_default(22)
    strip.text(
        (20, _SIZE[1] - 33), f"{_STRIP}{town} does not exist", font=font, fill=(240, 236, 224)
    )


def _exif(shot: Shot) -> Image.Exif:
    """EXIF 2.32 tags; a time zone that the camera did not record is left out, never guessed."""
    exif = Image.Exif()
    exif[ExifTags.Base.ImageDescription] = f"{LABELS['en']}: {shot.file.title}"
    exif[ExifTags.Base.Make] = "Exercise Camera"
    exif[ExifTags.Base.Model] = "Exercise Camera 1"
    exif[ExifTags.Base.Software] = "Probatum exercise"
    exif[ExifTags.Base.Artist] = shot.artist
    exif[ExifTags.Base.DateTime] = shot.taken
    taken = exif.get_ifd(ExifTags.IFD.Exif)
    taken[ExifTags.Base.DateTimeOriginal] = shot.taken
    if shot.offset:
        taken[ExifTags.Base.OffsetTimeOriginal] = shot.offset
    if shot.position is not None:
        latitude, longitude = shot.position
        place = exif.get_ifd(ExifTags.IFD.GPSInfo)
        place[ExifTags.GPS.GPSLatitudeRef] = "N" if latitude >= 0 else "S"
        place[ExifTags.GPS.GPSLatitude] = (float(abs(latitude)), 0.0, 0.0)
        place[ExifTags.GPS.GPSLongitudeRef] = "E" if longitude >= 0 else "W"
        place[ExifTags.GPS.GPSLongitude] = (float(abs(longitude)), 0.0, 0.0)
    return exif
