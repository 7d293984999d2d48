"""Attacks on what binds a package to the log: disclosure entry, proofs (steps 5 and 6).

Most of these the holder of the key arranges: what is signed is a lie.
"""

from __future__ import annotations

import json

from attacks.package_edits import (
    ACQUIRED,
    FIRST_PROOF,
    SECOND_PROOF,
    STATED,
    Case,
    edited,
    register,
    resealed_by_a_stranger,
    sealed_with,
)
from forger import NOTE, OTHER, PHOTO, Forger, example, zipped

ATTACKS: dict[str, Case] = {}
attack = register(ATTACKS)

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
