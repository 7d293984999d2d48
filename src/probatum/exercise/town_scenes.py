"""Two drawn scenes in the town: the street, the balcony. No people, no harm, all invented."""

from __future__ import annotations

import math
from itertools import pairwise
from random import Random

from PIL import Image, ImageDraw, ImageFilter

from probatum.exercise import scenery as s
from probatum.exercise.scenery import CANVAS


def street() -> Image.Image:
    """A street that leads down to the river, in the afternoon."""
    scene = s.gradient(CANVAS, [(0, (96, 140, 188)), (0.5, (206, 220, 228)), (1, (206, 206, 200))])
    sky = scene.crop((0, 0, 1800, 640))
    s.add_clouds(sky, 41, (250, 250, 250), 0.3)
    scene.paste(sky, (0, 0))
    s.ridge(scene, 42, 560, 30, (150, 166, 172))
    s.trees(scene, 43, 650, 40, (92, 112, 92))
    road = s.gradient(CANVAS, [(0, (120, 116, 110)), (0.52, (150, 144, 136)), (1, (112, 108, 104))])
    s.texture(road, 44, (90, 120), 0.35)
    mask = Image.new("L", CANVAS)
    ImageDraw.Draw(mask).polygon([(-20, 1210), (1820, 1210), (1010, 620), (890, 620)], fill=255)
    scene.paste(road, (0, 0), mask)
    pavement = ImageDraw.Draw(scene)
    pavement.polygon([(-20, 1240), (300, 1240), (916, 630), (890, 620)], fill=(158, 152, 142))
    pavement.polygon([(1820, 1240), (1500, 1240), (986, 630), (1010, 620)], fill=(176, 170, 158))
    pavement.line([(300, 1240), (916, 630)], fill=(92, 88, 84), width=7)
    pavement.line([(1500, 1240), (986, 630)], fill=(112, 106, 100), width=7)
    _facades(scene, 45, near_x=0, far_x=892, lit=0.72)
    _facades(scene, 46, near_x=1800, far_x=1006, lit=1.0)
    shade = Image.new("L", CANVAS)
    ImageDraw.Draw(shade).polygon([(0, 1210), (1010, 1210), (925, 640), (880, 640)], fill=110)
    soft = shade.filter(ImageFilter.GaussianBlur(5))
    scene.paste(Image.new("RGB", CANVAS, (44, 48, 62)), (0, 0), soft)
    return scene


def _facades(scene: Image.Image, seed: int, *, near_x: int, far_x: int, lit: float) -> None:
    """Houses along one side, in one-point perspective towards (950, 610)."""
    chance, draw = Random(seed), ImageDraw.Draw(scene)
    walls = [(214, 190, 150), (196, 164, 140), (220, 208, 186), (176, 184, 180), (206, 176, 120)]

    def at(depth: float, height: float) -> s.Point:
        # Depth 1 is nearest; things shrink with their distance, not evenly along the wall.
        return (far_x + (near_x - far_x) * depth, 618 + 592 * depth - height * (depth + 0.03) * 0.9)

    edges = [1.25]
    while edges[-1] > 0.03:
        edges.append(edges[-1] / chance.uniform(1.42, 1.62))
    for near, far in reversed(list(pairwise(edges))):
        storeys = 3
        tall = storeys * 330 + chance.uniform(0, 70)
        wall = s.blend((0, 0, 0), walls[chance.randrange(len(walls))], lit)
        draw.polygon([at(near, 0), at(near, tall), at(far, tall), at(far, 0)], fill=wall)
        eaves = s.blend(wall, (92, 52, 44), 0.75)
        draw.polygon(
            [at(near * 1.01, tall), at(near * 1.01, tall + 60), at(far, tall + 60), at(far, tall)],
            fill=eaves,
        )
        socle = s.blend(wall, (60, 58, 56), 0.5)
        draw.polygon([at(near, 0), at(near, 60), at(far, 60), at(far, 0)], fill=socle)
        for storey in range(storeys):
            for column in range(3):
                _window(draw, at, near, far, storey, column, wall)


def _window(
    draw: ImageDraw.ImageDraw,
    at: s.Projection,
    near: float,
    far: float,
    storey: int,
    column: int,
    wall: s.Colour,
) -> None:
    right = near * (far / near) ** ((column + 0.28) / 3)
    left = near * (far / near) ** ((column + 0.72) / 3)
    foot = storey * 330 + (0 if storey == 0 and column == 1 else 95)
    head = storey * 330 + 255

    def quad(a: float, b: float, low: float, high: float) -> list[s.Point]:
        return [at(a, low), at(a, high), at(b, high), at(b, low)]

    draw.polygon(
        quad(right * 1.012, left / 1.012, foot - 8, head + 12),
        fill=s.blend(wall, (250, 248, 240), 0.55),
    )
    draw.polygon(quad(right, left, foot, head), fill=(66, 74, 84))
    middle = (right * left) ** 0.5
    draw.polygon(quad(right, middle * 1.006, foot + 6, head - 6), fill=(98, 110, 122))
    draw.polygon(quad(right, left, foot - 16, foot - 4), fill=s.blend(wall, (70, 66, 62), 0.5))


def balcony() -> Image.Image:
    """The river and the far bank, seen from a balcony in the morning."""
    scene = s.gradient(
        CANVAS, [(0, (120, 158, 196)), (0.45, (226, 222, 208)), (1, (180, 180, 180))]
    )
    sky = scene.crop((0, 0, 1800, 560))
    s.add_clouds(sky, 51, (248, 244, 238), 0.4)
    scene.paste(sky, (0, 0))
    s.ridge(scene, 52, 420, 56, (166, 174, 182))
    s.ridge(scene, 53, 480, 36, (132, 148, 142))
    s.haze(scene, 430, 540, (230, 222, 206), 0.5)
    _smoke(scene)
    s.houses(scene, 54, 560, 56, (208, 198, 184), (146, 96, 82))
    s.trees(scene, 55, 586, 40, (88, 106, 82))
    s.water(scene, 584, (124, 140, 146), 56)
    scene = scene.filter(ImageFilter.GaussianBlur(1.6))
    _railing(scene)
    _pot_plant(scene)
    return scene


def _smoke(scene: Image.Image) -> None:
    chance, mask = Random(57), Image.new("L", CANVAS)
    draw = ImageDraw.Draw(mask)
    x, y, size = 640.0, 548.0, 16.0
    while y > 120:
        draw.ellipse((x - size, y - size, x + size, y + size), fill=round(110 + y / 5))
        x, y = x + chance.uniform(-3, 11), y - size * 0.34
        size = min(size * 1.035 + chance.uniform(-1, 1), 120)
    rough = s.noise(CANVAS, 58, (30, 24), 4).point([min(round(v * 1.5), 255) for v in range(256)])
    quarter = (CANVAS[0] // 4, CANVAS[1] // 4)
    soft = mask.resize(quarter).filter(ImageFilter.GaussianBlur(3)).resize(CANVAS)
    scene.paste(
        Image.new("RGB", CANVAS, (122, 122, 128)),
        (0, 0),
        Image.composite(soft, Image.new("L", CANVAS), rough),
    )


def _railing(scene: Image.Image) -> None:
    draw = ImageDraw.Draw(scene)
    for x in range(20, 1800, 92):
        draw.rectangle((x, 872, x + 15, 1200), fill=(48, 52, 54))
        draw.rectangle((x, 872, x + 4, 1200), fill=(104, 110, 112))
    draw.rectangle((0, 846, 1800, 878), fill=(56, 60, 62))
    draw.rectangle((0, 846, 1800, 853), fill=(142, 148, 150))
    draw.rectangle((0, 1122, 1800, 1140), fill=(50, 54, 56))
    draw.rectangle((0, 1160, 1800, 1200), fill=(150, 142, 132))


def _pot_plant(scene: Image.Image) -> None:
    chance, draw = Random(59), ImageDraw.Draw(scene)
    draw.polygon([(1340, 960), (1610, 960), (1570, 1200), (1380, 1200)], fill=(158, 88, 62))
    draw.polygon([(1340, 960), (1400, 960), (1424, 1200), (1380, 1200)], fill=(188, 112, 82))
    draw.rectangle((1326, 936, 1624, 976), fill=(172, 98, 70))
    for _ in range(190):
        turn, reach = chance.uniform(0, 2 * math.pi), chance.random() ** 0.5
        x, y = 1475 + 165 * reach * math.cos(turn), 822 + 135 * reach * math.sin(turn)
        long, wide = chance.uniform(24, 46), chance.uniform(10, 18)
        leaf = Image.new("L", (100, 100))
        ImageDraw.Draw(leaf).ellipse((50 - long, 50 - wide, 50 + long, 50 + wide), fill=255)
        turned = leaf.rotate(chance.uniform(0, 180), Image.Resampling.BICUBIC)
        green = s.blend((46, 78, 44), (128, 160, 84), chance.random())
        scene.paste(Image.new("RGB", (100, 100), green), (round(x - 50), round(y - 50)), turned)
    for _ in range(9):
        x, y = 1475 + chance.uniform(-130, 130), 800 + chance.uniform(-90, 80)
        draw.ellipse((x - 15, y - 15, x + 15, y + 15), fill=(206, 84, 88))
        draw.ellipse((x - 6, y - 6, x + 6, y + 6), fill=(244, 204, 120))
