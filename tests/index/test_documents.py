"""Documents of search: in steps they give the same as at once; taken out they leave nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlcipher3
from hypothesis import given, settings
from hypothesis import strategies as st

from probatum.index import schema, search_tables
from probatum.index.documents import Document, Documents, Scope, searchable
from probatum.index.query_language import parse
from probatum.index.schema import Connection
from probatum.index.searching import Answer, search
from probatum.index.word_forms import stems
from put_documents import put_all

CANARY = "Вигаданенко Kanarekowitsch كناريكو"


def opened(folder: Path) -> Connection:
    connection, _ = schema.connect(folder / "i.db", b"k" * 32)
    return connection


def plain(path: Path) -> Connection:
    """The same tables in a file that is not encrypted, so that a test can look into its pages."""
    connection = sqlcipher3.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA secure_delete = ON")
    for statement in search_tables.TABLES.split(";"):
        connection.execute(statement)
    return connection


def ask(connection: Connection, query: str) -> Answer:
    return search(connection, parse(query))


def found(connection: Connection, query: str) -> list[int]:
    return sorted(hit.number for hit in ask(connection, query).hits)


WORDS = st.lists(
    st.sampled_from(["mill", "road", "Харків", "харкова", "Слов’янськ", "محمد", "shelled"]),
    max_size=6,
).map(" ".join)
STEPS = st.lists(
    st.tuples(st.sampled_from(["put", "put", "put", "drop"]), st.integers(0, 5), WORDS, WORDS,
              st.sampled_from(["en", "uk"])),
    max_size=14,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_in_steps_with_removals_it_is_as_built_at_once(steps: list[tuple[str, int, str, str, str]]):
    stepwise, at_once = (sqlcipher3.connect(":memory:", isolation_level=None) for _ in range(2))
    for connection in (stepwise, at_once):
        for statement in search_tables.TABLES.split(";"):
            connection.execute(statement)
    there: dict[int, Document] = {}
    for what, number, title, text, language in steps:
        if what == "drop":
            Documents(stepwise).drop(number // 2)
            there = {n: each for n, each in there.items() if each.object != number // 2}
        else:
            document = Document(number, number // 2, "note", title, text, (("language", language),),
                                Scope(earliest=number) if number % 2 else None)  # fmt: skip
            put_all(stepwise, [document])
            there[number] = document
    put_all(at_once, there.values())
    assert searchable(stepwise) == searchable(at_once)
    stepwise.execute("INSERT INTO word(word) VALUES ('integrity-check')")
    for connection in (stepwise, at_once):
        connection.close()


def test_what_is_taken_out_leaves_no_word_in_the_pages(tmp_path: Path) -> None:
    path = tmp_path / "plain.db"
    connection = plain(path)
    others = [Document(n, n, "note", f"box {n}", "the mill road was quiet " * 9 + str(n))
              for n in range(300)]  # fmt: skip
    protected = [
        Document(1000 + n, 1000, "note", CANARY, f"{CANARY} said so, Kanareksname{n}x",
                 (("speaker", CANARY), ("label", "Kanareklabel")))
        for n in range(40)
    ]  # fmt: skip
    put_all(connection, others[:150] + protected + others[150:])
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    # Neighbouring words share their beginnings in a page, so the middle of each is looked for.
    words = [word.encode() for word in ("игадан", "narek", "ناري", "ареков")]
    assert b"narek" in path.read_bytes().lower()
    Documents(connection).drop(1000)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    after = path.read_bytes() + b"".join(
        beside.read_bytes() for beside in tmp_path.iterdir() if beside != path
    )
    folded = after.lower()
    assert [word for word in words if word in folded] == []
    assert CANARY.encode() not in after
    assert b"mill" in after


def test_the_index_file_holds_no_text_in_the_clear(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    put_all(connection, [Document(1, 1, "note", CANARY, CANARY)])
    assert found(connection, "kanarekowitsch") == [1]
    connection.close()
    data = b"".join(each.read_bytes() for each in tmp_path.iterdir()).lower()
    assert b"kanarek" not in data


def test_a_new_version_stands_in_the_place_of_the_old(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    writer = Documents(connection)
    writer.put(Document(4, 4, "incident", "Mill road", ""))
    writer.put(Document(4, 4, "incident", "Bridge road", ""))
    writer.flush()
    writer.put(Document(4, 4, "incident", "Harbour road", ""))
    writer.flush()
    assert found(connection, "road") == [4]
    assert found(connection, "mill OR bridge") == []
    assert ask(connection, "harbour").searched == 1
    connection.close()


@pytest.fixture
def names(tmp_path: Path) -> Connection:
    connection = opened(tmp_path)
    texts = [
        "мешканці Харкова", "the road to Kharkiv", "وصل إلى خاركيف", "war", "вар", "cart chart",
        "Олена Зеленська", "Zelenskyi and Zelensky", "محمد", "Mohammed", "соль сіль",
    ]  # fmt: skip
    put_all(connection, [Document(at, at, "note", "", text) for at, text in enumerate(texts)])
    return connection


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("Kharkiv", [0, 1, 2]), ("харкові", [0, 1, 2]), ("Харків", [0, 1, 2]), ('"Харків"', []),
        ("خاركيف", [0, 1, 2]), ("war", [3]), ("вар", [4]), ("cart", [5]), ("olena", [6]),
        ("Zelenska", [6]), ("zelenskiy", [6, 7]), ("muhammad", [8, 9]), ("محمد", [8, 9]),
        ("olena zelenska", [6]),
    ],
)  # fmt: skip
def test_a_word_finds_its_forms_and_spellings(
    names: Connection, query: str, numbers: list[int]
) -> None:
    assert found(names, query) == numbers
    names.close()


def test_stems_join_the_forms_of_a_word() -> None:
    for forms in ("харків харкова харкову харковом", "мешканець мешканці мешканців мешканцям",
                  "село села селі селах", "больница больницы больниц", "shelled shelling shells",
                  "الخرطوم والخرطوم خرطوم"):  # fmt: skip
        first, *others = forms.split()
        assert all(set(stems(first)) & set(stems(other)) for other in others), forms


def test_near_counts_how_precisely_a_place_is_known(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    put_all(connection, [
        Document(1, 1, "place", "near", "", (), Scope(49_980_000, 36_250_000, 10)),
        Document(2, 2, "place", "perhaps", "", (), Scope(50_100_000, 36_250_000, 9_000)),
        Document(3, 3, "place", "far", "", (), Scope(50_100_000, 36_250_000, 10)),
        Document(4, 4, "place", "across", "", (), Scope(0, 179_990_000, 10)),
        Document(5, 5, "place", "pole", "", (), Scope(89_999_000, -100_000_000, 10)),
        Document(6, 6, "occurrence", "", "there", (("place", "#1"),)),
        Document(7, 7, "assertion", "", "denied", (("stance", "denies"),), about=6),
    ])  # fmt: skip
    assert found(connection, "near:49.98,36.25,5") == [1, 2, 6, 7]
    assert found(connection, "near:0,-179.99,5") == [4]
    assert found(connection, "near:90,0,1") == [5]
    assert found(connection, "place:near") == [6, 7]
    assert found(connection, "there OR denied place:near") == [6, 7]
    connection.close()


def test_equal_ranks_keep_the_order_of_the_log_and_pages_do_not_overlap(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    put_all(connection, [Document(n, n, "note", "", "mill") for n in range(50)])
    pages = [search(connection, parse("mill"), limit=20, offset=at) for at in (0, 20, 40)]
    assert [hit.number for page in pages for hit in page.hits] == list(range(50))
    assert {page.total for page in pages} == {50}
    connection.close()
