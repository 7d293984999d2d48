"""A desk with people and no case: the database of each test is a copy of one that was made once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from probatum.desk import settings as desk
from probatum.desk.database.key import Key

desk.configure()  # before any module of the desk is looked at for examples

KEY = bytes(range(32))


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 1, 12, tzinfo=UTC)

    def go(self, **how_far: float) -> None:
        self.at += timedelta(**how_far)


@pytest.fixture(scope="session")
def empty_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk database with all its tables and nobody in it."""
    from django.core.management import call_command
    from django.db import connections

    path = tmp_path_factory.mktemp("desk") / "desk.db"
    _use(path)
    call_command("migrate", verbosity=0, interactive=False)
    connections["default"].close()
    return path


@pytest.fixture
def database(empty_desk: Path, tmp_path: Path) -> Iterator[Path]:
    """A desk database of one's own, in use."""
    from django.db import connections

    path = tmp_path / "desk.db"
    shutil.copy(empty_desk, path)
    _use(path)
    yield path
    connections["default"].close()


@pytest.fixture
def pages(database: Path, pages_alone: None) -> None:
    """The pages about people, with no case behind them and no gate before them."""


@pytest.fixture(scope="module")
def pages_alone() -> Iterator[None]:
    """Their settings, for a whole module: after a change Django compiles every template again."""
    from django.conf import settings
    from django.test import override_settings
    from django.urls import clear_url_caches

    around = [one for one in desk.MIDDLEWARE if "gate" not in one and "whitenoise" not in one]
    with override_settings(
        MIDDLEWARE=around,
        ROOT_URLCONF="desk.people.pages_alone",
        ALLOWED_HOSTS=["localhost"],
        PASSWORD_HASHERS=[
            "django.contrib.auth.hashers.MD5PasswordHasher"
        ],  # quick; not tested here
        TEMPLATES=_without_the_case(settings.TEMPLATES),
    ):
        clear_url_caches()
        yield
    clear_url_caches()


def _without_the_case(templates: list[dict]) -> list[dict]:
    ours = dict(templates[0], OPTIONS=dict(templates[0]["OPTIONS"]))
    ours["OPTIONS"]["context_processors"] = [
        one for one in ours["OPTIONS"]["context_processors"] if "surrounding" not in one
    ]
    return [ours]


def _use(path: Path) -> None:
    from django.db import connections

    connection = connections["default"]
    connection.close()
    connection.settings_dict["NAME"] = str(path)
    connection.settings_dict["OPTIONS"] = {"key": Key(KEY)}


@pytest.fixture
def clock(pages: None, monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Time at the desk stands still until a test moves it."""
    from django.utils import timezone

    clock = Clock()
    monkeypatch.setattr(timezone, "now", lambda: clock.at)
    return clock
