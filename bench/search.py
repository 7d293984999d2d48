"""B11: search in 1,000,000 documents of 1 KB in four languages, encrypted.

Two words with a filter: 95 of 100 answers within 50 ms. One word or another, with all facets:
within 300 ms. An answer is the best twenty with snippets and the total. The peer gets the same
words on the same data: FTS5 in plain SQLite, its own tokenizer, the columns of the facets in an
ordinary table, no texts and no snippets; aim at twice its processor time. Words are drawn from the
150th to the 8,000th most frequent of a language. ``PROBATUM_BENCH_DOCUMENTS`` sets the size
(200,000 by default; limits are those of the million). Last line: the same words without quotation
marks, which look for other forms and spellings as well; invented words resemble each other more
than those of a language.
"""

from __future__ import annotations

import os
import random
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from _measure import promise, scratch

from probatum.index import schema
from probatum.index.documents import Document, Documents
from probatum.index.query_language import parse
from probatum.index.searching import search

DOCUMENTS = int(os.environ.get("PROBATUM_BENCH_DOCUMENTS", "200000"))
QUERIES, VOCABULARY = 200, 40_000
AND_MS, OR_MS, PEER_TIMES = 50.0, 300.0, 2.0
LETTERS = {
    "en": ("bcdfghklmnprstvw", "aeiou", 150),
    "uk": ("бвгдзклмнпрстхчш", "аеиіоуїя", 84),
    "ru": ("бвгдзклмнпрстхчш", "аеиоуыя", 84),
    "ar": ("بتجحدرزسشصطعفقكلمنه", "اوي", 84),
}
FACETS = ("kind", "stance", "speaker", "place", "language", "label")


def vocabulary(language: str, chance: random.Random) -> list[str]:
    consonants, vowels, _ = LETTERS[language]
    found: dict[str, None] = {}
    while len(found) < VOCABULARY:
        syllables = [
            chance.choice(consonants) + chance.choice(vowels)
            + (chance.choice(consonants) if chance.random() < 0.3 else "")
            for _ in range(chance.choice((1, 2, 2, 3, 3, 4)))
        ]  # fmt: skip
        found["".join(syllables)] = None
    return list(found)


def documents(words: dict[str, list[str]]) -> Iterator[Document]:
    """Texts, and assertions with speaker, stance and place: seven to three."""
    chance, languages = random.Random(2), list(LETTERS)
    frequencies = list(accumulate(1 / (rank + 10) for rank in range(VOCABULARY)))
    for number in range(DOCUMENTS):
        language = languages[number % 4]
        size = LETTERS[language][2]
        body = chance.choices(words[language], cum_weights=frequencies, k=size)
        traits = [("language", language), ("label", f"box {chance.randrange(20)}")]
        kind = "text"
        if number % 10 < 3:
            kind = "assertion"
            traits += [
                ("speaker", f"speaker {int(200 * chance.random() ** 3)}"),
                ("stance", chance.choice(("asserts", "denies", "reports"))),
                ("place", f"place {int(100 * chance.random() ** 3)}"),
            ]
        yield Document(number, number, kind, " ".join(body[:4]), " ".join(body), tuple(traits))


Pairs = list[tuple[str, str, str]]


def build(path: Path, plain_path: Path, words: dict[str, list[str]]) -> Pairs:
    """Fill both; return pairs of words that occur together in some document, with its language."""
    ordinary = {language: frozenset(known[150:8_000]) for language, known in words.items()}
    together: Pairs = []
    ours, _ = schema.connect(path, bytes(32))
    ours.execute("BEGIN")
    writer = Documents(ours)
    plain = sqlite3.connect(plain_path, isolation_level=None)
    plain.execute("PRAGMA journal_mode = WAL")
    plain.execute("PRAGMA cache_size = -65536")
    plain.execute("CREATE VIRTUAL TABLE word USING fts5(title, body, content='')")
    plain.execute("CREATE TABLE doc(no INTEGER PRIMARY KEY, " + ", ".join(FACETS) + ")")
    plain.execute("BEGIN")
    took, peer_took = 0.0, 0.0
    batch: list[Document] = []
    for document in documents(words):
        batch.append(document)
        if document.number % max(1, DOCUMENTS // QUERIES) == 0:
            language = dict(document.traits)["language"]
            known = [word for word in document.text.split() if word in ordinary[language]]
            together.append((known[0], known[-1], language))
        if len(batch) == 5_000 or document.number == DOCUMENTS - 1:
            start = time.perf_counter()
            for each in batch:
                writer.put(each)
            writer.flush()
            middle = time.perf_counter()
            plain.executemany("INSERT INTO word(rowid, title, body) VALUES (?, ?, ?)",
                              [(each.number, each.title, each.text) for each in batch])  # fmt: skip
            plain.executemany("INSERT INTO doc VALUES (?, ?, ?, ?, ?, ?, ?)",
                              [columns(each) for each in batch])  # fmt: skip
            took, peer_took = took + middle - start, peer_took + time.perf_counter() - middle
            batch = []
    ours.execute("COMMIT")
    plain.execute("COMMIT")
    ours.close()
    plain.close()
    size, peer_size = path.stat().st_size / 1e6, plain_path.stat().st_size / 1e6
    print(f"  {DOCUMENTS:,} documents: ours built in {took:.0f} s, {size:,.0f} MB with the texts; "
          f"peer (plain FTS5) in {peer_took:.0f} s, {peer_size:,.0f} MB without")  # fmt: skip
    return together


def columns(document: Document) -> tuple[object, ...]:
    traits = dict(document.traits)
    return (document.number, document.kind, *(traits.get(name) for name in FACETS[1:]))


Act = Callable[[str, str, str], object]


def spread(acts: tuple[Act, ...], asked: list[tuple[str, str, str]]) -> list[Spread]:
    """Return how long answers take, of each act.

    Every question is put to one after the other, so that other work on the machine slows all alike.
    """
    for each in asked[:20]:
        for act in acts:
            act(*each)
    took: list[list[tuple[float, float]]] = [[] for _ in acts]
    for each in asked:
        for act, times in zip(acts, took, strict=True):
            start, busy = time.perf_counter(), time.thread_time()
            act(*each)
            times.append((time.perf_counter() - start, time.thread_time() - busy))
    return [Spread.of(times) for times in took]


@dataclass(frozen=True, slots=True)
class Spread:
    """Milliseconds of the middle and of the 95th of 100 answers: passed, and of processor time."""

    middle: float
    most: float
    busy_middle: float
    busy_most: float

    @classmethod
    def of(cls, times: list[tuple[float, float]]) -> Spread:
        found = [1_000 * value for values in zip(*times, strict=True)
                 for value in (statistics.median(values),
                               sorted(values)[int(len(values) * 0.95)])]  # fmt: skip
        return cls(*found)

    def __str__(self) -> str:
        return (f"{self.middle:.1f} / {self.most:.1f} ms (processor "
                f"{self.busy_middle:.1f} / {self.busy_most:.1f})")  # fmt: skip


def measure(path: Path, plain_path: Path, words: dict[str, list[str]], together: Pairs) -> bool:
    chance = random.Random(3)
    asked = []
    for number in range(QUERIES):
        language = list(LETTERS)[number % 4]
        one, two = (words[language][chance.randrange(150, 8_000)] for _ in range(2))
        asked.append((one, two, language))
    ours, _ = schema.connect(path, bytes(32))
    plain = sqlite3.connect(plain_path)
    plain.execute("PRAGMA cache_size = -65536")

    def both(one: str, two: str, language: str) -> object:
        return search(ours, parse(f'"{one}" "{two}" language:{language}'), facets=())

    def peer_both(one: str, two: str, language: str) -> object:
        sql = ("FROM word CROSS JOIN doc d ON d.no = word.rowid WHERE word MATCH ?"
               " AND d.language = ?")  # fmt: skip
        values = (f'"{one}" AND "{two}"', language)
        plain.execute("SELECT count(*) " + sql, values).fetchall()
        return plain.execute("SELECT word.rowid, bm25(word, 4.0, 1.0) AS score " + sql
                             + " ORDER BY score LIMIT 20", values).fetchall()  # fmt: skip

    def either(one: str, two: str, _language: str) -> object:
        return search(ours, parse(f'"{one}" OR "{two}"'))

    def peer_either(one: str, two: str, _language: str) -> object:
        match = (f'"{one}" OR "{two}"',)
        for name in FACETS:
            plain.execute(f"SELECT d.{name}, count(*) FROM word CROSS JOIN doc d"
                          f" ON d.no = word.rowid WHERE word MATCH ? GROUP BY 1 ORDER BY 2 DESC"
                          " LIMIT 20", match).fetchall()  # fmt: skip
        best = ("SELECT rowid, bm25(word, 4.0, 1.0) AS score FROM word WHERE word MATCH ?"
                " ORDER BY score LIMIT 20")  # fmt: skip
        return plain.execute(best, match).fetchall()

    def loose(one: str, two: str, _language: str) -> object:
        return search(ours, parse(f"{one} OR {two}"))

    kept = True
    for what, act, peer, limit, pairs in (
        ("two words and a filter", both, peer_both, AND_MS, together),
        ("one of two words, with facets", either, peer_either, OR_MS, asked),
    ):
        theirs, mine = spread((peer, act), pairs)
        print(f"  {what}: peer {theirs}, ours {mine} (middle / 95 of 100)")
        kept = promise("milliseconds, 95 of 100", mine.most, limit, at_most=True) and kept
        times = mine.busy_most / theirs.busy_most
        promise("times the processor time of the peer, 95 of 100", times, PEER_TIMES, at_most=True,
                explained="decisions/0032")  # fmt: skip
    [forms] = spread((loose,), asked)
    print(f"  with other forms and spellings: {forms}")
    ours.close()
    plain.close()
    return kept


def main() -> int:
    chance = random.Random(1)
    words = {language: vocabulary(language, chance) for language in LETTERS}
    with scratch() as folder:
        path, plain_path = folder / "index.db", folder / "plain.db"
        together = build(path, plain_path, words)
        return 0 if measure(path, plain_path, words, together) else 1


if __name__ == "__main__":
    sys.exit(main())
