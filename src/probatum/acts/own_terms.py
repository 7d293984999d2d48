"""The terms that a case adds to the vocabularies; a read."""

from __future__ import annotations

from collections.abc import Mapping

from probatum.acts.session import Session, require_writable
from probatum.model.nouns.vocabularies import Vocabulary
from probatum.model.vocab import Term


def own_terms(session: Session) -> Mapping[str, tuple[Term, ...]]:
    """Return vocabulary -> the case's own terms; logged before it is answered."""
    require_writable(session)
    session.catch_up()
    rows = [row for row in session.index.records(["vocabulary"]) if not row.retracted]
    if rows:
        session.saw_records("vocabularies", rows)
    found: dict[str, tuple[Term, ...]] = {}
    for row in rows:
        if isinstance(row.body, Vocabulary):
            terms = tuple(
                Term(code=each.code, label=each.label, definition=each.definition,
                     definition_source=session.record_ref(row.number),
                     labels={said.language: said.text for said in each.labels})
                for each in row.body.terms
            )  # fmt: skip
            found[row.body.name] = found.get(row.body.name, ()) + terms
    return found
