"""A bar for what takes longer than a second, on a terminal and nowhere else."""

from __future__ import annotations

import io
from contextlib import redirect_stderr

import pytest

from probatum.cli import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def of_100_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")


def test_what_ends_within_a_second_draws_nothing() -> None:
    with redirect_stderr(Terminal()) as terminal, progress.bytes_bar("Adding") as update:
        update(1, 2)
        update(2, 2)
    assert terminal.getvalue() == ""


def test_nothing_is_drawn_where_no_terminal_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE_SECONDS", 0.0)
    with redirect_stderr(io.StringIO()) as file:
        for bar in (progress.bytes_bar, progress.count_bar):
            with bar("Adding") as update:
                update(1, 2)
        with progress.stages_bar("Checking") as tell:
            tell("tiles", 1, 2)
    assert file.getvalue() == ""


def test_bytes_entries_and_stages_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE_SECONDS", 0.0)
    with redirect_stderr(Terminal()) as terminal:
        with progress.bytes_bar("Adding") as update:
            update(1_000_000, 20_000_000)
            update(20_000_000, 20_000_000)
        with progress.count_bar("Rebuilding") as update:
            update(1, 1_000)
            update(1_000, 1_000)
        with progress.stages_bar("Checking") as tell:
            tell("tiles", 5, 10)
            tell("an original", 3_000_000, 0)
        with progress.stages_bar("Checking") as tell:
            tell("a film", 5_000_000_000, 20_000_000_000, in_bytes=True)
    drawn = terminal.getvalue()
    for text in (
        "Adding",
        "20.0/20.0 MB",
        "1,000/1,000",
        "Checking: tiles",
        "3.0 MB",
        "5.0 GB of 20.0 GB",
        "25 %",
    ):
        assert text in drawn
