"""JSON Lines: keys are columns, nothing in a line is lost."""

from __future__ import annotations

from probatum.derive.tables.reading import read
from probatum.derive.tables.values import Limits, Opened, Row


def found(text: str) -> tuple[tuple[str, ...], list[Row]]:
    opened, *rows = read(text.encode(), "a.jsonl", Limits())
    assert isinstance(opened, Opened)
    assert opened.header is not None
    return opened.header, [each for each in rows if isinstance(each, Row)]


def test_columns_are_the_keys_of_all_lines() -> None:
    header, rows = found('{"name": "Anna", "age": 3}\n\n{"age": null, "place": "Mill"}\n')
    assert header == ("name", "age", "place")
    assert [(each.number, each.cells) for each in rows] == [
        (1, ("Anna", "3", "")), (3, ("", "", "Mill")),
    ]  # fmt: skip


def test_values_are_written_as_they_stand() -> None:
    header, rows = found('{"n": 1.50, "t": true, "l": ["a", 2], "o": {"p": 1e3}, "d": [[1]]}\n')
    assert dict(zip(header, rows[0].cells, strict=True)) == {
        "n": "1.50", "t": "true", "l": "a; 2", "o.p": "1e3", "d": '[["1"]]',
    }  # fmt: skip


def test_a_key_that_stands_twice_keeps_both_values() -> None:
    _, rows = found('{"name": "Anna", "name": "Hanna"}\n')
    assert rows[0] == Row(1, ("Anna; Hanna",), ("repeated-key",))


def test_lines_that_are_no_objects_are_said() -> None:
    _, rows = found('{"a": 1}\n[2]\nnothing\n"x"\n' + "[" * 100_000 + "\n")
    assert [each.notes for each in rows] == [(), *[("not-an-object",)] * 4]
