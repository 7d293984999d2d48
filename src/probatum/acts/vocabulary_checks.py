"""What must hold of a case's own terms: a word means one thing, and none that is used goes away."""

from __future__ import annotations

from collections.abc import Set
from difflib import get_close_matches

from probatum.acts.record_reading import bad
from probatum.acts.session import Session
from probatum.errors import InputError
from probatum.index.record_queries import RecordRow
from probatum.model import vocab
from probatum.model.nouns import plain
from probatum.model.nouns.vocabularies import Term, Vocabulary
from probatum.model.references import marks

_MOST_NAMED = 5


def require_sound(session: Session, body: Vocabulary, revises: str | None = None) -> None:
    """Refuse terms that no record could use, or that mean something else already.

    ``revises`` is the record whose next version this is. Raises InputError ``bad-record``.
    """
    names = [name for name in vocab.names() if vocab.vocabulary(name).open]
    if body.name not in names:
        near = get_close_matches(body.name, names, n=3)
        raise bad(
            "name", "a vocabulary to which terms can be added",
            "a closed one" if body.name in vocab.names() else "another word",
            f"did you mean {' or '.join(near)}?" if near else "list them: probatum record terms",
        )  # fmt: skip
    ours = vocab.codes(body.name)
    for place, term in enumerate(body.terms):
        if term.code in ours:
            raise bad(
                f"terms[{place}].code", "a code of your own", "one that Probatum brings",
                "use that one as it is, or choose another code",
            )  # fmt: skip
        languages = [label.language for label in term.labels]
        if len(set(languages)) < len(languages):
            raise bad(f"terms[{place}].labels", "one label for each language", "two for one")
    others = _others(session, body.name, revises)
    for row in others:
        said = _ever_said(session, row)
        for place, term in enumerate(body.terms):
            if term.code in _codes(row) and term not in said:
                raise bad(
                    f"terms[{place}].code", "a code that no other vocabulary of the case has",
                    f"one of {session.record_ref(row.number)}, with another meaning",
                    "choose another code, or revise that one",
                )  # fmt: skip
    old = None if revises is None else session.index.record(revises)
    if old is not None and not old.retracted and isinstance(old.body, Vocabulary):
        kept = {term.code for term in body.terms} if old.body.name == body.name else set()
        _require_unused(session, old.body.name, _codes(old) - kept - ours, revises)


def require_unused(session: Session, row: RecordRow) -> None:
    """Refuse to withdraw terms that records use. Raises InputError ``bad-record``."""
    if isinstance(row.body, Vocabulary):
        _require_unused(session, row.body.name, _codes(row) - vocab.codes(row.body.name), row.id)


def _require_unused(session: Session, name: str, gone: Set[str], without: str | None) -> None:
    for row in _others(session, name, without):
        gone = gone - _codes(row)
    if not gone:
        return
    using = [
        session.record_ref(row.number)
        for row in session.index.records()
        if not row.retracted and row.body is not None and row.noun != "vocabulary"
        and any(mark.vocabulary == name and mark.value in gone
                for mark in marks(row.noun, plain(row.body)))
    ]  # fmt: skip
    if using:
        named = ", ".join(using[:_MOST_NAMED])
        if len(using) > _MOST_NAMED:
            named += f" (+ {len(using) - _MOST_NAMED})"
        raise InputError(
            "bad-record", item="terms", expected="every term that records use",
            found=f"one missing, which is used by {named}",
            remedy="keep it, or revise these records first",
        )  # fmt: skip


def _others(session: Session, name: str, without: str | None) -> list[RecordRow]:
    return [
        row for row in session.index.records(["vocabulary"])
        if row.id != without and not row.retracted
        and isinstance(row.body, Vocabulary) and row.body.name == name
    ]  # fmt: skip


def _codes(row: RecordRow) -> frozenset[str]:
    terms = row.body.terms if isinstance(row.body, Vocabulary) else ()
    return frozenset(term.code for term in terms)


def _ever_said(session: Session, row: RecordRow) -> list[Term]:
    """Return the terms of all versions: a file that is put again says what it said before."""
    bodies = [version.body for version in session.index.versions(row.id)]
    return [term for body in bodies if isinstance(body, Vocabulary) for term in body.terms]
