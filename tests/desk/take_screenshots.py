"""Take pictures of the main pages, for README and documentation: ``make screenshots``.

They show the invented case of the exercise alone. Each becomes a PNG of 256 colours below 150 KB.
"""

from __future__ import annotations

import os
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from probatum.desk import settings  # noqa: E402

settings.configure()  # before any module of the desk is looked at

from desk.browser import Chromium, chromium  # noqa: E402
from desk.opened_desk import OpenedDesk, opened  # noqa: E402
from probatum.acts.exercise_case import PASSPHRASE, make_case  # noqa: E402

TARGET = ROOT / "docs" / "screenshots"
MOST_BYTES = 150_000
COLOURS = (256, 128, 64)
READY = {"map": "[data-map][data-ready]", "incident": "[data-chart][data-ready]"}


def main() -> int:
    """Make the case, open its desk, and take the pictures."""
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = str(Path(folder) / "village" / "state")
        case = make_case(Path(folder) / "village" / "case")
        with opened(case, Path(folder), PASSPHRASE) as desk, chromium(desk) as browser:
            for name, address, look in _wanted(desk):
                _take(browser, name, address, look)
    return 0


def _wanted(desk: OpenedDesk) -> list[tuple[str, str, dict[str, Any]]]:
    from probatum.acts.list_incidents import list_incidents
    from probatum.acts.reviews_waiting import waiting

    with desk.session() as session:
        incident = max(
            list_incidents(session).lines, key=lambda line: sum(line.stances.values())
        ).listed.ref
        report = waiting(session, 10).lines[0].item.ref
    return [
        ("home", "/", {}),
        ("review", f"/review/{report}/", {}),
        ("incident", f"/incidents/{incident}/", {}),
        ("item", f"/items/{report}/", {}),
        ("map", "/map/", {}),
        ("incident-dark", f"/incidents/{incident}/", {"theme": "dark"}),
        ("review-arabic", f"/review/{report}/", {"lang": "ar"}),
    ]


def _take(browser: Chromium, name: str, address: str, look: dict[str, Any]) -> None:
    visit = browser.visit("owner", **look)
    visit.go(address)
    if name.startswith("review"):
        visit.page.keyboard.press("j")
        visit.page.wait_for_selector('details.step[open] [data-key="a"]')
    if (ready := READY.get(name.partition("-")[0])) and visit.page.locator("[data-map]").count():
        visit.page.wait_for_selector(ready)
    visit.page.wait_for_load_state("networkidle")
    picture = Image.open(BytesIO(visit.page.screenshot())).convert("RGB")
    for colours in COLOURS:
        out = BytesIO()
        picture.quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.tell() <= MOST_BYTES:
            break
    (TARGET / f"{name}.png").write_bytes(out.getvalue())
    print(f"docs/screenshots/{name}.png  {out.tell():,} bytes")


if __name__ == "__main__":
    sys.exit(main())
