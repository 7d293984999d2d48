"""Names come from whoever handed material over: they must not play tricks with what people see."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser
from pathlib import Path

import pytest

from command_line import CommandLine
from probatum.cli.wording import shown, table, width

NAMES = [
    "line\nbreak.txt",
    "clear\x1b[2Jscreen.txt",
    "bell\x07.txt",
    "photo\u202egpj.exe",
    "isolate\u2066open.txt",
    "<script>alert(1)<b>.txt",
    "تقرير عن الحادث.txt",
    "звіт.txt",
    "日本語.txt",
]
FORBIDDEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066\u2067]")


@pytest.fixture(scope="module")
def collected(
    line: CommandLine, tmp_path_factory: pytest.TempPathFactory
) -> tuple[CommandLine, str, Path, str]:
    folder = tmp_path_factory.mktemp("cases")
    line.new_case(folder / "case", "--name", "N", "--by", "B\x1b[31m", "--json")
    delivery = tmp_path_factory.mktemp("delivery")
    for number, name in enumerate(NAMES):
        (delivery / name).write_text(f"file {number}", "utf-8")
    (delivery / "link\u202e\n").symlink_to("nowhere")
    receipt = folder / "receipt.html"
    ran = line.run(
        "add", str(delivery), "--case", str(folder / "case"), "--receipt", str(receipt),
        "--given-by", "Evil\u202e\x1b[1m", "--conditions", "<b>مختوم</b>",
    )  # fmt: skip
    assert ran.code == 1
    return line, str(folder / "case"), receipt, ran.out


def test_nothing_in_a_receipt_or_list_moves_the_cursor_or_the_direction(
    collected: tuple[CommandLine, str, Path, str],
) -> None:
    line, case, _, receipt = collected
    items = line.items(case)
    assert sorted(item["file_name"] for item in items) == sorted(NAMES)
    texts = [receipt, line.ok("list", "--case", case).out]
    for item in items:
        texts.append(line.ok("show", item["ref"], "--case", case).out)
    texts.append(line.ok("history", items[0]["ref"], "--case", case).out)
    for text in texts:
        assert not FORBIDDEN.search(text), FORBIDDEN.search(text)
    assert "photo\\u202egpj.exe" in texts[1]
    assert len(texts[1].splitlines()) == len(NAMES) + 3  # heading, blank, sum: no line is broken


def test_in_json_the_names_are_whole_and_the_bytes_are_ascii(
    collected: tuple[CommandLine, str, Path, str],
) -> None:
    line, case, _, _ = collected
    out = line.ok("list", "--case", case, "--json").out
    assert out.isascii() and not FORBIDDEN.search(out)


def test_right_to_left_text_is_isolated() -> None:
    assert shown("تقرير") == "\u2068تقرير\u2069"
    assert shown("звіт") == "звіт"


def test_columns_stay_aligned_whatever_the_script() -> None:
    rows = [("a", "1"), ("日本", "2"), ("e\u0301", "3")]
    lines = table(("Name", "Number"), rows).splitlines()
    assert len({width(each[: -len(each.split()[-1])]) for each in lines}) == 1


class Page(HTMLParser):
    """Collects what a reader or a browser would see of the receipt."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_the_receipt_for_paper_is_whole_and_needs_nothing_from_elsewhere(
    collected: tuple[CommandLine, str, Path, str],
) -> None:
    line, case, path, _ = collected
    html = path.read_text("utf-8")
    page = Page()
    page.feed(html)
    text = "".join(page.text)
    for item in line.items(case):
        assert item["sha256"] in text and item["ref"] in text
    assert "probatum-checkpoint probatum/" in text
    names = {tag for tag, _ in page.tags}
    assert "svg" in names and not names & {"script", "b", "img", "link", "iframe"}
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", html)
    ltr = [attributes for tag, attributes in page.tags if attributes.get("dir") == "ltr"]
    assert len(ltr) > 2 * len(NAMES)
    assert not any(
        unicodedata.category(letter) in {"Cc", "Cf"} for letter in text.replace("\n", "")
    )
    assert "size: A4" in html


def test_a_receipt_is_never_written_over_another_file(
    collected: tuple[CommandLine, str, Path, str], tmp_path: Path
) -> None:
    line, case, path, _ = collected
    before = line.ok("log", "--case", case, "--json").json["size"]
    ran = line.run("add", str(tmp_path), "--case", case, "--receipt", str(path))
    assert ran.code == 2
    assert line.ok("log", "--case", case, "--json").json["size"] - before <= 1
