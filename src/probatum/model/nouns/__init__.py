"""The nouns of the record, one struct each, grouped by what they are about.

``NOUNS`` maps a noun to its struct. A *proposition* is a family of nouns: what may be true or
false. Only an ``assertion`` says who stands behind one.

>>> from probatum.model.nouns import NOUNS
>>> NOUNS["assertion"].__name__, NOUNS["figure"].family
('Assertion', 'proposition')
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Union

import msgspec

from probatum.model.nouns.assertions import Assertion
from probatum.model.nouns.figures import Figure, Measure
from probatum.model.nouns.incidents import Incident, IncidentLink
from probatum.model.nouns.inquiries import Inquiry, Search, Task
from probatum.model.nouns.items import Description, Exhibit, Handover, Link
from probatum.model.nouns.judgements import Assessment, Decision, Review, Suggestion
from probatum.model.nouns.people import Group, Person, SameAs
from probatum.model.nouns.places import Place
from probatum.model.nouns.propositions import (
    Act,
    Attribution,
    Characterisation,
    Depiction,
    EventPlace,
    EventTime,
    Identity,
    Intent,
    Involvement,
    Membership,
    Occurrence,
    Opinion,
    Status,
    Weapon,
)
from probatum.model.nouns.protection import Compartment, Consent, Pseudonym, Redaction, Restriction
from probatum.model.nouns.row_matches import RowMatch
from probatum.model.nouns.sources import Source, SourceGrade
from probatum.model.nouns.statements import Statement
from probatum.model.nouns.victim_lists import VictimList
from probatum.model.nouns.vocabularies import Vocabulary
from probatum.model.record import Record

_ALL: tuple[type[Record], ...] = (
    Source, SourceGrade, Statement, Person, Group, SameAs, Place, Incident, IncidentLink,
    Occurrence, Attribution, Characterisation, Intent, Status, Membership, Weapon, EventTime,
    EventPlace, Identity, Depiction, Figure, Measure, Opinion, Act, Involvement, Assertion,
    Assessment, Suggestion, Decision, Review, Description, Exhibit, Handover, Link, Inquiry, Task,
    Search, Consent, Restriction, Redaction, Pseudonym, Compartment, Vocabulary,
    VictimList, RowMatch,
)  # fmt: skip

NOUNS: Mapping[str, type[Record]] = {
    str(each.__struct_config__.tag).partition("/")[0]: each for each in _ALL
}

FAMILIES = frozenset(each.family for each in _ALL if each.family)

_decoder: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Union[_ALL])


def decode(text: bytes | str) -> Record:
    """Return the record that a JSON text spells; ``record`` in it names noun and version.

    Of two members of one name the last one counts: compare with ``plain`` where that matters.
    Raises msgspec.DecodeError, of which msgspec.ValidationError says which field does not fit.
    """
    return _decoder.decode(text)


def plain(record: Record) -> dict[str, object]:
    """Return a record as plain values, ``record`` among them, without what is at its default."""
    fields: dict[str, object] = msgspec.to_builtins(record)
    return fields


__all__ = [
    "FAMILIES",
    "NOUNS",
    "Act",
    "Assertion",
    "Assessment",
    "Attribution",
    "Characterisation",
    "Compartment",
    "Consent",
    "Decision",
    "Depiction",
    "Description",
    "EventPlace",
    "EventTime",
    "Exhibit",
    "Figure",
    "Group",
    "Handover",
    "Identity",
    "Incident",
    "IncidentLink",
    "Inquiry",
    "Intent",
    "Involvement",
    "Link",
    "Measure",
    "Membership",
    "Occurrence",
    "Opinion",
    "Person",
    "Place",
    "Pseudonym",
    "Redaction",
    "Restriction",
    "Review",
    "RowMatch",
    "SameAs",
    "Search",
    "Source",
    "SourceGrade",
    "Statement",
    "Status",
    "Suggestion",
    "Task",
    "VictimList",
    "Vocabulary",
    "Weapon",
    "decode",
    "plain",
]
