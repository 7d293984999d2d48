"""E9: bulk put of records with 8 fields: 15,000/s into the journal, 6,000/s with the index.

The peer is what no writer of these entries can leave out, on one core in a plain loop: a JSON text
read, 16 disclosures hashed and spelt, two AES-GCM messages (fields, key), one write and fdatasync
for 1,000 records. Nothing is checked, looked up or indexed there. Ours runs on all cores, and the
start of its processes is in its time. `PROBATUM_BENCH_RECORDS` makes a smaller run. Where another
program uses the cores too, the processor time of all processes together says more than seconds.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import resource
import sys
import time
from base64 import urlsafe_b64encode
from pathlib import Path
from typing import NamedTuple

from _measure import new_case, promise, scratch
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from probatum.acts import put_records as bulk
from probatum.acts.open_case import open_session
from probatum.acts.record_texts import lines

RECORDS = int(os.environ.get("PROBATUM_BENCH_RECORDS", str(3 * bulk.FOLLOW_AFTER)))
DURABLE, INDEXED = 15_000.0, 6_000.0
BATCH, DIGESTS = 1_000, 16


class Rates(NamedTuple):
    """Records a second, and what they cost: microseconds of processor time for each."""

    wall: float
    own: float
    others: float


def line(number: int) -> bytes:
    """One record: eight members, the noun among them."""
    return json.dumps({
        "record": "figure/1", "measure": "killed", "population": "civilians", "low": number,
        "bound": "at_least", "number_text": f"at least {number}", "method_claimed": "counted",
        "cumulative": True,
    }).encode()  # fmt: skip


def peer(texts: list[bytes], path: Path) -> float:
    """Return records a second of the plain loop."""
    cipher, block = AESGCM(bytes(32)), []
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    start = time.perf_counter()
    for number, text in enumerate(texts, 1):
        fields = json.loads(text)
        said = [
            urlsafe_b64encode(json.dumps(["s" * 43, name, value]).encode())
            for name, value in fields.items()
        ]
        said += [urlsafe_b64encode(b'["' + b"s" * 43 + b'"]')] * (DIGESTS - len(said))
        leaf = b"".join(hashlib.sha256(each).digest() for each in said)
        key = cipher.encrypt(os.urandom(12), os.urandom(32), None)
        block.append(leaf + key + cipher.encrypt(os.urandom(12), b"~".join(said), leaf))
        if number % BATCH == 0:
            os.write(descriptor, b"".join(block))
            os.fdatasync(descriptor)
            block.clear()
    took = time.perf_counter() - start
    os.close(descriptor)
    return len(texts) / took


def busy() -> tuple[float, float]:
    """Return the processor time of this process, and of those that it started and that ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    own, others = (each.ru_utime + each.ru_stime for each in used)
    return own, others


def ours(texts: list[bytes], folder: Path, *, follow: bool) -> Rates:
    """Put all texts into a new case; without ``follow`` until the last one is durable."""
    after = bulk.FOLLOW_AFTER
    bulk.FOLLOW_AFTER = after if follow else len(texts) + 1
    folder.mkdir()
    with open_session(new_case(folder), "bench passphrase") as session:
        own, others = busy()
        began = time.perf_counter()
        delivery, refused = bulk.put_records(session, lines(io.BytesIO(b"\n".join(texts))))
        if follow:
            session.checkpoint()
            session.catch_up()
        took = time.perf_counter() - began
        own, others = (now - before for now, before in zip(busy(), (own, others), strict=True))
    assert (delivery.created, refused) == (len(texts), [])
    bulk.FOLLOW_AFTER = after
    each = 1e6 / len(texts)
    return Rates(len(texts) / took, own * each, others * each)


def main() -> int:
    texts = [line(number) for number in range(RECORDS)]
    with scratch() as folder:
        before = peer(texts[: 20 * BATCH], folder / "peer")
        durable = ours(texts, folder / "durable", follow=False)
        indexed = ours(texts, folder / "indexed", follow=True)
        loop = (before + peer(texts[: 20 * BATCH], folder / "peer again")) / 2
    print(f"  {RECORDS:,} records: peer (plain loop, one core) {loop:,.0f} records/s")
    for what, rates in (("into the journal", durable), ("with log and index", indexed)):
        print(
            f"  {what} {rates.wall:,.0f} records/s = {rates.wall / loop:.2f} of it; processor "
            f"time {rates.own:.0f} us a record, and {rates.others:.0f} us in processes that seal"
        )
    kept = promise("records/s into the journal, in thousands", durable.wall / 1000,
                   DURABLE / 1000, at_most=False, explained="decisions/0027")  # fmt: skip
    return not (
        promise("records/s with the index, in thousands", indexed.wall / 1000, INDEXED / 1000,
                at_most=False, explained="decisions/0027")
        and kept
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
