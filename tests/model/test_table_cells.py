"""What a spreadsheet would run stands behind an apostrophe; numbers stay numbers."""

from __future__ import annotations

import pytest

from probatum.model.table_cells import harmless


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "-", "'x"],
)
def test_words_that_begin_like_a_formula_are_no_formula(cell: str) -> None:
    assert harmless(cell) == "'" + cell


@pytest.mark.parametrize("cell", [-5, 5.5, None, "-5", "+7", "-0.25", "Ivan", "", "5-6"])
def test_numbers_and_other_words_stay_what_they_are(cell: object) -> None:
    assert harmless(cell) == cell
