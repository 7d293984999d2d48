"""The vocabularies: real definitions, codes that fit, closed ones that equal the types."""

from __future__ import annotations

import re
from typing import get_args, get_type_hints

import pytest

from probatum.model import vocab
from probatum.model.nouns.assertions import Assertion, Stance
from probatum.model.nouns.figures import Bound, Figure
from probatum.model.record import Why
from probatum.record.resolution import RULES


def words(hint: object) -> set[str]:
    """The words of a Literal, also where it may be None."""
    found: set[str] = set()
    for each in get_args(hint):
        found |= {each} if isinstance(each, str) else words(each)
    return found


@pytest.mark.parametrize("name", vocab.names())
def test_every_term_has_a_code_a_definition_and_where_it_comes_from(name: str) -> None:
    found = vocab.vocabulary(name)
    assert found.name == name
    codes = [term.code for term in found.terms]
    assert len(set(codes)) == len(codes) > 0
    for term in found.terms:
        assert re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,63}", term.code)
        assert term.definition.endswith("."), term.code
        assert term.definition.casefold().rstrip(".") != term.label.casefold()
        assert term.definition_source
        assert set(term.labels) <= {"uk", "ar"}
        assert all(term.labels.values())


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("stance", Stance),
        ("bound", Bound),
        ("unknown-reason", Why),
        ("voice", get_type_hints(Assertion)["voice"]),
        ("basis", get_type_hints(Assertion)["basis"]),
        ("method-claimed", get_type_hints(Figure)["method_claimed"]),
    ],
)
def test_a_closed_vocabulary_has_the_words_of_its_type(name: str, hint: object) -> None:
    assert not vocab.vocabulary(name).open
    assert vocab.codes(name) == words(hint)


def test_the_rules_of_resolution_have_their_terms() -> None:
    assert vocab.codes("resolution") == set(RULES)


def test_only_those_are_closed() -> None:
    closed = {name for name in vocab.names() if not vocab.vocabulary(name).open}
    assert closed == {"stance", "bound", "unknown-reason", "voice", "basis", "method-claimed"}
