"""The vocabularies: terms with a code, a label, a definition and where that comes from.

Each is a data file beside this module. A case extends them with ``vocabulary`` records of its own.

>>> from probatum.model.vocab import codes, vocabulary
>>> "killed" in codes("measure")
True
>>> vocabulary("measure").title
'What a figure counts'
"""

from __future__ import annotations

from functools import cache
from importlib import resources

import msgspec


class Term(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One term. ``labels`` are its translations by language tag, where they are our own."""

    code: str
    label: str
    definition: str
    definition_source: str
    labels: dict[str, str] = {}


class Vocabulary(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A list of terms. ``open`` ones may be extended by a case's own vocabulary record."""

    name: str
    title: str
    terms: tuple[Term, ...]
    open: bool = True


_decoder: msgspec.json.Decoder[Vocabulary] = msgspec.json.Decoder(Vocabulary)


@cache
def names() -> tuple[str, ...]:
    """Return the names of all vocabularies."""
    found = resources.files("probatum.model.vocab").iterdir()
    return tuple(sorted(each.name[:-5] for each in found if each.name.endswith(".json")))


@cache
def vocabulary(name: str) -> Vocabulary:
    """Return one vocabulary. Raises LookupError for a name that is none."""
    if name not in names():
        raise LookupError("no such vocabulary: " + name)
    file = resources.files("probatum.model.vocab").joinpath(name + ".json")
    return _decoder.decode(file.read_bytes())


@cache
def codes(name: str) -> frozenset[str]:
    """Return the codes of a vocabulary that Probatum brings."""
    return frozenset(term.code for term in vocabulary(name).terms)
