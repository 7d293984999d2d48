"""The host reads with any extractor, and trusts none."""

from __future__ import annotations

import json

import pytest

from probatum.errors import InputError
from probatum.read import host
from probatum.read.contract import Assertion, Entity
from probatum.read.extractor import Answer, Article
from read.readings import ARTICLE, TEXT, Fixed, at, reading


def test_a_reader_in_the_process_is_checked_like_any_other() -> None:
    liar = Entity(id="e1", type="person", name="Marta Oren", mentions=(at("Norland"),))
    done = host.read(ARTICLE, Fixed(reading(liar)))
    assert done.reading.suggestions == ()
    assert done.counted() == {"a name that does not follow from its mentions": 1}


def test_a_plug_in_gives_words_and_gets_spans() -> None:
    given = ({"kind": "entity", "id": "e1", "type": "person", "name": "Anna Tal",
              "mentions": [{"exact": "Anna Tal"}]},
             {"kind": "entity", "id": "e2", "type": "person", "name": "Nobody",
              "mentions": [{"exact": "Nobody"}]})  # fmt: skip
    done = host.read(ARTICLE, Fixed(Answer(given, b"raw", b"prompt")))
    [entity] = done.reading.suggestions
    assert isinstance(entity, Entity)
    assert entity.mentions == (at("Anna Tal"),)
    assert done.counted() == {"words that do not stand in the text": 1}
    assert (done.raw, done.prompt) == (b"raw", b"prompt")
    assert (done.reading.published, done.reading.publisher) == ("2025-05-08", "The Harbour Post")


def test_the_plain_form_is_the_contract_with_every_member() -> None:
    plain = json.loads(json.dumps(host.read(ARTICLE, Fixed(reading())).plain()))
    assert set(plain) == {"text_sha256", "language", "published", "publisher", "suggestions"}
    for each in plain["suggestions"]:
        if each["kind"] == "assertion":
            assert set(each) >= {"content", "proposition", "about", "speaker", "speaker_mention",
                                 "speaker_count", "basis", "voice", "via", "quoted", "cue",
                                 "stance", "hedges", "said_at", "places", "figures"}  # fmt: skip
            span = each["content"]
            assert TEXT[span["start"] : span["end"]] == span["exact"]


def test_a_language_of_a_country_is_read_as_the_language() -> None:
    article = Article(TEXT, "en-GB", ARTICLE.published, ARTICLE.publisher)
    done = host.read(article, Fixed(reading()))
    assert done.rejected == ()
    assert done.reading == reading()


def test_a_reader_that_makes_what_no_contract_knows_is_counted() -> None:
    odd = Entity(id="e1", type="army", name=7, mentions=None)  # type: ignore[arg-type]
    done = host.read(ARTICLE, Fixed(reading(odd, at("Norland"))))  # type: ignore[arg-type]
    assert done.counted() == {"not as the contract says": 2}


@pytest.mark.parametrize("answer", [None, [], "text", b"{}"])
def test_a_reader_that_answers_something_else_has_failed(answer: object) -> None:
    with pytest.raises(InputError) as refused:
        host.read(ARTICLE, Fixed(answer))
    assert refused.value.code == "extractor-failed"


def test_nothing_can_make_us_search_for_ever() -> None:
    text = "Norland denied. " * 60_000
    given = [{"kind": "entity", "id": f"e{n}", "type": "group", "name": "x",
              "mentions": [{"exact": f"nowhere {n}"}]} for n in range(20_000)]  # fmt: skip
    done = host.read(Article(text, "en"), Fixed(Answer(tuple(given), b"")))
    assert done.counted()["more searching than a reading may ask for"] > 19_000


def test_words_stand_where_they_are_nearest() -> None:
    text = "Norland. " * 3_000 + "Residents said that Norland. " + "Norland. " * 3_000
    given = {"kind": "assertion", "id": "a1", "content": {"exact": "Residents said that"},
             "proposition": "occurrence", "voice": "attributed", "quoted": "indirect",
             "stance": "asserts", "cue": {"exact": "Norland"}}  # fmt: skip
    [found] = host.read(Article(text, "en"), Fixed(Answer((given,), b""))).reading.suggestions
    assert isinstance(found, Assertion)
    assert found.cue is not None
    assert abs(found.cue.start - found.content.start) < 40
