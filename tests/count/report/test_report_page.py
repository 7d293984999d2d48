"""The page of a report: the same bytes, nothing loaded, nobody named, every number with bounds."""

from __future__ import annotations

import importlib.util
import re
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from probatum.count.report.page import page
from probatum.count.report.svg import for_paper

pytest.importorskip("matplotlib")


def _invented() -> ModuleType:
    place = importlib.util.spec_from_file_location(
        "invented_count", Path(__file__).with_name("invented.py")
    )
    assert place is not None and place.loader is not None
    module = importlib.util.module_from_spec(place)
    place.loader.exec_module(module)
    return module


invented = _invented()


@pytest.fixture(scope="module")
def text() -> str:
    return page(invented.report()).decode()


def test_the_same_count_gives_the_same_bytes(text: str) -> None:
    assert page(invented.report()).decode() == text


def test_nothing_is_loaded_and_nothing_runs(text: str) -> None:
    assert "default-src 'none'" in text
    assert not re.search(r"<(script|img|link|iframe|object|embed)\b", text)
    assert not re.search(r"(src|href)=\"(?!#)", text)
    assert "@import" not in text and not re.search(r"url\((?!#)", text)


def test_nobody_is_named(text: str) -> None:
    assert invented.VICTIM not in text
    assert "Canary" not in for_paper(text.encode()).decode()


def test_words_of_others_are_only_words(text: str) -> None:
    assert "Press <b>" not in text and "Press &lt;b&gt;" in text
    assert "the &lt;village&gt;" in text


def test_the_first_page_has_bounds_and_no_headline(text: str) -> None:
    first = text.split('<nav aria-label="Contents">')[0]
    for number in re.findall(r'<p class="number">(.*?)</p>', first):
        assert re.fullmatch(r"[\d,]+ to [\d,]+ persons", number), number
    assert "documented minimum" in first
    assert "None of them is <i>the</i> result" in first


def test_a_refusal_stands_with_its_reasons(text: str) -> None:
    assert "<b>Refused.</b>" in text
    assert "not-identifiable" in text
    assert "no estimate" in text


def test_pictures_are_whole_named_and_described(text: str) -> None:
    drawn = re.findall(r"<svg [^>]*role=\"img\".*?</svg>", text, re.DOTALL)
    assert len(drawn) == 8
    ids: list[str] = []
    for each in drawn:
        element = ElementTree.fromstring(each)
        space = {"svg": "http://www.w3.org/2000/svg"}
        assert element.findtext("svg:title", namespaces=space)
        assert element.findtext("svg:desc", namespaces=space)
        ids += re.findall(r'\sid="([^"]+)"', each)
        assert set(re.findall(r"(?:url\(#|href=\"#)([^\")]+)", each)) <= set(ids)
    assert len(ids) == len(set(ids))


def test_paper_gets_colours_of_its_own(text: str) -> None:
    paper = for_paper(text.encode()).decode()
    drawn = re.findall(r"<svg .*?</svg>", paper, re.DOTALL)
    assert drawn and not any("var(" in each for each in drawn)


def test_small_strata_are_left_out_with_another_one(text: str) -> None:
    place = text.split("<h3>By place</h3>")[1].split("<h3>")[0]
    hidden = re.findall(r'<th scope="row"><bdi>([^<]+)</bdi></th><td class="n">left out', place)
    assert "Tiny Hollow" in hidden
    assert len(hidden) > 1
    assert not re.search(r"Tiny Hollow</bdi></th><td class=\"n\">\d", place)


def test_without_an_estimate_the_report_says_so() -> None:
    everyone = invented.report(documented=invented.nobody())
    assert "No estimate was made" in page(replace(everyone, estimated=None)).decode()
    refused = replace(everyone.estimated, models=(invented.refused("loglinear"),), strata=(),
                      variants=(), agreement="")  # fmt: skip
    said = page(replace(everyone, estimated=refused)).decode()
    assert '<p class="number">No estimate</p>' in said


def test_a_lower_bound_alone_is_called_one() -> None:
    everyone = invented.report(documented=invented.nobody())
    chao = replace(everyone.estimated, models=(invented.said("chao", 1000.0),), strata=(),
                   variants=(), agreement="")  # fmt: skip
    said = page(replace(everyone, estimated=chao)).decode()
    assert "At least 1,000 persons" in said and "(900 to 1,150, 95 %)" in said


def test_a_count_of_nobody_is_a_page() -> None:
    said = page(invented.report(documented=invented.nobody(), estimated=None, lists=())).decode()
    assert '<p class="number">Nobody</p>' in said and "unknown, and not zero" in said
    assert "0 to 0 persons" not in said


def test_what_to_mind_about_documented_victims_stands_on_the_first_page() -> None:
    report = invented.report()
    minded = ("list-copied: list A & B repeats C: 20 of its rows stand there too",)
    told = page(replace(report, documented=replace(report.documented, warnings=minded))).decode()
    first = told.partition('id="overlap"')[0]
    assert "List A &amp; B repeats C: 20 of its rows stand there too." in first


def test_tables_of_strata_name_models_and_say_what_a_dash_is(text: str) -> None:
    strata = text.partition('id="strata"')[2]
    assert ">Averaged graphs</th>" in strata and ">graphs</th>" not in strata
    assert "too few persons" in strata
