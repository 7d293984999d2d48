"""A desk with files of strangers, their texts made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desk import material
from desk.opened_desk import OpenedDesk, opened
from record_case import PASSPHRASE


def page(client: object, address: str, status: int = 200) -> str:
    answer = client.get(address)  # type: ignore[attr-defined]
    assert answer.status_code == status, address
    return str(answer.content.decode())


@dataclass
class Strange:
    """The desk, and the references of the files by their first two digits."""

    desk: OpenedDesk
    refs: dict[str, str]


@pytest.fixture(scope="module")
def strange(small_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Strange]:
    """The desk of a case that holds one file of each kind."""
    from probatum.acts.add_files import add
    from probatum.acts.extract_text import extract_all_new

    folder = tmp_path_factory.mktemp("strange")
    material.write(folder / "files")
    with opened(small_case, folder, PASSPHRASE) as desk:
        with desk.session() as session:
            receipt = add(session, [str(folder / "files")], given_by="<b>A. Giver</b>")
            extract_all_new(session)
        yield Strange(desk, {line.file_name[:2]: line.ref for line in receipt.lines})
