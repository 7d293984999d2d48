"""The host reads with any extractor, and trusts none."""

from __future__ import annotations

import json

from probatum.read import host
from probatum.read.contract import Entity
from probatum.read.extractor import Answer
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
    assert (done.reading.published, done.reading.publisher) == ("2031-05-08", "The Harbour Post")


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
