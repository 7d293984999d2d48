"""Two drawn scenes on the river: the landing, the bridge. No people, no harm, all invented."""

from __future__ import annotations

from PIL import Image, ImageDraw, ImageFilter

from probatum.exercise import scenery as s
from probatum.exercise.scenery import CANVAS


def landing() -> Image.Image:
    """The ferry landing at dawn, upstream of the town."""
    scene = s.gradient(
        CANVAS,
        [(0, (88, 116, 156)), (0.3, (172, 178, 190)), (0.48, (244, 206, 160)), (1, (0, 0, 0))],
    )
    sky = scene.crop((0, 0, 1800, 600))
    s.add_clouds(sky, 11, (250, 224, 200), 0.35)
    scene.paste(sky, (0, 0))
    s.glow(scene, (1270, 520), 130, (255, 214, 150))
    s.ridge(scene, 21, 500, 46, (158, 154, 168))
    s.ridge(scene, 22, 545, 30, (118, 122, 138))
    s.trees(scene, 23, 612, 52, (62, 74, 74))
    s.haze(scene, 540, 612, (246, 216, 184), 0.5)
    s.water(scene, 604, (104, 118, 136), 24)
    _ferry(scene, 1120, 700)
    _jetty(scene)
    return scene


def _ferry(scene: Image.Image, x: int, y: int) -> None:
    boat = Image.new("RGBA", CANVAS)
    draw = ImageDraw.Draw(boat)
    draw.polygon(
        [(x, y - 34), (x + 430, y - 34), (x + 400, y + 22), (x + 34, y + 22)], fill=(52, 66, 78)
    )
    draw.rectangle((x + 6, y - 40, x + 424, y - 32), fill=(196, 190, 176))
    draw.rectangle((x + 130, y - 112, x + 300, y - 40), fill=(206, 200, 186))
    draw.rectangle((x + 118, y - 122, x + 312, y - 110), fill=(120, 70, 58))
    for pane in range(5):
        left = x + 142 + pane * 31
        draw.rectangle((left, y - 98, left + 20, y - 70), fill=(78, 92, 104))
    draw.rectangle((x + 214, y - 176, x + 220, y - 120), fill=(70, 70, 72))
    for post in range(0, 430, 36):
        draw.rectangle((x + post, y - 66, x + post + 3, y - 36), fill=(92, 96, 98))
    draw.line((x, y - 66, x + 430, y - 66), fill=(92, 96, 98), width=3)
    image = boat.crop((0, y - 200, 1800, y + 22)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    image = image.filter(ImageFilter.BoxBlur((5, 9)))
    faint = image.getchannel("A").point([round(v * 0.45) for v in range(256)])
    scene.paste(image.convert("RGB"), (0, y + 18), faint)
    scene.paste(boat.convert("RGB"), (0, 0), boat.getchannel("A"))


def _jetty(scene: Image.Image) -> None:
    draw = ImageDraw.Draw(scene)
    for left, top, wide in ((300, 850, 20), (520, 792, 15), (668, 752, 11), (770, 724, 9)):
        draw.rectangle((left, top, left + wide, top + wide * 9), fill=(46, 42, 42))
    draw.polygon([(-40, 1210), (420, 1210), (856, 716), (790, 716)], fill=(112, 98, 86))
    near, far = 1210.0, 716.0
    y, step = near, 34.0
    while y > far + 2:
        share = (near - y) / (near - far)
        draw.line(
            (-40 + 830 * share, y, 420 + 436 * share, y),
            fill=(74, 64, 58),
            width=round(5 - 4 * share),
        )
        y, step = y - step, step * 0.945
    draw.polygon([(420, 1210), (856, 716), (856, 726), (436, 1220)], fill=(60, 52, 48))
    for share in (0.02, 0.3, 0.52, 0.69, 0.82, 0.92):
        x, y, scale = 420 + 436 * share, 1210 - 494 * share, 1 - 0.83 * share
        draw.rectangle((x - 14 * scale, y - 210 * scale, x + 14 * scale, y + 10), fill=(58, 50, 46))
        draw.rectangle(
            (x - 14 * scale, y - 210 * scale, x - 6 * scale, y + 10), fill=(126, 108, 92)
        )


def bridge() -> Image.Image:
    """The old bridge under an overcast sky."""
    scene = s.gradient(CANVAS, [(0, (132, 146, 162)), (0.5, (206, 212, 216)), (1, (150, 150, 150))])
    sky = scene.crop((0, 0, 1800, 640))
    s.add_clouds(sky, 31, (232, 234, 236), 0.75)
    s.add_clouds(sky, 32, (150, 158, 170), 0.2)
    scene.paste(sky, (0, 0))
    s.ridge(scene, 33, 400, 60, (142, 156, 158))
    s.ridge(scene, 34, 480, 44, (112, 130, 118))
    s.haze(scene, 400, 520, (206, 212, 216), 0.45)
    s.houses(scene, 35, 590, 70, (204, 194, 178), (150, 96, 80))
    s.houses(scene, 36, 650, 92, (214, 206, 192), (140, 84, 70))
    s.trees(scene, 37, 676, 46, (76, 96, 70))
    draw = ImageDraw.Draw(scene)
    draw.rectangle((0, 664, 1800, 700), fill=(110, 108, 98))
    _arches(scene)
    s.water(scene, 692, (104, 122, 120), 38)
    return scene


def _arches(scene: Image.Image) -> None:
    stone = s.gradient(CANVAS, [(0, (172, 162, 146)), (0.46, (176, 166, 150)), (1, (104, 98, 90))])
    s.texture(stone, 39, (60, 90), 0.7)
    mask = Image.new("L", CANVAS)
    draw = ImageDraw.Draw(mask)
    draw.rectangle((0, 520, 1800, 694), fill=255)
    draw.polygon([(0, 520), (900, 488), (1800, 520)], fill=255)
    spans = [(-150, 250), (330, 690), (760, 1120), (1190, 1510), (1580, 1840)]
    for left, right in spans:
        draw.ellipse((left, 560, right, 860), fill=0)
    scene.paste(stone, (0, 0), mask)
    lines = ImageDraw.Draw(scene)
    for left, right in spans:
        lines.arc((left - 9, 551, right + 9, 869), 180, 360, fill=(126, 118, 106), width=12)
        # The near edge of each vault, in shadow.
        lines.arc((left, 560, right, 860), 180, 270, fill=(74, 70, 66), width=16)
    lines.line([(0, 522), (900, 490), (1800, 522)], fill=(206, 198, 184), width=9)
    lines.line([(0, 538), (900, 506), (1800, 538)], fill=(128, 120, 108), width=4)
    for x in range(60, 1800, 240):
        y = 520 - 32 * (1 - abs(x - 900) / 900)
        lines.rectangle((x, y - 78, x + 5, y), fill=(60, 62, 64))
        lines.ellipse((x - 8, y - 96, x + 13, y - 74), fill=(226, 222, 206))
