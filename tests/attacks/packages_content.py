"""Attacks on what a package says: log, fields, originals, custody, senders (steps 5 to 10).

Most of these the holder of the log's key arranges: everything is signed and hashed as it should
be, and what is signed is a lie.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

from forger import NOTE, ORIGINAL, OTHER, PHOTO, Forger, Shown, example, zipped
from probatum.proof import canonical, entry
from probatum.proof.canonical import Json
from probatum.proof.disclosure import decoy_text, digest, field_text

Attack = Callable[[], bytes]
ATTACKS: dict[str, tuple[Attack, int, str]] = {}

ACQUIRED, STATED = "entries/000000000001.json", "entries/000000000003.json"
FIRST_PROOF, SECOND_PROOF = (f"proofs/{n:012d}.tlog-proof" for n in (1, 3))


def attack(step: int, words: str) -> Callable[[Attack], Attack]:
    """Register a case: the step that must fail, and words that one of its findings must contain."""

    def register(make: Attack) -> Attack:
        ATTACKS[make.__name__] = (make, step, words)
        return make

    return register


def edited(data: bytes, **changes: Json) -> bytes:
    return canonical.encode({**json.loads(data), **changes})


def sealed_with(name: str, data: bytes, forger: Forger | None = None) -> bytes:
    """The example with other content in one member, and everything sealed over it."""
    forger = forger or example()
    return zipped(forger.seal(bound={**forger.bound(), name: data}))


def resealed_by_a_stranger(name: str, data: bytes) -> bytes:
    """The example with other content in one member, and a manifest that fits it."""
    forger = example()
    members = forger.seal()
    bound = {**forger.bound(), name: data}
    return zipped({**members, **bound, "manifest.json": forger.manifest(bound)})


def with_opened(name: str, change: Callable[[list[str]], list[str]]) -> bytes:
    data = example().bound()[name]
    return sealed_with(name, edited(data, opened=sorted(change(json.loads(data)["opened"]))))


def with_withheld(change: Callable[[dict[str, Json]], None]) -> bytes:
    forger = example()
    line = dict(forger.withheld()["fields"][0])  # type: ignore[arg-type,index,call-overload]
    change(line)
    return zipped(forger.seal(bound=forger.bound({"v": 1, "fields": [line], "items": []})))


# --- 5 the disclosure entry


@attack(5, "this package is not the one that was disclosed")
def page_for_people_and_manifest_changed() -> bytes:
    return resealed_by_a_stranger("READ-ME.html", b"<title>All is well</title>")


@attack(5, "this package is not the one that was disclosed")
def entry_and_manifest_changed() -> bytes:
    data = example().bound()[STATED]
    return resealed_by_a_stranger(STATED, edited(data, opened=json.loads(data)["opened"][:-1]))


@attack(5, "field manifest_sha256")
def disclosure_that_commits_no_manifest() -> bytes:
    return zipped(example().seal(terms={"manifest_sha256": None}))


@attack(5, "bad-proof")
def disclosure_entry_that_is_not_in_the_log() -> bytes:
    forger, stranger = example(), example()
    members = forger.seal()
    stranger.draw()
    other = stranger.seal(bound=forger.bound())
    return zipped({**members, "disclosure.json": other["disclosure.json"]})


@attack(5, "an entry disclose/1")
def disclosure_entry_of_another_kind() -> bytes:
    forger = example()
    members = forger.seal()
    return zipped({**members, "disclosure.json": forger.shown[1].file(1)})


@attack(5, "1 withheld")
def disclosure_entry_with_a_withheld_field() -> bytes:
    members = example().seal()
    opened = json.loads(members["disclosure.json"])["opened"][1:]
    return zipped({**members, "disclosure.json": edited(members["disclosure.json"], opened=opened)})


@attack(5, f"{PHOTO}: entries are about it")
def object_that_the_disclosure_does_not_list() -> bytes:
    return zipped(example().seal(terms={"items": [NOTE]}))


@attack(5, f"{OTHER}: the disclosure entry lists it")
def object_listed_and_not_disclosed() -> bytes:
    return zipped(example().seal(terms={"items": [NOTE, PHOTO, OTHER]}))


@attack(5, "kind_of_disclosure")
def complete_disclosure_without_leaves() -> bytes:
    members = example().seal("complete")
    return zipped({name: data for name, data in members.items() if not name.startswith("log/")})


@attack(5, "kind_of_disclosure")
def selection_with_leaves() -> bytes:
    forger = example()
    return zipped({**forger.seal(), **forger.log.bundles()})


@attack(5, "at: a time in UTC")
def disclosure_at_no_time() -> bytes:
    return zipped(example().seal(terms={"at": "yesterday"}))


@attack(5, "none called purpose")
def disclosure_for_no_purpose() -> bytes:
    forger = example()
    return zipped(forger.seal(leave_out=("purpose",)))


@attack(5, "items: object ids in ascending order")
def disclosure_of_things_that_are_no_objects() -> bytes:
    return zipped(example().seal(terms={"items": [NOTE, PHOTO, "all of them"]}))


@attack(5, "kind_of_disclosure: complete or selection")
def disclosure_of_an_unknown_kind() -> bytes:
    return zipped(example().seal(terms={"kind_of_disclosure": "partial"}))


@attack(5, "field items: expected an array")
def disclosure_whose_objects_are_a_text() -> bytes:
    return zipped(example().seal(terms={"items": NOTE}))


# --- 6 entries in the log


@attack(6, "nothing to check")
def package_without_entries() -> bytes:
    return zipped(Forger().seal(terms={"items": []}))


@attack(6, "bad-proof")
def entries_of_another_log() -> bytes:
    forger, other = example(), example("two")
    forger.shown = other.shown
    return zipped(forger.seal())


@attack(6, "bad-proof")
def proofs_swapped() -> bytes:
    members = example().seal()
    pair = {FIRST_PROOF: members[SECOND_PROOF], SECOND_PROOF: members[FIRST_PROOF]}
    return zipped({**members, **pair})


@attack(6, "expected index 1, found index 2")
def proof_that_names_another_index() -> bytes:
    members = example().seal()
    proof = members[FIRST_PROOF].replace(b"index 1", b"index 2")
    return zipped({**members, FIRST_PROOF: proof})


@attack(6, "bad-proof")
def proof_with_one_hash_less() -> bytes:
    members = example().seal()
    lines = members[FIRST_PROOF].split(b"\n")
    return zipped({**members, FIRST_PROOF: b"\n".join(lines[:2] + lines[3:])})


@attack(6, "proofs/000000000003.tlog-proof")
def proof_left_out() -> bytes:
    members = example().seal()
    del members[SECOND_PROOF]
    return zipped(members)


@attack(6, "a proof for no entry")
def proof_for_an_entry_that_is_not_shown() -> bytes:
    forger = example()
    members = forger.seal()
    extra = {f"proofs/{2:012d}.tlog-proof": forger.log.proof(2, members["checkpoint"])}
    proofs = sorted({name: b"" for name in members if name.startswith("proofs/")} | extra)
    first = {name: data for name, data in members.items() if name not in proofs}
    return zipped({**first, **{name: ({**members, **extra})[name] for name in proofs}})


@attack(6, "the checkpoint of the package")
def proof_against_an_older_checkpoint() -> bytes:
    forger = example()
    members = forger.seal()
    older = forger.log.checkpoint(5)
    return zipped({**members, FIRST_PROOF: forger.log.proof(1, older, 5)})


@attack(5, "the checkpoint of the package")
def older_checkpoint_replayed() -> bytes:
    forger = example()
    members = forger.seal()
    return zipped({**members, "checkpoint": forger.log.checkpoint(5)})


@attack(5, "bad-proof")
def older_checkpoint_replayed_with_its_proofs() -> bytes:
    forger = example()
    members = forger.seal()
    older = forger.log.checkpoint(5)
    for index in forger.shown:
        members[f"proofs/{index:012d}.tlog-proof"] = forger.log.proof(index, older, 5)
    return zipped({**members, "checkpoint": older})


@attack(6, "a later one")
def entry_that_is_later_than_the_disclosure() -> bytes:
    forger = example()
    bound = forger.bound()
    late = forger.make("record/1", NOTE, {"text": "late"}, forger.last[NOTE])
    bound = {
        **{name: bound[name] for name in ("READ-ME.html", "log.vkey", "withheld.json")},
        **{name: data for name, data in bound.items() if name.startswith("entries/")},
        f"entries/{6:012d}.json": late.file(6),
        **{name: data for name, data in bound.items() if name.startswith(("orig", "verify"))},
    }
    members = forger.seal(bound=bound)
    forger.add(NOTE, late)
    return zipped({**members, **forger.tail([*sorted([*forger.shown, 5])], complete=False)})


@attack(6, "as in its name")
def entry_under_another_index() -> bytes:
    return sealed_with(ACQUIRED, example().shown[1].file(3))


@attack(6, "not-canonical")
def entry_file_with_a_member_twice() -> bytes:
    return sealed_with(ACQUIRED, example().bound()[ACQUIRED].replace(b"{", b'{"index":1,', 1))


@attack(6, "not-canonical")
def leaf_with_a_member_twice() -> bytes:
    forger = example()
    leaf = forger.shown[1].leaf.replace(
        b'"kind":"acquire/1"', b'"kind":"erase/1","kind":"acquire/1"'
    )
    forger.log.leaves[1] = leaf
    data = edited(forger.bound()[ACQUIRED], leaf=leaf.decode())
    return sealed_with(ACQUIRED, data, forger)


@attack(6, "ascending order")
def opened_texts_in_another_order() -> bytes:
    data = example().bound()[ACQUIRED]
    return sealed_with(ACQUIRED, edited(data, opened=json.loads(data)["opened"][::-1]))


# --- 7 fields


@attack(7, f"{ACQUIRED}: bad-disclosure")
def field_that_is_not_committed() -> bytes:
    fresh = field_text(bytes(32), "place", "an invented palace")
    return with_opened(ACQUIRED, lambda texts: [*texts, fresh])


@attack(7, "a disclosure that the entry does not hold")
def value_changed() -> bytes:
    forger = example()
    fields = forger.shown[3].opened
    fields["stance"] = field_text(bytes(32), "stance", "denies")
    return zipped(forger.seal())


@attack(7, "the same disclosure twice")
def the_same_disclosure_twice() -> bytes:
    return with_opened(ACQUIRED, lambda texts: [*texts, texts[0]])


@attack(7, "a disclosure that the entry does not hold")
def disclosure_in_lax_base64() -> bytes:
    return with_opened(ACQUIRED, lambda texts: [*texts[1:], texts[0] + "="])


@attack(7, "a disclosure that the entry does not hold")
def decoy_that_is_not_committed() -> bytes:
    return with_opened(ACQUIRED, lambda texts: [*texts, decoy_text(bytes(32))])


@attack(7, "two values for the field")
def two_values_for_one_field() -> bytes:
    forger = example()
    texts = {f"place {n}": field_text(bytes([n]) * 32, "place", n) for n in range(8)}
    digests = tuple(sorted(digest(text) for text in texts.values()))
    leaf = entry.Leaf("record/1", NOTE, forger.last[NOTE], "A" * 22, digests)
    forger.add(NOTE, Shown(entry.encode(leaf), texts, {}))
    return zipped(forger.seal())


@attack(7, "neither opened nor listed")
def decoy_not_opened() -> bytes:
    forger = example()
    del forger.shown[1].opened["decoy 0"]
    return zipped(forger.seal())


@attack(7, "neither opened nor listed")
def withheld_field_not_listed() -> bytes:
    forger = example()
    bound = forger.bound({"v": 1, "fields": [], "items": []})
    return zipped(forger.seal(bound=bound))


@attack(7, "which is not withheld here")
def withheld_list_names_another_digest() -> bytes:
    return with_withheld(lambda line: line.update(digest="A" * 43))


@attack(7, "which is not here")
def withheld_list_names_another_entry() -> bytes:
    return with_withheld(lambda line: line.update(index=2))


@attack(7, "another field of that name")
def withheld_list_names_an_opened_field() -> bytes:
    return with_withheld(lambda line: line.update(field="stance"))


@attack(7, "an empty one")
def withheld_without_a_basis() -> bytes:
    return with_withheld(lambda line: line.update(basis=""))


@attack(7, "something else")
def withheld_without_an_approver() -> bytes:
    return with_withheld(lambda line: line.pop("approver"))


@attack(7, "version 2")
def withheld_list_of_another_version() -> bytes:
    forger = example()
    return zipped(forger.seal(bound=forger.bound({**forger.withheld(), "v": 2})))


@attack(7, "a number from 0")
def withheld_field_of_entry_true() -> bytes:
    return with_withheld(lambda line: line.update(index=True))


@attack(7, "none twice")
def withheld_field_listed_twice() -> bytes:
    forger = example()
    listing = forger.withheld()
    listing["fields"] = [*listing["fields"], *listing["fields"]]  # type: ignore[misc]
    return zipped(forger.seal(bound=forger.bound(listing)))


@attack(7, "canonical")
def withheld_list_with_a_member_twice() -> bytes:
    data = example().bound()["withheld.json"]
    return sealed_with("withheld.json", data.replace(b',"v":1', b',"v":1,"v":1'))


@attack(7, "object ids in ascending order, none twice")
def withheld_object_listed_twice() -> bytes:
    forger = example()
    line = {"id": OTHER, "code": "c", "basis": "b", "approver": "a"}
    forger.withheld_items = [{**line}, {**line}]
    return zipped(forger.seal())


@attack(7, "size_bytes: a number")
def committed_size_that_is_a_text() -> bytes:
    forger = Forger()
    forger.acquire(NOTE, ORIGINAL, size_bytes="48")
    return zipped(forger.seal())


# --- 8 originals


@attack(8, "commits")
def original_replaced_by_the_holder_of_the_key() -> bytes:
    forger = example()
    forger.originals[NOTE] = b"Another invented statement.\n"
    return zipped(forger.seal())


@attack(8, "its size")
def original_with_a_committed_size_that_is_wrong() -> bytes:
    forger = Forger()
    forger.acquire(NOTE, ORIGINAL, size_bytes=1)
    return zipped(forger.seal())


@attack(8, "no entry of this package opens")
def original_that_no_entry_binds() -> bytes:
    forger = example()
    forger.originals[OTHER] = b"from nowhere"
    return zipped(forger.seal())


@attack(8, "no entry of this package opens")
def original_whose_digest_is_withheld() -> bytes:
    forger = Forger()
    forger.acquire(NOTE, ORIGINAL, "sha256")
    return zipped(forger.seal())


@attack(8, "commits")
def original_that_the_second_acquisition_contradicts() -> bytes:
    forger = Forger()
    forger.acquire(NOTE, b"something else")
    forger.acquire(NOTE, ORIGINAL)
    return zipped(forger.seal())


@attack(8, "lists it as withheld, but it is here")
def original_listed_as_withheld() -> bytes:
    forger = example()
    forger.withheld_items = [{"id": NOTE, "code": "c", "basis": "b", "approver": "a"}]
    return zipped(forger.seal())


@attack(7, "sha256: 64 hex digits")
def committed_digest_in_capitals() -> bytes:
    forger = Forger()
    forger.acquire(NOTE, ORIGINAL, sha256=hashlib.sha256(ORIGINAL).hexdigest().upper())
    return zipped(forger.seal())


# --- 9 custody


@attack(9, "hidden predecessor")
def predecessor_hidden() -> bytes:
    forger = example()
    del forger.shown[1], forger.originals[NOTE]
    return zipped(forger.seal())


@attack(9, "hidden predecessor")
def entry_in_the_middle_hidden() -> bytes:
    forger = example()
    forger.record("record/1", NOTE, {"text": "after"})
    del forger.shown[3]
    return zipped(forger.seal())


@attack(9, "says that it is the first")
def chain_started_again() -> bytes:
    forger = example()
    forger.add(NOTE, forger.make("record/1", NOTE, {"text": "again"}, None))
    return zipped(forger.seal())


@attack(9, "as the entry before it, which is not")
def two_entries_behind_the_same_one() -> bytes:
    forger = example()
    before = forger.last[NOTE]
    forger.record("record/1", NOTE, {"text": "one"})
    forger.add(NOTE, forger.make("record/1", NOTE, {"text": "two"}, before))
    return zipped(forger.seal())


@attack(9, "it was erased (erase/1)")
def erasure_left_out_of_a_complete_disclosure() -> bytes:
    forger = example()
    forger.record("erase/1", NOTE, {"code": "on-request"}, show=False)
    return zipped(forger.seal("complete"))


@attack(9, f"{PHOTO}: entry 5 about this object is left out")
def later_entry_left_out_of_a_complete_disclosure() -> bytes:
    forger = example()
    forger.record("assess/1", PHOTO, {"value": "doubtful"}, show=False)
    return zipped(forger.seal("complete"))


@attack(9, "do not give the root")
def leaf_replaced_in_a_complete_disclosure() -> bytes:
    forger = example()
    members = forger.seal("complete")
    forger.log.leaves[2] = forger.log.leaves[0]
    return zipped({**members, **forger.log.bundles()})


@attack(9, "log/")
def leaf_cut_from_a_complete_disclosure() -> bytes:
    forger = example()
    members = forger.seal("complete")
    (name,) = forger.log.bundles()
    del forger.log.leaves[-1]
    (data,) = forger.log.bundles().values()
    return zipped({**members, name: data})


@attack(9, "entry bundles")
def bundle_added_to_a_complete_disclosure() -> bytes:
    members = example().seal("complete")
    return zipped({**members, "log/tile/entries/001.p/1": b"\0\0"})


@attack(9, "log/tile/entries/000.p/6")
def bundle_under_another_name() -> bytes:
    members = example().seal("complete")
    leaves = members.pop("log/tile/entries/000.p/6")
    return zipped({**members, "log/tile/entries/000.p/7": leaves})


@attack(9, "about which the log has no entry")
def withheld_object_that_the_log_does_not_know() -> bytes:
    forger = example()
    forger.withheld_items = [{"id": "d4" * 16, "code": "c", "basis": "b", "approver": "a"}]
    return zipped(forger.seal("complete"))


# --- 10 senders


def received(change: Callable[[dict[str, Json]], None], original: bytes = ORIGINAL) -> bytes:
    """A package with an item that came from another log, whose chain was changed."""
    sender = example("sender").sender_of(1)
    change(sender)
    forger = Forger()
    forger.acquire(NOTE, original, sender=sender)
    return zipped(forger.seal())


@attack(10, "digest-mismatch")
def received_bytes_that_the_sender_did_not_commit() -> bytes:
    return received(lambda sender: None, b"other bytes")


@attack(10, "bad-signature")
def sender_under_another_key() -> bytes:
    fresh = example("third").log.key.text()
    return received(lambda sender: sender.update(vkey=fresh))


@attack(10, "bad-proof")
def sender_with_the_proof_of_another_entry() -> bytes:
    other = example("sender").sender_of(3)
    return received(lambda sender: sender.update(proof=other["proof"]))


@attack(10, "expected acquire/1")
def sender_whose_entry_is_not_an_acquisition() -> bytes:
    other = example("sender").sender_of(3)
    return received(lambda sender: sender.update(other))


@attack(10, "a disclosure that the entry does not hold")
def sender_with_a_field_that_is_not_committed() -> bytes:
    def change(sender: dict[str, Json]) -> None:
        theirs = sender["entry"]
        assert isinstance(theirs, dict)
        fresh = field_text(bytes(32), "place", "an invented palace")
        sender["entry"] = {**theirs, "opened": sorted([*theirs["opened"], fresh])}

    return received(change)


@attack(10, "something else")
def sender_that_is_a_word() -> bytes:
    forger = Forger()
    forger.acquire(NOTE, ORIGINAL, sender="trust me")
    return zipped(forger.seal())
