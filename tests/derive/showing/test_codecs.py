"""Formats of telephones: shown where a codec is there, and said to need one where not."""

from __future__ import annotations

import base64
import importlib.util
import io
from collections.abc import Iterator

import pytest
from PIL import Image

from films import FILMS_HERE, film
from probatum.derive.showing.apart import Draughtsmen
from probatum.derive.showing.forms import form_of
from probatum.derive.showing.job import Sight, Stretch, Unseen
from probatum.derive.showing.stretches import STRETCH_MS

# 64 x 32 pixels, blue on the left and red on the right; made with libheif.
HEIC = base64.b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAX1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAA"
    "AAAAAAAAACJpbG9jAAAAAERAAAEAAQAAAAABoQABAAAAAAAAAGUAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABo"
    "dmMxAAAAAA5waXRtAAAAAAABAAAA/WlwcnAAAADdaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEA"
    "GEABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAA"
    "AwAhYgABAAZEAcFzwIkAAAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAAEAAAAAB"
    "AAAAIAAAAAEAAAAAAAAAAv///+AAAAACAAAAEHBpeGkAAAAAAwgICAAAABhpcG1hAAAAAAAAAAEAAQWBAgMFhAAAAG1t"
    "ZGF0AAAAYSgBrxOA9SeBP//q8UV/6LGr/kWvMSre3VT/+fLqL+R+J24DG2aCybjuPF4ruWM1KpVhAOkvAUKSc0i0gkA5"
    "ecZfS/9M2E1n5slkt5vl4bD0CM258ZHxH614CCaS2WgrW8A="
)
HEIC_HERE = importlib.util.find_spec("pi_heif") is not None


@pytest.fixture(scope="module")
def draughtsmen() -> Iterator[Draughtsmen]:
    with Draughtsmen(many=1) as some:
        yield some


def test_a_picture_of_a_telephone_is_shown_where_the_codec_is(draughtsmen: Draughtsmen) -> None:
    done = draughtsmen.look([HEIC], edge=64)
    if not HEIC_HERE:
        assert done == Unseen(why="no-codec")
        return
    assert isinstance(done, Sight)
    assert (done.width, done.height, done.pages) == (64, 32, 1)
    with Image.open(io.BytesIO(done.jpeg)) as made:
        left, right = made.convert("RGB").getpixel((8, 16)), made.getpixel((56, 16))
    assert left[2] > 150 > left[0] and right[0] > 150 > right[2]


@pytest.mark.skipif(not HEIC_HERE, reason="needs the codec")
def test_a_damaged_one_is_damaged(draughtsmen: Draughtsmen) -> None:
    for data in (HEIC[:400], HEIC[:100] + bytes(300) + HEIC[400:]):
        done = draughtsmen.look([data], edge=64)
        assert isinstance(done, Unseen) and done.why in ("damaged", "unknown")


@pytest.mark.skipif(not FILMS_HERE, reason="needs FFmpeg's libraries")
@pytest.mark.parametrize("codec", ["hevc", "mpeg4"])
def test_stills_are_spread_over_a_film(draughtsmen: Draughtsmen, codec: str) -> None:
    data = film("libx265" if codec == "hevc" else codec)
    reds, times = [], []
    for number in (1, 6, 12):
        done = draughtsmen.look([data], page=number, edge=64)
        assert isinstance(done, Sight)
        assert (done.width, done.height, done.pages) == (64, 48, 12)
        times.append(done.at)
        with Image.open(io.BytesIO(done.jpeg)) as made:
            reds.append(made.convert("RGB").getpixel((30, 20))[0])
    assert reds == sorted(set(reds)) and reds[-1] - reds[0] > 120
    assert times == ["0:00", "0:01.4", "0:02.8"]  # fifteen pictures, five a second
    assert draughtsmen.look([data], page=13, edge=64) == Unseen(why="no-such-page")


@pytest.mark.skipif(not FILMS_HERE, reason="needs FFmpeg's libraries")
def test_a_film_is_played_stretch_by_stretch_as_a_browser_can(draughtsmen: Draughtsmen) -> None:
    data = film("libx265", 40)
    reds, lengths = [], []
    for number in range(3):
        done = draughtsmen.play([data], from_ms=STRETCH_MS * number)
        assert isinstance(done, Stretch)
        assert done.total_ms == 40_000
        kinds, (first, last), red = seen_in(done.webm)
        assert kinds == [("video", "vp8"), ("audio", "opus")]
        assert first < 0.1
        lengths.append(round(last))
        reds.append(red)
    assert lengths == [15, 15, 10]
    assert reds == sorted(set(reds)) and reds[0] < 20 and reds[2] > 170
    assert draughtsmen.play([data], from_ms=41_000) == Unseen(why="no-such-page")


@pytest.mark.skipif(not FILMS_HERE, reason="needs FFmpeg's libraries")
def test_a_film_that_was_taken_upright_stands_upright(draughtsmen: Draughtsmen) -> None:
    import av

    done = draughtsmen.play([film("libx265", turned=True)], from_ms=0)
    assert isinstance(done, Stretch)
    with av.open(io.BytesIO(done.webm)) as made:
        picture = next(made.decode(video=0))
        assert (picture.width, picture.height) == (48, 64)


@pytest.mark.skipif(not FILMS_HERE, reason="needs FFmpeg's libraries")
def test_what_is_no_film_is_not_played(draughtsmen: Draughtsmen) -> None:
    whole = film("libx265")
    for data in (whole[: len(whole) // 2], whole[:200] + bytes(len(whole) - 200)):
        assert isinstance(draughtsmen.play([data], from_ms=0), Unseen)
    assert draughtsmen.play([HEIC], from_ms=0) == Unseen(why="unknown")
    assert isinstance(draughtsmen.play([whole], from_ms=0), Stretch)  # and it goes on


def seen_in(webm: bytes) -> tuple[list[tuple[str, str]], tuple[float, float], int]:
    """Kinds of streams; when its pictures begin and end, in seconds; how red the first is."""
    import av

    with av.open(io.BytesIO(webm), format="matroska") as made:
        kinds = [(each.type, each.codec_context.name) for each in made.streams]
        pictures = list(made.decode(video=0))
    red = pictures[0].to_image().getpixel((30, 20))[0]
    return kinds, (pictures[0].time, pictures[-1].time + 0.2), red


def test_a_film_says_that_it_needs_a_codec_or_is_damaged(draughtsmen: Draughtsmen) -> None:
    hostile = b"\0\0\0\x18ftypisom" + bytes(200)
    assert form_of(hostile).name == "film"
    done = draughtsmen.look([hostile], edge=64)
    assert done == Unseen(why="damaged" if FILMS_HERE else "no-codec")


@pytest.mark.skipif(not FILMS_HERE, reason="needs FFmpeg's libraries")
def test_a_list_of_other_files_in_the_guise_of_a_film_opens_none(draughtsmen: Draughtsmen) -> None:
    listed = b"\0\0\0\x18ftypisom\n#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n"
    assert draughtsmen.look([listed], edge=64) == Unseen(why="damaged")


@pytest.mark.parametrize(
    ("milliseconds", "said"),
    [(None, None), (0, "0:00"), (62_500, "1:02.5"), (3_723_004, "1:02:03.004")],
)
def test_when_a_still_comes_is_said_as_a_citation_takes_it(
    milliseconds: int | None, said: str | None
) -> None:
    assert Sight(jpeg=b"", width=1, height=1, pages=1, at_ms=milliseconds).at == said
