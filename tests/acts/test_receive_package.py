"""Receiving: only what verifies, with the sender's chain kept and passed on."""

from __future__ import annotations

from pathlib import Path

import pyrage
import pytest

from offices import PASSPHRASE, Office
from probatum.acts import receive_package
from probatum.acts.disclose_items import Protection, disclose
from probatum.acts.disclose_items import parse_withholding as withholding
from probatum.acts.get_item import get
from probatum.acts.item_history import history
from probatum.acts.receive_package import Received, receive
from probatum.acts.verify_package import verify
from probatum.errors import EvidenceError, InputError, UseError

STATEMENT = b"I saw the invented bridge at noon.\n"
FILM = bytes(range(256)) * 5000
SPEAKER = "Ann Example"


@pytest.fixture
def sender(tmp_path: Path) -> Office:
    made = Office(tmp_path, "aaa")
    made.write(statement__txt=STATEMENT, film__bin=FILM)
    made.take_in(given_by=SPEAKER)
    return made


@pytest.fixture
def receiver(tmp_path: Path) -> Office:
    return Office(tmp_path, "bbb")


def give(office: Office, out: Path, **more: object) -> Path:
    with office.open() as session:
        disclose(
            session, **{"to": "Partner", "purpose": "exercise", "items": None, "target": out,
                        "protection": Protection(plain=True), **more},
        )  # fmt: skip
    return out


def take(office: Office, path: Path, **more: object) -> Received:
    with office.open() as session:
        return receive(session, path, **more)


def policy(folder: Path, *offices: Office) -> Path:
    lines = [f"log {office.vkey}\n" for office in offices]
    (folder / "policy").write_text("".join(lines) + "quorum none\n")
    return folder / "policy"


def step(path: Path, number: int, rule: Path) -> list[tuple[str, str]]:
    report = verify(path, policy=rule)
    assert report.result == "verified", report.as_text()
    return [(one.state, one.text) for one in report.findings if one.step == number]


def test_what_was_sent_arrives_with_its_name_and_bytes(
    sender: Office, receiver: Office, tmp_path: Path
) -> None:
    got = take(receiver, give(sender, tmp_path / "P.zip"), key=sender.vkey, given_by="courier")
    assert got.trusted and got.without_original == ()
    assert sorted(line.file_name for line in got.receipt.lines) == ["film.bin", "statement.txt"]
    assert got.receipt.given_by == "courier"
    [ref] = [line.ref for line in got.receipt.lines if line.file_name == "statement.txt"]
    with receiver.open() as session:
        get(session, ref, tmp_path / "statement")
        assert any("from a received package" in line.what for line in history(session, ref).lines)
    assert (tmp_path / "statement").read_bytes() == STATEMENT


def test_onward_disclosure_carries_every_senders_chain(
    sender: Office, receiver: Office, tmp_path: Path
) -> None:
    third = Office(tmp_path, "ccc")
    first = give(sender, tmp_path / "P.zip")
    for office, path in ((receiver, tmp_path / "Q.zip"), (third, tmp_path / "R.zip")):
        got = take(office, first)
        office.clear(*(line.ref for line in got.receipt.lines))
        first = give(office, path, complete=True)
    rule = policy(tmp_path, sender, receiver, third)
    assert {state for state, _ in step(tmp_path / "Q.zip", 10, rule)} == {"verified"}
    found = step(tmp_path / "R.zip", 10, rule)
    assert len(found) == 2 and all("chain of 2 sender" in text for _, text in found)


def test_a_chain_under_a_key_that_nobody_named_is_not_checked(
    sender: Office, receiver: Office, tmp_path: Path
) -> None:
    got = take(receiver, give(sender, tmp_path / "P.zip"), key=sender.vkey)
    receiver.clear(*(line.ref for line in got.receipt.lines))
    give(receiver, tmp_path / "Q.zip")
    found = step(tmp_path / "Q.zip", 10, policy(tmp_path, receiver))
    assert "not checked" in {state for state, _ in found}


def test_a_name_withheld_onwards_must_not_show_in_the_senders_chain(
    sender: Office, receiver: Office, tmp_path: Path
) -> None:
    got = take(receiver, give(sender, tmp_path / "P.zip"), key=sender.vkey)
    receiver.clear(*(line.ref for line in got.receipt.lines))
    with pytest.raises(InputError, match="leak.*field sender of entry"):
        give(receiver, tmp_path / "Q.zip", withhold=[withholding("file_name=a:b")])
    rules = [withholding("file_name=a:b"), withholding("sender=a:it holds the file's name")]
    give(receiver, tmp_path / "Q.zip", withhold=rules)
    assert verify(tmp_path / "Q.zip", key=receiver.vkey).result == "verified"


def test_a_file_name_that_was_withheld_becomes_the_senders_object_id(
    sender: Office, receiver: Office, tmp_path: Path
) -> None:
    rules = [withholding("file_name=a:b"), withholding("source_path=a:b")]
    got = take(receiver, give(sender, tmp_path / "P.zip", withhold=rules), key=sender.vkey)
    names = [line.file_name for line in got.receipt.lines]
    assert all(len(name) == 32 for name in names) and len(set(names)) == 2


def test_without_a_key_it_is_taken_but_not_called_trusted(
    sender: Office, receiver: Office, tmp_path: Path
) -> None:
    got = take(receiver, give(sender, tmp_path / "P.zip"))
    assert not got.trusted and got.report.exit_code == 4


def test_a_package_that_fails_is_refused_and_leaves_nothing(
    sender: Office, receiver: Office, tmp_path: Path
) -> None:
    path = give(sender, tmp_path / "P.zip")
    data = bytearray(path.read_bytes())
    data[data.index(STATEMENT)] ^= 1
    path.write_bytes(data)
    with pytest.raises(EvidenceError, match="bad-package.*nothing was received"):
        take(receiver, path)
    with pytest.raises(EvidenceError, match="bad-package"):
        take(receiver, give(sender, tmp_path / "Q.zip"), key=receiver.vkey)
    with receiver.open() as session:
        assert session.index.items() == [] and session.index.all_of("intake/1") == []


def test_bytes_that_are_here_already_are_a_second_acquisition(
    sender: Office, receiver: Office, tmp_path: Path
) -> None:
    receiver.write(ours__txt=STATEMENT)
    [ref] = receiver.take_in()
    path = give(sender, tmp_path / "P.zip")
    got = take(receiver, path, key=sender.vkey)
    again = take(receiver, path, key=sender.vkey)
    lines = {line.file_name: line for line in got.receipt.lines}
    assert lines["statement.txt"].same_bytes_as_before and lines["statement.txt"].ref == ref
    assert not lines["film.bin"].same_bytes_as_before
    assert all(line.same_bytes_as_before for line in again.receipt.lines)


def test_entries_without_originals_are_named(
    sender: Office, receiver: Office, tmp_path: Path
) -> None:
    path = give(sender, tmp_path / "P.zip", with_originals=False)
    got = take(receiver, path, key=sender.vkey)
    assert got.receipt.lines == () and len(got.without_original) == 2


def test_an_encrypted_package_is_opened_without_readable_bytes_on_disk(
    sender: Office, receiver: Office, tmp_path: Path
) -> None:
    identity = pyrage.x25519.Identity.generate()
    to = Protection(encrypt_to=(str(identity.to_public()),))
    path = give(sender, tmp_path / "P.zip", protection=to)
    (tmp_path / "key").write_text(str(identity))
    with pytest.raises(EvidenceError, match="encrypted-package") as refused:
        take(receiver, path, key=sender.vkey)
    assert "--identity" in refused.value.remedy and "age -d -i KEYFILE" in refused.value.remedy
    got = take(receiver, path, key=sender.vkey, identity_file=tmp_path / "key")
    assert got.trusted and len(got.receipt.lines) == 2
    assert STATEMENT not in receiver.folder_bytes()
    assert list((receiver.case / "staging").iterdir()) == []


def test_a_package_with_a_passphrase_is_opened_with_it(
    sender: Office, receiver: Office, tmp_path: Path
) -> None:
    path = give(sender, tmp_path / "P.zip", protection=Protection(passphrase=PASSPHRASE))
    assert take(receiver, path, key=sender.vkey, passphrase=PASSPHRASE).trusted
    with pytest.raises(EvidenceError, match="encrypted-package"):
        take(receiver, path, key=sender.vkey, passphrase="other words")


def test_a_package_that_changes_after_it_was_verified_is_refused(
    sender: Office, receiver: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = give(sender, tmp_path / "P.zip")
    right = receive_package.verify_stream

    def verify_then_change(*given: object) -> object:
        report = right(*given)
        data = path.read_bytes()
        with open(path, "r+b") as file:
            file.seek(data.index(STATEMENT))
            file.write(b"J")
        return report

    monkeypatch.setattr(receive_package, "verify_stream", verify_then_change)
    with pytest.raises(EvidenceError, match="digest-mismatch.*being changed"):
        take(receiver, path, key=sender.vkey)


def test_key_and_policy_together_are_wrong_use(receiver: Office, tmp_path: Path) -> None:
    with pytest.raises(UseError, match="wrong-use"):
        take(receiver, tmp_path / "P.zip", key="x", policy="y")
