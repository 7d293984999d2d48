"""What is contradicted stands at each document, whatever came, went or was retracted."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probatum.index import denials, schema, search_tables
from probatum.index.denials import AGAINST, CONTRADICTED, RETRACTED
from probatum.index.documents import Document, Documents, named, searchable
from probatum.index.query_language import parse
from probatum.index.schema import Connection
from probatum.index.searching import search

# Objects 1 to 3 are incidents, 4 to 7 propositions, 8 to 13 assertions, 14 and 15 notes.
_OBJECTS = st.integers(1, 15)
_STANCES = st.sampled_from(["asserts", "denies", "retracts"])
STEPS = st.lists(
    st.tuples(st.sampled_from(["put", "put", "put", "drop", "retract", "settle"]), _OBJECTS,
              st.integers(1, 13), _STANCES, st.integers(1, 3)),
    max_size=24,
)  # fmt: skip


def in_memory() -> Connection:
    import sqlcipher3

    connection = sqlcipher3.connect(":memory:", isolation_level=None)
    for statement in search_tables.TABLES.split(";"):
        connection.execute(statement)
    for definition in search_tables.INDEXES.values():
        connection.execute("CREATE " + definition)
    return connection


def document(at: int, about: int, stance: str, incident: int, flags: int = 0) -> Document:
    if at < 4:
        return Document(at, at, "incident", f"incident {at}", "", flags=flags)
    if at < 8:
        traits = (("incident", named(incident)),)
        return Document(at, at, "occurrence", "", "it was", traits, flags=flags)
    if at < 14:
        traits = (("stance", stance),)
        return Document(at, at, "assertion", "", "said", traits, about=about, flags=flags)
    return Document(at, at, "note", "", "seen", about=about, flags=flags)


def contradicted(there: dict[int, Document]) -> set[int]:
    """What the mark means, in plain words."""
    denied = {
        each.about for each in there.values()
        if not each.flags & RETRACTED and set(dict(each.traits).values()) & AGAINST
    }  # fmt: skip
    incidents = {
        int(value[1:]) for each in there.values() if each.object in denied
        for field, value in each.traits if field == "incident"
    }  # fmt: skip
    return {
        number for number, each in there.items()
        if each.object in denied or each.about in denied - {None} or each.object in incidents
    }  # fmt: skip


def marked(connection: Connection) -> set[int]:
    found = search(connection, parse("has:contradiction"), limit=100)
    assert found.total == len(found.hits)
    rows = connection.execute("SELECT no FROM doc WHERE flags & ? <> 0", (CONTRADICTED,))
    assert {number for (number,) in rows.fetchall()} == {hit.number for hit in found.hits}
    return {hit.number for hit in found.hits}


@settings(max_examples=150, deadline=None)
@given(STEPS, st.booleans())
def test_marked_is_what_is_denied_now(
    steps: list[tuple[str, int, int, str, int]], many: bool
) -> None:
    connection, there = in_memory(), dict[int, Document]()
    writer = Documents(connection)
    kept = denials._MANY
    denials._MANY = 0 if many else kept  # worked out all at once, or one by one
    try:
        for step, at, about, stance, incident in steps:
            if step == "put":
                there[at] = document(at, about, stance, incident)
                writer.put(there[at])
            elif step == "drop":
                there.pop(at, None)
                writer.drop(at)
            elif step == "retract" and at in there:
                there[at] = document(
                    at, there[at].about or 0, dict(there[at].traits).get("stance", ""),
                    int(dict(there[at].traits).get("incident", "#0")[1:]), RETRACTED,
                )  # fmt: skip
                writer.flag(at, RETRACTED, on=True)
            else:
                writer.settle()
                assert marked(connection) == contradicted(there)
                writer = Documents(connection)  # as the next follow begins
        writer.settle()
    finally:
        denials._MANY = kept
    assert marked(connection) == contradicted(there)
    at_once = in_memory()
    anew = Documents(at_once)
    for each in there.values():
        anew.put(each)
    anew.settle()
    assert searchable(connection) == searchable(at_once)


def test_what_is_laid_over_marks_nothing_that_stays(tmp_path: Path) -> None:
    connection, _ = schema.connect(tmp_path / "i.db", b"k" * 32)
    writer = Documents(connection)
    for at in (1, 4, 8):
        writer.put(document(at, 4, "asserts", 1))
    writer.settle()
    before = searchable(connection)
    connection.execute("BEGIN IMMEDIATE")
    inside = Documents(connection)
    inside.put(document(9, 4, "denies", 1))
    inside.settle()
    assert marked(connection) == {1, 4, 8, 9}
    connection.execute("ROLLBACK")
    assert marked(connection) == set()
    assert searchable(connection) == before
    connection.close()


def test_kinds_and_marks_are_counted_without_looking_at_each_document(tmp_path: Path) -> None:
    connection, _ = schema.connect(tmp_path / "i.db", b"k" * 32)
    writer = Documents(connection)
    for at in range(1, 16):
        writer.put(document(at, 4 + at % 4, "denies" if at == 9 else "asserts", 1 + at % 3))
    writer.settle()
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    for query in ("kind:assertion", "kind:assertion NOT stance:denies", "has:contradiction",
                  "NOT kind:note", "kind:assertion OR is:retracted",
                  "-has:contradiction"):  # fmt: skip
        asked.clear()
        total = search(connection, parse(query), limit=0).total
        every = search(connection, parse(query), limit=1_000)
        assert total == len(every.hits), query
        assert not any("count(*) FROM doc d" in each for each in asked), query
    connection.close()


@pytest.mark.parametrize("asked", [
    "SELECT no FROM doc WHERE object = 1", "SELECT d.no FROM doc d WHERE d.about = 1",
    "DELETE FROM reference WHERE object = 1", "SELECT idx FROM acquisition WHERE object = 1",
])  # fmt: skip
def test_making_the_index_anew_looks_through_no_table_for_each_entry(
    tmp_path: Path, asked: str
) -> None:
    connection, _ = schema.connect(tmp_path / "i.db", b"k" * 32)
    schema.drop_indexes(connection)
    plan = connection.execute("EXPLAIN QUERY PLAN " + asked).fetchall()
    assert all("USING INDEX" in row[3] or "COVERING INDEX" in row[3] for row in plan), plan
    connection.close()
