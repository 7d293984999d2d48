"""Whatever a reader says: what is proposed can become records, each after what it names."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from probatum.model.nouns import decode
from probatum.model.references import renamed
from probatum.read import host
from probatum.read.contract import Reading, Span, text_sha256
from probatum.read.extractor import Answer, Article
from probatum.read.proposing import NO_RECORD, Proposals, proposals, step_of
from read.readings import ARTICLE, TEXT, Fixed, reading

LONG = TEXT + "A line with no end. " * 400 + "\x00\u200b\u202e \N{PILE OF POO}12 killed"
ITEM = "a" * 32
MACHINE = {"extractor": "x", "version": "1"}
IDS = [f"{letter}{number}" for letter in "epdiafc" for number in (1, 2)] + ["a1-what", "../x"]
Plain = dict[str, Any]


def cite(span: Span) -> Plain:
    return {"item": ITEM, "start": span.start, "end": span.end, "exact": span.exact,
            "text_sha256": "0" * 64}  # fmt: skip


def proposed(found: Reading) -> Proposals:
    return proposals(found, ITEM, cite, MACHINE)


def all_hold(made: Proposals) -> None:
    known: dict[str, str] = {}
    for number, each in enumerate(made.taken, start=1):
        assert each.needs <= known.keys()
        known[each.name] = f"{number:032x}"
        fields = renamed(each.noun, each.fields, lambda name, _: known.get(name[1:], name))
        assert decode(msgspec.json.encode(fields)).noun == each.noun
        assert len(msgspec.json.encode(each.fields).decode()) <= 32_000
    assert not known.keys() & {each.id for each in made.rejected}


@st.composite
def spans(draw: st.DrawFn) -> Plain:
    start = draw(st.integers(0, len(LONG) - 1))
    end = draw(st.integers(start + 1, min(len(LONG), start + draw(st.sampled_from([9, 80, 8100])))))
    return {"start": start, "end": end, "exact": LONG[start:end]}


@st.composite
def suggestions(draw: st.DrawFn) -> Plain:
    name = st.sampled_from(IDS)
    names = st.lists(name, max_size=3)
    maybe, here = st.none() | name, draw(spans())
    kind = draw(st.sampled_from(["entity", "place", "incident", "assertion", "figure"]))
    found: Plain = {"kind": kind, "id": draw(name)}
    if kind in ("entity", "place"):
        found |= {"name": here["exact"][:400], "mentions": [here]}
        if kind == "entity":
            types = ["person", "organisation", "group", "publication"]
            found |= {"type": draw(st.sampled_from(types)), "role": draw(st.none() | st.text())}
        else:
            found |= {"gazetteer_id": draw(st.none() | st.text(min_size=1, max_size=9)),
                      "lat": draw(st.floats(-90, 90)), "lon": draw(st.floats(-180, 180)),
                      "precision_m": draw(st.integers(1, 2**53 - 1))}  # fmt: skip
    elif kind == "incident":
        types = st.lists(st.sampled_from(["killing", "shelling", "other"]), max_size=2)
        found |= {"mentions": [here], "types": draw(types), "places": draw(names)}
    elif kind == "figure":
        found |= {"span": here, "measure": "killed", "relation": "higher", "scope": draw(maybe),
                  "relative_to": draw(name), "source": draw(maybe),
                  "incident": draw(maybe)}  # fmt: skip
    else:
        stances = ["asserts", "reports", "denies", "disputes", "commits_to", "retracts"]
        types = ["occurrence", "attribution", "characterisation", "figure", "measure", "opinion",
                 "depiction", "intent", "event_place", "weapon", "status",
                 "act", "identity"]  # fmt: skip
        found |= {"content": here, "proposition": draw(st.sampled_from(types)),
                  "about": draw(names), "speaker": draw(maybe), "via": draw(names),
                  "voice": "attributed", "quoted": "direct", "figures": draw(names),
                  "stance": draw(st.sampled_from(stances)), "addressee": draw(maybe),
                  "speaker_count": draw(st.none() | st.integers(0, 9)),
                  "places": draw(names), "hedges": [draw(spans())]}  # fmt: skip
    return found


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(suggestions(), max_size=12))
def test_what_is_proposed_can_become_records(given: list[Plain]) -> None:
    article = Article(LONG, "en", None, "The Harbour Post")
    all_hold(proposed(host.read(article, Fixed(Answer(tuple(given), b""))).reading))


def test_all_of_an_ordinary_reading_is_proposed() -> None:
    made = proposed(reading())
    all_hold(made)
    assert made.rejected == ()
    assert {step_of(each.name) for each in made.taken} == {
        each.id for each in reading().suggestions if each.id != "d1"
    }


def assertion(name: str, *about: str, stance: str = "denies", **fields: object) -> Plain:
    return {"kind": "assertion", "id": name, "content": {"exact": "Norland denied"},
            "proposition": "occurrence", "voice": "attributed", "quoted": "indirect",
            "stance": stance, "about": about, **fields}  # fmt: skip


def read(*given: Plain) -> Proposals:
    answer = json_of(given)
    return proposed(host.read(ARTICLE, Fixed(Answer(tuple(answer), b""))).reading)


def json_of(given: object) -> list[object]:
    found: list[object] = msgspec.json.decode(msgspec.json.encode(given))
    return found


def test_circles_are_left_out_with_what_rests_on_them_and_counted() -> None:
    relayed = [assertion("a1", "a2", stance="reports"), assertion("a2", "a1", stance="reports"),
               assertion("a3", "a1", stance="reports")]  # fmt: skip
    made = read(*relayed, assertion("a4"))
    assert {each.name for each in made.taken} == {"a4-what", "a4"}
    assert {each.id for each in made.rejected} == {"a1", "a2", "a3"}


def test_chains_of_denials_end_at_what_was_said_first() -> None:
    chain = [assertion("a1", stance="asserts"),
             *(assertion(f"a{n}", f"a{n - 1}") for n in range(2, 400))]  # fmt: skip
    made = read(*reversed(chain))
    assert {each.fields["about"] for each in made.taken if each.noun == "assertion"} == {"@a1-what"}


def what(made: Proposals) -> dict[str, object]:
    """Return what each assertion is about."""
    return {each.name: each.fields["about"] for each in made.taken if each.noun == "assertion"}


def test_who_says_something_else_about_it_says_a_thing_of_its_own() -> None:
    claim = assertion("a1", stance="asserts")
    counter = assertion("a2", "a1", stance="asserts", content={"exact": "We were not there"})
    assert what(read(claim, counter)) == {"a1": "@a1-what", "a2": "@a2-what"}


def test_who_says_that_it_was_said_relays_it() -> None:
    relay = assertion("a2", "a1", stance="asserts", content={"exact": "Norland denied shelling"})
    assert what(read(assertion("a1", stance="asserts"), relay)) == {"a1": "@a1-what", "a2": "@a1"}


def test_who_did_it_is_not_denied_of_a_number() -> None:
    figure = {
        "kind": "figure",
        "id": "f1",
        "span": {"exact": "12 people"},
        "measure": "killed",
        "number_span": {"exact": "12"},
        "low": 12,
        "high": 12,
        "bound": "exact",
    }
    claim = assertion("a1", stance="asserts", proposition="figure", figures=["f1"])
    denial = assertion("a2", "a1", denies="attribution", content={"exact": "We were not there"})
    assert what(read(figure, claim, denial)) == {"a1": "@f1", "a2": "@a2-what"}


def test_what_has_no_room_in_a_suggestion_is_counted() -> None:
    speaker = {"kind": "entity", "id": "e1", "type": "person", "name": "Anna Tal",
               "mentions": [{"exact": "Anna Tal"}]}  # fmt: skip
    made = read(speaker, assertion("a1", via=["e1"] * 9_000))
    assert [(each.id, each.why) for each in made.rejected] == [("a1", NO_RECORD)]


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        ("the Tavrel Brigade", "source"),
        ("residents", "group"),
        ("residents of Dorna", "group"),
        ("Norland officials", "group"),
        ("Raiders", "group"),
    ],
)
def test_a_body_with_a_name_is_a_source_also_where_it_only_acts(name: str, noun: str) -> None:
    text = f"EXERCISE. Shells fell. It was {name}."
    mention = {"start": text.index(name), "end": len(text) - 1, "exact": name}
    found = {"kind": "entity", "id": "e1", "type": "group", "name": name, "mentions": [mention]}
    made = proposed(msgspec.convert(
        {"text_sha256": text_sha256(text), "language": "en", "suggestions": [found]}, Reading
    ))  # fmt: skip
    assert [each.noun for each in made.taken] == [noun]
