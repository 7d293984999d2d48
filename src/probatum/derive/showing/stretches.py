"""A stretch of a film, made anew for a browser's player: WebM with VP8 and Opus.

A working copy to look at, quick to make and small: at most 640 pixels along the longer edge, 25
pictures a second, one channel of sound. Pictures and sound are decoded and encoded again, and
nothing else of the file is in it. Runs in the process of ``worker``, with the libraries of
``codecs``.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, cast

from PIL import Image

from probatum.derive.showing.codecs import UnreadableFilmError, opened

if TYPE_CHECKING:
    import av
    import av.container

STRETCH_MS = 15_000
_EDGE = 640
_STEP_MS = 40
_APART_MS = 2_000  # how far sound and pictures lie apart in a file
_SAMPLES_A_SECOND = 48_000
_SAMPLES_OF_OPUS = 960  # twenty milliseconds
_BITS_A_SECOND = 800_000
_MILLI = Fraction(1, 1_000)
# The quickest way to encode, on one core: a person waits for it.
_QUICK = {"deadline": "realtime", "cpu-used": "12", "lag-in-frames": "0"}


@dataclass(frozen=True, slots=True)
class Made:
    """A stretch as WebM, and how long the film is, in milliseconds; None where it does not say."""

    webm: bytes
    total_ms: int | None


def stretch(data: bytes, media_type: str, at_ms: int, most_pixels: int) -> Made:
    """Return what comes in a film from ``at_ms`` milliseconds after its beginning, for STRETCH_MS.

    Raises UnreadableFilmError; LookupError where no picture comes any more; OverflowError for
    pictures of more than ``most_pixels``.
    """
    import av

    out = io.BytesIO()
    try:
        with opened(data, media_type, most_pixels) as (film, pictures):
            total = None if film.duration is None else film.duration // 1_000
            with av.open(out, "w", format="webm") as made:
                _copy(film, pictures, made, at_ms)
            return Made(out.getvalue(), total)
    except av.error.FFmpegError as error:
        raise UnreadableFilmError from error


def _copy(
    film: av.container.InputContainer, pictures: av.VideoStream,
    made: av.container.OutputContainer, at_ms: int,
) -> None:  # fmt: skip
    sounds = film.streams.audio[:1]
    pens: tuple[_Pictures, _Sound | None] | None = None
    for frame, at in _within(film, (pictures, *sounds), at_ms):
        if hasattr(frame, "to_image"):
            # Which side is up is known with the first picture; all streams are there before it.
            pens = pens or (_Pictures(made, frame), _Sound(made) if sounds else None)
            pens[0].take(frame, at)
        elif pens is not None and pens[1] is not None:
            pens[1].take(frame, at)
    if pens is None:
        raise LookupError
    for pen in pens:
        if pen is not None:
            pen.end()


def _within(
    film: av.container.InputContainer, streams: tuple[Any, ...], at_ms: int
) -> Iterator[tuple[Any, int]]:
    """Yield the frames of a stretch, with when each comes: milliseconds from its beginning."""
    begun = (film.start_time or 0) / 1_000
    if at_ms:
        film.seek(round(1_000 * (begun + at_ms)))  # to a whole picture before it
    for packet in film.demux(*streams):
        for frame in packet.decode():
            if frame.time is None:
                continue
            at = round(1_000 * frame.time - begun) - at_ms
            if at >= STRETCH_MS + _APART_MS:
                return
            if 0 <= at < STRETCH_MS:
                yield frame, at


class _Pictures:
    """Puts pictures into the new film: small, upright, no more than 25 a second."""

    def __init__(self, made: av.container.OutputContainer, first: av.VideoFrame) -> None:
        self._made, self._next = made, 0
        self._stream = made.add_stream("libvpx", rate=1_000 // _STEP_MS, options=_QUICK)
        scale = min(1.0, _EDGE / max(first.width, first.height))
        # VP8 halves colours both ways: even numbers.
        self._size = [max(2, round(each * scale) // 2 * 2) for each in (first.width, first.height)]
        turned = getattr(first, "rotation", 0) % 360
        self._turn = {90: Image.Transpose.ROTATE_90, 180: Image.Transpose.ROTATE_180,
                      270: Image.Transpose.ROTATE_270}.get(turned)  # fmt: skip
        wide, high = self._size if turned % 180 == 0 else self._size[::-1]
        self._stream.width, self._stream.height, self._stream.pix_fmt = wide, high, "yuv420p"
        self._stream.bit_rate, self._stream.thread_count = _BITS_A_SECOND, 1
        self._stream.codec_context.time_base = _MILLI

    def take(self, frame: av.VideoFrame, at: int) -> None:
        if at < self._next:
            return
        self._next = max(self._next + _STEP_MS, at)
        wide, high = self._size
        small = frame.reformat(wide, high, "yuv420p" if self._turn is None else "rgb24")
        if self._turn is not None:
            small = _turned(small, self._turn)
        small.pts, small.time_base = at, _MILLI
        self._made.mux(self._stream.encode(small))

    def end(self) -> None:
        self._made.mux(self._stream.encode(None))


def _turned(frame: av.VideoFrame, turn: Image.Transpose) -> av.VideoFrame:
    picture: Image.Image = frame.to_image()  # type: ignore[no-untyped-call]
    made = type(frame).from_image(picture.transpose(turn))  # type: ignore[no-untyped-call]
    return cast("av.VideoFrame", made.reformat(format="yuv420p"))


class _Sound:
    """Puts sound into the new film: one channel."""

    def __init__(self, made: av.container.OutputContainer) -> None:
        import av

        self._made = made
        self._stream = made.add_stream("libopus", rate=_SAMPLES_A_SECOND)
        self._stream.layout, self._stream.bit_rate = "mono", 32_000
        self._shaping = av.AudioResampler(
            format="flt", layout="mono", rate=_SAMPLES_A_SECOND, frame_size=_SAMPLES_OF_OPUS
        )

    def take(self, frame: av.AudioFrame, at: int) -> None:
        frame.pts, frame.time_base = at * frame.sample_rate // 1_000, Fraction(1, frame.sample_rate)
        self._mux(self._shaping.resample(frame))

    def end(self) -> None:
        self._mux(self._shaping.resample(None))
        self._made.mux(self._stream.encode(None))

    def _mux(self, frames: Iterable[av.AudioFrame]) -> None:
        for frame in frames:
            self._made.mux(self._stream.encode(frame))
