"""The query language: what it reads, what it refuses, and that nothing typed reaches SQL as SQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probatum.errors import UseError
from probatum.index import schema
from probatum.index.documents import Document, Scope
from probatum.index.query_language import (
    FIELDS,
    All,
    Any,
    Choice,
    Marked,
    Not,
    Words,
    parse,
)
from probatum.index.query_values import Near, Span
from probatum.index.schema import Connection
from probatum.index.searching import search
from put_documents import put_all

PAGE = Path(__file__).resolve().parents[2] / "docs" / "searching.md"


def word(text: str) -> Words:
    return Words((text,))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("mill road", All((word("mill"), word("road")))),
        ("mill AND road", All((word("mill"), word("road")))),
        ("a1 b2 OR c3", Any((All((word("a1"), word("b2"))), word("c3")))),
        ("a1 (b2 OR c3)", All((word("a1"), Any((word("b2"), word("c3")))))),
        ("-mill", Not(word("mill"))),
        ("NOT NOT mill", Not(Not(word("mill")))),
        ('"Mill Road"', Words(("mill", "road"), exact=True)),
        ("«Mill Road»", Words(("mill", "road"), exact=True)),
        ("shel*", Words(("shel",), prefix=True)),
        ("Івано-Франківськ", Words(("івано", "франківськ"))),
        ("Слов’янськ", word("словянськ")),
        ("stance:denies", Choice("stance", "denies")),
        ('Speaker:"O. K."', Choice("speaker", "O. K.")),
        ("label:nor*", Choice("label", "nor", prefix=True)),
        ("is:retracted", Marked("retracted")),
        ("has:contradiction", Marked("contradiction")),
        ("near:49.98,-36.25,10", Near(49_980_000, -36_250_000, 10_000)),
        ("when:2026-03", Span("when", 739_676, 739_706)),
        ("collected:..2026-03-01", Span("collected", None, 739_676)),
        ("order", word("order")),
        ("ORDER", word("order")),
    ],
)
def test_a_query_is_read_as_written(text: str, tree: object) -> None:
    assert parse(text) == tree


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("", 1, "words or a filter"), ("   ", 4, "words or a filter"),
        ('mill "road', 6, "a second quotation mark"), ("(mill", 1, "a closing bracket"),
        ("mill)", 5, "the end, or words"), ("mill OR", 8, "words or a filter"),
        ("OR mill", 1, "words or a filter"), ("()", 2, "words or a filter"),
        ("where:here", 1, "one of the fields"), ("mill has:teeth", 10, "has:contradiction"),
        ("near:1,2", 6, "near:LATITUDE"), ("near:91,0,1", 6, "a latitude"),
        ("near:1,2,0", 6, "a distance"), ("when:yesterday", 6, "a date"),
        ("when:2026..2025", 6, "the earlier date"), ("when:..", 6, "a date on at least"),
        ("a*", 1, "at least two letters"), ('"mill"*', 7, "no asterisk"), ("!!", 1, "letters"),
        ('""', 1, "letters or digits"), ("stance:!", 8, "letters or digits"),
    ],
)  # fmt: skip
def test_a_query_that_means_nothing_is_refused_at_its_place(
    text: str, at: int, expected: str
) -> None:
    with pytest.raises(UseError) as caught:
        parse(text)
    assert caught.value.item == f"the query, at character {at}"
    assert caught.value.expected.startswith(expected)


@pytest.mark.parametrize("text", ["(" * 60 + "a" + ")" * 60, "NOT " * 60 + "mill", "a1 " * 70,
                                  "x" * 3000])  # fmt: skip
def test_a_query_has_limits(text: str) -> None:
    with pytest.raises(UseError):
        parse(text)


def test_the_page_explains_every_field() -> None:
    page = PAGE.read_text("utf-8")
    assert [name for name in FIELDS if f"| `{name}:" not in page] == []


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    connection, _ = schema.connect(tmp_path_factory.mktemp("index") / "i.db", b"k" * 32)
    put_all(connection, [
        Document(1, 1, "item", "mill.txt", "given", (("source", "/given"),)),
        Document(2, 2, "place", "Mill", "", (), Scope(49_980_000, 36_250_000, 100)),
        Document(3, 3, "assertion", "", "The mill; DROP TABLE doc", (("stance", "denies"),
                 ("place", "#2")), Scope(earliest=739_676), about=1),
    ])  # fmt: skip
    yield connection
    connection.close()


PIECES = st.sampled_from(
    [*(name + ":" for name in FIELDS), "OR", "AND", "NOT", "-", "(", ")", '"', "*", "mill", "road*",
     "2026", "..", "/", "near:49.98,36.25,9", "when:2026-03", "has:text", "kind:item", "'", ";",
     "--", "\x00", "؟", "Слов’янськ", "محمد", "NEAR(a b)", "^a", "{title}:", "a:b", "%", "\\", "#2",
     " ", "  "]
)  # fmt: skip
TYPED = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=9).map(" ".join),
                  st.lists(PIECES, max_size=9).map("".join))  # fmt: skip


@settings(max_examples=1500, deadline=None)
@given(TYPED)
def test_whatever_is_typed_is_answered_or_refused(filled: Connection, text: str) -> None:
    try:
        query = parse(text)
    except UseError:
        return
    answer = search(filled, query)
    assert 0 <= answer.total <= answer.searched == 3
    assert len(answer.hits) == answer.total
    for hit in answer.hits:
        for part in (hit.title, hit.body):
            assert all(part.start <= a < b <= part.start + len(part.text) for a, b in part.spans)


@settings(max_examples=300, deadline=None)
@given(TYPED)
def test_what_fits_and_what_does_not_are_everything(filled: Connection, text: str) -> None:
    try:
        one, other = parse(text), parse(f"NOT ({text})")
    except UseError:
        return
    assert search(filled, one).total + search(filled, other).total == 3
