"""Files of the pages: kept for ever by their digest, asked about each time without it."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from django.templatetags.static import static
from django.test import Client

import probatum.desk
from probatum.desk.headers import digest_of

STATIC = Path(probatum.desk.__file__).parent / "static"
OWN = sorted((STATIC / "desk" / "js").glob("*.js"))
_IMPORTED = re.compile(r'^import[^;"]*"([^"]+)"', re.MULTILINE)


@pytest.fixture
def browser() -> Client:
    return Client(SERVER_NAME="localhost")


def test_what_a_page_names_is_kept_for_ever(browser: Client) -> None:
    answer = browser.get(static("desk/js/desk.js"))
    assert (answer.status_code, "immutable" in answer.headers["Cache-Control"]) == (200, True)
    answer.close()


@pytest.mark.parametrize("version", ["", "?v=", "?v=0123456789ab", "?v=0", "?w=1"])
def test_any_other_address_is_asked_about_each_time(browser: Client, version: str) -> None:
    answer = browser.get("/static/desk/js/live.js" + version)
    assert answer.headers["Cache-Control"] == "no-cache"
    again = browser.get(
        "/static/desk/js/live.js", headers={"if-none-match": answer.headers["ETag"]}
    )
    assert (again.status_code, again.headers["Cache-Control"]) == (304, "no-cache")
    answer.close()


def test_a_file_of_the_same_time_and_size_is_another_one(browser: Client, tmp_path: Path) -> None:
    path = STATIC / "desk" / "js" / "live.js"
    answer = browser.get("/static/desk/js/live.js")
    assert digest_of(str(path)) in answer.headers["ETag"]
    answer.close()
    other = tmp_path / "live.js"
    other.write_bytes(path.read_bytes()[:-1] + b" ")
    os.utime(other, (path.stat().st_atime, path.stat().st_mtime))
    assert digest_of(str(other)) != digest_of(str(path))


def test_no_script_imports_what_browsers_keep_without_asking() -> None:
    for script in OWN:
        for name in _IMPORTED.findall(script.read_text()):
            assert name.startswith(("./", "../")) and "?" not in name, (script.name, name)
