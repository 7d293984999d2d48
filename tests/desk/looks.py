"""The looks in which pages are shown, and which of them a page is looked at in.

The parts of all pages stand in the style guide, which is looked at in every look, and so is every
page of the exercise in one or two (``test_every_page.py``). Pages of a test of its own are opened
in one each, in turn; ``make test-deep`` opens each in all.
"""

from __future__ import annotations

from collections.abc import Sequence

from deep import DEEP

Look = tuple[str, str, int]

# Light or dark, wide or narrow, to the right or to the left: each two of them together.
LOOKS: tuple[Look, ...] = (
    ("en", "light", 1280), ("uk", "dark", 360), ("ar", "dark", 1280), ("ar", "light", 360),
)  # fmt: skip


def seen_in(look: Look, addresses: Sequence[str]) -> list[str]:
    """Return the addresses whose turn it is to be seen in this look."""
    if DEEP:
        return list(addresses)
    return list(addresses[LOOKS.index(look) :: len(LOOKS)])
