"""Sentences of records in another language: whole, with their places, and for one person alone."""

from __future__ import annotations

import threading

from probatum.model.captions import caption
from probatum.model.nouns import Figure
from probatum.model.tongue import ENGLISH, Tongue, say, say_many, speaking

SAID = {"{who} did it": "fait par {who}", "{n} claims": "affirmations : {n}",
        "{number} {measure}": "{measure} : {number}", "at least {n}": "{n} ou plus"}  # fmt: skip
FRENCH = Tongue("fr", lambda one: SAID.get(one, one), lambda _one, many, _n: SAID.get(many, many))


def test_what_is_filled_in_may_stand_elsewhere_and_hold_braces() -> None:
    with speaking(FRENCH):
        assert say("{who} did it", who="{who}, {n}") == "fait par {who}, {n}"
        assert say_many("{n} claim", "{n} claims", 1200) == "affirmations : 1,200"
    assert say("{who} did it", who="X") == "X did it"
    assert say_many("{n} claim", "{n} claims", 1) == "1 claim"


def test_from_right_to_left_what_is_filled_in_stands_apart() -> None:
    with speaking(Tongue("ar", lambda one: one, rtl=True)):
        assert say("at {point}", point="-31.40, -17.20") == "at \u2068-31.40, -17.20\u2069"


def test_a_sentence_in_a_sentence_runs_from_the_right_whatever_it_begins_with() -> None:
    with speaking(Tongue("ar", lambda one: one, rtl=True)):
        for what in ("قتل", "Haldrevin"):
            inner = say("{what}, {place}", what=what, place="Dorna")
            assert say("{who}", who=inner) == f"\u2067{inner}\u2069"
        assert say("{who}", who="قتل") == "\u2068قتل\u2069"


def test_a_caption_is_said_in_the_language_and_terms_in_their_own_words() -> None:
    figure = Figure(measure="killed", low=12, bound="at_least")
    with speaking(FRENCH):
        assert caption(figure) == "killed : 12 ou plus"
    with speaking(Tongue("uk", lambda one: one)):
        assert "killed" not in caption(figure)
    assert caption(figure) == "at least 12 killed"


def test_another_thread_speaks_english_and_an_end_by_error_too() -> None:
    heard = []
    with speaking(FRENCH):
        other = threading.Thread(target=lambda: heard.append(say("{who} did it", who="X")))
        other.start()
        other.join()
        try:
            with speaking(ENGLISH):
                raise KeyError
        except KeyError:
            heard.append(say("{who} did it", who="Y"))
    assert heard == ["X did it", "fait par Y"]
