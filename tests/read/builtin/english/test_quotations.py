"""Where quotations open and close."""

import pytest

from probatum.read.builtin.english.quotations import quotations
from probatum.read.found import Mark


def quoted(text: str) -> list[str]:
    found = quotations(text, Mark(0, len(text)))
    return [text[one.inner.start : one.inner.end] for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "go" and "stay".', ["go", "stay"]),
        ("He said “go” and «stay».", ["go", "stay"]),
        ("Er sagte „geh“.", ["geh"]),
        ("'Go,' he said. 'I won't.'", ["Go,", "I won't."]),
        ("‘Go,’ he said. ‘I won’t.’", ["Go,", "I won’t."]),
        ("“He told me ‘run’ and left,” she said.", ["He told me ‘run’ and left,"]),
        ("The soldiers' boots weren't theirs in the '90s.", []),
        ("rock 'n' roll and 'em all", []),
        ("He was 6' 2\" tall.", []),
        ('She said: "We left', ["We left"]),
        ('A stray " mark.', []),
        ('""', []),
        ('" "', []),
        ("", []),
    ],
)
def test_quotations_are_found(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_left_open_says_so() -> None:
    text = '"We left'
    (one,) = quotations(text, Mark(0, len(text)))
    assert not one.closed


def test_quotations_of_a_paragraph_do_not_overlap() -> None:
    text = "“a ‘b “c” d’ e” 'f “g' h”"
    found = quotations(text, Mark(0, len(text)))
    ends = [0, *(one.outer.end for one in found)]
    assert all(one.outer.start >= end for one, end in zip(found, ends, strict=False))
