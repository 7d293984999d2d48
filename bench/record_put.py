"""E9: bulk put of records with 8 fields: 15,000/s into the journal, 6,000/s with the index.

The peer is what no writer of these entries can leave out, on one core in a plain loop: a JSON text
read, 16 disclosures hashed and spelt, two AES-GCM messages (fields, key), one write and fdatasync
for 1,000 records. Nothing is checked, looked up or indexed there. `PROBATUM_BENCH_RECORDS` makes a
smaller run. Where another program uses the cores too, processor time says more than seconds.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import sys
import time
from base64 import urlsafe_b64encode
from pathlib import Path

from _measure import new_case, promise, scratch
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from probatum.acts.open_case import open_session
from probatum.acts.put_records import FOLLOW_AFTER, put_records
from probatum.acts.record_texts import lines

RECORDS = int(os.environ.get("PROBATUM_BENCH_RECORDS", str(3 * FOLLOW_AFTER)))
DURABLE, INDEXED = 15_000.0, 6_000.0
BATCH, DIGESTS = 1_000, 16


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


def main() -> int:
    texts = [line(number) for number in range(RECORDS)]
    stream = io.BytesIO(b"\n".join(texts))
    durable: list[tuple[float, float]] = []
    with scratch() as folder:
        case = new_case(folder)
        rate = peer(texts[: 20 * BATCH], folder / "peer")
        with open_session(case, "bench passphrase") as session:
            began = moment = time.perf_counter()
            busy_began = busy = time.process_time()

            def note(taken: object) -> None:
                # The time of a batch until it is durable; what the index takes comes after it.
                nonlocal moment, busy
                now, used = time.perf_counter(), time.process_time()
                durable.append((now - moment, used - busy))
                moment, busy = now, used

            delivery, refused = put_records(session, lines(stream), on_taken=note)
            session.checkpoint()
            session.catch_up()
            took, used = time.perf_counter() - began, time.process_time() - busy_began
        assert (delivery.created, refused) == (RECORDS, [])
    # A batch after which the index followed has that in its time: it is left out by the median.
    batches = sorted(seconds for seconds, _ in durable)
    cpu = sorted(seconds for _, seconds in durable)
    ours = BATCH / batches[len(batches) // 2]
    print(
        f"  {RECORDS:,} records: peer (plain loop) {rate:,.0f} records/s; into the journal "
        f"{ours:,.0f} (processor time alone {BATCH / cpu[len(cpu) // 2]:,.0f}) "
        f"= {ours / rate:.2f} of it; with log and index {RECORDS / took:,.0f} "
        f"(processor time alone {RECORDS / used:,.0f}) = {RECORDS / took / rate:.2f} of it"
    )
    kept = promise("records/s into the journal, in thousands", ours / 1000, DURABLE / 1000,
                   at_most=False, explained="decisions/0027")  # fmt: skip
    whole = RECORDS / took / 1000
    return not (
        promise("records/s with the index, in thousands", whole, INDEXED / 1000, at_most=False,
                explained="decisions/0027")
        and kept
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
