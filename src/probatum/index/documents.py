"""What can be searched: one document for each item, text, note and record, put in and taken out."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from probatum.index.denials import CONTRADICTED, Denials
from probatum.index.query_language import ChoiceField
from probatum.index.schema import Connection, Row
from probatum.index.search_words import joined, keys, tokens

SUGGESTION, HAS_TEXT = 1, 4  # bits of ``flags``, beside those of ``denials``

_BATCH = 1_000  # documents that wait for one insertion
_MOST_SEEN = 400_000  # words remembered as having their keys; some 60 MB
OF_FAMILY: frozenset[ChoiceField] = frozenset({"kind", "stance", "language"})
Traits = tuple[tuple[ChoiceField, str], ...]
_Counted = Counter[tuple[int, int, int]]  # family, profile, flags -> documents


def named(position: int) -> str:
    """Return the trait that names another object, whose title is looked up when it is needed."""
    return f"#{position}"


@dataclass(frozen=True, slots=True)
class Scope:
    """Where and when: millionths of a degree, precision in metres, days by their ordinal.

    ``earliest`` and ``latest`` bound the event, ``said_first`` and ``said_last`` when it was said
    or published, ``got_first`` and ``got_last`` when a record says that something was made,
    collected or found; None is open or unknown. ``collected`` of an item is when it came in.
    """

    latitude: int | None = None
    longitude: int | None = None
    metres: int | None = None
    earliest: int | None = None
    latest: int | None = None
    collected_first: int | None = None
    collected_last: int | None = None
    said_first: int | None = None
    said_last: int | None = None
    got_first: int | None = None
    got_last: int | None = None


class Document(NamedTuple):
    """What is searched of one object or entry.

    ``number`` is the position of its entry in the evidence log, ``object`` its object's position,
    ``about`` the position of the object it is about. ``kind`` is item, text, note or a record's
    noun. A trait is a text, or `named` (another object). ``folded`` are the words of title and
    text (`search_words.joined`) where somebody has folded them already.
    """

    number: int
    object: int
    kind: str
    title: str
    text: str
    traits: Traits = ()
    scope: Scope | None = None
    about: int | None = None
    flags: int = 0
    folded: tuple[str, str] | None = None


class Documents:
    """Puts documents into the index and takes them out; ``settle`` before anything is asked."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: dict[int, Document] = {}
        self._profiles: dict[tuple[str, Traits], tuple[int, int]] = {}
        self._seen: set[str] = set()
        self._denials = Denials(connection)

    def put(self, document: Document) -> None:
        """Add a document, or put it in the place of the one of the same number."""
        if document.number in self._waiting:
            self._waiting[document.number] = document
            return
        self._waiting[document.number] = document
        if len(self._waiting) >= _BATCH:
            self.flush()

    def drop(self, position: int) -> None:
        """Take out every document of an object, so that none of its words is left anywhere."""
        self.flush()
        rows = self._connection.execute("SELECT no FROM doc WHERE object = ?", (position,))
        for (number,) in rows.fetchall():
            self._remove(number)

    def drop_texts(self, item: int) -> None:
        """Take out the texts of an item."""
        self.flush()
        rows = self._connection.execute(
            "SELECT d.no FROM doc d JOIN trait t ON t.profile = d.profile AND t.field = 'kind'"
            " WHERE d.about = ? AND t.value = 'text'",
            (item,),
        )
        for (number,) in rows.fetchall():
            self._remove(number)

    def flag(self, position: int, bit: int, *, on: bool) -> None:
        """Set or clear a flag of an object's documents."""
        self.flush()
        rows: list[Row] = self._connection.execute(
            "SELECT d.no, d.about, p.traits FROM doc d JOIN profile p ON p.no = d.profile"
            " WHERE d.object = ?",
            (position,),
        ).fetchall()
        for _, about, traits in rows:
            self._denials.touched(json.loads(traits), about)
        self._set_flag([number for number, _, _ in rows], bit, on=on)

    def settle(self) -> None:
        """Insert what waits, and mark what is contradicted now; the SQL indexes must be there."""
        self.flush()
        marked, unmarked = self._denials.settle()
        self._set_flag(marked, CONTRADICTED, on=True)
        self._set_flag(unmarked, CONTRADICTED, on=False)

    def _set_flag(self, numbers: list[int], bit: int, *, on: bool) -> None:
        if not numbers:
            return
        counted: _Counted = Counter()
        wanted = "SELECT value FROM json_each(?)"
        for family, profile, flags, times in self._connection.execute(
            "SELECT family, profile, flags, count(*) FROM doc"
            f" WHERE no IN ({wanted}) GROUP BY 1, 2, 3",
            (json.dumps(numbers),),
        ).fetchall():
            counted[family, profile, flags] -= times
            counted[family, profile, flags | bit if on else flags & ~bit] += times
        self._count(counted)
        # One row a statement: else SQLite prepares to take it back, and FTS5 writes its words out.
        self._connection.executemany(
            f"UPDATE doc SET flags = flags {'| ?' if on else '& ~?'} WHERE no = ?",
            [(bit, number) for number in numbers],
        )

    def _count(self, counted: _Counted) -> None:
        """Add to how many documents have a profile and flags; no row says none."""
        many = self._connection.executemany
        many(
            "INSERT INTO tally VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE"
            " SET documents = documents + excluded.documents",
            [(*key, times) for key, times in counted.items() if times],
        )
        many(
            "DELETE FROM tally WHERE family = ? AND profile = ? AND flags = ? AND documents = 0",
            [key for key, times in counted.items() if times < 0],
        )

    def flush(self) -> None:
        """Insert the documents that wait."""
        if not self._waiting:
            return
        waiting = sorted(self._waiting.values(), key=lambda each: each.number)
        self._waiting.clear()
        first, last = waiting[0].number, waiting[-1].number
        there = self._connection.execute(
            "SELECT no FROM doc WHERE no BETWEEN ? AND ?", (first, last)
        ).fetchall()
        for (number,) in set(there) & {(each.number,) for each in waiting}:
            self._remove(number)
        many = self._connection.executemany
        folded = [(each.number, *(each.folded or (joined(each.title), joined(each.text))))
                  for each in waiting]  # fmt: skip
        many("INSERT INTO word(rowid, title, body) VALUES (?, ?, ?)", folded)
        rows = [(each.number, each.object, *self._profile(each), each.flags, each.about)
                for each in waiting]  # fmt: skip
        many("INSERT INTO doc VALUES (?, ?, ?, ?, ?, ?)", rows)
        self._count(Counter((family, profile, flags) for _, _, profile, family, flags, _ in rows))
        for each in waiting:
            self._denials.came(each.number, each.traits, each.about)
        many("INSERT INTO doc_text VALUES (?, ?, ?)",
             [(each.number, each.title, each.text) for each in waiting])  # fmt: skip
        many(
            "INSERT INTO doc_scope VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(each.number, at.latitude, at.longitude, at.metres, at.earliest, at.latest,
              at.collected_first, at.collected_last, at.said_first, at.said_last,
              at.got_first, at.got_last)
             for each in waiting if (at := each.scope) is not None],
        )  # fmt: skip
        self._connection.execute(
            "UPDATE searched SET documents = documents + ? WHERE rowid = 1", (len(waiting),)
        )
        self._spell(folded)

    def _spell(self, folded: list[tuple[int, str, str]]) -> None:
        words: set[str] = set()
        for _, title, body in folded:
            words.update(title.split())
            words.update(body.split())
        new = sorted(words - self._seen)
        self._connection.executemany(
            "INSERT OR IGNORE INTO spelling VALUES (?, ?)",
            [(key, word) for word in new for key in keys(word)],
        )
        if len(self._seen) > _MOST_SEEN:
            self._seen.clear()
        self._seen.update(new)

    def _profile(self, document: Document) -> tuple[int, int]:
        """Return the numbers of a document's profile and family."""
        known = self._profiles.get((document.kind, document.traits))
        if known is not None:
            return known
        traits = sorted({("kind", document.kind), *document.traits})
        spelled = json.dumps(traits, ensure_ascii=False, separators=(",", ":"))
        execute = self._connection.execute
        row = execute("SELECT no, family FROM profile WHERE traits = ?", (spelled,)).fetchone()
        if row is None:
            family = self._family([each for each in traits if each[0] in OF_FAMILY])
            number = execute(
                "INSERT INTO profile(traits, family) VALUES (?, ?)", (spelled, family)
            ).lastrowid
            self._connection.executemany(
                "INSERT INTO trait VALUES (?, ?, ?, ?)",
                [(field, value, f" {joined(value)} ", number) for field, value in traits],
            )
            row = number, family
        if len(self._profiles) > _MOST_SEEN:
            self._profiles.clear()
        self._profiles[document.kind, document.traits] = row
        return int(row[0]), int(row[1])

    def _family(self, traits: list[tuple[ChoiceField, str]]) -> int:
        execute = self._connection.execute
        spelled = json.dumps(traits, ensure_ascii=False, separators=(",", ":"))
        row = execute("SELECT no FROM family WHERE traits = ?", (spelled,)).fetchone()
        if row is not None:
            return int(row[0])
        number = execute("INSERT INTO family(traits) VALUES (?)", (spelled,)).lastrowid
        self._connection.executemany(
            "INSERT INTO family_trait VALUES (?, ?, ?)",
            [(field, value, number) for field, value in traits],
        )
        return int(number)

    def _remove(self, number: int) -> None:
        execute = self._connection.execute
        title, body = execute("SELECT title, body FROM doc_text WHERE no = ?", (number,)).fetchone()
        profile, family, flags, about, traits = execute(
            "SELECT d.profile, d.family, d.flags, d.about, p.traits FROM doc d"
            " JOIN profile p ON p.no = d.profile WHERE d.no = ?",
            (number,),
        ).fetchone()
        self._denials.touched(json.loads(traits), about)
        self._count(Counter({(family, profile, flags): -1}))
        # A table without content is told what it held: exactly what was once put in.
        execute(
            "INSERT INTO word(word, rowid, title, body) VALUES ('delete', ?, ?, ?)",
            (number, joined(title), joined(body)),
        )
        execute("UPDATE searched SET documents = documents - 1 WHERE rowid = 1")
        for table in ("doc", "doc_text", "doc_scope"):
            execute(f"DELETE FROM {table} WHERE no = ?", (number,))
        self._forget(family, profile)
        for word in {*tokens(title), *tokens(body)}:
            if execute("SELECT 1 FROM spelling WHERE word = ?", (word,)).fetchone() is None:
                continue
            found = execute("SELECT 1 FROM word WHERE word MATCH ? LIMIT 1", (f'"{word}"',))
            if found.fetchone() is None:
                execute("DELETE FROM spelling WHERE word = ?", (word,))
                self._seen.discard(word)

    def _forget(self, family: int, profile: int) -> None:
        """Take out a profile, and a family, that no document has any more."""
        execute = self._connection.execute
        there = "SELECT 1 FROM tally WHERE family = ?"
        if execute(f"{there} AND profile = ?", (family, profile)).fetchone() is not None:
            return
        execute("DELETE FROM profile WHERE no = ?", (profile,))
        execute("DELETE FROM trait WHERE profile = ?", (profile,))
        self._profiles.clear()
        if execute(there, (family,)).fetchone() is None:
            execute("DELETE FROM family WHERE no = ?", (family,))
            execute("DELETE FROM family_trait WHERE family = ?", (family,))


def searchable(connection: Connection) -> dict[str, list[Row]]:
    """Return all that search knows, without the numbers that depend on the order of building."""
    execute = connection.execute
    execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_there USING fts5vocab(main, word, instance)"
    )
    return {
        "searched": execute("SELECT documents FROM searched").fetchall(),
        "documents": execute(
            "SELECT d.no, d.object, d.flags, d.about, p.traits, f.traits, t.title, t.body, s.*"
            " FROM doc d JOIN profile p ON p.no = d.profile JOIN family f ON f.no = d.family"
            " JOIN doc_text t ON t.no = d.no"
            " LEFT JOIN doc_scope s ON s.no = d.no ORDER BY d.no"
        ).fetchall(),
        "tally": sorted(
            execute(
                "SELECT p.traits, f.traits, t.flags, t.documents FROM tally t"
                " JOIN profile p ON p.no = t.profile JOIN family f ON f.no = t.family"
            ).fetchall()
        ),
        "traits": sorted(execute("SELECT field, value, words FROM trait").fetchall()),
        "families": sorted(execute("SELECT field, value FROM family_trait").fetchall()),
        "spellings": execute("SELECT key, word FROM spelling ORDER BY key, word").fetchall(),
        "words": sorted(execute("SELECT term, doc, col, offset FROM word_there").fetchall()),
    }
