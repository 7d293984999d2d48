"""Our own frozen vectors: what was written once must be read, and written, the same for ever.

Each file of ``vectors/*.json`` names the page of the specification that it freezes. Packages are in
``vectors/disclosure`` (``tests/verify/test_published_vectors.py``), vectors by others in
``vectors/third-party``.
"""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from probatum.errors import EvidenceError, InputError, ProbatumError, UseError
from probatum.model import ids
from probatum.preserve import commit, slots, streams
from probatum.preserve.journal import Frame, Journal, Line
from probatum.preserve.keyring import KeyRing
from probatum.preserve.signing import Signer, open_checkpoint
from probatum.preserve.vault import Vault, Watermark
from probatum.proof import canonical, disclosure, entry, merkle, note
from probatum.proof.checkpoint import Checkpoint
from probatum.read import contract
from probatum.read.anchoring import Anchor, Rejected
from probatum.read.soundness import spans_of

FOLDER = Path(__file__).resolve().parent.parent / "vectors"
READ_HERE = (
    "canonical", "checkpoint", "disclosures", "journal", "keys", "leaf", "reading", "references",
    "vault",
)  # fmt: skip


def load(name: str) -> dict[str, Any]:
    """Read one file; an empty list in it fails, because nothing would have been tested."""
    content: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text("ascii"))
    lists = [value for value in content.values() if isinstance(value, list)]
    assert content["spec"].startswith("spec/")
    assert all(lists), f"{name} holds an empty list"
    return content


def refused(code: str) -> pytest.RaisesExc[ProbatumError]:
    return pytest.RaisesExc(ProbatumError, check=lambda error: error.code == code)


def test_every_file_of_vectors_is_read_by_a_test() -> None:
    assert {path.stem for path in FOLDER.glob("*.json")} == set(READ_HERE)


def test_every_vector_names_a_page_that_exists() -> None:
    root = FOLDER.parent
    pages = {name: load(name)["spec"].split(",")[0] for name in READ_HERE}
    assert {name: page for name, page in pages.items() if not (root / page).is_file()} == {}


def test_canonical_values_have_one_spelling() -> None:
    vectors = load("canonical")
    for vector in vectors["accepted"]:
        data = bytes.fromhex(vector["hex"])
        assert canonical.encode(vector["value"]) == data
        assert canonical.decode(data) == vector["value"]
    for vector in vectors["refused"]:
        with refused("not-canonical"):
            raise AssertionError(vector["why"], canonical.decode(bytes.fromhex(vector["hex"])))


def test_disclosures_have_one_text_and_one_digest() -> None:
    vectors = load("disclosures")
    for vector in vectors["fields"]:
        salt, name, value = bytes.fromhex(vector["salt"]), vector["name"], vector["value"]
        assert disclosure.field_text(salt, name, value) == vector["text"]
        assert disclosure.parse(vector["text"]) == disclosure.Field(salt, name, value)
        assert disclosure.digest(vector["text"]) == vector["digest"]
    for vector in vectors["decoys"]:
        salt = bytes.fromhex(vector["salt"])
        assert disclosure.decoy_text(salt) == vector["text"]
        assert disclosure.parse(vector["text"]) == disclosure.Decoy(salt)
        assert disclosure.digest(vector["text"]) == vector["digest"]
    for vector in vectors["refused"]:
        with refused(vector["code"]):
            raise AssertionError(vector["why"], disclosure.parse(vector["text"]))


def test_leaves_are_read_and_written_as_published() -> None:
    vectors = load("leaf")
    for vector in vectors["entries"]:
        data = vector["leaf"].encode("ascii")
        digests = tuple(sorted(map(disclosure.digest, vector["texts"])))
        leaf = entry.Leaf(vector["kind"], vector["id"], vector["prev"], vector["nonce"], digests)
        assert entry.encode(leaf) == data
        assert entry.parse(data) == leaf
        assert merkle.leaf_hash(data).hex() == vector["leaf_hash"]
        opened = entry.open_leaf(leaf, vector["texts"])
        assert opened.fields == vector["fields"]
        assert opened.decoys == len(digests) - len(vector["fields"])
        assert opened.withheld == ()
    for vector in vectors["refused"]:
        with refused(vector["code"]):
            raise AssertionError(vector["why"], entry.parse(vector["leaf"].encode()))


def test_sealed_fields_of_published_entries_open() -> None:
    for vector in load("leaf")["entries"]:
        sealed, key = bytes.fromhex(vector["sealed"]), bytes.fromhex(vector["key"])
        leaf_hash, raw = bytes.fromhex(vector["leaf_hash"]), bytes.fromhex(vector["id"])
        case_id = bytes.fromhex(vector["case_id"])
        texts = commit.unseal(leaf_hash, sealed, raw, key, case_id, "the vector")
        assert texts == vector["texts"]
        with pytest.raises(EvidenceError, match="log-damaged"):
            commit.unseal(leaf_hash, sealed, raw, key, bytes(16), "another case's entry")


def test_the_fast_path_spells_the_published_fields_as_proof_does() -> None:
    for vector in load("leaf")["entries"]:
        key, case_id = bytes.fromhex(vector["key"]), bytes.fromhex(vector["case_id"])
        raw = bytes.fromhex(vector["id"])
        previous = bytes.fromhex(vector["prev"]) if vector["prev"] else None
        made = commit.seal(
            vector["kind"], raw, previous, vector["fields"], AESGCM(key), case_id, commit.Entropy()
        )
        leaf = entry.parse(made.leaf)
        assert entry.encode(leaf) == made.leaf
        assert made.leaf_hash == merkle.leaf_hash(made.leaf)
        assert (leaf.kind, leaf.id, leaf.prev) == (vector["kind"], vector["id"], vector["prev"])
        texts = commit.unseal(made.leaf_hash, made.sealed, raw, key, case_id, "the entry")
        for text in texts:
            said = disclosure.parse(text)
            if isinstance(said, disclosure.Field):
                assert disclosure.field_text(said.salt, said.name, said.value) == text
            else:
                assert disclosure.decoy_text(said.salt) == text
        opened = entry.open_leaf(leaf, texts)
        assert (opened.fields, opened.withheld) == (vector["fields"], ())


def frames_of(vectors: dict[str, Any]) -> list[tuple[Frame, bytes]]:
    found = []
    for vector in vectors["frames"]:
        lines = tuple(
            Line(
                line["leaf"].encode(),
                bytes.fromhex(line["sealed"]),
                bytes.fromhex(line["wrapped"]),
            )
            for line in vector["entries"]
        )
        mark = Watermark(vector["vault_segment"], vector["vault_offset"])
        frame = Frame(vector["first_index"], vector["settled_keys"], mark, lines)
        found.append((frame, bytes.fromhex(vector["frame"])))
    return found


def test_journal_frames_are_written_and_read_as_published(tmp_path: Path) -> None:
    vectors = load("journal")
    (first, head), *later = frames_of(vectors)
    path, key = tmp_path / "journal", bytes.fromhex(vectors["key"])
    journal = Journal(path, key)
    journal.start(first)
    for frame, _ in later:
        journal.append(frame)
    journal.close()
    assert path.read_bytes() == head + b"".join(data for _, data in later)
    replay = Journal(path, key).replay()
    assert (replay.frames, replay.torn) == ((first, *(frame for frame, _ in later)), b"")


def test_damaged_journals_are_read_or_refused_as_published(tmp_path: Path) -> None:
    vectors = load("journal")
    frames = frames_of(vectors)
    for number, vector in enumerate(vectors["files"]):
        path = tmp_path / str(number)
        path.write_bytes(b"".join(part_of(part, frames) for part in vector["parts"]))
        journal = Journal(path, bytes.fromhex(vectors["key"]))
        if "code" in vector:
            with refused(vector["code"]):
                raise AssertionError(vector["what"], journal.replay())
        else:
            replay = journal.replay()
            found = (len(replay.frames), len(replay.torn))
            assert found == (vector["frames"], vector["torn_bytes"]), vector["what"]


def part_of(part: dict[str, int], frames: list[tuple[Frame, bytes]]) -> bytes:
    if "zeros" in part:
        return bytes(part["zeros"])
    data = bytearray(frames[part["frame"]][1])
    if "flip_bit_0_of_byte" in part:
        data[part["flip_bit_0_of_byte"]] ^= 1
    return bytes(data[: part.get("first_bytes", len(data))])


def test_references_carry_the_published_check_characters() -> None:
    vectors = load("references")
    for vector in vectors["check_characters"]:
        assert ids.check_character(vector["text"]) == vector["character"]
    for vector in vectors["references"]:
        made = ids.format_reference(vector["prefix"], vector["number"])
        assert made == vector["reference"]
        assert ids.parse_reference(made) == (vector["prefix"], vector["number"])
    for vector in vectors["typed"]:
        assert ids.parse_reference(vector["typed"]) == (vector["prefix"], vector["number"])
    for text in vectors["wrong"]:
        with pytest.raises(UseError, match="bad-reference"):
            ids.parse_reference(text)
    for text in vectors["no_reference"]:
        assert ids.parse_reference(text) is None


def test_checkpoints_are_signed_and_read_as_published() -> None:
    vectors = load("checkpoint")
    signer = Signer(bytes.fromhex(vectors["seed"]), vectors["origin"])
    assert signer.verifier.text() == vectors["vkey"]
    assert signer.verifier.fingerprint() == vectors["fingerprint"]
    key = note.VerifierKey.parse(vectors["vkey"])
    for vector in vectors["checkpoints"]:
        root = bytes.fromhex(vector["root"])
        checkpoint = Checkpoint(vectors["origin"], vector["size"], root)
        signed = vector["note"].encode()
        assert signer.sign(checkpoint) == signed
        assert open_checkpoint(signed, key) == checkpoint
        assert Checkpoint.parse(note.open_note(signed, key)) == checkpoint
    leaves = [leaf.encode() for leaf in vectors["leaves_of_the_last"]]
    assert merkle.root_of(map(merkle.leaf_hash, leaves)).hex() == vectors["checkpoints"][-1]["root"]


def test_published_key_files_open(tmp_path: Path) -> None:
    vectors = load("keys")
    slot_file = slots.parse(vectors["files"]["slots.json"].encode())
    for secret, slot in (
        (vectors["passphrase"], "passphrase"),
        (vectors["recovery_key"], "recovery"),
    ):
        root, opened_with = slots.unlock(slot_file, secret)
        assert (root.key.hex(), root.case_id) == (vectors["root_key"], vectors["case_id"])
        assert opened_with == slot
        assert slots.is_authentic(slot_file, root)
    for secret in vectors["mistyped_recovery_keys"]:
        with pytest.raises(UseError, match="wrong-passphrase"):
            slots.unlock(slot_file, secret)
    for purpose, key in vectors["derived"].items():
        assert root.derive(purpose).hex() == key
    table = f"objects.{vectors['epoch']:06d}"
    (tmp_path / "epoch.json").write_text(vectors["files"]["epoch.json"], "ascii")
    (tmp_path / table).write_bytes(bytes.fromhex(vectors["files"][table]))
    ring = KeyRing.open(tmp_path, root)
    assert ring.epoch == vectors["epoch"]
    for position, vector in enumerate(vectors["objects"]):
        raw = bytes.fromhex(vector["id"])
        if vector["key"] is None:
            assert ring.is_erased(raw, position)
            with pytest.raises(InputError, match="erased"):
                ring.key_of(raw, position)
        else:
            assert ring.key_of(raw, position).hex() == vector["key"]


def test_published_originals_open(tmp_path: Path) -> None:
    vectors = load("vault")
    case_id, object_id = vectors["case_id"], vectors["object_id"]
    key = bytes.fromhex(vectors["key"])
    aad = streams.associated_data(case_id, object_id, 0)
    assert aad.decode() == vectors["associated_data"]
    for vector in vectors["small"]:
        sealed, plain = bytes.fromhex(vector["sealed"]), bytes.fromhex(vector["plain"])
        assert streams.open_small(key, sealed, aad, "the vector") == plain
    for vector in vectors["streams"]:
        source = io.BytesIO(bytes.fromhex(vector["stream"]))
        assert b"".join(streams.decrypted(key, source, aad, "it")).hex() == vector["plain"]
    segment = bytes.fromhex(vectors["segment"])
    vault = Vault.create(tmp_path, case_id)
    (vault.segments / "000000").write_bytes(segment)
    vault.mark = Watermark(0, len(segment))
    (place,) = vault.scan()
    assert (place.object_id, place.part, place.offset) == (object_id, 0, 0)
    assert b"".join(vault.read(object_id, 0, key, place)).hex() == vectors["small"][-1]["plain"]


def test_readings_are_read_and_written_as_they_were() -> None:
    for vector in load("reading")["readings"]:
        text, given = vector["text"], vector["reading"]
        reading = msgspec.convert(given, contract.Reading)
        assert json.loads(msgspec.json.encode(reading)) == given
        assert contract.text_sha256(text) == reading.text_sha256
        assert {type(each) for each in reading.suggestions} >= {contract.Entity, contract.Assertion}
        for each in reading.suggestions:
            for span in spans_of(each):
                assert text[span.start : span.end] == span.exact


def test_words_without_offsets_get_the_place_that_they_got() -> None:
    vectors = load("reading")
    for vector in vectors["anchored"]:
        placed = Anchor(vector["text"]).suggestion(vector["given"], 1)
        assert json.loads(msgspec.json.encode(placed)) == vector["placed"], vector["name"]
    for vector in vectors["rejected"]:
        refused_ = Anchor(vector["text"]).suggestion(vector["given"], 1)
        assert isinstance(refused_, Rejected) and refused_.why == vector["name"]
