"""Step 9: no entry about a disclosed object is hidden.

Each entry names the leaf hash of the one before it about the same object, so an earlier one cannot
be left out unseen. A later one can: only a complete disclosure, which carries all leaves, shows
that there is none.
"""

from __future__ import annotations

from typing import Dict, Iterator, List, Optional, Sequence, Set

from probatum.errors import EvidenceError
from probatum.proof import entry
from probatum.proof.merkle import Frontier, leaf_hash
from probatum.proof.tiles import WIDTH, decode_bundle, entries_path
from probatum.verify.fields import Known
from probatum.verify.members import Withheld
from probatum.verify.opening import Anchor
from probatum.verify.package import WITHHELD, Package
from probatum.verify.report import Findings

ERASE = "erase/1"


def step_9_custody(
    package: Package,
    anchor: Anchor,
    withheld: Optional[Withheld],
    known: Sequence[Known],
    findings: Findings,
) -> None:
    """Follow the chain of each object; in a complete disclosure look through all leaves."""
    by_hash = {one.leaf_hash.hex(): one for one in known}
    objects: Dict[str, List[Known]] = {}
    for one in known:  # in ascending order of index
        objects.setdefault(one.id, []).append(one)
    for item, chain in objects.items():
        _follow(item, chain, by_hash, findings)
    if not findings.has_failed(9) and known:
        findings.verified(
            9, f"the entries about {len(objects)} objects follow each other without a gap"
        )
    if package.bundles:
        _compare_with_all_leaves(package, anchor, withheld, known, findings)
    else:
        findings.not_checked(
            9,
            "whether the log has later entries about these objects (a correction, an erasure): "
            "only a complete disclosure carries all leaves",
        )


def _follow(
    item: str, chain: Sequence[Known], by_hash: Dict[str, Known], findings: Findings
) -> None:
    """Each entry must name the one before it, the first none."""
    before: Optional[Known] = None
    for one in chain:
        if one.kind == ERASE and before is not None:
            findings.verified(9, f"the object was erased later, by entry {one.index}", item)
        expected = None if before is None else before.leaf_hash.hex()
        if one.prev != expected:
            if one.prev is None:
                text = "says that it is the first about its object, but it is not"
            elif one.prev in by_hash:
                text = f"names {by_hash[one.prev].name} as the entry before it, which is not"
            else:
                text = (
                    "hidden predecessor: an earlier entry about this object exists (leaf hash "
                    f"{one.prev}) and is not in the package"
                )
            findings.failed(9, text, one.name)
        before = one


def _compare_with_all_leaves(
    package: Package,
    anchor: Anchor,
    withheld: Optional[Withheld],
    known: Sequence[Known],
    findings: Findings,
) -> None:
    """Hash every leaf to the root, and look for entries that the package does not show."""
    objects: Set[str] = {one.id for one in known}
    shown: Set[int] = {one.index for one in known}
    unseen: Set[str] = set() if withheld is None else set(withheld.items)
    frontier = Frontier()
    try:
        for index, data in enumerate(_leaves(package, anchor)):
            frontier.append(leaf_hash(data))
            leaf = entry.parse(data)
            unseen.discard(leaf.id)
            if leaf.id in objects and index not in shown:
                what = "it was erased (erase/1)" if leaf.kind == ERASE else f"a {leaf.kind}"
                findings.failed(9, f"entry {index} about this object is left out: {what}", leaf.id)
    except EvidenceError as error:
        findings.failed(9, str(error), "log/")
        return
    if frontier.root() != anchor.checkpoint.root:
        findings.failed(9, "the leaves in log/ do not give the root of the checkpoint", "log/")
    for item in sorted(unseen):
        findings.failed(9, f"{WITHHELD} lists an object about which the log has no entry", item)
    if not findings.has_failed(9):
        findings.verified(
            9,
            f"all {frontier.size} leaves give the root of the checkpoint; none about these "
            "objects is left out",
        )


def _leaves(package: Package, anchor: Anchor) -> Iterator[bytes]:
    """Every leaf in order. Raises bad-package or bad-entry."""
    size = anchor.checkpoint.size
    number_of_bundles = (size + WIDTH - 1) // WIDTH
    if len(package.bundles) != number_of_bundles:
        raise EvidenceError(
            "bad-package",
            expected=f"{number_of_bundles} entry bundles",
            found=str(len(package.bundles)),
        )
    for number, name in enumerate(package.bundles):
        width = min(WIDTH, size - number * WIDTH)
        expected = "log/" + entries_path(number, width)
        if name != expected:
            raise EvidenceError("bad-package", item=name, expected=expected, found=name)
        yield from decode_bundle(package.read(name), width)
