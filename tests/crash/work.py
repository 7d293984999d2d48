"""What people do to a case in the crash tests, and what must hold when it is opened again.

A *story* is some acts. Its *diary* says which acts were begun and which were acknowledged, that is:
had returned. After a crash everything acknowledged must be there, and nothing that nobody began.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from deep import DEEP
from probatum.acts.add_files import add
from probatum.acts.erase_item import erase
from probatum.acts.get_item import original
from probatum.acts.init_case import init_case
from probatum.acts.note_item import note
from probatum.acts.open_case import open_session
from probatum.acts.session import Session
from probatum.acts.surroundings import Surroundings
from probatum.index.rows import ItemRow
from probatum.model.kinds import KeyChanged, Note
from probatum.preserve.check import check_case

PASSPHRASE = "correct horse battery"
FIRST = {
    "statement.txt": b"I saw two trucks at the bridge.\n" * 20,
    "film.bin": b"a film of the bridge " * 56_000,  # 1.1 MiB: a file of its own
    "letter.txt": b"the letter that stays\n",
}
SECOND = {
    "list.csv": b"name,age\nA,1\n" * 50,
    "nothing": b"",
    "video.bin": b"a video of the market" * 55_000,
    "z.txt": b"z" * 3000,
}


class Diary:
    """Which acts were begun and which were acknowledged, as text lines that survive a crash."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell

    def act(self, name: str, act: Callable[[], object]) -> None:
        self._tell("begun " + name)
        act()
        self._tell("done " + name)


@dataclass(frozen=True)
class Said:
    """What a diary says at the moment of the crash."""

    done: frozenset[str] = field(default_factory=frozenset)
    begun: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, lines: list[str]) -> Said:
        return cls(*(frozenset(line.split(" ", 1)[1] for line in lines if line.startswith(word))
                     for word in ("done ", "begun ")))  # fmt: skip


@dataclass(frozen=True)
class Place:
    """A folder with a case, the state outside it, and files to add."""

    root: Path

    @property
    def case(self) -> Path:
        return self.root / "case"

    @property
    def state(self) -> Path:
        return self.root / "state"

    @property
    def source(self) -> Path:
        return self.root / "source"

    def open(self) -> Session:
        return open_session(self.case, PASSPHRASE, "Somebody", around=surroundings(self.state))

    def copy(self, root: Path, source: Path | None = None) -> Place:
        """Copy everything; the files to add keep their place, by which an add is recognised."""
        shutil.copytree(self.case, root / "case")
        shutil.copytree(self.state, root / "state")
        return Copy(root, source or self.source)


@dataclass(frozen=True)
class Copy(Place):
    """A copy whose files to add lie elsewhere."""

    elsewhere: Path

    @property
    def source(self) -> Path:
        return self.elsewhere


def surroundings(state: Path) -> Surroundings:
    """Return surroundings whose clock ticks a millisecond a look, so that runs are alike."""
    ticks = iter(range(1 << 30))
    start = datetime(2026, 1, 1, tzinfo=UTC)
    return Surroundings(
        lambda: start + timedelta(milliseconds=next(ticks)), "a machine", "unknown", state
    )


def write(folder: Path, contents: Mapping[str, bytes]) -> None:
    folder.mkdir(parents=True)
    for name, data in contents.items():
        (folder / name).write_bytes(data)


def new_place(root: Path, entries: int = 0) -> Place:
    """Make a case with three items and at least ``entries`` entries in its evidence log."""
    place = Place(root)
    write(root / "first", FIRST)
    write(place.source, SECOND)
    init_case(
        place.case, PASSPHRASE, name="Bridge", by="Somebody", around=surroundings(place.state),
        memory_kib=8,
    )  # fmt: skip
    with place.open() as session:
        add(session, [str(root / "first")])
    if entries:
        with place.open() as session:
            filler = KeyChanged(by="Somebody", at=session.now(), what="nothing: a filler")
            missing = entries - session.case.evidence.size
            session.record(*[(session.case.case_id, filler)] * missing)
    return place


def item(session: Session, name: str) -> ItemRow:
    [row] = [row for row in session.index.items() if row.file_name == name]
    return row


# -- stories ------------------------------------------------------------------------------------


def adding(session: Session, place: Place, diary: Diary) -> None:
    diary.act("add", lambda: add(session, [str(place.source)], given_by="A witness"))


def noting(session: Session, _place: Place, diary: Diary) -> None:
    row = item(session, "letter.txt")
    for text in ("note one", "note two"):
        diary.act(text, lambda text=text: note(session, row.id, text))


def erasing(session: Session, _place: Place, diary: Diary) -> None:
    row = item(session, "statement.txt")
    diary.act("erase statement.txt", lambda: erase(session, row.id, "protection"))


def erasing_a_large_one(session: Session, _place: Place, diary: Diary) -> None:
    row = item(session, "film.bin")
    diary.act("erase film.bin", lambda: erase(session, row.id, "protection"))


def rotating(session: Session, _place: Place, diary: Diary) -> None:
    diary.act("rotate", session.case.rotate)


Story = Callable[[Session, Place, Diary], None]
STORIES: dict[str, Story] = {
    "add": adding, "note": noting, "erase": erasing, "erase-large": erasing_a_large_one,
    "rotate": rotating,
}  # fmt: skip


# -- what must hold ------------------------------------------------------------------------------


def examine(place: Place, said: Said) -> None:
    """Open the case after a crash, compare it with the diary, check it, and go on working."""
    with place.open() as session:
        assert session.case.writable is None, session.case.writable
        compare(session, said)
        # What a quick check leaves out, the contents, is read below and checked in full.
        no_failures(session, quick=not DEEP)
        note(session, item(session, "letter.txt").id, "after the crash")
        add(session, [str(place.source)])
    with place.open() as session:
        assert "after the crash" in notes(session)
        names = [row.file_name for row in session.index.items() if not row.erased]
        wanted = [name for name in (*FIRST, *SECOND) if not is_erased(session, name)]
        assert sorted(map(str, names)) == sorted(wanted)
        for row in session.index.items():
            # The second add of an add that was acknowledged is an acquisition of its own.
            most = 2 if "add" in said.begun and row.file_name in SECOND else 1
            assert row.erased or row.acquisitions <= most, row
        readable(session)
        no_failures(session)


def compare(session: Session, said: Said) -> None:
    """Fail unless the case shows what was acknowledged and nothing that was not begun."""
    shown = {str(row.file_name) for row in session.index.items() if not row.erased}
    for name in FIRST:
        act = "erase " + name
        gone = is_erased(session, name)
        assert gone == (name not in shown)
        assert not gone or act in said.begun, f"{name} is erased and nobody erased it"
        assert gone or act not in said.done, f"{name} was erased and is back"
    added = shown - set(FIRST)
    assert added <= (set(SECOND) if "add" in said.begun else set()), added
    assert "add" not in said.done or added == set(SECOND), f"added and lost: {set(SECOND) - added}"
    seen = notes(session)
    for text in ("note one", "note two"):
        count = seen.count(text)
        assert count <= (text in said.begun), f"{text}: shown and never written"
        assert count >= (text in said.done), f"{text}: acknowledged and lost"


def is_erased(session: Session, name: str) -> bool:
    """Say whether one of the first items is gone for good; they are known by their order."""
    return session.index.items()[list(FIRST_ORDER).index(name)].erased if name in FIRST else False


FIRST_ORDER = tuple(sorted(FIRST))  # a folder is taken in the order of its names


def notes(session: Session) -> list[str]:
    found = []
    for row in session.index.all_of("note/1"):
        _, fields = session.entry(row.index)
        if isinstance(fields, Note):
            found.append(fields.text)
    return found


def readable(session: Session) -> None:
    for row in session.index.items():
        if not row.erased:
            wanted = {**FIRST, **SECOND}[str(row.file_name)]
            assert b"".join(original(session, row)) == wanted, row.file_name


def no_failures(session: Session, *, quick: bool = False) -> None:
    findings = check_case(
        session.case, quick=quick, held=None, on_progress=lambda _what, _done, _total: None
    )
    failed = [finding for finding in findings if finding.outcome == "failed"]
    assert not failed, failed
