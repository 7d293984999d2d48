"""``probatum demo``: the story of an invented case, step by step."""

from __future__ import annotations

from probatum.cli.calls import Call


def demo(call: Call) -> None:
    """Tell the story of an invented case, step by step."""
