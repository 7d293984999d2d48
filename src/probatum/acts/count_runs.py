"""Runs of counting: kept with what they read, how, with which seed; read back against their digest.

A *run* is one step (``link``, ``documented``, ``estimate``, ``report``) over inputs that its entry
names by id and digest. What came out lies in the vault. Runs are listed newest first.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec

import probatum
from probatum.acts.session import Session, require_writable
from probatum.errors import EvidenceError, InputError, UseError
from probatum.model.kinds import CountRun
from probatum.preserve.streams import SMALL

Step = Literal["link", "documented", "estimate", "report"]
# What came out of these names rows of a list: it goes when the list is erased.
_WITH_ROWS = frozenset({"link"})
_MOST = 1_000  # runs that are looked through for the newest one of a step


@dataclass(frozen=True, slots=True)
class Input:
    """What a run read: the object, and the SHA-256 of what it said then, in hex."""

    id: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the case: the object ``id``, its entry, and the entry's position in the log."""

    id: str
    index: int
    entry: CountRun

    @property
    def inputs(self) -> tuple[Input, ...]:
        """What it read."""
        return tuple(Input(*each.split(" ")) for each in self.entry.inputs)

    @property
    def parameters(self) -> dict[str, object]:
        """What it was told."""
        return msgspec.json.decode(self.entry.parameters.encode(), type=dict[str, object])


@dataclass(frozen=True, slots=True)
class Making:
    """What a run is, before anything came out of it."""

    step: Step
    inputs: tuple[Input, ...]
    method: str
    parameters: Mapping[str, object]
    seed: int


def keep(session: Session, making: Making, media_type: str, data: bytes) -> Run:
    """Store what came out of a run, and record the run. Raises UseError ``not-permitted``."""
    require_writable(session)
    object_id, key = session.case.new_object()
    if len(data) < SMALL:
        session.case.vault.put_small(object_id, 0, key, data)
    else:
        session.case.vault.put_large(object_id, key, io.BytesIO(data), _nobody)
    entry = CountRun(
        by=session.by, at=session.now(), step=making.step,
        inputs=[f"{each.id} {each.sha256}" for each in making.inputs], method=making.method,
        version=probatum.__version__,
        parameters=msgspec.json.encode(making.parameters, order="sorted").decode(),
        seed=making.seed, media_type=media_type, sha256=hashlib.sha256(data).hexdigest(),
        size_bytes=len(data),
    )  # fmt: skip
    [index] = session.record((object_id, entry))
    return Run(object_id, index, entry)


def runs(session: Session, step: Step | None = None) -> Iterator[Run]:
    """Yield the runs of a step that were not erased, the newest first."""
    session.catch_up()
    for row in session.index.newest_of(CountRun.kind, _MOST):
        opened, fields = session.entry(row.index)
        if isinstance(fields, CountRun) and step in (None, fields.step):
            yield Run(opened.leaf.id, row.index, fields)


def run(session: Session, step: Step, id: str | None = None) -> Run:
    """Return a run by its id, or the first letters of it; without one the newest of its step.

    Raises InputError ``no-run``; UseError ``unknown-id``.
    """
    wanted = (id or "").strip().lower()
    found = [each for each in runs(session, step) if each.id.startswith(wanted)]
    if not found and not wanted:
        raise InputError(
            "no-run", item=f"a run of `count {step}`", expected="one in this case", found="none",
            remedy=f"probatum count {step}",
        )  # fmt: skip
    if not found or (wanted and len(found) > 1):
        raise UseError(
            "unknown-id", item="the run as typed", expected=f"a run of `count {step}`",
            found="none" if not found else f"{len(found)} that begin so",
        )  # fmt: skip
    return found[0]


def estimate_beside(session: Session, counted: Run) -> Run | None:
    """Return the newest estimate over the links of documented victims and about the same people.

    One that was made by other criteria (other days, another place) is about other people, and must
    not stand beside these. An estimate without a documented run is about everybody.
    """
    link = counted.inputs[0].id
    by_id = {each.id: each for each in runs(session, "documented")}
    for each in runs(session, "estimate"):
        read = [one.id for one in each.inputs]
        of = next((by_id[one] for one in read if one in by_id), None)
        if link in read and _criteria(of) == _criteria(counted):
            return each
    return None


def _criteria(counted: Run | None) -> tuple[object, ...]:
    told = {} if counted is None else counted.parameters
    return tuple(told.get(name) for name in ("from", "until", "place", "status"))


def output(session: Session, run: Run) -> bytes:
    """Return what came out of a run, checked against its digest. The caller has logged the read.

    Raises EvidenceError ``vault-damaged``, ``digest-mismatch``.
    """
    key = session.case.key_of(run.id, session.index)
    place = session.index.place(run.id, 0)
    data = b"".join(session.case.vault.read(run.id, 0, key, place))
    if hashlib.sha256(data).hexdigest() != run.entry.sha256:
        raise EvidenceError(
            "digest-mismatch", item=f"object {run.id}", expected="the SHA-256 of its entry",
            found="another", remedy="run `probatum check`; compare with your back-up",
        )  # fmt: skip
    return data


def runs_with_rows_of(session: Session, item: str) -> list[str]:
    """Return the objects of runs that hold row ids of a list that is read from this item."""
    return [
        each.id for each in runs(session)
        if each.entry.step in _WITH_ROWS and any(read.id == item for read in each.inputs)
    ]  # fmt: skip


def _nobody(_bytes: int) -> None:
    """Tell nobody how far it is."""
