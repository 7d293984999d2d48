"""A film of a telephone: browsers do not play it, a working copy of it they do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from desk.browser import Chromium, chromium
from desk.opened_desk import OpenedDesk, opened
from desk.pages.items.conftest import Strange, page
from films import FILMS_HERE, film
from probatum.acts.item_history import history
from record_case import PASSPHRASE

GOES_ON = """video => new Promise((done) => {
  video.addEventListener('timeupdate', () => { if (video.currentTime > 0.3) done(); });
})"""
pytestmark = pytest.mark.skipif(not FILMS_HERE, reason="needs FFmpeg's libraries")


@pytest.fixture(scope="module")
def films(small_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Strange]:
    """A desk with a film of forty seconds in HEVC, one that is damaged, and a text."""
    from probatum.acts.add_files import add

    folder = tmp_path_factory.mktemp("films")
    whole = film("libx265", 17)
    for name, data in (("01.mp4", whole), ("02.mp4", whole[:2_000]), ("03.txt", b"Words.")):
        (folder / name).write_bytes(data)
    with opened(small_case, folder / "state", PASSPHRASE) as desk:
        with desk.session() as session:
            receipt = add(session, [str(folder / name) for name in ("01.mp4", "02.mp4", "03.txt")])
        yield Strange(desk, {line.file_name[:2]: line.ref for line in receipt.lines})


def reads(desk: OpenedDesk, item: str) -> int:
    """How often the log says that somebody looked at the recording."""
    with desk.session() as session:
        return sum(line.what == "read: recording" for line in history(session, item).lines)


def test_a_stretch_is_a_film_for_browsers_and_each_is_a_read(films: Strange) -> None:
    client, ref = films.desk.client(), films.refs["01"]
    before = reads(films.desk, ref)
    said = page(client, f"/items/{ref}/film/")
    assert "0:00–0:15" in said and "0:17" in said
    address = re.search(r'data-src="([^"]+)"', said)  # shown when somebody asks for it
    assert address
    answer = client.get(address[1])
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "video/webm")
    assert answer.content.startswith(b"\x1aE\xdf\xa3") and b"VP8" in answer.content
    part = client.get(address[1], headers={"range": "bytes=4-9"})
    assert (part.status_code, part.content) == (206, answer.content[4:10])
    assert client.get(address[1], headers={"sec-fetch-dest": "iframe"}).status_code == 403
    assert reads(films.desk, ref) == before + 1
    following = page(client, f"/items/{ref}/film/?from=15000&shown=1")
    assert "0:15–0:17" in following and "data-after" not in following
    assert "data-src" not in following
    assert reads(films.desk, ref) == before + 2


@pytest.mark.parametrize(
    ("key", "asked", "words"),
    [("01", "?from=99000", "no such"), ("02", "", "damaged"), ("03", "", "No program here")],
)
def test_what_is_not_played_says_why(films: Strange, key: str, asked: str, words: str) -> None:
    said = page(films.desk.client(), f"/items/{films.refs[key]}/film/{asked}")
    assert words in said and "<video" not in said


def test_whoever_may_not_read_sees_no_film(films: Strange) -> None:
    answer = films.desk.client("auditor").get(f"/items/{films.refs['01']}/film/")
    assert answer.status_code == 403


def test_it_plays_in_a_browser_goes_on_by_itself_and_gives_the_time_in_the_film(
    films: Strange,
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        with chromium(films.desk) as browser:
            _watch(browser, films.refs["01"])


def _watch(browser: Chromium, ref: str) -> None:
    visit = browser.visit("investigator")
    visit.go(f"/items/{ref}/")
    at = visit.page
    at.get_by_role("link", name="Play a working copy").click()
    video = at.locator("[data-film] video")
    expect(video).to_be_hidden()
    at.locator("[data-film] [data-reveal]").click()
    expect(video).to_be_visible()
    expect(at.locator("[data-player]").first).to_be_hidden()  # that of the film itself
    assert visit.axe() == []
    video.evaluate("video => { video.currentTime = 14.6; return video.play(); }")
    # The next stretch comes by itself, is not asked for again, and plays.
    second = at.locator('[data-film] video[data-begins="15000"]')
    expect(second).to_be_visible()
    second.evaluate(GOES_ON)
    second.evaluate("video => { video.pause(); video.currentTime = 1; }")
    at.click("[data-now=from]")
    assert at.input_value("#from") == "0:16.0"
    assert not visit.elsewhere
