"""Every byte of a package changed, and the checkpoint and proofs in many ways: none accepted.

`make test` changes a byte of those in 16 ways, every bit among them, `make test-deep` in all 255.
Elsewhere it changes one in four of those bytes that stand inside of digests, signatures and long
words (``deep.places``), `make test-deep` each.

A changed byte in the file meets the CRC of its member first. So each is changed twice: in the file,
and in a member before the container is written over it with a CRC that fits.
"""

from __future__ import annotations

import io
import json
from itertools import combinations

import pytest

from deep import places, substitutes
from forger import NOTE, ORIGINAL, Forger, fast_verify, zipped
from probatum.errors import EvidenceError
from probatum.proof import canonical
from probatum.proof.checkpoint import Checkpoint
from probatum.verify import Report, Trust, verify_package
from probatum.verify.entries import prove
from probatum.verify.members import entry_file
from probatum.verify.opening import Anchor, check_checkpoint


def small() -> tuple[Forger, dict[str, bytes]]:
    """A complete disclosure of one object, as small as it can be."""
    forger = Forger()
    forger.acquire(NOTE, ORIGINAL)
    return forger, forger.seal("complete")


FORGER, MEMBERS = small()
PACKAGE = zipped(MEMBERS)
TRUST = Trust(keys=(FORGER.log.key,))


def checked(data: bytes) -> Report:
    return verify_package(io.BytesIO(data), TRUST, fast_verify)


def assert_refused(data: bytes, what: str) -> None:
    report = checked(data)
    assert report.exit_code == 1, f"accepted: {what}"
    assert all(f.text for f in report.findings)


def test_the_package_itself_is_accepted() -> None:
    assert checked(PACKAGE).exit_code == 0


@pytest.mark.parametrize("part", range(8))
def test_every_byte_of_the_file_flipped(part: int) -> None:
    for at in places(PACKAGE)[part::8]:
        changed = bytearray(PACKAGE)
        changed[at] ^= 1 << at % 7
        assert_refused(bytes(changed), f"byte {at}")


@pytest.mark.parametrize("name", MEMBERS)
def test_every_byte_of_a_member_changed_with_a_fitting_crc(name: str) -> None:
    data = MEMBERS[name]
    for at in places(data):
        changed = data[:at] + bytes([(data[at] + 1) % 256]) + data[at + 1 :]
        assert_refused(zipped({**MEMBERS, name: changed}), f"{name}, byte {at}")


@pytest.mark.parametrize("name", MEMBERS)
def test_a_member_cut_extended_left_out_or_doubled(name: str) -> None:
    data = MEMBERS[name]
    for changed in (b"", data[:-1], data[1:], data + b"\0", data + b"\n", data * 2):
        assert_refused(zipped({**MEMBERS, name: changed}), name)
    rest = {other: content for other, content in MEMBERS.items() if other != name}
    assert_refused(zipped(rest), f"without {name}")
    pairs = list(MEMBERS.items())
    at = list(MEMBERS).index(name)
    twice = zipped([*pairs[: at + 1], ("x" * len(name), data), *pairs[at + 1 :]])
    assert_refused(twice.replace(b"x" * len(name), name.encode()), f"{name} twice")


def test_every_two_members_swapped() -> None:
    for one, other in combinations(MEMBERS, 2):
        swapped = {**MEMBERS, one: MEMBERS[other], other: MEMBERS[one]}
        assert_refused(zipped(swapped), f"{one} and {other}")


def test_every_two_neighbours_in_another_order() -> None:
    pairs = list(MEMBERS.items())
    for at in range(len(pairs) - 1):
        order = [*pairs[:at], pairs[at + 1], pairs[at], *pairs[at + 2 :]]
        assert_refused(zipped(order), f"members {at} and {at + 1}")


def test_the_file_cut_at_every_length() -> None:
    for length in range(len(PACKAGE)):
        assert_refused(PACKAGE[:length], f"the first {length} bytes")
    for length in range(1, len(PACKAGE), 7):
        assert_refused(PACKAGE[length:], f"without the first {length} bytes")


def test_every_byte_of_the_checkpoint_in_many_ways() -> None:
    note = MEMBERS["checkpoint"]
    check_checkpoint(note, FORGER.log.key, fast_verify)
    accepted = []
    for at in range(len(note)):
        for value in substitutes(note[at], at):
            changed = note[:at] + bytes([value]) + note[at + 1 :]
            try:
                check_checkpoint(changed, FORGER.log.key, fast_verify)
            except EvidenceError:
                continue
            accepted.append((at, value))
    assert accepted == []


@pytest.mark.parametrize("name", [name for name in MEMBERS if name.startswith("proofs/")])
def test_every_byte_of_a_proof_in_many_ways(name: str) -> None:
    note, proof = MEMBERS["checkpoint"], MEMBERS[name]
    index = int(name[7:19])
    member = "disclosure.json" if index == 1 else f"entries/{index:012d}.json"
    file = entry_file(canonical.decode(MEMBERS[member]), member)
    assert file.index == index and json.loads(MEMBERS[member])["index"] == index
    anchor = Anchor(check_checkpoint(note, FORGER.log.key, fast_verify), note)
    assert isinstance(anchor.checkpoint, Checkpoint)
    prove(file, proof, anchor)
    accepted = []
    for at in range(len(proof)):
        for value in substitutes(proof[at], at):
            try:
                prove(file, proof[:at] + bytes([value]) + proof[at + 1 :], anchor)
            except EvidenceError:
                continue
            accepted.append((at, value))
    assert accepted == []
