"""The drawn photographs: EXIF data that says what the story needs, and nothing of a real place."""

from __future__ import annotations

import io

import pytest
from PIL import ExifTags, Image

from probatum.exercise import ExerciseFile, story
from probatum.exercise.labels import LABELS
from probatum.exercise.photographs import PHOTOGRAPHS, photograph


@pytest.fixture(scope="module")
def pictures() -> dict[ExerciseFile, Image.Image]:
    return {file: Image.open(io.BytesIO(photograph(file))) for file in PHOTOGRAPHS}


def test_every_photograph_says_that_it_is_an_exercise(
    pictures: dict[ExerciseFile, Image.Image],
) -> None:
    assert len(pictures) >= 4
    for picture in pictures.values():
        exif = picture.getexif()
        assert picture.format == "JPEG"
        assert exif[ExifTags.Base.ImageDescription].startswith(LABELS["en"])
        assert exif[ExifTags.Base.Make] == "Exercise Camera"


def test_every_photograph_carries_the_time_of_the_camera(
    pictures: dict[ExerciseFile, Image.Image],
) -> None:
    for picture in pictures.values():
        taken = picture.getexif().get_ifd(ExifTags.IFD.Exif)
        assert taken[ExifTags.Base.DateTimeOriginal].startswith("2019:05:")


def test_a_zone_or_position_that_was_not_recorded_is_absent(
    pictures: dict[ExerciseFile, Image.Image],
) -> None:
    zones, positions = 0, 0
    for picture in pictures.values():
        zones += ExifTags.Base.OffsetTimeOriginal in picture.getexif().get_ifd(ExifTags.IFD.Exif)
        place = picture.getexif().get_ifd(ExifTags.IFD.GPSInfo)
        if place:
            positions += 1
            # The South Atlantic, two thousand kilometres from any coast.
            assert place[ExifTags.GPS.GPSLatitudeRef] == "S"
            assert place[ExifTags.GPS.GPSLatitude] == (31.0, 0.0, 0.0)
            assert place[ExifTags.GPS.GPSLongitudeRef] == "W"
            assert place[ExifTags.GPS.GPSLongitude] == (17.0, 0.0, 0.0)
    assert zones == positions == len(pictures) - 1


def test_the_photograph_of_the_person_to_be_erased_names_its_author(
    pictures: dict[ExerciseFile, Image.Image],
) -> None:
    by_artist = {
        file.path
        for file, picture in pictures.items()
        if picture.getexif()[ExifTags.Base.Artist] == story.ERASED_PERSON
    }
    assert by_artist == {story.ERASED_FILES[1]}


def test_the_strip_with_the_label_is_drawn_at_the_foot(
    pictures: dict[ExerciseFile, Image.Image],
) -> None:
    for picture in pictures.values():
        strip = picture.convert("L").crop((0, picture.height - 38, picture.width, picture.height))
        dark, light = strip.getextrema()
        assert dark < 50 and light > 200


def test_the_drawings_are_pictures_and_not_flat_areas(
    pictures: dict[ExerciseFile, Image.Image],
) -> None:
    for picture in pictures.values():
        assert picture.size == (1200, 800)
        grey_levels = sum(1 for count in picture.convert("L").histogram() if count)
        assert grey_levels > 100
