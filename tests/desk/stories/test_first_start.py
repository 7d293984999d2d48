"""First start: make a case, write its recovery key down, drop a file, find an altered byte."""

from __future__ import annotations

import hashlib
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from desk.browser import CHROMIUM, OPTIONS, PATIENCE_MS
from desk.served import served

STATEMENT = "An invented statement. Дуже коротка заява.\n".encode() * 400
SECRET = "seven lanterns under the mill road"


def test_the_first_five_minutes(tmp_path: Path) -> None:
    given, copy, altered = (tmp_path / name for name in ("given.txt", "copy.txt", "altered.txt"))
    given.write_bytes(STATEMENT)
    copy.write_bytes(STATEMENT)
    altered.write_bytes(STATEMENT[:5000] + b"X" + STATEMENT[5001:])
    home = tmp_path / "home"
    home.mkdir()
    with served(None, home) as desk, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        page = chromium.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(PATIENCE_MS)
        elsewhere: list[str] = []
        page.on("request", lambda asked: asked.url.startswith((desk.address, "blob:", "data:"))
                or elsewhere.append(asked.url))  # fmt: skip

        # A case, its person, its passphrase with its strength, its recovery key.
        page.goto(desk.way_in)
        page.get_by_role("link", name="Make a case").click()
        page.get_by_label("Name of the case").fill("Exercise: the mill road")
        page.get_by_label("Your name").fill("A. Analyst")
        page.get_by_label("Short name to sign in with").fill("analyst")
        folder = page.get_by_label("Folder", exact=True)
        expect(folder).to_have_value(str(home / "Probatum" / "case"))
        page.get_by_label("Passphrase", exact=True).press_sequentially("password1")
        expect(page.locator("#strength")).to_contain_text("Too weak")
        page.get_by_label("Passphrase", exact=True).fill(SECRET)
        expect(page.locator("#strength")).to_contain_text("good", ignore_case=True)
        page.get_by_label("Passphrase, once more").fill(SECRET)
        page.get_by_role("button", name="Make the case").click()
        recovery_key = page.locator("#recovery-key").inner_text()
        assert len(recovery_key) > 20
        page.get_by_label("I have written the recovery key down.").check()
        page.get_by_role("button", name="Go to the desk").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Exercise: the mill road")

        # A file arrives, is taken into custody, and the receipt names its digest.
        page.get_by_role("main").get_by_role("link", name="Add files").first.click()
        page.set_input_files("#pick", given)
        expect(page.locator("#waiting")).to_contain_text("given.txt")
        page.get_by_label("Given by").fill("Exercise Courier")
        page.get_by_role("button", name="Take into custody").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Receipt")
        expect(page.locator("main")).to_contain_text(hashlib.sha256(STATEMENT).hexdigest())

        # One letter of a copy is another: the desk tells them apart.
        page.goto(f"{desk.address}/compare/")
        page.set_input_files("#copy", altered)
        expect(page.locator("#compared")).to_contain_text("Not the same bytes as any item")
        page.set_input_files("#copy", copy)
        expect(page.locator("#compared")).to_contain_text("The same bytes")
        page.get_by_role("link", name="given.txt").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("given.txt")

        # The case is closed for everybody, and its recovery key opens it again.
        page.goto(f"{desk.address}/settings/")
        page.get_by_role("button", name="Close the case for everybody").click()
        page.goto(desk.address)
        page.get_by_label("Passphrase of the case").fill("not the passphrase")
        page.get_by_role("button", name="Unlock").click()
        expect(page.locator("main")).to_contain_text("This passphrase does not open the case.")
        page.get_by_label("Passphrase of the case").fill(recovery_key)
        page.get_by_role("button", name="Unlock").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Exercise: the mill road")
        assert elsewhere == []
        chromium.close()
