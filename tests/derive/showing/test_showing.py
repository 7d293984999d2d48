"""Pictures of files are made from pixels alone, in a process that a hostile file may bring down."""

from __future__ import annotations

import io
from collections.abc import Iterator
from threading import Thread

import pytest
from PIL import Image

from desk import material
from probatum.derive.showing import job
from probatum.derive.showing.apart import Draughtsmen
from probatum.derive.showing.forms import form_of
from probatum.derive.showing.job import Sight, Unseen


@pytest.fixture(scope="module")
def draughtsmen() -> Iterator[Draughtsmen]:
    with Draughtsmen(many=1) as some:
        yield some


def test_a_picture_is_upright_and_small_and_without_its_metadata(draughtsmen: Draughtsmen) -> None:
    data = material.jpeg((900, 600), orientation=6, said=material.SCRIPT)
    done = draughtsmen.look([data[:100], data[100:]], edge=120)
    assert isinstance(done, Sight)
    assert (done.width, done.height, done.pages) == (600, 900, 1)
    with Image.open(io.BytesIO(done.jpeg)) as made:
        assert made.size == (80, 120)
        assert not made.getexif()
    assert b"script" not in done.jpeg


def test_what_stands_behind_a_picture_is_not_in_what_is_shown(draughtsmen: Draughtsmen) -> None:
    done = draughtsmen.look([material.polyglot_gif()], edge=200)
    assert isinstance(done, Sight)
    assert done.jpeg.startswith(b"\xff\xd8\xff")
    assert b"html" not in done.jpeg


def test_a_page_of_a_pdf_is_drawn_and_its_script_does_not_run(draughtsmen: Draughtsmen) -> None:
    done = draughtsmen.look([material.pdf_with_script()], edge=300)
    assert isinstance(done, Sight)
    assert (done.width, done.height, done.pages) == (300, 200, 1)
    with Image.open(io.BytesIO(done.jpeg)) as made:
        red, green, _ = made.convert("RGB").getpixel((60, 130))
    assert red > 200
    assert green < 60


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (material.huge_png(), "too-large"),
        (b"\xff\xd8\xff\xe0" + bytes(300), "damaged"),
        (b"%PDF-1.7 nothing of the kind", "damaged"),
        (b"<svg onload='alert(1)'></svg>", "unknown"),
        (b"", "unknown"),
    ],
)
def test_what_cannot_be_shown_says_why(draughtsmen: Draughtsmen, data: bytes, why: str) -> None:
    done = draughtsmen.look([data], edge=200)
    assert isinstance(done, Unseen)
    assert done.why in (why, "unknown") if why == "damaged" else done.why == why


def test_a_page_that_is_not_there_is_said_to_be_none(draughtsmen: Draughtsmen) -> None:
    assert draughtsmen.look([material.pdf_with_script()], page=2, edge=200) == Unseen(
        why="no-such-page"
    )


def test_a_larger_file_than_allowed_is_taken_back_and_the_next_one_is_shown() -> None:
    with Draughtsmen(many=1, limits=job.Limits(input_bytes=1000)) as some:
        assert some.look([bytes(600), bytes(600)], edge=50) == Unseen(why="too-large", most=1000)
        assert isinstance(some.look([material.pdf_with_script()], edge=50), Sight)


def test_a_process_outlives_the_thread_that_needed_it_first(draughtsmen: Draughtsmen) -> None:
    made: list[object] = []
    for _ in range(2):
        asking = Thread(target=lambda: made.append(draughtsmen.look([material.jpeg()], edge=50)))
        asking.start()
        asking.join()
    assert all(isinstance(each, Sight) for each in made)
    assert draughtsmen._idle[0]._process.poll() is None


def test_an_error_while_reading_is_passed_on_and_the_next_file_is_shown() -> None:
    def failing() -> Iterator[bytes]:
        yield b"GIF89a"
        raise EOFError("the vault is damaged")

    with Draughtsmen(many=1) as some:
        with pytest.raises(EOFError):
            some.look(failing(), edge=50)
        assert isinstance(some.look([material.jpeg()], edge=50), Sight)


@pytest.mark.parametrize(
    ("head", "name", "media_type"),
    [
        (b"\x89PNG\r\n\x1a\n", "picture", "image/png"),
        (b"junk before %PDF-1.4", "pages", "application/pdf"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "picture", "image/webp"),
        (b"RIFF\0\0\0\0WAVEfmt ", "sound", "audio/wav"),
        (b"\0\0\0\x18ftypisom", "film", "video/mp4"),
        (b"\0\0\0\x18ftypM4A ", "sound", "audio/mp4"),
        (b"\0\0\0\x18ftypheic", "picture", "image/heic"),
        (b"\x1aE\xdf\xa3\x9fB\x86\x81\x01webm", "film", "video/webm"),
        (b"\xff\xfb\x90\x00", "sound", "audio/mpeg"),
        (b"BM is how this letter begins", "other", "application/octet-stream"),
        (b"<!doctype html><script>", "other", "application/octet-stream"),
        (b"<svg xmlns=", "other", "application/octet-stream"),
        (b"\xff\xfe<\0h\0t\0m\0l\0", "other", "application/octet-stream"),
    ],
)
def test_a_file_is_what_its_first_bytes_say(head: bytes, name: str, media_type: str) -> None:
    form = form_of(head)
    assert (form.name, form.media_type) == (name, media_type)
