"""Passages: what counts as one sentence, and what in it is quoted as a sentence of its own."""

import pytest

from probatum.read.builtin.english.passages import cuts


def passages(text: str) -> list[str]:
    return [text[one.mark.start : one.mark.end] for one in cuts(text)[1]]


def utterances(text: str) -> list[str]:
    return [
        text[one.inner.start : one.inner.end] for cut in cuts(text)[1] for one in cut.utterances
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("SUCEAVA (Corvina Wire) - Rockets hit the town.", "Rockets hit the town."),
        ("SOFIA, Dec. 15 — Gunmen took six monks.", "Gunmen took six monks."),
        ("URGENT: Shelling hits the station", "Shelling hits the station"),
        ("- The mayor denies the report.", "The mayor denies the report."),
        ("13.01 BREAKING Shots at the terminal", "Shots at the terminal"),
        ("5. The army denies it all.", "The army denies it all."),
        ("3/5 The militia posted a video.", "The militia posted a video."),
        ("4/: The militia posted a video.", "The militia posted a video."),
        ("(2) The militia posted a video.", "The militia posted a video."),
        ("(b) The militia posted a video.", "The militia posted a video."),
        ("Q: Who did it?", "Who did it?"),
        ("UN - and nothing more", "UN - and nothing more"),
    ],
)
def test_what_stands_before_a_first_sentence_is_left_out(text: str, first: str) -> None:
    assert passages(text) == [first]


def test_a_quotation_of_two_sentences_does_not_end_its_passage() -> None:
    text = '"We left. It was dark," she said. The road was empty.'
    assert passages(text) == ['"We left. It was dark," she said.', "The road was empty."]


def test_a_question_keeps_the_clause_that_says_who_asked() -> None:
    assert passages('"Why?" Anna Tal asked. Nobody knew.') == [
        '"Why?" Anna Tal asked.',
        "Nobody knew.",
    ]


def test_a_few_quoted_words_inside_a_clause_are_no_utterance() -> None:
    assert utterances('The raid was "deliberate and planned", he said.') == []
    assert utterances('He said: "It was planned."') == ["It was planned."]
    assert utterances('"It was planned," he said.') == ["It was planned,"]


def test_a_semicolon_divides_but_not_in_a_quotation_or_headline() -> None:
    assert len(passages('He said "the army left at dawn; we stayed where we were".')) == 1
    assert len(passages("Army left town at dawn; rebels stayed where they were")) == 1
    assert len(passages("The army left the town at dawn; the rebels stayed where they were.")) == 2


def test_marks_gone_wild_do_not_join_a_whole_text() -> None:
    text = '"a went. B" c "d. E" f ' * 4_000
    assert max(one.mark.end - one.mark.start for one in cuts(text)[1]) < 20_000
