"""Boxes on a picture: which pixels they cover, and how they are drawn.

A box covers more than it was asked to. A picture that was once compressed in blocks carries traces
of what was in a block to all of its 8 or 16 pixels, so each block that the region touches is
covered, wherever its grid lies (the grid of a turned picture need not begin at a corner), and the
two pixels into which the decoder spreads colour. Round that lies a frame with a white line, so that
a box is seen on a dark picture too. In a copy that is compressed in blocks itself, box and frame
end with a block: then neither blurs into the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PIL import Image

LINE = 2
BLOCK = 16  # the largest block of JPEG with halved colour, and of WebP
SPREAD = BLOCK - 1 + 2


@dataclass(frozen=True, slots=True)
class Grid:
    """Pixels in a block of the copy, and how wide the frame is."""

    block: int
    frame: int


PLAIN = Grid(1, LINE + 1)
JPEG = Grid(8, 8)


@dataclass(frozen=True, slots=True)
class Box:
    """Pixels that are covered, frame included; ``right`` and ``bottom`` exclusive."""

    left: int
    top: int
    right: int
    bottom: int

    def touches(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether a rectangle has a point in common with the box."""
        across = left <= self.right and right >= self.left
        return across and top <= self.bottom and bottom >= self.top


def grown(box: Box, margin: int, grid: Grid, size: tuple[int, int]) -> Box | None:
    """Return the pixels to cover for a region; None if it lies outside of the picture.

    ``margin`` is the reach of the original's blocks in pixels, 0 where it was not compressed so.
    """
    (width, height), block = size, grid.block
    if box.left >= width or box.top >= height:
        return None
    return Box(
        max(0, (box.left - margin) // block * block - grid.frame),
        max(0, (box.top - margin) // block * block - grid.frame),
        min(width, -(-(box.right + margin) // block) * block + grid.frame),
        min(height, -(-(box.bottom + margin) // block) * block + grid.frame),
    )


def draw(picture: Image.Image, boxes: Iterable[Box]) -> None:
    """Cover boxes with black in a white line. All frames first: none is drawn on another's black.

    ``picture`` has the mode L or RGB.
    """
    drawn = list(boxes)
    white, black = (255, 0) if picture.mode == "L" else ((255,) * 3, (0,) * 3)
    for box in drawn:
        picture.paste(white, (box.left, box.top, box.right, box.bottom))
    for box in drawn:
        picture.paste(black, (box.left + LINE, box.top + LINE, box.right - LINE, box.bottom - LINE))
