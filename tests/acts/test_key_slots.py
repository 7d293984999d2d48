"""Back-ups of the keys: made for their owner alone, refused where they do not belong."""

from __future__ import annotations

import io
import os
import stat
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from offices import PASSPHRASE, Office
from probatum.acts.key_slots import back_up, restore
from probatum.acts.list_items import list_items
from probatum.errors import InputError, UseError, WorldError
from probatum.model.kinds import KeyChanged


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path, "Archive")
    office.write(a__txt=b"alpha")
    office.take_in(cleared=False)
    return office


def backed_up(office: Office) -> Path:
    target = office.folder / "keys.zip"
    with office.open() as session:
        back_up(session, target)
    return target


def test_a_back_up_is_its_owners_alone(office: Office) -> None:
    assert stat.S_IMODE(backed_up(office).stat().st_mode) == 0o600


def test_a_back_up_is_made_whatever_the_clock_says(office: Office) -> None:
    for path in (office.case / "keys").iterdir():
        os.utime(path, (0, 0))
    with zipfile.ZipFile(backed_up(office)) as archive:
        assert len(archive.namelist()) == 3


def test_a_back_up_of_another_case_is_refused_and_changes_nothing(
    office: Office, tmp_path: Path
) -> None:
    foreign = backed_up(Office(tmp_path, "Bureau"))
    before = {path.name: path.read_bytes() for path in (office.case / "keys").iterdir()}
    with pytest.raises(UseError) as caught:
        restore(office.case, foreign, PASSPHRASE)
    assert (caught.value.code, caught.value.found) == ("wrong-use", "keys of another case")
    assert {path.name: path.read_bytes() for path in (office.case / "keys").iterdir()} == before


def test_keys_that_were_put_aside_are_never_overwritten(office: Office) -> None:
    source = backed_up(office)
    (office.case / "keys" / "epoch.json").write_bytes(b"damaged")
    first = restore(office.case, source, PASSPHRASE, around=office.around).aside
    second = restore(office.case, source, PASSPHRASE, around=office.around).aside
    assert first is not None and second is not None and first != second
    assert (first / "epoch.json").read_bytes() == b"damaged"
    with office.open() as session:
        assert len(list_items(session)) == 1


def test_restoring_keys_is_recorded_with_who_did_it(office: Office) -> None:
    source = backed_up(office)
    (office.case / "keys" / "epoch.json").write_bytes(b"damaged")
    done = restore(office.case, source, PASSPHRASE, "K. Keeper", around=office.around)
    assert done.unrecorded is None
    with office.open() as session:
        row = session.index.last("key/1")
        assert row is not None
        _, entry = session.entry(row.index)
        assert isinstance(entry, KeyChanged)
        assert (entry.by, entry.what) == ("K. Keeper", "keys restored from a back-up")


def test_keys_are_restored_also_where_the_log_cannot_be_written(
    office: Office, tmp_path: Path
) -> None:
    source = backed_up(office)
    elsewhere = replace(office.around, state_folder=tmp_path / "another machine")
    done = restore(office.case, source, PASSPHRASE, around=elsewhere)
    assert done.aside is not None
    assert done.unrecorded is not None and done.unrecorded.code == "read-only"


def test_keys_are_not_restored_under_the_hands_of_somebody_at_work(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = backed_up(office)
    monkeypatch.setattr("probatum.acts.key_slots.LOCK_SECONDS", 0.05)
    with office.open(), pytest.raises(WorldError) as caught:
        restore(office.case, source, PASSPHRASE)
    assert caught.value.code == "in-use"


def test_bytes_that_only_begin_like_a_back_up_are_unreadable(office: Office) -> None:
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(backed_up(office)) as archive,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as again,
    ):
        for name in archive.namelist():
            again.writestr(name, archive.read(name))
    data = packed.getvalue()
    target = office.folder / "changed.zip"
    for at in range(30, len(data), 7):
        for flipped in (0x01, 0x80):
            target.write_bytes(data[:at] + bytes([data[at] ^ flipped]) + data[at + 1 :])
            try:
                restore(office.case, target, "not the passphrase at all")
            except (InputError, UseError):
                continue
            pytest.fail(f"restored with byte {at} changed")
