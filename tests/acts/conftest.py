"""What tests of acts share."""

from __future__ import annotations

from pathlib import Path

import pytest

from four_lists_case import linked_once


@pytest.fixture(scope="session")
def linked_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with four lists that are linked, shared by all workers: copy it."""
    return linked_once(tmp_path_factory)
