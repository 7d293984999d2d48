"""Offices: invented organisations, each with a case and a machine of its own, on one test disk."""

from __future__ import annotations

from pathlib import Path

from probatum.acts.add_files import add
from probatum.acts.clear_item import clear
from probatum.acts.init_case import init_case
from probatum.acts.open_case import open_session
from probatum.acts.session import Session
from probatum.acts.surroundings import Surroundings, utc_now

PASSPHRASE = "invented words in a row"


class Office:
    """One organisation. ``open`` gives a session; ``files`` is a folder to put material into."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder, self.name = folder / name, name
        self.case = self.folder / "case"
        self.files = self.folder / "files"
        self.files.mkdir(parents=True)
        self.around = Surroundings(utc_now, "machine of " + name, "unknown", self.folder / "state")
        # 8 KiB of Argon2 memory: unlocking is not what these tests are about.
        created = init_case(
            self.case, PASSPHRASE, name="Invented " + name, by="I. Investigator of " + name,
            prefix=name[:2].upper(), around=self.around, memory_kib=8,
        )  # fmt: skip
        self.vkey = created.vkey

    def open(self, person: str | None = None) -> Session:
        return open_session(self.case, PASSPHRASE, person, around=self.around)

    def write(self, **files: bytes) -> None:
        for name, data in files.items():
            (self.files / name.replace("__", ".")).write_bytes(data)

    def take_in(self, *, cleared: bool = True, **facts: str) -> list[str]:
        """Add all files; return their references."""
        with self.open() as session:
            receipt = add(session, [str(self.files)], **facts)
        refs = [line.ref for line in receipt.lines]
        if cleared:
            self.clear(*refs)
        return refs

    def clear(self, *refs: str) -> None:
        with self.open() as session:
            for ref in refs:
                clear(session, ref, cleared=True, reason="exercise")

    def folder_bytes(self) -> bytes:
        """Every byte of the case folder."""
        return b"".join(path.read_bytes() for path in self.case.rglob("*") if path.is_file())
