"""Who may do what at a case that several people share.

Five roles, from the Berkeley Protocol's division of work: somebody answers for the case, somebody
collects and records, somebody checks, somebody reads, and somebody watches the others without
seeing the contents. A role binds a person of the desk; whoever holds the passphrase of the case or
writes its folder is bound by nothing but the log. Nothing is allowed that no table here names.

>>> may(Role.READER, Deed.READ), may(Role.READER, Deed.RECORD)
(True, False)
>>> may(Role.AUDITOR, Deed.READ)
False
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    """What somebody is at a case."""

    OWNER = "owner"
    INVESTIGATOR = "investigator"
    REVIEWER = "reviewer"
    READER = "reader"
    AUDITOR = "auditor"


class Deed(StrEnum):
    """A family of acts that a role allows or not."""

    READ = "read"  # contents: items, texts, records, search
    COLLECT = "collect"  # items into the case, working copies of them
    RECORD = "record"  # records, citations, suggestions, decisions about them
    REVIEW = "review"  # assessments, decisions about suggestions, reviews
    CLEAR = "clear"  # clearance, holds, consent, restrictions
    DISCLOSE = "disclose"  # packages, case files, exports, redacted copies
    ERASE = "erase"  # erasures
    WATCH = "watch"  # the log: acts and reads, checks of integrity
    MANAGE = "manage"  # people, keys, vocabulary, settings


_EVERYTHING = frozenset(Deed)
ALLOWED: Mapping[Role, frozenset[Deed]] = {
    Role.OWNER: _EVERYTHING,
    Role.INVESTIGATOR: _EVERYTHING - {Deed.ERASE, Deed.MANAGE},
    Role.REVIEWER: frozenset({Deed.READ, Deed.REVIEW, Deed.CLEAR, Deed.WATCH}),
    Role.READER: frozenset({Deed.READ}),
    Role.AUDITOR: frozenset({Deed.WATCH}),
}

# Kind of an entry -> the deeds of which one is needed to make it. Kinds that are not here are made
# by nobody with a role.
ENTRIES: Mapping[str, frozenset[Deed]] = {
    "intake/1": frozenset({Deed.COLLECT}),
    "acquire/1": frozenset({Deed.COLLECT}),
    "receipt/1": frozenset({Deed.COLLECT}),
    "derive/1": frozenset({Deed.COLLECT, Deed.RECORD, Deed.DISCLOSE}),
    "count_run/1": frozenset({Deed.RECORD, Deed.DISCLOSE}),
    "note/1": frozenset({Deed.RECORD, Deed.REVIEW}),
    "record/1": frozenset({Deed.RECORD, Deed.REVIEW, Deed.CLEAR}),
    "retract/1": frozenset({Deed.RECORD, Deed.REVIEW}),
    "box/1": frozenset({Deed.RECORD}),
    "clear/1": frozenset({Deed.CLEAR}),
    "hold/1": frozenset({Deed.CLEAR}),
    "release/1": frozenset({Deed.CLEAR}),
    "disclose/1": frozenset({Deed.DISCLOSE}),
    "leak_check/1": frozenset({Deed.DISCLOSE}),
    "recall/1": frozenset({Deed.DISCLOSE}),
    "erase/1": frozenset({Deed.ERASE}),
    "erased/1": frozenset({Deed.ERASE}),
    "check/1": frozenset({Deed.WATCH}),
    "held_by/1": frozenset({Deed.MANAGE}),
    "key/1": frozenset({Deed.MANAGE}),
    "adopt/1": frozenset({Deed.MANAGE}),
}

# Noun of a record -> the deeds of which one is needed. Any other noun needs RECORD, or REVIEW: what
# a reviewer accepts of a suggestion becomes records of all nouns that a reading proposes.
NOUNS: Mapping[str, frozenset[Deed]] = {
    "consent": frozenset({Deed.CLEAR}),
    "restriction": frozenset({Deed.CLEAR}),
    "redaction": frozenset({Deed.DISCLOSE}),
    "pseudonym": frozenset({Deed.DISCLOSE}),
    "vocabulary": frozenset({Deed.RECORD}),
    "exhibit": frozenset({Deed.COLLECT}),
    "handover": frozenset({Deed.COLLECT}),
    "statement": frozenset({Deed.COLLECT}),
}
_RECORDING = frozenset({Deed.RECORD, Deed.REVIEW})


def may(role: Role, deed: Deed) -> bool:
    """Say whether a role allows a deed."""
    return deed in ALLOWED[role]


def may_enter(role: Role, kind: str, noun: str | None = None) -> bool:
    """Say whether a role allows an entry of this kind, and for ``record/1`` of this noun."""
    needed = ENTRIES.get(kind, frozenset())
    if kind == "record/1":
        needed = NOUNS.get(noun or "", _RECORDING)
    return not needed.isdisjoint(ALLOWED[role])
