"""Redacted copies from the first read to the court: made, disclosed instead, verified, received."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from derive.redaction import drawn_files
from offices import Office
from probatum.acts.check_case import check
from probatum.acts.clear_item import clear
from probatum.acts.disclose_items import Despite, Disclosed, Protection, disclose, parse_despite
from probatum.acts.erase_item import erase
from probatum.acts.note_item import note
from probatum.acts.receive_package import receive
from probatum.acts.redact_item import Redacted, Wanted, parse_regions, redact
from probatum.acts.retract_record import retract
from probatum.acts.verify_package import verify
from probatum.errors import InputError, UseError

STATEMENT = b"Ann Example saw the invented bridge. ANN EXAMPLE left.\n"
MARKED = b"[redacted: witness-protection] saw the invented bridge. " + (
    b"[redacted: witness-protection] left.\n"
)
NAMED = Wanted("witness-protection", "invented rule 70", "B. Reviewer", find=("ann example",))
PLAIN = Protection(plain=True)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path, "sender")
    made.write(statement__txt=STATEMENT, photo__jpg=drawn_files.jpeg())
    return made


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "P.zip"


def hide(office: Office, ref: str, wanted: Wanted = NAMED, **more: object) -> Redacted:
    with office.open() as session:
        return redact(session, ref, wanted, **more)  # type: ignore[arg-type]


def give(office: Office, out: Path, *items: str, **more: object) -> Disclosed:
    with office.open() as session:
        for item in items:
            clear(session, item, cleared=True, reason=None)
        return disclose(
            session, **{"to": "Invented Court", "purpose": "exercise", "items": list(items),
                        "target": out, "protection": PLAIN, **more},
        )  # fmt: skip


def statement(office: Office) -> tuple[str, str]:
    """Take both files in; return the references of the statement and of the photograph."""
    refs = office.take_in()
    with office.open() as session:
        names = {session.find(ref).file_name: ref for ref in refs}
    [text] = [ref for name, ref in names.items() if str(name).endswith(".txt")]
    [photo] = [ref for name, ref in names.items() if str(name).endswith(".jpg")]
    return text, photo


def members(out: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(out) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_copy_goes_instead_and_nothing_confirms_a_guess(office: Office, out: Path) -> None:
    text, _ = statement(office)
    made = hide(office, text)
    assert (made.places, made.row.ref) == (2, text)
    given = give(office, out, text, complete=True)
    assert (given.redacted, given.originals) == ((text,), 1)
    report = verify(out, key=given.fingerprint)
    assert report.result == "verified", report.as_text()
    found = members(out)
    assert found["originals/" + str(made.copy_id)] == MARKED
    assert "originals/" + made.row.id not in found
    row = made.row
    for name, data in found.items():
        assert b"Example" not in data and b"EXAMPLE" not in data, name
        assert str(row.sha256).encode() not in data, name
    fields = json.loads(found["withheld.json"])["fields"]
    assert {one["field"] for one in fields} == {
        "sha256", "size_bytes", "input_sha256", "contents_sha256", "bytes_total"
    }  # fmt: skip
    assert {(one["code"], one["approver"]) for one in fields} == {
        ("witness-protection", "B. Reviewer")
    }
    assert json.loads(found["withheld.json"])["items"] == [
        {"approver": "B. Reviewer", "basis": "invented rule 70", "code": "witness-protection",
         "id": row.id}
    ]  # fmt: skip
    assert b"redacted copies" in found["READ-ME.html"]


def test_a_copy_that_was_changed_on_the_way_fails(office: Office, out: Path) -> None:
    text, _ = statement(office)
    hide(office, text)
    given = give(office, out, text)
    out.write_bytes(out.read_bytes().replace(MARKED, MARKED.replace(b"bridge", b"brigde")))
    assert verify(out, key=given.fingerprint).result == "failed"


def test_a_hidden_name_elsewhere_stops_the_package(office: Office, out: Path) -> None:
    text, _ = statement(office)
    with office.open() as session:
        note(session, text, "spoke with ann  example again")
    hide(office, text)
    with pytest.raises(InputError, match=r"leak.*field text"):
        give(office, out, text)
    assert not out.exists()


def test_the_original_needs_a_second_person_and_the_log_says_who(office: Office, out: Path) -> None:
    text, _ = statement(office)
    hide(office, text)
    with office.open() as session:
        first = session.by
    with pytest.raises(UseError, match="a second person"):
        give(office, out, text, despite=[Despite(text, f" {first.upper()} ", "court order")])
    given = give(office, out, text, despite=[Despite(text, "C. Counsel", "court order 3")])
    assert given.redacted == ()
    found = members(out)
    assert STATEMENT in found.values()
    notes = b"".join(found.values())
    assert b"C. Counsel" in found["READ-ME.html"] and b"court order 3" in found["READ-ME.html"]
    assert notes
    assert verify(out, key=given.fingerprint).result == "verified"


def test_a_second_person_for_an_item_without_a_copy_is_refused(office: Office, out: Path) -> None:
    text, _ = statement(office)
    with pytest.raises(UseError, match="redacted copy"):
        give(office, out, text, despite=[Despite(text, "C. Counsel", "court order 3")])


@pytest.mark.parametrize("text", ["EX-1", "EX-1=B", "EX-1=:why", "=B:why", "EX-1=B:"])
def test_a_decision_without_person_or_reason_is_refused(text: str) -> None:
    with pytest.raises(UseError, match="SECOND_PERSON"):
        parse_despite(text)


def test_a_retracted_redaction_counts_no_more(office: Office, out: Path) -> None:
    text, _ = statement(office)
    made = hide(office, text)
    with office.open() as session:
        retract(session, str(made.record_ref), why="the person agreed")
    assert give(office, out, text).redacted == ()
    assert STATEMENT in members(out).values()


def test_the_newest_copy_goes(office: Office, out: Path) -> None:
    text, _ = statement(office)
    hide(office, text, Wanted("security", "rule", "B. Reviewer", find=("bridge",)))
    newest = hide(office, text)
    give(office, out, text)
    assert [name for name in members(out) if name.startswith("originals/")] == [
        "originals/" + str(newest.copy_id)
    ]


def test_a_picture_is_covered_and_what_else_leaves_stays_whole(office: Office, out: Path) -> None:
    text, photo = statement(office)
    where = parse_regions(["96,96,200,112"])
    made = hide(office, photo, Wanted("security", "rule", "B. Reviewer", regions=where))
    given = give(office, out, text, photo)
    assert verify(out, key=given.fingerprint).result == "verified"
    found = members(out)
    assert found["originals/" + str(made.copy_id)].startswith(b"\xff\xd8")
    assert drawn_files.PLANTED not in found["originals/" + str(made.copy_id)]
    assert STATEMENT in found.values()
    assert given.not_searched == (f"{photo} (redacted copy)",)


def test_a_received_copy_keeps_the_chain_of_its_sender(
    office: Office, out: Path, tmp_path: Path
) -> None:
    text, _ = statement(office)
    hide(office, text)
    given = give(office, out, text)
    court = Office(tmp_path, "court")
    with court.open() as session:
        got = receive(session, out, key=given.fingerprint)
    [line] = got.receipt.lines
    onward = tmp_path / "onward.zip"
    again = give(court, onward, line.ref)
    report = verify(onward, key=again.fingerprint)
    assert report.exit_code in (0, 4) and "failed" not in report.result, report.as_text()
    assert MARKED in members(onward).values()


def test_the_integrity_check_knows_copies_and_an_erasure_reaches_them(office: Office) -> None:
    text, photo = statement(office)
    made = hide(office, text)
    with office.open() as session:
        assert not [
            one
            for one in check(session, quick=False, held=None).findings
            if one.outcome == "failed"
        ]
        erase(session, text, "protection", citing="erase")
    with office.open() as session:
        assert not [
            one
            for one in check(session, quick=False, held=None).findings
            if one.outcome == "failed"
        ]
        assert session.index.exists(str(made.copy_id)) == "erased"


def test_a_preview_is_a_read_and_nothing_else(office: Office, tmp_path: Path) -> None:
    text, _ = statement(office)
    with office.open() as session:
        before = session.case.evidence.size
    with pytest.raises(UseError, match="-o FILE"):
        hide(office, text, preview_only=True)
    made = hide(office, text, target=tmp_path / "look.txt", preview_only=True)
    assert (tmp_path / "look.txt").read_bytes() == MARKED
    assert (made.copy_id, made.index) == (None, None)
    with office.open() as session:
        assert session.index.derivations(made.row.id) == []
        assert session.case.evidence.size <= before + 1  # an anchor of the read


def test_a_text_that_is_not_there_is_said_so(office: Office) -> None:
    text, _ = statement(office)
    with pytest.raises(UseError, match="--find"):
        hide(office, text, Wanted("security", "rule", "B. Reviewer", find=("nobody",)))


def test_an_unknown_code_and_a_date_that_is_none_are_refused(office: Office) -> None:
    text, _ = statement(office)
    with pytest.raises(UseError, match="--code"):
        hide(office, text, Wanted("because", "rule", "B. Reviewer", find=("bridge",)))
    late = Wanted("security", "rule", "B. Reviewer", find=("bridge",), review="soon")
    with pytest.raises(UseError, match="--review"):
        hide(office, text, late)


def test_what_a_sender_gave_us_is_hidden_in_the_chain_too(
    office: Office, out: Path, tmp_path: Path
) -> None:
    text, _ = statement(office)
    given = give(office, out, text)
    court = Office(tmp_path, "court")
    with court.open() as session:
        [line] = receive(session, out, key=given.fingerprint).receipt.lines
    hide(court, line.ref)
    onward = tmp_path / "onward.zip"
    again = give(court, onward, line.ref, complete=True)
    assert verify(onward, key=again.fingerprint).result == "verified"
    fields = json.loads(members(onward)["withheld.json"])["fields"]
    assert "sender" in {one["field"] for one in fields}
    assert not any(str(line.sha256).encode() in data for data in members(onward).values())
