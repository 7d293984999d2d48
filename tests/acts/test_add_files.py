"""Adding files and folders: what is taken, what is refused by name, what a crash leaves."""

from __future__ import annotations

import errno
import os
import resource
import socket
import subprocess
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from offices import Office
from probatum.acts.add_files import IntakeReceipt, add
from probatum.acts.check_case import check
from probatum.acts.get_item import get
from probatum.acts.list_items import list_items
from probatum.acts.show_item import show
from probatum.collect.folders import Capture, _time, printable, walk
from probatum.errors import InputError, UseError, WorldError

LARGE = os.urandom(1 << 20) + b"exactly one byte above the border of a segment"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path, "Archive")


def take(office: Office, *paths: Path, **facts: str) -> IntakeReceipt:
    with office.open() as session:
        return add(session, [str(path) for path in paths or [office.files]], **facts)


def codes(receipt: IntakeReceipt) -> dict[str, str]:
    return {os.path.basename(each.path): each.error.code for each in receipt.refused}


def test_files_of_every_size_and_name_come_back_byte_for_byte(office: Office) -> None:
    contents = {
        "empty.txt": b"", "one.bin": b"\0", "border.bin": b"b" * (1 << 20), "large.bin": LARGE,
        "just below.bin": b"j" * ((1 << 20) - 1), "شهادة.txt": "نص".encode(),
        "two\nlines.txt": b"newline", "зошит ’ʼ.txt": b"apostrophes",
    }  # fmt: skip
    for name, data in contents.items():
        (office.files / name).write_bytes(data)
    receipt = take(office)
    assert {line.file_name for line in receipt.lines} == set(contents)
    assert not receipt.refused
    with office.open() as session:
        for line in receipt.lines:
            target = office.folder / ("out-" + line.id)
            got = get(session, line.ref.lower().replace("-", " "), target)
            assert target.read_bytes() == contents[line.file_name]
            assert (got.sha256, got.size_bytes) == (line.sha256, line.size_bytes)


def test_names_that_nothing_has_are_refused_before_an_intake_is_logged(office: Office) -> None:
    with office.open() as session:
        before = session.case.evidence.size
        with pytest.raises(InputError, match="unreadable") as refused:
            add(session, [str(office.files / "mistyped"), str(office.files / "gone")])
        assert session.case.evidence.size == before
    assert refused.value.item == str(office.files / "mistyped")
    assert refused.value.found == "nothing of this name, nor of any other that was given"


@pytest.mark.parametrize("size_bytes", [1_000_000, 3_000_000])
def test_a_full_disk_names_the_file_that_was_being_added(office: Office, size_bytes: int) -> None:
    office.write(a_fits=b"fits", b_too_much=os.urandom(size_bytes))
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    with pytest.raises(WorldError, match="no-space") as refused, office.open() as session:
        resource.setrlimit(resource.RLIMIT_FSIZE, (900_000, most))
        try:
            add(session, [str(office.files)])
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    assert refused.value.item == str(office.files / "b_too_much")
    assert f"{size_bytes} bytes" in refused.value.expected
    assert refused.value.found == os.strerror(errno.EFBIG)
    assert [line.file_name for line in take(office).lines] == ["a_fits", "b_too_much"]


def test_names_that_are_not_text_are_kept_readable(office: Office) -> None:
    with open(os.fsencode(office.files) + b"/not\xffutf8.bin", "wb") as stream:
        stream.write(b"x")
    assert [line.file_name for line in take(office).lines] == ["not\\xffutf8.bin"]


def test_a_name_that_reads_like_an_escaped_one_is_kept_apart_from_it(office: Office) -> None:
    for name, data in ((b"\xff", b"a byte"), (b"\\xff", b"four letters"), (b"\\other", b"plain")):
        with open(os.fsencode(office.files) + b"/" + name, "wb") as stream:
            stream.write(data)
    names = [line.file_name for line in take(office).lines]
    assert names == ["\\other", "\\x5cxff", "\\xff"]


@given(st.binary(max_size=40), st.binary(max_size=40))
@example(b"\xff", b"\\xff")
@example(b"\\x5cxff", b"\\xff")
def test_two_paths_never_give_the_same_text(one: bytes, other: bytes) -> None:
    same_text = printable(os.fsdecode(one)) == printable(os.fsdecode(other))
    assert same_text == (one == other)
    assert printable(os.fsdecode(one)).encode().decode() == printable(os.fsdecode(one))


def test_what_is_not_a_regular_file_is_refused_by_name_and_the_rest_goes_on(office: Office) -> None:
    (office.files / "good.txt").write_bytes(b"good")
    (office.files / "link").symlink_to("good.txt")
    (office.files / "folder link").symlink_to(office.files)
    os.mkfifo(office.files / "pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(office.files / "socket"))
        receipt = take(office, office.files, office.files / "missing", Path("/dev/null"))
    assert [line.file_name for line in receipt.lines] == ["good.txt"]
    assert codes(receipt) == {
        "link": "not-a-regular-file", "folder link": "not-a-regular-file",
        "pipe": "not-a-regular-file", "socket": "not-a-regular-file",
        "missing": "unreadable", "null": "not-a-regular-file",
    }  # fmt: skip


@pytest.mark.parametrize("size", [100, len(LARGE)])
def test_a_file_that_changes_while_it_is_read_is_refused_and_leaves_nothing(
    office: Office, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = office.files / "growing.log"
    path.write_bytes(b"a" * size)
    (office.files / "z.txt").write_bytes(b"steady")
    real = os.fstat
    seen: list[int] = []

    def fstat(descriptor: int) -> os.stat_result:
        facts = real(descriptor)
        if facts.st_ino == path.stat().st_ino:
            seen.append(1)
            if len(seen) == 2:  # the look after reading
                with open(path, "ab") as stream:
                    stream.write(b"more")
                return real(descriptor)
        return facts

    monkeypatch.setattr(os, "fstat", fstat)
    receipt = take(office)
    assert codes(receipt) == {"growing.log": "changed-while-read"}
    assert [line.file_name for line in receipt.lines] == ["z.txt"]
    assert not list((office.case / "staging").iterdir())
    assert not [path for path in (office.case / "vault" / "files").rglob("*") if path.is_file()]


def test_a_change_is_seen_although_the_modification_time_was_put_back(
    office: Office,
) -> None:
    path = office.files / "statement.txt"
    path.write_bytes(b"before")
    [found] = walk([str(office.files)])
    assert isinstance(found, Capture)
    path.write_bytes(b"after!")
    os.utime(path, ns=(found.stat.st_atime_ns, found.stat.st_mtime_ns))
    with found.open() as stream, pytest.raises(InputError) as caught:
        found.check_unchanged(stream, len(stream.read()))
    assert caught.value.code == "changed-while-read"


def test_a_pipe_that_took_the_place_of_a_file_keeps_nobody_waiting(office: Office) -> None:
    office.write(a__txt=b"a file")
    [found] = walk([str(office.files)])
    assert isinstance(found, Capture)
    (office.files / "a.txt").unlink()
    os.mkfifo(office.files / "a.txt")
    with pytest.raises(InputError) as caught:
        found.open()
    assert caught.value.code == "changed-while-read"


@pytest.mark.parametrize(
    ("nanoseconds", "stated"),
    [
        (-1, "1969-12-31T23:59:59.999999999Z"),
        (-2_208_988_800_000_000_000, "1900-01-01T00:00:00.000000000Z"),
        (316_516_118_400_000_000_000, None),
        (-(10**24), None),
    ],
)
def test_a_file_of_any_year_is_taken(
    office: Office, nanoseconds: int, stated: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.write(a__txt=b"a file")
    monkeypatch.setattr(Capture, "modified_at", property(lambda _: _time(nanoseconds)))
    [line] = take(office).lines
    with office.open() as session:
        ((_, entry),) = show(session, line.ref).acquisitions
    assert entry.modified_at == stated


@pytest.mark.parametrize("data", [b"same", LARGE])
def test_the_same_bytes_again_are_a_second_acquisition_not_a_second_copy(
    office: Office, data: bytes
) -> None:
    (office.files / "a.bin").write_bytes(data)
    first = take(office)
    (office.files / "b.bin").write_bytes(data)
    before = sum(p.stat().st_size for p in (office.case / "vault").rglob("*") if p.is_file())
    second = take(office)
    after = sum(p.stat().st_size for p in (office.case / "vault").rglob("*") if p.is_file())
    assert {line.ref for line in second.lines} == {first.lines[0].ref}
    assert all(line.same_bytes_as_before for line in second.lines)
    assert before == after
    with office.open() as session:
        assert [row.acquisitions for row in list_items(session)] == [3]
        assert len(show(session, first.lines[0].ref).acquisitions) == 3


def test_the_same_bytes_twice_in_one_folder_are_one_item(office: Office) -> None:
    office.write(a__txt=b"twin", b__txt=b"twin")
    lines = take(office).lines
    assert lines[0].ref == lines[1].ref
    assert [line.same_bytes_as_before for line in lines] == [False, True]


class Killed(BaseException):
    """Stands for the end of the process: nothing after it runs but the release of the lock."""


def test_two_deliveries_in_one_session_give_no_reference_twice(office: Office) -> None:
    for name in ("one", "two", "three"):
        (office.files / name).write_text(name)
    with office.open() as session:
        receipts = [add(session, [str(office.files / name)]) for name in ("one", "two")]
        again = add(session, [str(office.files / "one"), str(office.files / "three")])
    refs = [line.ref for receipt in receipts for line in receipt.lines]
    assert len({*refs, *(line.ref for line in again.lines)}) == 3
    assert again.lines[0].ref == refs[0]


def test_an_interrupted_add_is_completed_without_duplicates_or_loss(office: Office) -> None:
    for number in range(1500):
        (office.files / f"{number:04d}.txt").write_bytes(b"item %d" % number)

    def stop(_done: int, files: int) -> None:
        if files == 1300:
            raise Killed

    with pytest.raises(Killed), office.open() as session:
        add(session, [str(office.files)], given_by="the giver", on_progress=stop)
    receipt = take(office)
    assert 1000 <= receipt.resumed < 1300
    assert receipt.given_by == "the giver", "the facts of the interrupted intake are kept"
    with office.open() as session:
        rows = list_items(session)
    assert len(rows) == len(receipt.lines) == 1500
    assert {row.acquisitions for row in rows} == {1}
    assert [row.number for row in rows] == list(range(1, 1501))


@pytest.mark.parametrize(
    ("person", "facts"), [(None, {"given_by": "another giver"}), ("A. Colleague", {})]
)
def test_what_another_person_gave_or_took_is_not_put_into_an_interrupted_intake(
    office: Office, person: str | None, facts: dict[str, str]
) -> None:
    def stop(_done: int, _files: int) -> None:
        raise Killed

    office.write(a__txt=b"the first stick")
    with pytest.raises(Killed), office.open() as session:
        add(session, [str(office.files)], given_by="the giver", on_progress=stop)
    (office.files / "a.txt").unlink()
    office.write(b__txt=b"the second stick, mounted at the same place")
    with office.open(person) as session:
        receipt = add(session, [str(office.files)], **facts)
    assert receipt.given_by == facts.get("given_by")
    assert receipt.by == (person or "I. Investigator of Archive")
    with office.open() as session:
        ((_, intake),) = show(session, receipt.lines[0].ref).intakes
    assert (intake.given_by, intake.by) == (receipt.given_by, receipt.by)


def test_more_files_than_keys_are_kept_in_memory_are_taken(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("probatum.preserve.keyring.MOST_OPENED", 7)
    for number in range(40):
        (office.files / f"{number}.txt").write_bytes(b"item %d" % number)
    (office.files / "large.bin").write_bytes(LARGE)
    assert len(take(office).lines) == 41
    with office.open() as session:
        assert check(session, quick=False, held=None).failed == 0


def test_the_intake_states_what_is_known_and_that_the_rest_is_unknown(office: Office) -> None:
    office.write(a__txt=b"a")
    take(office, place="a field", why="offered by a visitor")
    with office.open() as session:
        ((_, intake),) = show(session, "AR-00001-" + list_items(session)[0].ref[-1]).intakes
    assert (intake.given_by, intake.place, intake.conditions) == (None, "a field", None)
    assert intake.machine == "machine of Archive"
    assert intake.clock == "unknown"


def test_a_case_is_not_taken_into_itself(office: Office) -> None:
    office.write(a__txt=b"beside the case")
    for path in (office.case, office.case / "keys", office.folder):
        with office.open() as session, pytest.raises(UseError) as caught:
            add(session, [str(office.files), str(path)])
        assert caught.value.code == "wrong-use"
        with office.open() as session:
            assert not list_items(session)


def test_nothing_to_add_is_wrong_use(office: Office) -> None:
    with office.open() as session, pytest.raises(UseError) as caught:
        add(session, [])
    assert caught.value.code == "wrong-use"


def test_a_folder_nested_deeper_than_python_recurses_is_walked(office: Office) -> None:
    deepest = office.files
    names = ["d"] * 1200
    here = os.open(deepest, os.O_RDONLY)
    for name in names:
        os.mkdir(name, dir_fd=here)
        below = os.open(name, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(os.open("f", os.O_WRONLY | os.O_CREAT, dir_fd=here))
    os.close(here)
    try:
        assert len(take(office).lines) == 1
    finally:  # Python's own rmtree recurses
        subprocess.run(["rm", "-rf", str(office.files)], check=True)
