"""Brushes for the drawn photographs: light, cloud, hills, houses, water, grain.

Every brush takes its own seed and nothing else from chance: Pillow's own noise functions use the
C library's generator, which cannot be seeded and would change the bytes from run to run.
Colours are RGB triples 0-255; coordinates are pixels of the canvas, y downwards.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

# Drawn larger than shown, so that edges come out smooth.
CANVAS = (1800, 1200)

Colour = tuple[int, int, int]
Point = tuple[float, float]
# (depth, height) -> where that point of a wall is seen.
Projection = Callable[[float, float], Point]


def gradient(size: tuple[int, int], stops: Sequence[tuple[float, Colour]]) -> Image.Image:
    """A vertical gradient through ``stops``: (share of the height 0-1, colour), ascending."""
    column = Image.new("RGB", (1, 256))
    for y in range(256):
        share = y / 255
        upper = max((stop for stop in stops if stop[0] <= share), key=lambda stop: stop[0])
        lower = min((stop for stop in stops if stop[0] >= share), key=lambda stop: stop[0])
        span = lower[0] - upper[0]
        column.putpixel((0, y), blend(upper[1], lower[1], (share - upper[0]) / span if span else 0))
    tall = column.resize((1, size[1]), Image.Resampling.BICUBIC)
    return tall.resize(size, Image.Resampling.NEAREST)


def blend(first: Colour, second: Colour, share: float) -> Colour:
    """``share`` 0 gives the first colour, 1 the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return (red, green, blue)


def noise(size: tuple[int, int], seed: int, cells: tuple[int, int], octaves: int) -> Image.Image:
    """Smooth noise, mode L, around 128: ``cells`` coarse cells, each octave twice as fine."""
    chance = Random(seed)
    # Nothing finer than three pixels is drawn, so a third of the size holds it all.
    third = (-(-size[0] // 3), -(-size[1] // 3))
    total = Image.new("L", third, 128)
    for octave in range(octaves):
        wide, high = cells[0] << octave, cells[1] << octave
        layer = Image.frombytes("L", (wide, high), chance.randbytes(wide * high))
        total = Image.blend(total, layer.resize(third, Image.Resampling.BICUBIC), 0.8**octave * 0.5)
    return total.resize(size, Image.Resampling.BILINEAR)


def add_clouds(sky: Image.Image, seed: int, colour: Colour, cover: float) -> None:
    """Lay clouds over the whole of ``sky``; ``cover`` 0-1, thinner and flatter near its foot."""
    # Clouds have no sharp edges: half the size is enough until the end.
    wide, high = sky.width // 2, sky.height // 2
    # Squeezing more cloud towards the foot is what makes a sky look like a dome.
    flat = noise((wide, high * 2), seed, (4, 5), 6)
    upper = flat.crop((0, 0, wide, high)).resize((wide, high * 2 // 3), Image.Resampling.BICUBIC)
    lower = flat.crop((0, high, wide, high * 2)).resize((wide, high - high * 2 // 3))
    mask = Image.new("L", (wide, high))
    mask.paste(upper, (0, 0))
    mask.paste(lower, (0, high * 2 // 3))
    seam = mask.filter(ImageFilter.GaussianBlur(high / 24))
    band = Image.new("L", (wide, high))
    ImageDraw.Draw(band).rectangle((0, high * 0.58, wide, high * 0.76), fill=255)
    mask.paste(seam, (0, 0), band.filter(ImageFilter.GaussianBlur(high / 30)))
    floor = 160 - 70 * cover
    mask = mask.point([round(min(max((v - floor) * 3.2, 0), 235)) for v in range(256)])
    sky.paste(Image.new("RGB", sky.size, colour), (0, 0), mask.resize(sky.size))


def glow(canvas: Image.Image, centre: Point, radius: float, colour: Colour) -> None:
    """Light around a point: a soft disc added to what is there."""
    light = Image.new("RGB", canvas.size)
    x, y = centre
    ImageDraw.Draw(light).ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)
    small = light.resize((canvas.width // 8, canvas.height // 8))
    soft = small.filter(ImageFilter.GaussianBlur(radius / 14)).resize(canvas.size)
    canvas.paste(ImageChops.screen(canvas, soft))


def ridge(canvas: Image.Image, seed: int, top: float, swing: float, colour: Colour) -> None:
    """A line of hills: fills everything below it. ``swing`` is its height in pixels."""
    chance = Random(seed)
    waves = [(chance.uniform(1, 3) * 1.9**k, chance.uniform(0, 6.3), 0.52**k) for k in range(8)]
    points: list[Point] = []
    for x in range(0, canvas.width + 6, 6):
        turn = x / canvas.width * math.pi
        points.append((x, top - swing * sum(h * math.sin(f * turn + p) for f, p, h in waves)))
    points += [(canvas.width, canvas.height), (0, canvas.height)]
    ImageDraw.Draw(canvas).polygon(points, fill=colour)


def trees(canvas: Image.Image, seed: int, foot: float, height: float, colour: Colour) -> None:
    """A belt of trees standing on ``foot``, across the canvas."""
    chance, draw = Random(seed), ImageDraw.Draw(canvas)
    x = -height
    while x < canvas.width + height:
        tall = height * chance.uniform(0.35, 1)
        shade = blend(colour, (0, 0, 0), chance.uniform(0, 0.25))
        for _ in range(5):
            left = x + chance.uniform(-0.3, 0.3) * height
            up = foot - tall * chance.uniform(0.3, 0.75)
            size = tall * chance.uniform(0.2, 0.34)
            draw.ellipse((left - size, up - size, left + size, up + size), fill=shade)
        draw.rectangle((x - height * 0.4, foot - tall * 0.4, x + height * 0.4, foot), fill=shade)
        x += height * chance.uniform(0.3, 0.8)


def houses(
    canvas: Image.Image, seed: int, foot: float, height: float, wall: Colour, roof: Colour
) -> None:
    """A row of small houses seen from afar, with gaps, standing on ``foot``."""
    chance, draw = Random(seed), ImageDraw.Draw(canvas)
    x = chance.uniform(-height, height)
    while x < canvas.width:
        wide, tall = height * chance.uniform(0.7, 1.5), height * chance.uniform(0.5, 1)
        base = foot + chance.uniform(-0.1, 0.1) * height
        colour = blend(wall, roof, chance.uniform(0, 0.35))
        draw.rectangle((x, base - tall, x + wide, foot + height * 0.2), fill=colour)
        peak = base - tall - height * chance.uniform(0.2, 0.45)
        eaves = height * 0.06
        draw.polygon(
            [(x - eaves, base - tall), (x + wide / 2, peak), (x + wide + eaves, base - tall)],
            fill=blend(roof, (40, 30, 30), chance.uniform(0, 0.35)),
        )
        pane = height * 0.09
        for column in range(int(wide / (pane * 2.6))):
            left = x + pane + column * pane * 2.6
            for storey in range(int(tall / (pane * 3.4))):
                up = base - tall + pane * 1.2 + storey * pane * 3.4
                draw.rectangle((left, up, left + pane, up + pane * 1.5), fill=(62, 62, 70))
        x += wide * chance.choice((1.02, 1.05, 1.1, 1.9))


def water(canvas: Image.Image, top: int, tint: Colour, seed: int) -> None:
    """Fill everything below ``top`` with a river that mirrors what stands above it."""
    wide, high = canvas.width, canvas.height - top
    mirror = canvas.crop((0, 0, wide, top)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    mirror = mirror.resize((wide, high)).filter(ImageFilter.BoxBlur((3, 9)))
    chance, river = Random(seed), mirror.copy()
    phase = 0.0
    for y in range(high):
        phase += chance.uniform(0.1, 1.1) / (1 + y / 160)
        shift = round(math.sin(phase) * (1 + y / 70))
        river.paste(mirror.crop((0, y, wide, y + 1)), (shift, y))
    river = Image.blend(river, Image.new("RGB", (wide, high), tint), 0.3)
    ripples = noise((wide, high), seed + 1, (14, 60), 3)
    crest = ripples.point([round(min(max((v - 138) * 2.4, 0), 90)) for v in range(256)])
    trough = ripples.point([round(min(max((112 - v) * 2.2, 0), 90)) for v in range(256)])
    light = blend(tint, (255, 255, 255), 0.6)
    river.paste(Image.new("RGB", (wide, high), light), (0, 0), crest)
    river.paste(Image.new("RGB", (wide, high), blend(tint, (0, 0, 0), 0.5)), (0, 0), trough)
    canvas.paste(river, (0, top))


def haze(canvas: Image.Image, top: float, foot: float, colour: Colour, strength: float) -> None:
    """A soft band of mist between ``top`` and ``foot``; ``strength`` 0-1."""
    mask = Image.new("L", canvas.size)
    shade = round(255 * strength)
    ImageDraw.Draw(mask).rectangle((0, top, canvas.width, foot), fill=shade)
    small = mask.resize((canvas.width // 8, canvas.height // 8))
    soft = small.filter(ImageFilter.GaussianBlur((foot - top) / 24)).resize(canvas.size)
    canvas.paste(Image.new("RGB", canvas.size, colour), (0, 0), soft)


def texture(canvas: Image.Image, seed: int, cells: tuple[int, int], strength: float) -> None:
    """Roughen the whole canvas a little, as stone, leaves and film grain do."""
    rough = noise(canvas.size, seed, cells, 4)
    layer = Image.merge("RGB", (rough, rough, rough))
    canvas.paste(Image.blend(canvas, ImageChops.overlay(canvas, layer), strength))


def vignette(canvas: Image.Image, strength: float) -> None:
    """Darken the corners, as a simple lens does; ``strength`` 0-1."""
    mask = Image.radial_gradient("L").resize(canvas.size)
    mask = mask.point([round(max(v - 110, 0) * 1.7 * strength) for v in range(256)])
    canvas.paste(Image.new("RGB", canvas.size, (10, 12, 18)), (0, 0), mask)
