"""The tree agrees with RFC 6962, with other people's proofs, and with nothing else."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import published
from conftest import Shared
from probatum.errors import EvidenceError
from probatum.proof import merkle

# Its roots are not 32 bytes long and its author expects success; see the README beside the file.
ROOTS_OF_ANOTHER_LENGTH = "consistency/additional/sizes-are-equal-one-and-proof-is-empty"

LEAVES = [merkle.leaf_hash(b"entry %d" % number) for number in range(300)]


def root_by_definition(leaves: Sequence[bytes]) -> bytes:
    """MTH of RFC 6962, section 2.1, word for word."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while 2 * k < len(leaves):
        k *= 2
    left, right = root_by_definition(leaves[:k]), root_by_definition(leaves[k:])
    return sha256(b"\x01" + left + right).digest()


def node(level: int, index: int) -> bytes:
    return root_by_definition(LEAVES[index << level : (index + 1) << level])


def refused(check: Any, *arguments: Any) -> bool:
    try:
        check(*arguments)
    except EvidenceError as error:
        assert error.code == "bad-proof"
        return True
    return False


def vectors(shared: Shared, name: str) -> list[dict[str, Any]]:
    lines = (shared / "vectors/merkle" / name).read_text("utf-8").splitlines()
    assert lines, f"{name} is empty"
    return [json.loads(line) for line in lines]


def b(text: str | None) -> bytes:
    return base64.b64decode(text or "", validate=True)


def test_every_published_proof_is_judged_as_its_authors_judge_it(shared: Shared) -> None:
    inclusion = vectors(shared, "inclusion.jsonl")
    consistency = vectors(shared, "consistency.jsonl")
    assert len(inclusion) + len(consistency) == 196
    disagreements = []
    for case in inclusion:
        proof = [b(one) for one in case["proof"] or []]
        where = (b(case["leafHash"]), case["leafIdx"], case["treeSize"])
        if refused(merkle.verify_inclusion, *where, proof, b(case["root"])) != case["wantErr"]:
            disagreements.append(case["name"])
    for case in consistency:
        proof = [b(one) for one in case["proof"] or []]
        trees = (case["size1"], b(case["root1"]), case["size2"], b(case["root2"]))
        if refused(merkle.verify_consistency, *trees, proof) != case["wantErr"]:
            disagreements.append(case["name"])
    assert disagreements == [ROOTS_OF_ANOTHER_LENGTH]


def test_the_reference_tree_has_the_published_roots() -> None:
    content = published.load("merkle-rfc6962-reference")
    leaves = [merkle.leaf_hash(bytes.fromhex(leaf)) for leaf in content["leaves"]]
    roots = [merkle.root_of(leaves[:size]).hex() for size in range(len(leaves) + 1)]
    assert len(roots) == 9
    assert roots == content["roots"]


def test_the_frontier_gives_the_root_of_the_definition_at_every_size() -> None:
    frontier = merkle.Frontier()
    for size in range(70):
        assert frontier.size == size
        assert frontier.root() == root_by_definition(LEAVES[:size])
        frontier = merkle.Frontier.from_state(frontier.size, frontier.hashes)
        frontier.append(LEAVES[size])


def test_a_frontier_that_took_whole_tiles_equals_one_that_took_leaves() -> None:
    leaves = [merkle.leaf_hash(b"%d" % number) for number in range(3 * 256 + 5)]
    frontier = merkle.Frontier()
    for start in range(0, 3 * 256, 256):
        frontier.append_tile(b"".join(leaves[start : start + 256]))
    frontier.extend(leaves[3 * 256 :])
    assert frontier.root() == merkle.root_of(leaves)
    assert merkle.tile_root(b"".join(leaves[:256])) == root_by_definition(leaves[:256])
    assert refused(frontier.append_tile, b"".join(leaves[:256]))
    assert refused(merkle.Frontier().append_tile, b"".join(leaves[:255]))
    assert refused(merkle.tile_root, b"")


def test_every_inclusion_proof_of_small_trees_verifies() -> None:
    for size in range(1, 40):
        root = root_by_definition(LEAVES[:size])
        for index in range(size):
            proof = merkle.inclusion_proof(index, size, node)
            merkle.verify_inclusion(LEAVES[index], index, size, proof, root)


def test_every_consistency_proof_of_small_trees_verifies() -> None:
    for newer in range(1, 40):
        for older in range(1, newer + 1):
            roots = [root_by_definition(LEAVES[:size]) for size in (older, newer)]
            proof = merkle.consistency_proof(older, newer, node)
            merkle.verify_consistency(older, roots[0], newer, roots[1], proof)


@given(st.data())
def test_an_inclusion_proof_with_one_thing_changed_is_refused(data: st.DataObject) -> None:
    size = data.draw(st.integers(2, 300))
    index = data.draw(st.integers(0, size - 1))
    root = merkle.root_of(LEAVES[:size])
    proof = merkle.inclusion_proof(index, size, node)
    merkle.verify_inclusion(LEAVES[index], index, size, proof, root)
    position = data.draw(st.integers(0, len(proof) - 1))
    other = data.draw(st.binary(min_size=32, max_size=32).filter(lambda one: one not in proof))
    changed = [
        (other, index, size, proof, root),
        (LEAVES[index], index, size, proof, other),
        (LEAVES[index], (index + 1) % size, size, proof, root),
        (LEAVES[index], index, size, [*proof[:position], other, *proof[position + 1 :]], root),
        (LEAVES[index], index, size, [*proof[:position], *proof[position + 1 :]], root),
        (LEAVES[index], index, size, [*proof[:position], other, *proof[position:]], root),
        (LEAVES[index], index, size, [*proof, other], root),
        (LEAVES[index], index, size, [one[:31] for one in proof], root),
    ]
    for arguments in changed:
        assert refused(merkle.verify_inclusion, *arguments)


@given(st.data())
def test_a_consistency_proof_with_one_thing_changed_is_refused(data: st.DataObject) -> None:
    newer = data.draw(st.integers(2, 300))
    older = data.draw(st.integers(1, newer - 1))
    roots = [merkle.root_of(LEAVES[:size]) for size in (older, newer)]
    proof = merkle.consistency_proof(older, newer, node)
    merkle.verify_consistency(older, roots[0], newer, roots[1], proof)
    position = data.draw(st.integers(0, len(proof) - 1))
    other = data.draw(st.binary(min_size=32, max_size=32).filter(lambda one: one not in proof))
    changed = [
        (older, other, newer, roots[1], proof),
        (older, roots[0], newer, other, proof),
        (0, roots[0], newer, roots[1], proof),
        (newer, roots[0], newer, roots[1], proof),
        (newer, roots[1], older, roots[0], proof),
        (older, roots[0], newer, roots[1], [*proof[:position], other, *proof[position + 1 :]]),
        (older, roots[0], newer, roots[1], [*proof[:position], *proof[position + 1 :]]),
        (older, roots[0], newer, roots[1], [*proof, other]),
        (older, roots[0], newer, roots[1], [*proof, b""]),
    ]
    for arguments in changed:
        assert refused(merkle.verify_consistency, *arguments)


@pytest.mark.parametrize("size", [-1, 0, 1 << 63, 1 << 4000])
def test_a_size_no_tree_can_have_is_refused(size: int) -> None:
    leaf = LEAVES[0]
    assert refused(merkle.verify_inclusion, leaf, 0, size, [], leaf)
    assert refused(merkle.verify_inclusion, leaf, size, 1, [leaf], leaf)
    assert refused(merkle.verify_consistency, size, leaf, size, leaf, [])
    assert refused(merkle.inclusion_proof, 0, size, node)
    assert refused(merkle.consistency_proof, 1, size, node)
    assert refused(merkle.Frontier.from_state, size, [leaf] * 2)


def test_the_largest_tree_can_be_proved_about() -> None:
    def same(level: int, index: int) -> bytes:
        return merkle.leaf_hash(b"%d" % level)

    size = merkle.MAX_SIZE
    root = merkle.Frontier.from_state(size, [same(level, 0) for level in range(62, -1, -1)]).root()
    proof = merkle.inclusion_proof(size - 1, size, same)
    merkle.verify_inclusion(same(0, 0), size - 1, size, proof, root)
    assert len(merkle.consistency_proof(size - 1, size, same)) < 64


@pytest.mark.parametrize("hashes", [[], [b"short"], [LEAVES[0], LEAVES[1]]])
def test_a_frontier_with_a_state_of_another_size_is_refused(hashes: list[bytes]) -> None:
    assert refused(merkle.Frontier.from_state, 4, hashes)


def test_a_leaf_that_is_not_32_bytes_is_not_appended() -> None:
    frontier = merkle.Frontier()
    assert refused(frontier.append, b"short")
    assert frontier.size == 0
    assert frontier.root() == merkle.EMPTY_ROOT
