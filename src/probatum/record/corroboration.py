"""How many distinct origins support a proposition, and which of them somebody judged independent.

Each proposition stands for itself: that deaths are corroborated says nothing of who did it. Those
that hang on this one are counted beside it, to show this.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from probatum.model.letters import fold
from probatum.model.nouns import plain
from probatum.model.nouns.judgements import Assessment
from probatum.model.nouns.propositions import (
    Attribution,
    Characterisation,
    Intent,
    Involvement,
    Proposition,
)
from probatum.model.references import renamed
from probatum.model.tongue import say, say_many
from probatum.record.board import Known
from probatum.record.origins import Origins, independence, origins
from probatum.record.reprints import Reprints
from probatum.record.weighing import Claim, Weighed, Withdrawal, bearing, in_log_order

_HANGING: tuple[type[Proposition], ...] = (Attribution, Involvement, Characterisation, Intent)
_NOT_CONTENT = ("text", "labels", "remark", "unknown", "number_text")


@dataclass(frozen=True, slots=True)
class Independence:
    """Two origins (numbers from 1) that an analyst judged to be independent."""

    one: int
    other: int
    judged: Known[Assessment]


@dataclass(frozen=True, slots=True)
class Corroboration:
    """The support of one proposition. ``also`` are records of the same content, counted with it.

    ``independent`` is the greatest number of origins that were judged independent pairwise, None
    if nobody judged. ``beside`` are propositions that hang on this one, each with its own origins.
    """

    proposition: Known[Proposition]
    also: tuple[Known[Proposition], ...]
    origins: Origins
    independence: tuple[Independence, ...]
    independent: int | None
    against: tuple[Claim, ...]
    neither: tuple[Claim, ...]
    relays: tuple[Claim, ...]
    withdrawn: tuple[Withdrawal, ...]
    beside: tuple[tuple[Known[Proposition], Origins], ...]
    words: str


def corroboration(
    weighed: Weighed, reprints: Reprints, proposition: Known[Proposition]
) -> Corroboration:
    """Return the support of a proposition, each group of claims with why it is one origin."""
    also = _of_one_content(weighed, proposition)
    ids = [proposition.id, *(known.id for known in also)]
    found = origins(weighed, reprints, _supporters(weighed, ids))
    judged = independence(weighed, found)
    independent = _most_independent(set(judged)) if judged else None
    claims = in_log_order(claim for one in ids for claim in weighed.board.about(one))
    return Corroboration(
        proposition, also, found,
        tuple(Independence(*pair, known) for pair, known in sorted(judged.items())), independent,
        tuple(claim for claim in claims if bearing(claim.record.stance) == "opposes"),
        tuple(claim for claim in claims if bearing(claim.record.stance) == "neither"),
        in_log_order(claim for one in ids for claim in weighed.relays(one)),
        tuple(weighed.withdrawn[claim.id] for claim in claims if claim.id in weighed.withdrawn),
        tuple(
            (known, origins(weighed, reprints, weighed.supporters(known.id)))
            for known in _hanging_on(weighed, proposition)
        ),
        in_words(found, independent),
    )  # fmt: skip


def in_words(found: Origins, independent: int | None = None) -> str:
    """Return the answer as a person reads it; *independent* only if somebody judged it."""
    if not found.high:
        return say("no origin recorded")
    span = str(found.high) if found.low == found.high else f"{found.low}-{found.high}"
    words = say_many("{span} distinct origin recorded", "{span} distinct origins recorded",
                     found.high, span=span)  # fmt: skip
    if found.high < 2:
        return words
    if independent is None:
        return words + "; " + say("whether any two are independent was not assessed")
    return words + "; " + say("{n} of them assessed as independent of one another", n=independent)


def _supporters(weighed: Weighed, ids: list[str]) -> list[Claim]:
    return [claim for one in ids for claim in weighed.supporters(one)]


def _of_one_content(
    weighed: Weighed, proposition: Known[Proposition]
) -> tuple[Known[Proposition], ...]:
    content = _content(weighed, proposition)
    return tuple(
        known
        for known in weighed.board.of(type(proposition.record))
        if known.id != proposition.id and _content(weighed, known) == content
    )


def _content(weighed: Weighed, known: Known[Proposition]) -> object:
    """Return what makes two propositions the same one: values, not the words beside them."""
    fields = renamed(known.noun, plain(known.record), lambda value, _: weighed.same.root(value))
    bare = {name: value for name, value in fields.items() if name not in _NOT_CONTENT}
    # Where nothing but words says what is meant, the words count.
    if set(bare) <= {"record", "incident", "kind", "act", "actor", "stage", "when", "place"}:
        bare["text"] = fold(known.record.text or "")
    return bare


def _hanging_on(
    weighed: Weighed, proposition: Known[Proposition]
) -> tuple[Known[Proposition], ...]:
    if isinstance(proposition.record, _HANGING):
        return ()
    incident = proposition.record.incident
    found = []
    for kind in _HANGING:
        for known in weighed.board.of(kind):
            act = getattr(known.record, "act", None)
            theirs = known.record.incident
            of_incident = (
                act is None and incident is not None and theirs is not None
                and weighed.same.same(incident, theirs)
            )  # fmt: skip
            if act == proposition.id or of_incident:
                found.append(known)
    return tuple(sorted(found, key=lambda known: (known.index, known.id)))


def _most_independent(pairs: set[tuple[int, int]]) -> int:
    """Return the size of the largest set of origins of which every two were judged."""
    numbers = sorted({number for each in pairs for number in each})[:12]
    for size in range(len(numbers), 2, -1):
        for chosen in combinations(numbers, size):
            if all(each in pairs for each in combinations(chosen, 2)):
                return size
    return 2
