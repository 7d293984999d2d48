"""The pages that the benchmark of the desk looks at, and what of a case they show."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from search import LETTERS, vocabulary

ROLES = ("owner", "investigator", "reviewer", "reader", "auditor")
ITEMS = int(os.environ.get("PROBATUM_BENCH_ITEMS", "4000"))


@dataclass(frozen=True, slots=True)
class Page:
    """A page that a role looks at; ``address`` draws one of its objects."""

    name: str
    role: str
    address: Callable[[], str]


class Objects:
    """What the case holds, drawn at random."""

    def __init__(self, session: Any) -> None:
        self._chance, rows = random.Random(9), session.index._rows
        prefix = session.index.case_row().reference_prefix
        self._items = [row[0] for row in rows("SELECT ref FROM item WHERE number % 97 = 1")]
        self._texts = [row[0] for row in rows(
            "SELECT i.ref FROM item i JOIN object o ON o.position = i.object JOIN derivation d"
            " ON d.item = o.id WHERE d.operation = 'text' LIMIT 500")]  # fmt: skip
        self._read = [row[0] for row in rows(
            "SELECT DISTINCT i.ref FROM derivation d JOIN object o ON o.id = d.item"
            " JOIN item i ON i.object = o.position WHERE d.operation = 'reading'")]  # fmt: skip
        self._records = {
            noun: [session.record_ref(row[0]) for row in rows(
                "SELECT number FROM record WHERE noun = ? LIMIT 2000", noun)]
            for noun in ("incident", "assertion", "source", "place", "figure", "person")
        }  # fmt: skip
        self._words = {name: vocabulary(name, random.Random(1))[:8_000] for name in LETTERS}
        self.prefix = prefix

    def item(self) -> str:
        return self._chance.choice(self._items)

    def text(self) -> str:
        return self._chance.choice(self._texts)

    def read(self) -> str:
        return self._chance.choice(self._read)

    def record(self, noun: str) -> str:
        return self._chance.choice(self._records[noun])

    def word(self, *, common: bool = False) -> str:
        known = self._words[self._chance.choice(list(self._words))]
        return known[self._chance.randrange(150)] if common else self._chance.choice(known[150:])

    def number(self) -> int:
        return self._chance.randrange(1, ITEMS)


def pages(of: Objects) -> list[Page]:
    """Return every page that is looked at, with who looks."""

    def fixed(address: str) -> Callable[[], str]:
        return lambda: address

    def found(query: Callable[[], str], *more: tuple[str, str]) -> Callable[[], str]:
        return lambda: "/items/?" + urlencode([("q", query()), *more])

    def about(form: str, draw: Callable[[], str]) -> Callable[[], str]:
        return lambda: form.format(quote(draw()))

    def noun(form: str, name: str) -> Callable[[], str]:
        return about(form, lambda: of.record(name))

    everybody = [Page("home", role, fixed("/")) for role in ROLES]
    return [
        *everybody,
        Page("items", "reader", fixed("/items/")),
        Page("items, deep", "reader", lambda: f"/items/?after={of.number()}"),
        Page("items, oldest", "reader", lambda: f"/items/?sort=oldest&after={of.number()}"),
        Page("items, gallery", "investigator", fixed("/items/?view=gallery")),
        Page("search, one word", "reader", found(of.word)),
        Page("search, common word", "reader", found(lambda: of.word(common=True))),
        Page("search, two words", "reader", found(lambda: f"{of.word()} {of.word(common=True)}")),
        Page("search, one or other", "reader", found(lambda: f"{of.word()} OR {of.word()}")),
        Page("search, phrase", "reader", found(lambda: f'"{of.word()} {of.word()}"')),
        Page("search, newest", "reader", found(lambda: of.word(common=True), ("sort", "newest"))),
        Page("search, gallery", "reader", found(of.word, ("view", "gallery"))),
        Page("search, word and stance", "reader",
             found(lambda: f"{of.word(common=True)} stance:denies")),
        Page("search, kind alone", "reader", found(lambda: "kind:assertion")),
        Page("search, kind item", "reader", found(lambda: "kind:item")),
        Page("search, stance and language", "reader",
             found(lambda: "kind:assertion stance:denies language:en")),
        Page("search, speaker", "reader", found(lambda: f"speaker:{of.word()}")),
        Page("search, contradictions", "reader", found(lambda: "has:contradiction")),
        Page("search, dates", "reader", found(lambda: "when:2023-05")),
        Page("item", "reader", about("/items/{}/", of.item)),
        Page("item with text", "investigator", about("/items/{}/", of.text)),
        Page("item, custody", "reader", about("/items/{}/custody/", of.item)),
        Page("item, records", "reader", about("/items/{}/records/", of.item)),
        Page("reviews", "reviewer", fixed("/review/")),
        Page("reviews, ended", "reviewer", fixed("/review/?list=ended")),
        Page("review", "reviewer", about("/review/{}/", of.read)),
        Page("incidents", "reader", fixed("/incidents/")),
        Page("incidents, word", "reader", lambda: f"/incidents/?q={quote(of.word())}"),
        Page("incident", "investigator", noun("/incidents/{}/", "incident")),
        Page("incident, figures", "reader", noun("/incidents/{}/figures.json", "incident")),
        Page("incident, places", "reader", noun("/incidents/{}/places.json", "incident")),
        Page("timeline", "reader", fixed("/timeline/")),
        Page("timeline, days", "reader", fixed("/timeline/?from=2023-05-01&to=2023-06-01")),
        Page("timeline, word", "reader", lambda: f"/timeline/?q={quote(of.word())}"),
        Page("timeline, recorded", "reader", fixed("/timeline/?kind=recorded")),
        Page("numbers", "reader", fixed("/numbers/")),
        Page("numbers of", "reader", noun("/numbers/{}/", "incident")),
        Page("people and groups", "reader", fixed("/people/")),
        Page("people, word", "reader", lambda: f"/people/?q={quote(of.word())}"),
        Page("sources", "reader", fixed("/sources/")),
        Page("records", "reader", fixed("/records/")),
        Page("records of", "reader", fixed("/records/of/assertion/")),
        Page("inquiries", "reader", fixed("/records/of/inquiry/")),
        Page("record, assertion", "reader", noun("/records/{}/", "assertion")),
        Page("record, source", "reader", noun("/records/{}/", "source")),
        Page("record, place", "reader", noun("/records/{}/", "place")),
        Page("record, figure", "reader", noun("/records/{}/", "figure")),
        Page("record, incident", "reader", noun("/records/{}/", "incident")),
        Page("record, new", "investigator", fixed("/records/new/assertion/")),
        Page("pick", "investigator", lambda: f"/records/pick/?targets=source&q={quote(of.word())}"),
        Page("map", "reader", fixed("/map/")),
        Page("map, points", "reader", fixed("/map/points/?box=24,45,26,47")),
        Page("map, points of words", "reader",
             lambda: f"/map/points/?q={quote(of.word(common=True))}"),
        Page("log", "auditor", fixed("/log/")),
        Page("log, acts", "auditor", fixed("/log/acts/")),
        Page("log, reads", "auditor", fixed("/log/reads/")),
        Page("disclosures", "owner", fixed("/disclosures/")),
        Page("disclosures, new", "owner", fixed("/disclosures/new/")),
        Page("disclosures, verify", "owner", fixed("/disclosures/verify/")),
        Page("uploads", "investigator", fixed("/add/")),
        Page("settings", "owner", fixed("/settings/")),
        Page("settings, terms", "owner", fixed("/settings/terms/")),
        Page("settings, places", "owner", fixed("/settings/places/")),
        Page("people of the desk", "owner", fixed("/accounts/people/")),
        Page("events", "owner", fixed("/accounts/people/events/")),
        Page("me", "reader", fixed("/accounts/me/")),
    ]  # fmt: skip
