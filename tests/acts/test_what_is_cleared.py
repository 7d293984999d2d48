"""What a disclosure may be chosen from: the newest of what is cleared, asked of the index alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from offices import Office
from probatum.acts import mirror_disclosure
from probatum.acts.clear_item import clear
from probatum.acts.erase_item import erase
from probatum.acts.put_record import put
from probatum.acts.retract_record import retract
from probatum.index import schema
from probatum.index.queries import ITEMS
from probatum.index.record_queries import RECORDS


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path, "sender")
    made.write(a__txt=b"one\n", b__txt=b"two\n", c__txt=b"three\n", d__txt=b"four\n")
    return made


def test_the_newest_that_is_cleared_stands_first_and_what_is_erased_or_withdrawn_is_gone(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mirror_disclosure, "MOST_CHOICES", 2)
    one, two, three, four = office.take_in(cleared=False)
    with office.open() as session:
        said = [put(session, {"record": "occurrence/1", "kind": "shelling"}).ref for _ in range(3)]
        for ref in (one, two, three, four, *said):
            clear(session, ref, cleared=True, reason="exercise")
        clear(session, three, cleared=False, reason="a mistake")
        erase(session, four, "protection")
        retract(session, said[2], "exercise")
    with office.open() as session:
        found = mirror_disclosure.cleared(session)
    assert [row.ref for row in found.items] == [two, one]
    assert [ref for ref, _ in found.records] == [said[1], said[0]]


@pytest.mark.parametrize(
    ("asked", "name"),
    [(ITEMS + "AND i.cleared AND NOT o.erasure ORDER BY i.object DESC LIMIT ?", "item_cleared"),
     (RECORDS + "WHERE r.cleared AND NOT r.retracted ORDER BY r.number DESC LIMIT ?",
      "record_cleared")],
)  # fmt: skip
def test_what_is_not_cleared_is_not_looked_through(asked: str, name: str, tmp_path: Path) -> None:
    connection, _ = schema.connect(tmp_path / "i.db", b"k" * 32)
    plan = [row[3] for row in connection.execute("EXPLAIN QUERY PLAN " + asked, (5,))]
    assert name in plan[0]
    assert not any(line.startswith(("SCAN o", "SCAN r ", "USE TEMP")) for line in plan[1:])
    connection.close()
