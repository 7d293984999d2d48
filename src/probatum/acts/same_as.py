"""Say whether two records mean the same: yes, no, or undecided. Nothing is ever merged."""

from __future__ import annotations

from typing import Literal

from probatum.acts.meant import counting, lies_inside
from probatum.acts.put_record import Put, put
from probatum.acts.session import Session, require_writable
from probatum.errors import UseError
from probatum.model.nouns import SameAs, plain


def same_as(
    session: Session, first: str, second: str,
    answer: Literal["yes", "no", "undecided"], reasons: str,
) -> Put:  # fmt: skip
    """Record the judgement; of this person's earlier one about the two, it is the next version.

    Raises UseError ``unknown-id``, ``wrong-use`` (two kinds of things); InputError ``bad-record``,
    ``retracted``, ``erased``.
    """
    require_writable(session)
    pair = [counting(session, each) for each in (first, second)]
    kinds = [getattr(each, "noun", "item") for each in pair]
    if kinds[0] != kinds[1]:
        raise UseError(
            "wrong-use", item="the two records", expected="two of one noun",
            found=" and ".join(kinds), remedy="an identity/1 proposition ties unlike ones together",
        )  # fmt: skip
    ids = tuple(sorted(each.id for each in pair))
    if len(set(ids)) < 2:
        raise UseError(
            "wrong-use", item="the two records", expected="two different ones", found="one twice"
        )
    said = SameAs(between=ids, answer=answer, reasons=reasons)
    for row in session.index.naming(ids, ["same_as"]):
        if (
            isinstance(row.body, SameAs)
            and set(row.body.between) == set(ids)
            and row.by == session.by
            and not row.retracted
        ):
            return put(session, plain(said), id=row.id, why=reasons)
    return put(session, plain(said), inside=any(map(lies_inside, pair)))
