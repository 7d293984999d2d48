"""Desks for tests: of a small case, and of the village of the exercise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from probatum.desk import settings

settings.configure()  # before any module of the desk is looked at

from desk.opened_desk import OpenedDesk, opened  # noqa: E402
from made_once import made_once  # noqa: E402
from record_case import PASSPHRASE, new_case  # noqa: E402


@pytest.fixture(scope="session")
def small_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with nothing in it; its state lies beside it."""
    folder = tmp_path_factory.mktemp("small")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(folder / "state"))
        return new_case(folder)


@pytest.fixture(scope="session")
def village_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case of the exercise, with two reports to review; its state lies beside it."""
    from probatum.acts.exercise_case import make_case

    return made_once(tmp_path_factory, "village", lambda at: make_case(at / "case")) / "case"


@pytest.fixture(scope="module")
def desk(small_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenedDesk]:
    """The desk of a case of this module's own, empty at first."""
    with opened(small_case, tmp_path_factory.mktemp("desk"), PASSPHRASE) as open_desk:
        yield open_desk


@pytest.fixture(scope="module")
def village(village_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenedDesk]:
    """The desk of a copy of the exercise, for this module."""
    from probatum.acts.exercise_case import PASSPHRASE as SAID

    with opened(village_case, tmp_path_factory.mktemp("desk"), SAID) as open_desk:
        yield open_desk
