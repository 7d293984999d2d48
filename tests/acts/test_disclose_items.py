"""Disclosure: what may leave, what is kept back, and what the log says about it."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pyrage
import pytest

from offices import Office
from probatum.acts import disclose_items
from probatum.acts.clear_item import clear
from probatum.acts.disclose_items import Disclosed, Protection, Withholding, disclose
from probatum.acts.disclose_items import parse_withholding as withholding
from probatum.acts.erase_item import erase
from probatum.acts.hold_item import hold
from probatum.acts.item_history import history
from probatum.acts.note_item import note
from probatum.acts.verify_package import verify
from probatum.errors import InputError, UseError, WorldError
from probatum.verify import Report

SPEAKER = "Ann Example"
STATEMENT = b"I saw the invented bridge at noon.\n"
FILM = bytes(range(256)) * 5000
PLAIN = Protection(plain=True)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path, "sender")
    made.write(statement__txt=STATEMENT, film__bin=FILM)
    return made


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "P.zip"


def give(office: Office, out: Path, items: list[str] | None = None, **more: object) -> Disclosed:
    with office.open() as session:
        return disclose(
            session, **{"to": "Invented Court", "purpose": "exercise", "items": items,
                        "target": out, "protection": PLAIN, **more},
        )  # fmt: skip


def texts(report: Report) -> str:
    return "\n".join(f"{one.step} {one.state} {one.item} {one.text}" for one in report.findings)


@pytest.mark.parametrize("complete", [True, False])
def test_a_package_with_a_field_withheld_verifies_everywhere(
    office: Office, out: Path, complete: bool
) -> None:
    refs = office.take_in(given_by=SPEAKER, place="the invented bridge")
    with office.open() as session:
        note(session, refs[0], "seal intact")
        hold(session, refs[0], "invented order")
    rule = withholding("given_by=protected-person:invented rule 70")
    given = give(office, out, withhold=[rule], complete=complete)
    report = verify(out, key=given.fingerprint)
    assert report.result == "verified", report.as_text()
    assert "7 not checked withheld.json withheld with code protected-person" in texts(report)
    assert SPEAKER.encode() not in out.read_bytes()
    assert (given.originals, given.withheld, given.notes) == (2, 1, 1)
    assert given.sha256 == hashlib.sha256(out.read_bytes()).hexdigest()
    # Once more by the program inside the package, as a stranger would, but with our key.
    with zipfile.ZipFile(out) as file:
        program = out.with_name("verify.pyz")
        program.write_bytes(file.read("verify.pyz"))
        assert hashlib.sha256(file.read("verify.pyz")).hexdigest() == given.verifier_sha256
        kinds = [json.loads(json.loads(file.read(name))["leaf"])["kind"]
                 for name in file.namelist() if name.startswith("entries/")]  # fmt: skip
    assert sorted(kinds) == sorted(
        [
            "intake/1",
            "acquire/1",
            "acquire/1",
            "receipt/1",
            "clear/1",
            "clear/1",
            "note/1",
            "hold/1",
        ]
    )
    command = [sys.executable, "-I", "-S", str(program), str(out), "--key", given.vkey, "--json"]
    ended = subprocess.run(command, capture_output=True, timeout=120, check=False)
    assert ended.returncode == 0, ended.stdout
    assert json.loads(ended.stdout)["result"] == "verified"


def test_without_the_key_nothing_is_verified(office: Office, out: Path) -> None:
    office.take_in()
    give(office, out)
    assert verify(out).exit_code == 4


def test_a_changed_byte_is_found(office: Office, out: Path) -> None:
    office.take_in()
    given = give(office, out)
    data = bytearray(out.read_bytes())
    data[data.index(STATEMENT)] ^= 1
    out.write_bytes(data)
    assert verify(out, key=given.vkey).result == "failed"


def test_nothing_leaves_that_was_not_cleared(office: Office, out: Path) -> None:
    refs = office.take_in(cleared=False)
    office.clear(refs[0])
    with pytest.raises(InputError, match="not-cleared: " + refs[1]) as caught:
        give(office, out, refs)
    assert "statement" not in str(caught.value) and "film" not in str(caught.value)
    with office.open() as session:
        clear(session, refs[0], cleared=False, reason="withdrawn")
    with pytest.raises(InputError, match="not-cleared"):
        give(office, out)
    assert not out.exists()


def test_all_cleared_means_only_those(office: Office, out: Path) -> None:
    refs = office.take_in(cleared=False)
    office.clear(refs[1])
    given = give(office, out)
    assert given.refs == (refs[1],)
    assert len([name for name in zipfile.ZipFile(out).namelist() if "originals/" in name]) == 1


def test_what_is_erased_cannot_be_disclosed(office: Office, out: Path) -> None:
    refs = office.take_in()
    with office.open() as session:
        item = session.live(refs[0]).id
        erase(session, refs[0], "protection")
    with pytest.raises(InputError, match="erased"):
        give(office, out, [item])
    assert give(office, out).refs == (refs[1],)


def test_a_field_may_be_withheld_for_one_item_only(office: Office, out: Path) -> None:
    refs = office.take_in(cleared=True)
    rules = [
        Withholding(f"{refs[0]}.{name}", "private", "b") for name in ("file_name", "source_path")
    ]
    given = give(office, out, withhold=rules)
    assert given.withheld == 2
    assert verify(out, key=given.vkey).result == "verified"
    data = out.read_bytes()
    with zipfile.ZipFile(out) as file:
        page = file.read("READ-ME.html").decode()
    assert "statement.txt" in page and "film.bin" not in page
    assert b"film.bin" not in data


@pytest.mark.parametrize("field", ["place", "EX-00001-6.place", "size"])
def test_a_field_that_is_nowhere_or_an_item_that_is_none_is_wrong_use(
    office: Office, out: Path, field: str
) -> None:
    refs = office.take_in()
    known = field.replace("EX-00001-6", refs[0])
    rule = Withholding(known, "a", "b")
    if field == "place":
        give(office, out, withhold=[rule])  # place is a field of every intake, unknown or not
        return
    with pytest.raises(UseError):
        give(office, out, withhold=[rule])
    assert not out.exists()


@pytest.mark.parametrize("field", ["sha256", "size_bytes"])
def test_the_digest_of_an_original_in_the_package_cannot_be_withheld(
    office: Office, out: Path, field: str
) -> None:
    office.take_in()
    rule = Withholding(field, "a", "b")
    with pytest.raises(UseError, match="--without-originals"):
        give(office, out, withhold=[rule])
    given = give(office, out, withhold=[rule], with_originals=False)
    report = verify(out, key=given.vkey)
    assert report.result == "verified"
    assert texts(report).count("its original is not in the package (listed as withheld)") == 2


def test_a_withheld_name_in_a_note_or_a_text_file_stops_the_package(
    office: Office, out: Path
) -> None:
    refs = office.take_in(given_by=SPEAKER)
    rule = withholding("given_by=protected-person:invented rule 70")
    with office.open() as session:
        index = note(session, refs[0], "handed over by ANN  EXAMPLE in person")
    with pytest.raises(InputError, match=f"leak.*field text of entry {index}") as caught:
        give(office, out, withhold=[rule])
    assert SPEAKER not in str(caught.value)
    with pytest.raises(InputError, match="leak.*purpose"):
        give(office, out, withhold=[rule, Withholding("text", "a", "b")], purpose="ann example")
    assert not out.exists()


def test_a_withheld_name_inside_an_original_is_found_where_it_is_text(
    office: Office, out: Path
) -> None:
    office.write(told__txt="Це розповіла Ann Example.".encode())
    office.take_in(given_by=SPEAKER)
    rule = withholding("given_by=protected-person:invented rule 70")
    with pytest.raises(InputError, match="leak.*original SE-0"):
        give(office, out, withhold=[rule])
    (office.files / "told.txt").unlink()


def test_the_result_names_the_originals_that_could_not_be_searched(
    office: Office, out: Path
) -> None:
    office.write(picture__png=b"\x89PNG\xff" + SPEAKER.encode())
    office.take_in(given_by=SPEAKER)
    given = give(office, out, withhold=[withholding("given_by=protected-person:invented rule")])
    by_name = {
        name: ref for ref, name in zip(given.refs, ["film", "picture", "statement"], strict=True)
    }
    assert given.not_searched == (by_name["film"], by_name["picture"])


def test_the_reading_and_the_disclosure_are_in_the_custody_history(
    office: Office, out: Path
) -> None:
    refs = office.take_in()
    given = give(office, out, [refs[0]])
    with office.open() as session:
        lines = history(session, refs[0]).lines
        assert session.find(refs[0]).disclosed == 1
        assert session.find(refs[1]).disclosed == 0
    whats = [line.what for line in lines]
    assert "read: disclosure: exercise" in whats
    assert any("disclosed to Invented Court: exercise" in what for what in whats)
    assert [line.index for line in lines if line.kind == "disclose/1"] == [given.index]


def test_only_its_own_reading_is_logged_when_a_package_is_refused(
    office: Office, out: Path
) -> None:
    office.take_in(given_by=SPEAKER, place="at Ann Example's house")
    before = office.folder_bytes().count(b"disclose/1")
    with pytest.raises(InputError, match="leak"):
        give(office, out, withhold=[withholding("given_by=a:b")])
    assert office.folder_bytes().count(b"disclose/1") == before


def test_the_age_program_opens_a_package_for_a_recipient(office: Office, out: Path) -> None:
    found = shutil.which("age")
    assert found, "the age program is the judge of this test: apt-get install age"
    office.take_in(given_by=SPEAKER)
    identity = pyrage.x25519.Identity.generate()
    given = give(office, out, protection=Protection(encrypt_to=(str(identity.to_public()),)))
    assert STATEMENT not in out.read_bytes()
    assert "age -d -i KEYFILE -o P.zip P.zip.age" in texts(verify(out, key=given.vkey))
    out.with_name("key.txt").write_text(str(identity))
    command = [found, "-d", "-i", "key.txt", "-o", "Q.zip", out.name]
    subprocess.run(command, cwd=out.parent, check=True, capture_output=True, timeout=60)
    assert verify(out.with_name("Q.zip"), key=given.vkey).result == "verified"


def test_a_passphrase_protects_a_package(office: Office, out: Path) -> None:
    office.take_in()
    given = give(office, out, protection=Protection(passphrase="more invented words"))
    data = pyrage.passphrase.decrypt(out.read_bytes(), "more invented words")
    out.with_name("Q.zip").write_bytes(data)
    assert verify(out.with_name("Q.zip"), key=given.vkey).result == "verified"


def test_an_existing_file_is_not_overwritten(office: Office, out: Path) -> None:
    office.take_in()
    out.write_bytes(b"mine")
    with pytest.raises(UseError, match="nothing is overwritten"):
        give(office, out)
    assert out.read_bytes() == b"mine"


def test_a_missing_folder_is_no_disclosure(office: Office, out: Path) -> None:
    office.take_in()
    with office.open() as session:
        before = session.case.evidence.checkpoint.size
    with pytest.raises(UseError, match="a folder that exists"):
        give(office, out.parent / "missing" / "P.zip")
    with office.open() as session:
        assert session.case.evidence.checkpoint.size == before


def test_a_failure_while_writing_leaves_no_file_and_the_log_says_it_was_prepared(
    office: Office, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refs = office.take_in()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disclose_items.package, "write_package", full)
    with pytest.raises(WorldError, match="no-space"):
        give(office, out)
    assert sorted(path.name for path in out.parent.iterdir()) == ["sender"]
    with office.open() as session:
        assert session.find(refs[0]).disclosed == 1


def test_a_missing_verifier_says_how_to_build_it(
    office: Office, out: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    office.take_in()
    monkeypatch.setattr(disclose_items.resources, "files", lambda _: tmp_path / "nowhere")
    with pytest.raises(WorldError, match="missing-library.*make verify.pyz"):
        give(office, out)


def test_progress_ends_at_all_bytes_read_twice(office: Office, out: Path) -> None:
    office.take_in()
    told: list[tuple[int, int]] = []
    give(office, out, on_progress=lambda done, total: told.append((done, total)))
    total = 2 * (len(STATEMENT) + len(FILM))
    assert told[-1] == (total, total)


@pytest.mark.parametrize("field", ["to", "purpose"])
@pytest.mark.parametrize("text", ["", "  ", "\udcff"])
def test_a_recipient_and_a_purpose_must_be_said(
    office: Office, out: Path, field: str, text: str
) -> None:
    office.take_in()
    with pytest.raises(UseError, match="wrong-use"):
        give(office, out, **{field: text})


def test_all_acquisitions_of_the_same_bytes_and_their_intakes_are_in_it(
    office: Office, out: Path
) -> None:
    office.take_in(given_by="the first hand")
    office.take_in(given_by="the second hand")
    given = give(office, out, complete=True)
    assert (given.entries, given.originals) == (12, 2)
    assert verify(out, key=given.vkey).result == "verified"
    page = zipfile.ZipFile(out).read("READ-ME.html").decode()
    assert "the first hand" in page and "the second hand" in page


def test_a_complete_disclosure_carries_every_bundle_of_a_longer_log(
    office: Office, out: Path
) -> None:
    office.write(**{f"photo_{number:03d}__txt": b"%d" % number for number in range(130)})
    refs = office.take_in(cleared=False)
    with office.open() as session:
        for ref in refs:
            clear(session, ref, cleared=True, reason="exercise")
    given = give(office, out, [refs[3], refs[-1]], complete=True)
    report = verify(out, key=given.vkey)
    assert report.result == "verified", report.as_text()
    assert given.checkpoint_size > 256
    assert f"all {given.checkpoint_size} leaves give the root" in texts(report)
