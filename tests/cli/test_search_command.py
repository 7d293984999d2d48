"""``probatum search`` as a person uses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import CommandLine


@pytest.fixture
def there(tmp_path: Path) -> tuple[CommandLine, str]:
    line = CommandLine(tmp_path / "home")
    case, given = str(tmp_path / "case"), tmp_path / "given"
    given.mkdir()
    (given / "Слов’янськ \x1b[31mred.txt").write_bytes(b"x")
    (given / "photo.jpg").write_bytes(b"y")
    line.new_case(tmp_path / "case", "--name", "Exercise", "--by", "A. Analyst")
    line.ok("add", str(given), "--case", case)
    return line, case


def test_hits_have_reference_kind_and_the_words_marked(there: tuple[CommandLine, str]) -> None:
    line, case = there
    ran = line.ok("search", "словянськ", "--case", case)
    reference = next(item["ref"] for item in line.items(case) if "red" in item["file_name"])
    assert ran.out.startswith(f"{reference}  item\n")
    assert "*Слов’янськ*" in ran.out
    assert "\x1b" not in ran.out
    assert "1 of 2 documents fit." in ran.out
    assert "Not searched: the contents of 2 items" in ran.out


def test_none_found_says_where_nothing_was_found(there: tuple[CommandLine, str]) -> None:
    line, case = there
    assert (
        "None found in 2 documents. None recorded is not none exists."
        in line.ok("search", "mill", "road", "--case", case).out
    )


def test_facets_and_pages(there: tuple[CommandLine, str]) -> None:
    line, case = there
    ran = line.ok("search", "kind:item", "--limit", "1", "--facets", "--case", case)
    assert "Kind: item 2" in ran.out and "More: --skip 1" in ran.out
    assert (
        "2 of 2 documents fit, 2 to 2 shown."
        in line.ok("search", "kind:item", "--limit", "1", "--skip", "1", "--case", case).out
    )


def test_the_answer_for_programs(there: tuple[CommandLine, str]) -> None:
    line, case = there
    answer = line.ok("search", "photo", "--json", "--case", case).json
    assert (answer["total"], answer["searched"], answer["items_without_text"]) == (1, 2, 2)
    [hit] = answer["hits"]
    assert hit["title"] == {"text": "photo.jpg", "start": 0, "spans": [[0, 5]]}
    assert answer["facets"]["kind"] == [{"value": "item", "documents": 1}]


def test_a_query_without_meaning_ends_with_2(there: tuple[CommandLine, str]) -> None:
    line, case = there
    ran = line.run("search", "who:x", "--case", case)
    assert ran.code == 2 and "the query, at character 1" in ran.err
