"""Films for tests, where FFmpeg's libraries are: as a telephone takes them, small."""

from __future__ import annotations

import importlib.util
import io

from PIL import Image

FILMS_HERE = importlib.util.find_spec("av") is not None


def film(codec: str, seconds: int = 3, *, turned: bool = False) -> bytes:
    """Five pictures a second that grow redder, and a sound that begins with the first."""
    import av

    out = io.BytesIO()
    count = 5 * seconds
    with av.open(out, "w", format="mp4") as made:
        stream = made.add_stream(codec, rate=5)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        sound = made.add_stream("aac", rate=48_000, layout="mono")
        for number in range(count):
            red = Image.new("RGB", (64, 48), (255 * number // count, 60, 30))
            made.mux(stream.encode(av.VideoFrame.from_image(red)))
        for number in range(seconds * 48_000 // 1_024):
            frame = av.AudioFrame(format="fltp", layout="mono", samples=1_024)
            frame.planes[0].update(bytes(4 * 1_024))
            frame.sample_rate, frame.pts = 48_000, 1_024 * number
            made.mux(sound.encode(frame))
        made.mux(stream.encode(None))
        made.mux(sound.encode(None))
    data = out.getvalue()
    if turned:  # the first such matrix is that of the whole, the second that of the pictures
        at = data.index(_UPRIGHT, data.index(_UPRIGHT) + 1)
        data = data[:at] + _TURNED + data[at + len(_TURNED) :]
    return data


def _matrix(*numbers: int) -> bytes:
    """How pictures lie, as the head of a track says it (ISO/IEC 14496-12, 8.3.2): 16.16 numbers."""
    return b"".join(each.to_bytes(4, "big", signed=True) for each in numbers)


_UPRIGHT = _matrix(65536, 0, 0, 0, 65536, 0, 0, 0)
_TURNED = _matrix(0, 65536, 0, -65536, 0, 0, 0, 0)
