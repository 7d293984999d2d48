"""Step 7: every original is there, whole, and the one that was acquired; nothing else is.

Segments are filled exactly by records up to the journal's watermark; each acquired object has one
original, nothing belongs to no object, ``staging/`` is empty. Unless the check is quick, every
original is decrypted and its SHA-256 and size are compared with what its ``acquire/1`` entries
commit. Of an erased object only zeros may be left.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from probatum.errors import EvidenceError, WorldError
from probatum.model.tongue import say, say_many
from probatum.preserve import files, streams
from probatum.preserve.case import Case
from probatum.preserve.finding import (
    Faults,
    Finding,
    Pause,
    Progress,
    no_pause,
    not_checked,
    verified,
)
from probatum.preserve.ledger import Ledger
from probatum.preserve.vault import Place

_STEP = 7
_ID = re.compile("[0-9a-f]{32}")
_SEGMENT = re.compile("[0-9]{6}")


class Stock:
    """What lay in the vault when a check began; what comes later is not looked at."""

    def __init__(self, case: Case) -> None:
        self.mark = case.vault.mark
        self.segments: Iterable[Path] = ()
        self.large: list[tuple[Path, Iterable[Path] | None]] = []
        self.staged: Iterable[Path] = ()
        self.rest = 0  # bytes of the last segment that belong to no act
        self.refused: WorldError | None = None
        try:
            self.segments = _listed(case.vault.segments)
            for folder in _listed(case.vault.large):
                plain = folder.is_dir() and not folder.is_symlink()
                self.large.append((folder, _listed(folder) if plain else None))
            self.staged = _listed(case.vault.staging)
            last = case.vault.segments / f"{self.mark.segment:06d}"
            if last.exists():
                self.rest = max(0, last.stat().st_size - self.mark.offset)
        except WorldError as error:
            self.refused = error


def check_vault(
    case: Case, ledger: Ledger, stock: Stock | None = None, *, quick: bool, on_progress: Progress,
    pause: Pause = no_pause,
) -> Iterator[Finding]:  # fmt: skip
    """Yield what is wrong with the vault, or with what was in stock before others had their turn.

    ``quick``: sizes and places, not contents.
    """
    stock = stock or Stock(case)
    check = _VaultCheck(case, ledger, stock, quick=quick, on_progress=on_progress, pause=pause)
    try:
        check.segments()
        check.large_files()
        check.staging()
        if stock.refused is not None:
            raise stock.refused
    except WorldError as error:
        check.faults.note(error, "vault")
    check.missing()
    yield from check.faults.findings()
    if not check.faults.count and not ledger.gaps:
        yield verified(_STEP, "vault", _all_well(check, quick=quick))
    if quick:
        yield not_checked(_STEP, "contents of originals", say("this was a quick check"))


def _all_well(check: _VaultCheck, *, quick: bool) -> str:
    number = len(check.found) - check.wiped
    if not number:
        said = say("it holds no original")
    elif quick:
        said = say_many("{n} original is there with its size",
                        "{n} originals are there with their sizes", number)  # fmt: skip
    else:
        said = say_many(
            "{n} original decrypts to the committed SHA-256 and size",
            "{n} originals decrypt to the committed SHA-256 and size", number,
        )  # fmt: skip
    parts = [said]
    if check.wiped:
        parts.append(say_many("of {n} erased small one zeros are left",
                              "of {n} erased small ones zeros are left", check.wiped))  # fmt: skip
    return "; ".join([*parts, say("nothing else lies in it")])


class _VaultCheck:
    def __init__(
        self, case: Case, ledger: Ledger, stock: Stock, *, quick: bool, on_progress: Progress,
        pause: Pause,
    ) -> None:  # fmt: skip
        self.faults = Faults(_STEP)
        self.found: set[bytes] = set()
        self.wiped = 0
        self._case = case
        self._vault = case.vault
        self._ledger = ledger
        self._stock = stock
        self._pause = pause
        self._quick = quick
        self._on_progress = on_progress
        self._latest = -1  # place of the last record's object among first appearances
        self._parts: set[tuple[bytes, int]] = set()  # blobs seen; originals are in ``found``

    # -- small originals ------------------------------------------------------------------------

    def segments(self) -> None:
        """Check that records fill the segments, and each record."""
        mark = self._stock.mark
        wanted = mark.segment + 1 if mark.offset else mark.segment
        for path in self._stock.segments:
            number = int(path.name) if _SEGMENT.fullmatch(path.name) else -1
            if not 0 <= number < wanted or not _is_plain(path):
                self.faults.add(_name(path), "no act wrote this file")
        for number in range(wanted):
            self._on_progress("segments", number, wanted)
            self._segment(number)

    def _segment(self, number: int) -> None:
        name, mark = f"segments/{number:06d}", self._stock.mark
        if number == mark.segment and self._stock.rest:
            self.faults.add(
                name, f"{self._stock.rest} bytes at its end belong to no act (a crash leaves such "
                "bytes: open the case for writing, which removes them)",
            )  # fmt: skip
        try:
            for place in self._vault.scan_segment(number):
                if number == mark.segment and place.offset >= mark.offset:
                    break  # written while others had their turn
                self._pause()
                self._record(place)
        except EvidenceError:
            self.faults.add(name, "it is missing, cut short, or not filled by whole records")

    def _record(self, place: Place) -> None:
        raw = bytes.fromhex(place.object_id)
        item = f"segments/{place.segment:06d} at {place.offset}, object {place.object_id}"
        if raw not in self._ledger.positions:
            self._unowned(item)
            return
        if place.part == 0:
            self._admit(raw, item)
            self._in_order(raw, item)
        elif (raw, place.part) in self._parts:
            self.faults.add(item, "a second record of the same part")
        else:
            self._parts.add((raw, place.part))
        try:
            if self._ledger.destroyed(raw):
                self.wiped += place.part == 0
                if any(self._vault.body(place)):
                    self.faults.add(item, "it was erased, but bytes other than zeros are left")
            elif self._quick and place.part == 0:
                self._compare_size(raw, place.length - streams.OVERHEAD, item)
            elif not self._quick:
                self._open(raw, place.part, place, item)
        except EvidenceError as error:
            self.faults.add(item, f"{error.code}: it is not what was stored")
        except WorldError as error:
            self.faults.add(item, f"{error.code}: the system could not read it ({error.found})")

    def _in_order(self, raw: bytes, item: str) -> None:
        # Where records lie is what the journal's watermark rests on: nobody may move them.
        position = self._ledger.positions[raw]
        if position < self._latest:
            self.faults.add(item, "it is not in the order in which the log introduces objects")
        self._latest = max(self._latest, position)

    # -- large originals ------------------------------------------------------------------------

    def large_files(self) -> None:
        """Check every file under ``vault/files``."""
        for folder, paths in self._stock.large:
            if paths is None:
                self.faults.add(_name(folder), "no act wrote this file")
                continue
            for path in paths:
                self._pause()
                self._large(path)

    def _large(self, path: Path) -> None:
        item, object_id = "files/" + _name(path), path.name
        if (
            _ID.fullmatch(object_id) is None
            or path != self._vault.path_of(object_id)
            or not _is_plain(path)
        ):
            self.faults.add(item, "no act wrote this file")
            return
        raw = bytes.fromhex(object_id)
        if raw not in self._ledger.positions:
            self._unowned(item)
            return
        self._admit(raw, item)
        if self._ledger.destroyed(raw):
            self.faults.add(item, "it was erased, but its file is still here")
            return
        try:
            if self._quick:
                size = path.stat().st_size
                said = self._ledger.originals.get(raw)
                if said is not None and streams.sealed_size(said.size_bytes) != size:
                    self.faults.add(item, f"{size} bytes do not hold {said.size_bytes}")
            else:
                self._open(raw, 0, None, item)
        except EvidenceError as error:
            self.faults.add(item, f"{error.code}: it is not what was stored")
        except WorldError as error:
            self.faults.add(item, f"{error.code}: the system could not read it ({error.found})")

    def staging(self) -> None:
        """Nothing may be left where files wait to be acknowledged."""
        for path in self._stock.staged:
            self.faults.add(
                "staging/" + path.name, "it waits for no act (a crash leaves such files: open the "
                "case for writing, which removes them)",
            )  # fmt: skip

    # -- both -----------------------------------------------------------------------------------

    def _admit(self, raw: bytes, item: str) -> None:
        if raw in self.found:
            self.faults.add(item, "a second original of the same object")
        elif not self._known(raw) and not self._ledger.gaps:
            self.faults.add(item, "an original of an object that was never acquired or derived")
        self.found.add(raw)

    def _known(self, raw: bytes) -> bool:
        return raw in self._ledger.acquired or raw in self._ledger.may_have

    def _unowned(self, item: str) -> None:
        if not self._ledger.gaps:  # otherwise its entry may be in a bundle that is damaged
            self.faults.add(item, "it belongs to no object of the log")

    def _open(self, raw: bytes, part: int, place: Place | None, item: str) -> None:
        wrapped = self._ledger.wrapped(raw)
        if wrapped is None:
            self.faults.add(item, "there is no key for it")
            return
        key = self._case.keys.unwrap(raw, wrapped)
        digest, size = hashlib.sha256(), 0
        said = self._ledger.originals.get(raw)
        total = said.size_bytes if said is not None else 0
        for chunk in self._vault.read(raw.hex(), part, key, place):
            digest.update(chunk)
            size += len(chunk)
            if place is None:
                self._pause()
                self._on_progress("object " + raw.hex(), size, total)
        if part:
            return
        self._compare_size(raw, size, item)
        if said is not None and digest.hexdigest() != said.sha256:
            self.faults.add(item, f"its SHA-256 is not the one that entry {said.entry} commits")

    def _compare_size(self, raw: bytes, size: int, item: str) -> None:
        said = self._ledger.originals.get(raw)
        if said is not None and size != said.size_bytes:
            found = f"{size} bytes; entry {said.entry} commits {said.size_bytes}"
            self.faults.add(item, found)

    def missing(self) -> None:
        """Every acquired object has its original, unless it was erased."""
        for index in self._ledger.differing:
            self.faults.add(f"entry {index}", "it commits another SHA-256 or size than before")
        for raw in self._ledger.acquired - self.found:
            if not self._ledger.destroyed(raw):
                self.faults.add(f"object {raw.hex()}", "its original is missing")


def _listed(folder: Path) -> Iterable[Path]:
    with files.reported(folder.name):
        return sorted(folder.iterdir())


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _name(path: Path) -> str:
    return "/".join(path.parts[-2:])
