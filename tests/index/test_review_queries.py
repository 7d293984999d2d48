"""What waits for review is found without walking through all readings."""

from __future__ import annotations

from pathlib import Path

import pytest

from probatum.index import review_queries, schema


@pytest.mark.parametrize(
    ("question", "values"),
    [("_OPEN", (1 << 62, 2_000, 26)), ("_UNREAD", (1 << 62, 2_000, 26)),
     ("_COUNTS", (b"x" * 16, "group"))],
)  # fmt: skip
def test_what_is_asked_about_one_item_looks_at_that_item_alone(
    tmp_path: Path, question: str, values: tuple[object, ...]
) -> None:
    connection, _new = schema.connect(tmp_path / "index.db", bytes(32))
    rows = connection.execute(
        "EXPLAIN QUERY PLAN " + getattr(review_queries, question), values
    ).fetchall()
    plan = [row[3] for row in rows]
    connection.close()
    by_operation = [step for step in plan if "derivation_by_operation" in step]
    assert len(by_operation) <= 1, plan  # the outer walk, and no inner one
    assert not [step for step in plan if step.startswith("SCAN") and len(step) > len("SCAN d")]
