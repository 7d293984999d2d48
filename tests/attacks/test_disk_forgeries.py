"""What somebody achieves who has the case folder *and* its keys: some of it shows, some does not.

The ``Forger`` writes what it likes, in the right form and rightly signed. A lie inside one history
is found by the check. A history that was rebuilt whole is found only by a checkpoint that somebody
else holds, and the check says so.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from disk_case import (
    WHEN,
    WHO,
    DiskCase,
    LastEntries,
    build,
    complaints,
    findings,
    note,
    write_more,
)
from probatum.errors import EvidenceError
from probatum.model import kinds
from probatum.preserve.case import Case
from probatum.preserve.commit import Entropy, Sealed, ids, seal
from probatum.preserve.log import Log, Stored
from probatum.proof.disclosure import decoy_text, digest, field_text
from probatum.proof.entry import Leaf, encode
from probatum.proof.entry import parse as parse_leaf
from probatum.proof.merkle import leaf_hash


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> DiskCase:
    return build(tmp_path_factory.mktemp("pristine"), notes=8)


@pytest.fixture
def disk(pristine: DiskCase, tmp_path: Path) -> DiskCase:
    return pristine.copy(tmp_path)


class Forger:
    """Has root and folder, and writes to the evidence log past every rule."""

    def __init__(self, disk: DiskCase) -> None:
        self.disk = disk
        self.case: Case = disk.open_to_write()
        self.entries = list(self.case.evidence.entries())
        self.heads = LastEntries(self.case)

    def cipher(self, object_id: str) -> AESGCM:
        return AESGCM(self.case.key_of(object_id, self.heads))

    def about(self, object_id: str) -> list[Stored]:
        return [each for each in self.entries if parse_leaf(each.leaf).id == object_id]

    def sealed(self, object_id: str, entry: kinds.Fields, prev: bytes | None) -> Sealed:
        """A well-formed entry with any predecessor."""
        return seal(
            entry.kind, bytes.fromhex(object_id), prev, kinds.fields_of(entry),
            self.cipher(object_id), bytes.fromhex(self.case.case_id), Entropy(),
        )  # fmt: skip

    def crafted(self, object_id: str, kind: str, texts: list[str], sealed: list[str]) -> Sealed:
        """An entry that commits ``texts`` and seals ``sealed``."""
        raw, prev = bytes.fromhex(object_id), self.about(object_id)[-1].leaf_hash
        digests = tuple(sorted(map(digest, texts)))
        data = encode(Leaf(kind, object_id, prev.hex(), "A" * 22, digests))
        hashed = leaf_hash(data)
        aad = b"probatum/1 sealed " + bytes.fromhex(self.case.case_id) + raw + hashed
        body = self.cipher(object_id).encrypt(bytes(12), "~".join(sealed).encode(), aad)
        return Sealed(data, hashed, bytes(12) + body, raw, None)

    def append(self, *batch: Sealed) -> None:
        """Sign it."""
        log = self.case.evidence
        log.append(batch, self.case.keys.settled, log.mark)
        log.publish()
        self.case.remember()
        self.case.close()

    def rebuild(self, kept: Sequence[Stored]) -> None:
        """Write the whole evidence log anew with these entries, and make this machine believe."""
        log, mark = self.case.evidence, self.case.evidence.mark
        self.case.close()
        shutil.rmtree(log.folder)
        anew = Log(log.folder, log.signer, self.disk.root.derive("journal evidence"))
        anew.create()
        batch = [
            Sealed(each.leaf, each.leaf_hash, each.sealed, bytes.fromhex(parse_leaf(each.leaf).id),
                   None)
            for each in kept
        ]  # fmt: skip
        anew.append(batch, self.case.keys.settled, mark)
        anew.publish()
        anew.rotate(self.case.keys.settled, above_bytes=0)
        anew.close()
        self.case.evidence = anew
        self.case.remember()


def named(disk: DiskCase, *words: str) -> None:
    found = complaints(disk)
    assert any(all(word in line for word in words) for line in found), found


# -- lies inside one history ----------------------------------------------------------------------


def test_the_forger_can_also_be_honest(disk: DiskCase) -> None:
    forger, item = Forger(disk), disk.objects[1]
    forger.append(forger.sealed(item, note("true"), forger.about(item)[-1].leaf_hash))
    assert complaints(disk) == []


def test_a_hidden_predecessor_is_named(disk: DiskCase) -> None:
    forger, item = Forger(disk), disk.objects[1]
    forger.append(forger.sealed(item, note("leaves one out"), forger.about(item)[-2].leaf_hash))
    named(disk, "prev", item)


def test_an_entry_that_claims_to_be_the_first_is_named(disk: DiskCase) -> None:
    forger, item = Forger(disk), disk.objects[1]
    forger.append(forger.sealed(item, note("as if nothing came before"), None))
    named(disk, "prev", item)


def test_an_entry_taken_out_of_the_middle_of_a_rebuilt_log_is_named(disk: DiskCase) -> None:
    forger, item = Forger(disk), disk.objects[1]
    without = forger.about(item)[1]
    forger.rebuild([each for each in forger.entries if each != without])
    named(disk, "prev", item)


def test_an_original_exchanged_by_a_second_acquisition_is_named(disk: DiskCase) -> None:
    forger, item = Forger(disk), disk.objects[1]
    first = kinds.Acquire(
        by=WHO, at=WHEN, intake=forger.case.case_id, ref="EX-00002", number=2, file_name="f",
        source_path="/f", sha256="00" * 32, size_bytes=23, modified_at=None, changed_at=None,
        accessed_at=None, same_bytes_as_before=True,
    )  # fmt: skip
    forger.append(forger.sealed(item, first, forger.about(item)[-1].leaf_hash))
    named(disk, "7: entry", "another SHA-256")


SALTS = [bytes([number]) * 32 for number in range(9)]
FIELDS = [
    field_text(SALTS[0], "by", WHO), field_text(SALTS[1], "at", WHEN),
    field_text(SALTS[2], "text", "invented"),
]  # fmt: skip
DECOYS = [decoy_text(salt) for salt in SALTS[3:8]]


@pytest.mark.parametrize(
    ("kind", "texts", "sealed", "word"),
    [
        ("note/1", FIELDS + DECOYS, FIELDS + DECOYS[1:], "without a disclosure"),
        ("note/1", FIELDS + DECOYS, [*FIELDS, *DECOYS, decoy_text(SALTS[8])], "does not hold"),
        ("note/1", FIELDS + DECOYS, [*FIELDS, *DECOYS, DECOYS[0]], "twice"),
        ("note/1", [*FIELDS, *DECOYS[1:], field_text(SALTS[8], "text", "another")],
         [*FIELDS, *DECOYS[1:], field_text(SALTS[8], "text", "another")], "two values"),
        ("note/1", [*FIELDS[1:], *DECOYS, decoy_text(SALTS[8])],
         [*FIELDS[1:], *DECOYS, decoy_text(SALTS[8])], "its fields"),
        ("invented/1", FIELDS + DECOYS, FIELDS + DECOYS, "invented/1"),
    ],
    ids=["undisclosed", "uncommitted", "repeated", "two-values", "field-missing", "unknown-kind"],
)  # fmt: skip
def test_sealed_fields_that_do_not_fit_their_entry_are_named(
    disk: DiskCase, kind: str, texts: list[str], sealed: list[str], word: str
) -> None:
    forger, item = Forger(disk), disk.objects[1]
    index = forger.case.evidence.size
    forger.append(forger.crafted(item, kind, texts, sealed))
    named(disk, f"evidence entry {index}", word)


def test_an_anchor_that_does_not_fit_the_access_log_is_named(disk: DiskCase) -> None:
    wrong = kinds.Anchor(by=WHO, at=WHEN, size=2, root="00" * 32)
    write_more(disk, (disk.root.case_id, wrong))
    named(disk, "6: access log at size 2")


def test_a_read_cut_off_the_access_log_is_named_by_its_anchor(disk: DiskCase) -> None:
    forger = Forger(disk)
    access = forger.case.access
    kept = list(access.entries())[:-1]
    case_raw = bytes.fromhex(forger.case.case_id)
    shutil.rmtree(access.folder)
    anew = Log(access.folder, access.signer, disk.root.derive("journal access"))
    anew.create()
    anew.append([Sealed(e.leaf, e.leaf_hash, e.sealed, case_raw, None) for e in kept], 0, anew.mark)
    anew.publish()
    anew.close()
    forger.case.access = anew
    forger.case.remember()
    forger.case.close()
    named(disk, "6: access log at size 3", "cut")


# -- a history rebuilt whole ----------------------------------------------------------------------


def test_a_rebuilt_log_is_found_by_a_checkpoint_that_somebody_holds(disk: DiskCase) -> None:
    held = disk.open().evidence.checkpoint
    forger, item = Forger(disk), disk.objects[1]
    last = forger.about(item)[-1]
    forger.rebuild([each for each in forger.entries if each != last])
    assert complaints(disk) == [], "nothing inside the folder can show it"
    said = [each for each in findings(disk) if each.step == 9]
    assert [each.outcome for each in said] == ["not checked"]
    assert "only checkpoints that others hold reveal that" in said[0].text
    assert [line[:2] for line in complaints(disk, held)] == ["9:"]


def test_a_rebuilt_log_of_the_same_size_is_found_by_a_held_checkpoint(disk: DiskCase) -> None:
    held = disk.open().evidence.checkpoint
    forger, item = Forger(disk), disk.objects[1]
    *before, last = forger.about(item)
    other = forger.sealed(item, note("what was never said"), before[-1].leaf_hash)
    exchanged = replace(last, leaf=other.leaf, sealed=other.sealed)
    forger.rebuild([exchanged if each == last else each for each in forger.entries])
    assert complaints(disk) == []
    assert any("not those that were there then" in line for line in complaints(disk, held))


def test_an_honest_log_continues_a_held_checkpoint(disk: DiskCase) -> None:
    held = disk.open().evidence.checkpoint
    write_more(disk, (disk.root.case_id, note("later")))
    said = [each.outcome for each in findings(disk, held) if each.step == 9]
    assert said == ["verified"]


# -- erasure --------------------------------------------------------------------------------------


def erase(disk: DiskCase, item: str) -> None:
    """Erase an item as ``spec/erasure.md`` orders it."""
    write_more(disk, (item, kinds.Erase(by=WHO, at=WHEN, reason_code="protection", closure=[item])))
    case = disk.open_to_write()
    case.rotate()
    case.keys.destroy(ids([item]))
    case.vault.wipe(frozenset([item]))
    case.close()
    write_more(disk, (item, kinds.Erased(by=WHO, at=WHEN, epoch=1)))


@pytest.mark.parametrize("which", [1, 3])
def test_an_erased_item_leaves_a_case_that_checks(disk: DiskCase, which: int) -> None:
    erase(disk, disk.objects[which])
    assert complaints(disk) == []


def test_old_key_files_put_back_after_an_erasure_are_named(disk: DiskCase) -> None:
    item = disk.objects[1]
    kept = {
        name: disk.path("keys/" + name).read_bytes() for name in ("epoch.json", "objects.000000")
    }
    erase(disk, item)
    for name, data in kept.items():
        disk.path("keys/" + name).write_bytes(data)
    disk.path("keys/objects.000001").unlink()
    named(disk, "8:", item, "its key exists")
    named(disk, "8:", "epoch 1", "at 0")


def test_an_original_put_back_after_an_erasure_is_named(disk: DiskCase) -> None:
    item, path = disk.objects[1], disk.path("vault/segments/000000")
    before = path.read_bytes()
    erase(disk, item)
    path.write_bytes(before)
    named(disk, "7:", item, "zeros")


def test_a_large_original_put_back_after_an_erasure_is_named(disk: DiskCase) -> None:
    item = disk.objects[3]
    path = disk.path(f"vault/files/{item[:2]}/{item}")
    before = path.read_bytes()
    erase(disk, item)
    path.write_bytes(before)
    named(disk, "7:", item, "still here")


def test_a_key_destroyed_without_erase_is_named(disk: DiskCase) -> None:
    path = disk.path("keys/objects.000000")
    table = path.read_bytes()
    path.write_bytes(table[: 2 * 76 + 16] + bytes(60) + table[3 * 76 :])
    named(disk, "8: object " + disk.objects[1], "without an erase/1")


def test_an_erase_left_out_is_named(disk: DiskCase) -> None:
    erase(disk, disk.objects[1])
    forger = Forger(disk)
    kept = [each for each in forger.entries if b'"kind":"erase/1"' not in each.leaf]
    assert len(kept) == len(forger.entries) - 1
    forger.rebuild(kept)
    named(disk, "erased/1 without erase/1")
    named(disk, "8: object " + disk.objects[1], "without an erase/1")


def test_an_erasure_that_was_begun_is_named_until_it_is_finished(disk: DiskCase) -> None:
    item = disk.objects[1]
    entry = kinds.Erase(by=WHO, at=WHEN, reason_code="protection", closure=[item])
    write_more(disk, (item, entry))
    named(disk, "8: object " + item, "unfinished")


def test_the_check_of_a_case_whose_keys_are_those_of_another_says_so(
    disk: DiskCase, tmp_path: Path
) -> None:
    other = build(tmp_path / "other", notes=0)
    with pytest.raises(EvidenceError):
        replace(disk, root=other.root).open()
