"""Quotations without a cue of their own: who speaks is carried over from what stands around."""

from tests.read.builtin.english.table import lines, only, said_in


def test_a_quotation_behind_its_attribution_keeps_the_speaker_without_a_cue() -> None:
    text = '"We left at night," said Anna Tal. "The road was dark. We had no lamp."'
    first, second = lines(text)
    assert first.speaker == second.speaker == "Anna Tal"
    assert second.cue is None
    assert second.content == "The road was dark. We had no lamp"


def test_a_quotation_in_the_next_paragraph_keeps_the_speaker() -> None:
    text = 'Anna Tal said the bridge fell.\n\n"I was on it."'
    assert [one.speaker for one in lines(text)] == ["Anna Tal", "Anna Tal"]


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    text = '"They came at night.\n\n"We ran to the river and hid," Anna Tal said.'
    assert [(one.content, one.speaker) for one in lines(text)] == [
        ("They came at night", "Anna Tal"),
        ("We ran to the river and hid", "Anna Tal"),
    ]


def test_somebody_who_was_introduced_speaks_the_quotation_that_follows() -> None:
    text = 'A cousin of the dead, who had walked all day, sat by the fence. "The chain was there."'
    assert [(one.content, one.speaker) for one in lines(text)] == [
        ("The chain was there", "A cousin")
    ]


def test_who_is_named_before_a_colon_speaks() -> None:
    text = 'Marcus, who was queueing for the boat: "Everyone hit the floor."'
    assert [(one.content, one.speaker) for one in lines(text)] == [
        ("Everyone hit the floor", "Marcus")
    ]


def test_a_quotation_that_never_closes_ends_with_its_paragraph() -> None:
    text = 'Anna Tal said: "We left.\nThe market stood empty.'
    assert [one.content for one in lines(text)] == ["We left"]


def test_a_headline_quotation_has_the_speaker_of_the_same_words_below() -> None:
    text = (
        "'They came back for the boys': a town without men\n\n"
        '"They came back for the boys," said Bette Osk.'
    )
    assert [one.speaker for one in lines(text)] == ["Bette Osk", "Bette Osk"]


def test_apostrophes_open_no_quotation() -> None:
    text = "The residents' claim that soldiers' wives hadn't left was denied in the '90s."
    assert [one.content for one in lines(text)] == ["soldiers' wives hadn't left"]


def test_fragments_make_the_content_mixed_and_whole_quotations_direct() -> None:
    assert only('The minister said the strike was "deliberate".').quoted == "mixed"
    assert only("The minister said the strike was deliberate.").quoted == "indirect"
    assert only('"It was deliberate," the minister said.').quoted == "direct"


def test_british_and_german_marks_are_quotations_too() -> None:
    for text in (
        "‘It was deliberate,’ the minister said.",
        "„It was deliberate“, the minister said.",
    ):
        (one,) = said_in(text)
        assert text[one.content.start : one.content.end] == "It was deliberate"
