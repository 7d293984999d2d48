"""A large invented case for the desk: items in four languages, texts, readings, assertions.

Everything goes through the acts, in bulk. A fifth as many assertions as items; for 50 assertions an
incident with 12 propositions, and one incident with 200. A tenth of the items have a text.
"""

from __future__ import annotations

import hashlib
import io
import json
import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO

from search import LETTERS, vocabulary

from probatum.acts import put_records as bulk
from probatum.acts.acquire import Acquirer, Incoming
from probatum.acts.derived import Making, store
from probatum.acts.extract_text import Outline
from probatum.acts.extractors import Chosen, opened
from probatum.acts.init_case import init_case
from probatum.acts.open_case import open_session
from probatum.acts.read_item import Stated, read_items
from probatum.acts.record_texts import lines
from probatum.acts.session import Session
from probatum.exercise.village.texts import text
from probatum.model.kinds import Fields, Intake, Receipt

PASSPHRASE = "bench passphrase"
READINGS = 12
REPORTS = ("wire.en.txt", "broadcast.en.txt")
_ENDINGS = (("jpg", 45), ("mp4", 10), ("pdf", 15), ("txt", 20), ("csv", 5), ("eml", 5))
_FOLDERS = ("telephone", "market cameras", "letters", "village archive", "drive B")


def make(folder: Path, items: int) -> Path:
    """Make the case in ``folder``, or take the one that was finished there before."""
    case, done = folder / "case", folder / f"made-{items}"
    if done.exists():
        return case
    init_case(case, PASSPHRASE, name="Bench of the desk", by="Bench", prefix="BD")
    words = {language: vocabulary(language, random.Random(1)) for language in LETTERS}
    with open_session(case, PASSPHRASE) as session:
        taken = _take(session, items, words)
        _texts(session, taken[::10], words)
        _put(session, items, taken, words)
        _read(session)
    done.touch()
    return case


class _Texts:
    """Words in which frequent ones are frequent."""

    def __init__(self, words: dict[str, list[str]], seed: int) -> None:
        self._words, self._chance = words, random.Random(seed)
        most = len(next(iter(words.values())))
        self._often = list(accumulate(1 / (rank + 10) for rank in range(most)))

    def of(self, language: str, size: int) -> str:
        found = self._chance.choices(self._words[language], cum_weights=self._often, k=size)
        return " ".join(found)


def _take(
    session: Session, items: int, words: dict[str, list[str]]
) -> list[tuple[str, str, str, str]]:
    """Take items; return id, SHA-256, reference and language of each."""
    chance, texts, languages = random.Random(4), _Texts(words, 5), list(LETTERS)
    endings = [ending for ending, often in _ENDINGS for _ in range(often)]
    intake, _ = session.case.new_object()
    session.record((intake, Intake(
        by=session.by, at=session.now(), sources=["0" * 32], given_by="An invented giver",
        place=None, conditions=None, why=None, machine=session.around.machine,
        clock=session.around.clock_state,
    )))  # fmt: skip
    acquirer = Acquirer(session, intake, lambda _count: None)
    taken: list[tuple[str, str, str, str]] = []
    for number in range(items):
        language = languages[number % 4]
        data = f"invented {number}".encode()
        name = f"{texts.of(language, 2)} {number:07}.{chance.choice(endings)}"

        def content(data: bytes = data) -> BinaryIO:
            return io.BytesIO(data)

        line = acquirer.take(Incoming(
            name, f"/{chance.choice(_FOLDERS)}/{number // 1000}/{name}", len(data),
            f"2026-0{1 + number % 9}-{1 + number % 28:02}T10:00:00Z", None, None, content,
            lambda _stream, _count: None,
        ))  # fmt: skip
        taken.append((line.id, line.sha256, line.ref, language))
        if number % 100_000 == 99_999:
            acquirer.flush()
            session.catch_up()
    acquirer.flush()
    session.record((intake, Receipt(
        by=session.by, at=session.now(), items=items, bytes_total=0, refused=0,
        contents_sha256="0" * 64,
    )))  # fmt: skip
    session.checkpoint()
    session.catch_up()
    return taken


def _texts(
    session: Session, items: list[tuple[str, str, str, str]], words: dict[str, list[str]]
) -> None:
    texts = _Texts(words, 6)
    waiting: list[tuple[str, Fields]] = []
    for object_id, sha256, _, language in items:
        parameters = "bench from=text/plain"
        making = Making(object_id, sha256, "text", "bench", "1", parameters)
        draft, digest = store(session, making, "text/plain", texts.of(language, 120).encode())
        outline = Outline(media_type="text/plain", text_sha256=digest, metadata=(), parts=())
        making = Making(object_id, sha256, "outline", "bench", "1", parameters)
        said, _ = store(session, making, "application/json", json.dumps({
            "media_type": outline.media_type, "text_sha256": digest, "metadata": [], "parts": [],
        }).encode())  # fmt: skip
        waiting += [draft, said]
        if len(waiting) >= 1_000:
            session.record(*waiting)
            waiting = []
    if waiting:
        session.record(*waiting)
    session.checkpoint()
    session.catch_up()


def _put(
    session: Session, items: int, taken: list[tuple[str, str, str, str]],
    words: dict[str, list[str]],
) -> None:  # fmt: skip
    made = (json.dumps(each).encode() + b"\n" for each in _records(items, taken, words))
    delivery, refused = bulk.put_records(session, lines(io.BytesIO(b"".join(made))), again=True)
    if refused:
        raise refused[0].error
    print(f"  {items:,} items, {delivery.created:,} records")
    session.checkpoint()
    session.catch_up()


def _records(
    items: int, taken: list[tuple[str, str, str, str]], words: dict[str, list[str]]
) -> Iterator[dict[str, object]]:
    chance, texts, languages = random.Random(7), _Texts(words, 8), list(LETTERS)
    assertions = items // 5
    few = max(40, assertions // 40)

    def named(number: int, size: int) -> list[dict[str, str]]:
        language = languages[number % 4]
        return [{"full": f"{texts.of(language, size).title()} {number}", "language": language}]

    for number in range(few):
        yield {"record": "place/1", "as": f"@place{number}", "names": named(number, 1),
               "lat": f"{44 + chance.random() * 8:.4f}", "lon": f"{22 + chance.random() * 18:.4f}",
               "precision_m": chance.choice((50, 500, 3_000)), "country": "UA"}  # fmt: skip
        yield {
            "record": "source/1",
            "as": f"@source{number}",
            "names": named(number, 2),
            "kind": chance.choice(("person", "organisation", "publication", "account")),
        }
        if number % 5 == 0:
            yield {"record": "source_grade/1", "source": f"@source{number}", "topic": "shelling",
                   "reliability": chance.choice("ABCD"), "reasons": "Invented."}  # fmt: skip
        if number % 2 == 0:
            yield {"record": "person/1", "as": f"@person{number}", "names": named(number, 2)}
        else:
            yield {"record": "group/1", "names": named(number, 1), "kind": "unit"}
        if number % 40 == 4:
            yield {"record": "same_as/1", "between": [f"@person{number}", f"@person{number - 2}"],
                   "answer": "undecided", "reasons": "The names are alike."}  # fmt: skip
    left, number = assertions, 0
    while left > 0:
        size = min(left, 200 if number == 3 else 50)
        yield from _incident(number, size, few, taken, texts, chance)
        left -= size
        number += 1


def _incident(
    number: int, size: int, few: int, taken: list[tuple[str, str, str, str]], texts: _Texts,
    chance: random.Random,
) -> Iterator[dict[str, object]]:  # fmt: skip
    about, day = f"@incident{number}", 1 + number % 28
    when = {"edtf": f"202{number % 6}-{1 + number % 12:02}-{day:02}"}
    yield {"record": "incident/1", "as": about,
           "title": f"{texts.of('en', 3).capitalize()} {number}",
           "kind": chance.choice(("shelling", "air-strike", "detention"))}  # fmt: skip
    place = f"@place{chance.randrange(few)}"
    for step in range(12):
        name = f"@claim{number}-{step}"
        if step % 4 == 0:
            yield {"record": "occurrence/1", "as": name, "incident": about, "place": place,
                   "when": when, "text": texts.of("en", 8)}  # fmt: skip
        elif step % 4 in (1, 2):
            low = chance.randrange(40)
            yield {"record": "figure/1", "as": name, "incident": about, "measure": "killed",
                   "population": "civilians", "low": low, "bound": "at_least", "as_of": when,
                   "method_claimed": "counted"}  # fmt: skip
        else:
            yield {"record": "event_time/1", "as": name, "incident": about, "when": when}
    stances = ("asserts", "reports", "reports", "asserts", "denies", "condemns", "acknowledges")
    for step in range(size):
        item = taken[chance.randrange(len(taken))][0]
        yield {"record": "assertion/1", "about": f"@claim{number}-{step % 12}",
               "stance": stances[(number + step) % 7],
               "speaker": f"@source{int(few * chance.random() ** 2)}",
               "quote": texts.of("en", 14), "language": "en", "said_at": when,
               "citations": [{"item": item, "page": 1}]}  # fmt: skip


def _read(session: Session) -> None:
    """Take reports of the exercise, each once for a number, and have them read."""
    intake, _ = session.case.new_object()
    session.record((intake, Intake(
        by=session.by, at=session.now(), sources=["1" * 32], given_by=None, place=None,
        conditions=None, why=None, machine=session.around.machine, clock=session.around.clock_state,
    )))  # fmt: skip
    acquirer = Acquirer(session, intake, lambda _count: None)
    wanted, digest = [], hashlib.sha256()
    for number in range(READINGS):
        data = f"{text(REPORTS[number % len(REPORTS)])}\n\nCopy {number}.\n".encode()
        digest.update(data)

        def content(data: bytes = data) -> BinaryIO:
            return io.BytesIO(data)

        wanted.append(acquirer.take(Incoming(
            f"report {number}.txt", f"/reports/{number}.txt", len(data), None, None, None, content,
            lambda _stream, _count: None,
        )).id)  # fmt: skip
    acquirer.flush()
    session.record((intake, Receipt(
        by=session.by, at=session.now(), items=READINGS, bytes_total=0, refused=0,
        contents_sha256=digest.hexdigest(),
    )))  # fmt: skip
    session.catch_up()
    with opened(Chosen(), session) as extractor:
        read_items(session, wanted, extractor, Stated(language="en", country="UA"))
