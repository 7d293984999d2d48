"""What it costs to read texts in a process of their own (limit: 2.5 times reading here).

The same invented pages, letters and texts are read by the readers in this process, and through the
worker with its pipes, checks and limits; starting it and loading its libraries is not part of the
ratio and is printed beside it.
"""

from __future__ import annotations

import sys
import time
from email.message import EmailMessage

from probatum.derive.text.extracted import Extracted, Limits
from probatum.derive.text.reading import read
from probatum.derive.text.workers import Workers

LIMIT = 2.5
ROUNDS = 300
WORDS = "Мешканці розповіли, що обстріл почався о пів на шосту ранку. قال السكان إن القصف بدأ. " * 8


def files() -> dict[str, bytes]:
    """Return one small file of each of three kinds."""
    letter = EmailMessage()
    letter["From"], letter["To"] = "a@example.org", "b@example.org"
    letter["Date"] = "Mon, 02 Mar 2026 08:15:00 +0200"
    letter.set_content(WORDS)
    page = f"<html><title>T</title><article><p>{WORDS}</p><p>{WORDS}</p></article></html>"
    return {"a.txt": WORDS.encode(), "a.html": page.encode(), "a.eml": letter.as_bytes()}


def main() -> int:
    """Print limit, peer and ours; fail above the limit."""
    limits, material = Limits(), files()
    for name, data in material.items():
        read(data, name, limits)
    began = time.perf_counter()
    for _ in range(ROUNDS):
        for name, data in material.items():
            read(data, name, limits)
    peer = time.perf_counter() - began
    with Workers(limits) as workers:
        began = time.perf_counter()
        first = [workers.extract(data, name) for name, data in material.items()]
        start = time.perf_counter() - began
        assert all(isinstance(found, Extracted) for found in first)
        began = time.perf_counter()
        for _ in range(ROUNDS - len(first)):  # one process serves them all
            for name, data in material.items():
                workers.extract(data, name)
        ours = (time.perf_counter() - began) * ROUNDS / (ROUNDS - len(first))
    ratio, count = ours / peer, ROUNDS * len(material)
    print(
        f"texts of {count} small files: limit {LIMIT:.1f}x, peer (in this process) "
        f"{count / peer:.0f}/s, ours {count / ours:.0f}/s = {ratio:.2f}x; "
        f"the first of each kind took {start * 1000:.0f} ms in all"
    )
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
