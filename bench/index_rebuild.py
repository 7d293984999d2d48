"""E6: rebuild the index of 1,000,000 entries (8 digests each): at most 40 s, memory below 1 GB.

The peer is a plain loop on one core over entries of the same shape: nine SHA-256 and eight JSON
texts each, nothing decrypted, compared or stored. The entries have no document text, as promised:
a note or a record is a document of the search, which costs more (``bench/search.py``).
`PROBATUM_BENCH_ENTRIES` makes a smaller run.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

from _measure import new_case, promise, scratch

from probatum.acts.open_case import open_session
from probatum.index.crew import MOST_WORKERS, cores
from probatum.index.index import Index
from probatum.model.kinds import Hold
from probatum.preserve.case import Draft
from probatum.preserve.opening import open_case
from probatum.preserve.state import state_folder

ENTRIES = int(os.environ.get("PROBATUM_BENCH_ENTRIES", "1000000"))
OBJECTS = ENTRIES // 20
BATCH, PEER_ENTRIES = 2_000, 50_000
SECONDS, MEMORY_MB = 40.0, 1_000.0
PASSPHRASE = "bench passphrase"


def fill(case: Path) -> None:
    """Write holds on 50,000 objects, in an order that no cache likes."""
    chance, objects = random.Random(1), list[str]()
    with open_session(case, PASSPHRASE) as session:
        written = session.case.evidence.size
        while written < ENTRIES:
            drafts = []
            for _ in range(min(BATCH, ENTRIES - written)):
                if len(objects) < OBJECTS and written % 10 < 5:
                    objects.append(session.case.new_object()[0])
                    about = objects[-1]
                else:
                    about = chance.choice(objects)
                drafts.append(
                    Draft("evidence", about, Hold(by="Bench", at="2026-01-02T03:04:05Z",
                                                  reason="The seal of box two was intact."))
                )  # fmt: skip
                written += 1
            session.case.commit(drafts, session.index)
            if written % (50 * BATCH) < BATCH:
                session.case.publish("evidence")


def rebuild(case_folder: Path) -> None:
    """Rebuild in this process; print seconds, entries, megabytes, seconds of processor time."""
    case, _ = open_case(case_folder, PASSPHRASE, state_folder())
    index = Index.open(case_folder.parent / "rebuilt.db", case.root.derive("index"))
    start = time.perf_counter()
    entries = index.follow(case)
    took = time.perf_counter() - start
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF,
                                                      resource.RUSAGE_CHILDREN))  # fmt: skip
    workers = min(MOST_WORKERS, cores()) if cores() > 1 else 0
    memory = (own.ru_maxrss + workers * others.ru_maxrss) / 1024
    busy = own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime
    print(json.dumps([took, entries, memory, busy]))


def peer() -> float:
    """Return entries a second of the plain loop."""
    texts = [
        json.dumps([f"{n:043d}", "text", "The seal of box two was intact."]).encode()
        for n in range(8)
    ]
    start = time.perf_counter()
    for _ in range(PEER_ENTRIES):
        for text in texts:
            hashlib.sha256(text).digest()
            json.loads(text)
        hashlib.sha256(b"".join(texts)).digest()
    return PEER_ENTRIES / (time.perf_counter() - start)


def main() -> int:
    with scratch() as folder:
        case = new_case(folder)
        fill(case)
        rate = peer()
        said = subprocess.run(
            [sys.executable, __file__, "--rebuild", str(case)], check=True, stdout=subprocess.PIPE
        ).stdout
        took, entries, memory, busy = json.loads(said)
    print(
        f"  {entries:,} entries about {OBJECTS:,} objects: peer (plain loop, one core) "
        f"{rate:,.0f} entries/s, ours {entries / took:,.0f} entries/s "
        f"= {entries / took / rate:.2f} of it; processor time {busy:.1f} s on {cores()} cores"
    )
    kept = promise("seconds", took, SECONDS * ENTRIES / 1_000_000, at_most=True)
    return not (promise("megabytes, all processes", memory, MEMORY_MB, at_most=True) and kept)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--rebuild"]:
        rebuild(Path(sys.argv[2]))
        sys.exit(0)
    sys.exit(main())
