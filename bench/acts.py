"""E3: acts a second in batches of 1,000, and one act against one fsync."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from _measure import SPEED_PAGE, median, new_case, promise, scratch, timed

from probatum.acts.open_case import open_session
from probatum.acts.session import Session
from probatum.model.kinds import Clear
from probatum.preserve.case import Draft

BATCH, BATCHES, SINGLE = 1_000, 60, 300


def drafts(session: Session, objects: list[str]) -> list[Draft]:
    # Four fields; four decoys fill the entry up to eight digests.
    now = session.now()
    return [
        Draft("evidence", each, Clear(by="Bench", at=now, cleared=True, reason=None))
        for each in objects
    ]


def one_fsync(path: Path) -> list[float]:
    """Append 1.5 KB and fdatasync, as often as single acts are timed."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    block, took = os.urandom(1_500), []
    for _ in range(SINGLE):
        start = time.perf_counter()
        os.write(descriptor, block)
        os.fdatasync(descriptor)
        took.append(time.perf_counter() - start)
    os.close(descriptor)
    return took


def main() -> int:
    with scratch() as folder:
        case = new_case(folder)
        with open_session(case, "bench passphrase") as session:
            objects = [session.case.new_object()[0] for _ in range(BATCH)]
            session.case.commit(drafts(session, objects), session.index)
            rates = []
            for _ in range(BATCHES):
                took = timed(lambda: session.case.commit(drafts(session, objects), session.index))
                rates.append(BATCH / took)
            publishing = timed(session.checkpoint)
            fsyncs = one_fsync(folder / "probe")
            singles = []
            for number in range(SINGLE):
                draft = drafts(session, [objects[number % BATCH]])
                singles.append(timed(lambda: session.case.commit(draft, session.index)))  # noqa: B023
            ending = timed(session.checkpoint)
        print(
            f"  batches of {BATCH:,}: median {median(rates):,.0f} acts/s, best {max(rates):,.0f}; "
            f"publishing the {BATCH * (BATCHES + 1):,} afterwards {publishing:.2f} s"
        )
        kept = promise(
            "acts/s, in thousands", median(rates) / 1000, 40, at_most=False, explained=SPEED_PAGE
        )
        print(
            f"  one act {median(singles) * 1e6:.0f} us, one write + fdatasync "
            f"{median(fsyncs) * 1e6:.0f} us; the checkpoint at the end {ending * 1e3:.1f} ms"
        )
        ratio = median(singles) / median(fsyncs)
        return not (promise("one act / one fsync", ratio, 3, at_most=True) and kept)


if __name__ == "__main__":
    sys.exit(main())
