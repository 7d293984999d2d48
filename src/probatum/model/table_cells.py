"""Cells of the tables that this program writes: none of them runs in a spreadsheet."""

from __future__ import annotations

import re
from typing import TypeVar

RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
"""What a spreadsheet takes for the beginning of a formula, in any of the widths that it reads; an
apostrophe too, so that ours can be told from one that was there."""
_NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?")
_T = TypeVar("_T")


def harmless(cell: _T | str) -> _T | str:
    """Return a cell that no spreadsheet takes for a formula: words that begin like one behind an
    apostrophe. Numbers stay numbers, as numbers and as digits.

    >>> harmless("=1+1"), harmless("-5"), harmless(-5), harmless("Ivan")
    ("'=1+1", '-5', -5, 'Ivan')
    """
    if isinstance(cell, str) and cell.startswith(RUNS) and not _NUMBER.fullmatch(cell):
        return "'" + cell
    return cell
