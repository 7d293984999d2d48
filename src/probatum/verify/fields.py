"""Steps 7 and 8: what the disclosures say, what is withheld, and the originals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Optional, Sequence, Tuple

from probatum.errors import EvidenceError
from probatum.proof import entry
from probatum.proof.canonical import Json
from probatum.verify import members
from probatum.verify.entries import Proved
from probatum.verify.members import IS_SHA256, Reason, Withheld
from probatum.verify.package import WITHHELD, Package
from probatum.verify.report import Findings

ACQUIRE = "acquire/1"
DERIVE = "derive/1"
MOST_NAMED = 20


@dataclass(frozen=True)
class Acquisition:
    """What an ``acquire/1`` or ``derive/1`` commits about bytes; None where withheld or absent."""

    sha256: Optional[str]
    size_bytes: Optional[int]
    sender: Optional[Json]


@dataclass(frozen=True)
class Known:
    """What later steps need of an entry; small, because a package may hold a million.

    ``opened_fields``, ``opened_decoys`` and ``withheld_fields`` are numbers of digests.
    """

    name: str
    index: int
    id: str
    kind: str
    prev: Optional[str]
    leaf_hash: bytes
    opened_fields: int
    opened_decoys: int
    withheld_fields: int
    acquisition: Optional[Acquisition]


def read_withheld(package: Package, findings: Findings) -> Optional[Withheld]:
    """The sender's list of what is kept back, with the reasons (part of step 7)."""
    try:
        return members.withheld(package.read(WITHHELD), WITHHELD)
    except EvidenceError as error:
        findings.failed(7, str(error), WITHHELD)
        return None


def step_7_fields(proved: Proved, withheld: Optional[Withheld], findings: Findings) -> Known:
    """Compare each disclosure with the digests of its entry, and what stays closed with the list.

    Only digests decide: a field that is shown but not committed, shown twice, or neither shown
    nor listed is a fault of the package, whatever its page for people says.
    """
    opened = entry.Opened({}, 0, ())
    acquisition: Optional[Acquisition] = None
    try:
        opened = entry.open_leaf(proved.leaf, proved.opened)
        if withheld is not None:
            _compare(proved, opened, withheld, findings)
        if proved.leaf.kind == ACQUIRE:
            acquisition = acquisition_of(opened.fields)
        elif proved.leaf.kind == DERIVE:
            acquisition = derivation_of(opened.fields)
    except EvidenceError as error:
        findings.failed(7, str(error), proved.name)
    return Known(
        proved.name,
        proved.index,
        proved.leaf.id,
        proved.leaf.kind,
        proved.leaf.prev,
        proved.leaf_hash,
        len(opened.fields),
        opened.decoys,
        len(opened.withheld),
        acquisition,
    )


def _compare(proved: Proved, opened: entry.Opened, withheld: Withheld, findings: Findings) -> None:
    """The closed digests of one entry against the lines of ``withheld.json`` about it."""
    listed = withheld.fields.get(proved.index, {})
    closed = set(opened.withheld)
    for digest in sorted(closed - set(listed)):
        findings.failed(
            7, f"digest {digest} is neither opened nor listed in {WITHHELD}", proved.name
        )
    for digest in sorted(set(listed) - closed):
        findings.failed(
            7, f"{WITHHELD} lists digest {digest}, which is not withheld here", proved.name
        )
    named = set(opened.fields)
    for name, _ in listed.values():
        if name in named:
            findings.failed(
                7,
                f"{WITHHELD} lists {name!r}, but there is another field of that name",
                proved.name,
            )
        if name:
            named.add(name)


def step_7_withheld(
    withheld: Optional[Withheld], known: Sequence[Known], said: Optional[int], findings: Findings
) -> None:
    """Say what is kept back; see that the list speaks of no other entry.

    ``said`` is the number that the disclosure entry commits, if it does.
    """
    count = sum(one.withheld_fields for one in known)
    if said is not None and said != count:
        findings.failed(
            7, f"the disclosure entry says that {said} fields are withheld, here it is {count}"
        )
    if withheld is None:
        return
    names = {one.index: one.name for one in known}
    reasons: Dict[Reason, List[str]] = {}
    for index, lines in withheld.fields.items():
        if index not in names:
            findings.failed(7, f"lists fields of entry {index}, which is not here", WITHHELD)
        for name, reason in lines.values():
            reasons.setdefault(reason, []).append(f"{name or 'a field'} of entry {index}")
    for item, reason in withheld.items.items():
        reasons.setdefault(reason, []).append("object " + item)
    if not findings.has_failed(7):
        findings.verified(
            7,
            "fields committed by their entries: "
            f"{sum(one.opened_fields for one in known)}; decoys opened: "
            f"{sum(one.opened_decoys for one in known)}; fields withheld, each listed: "
            f"{count}",
        )
    for reason, things in reasons.items():
        findings.not_checked(
            7,
            f"withheld with code {reason.code}, basis {reason.basis}, approved by "
            f"{reason.approver}, all in the sender's words: " + _first(things),
            WITHHELD,
        )


def step_8_originals(
    package: Package, withheld: Optional[Withheld], known: Sequence[Known], findings: Findings
) -> None:
    """Compare each original with what the entries about it commit; name those left out."""
    committed: Dict[str, List[Tuple[Known, str, int]]] = {}
    acquired: Dict[str, None] = {}
    for one in known:
        if one.acquisition is None:
            continue
        if one.kind == ACQUIRE or one.acquisition.sha256 is not None:
            acquired[one.id] = None
        sha256, size_bytes = one.acquisition.sha256, one.acquisition.size_bytes
        if sha256 is not None and size_bytes is not None:
            committed.setdefault(one.id, []).append((one, sha256, size_bytes))
    for item, name in package.originals.items():
        if item not in committed:
            findings.failed(8, "no entry of this package opens its sha256 and size_bytes", name)
        if withheld is not None and item in withheld.items:
            findings.failed(8, f"{WITHHELD} lists it as withheld, but it is here", name)
        for one, sha256, size_bytes in committed.get(item, ()):
            if package.digests.get(name) != sha256:
                found = package.digests.get(name, "not readable")
                findings.failed(8, f"SHA-256 is {found}, {one.name} commits {sha256}", name)
            elif package.members[name].size_bytes != size_bytes:
                findings.failed(8, f"its size is not the one that {one.name} commits", name)
    absent = [item for item in acquired if item not in package.originals]
    for item in absent:
        why = " (listed as withheld)" if withheld is not None and item in withheld.items else ""
        findings.not_checked(8, "its original is not in the package" + why, item)
    if package.originals and not findings.has_failed(8):
        findings.verified(
            8,
            "originals that have the SHA-256 and size that the log commits: "
            f"{len(package.originals)}",
        )
    if not package.originals and not absent:
        findings.not_checked(8, "the package is about no original")


def acquisition_of(fields: Dict[str, Json]) -> Acquisition:
    """The fields of ``acquire/1`` that are checked. Raises bad-entry for one of another form."""
    sha256, size_bytes = fields.get("sha256"), fields.get("size_bytes")
    if "sha256" in fields and not (isinstance(sha256, str) and IS_SHA256(sha256)):
        raise EvidenceError("bad-entry", expected="sha256: 64 hex digits", found="another value")
    if "size_bytes" in fields and (type(size_bytes) is not int or size_bytes < 0):
        raise EvidenceError("bad-entry", expected="size_bytes: a number", found="another value")
    return Acquisition(
        sha256 if isinstance(sha256, str) else None,
        size_bytes if isinstance(size_bytes, int) else None,
        fields.get("sender"),
    )


def derivation_of(fields: Dict[str, Json]) -> Acquisition:
    """What ``derive/1`` commits: null where nothing could be made. It has no sender."""
    made = {name: fields[name] for name in ("sha256", "size_bytes") if fields.get(name) is not None}
    return acquisition_of(made)


def _first(things: Sequence[str]) -> str:
    more = f" and {len(things) - MOST_NAMED} more" if len(things) > MOST_NAMED else ""
    return ", ".join(things[:MOST_NAMED]) + more
