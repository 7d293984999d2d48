"""A small case for tests about records, opened by one person or another. All of it is invented."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from probatum.acts.init_case import init_case
from probatum.acts.open_case import open_session
from probatum.acts.put_record import Put, put
from probatum.acts.session import Session

PASSPHRASE = "an invented passphrase"
INCIDENT: dict[str, object] = {"record": "incident/1", "title": "Exercise: the mill road"}


def new_case(folder: Path) -> Path:
    """Make a case; ``XDG_STATE_HOME`` was set by whoever calls."""
    init_case(folder / "case", PASSPHRASE, name="Exercise", by="A. Analyst", memory_kib=64)
    return folder / "case"


@contextmanager
def at_work(case: Path, by: str = "A. Analyst") -> Iterator[Session]:
    """Open the case for a person."""
    with open_session(case, PASSPHRASE, by) as session:
        yield session


@contextmanager
def fresh(folder: Path) -> Iterator[Path]:
    """Make a case whose state lies beside it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(folder / "state"))
        yield new_case(folder)


@contextmanager
def copied(case: Path, folder: Path) -> Iterator[Path]:
    """Copy a case that has its state beside it, and work with that state."""
    shutil.copytree(case.parent, folder / "copy")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(folder / "copy" / "state"))
        yield folder / "copy" / case.name


def source(session: Session, name: str = "Exercise Radio") -> Put:
    """Put a source."""
    said = {"record": "source/1", "kind": "organisation", "names": [{"full": name}]}
    return put(session, said)
