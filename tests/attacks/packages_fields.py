"""Attacks on fields, what is withheld, and originals (steps 7 and 8)."""

from __future__ import annotations

import hashlib

from attacks.package_edits import ACQUIRED, Case, register, sealed_with, with_opened, with_withheld
from forger import NOTE, ORIGINAL, OTHER, Forger, Shown, example, zipped
from probatum.proof import entry
from probatum.proof.disclosure import decoy_text, digest, field_text

ATTACKS: dict[str, Case] = {}
attack = register(ATTACKS)

# --- 7 fields


@attack(7, f"{ACQUIRED}: bad-disclosure")
def field_that_is_not_committed() -> bytes:
    fresh = field_text(bytes(32), "place", "an invented palace")
    return with_opened(ACQUIRED, lambda texts: [*texts, fresh])


@attack(7, "says that 0 fields are withheld, here it is 1")
def number_of_withheld_fields_understated() -> bytes:
    return zipped(example().seal(terms={"withheld": 0}))


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
