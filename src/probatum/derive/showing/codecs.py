"""Codecs that are there or not: HEIC pictures through libheif, films through FFmpeg.

Both are libraries of native code that somebody installs beside this program
(``decisions/0067-codecs.md``); without them a file is said to need one. They run where all files
are opened, in the confined process. What FFmpeg may read is said beforehand: a container of films,
never a list of other files.
"""

from __future__ import annotations

import importlib.util
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    import av
    import av.container

MOST_STILLS = 12
_MICRO = 1_000_000  # FFmpeg counts in millionths of a second
_CONTAINERS = {
    "video/mp4": "mov", "video/quicktime": "mov", "video/webm": "matroska",
    "video/x-matroska": "matroska", "video/x-msvideo": "avi", "video/ogg": "ogg",
}  # fmt: skip


class UnreadableFilmError(ValueError):
    """The film is damaged, or of a codec that this FFmpeg has not."""


def reads_heic() -> bool:
    """Say whether HEIC pictures can be opened here; from then on Pillow opens them."""
    if importlib.util.find_spec("pi_heif") is None:
        return False
    import pi_heif

    pi_heif.register_heif_opener(thumbnails=False)
    return True


def reads_films() -> bool:
    """Say whether films can be decoded here."""
    return importlib.util.find_spec("av") is not None


@dataclass(frozen=True, slots=True)
class Still:
    """One picture of a film: how many there are of it, and when it comes, from the film's start.

    ``at_ms`` is in milliseconds, None where the film does not say.
    """

    picture: Image.Image
    count: int
    at_ms: int | None


def still(data: bytes, media_type: str, number: int, most_pixels: int) -> Still:
    """Return still ``number`` (from 1) of a film; stills are spread over its length.

    Raises UnreadableFilmError; LookupError for a number beyond the last one; OverflowError for
    pictures of more than ``most_pixels``.
    """
    import av

    try:
        with opened(data, media_type, most_pixels) as (film, stream):
            count = max(1, min(MOST_STILLS, stream.frames or MOST_STILLS))
            if not 1 <= number <= count:
                raise LookupError
            wanted = (film.duration or 0) * (number - 1) // count
            if wanted:
                film.seek(wanted)  # to a whole picture before it; from there forward
            for frame in film.decode(stream):
                if (frame.time or 0) * _MICRO < wanted and frame.time is not None:
                    continue
                picture: Image.Image = frame.to_image()  # type: ignore[no-untyped-call]
                turned = getattr(frame, "rotation", 0)
                upright = picture.rotate(turned, expand=True) if turned else picture
                return Still(upright, count, _at(frame, stream))
    except av.error.FFmpegError as error:
        raise UnreadableFilmError from error
    raise UnreadableFilmError


def _at(frame: av.VideoFrame, stream: av.VideoStream) -> int | None:
    if frame.pts is None:
        return None
    begun = float((stream.start_time or 0) * (stream.time_base or 0))
    return max(0, round(1_000 * (frame.time - begun)))


@contextmanager
def opened(
    data: bytes, media_type: str, most_pixels: int
) -> Iterator[tuple[av.container.InputContainer, av.VideoStream]]:
    """Open a film, of the kind of container that its first bytes show, at its first stream of
    pictures.

    Raises UnreadableFilmError, and OverflowError for pictures of more than ``most_pixels``.
    """
    import av

    container = _CONTAINERS.get(media_type)
    if container is None:
        raise UnreadableFilmError
    # Without a format FFmpeg guesses, and some of its guesses open other files and addresses.
    with av.open(io.BytesIO(data), "r", format=container) as film:
        if not film.streams.video:
            raise UnreadableFilmError
        for stream in film.streams.video:
            stream.thread_count = 1
        pictures = film.streams.video[0]
        if pictures.width * pictures.height > most_pixels:
            raise OverflowError
        yield film, pictures
