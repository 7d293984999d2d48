"""Texts of items: made once, stored, found, erased with their item."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from derive.text.made_files import ARABIC, UKRAINIAN, docx, pdf, said
from offices import Office
from probatum.acts.check_case import check
from probatum.acts.erase_item import erase, plan
from probatum.acts.extract_text import extract, extract_all_new
from probatum.acts.list_items import list_items
from probatum.acts.session import Session
from probatum.acts.text_of import text_of
from probatum.derive.text.extracted import Limits
from probatum.derive.text.workers import Workers
from probatum.errors import EvidenceError, InputError

LARGE = (UKRAINIAN + "\n").encode() * 20_000


def letter(body: str, *attached: bytes, inner: EmailMessage | None = None) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"] = "a@example.org", "b@example.org"
    made["Date"], made["Subject"] = "Mon, 02 Mar 2026 08:15:00 +0200", "Фото"
    made.set_content(body)
    for number, data in enumerate(attached, start=1):
        made.add_attachment(data, "application", "octet-stream", filename=f"photo {number}.txt")
    if inner is not None:
        made.add_attachment(inner)
    return made


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path, "Archive")
    office.write(
        a__txt=UKRAINIAN.encode("cp1251"), b__pdf=pdf("One", UKRAINIAN), c__docx=docx(said(ARABIC)),
        d__jpg=b"\xff\xd8\xff" + bytes(99), e__txt=LARGE,
    )  # fmt: skip
    office.take_in(cleared=False)
    return office


def ref(session: Session, name: str) -> str:
    return next(row.ref or "" for row in list_items(session) if row.file_name == name)


def require_sound(office: Office) -> None:
    for quick in (False, True):
        with office.open() as session:
            found = check(session, quick=quick, held=None)
            assert found.failed == 0, [f for f in found.findings if f.outcome == "failed"]


def test_all_new_items_are_read_once_and_the_case_stays_sound(office: Office) -> None:
    told: list[tuple[int, int]] = []
    with office.open() as session:
        done = extract_all_new(session, on_progress=lambda *each: told.append(each))
        answers = {each.row.file_name: each.failure for each in done.outcomes}
        assert answers == dict.fromkeys(["a.txt", "b.pdf", "c.docx", "e.txt"]) | {
            "d.jpg": "unsupported"
        }
        assert told[-1] == (5, 5)
        assert extract_all_new(session).outcomes == ()
    with office.open() as session:
        assert extract_all_new(session).outcomes == ()
        assert text_of(session, ref(session, "a.txt")).text == UKRAINIAN
        assert text_of(session, ref(session, "c.docx")).text == ARABIC
        assert text_of(session, ref(session, "e.txt")).text == LARGE.decode()
        pages = text_of(session, ref(session, "b.pdf"))
        assert pages.outline is not None and pages.outline.media_type == "application/pdf"
        assert [part.label for part in pages.outline.parts] == ["1", "2"]
        missing = text_of(session, ref(session, "d.jpg"))
        assert missing.text is None and missing.last is not None
        assert missing.last.failure == "unsupported"
    require_sound(office)


def test_a_text_is_an_entry_that_says_how_it_came_about(office: Office) -> None:
    with office.open() as session:
        [done] = extract(session, [ref(session, "a.txt")]).outcomes
        assert done.done == "extracted"
        [known] = extract(session, [ref(session, "a.txt")]).outcomes
        assert known.done == "known"
        made = text_of(session, ref(session, "a.txt")).made
        assert made is not None and made.input_sha256 == known.row.sha256
        assert (made.tool, made.operation) == ("probatum-text", "text")
        assert "encoding=cp1251 encoding_known_by=guess" in made.parameters


def test_other_limits_are_another_extraction(office: Office) -> None:
    small = Limits(text_characters=1000)
    with office.open() as session:
        [done] = extract(session, [ref(session, "e.txt")], workers=Workers(small)).outcomes
        assert done.failure == "too-large"
        [again] = extract(session, [ref(session, "e.txt")]).outcomes
        assert again.done == "extracted"
        found = text_of(session, ref(session, "e.txt"))
        assert found.last == found.made and found.text is not None
    require_sound(office)


def test_attachments_become_items_of_the_same_intake_once(tmp_path: Path) -> None:
    office = Office(tmp_path, "Archive")
    inner = letter("said before", b"inner words")
    office.write(mail__eml=letter("see below", b"words", b"other words", inner=inner).as_bytes())
    [mail] = office.take_in(cleared=False)
    with office.open() as session:
        [done] = extract(session, [mail]).outcomes
        assert len(done.attachments) == 3
        extract_all_new(session)
        found = text_of(session, mail)
        assert found.text == "see below" and len(found.attachments) == 3
        assert {row.intake for row in list_items(session)} == {found.row.intake}
        first = found.attachments[0]
        assert first.source_path == f"{mail}/1/photo 1.txt"
        message = text_of(session, found.attachments[2].ref or "")
        assert message.text == "said before" and len(message.attachments) == 1
        assert len(list_items(session)) == 5
        assert plan(session, mail).attachments == tuple(row.ref for row in found.attachments)
        larger = Workers(Limits(seconds=61))
        assert extract(session, [mail], workers=larger).outcomes[0].attachments == ()
        assert len(list_items(session)) == 5
    require_sound(office)


def test_messages_in_messages_end_somewhere(tmp_path: Path) -> None:
    office = Office(tmp_path, "Archive")
    made = letter("the innermost")
    for number in range(12):
        made = letter(f"round {number}", inner=made)
    office.write(mail__eml=made.as_bytes())
    office.take_in(cleared=False)
    with office.open() as session:
        extract_all_new(session)
        rows = list_items(session)
        assert len(rows) == 9
        last = text_of(session, rows[-1].ref or "")
        assert last.made is not None and "not-taken" in last.made.parameters


def test_what_was_made_of_an_item_is_erased_with_it(office: Office) -> None:
    with office.open() as session:
        extract_all_new(session)
        wanted = ref(session, "e.txt")
        closure = plan(session, wanted)
        assert closure.derived == 2
        doomed = [each.id for each in session.index.derivations(closure.row.id)]
        erase(session, wanted, "consent-withdrawn")
    with office.open() as session:
        assert session.index.derivations(closure.row.id) == []
        for each in doomed:
            with pytest.raises(InputError) as caught:
                session.case.key_of(each, session.index)
            assert caught.value.code == "erased"
            assert not session.case.vault.path_of(each).exists()
        assert text_of(session, ref(session, "a.txt")).text == UKRAINIAN
    require_sound(office)


@pytest.mark.parametrize("name", ["a.txt", "e.txt"])
def test_an_erasure_that_was_interrupted_takes_the_texts_too(office: Office, name: str) -> None:
    from probatum.model.kinds import Erase

    with office.open() as session:
        extract_all_new(session)
        row = session.find(ref(session, name))
        ids = [row.id, *(each.id for each in session.index.derivations(row.id))]
        entry = Erase(by=session.by, at=session.now(), reason_code="protection", closure=ids)
        session.record(*((each, entry) for each in ids))
    with office.open() as session:
        assert session.find(row.id).erased
    require_sound(office)


def test_a_damaged_original_is_named_and_the_others_are_read(office: Office) -> None:
    [path] = [path for path in (office.case / "vault" / "files").rglob("*") if path.is_file()]
    data = bytearray(path.read_bytes())
    data[500_000] ^= 1
    path.write_bytes(data)
    with office.open() as session:
        done = extract_all_new(session)
        assert [row.file_name for row, _ in done.damaged] == ["e.txt"]
        assert len(done.outcomes) == 4
        with pytest.raises(EvidenceError):
            extract(session, [ref(session, "e.txt")])


def test_reads_are_logged_before_the_answer(office: Office) -> None:
    with office.open() as session:
        before = session.case.access.size
        extract(session, [ref(session, "a.txt")])
        text_of(session, ref(session, "a.txt"))
        assert session.case.access.size >= before + 2
