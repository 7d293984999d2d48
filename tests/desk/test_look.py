"""The look, without a browser: colours that can be read, pages that turn round, nothing inline."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
DESK = ROOT / "src" / "probatum" / "desk"
STATIC = DESK / "static" / "desk"
SHEETS = sorted((STATIC / "css").glob("*.css"))
MODULES = sorted((STATIC / "js").glob("*.js"))
TEMPLATES = sorted((DESK / "templates").rglob("*.html"))
SYMBOLS = set(re.findall(r'<symbol id="([^"]+)"', (STATIC / "icons.svg").read_text("utf-8")))

# MapLibre's own triangles under its popups, which stand on the side that they are told.
PHYSICAL_IS_MEANT = {"media_over.css"}
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right)[\w-]*|left|right|float|clear)\s*:"
    r"|text-align\s*:\s*(?:left|right)"
)
TOKEN = re.compile(r"--([\w-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
TOKENS = {name: pair for name, *pair in TOKEN.findall((STATIC / "css/tokens.css").read_text())}


def lightness(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((lightness(one), lightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_there_is_something_to_look_at() -> None:
    assert len(SHEETS) > 5
    assert len(MODULES) > 5
    assert len(TEMPLATES) > 10
    assert len(SYMBOLS) > 40
    assert len(TOKENS) > 30


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("surface", ["page", "surface", "raised", "sunken", "hover"])
@pytest.mark.parametrize("words", ["text", "muted", "accent", "accent-strong"])
def test_words_can_be_read_on_every_surface(words: str, surface: str, theme: str) -> None:
    at = ("light", "dark").index(theme)
    assert contrast(TOKENS[words][at], TOKENS[surface][at]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("family", ["for", "against", "relay", "count", "response", "change",
                                    "suggested", "good", "warn", "bad"])  # fmt: skip
def test_a_colour_can_be_read_on_its_own_ground_and_on_a_card(family: str, theme: str) -> None:
    at = ("light", "dark").index(theme)
    assert contrast(TOKENS[family][at], TOKENS[f"{family}-weak"][at]) >= 4.5
    assert contrast(TOKENS[family][at], TOKENS["surface"][at]) >= 4.5
    assert contrast(TOKENS["text"][at], TOKENS[f"{family}-weak"][at]) >= 7


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("surface", ["page", "surface", "sunken"])
def test_edges_of_fields_can_be_seen(surface: str, theme: str) -> None:
    at = ("light", "dark").index(theme)
    assert contrast(TOKENS["line-strong"][at], TOKENS[surface][at]) >= 3


def test_neither_side_of_a_question_is_the_good_or_the_bad_one() -> None:
    assert {*TOKENS["for"], *TOKENS["against"]} & {*TOKENS["good"], *TOKENS["bad"]} == set()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_nothing_is_left_or_right(sheet: Path) -> None:
    if sheet.name not in PHYSICAL_IS_MEANT:
        assert PHYSICAL.findall(sheet.read_text("utf-8")) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_every_token_that_is_used_exists(sheet: Path) -> None:
    known = set(re.findall(r"(--[\w-]+)\s*:", "".join(path.read_text() for path in SHEETS)))
    assert set(re.findall(r"var\((--[\w-]+)", sheet.read_text("utf-8"))) - known == set()


@pytest.mark.parametrize("path", [*SHEETS, *MODULES], ids=lambda path: path.name)
def test_no_file_of_ours_names_another_host(path: Path) -> None:
    addresses = re.findall(r"(?:https?:)?//[\w.-]+\.\w+", path.read_text("utf-8"))
    assert [one for one in addresses if not one.endswith("//www.w3.org")] == []  # a namespace


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_no_module_makes_markup_or_code_out_of_text(module: Path) -> None:
    words = module.read_text("utf-8")
    for way in (
        ".innerHTML",
        ".outerHTML",
        ".insertAdjacentHTML",
        "document.write",
        "eval(",
        "Function(",
    ):
        assert way not in words, way


@pytest.mark.parametrize(
    "template", TEMPLATES, ids=lambda path: path.relative_to(DESK / "templates").as_posix()
)
class TestTemplates:
    def test_nothing_is_inline(self, template: Path) -> None:
        words = template.read_text("utf-8")
        assert re.findall(r"<[^>]*\sstyle=", words) == []
        assert re.findall(r"<style", words) == []
        assert re.findall(r"<[^>]*\son[a-z]+=", words) == []
        assert re.findall(r"hx-(?:on|vars)\b", words) == []
        scripts = re.findall(r"<script[^>]*>", words)
        assert [tag for tag in scripts if "src=" not in tag and "application/json" not in tag] == []

    def test_every_icon_exists(self, template: Path) -> None:
        words = template.read_text("utf-8")
        named = set(re.findall(r'pieces/icon\.html" with name="([^"]+)"', words))
        named |= set(re.findall(r'pieces/empty\.html" with icon="([^"]+)"', words))
        assert named - SYMBOLS == set()

    def test_nothing_is_marked_safe(self, template: Path) -> None:
        assert not re.search(r"\|\s*safe\b|autoescape off", template.read_text("utf-8"))


def test_every_stance_has_a_shape_and_a_colour() -> None:
    stances = json.loads((ROOT / "src/probatum/model/vocab/stance.json").read_text("utf-8"))
    codes = {term["code"] for term in stances["terms"]}
    sheet = (STATIC / "css" / "record.css").read_text("utf-8")
    assert codes - {name.removeprefix("stance-") for name in SYMBOLS} == set()
    assert [code for code in codes if f'[data-stance="{code}"]' not in sheet] == []


def test_every_place_of_the_navigation_has_its_icon() -> None:
    from probatum.desk.surrounding import PLACES

    assert {icon for _, _, icon, _ in PLACES} - SYMBOLS == set()


def test_what_every_page_brings_weighs_little() -> None:
    listed = (DESK / "templates/desk/pieces/sheets.html").read_text("utf-8")
    imported = (STATIC / "js" / "desk.js").read_text("utf-8")
    sheets = [STATIC / "css" / name for name in re.findall(r"desk/css/([\w.]+)", listed)]
    modules = [STATIC / "js" / name for name in re.findall(r'"\./([\w.]+)"', imported)]
    of_every_page = [*sheets, *modules, STATIC / "icons.svg", STATIC / "js" / "live.js"]
    assert len(of_every_page) > 12
    assert sum(len(gzip.compress(path.read_bytes())) for path in of_every_page) < 50_000


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    from probatum.desk import brought

    assert brought.missing(tmp_path) == ["versions.json"]
    assert brought.missing() == [], "run `make web` first"
    listed = (
        '{"inputs": "0", "parts": [{"name": "a", "version": "1", "licence": "MIT", "files": [%s]}]}'
    )
    file = '{"path": "a.js", "size_bytes": 1, "sha256": "0"}'
    (tmp_path / "versions.json").write_text(listed % file)
    assert brought.missing(tmp_path) == ["a.js"]


def test_the_system_check_names_the_remedy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from probatum.desk import brought

    assert brought.check() == []
    monkeypatch.setattr(brought.missing, "__defaults__", (tmp_path,))
    (warning,) = brought.check()
    assert warning.id == "desk.W001"
    assert "make web" in warning.hint
