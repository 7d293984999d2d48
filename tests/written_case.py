"""A case that tests write into directly, entry by entry, with the index as its memory of heads."""

from __future__ import annotations

import hashlib
from pathlib import Path

from probatum.index.facts import same_bytes_mac
from probatum.index.index import Index
from probatum.model.kinds import (
    Acquire,
    CaseOpened,
    Disclose,
    Erase,
    Erased,
    Fields,
    Intake,
    Note,
    Read,
    Receipt,
)
from probatum.preserve.case import Case, Draft
from probatum.preserve.creation import create_case
from probatum.preserve.opening import open_case

PASSPHRASE = "a long enough passphrase"
AT = "2026-01-02T03:04:05Z"
BY = "A. Analyst"


class Written:
    """A new case in ``folder`` with its ``case/1`` entry."""

    def __init__(self, folder: Path, *, telling: bool = False) -> None:
        self.folder, self.telling = folder, telling
        self.case, _ = create_case(folder / "case", PASSPHRASE, folder / "state", memory_kib=32)
        self.index = self.another("index.db")
        self.numbers = 0
        self.say(
            self.case.case_id,
            CaseOpened(by=BY, at=AT, name="Bridge", reference_prefix="EX", machine="m",
                       software="probatum"),
        )  # fmt: skip

    def another(self, name: str) -> Index:
        """An index of this case in another file."""
        return Index.open(self.folder / name, self.case.root.derive("index"))

    def say(self, object_id: str, *entries: Fields, log: str = "evidence") -> None:
        self.case.commit([Draft(log, object_id, entry) for entry in entries], self.index)
        if not self.telling:
            self.case.news(log).clear()  # so that an index has to read what lies on disk

    def reopen(self) -> Case:
        self.case.close()
        self.case, _ = open_case(self.folder / "case", PASSPHRASE, self.folder / "state")
        return self.case

    def close(self) -> None:
        self.index.close()
        self.case.close()

    def start_intake(self, *sources: str) -> str:
        object_id, _ = self.case.new_object()
        self.say(
            object_id,
            Intake(by=BY, at=AT, sources=list(sources), given_by=None, place=None,
                   conditions=None, why=None, machine="m", clock="unknown"),
        )  # fmt: skip
        return object_id

    def end_intake(self, object_id: str) -> None:
        self.say(object_id, Receipt(by=BY, at=AT, items=1, bytes_total=5, refused=0,
                                    contents_sha256="00" * 32))  # fmt: skip

    def acquire(self, data: bytes, intake: str = "00" * 16, path: str = "/given/file") -> str:
        object_id, key = self.case.new_object()
        self.case.vault.put_small(object_id, 0, key, data)
        self.numbers += 1
        self.say(object_id, self.acquisition(data, intake, path, self.numbers))
        return object_id

    def acquisition(self, data: bytes, intake: str, path: str, number: int) -> Acquire:
        return Acquire(
            by=BY, at=AT, intake=intake, ref=f"EX-{number:05d}", number=number,
            file_name=path.rsplit("/", 1)[-1], source_path=path,
            sha256=hashlib.sha256(data).hexdigest(), size_bytes=len(data), modified_at=AT,
            changed_at=None, accessed_at=None, same_bytes_as_before=False,
        )  # fmt: skip

    def mac(self, data: bytes) -> bytes:
        return same_bytes_mac(self.case.root.derive("dedupe"), hashlib.sha256(data).hexdigest())

    def note(self, object_id: str, text: str = "seal intact") -> None:
        self.say(object_id, Note(by=BY, at=AT, text=text))

    def read(self, numbers: str) -> None:
        self.say(self.case.case_id, Read(by=BY, at=AT, what="get", purpose=None, numbers=numbers),
                 log="access")  # fmt: skip

    def disclose(self, *items: str) -> str:
        object_id, _ = self.case.new_object()
        self.say(
            object_id,
            Disclose(by=BY, at=AT, to="Court", purpose="trial", kind_of_disclosure="package",
                     items=list(items), withheld=0, manifest_sha256="00" * 32),
        )  # fmt: skip
        return object_id

    def decide_erasure(self, object_id: str) -> None:
        self.say(object_id, Erase(by=BY, at=AT, reason_code="consent", closure=[]))

    def carry_out_erasure(self, object_id: str) -> None:
        self.case.rotate()
        self.case.keys.destroy(frozenset([bytes.fromhex(object_id)]))
        self.say(object_id, Erased(by=BY, at=AT, epoch=self.case.keys.epoch))
