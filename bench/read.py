"""C9: reading reports, on one core, and a long text.

At least five reports of 450 words per second of processor time; at most 700 MB; the first result
within 6 s of a cold start (a processor's seconds, so that a busy machine does not decide). The peer
is the same language model parsing the same texts and nothing else: what any reader built on it has
to pay. Cost is linear: a text ten times as long takes at most thirteen times as long.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from _measure import promise

from probatum.read.builtin.reader import MODEL, BuiltinReader
from probatum.read.extractor import Article

REPORTS_A_SECOND, MEGABYTES, FIRST_SECONDS, LINEAR, ONE_LINE = 5.0, 700.0, 6.0, 13.0, 3.0
WORDS = 450
SETS = Path(__file__).resolve().parent.parent / "eval" / "tune" / "reports"
COLD = """
import sys
sys.path.insert(0, sys.argv[1])
from probatum.read.builtin.reader import BuiltinReader
from probatum.read.extractor import Article
import resource
reading = BuiltinReader().read(Article(sys.stdin.read(), "en"))
assert reading.suggestions
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def reports() -> list[str]:
    """Return texts of about 450 words each, made of whole reports of the tuning half."""
    texts = [json.loads(path.read_text())["text"] for path in sorted(SETS.glob("en-*.json"))]
    made, waiting = [], ""
    for text in texts:
        waiting += text + "\n\n"
        if len(waiting.split()) >= WORDS:
            made.append(waiting)
            waiting = ""
    return made


def spent(texts: list[str], reader: BuiltinReader) -> float:
    began = time.process_time()
    for text in texts:
        reader.read(Article(text, "en", date(2031, 5, 8), "The Harbour Post"))
    return time.process_time() - began


def main() -> int:
    texts = reports()
    words = sum(len(text.split()) for text in texts)
    source = str(Path(__file__).resolve().parent.parent / "src")
    cold = subprocess.run(
        [sys.executable, "-c", COLD, source], input=texts[0], capture_output=True, text=True,
        check=True, env={**os.environ, "OMP_NUM_THREADS": "1"},
    )  # fmt: skip
    seconds, kilobytes = map(float, cold.stdout.split())
    reader = BuiltinReader()
    spent(texts[:2], reader)
    rate = words / WORDS / min(spent(texts, reader) for _ in range(3))
    peer = words / WORDS / min(parsed(texts) for _ in range(3))
    print(
        f"  {len(texts)} texts, {words:,} words; reports of {WORDS} words a second of processor"
        f" time: the model alone {peer:.1f}, ours {rate:.1f} = {rate / peer:.2f} of it"
    )
    whole = "\n\n".join((texts * 400)[:400])
    short = spent([whole[:100_000]], reader)
    line = ("word and another one, " * 5_000)[:100_000]
    kept = [
        promise("reports of 450 words a second", rate, REPORTS_A_SECOND, at_most=False),
        promise("seconds of processor time to the first result", seconds, FIRST_SECONDS,
                at_most=True),
        promise("megabytes after a report", kilobytes / 1024, MEGABYTES, at_most=True),
        promise("times as long for ten times the text",
                spent([whole[:1_000_000]], reader) / short, LINEAR, at_most=True),
        promise("a line of 100,000 characters, of as long a text", spent([line], reader) / short,
                ONE_LINE, at_most=True),
    ]  # fmt: skip
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"  with the text of 1,000,000 characters: {most / 1024:.0f} MB, two models in memory")
    return 0 if all(kept) else 1


def parsed(texts: list[str]) -> float:
    """Return how long the model alone takes."""
    import spacy

    model = spacy.load(MODEL)
    began = time.process_time()
    for text in texts:
        model(text)
    return time.process_time() - began


if __name__ == "__main__":
    sys.exit(main())
