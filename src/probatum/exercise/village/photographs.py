"""The two photographs whose place is disputed: drawn, labelled, without people.

The first one's camera recorded a position (in the open ocean, like all of the exercise) and no
zone; the second one's recorded a zone and no position. Neither settles where it was taken.
"""

from __future__ import annotations

from functools import cache
from random import Random

from PIL import Image, ImageDraw

from probatum.exercise import scenery as s
from probatum.exercise.catalogue import ExerciseFile
from probatum.exercise.photographs import Shot, developed
from probatum.exercise.scenery import CANVAS
from probatum.exercise.village import names


def orchard() -> Image.Image:
    """An orchard in late summer: rows of small trees, and a strip of earth that was turned over."""
    scene = s.gradient(CANVAS, [(0, (118, 150, 186)), (0.45, (216, 222, 220)), (1, (90, 110, 60))])
    sky = scene.crop((0, 0, 1800, 560))
    s.add_clouds(sky, 71, (246, 246, 244), 0.5)
    scene.paste(sky, (0, 0))
    s.ridge(scene, 72, 470, 40, (140, 156, 150))
    s.trees(scene, 73, 560, 44, (84, 104, 78))
    grass = s.gradient(CANVAS, [(0, (120, 132, 84)), (0.5, (132, 142, 86)), (1, (88, 104, 58))])
    s.texture(grass, 74, (120, 160), 0.5)
    scene.paste(grass.crop((0, 540, 1800, 1200)), (0, 540))
    earth = s.gradient(CANVAS, [(0, (120, 92, 68)), (1, (84, 62, 46))])
    s.texture(earth, 75, (140, 120), 0.75)
    mask = Image.new("L", CANVAS)
    ImageDraw.Draw(mask).polygon([(560, 760), (1240, 760), (1420, 960), (380, 960)], fill=235)
    scene.paste(earth, (0, 0), mask)
    for row, (foot, height) in enumerate(((610, 90), (700, 150), (1080, 330))):
        _fruit_trees(scene, 76 + row, foot, height, middle_free=row > 0)
    _fence(scene)
    return scene


def _fruit_trees(
    scene: Image.Image, seed: int, foot: float, height: float, *, middle_free: bool
) -> None:
    chance, draw = Random(seed), ImageDraw.Draw(scene)
    x = -0.3 * height
    while x < CANVAS[0] + height:
        if not (middle_free and 420 < x < 1380):
            trunk = height * 0.05
            draw.rectangle((x - trunk, foot - height * 0.5, x + trunk, foot), fill=(72, 58, 46))
            for _ in range(26):
                left = x + chance.uniform(-0.32, 0.32) * height
                up = foot - height * chance.uniform(0.42, 0.95)
                size = height * chance.uniform(0.07, 0.16)
                green = s.blend((58, 84, 46), (118, 142, 74), chance.random())
                draw.ellipse((left - size, up - size, left + size, up + size), fill=green)
        x += height * 1.15


def _fence(scene: Image.Image) -> None:
    draw = ImageDraw.Draw(scene)
    for x in range(-20, 1820, 150):
        draw.rectangle((x, 1010, x + 16, 1200), fill=(104, 92, 78))
        draw.rectangle((x, 1010, x + 5, 1200), fill=(146, 132, 114))
    for y in (1050, 1122):
        draw.rectangle((0, y, 1800, y + 10), fill=(122, 108, 92))


def tower() -> Image.Image:
    """A bell tower above roofs, with the corner of an orchard."""
    scene = s.gradient(
        CANVAS, [(0, (104, 138, 180)), (0.55, (222, 220, 210)), (1, (140, 140, 120))]
    )
    sky = scene.crop((0, 0, 1800, 700))
    s.add_clouds(sky, 81, (250, 246, 238), 0.4)
    scene.paste(sky, (0, 0))
    s.ridge(scene, 82, 620, 36, (150, 164, 160))
    draw = ImageDraw.Draw(scene)
    draw.rectangle((860, 250, 1010, 820), fill=(206, 198, 182))
    draw.rectangle((860, 250, 905, 820), fill=(178, 170, 154))
    draw.polygon([(840, 252), (935, 110), (1030, 252)], fill=(110, 70, 62))
    for top in (300, 470):
        draw.ellipse((905, top, 965, top + 60), fill=(70, 66, 64))
        draw.rectangle((905, top + 30, 965, top + 110), fill=(70, 66, 64))
    s.houses(scene, 83, 800, 96, (212, 204, 190), (142, 90, 76))
    s.houses(scene, 84, 890, 120, (200, 190, 172), (126, 80, 68))
    ground = s.gradient(CANVAS, [(0, (126, 128, 92)), (1, (92, 102, 62))])
    s.texture(ground, 85, (110, 140), 0.5)
    scene.paste(ground.crop((0, 905, 1800, 1200)), (0, 905))
    _fruit_trees(scene, 86, 1130, 300, middle_free=True)
    return scene


SHOTS: tuple[Shot, ...] = (
    Shot(
        orchard,
        ExerciseFile(
            names.ORCHARD, "An orchard", "zxx",
            "drawn photograph; two captions contradict each other about its place",
        ),
        "2019:09:04 17:22:10",
        "",
        "",
        (-31, -17),
        "Haldrevin",
    ),
    Shot(
        tower,
        ExerciseFile(
            names.TOWER, "A bell tower beside an orchard", "zxx",
            "drawn photograph; said to show Haldrevin, said to show Kembrin; no position",
        ),
        "2019:06:14 10:05:47",
        "+03:00",
        "",
        None,
        "Haldrevin",
    ),
)  # fmt: skip


@cache
def photograph(shot: Shot) -> bytes:
    """The JPEG bytes of one of ``SHOTS``."""
    return developed(shot)
