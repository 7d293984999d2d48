"""Attacks on the order of custody and on chains of senders (steps 9 and 10)."""

from __future__ import annotations

from collections.abc import Callable

from attacks.package_edits import Case, register
from forger import NOTE, ORIGINAL, PHOTO, Forger, example, zipped
from probatum.proof.canonical import Json
from probatum.proof.disclosure import field_text

ATTACKS: dict[str, Case] = {}
attack = register(ATTACKS)

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
