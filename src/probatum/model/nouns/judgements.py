"""What analysts judge, what machines suggest, and what people decided about suggestions."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from probatum.model.record import (
    Code,
    Count,
    Name,
    Record,
    Ref,
    Sha256,
    Text,
    about,
    require,
)
from probatum.model.values import Citation, Machine, When


class Assessment(Record, frozen=True, kw_only=True, tag="assessment/1"):
    """A judgement with its reasons: reliability, authenticity, where and when a picture was taken.

    ``value`` is a term of the dimension, or words. A ``second_reviewer`` is another person, whose
    own assessment says whether they agree. ``independent_of`` lists assertions from which the
    target is judged to be independent.
    """

    target: Annotated[Ref, about("item", "record")]
    dimension: Annotated[Code, about(vocabulary="dimension")]
    value: Name
    reasons: Text
    place: Annotated[Ref, about("place")] | None = None
    when: When | None = None
    independent_of: tuple[Annotated[Ref, about("assertion")], ...] = ()
    citations: tuple[Citation, ...] = ()
    reviews: Annotated[Ref, about("assessment")] | None = None
    agrees: bool | None = None
    supersedes: Annotated[Ref, about("assessment")] | None = None

    def check(self) -> None:
        """A review says whether it agrees."""
        require((self.reviews is None) == (self.agrees is None),
                "expected `reviews` and `agrees` together")  # fmt: skip


class Suggestion(Record, frozen=True, kw_only=True, tag="suggestion/1"):
    """What a machine proposes: never a claim. It points at a place in an item.

    ``proposes`` is a record in JSON, of the noun ``proposed``; a person's decision makes it one.
    ``group`` is the reading that it belongs to, ``name`` what others of that reading call it: in
    their ``proposes``, ``@`` and that name stand for the record that it will become.
    """

    citations: tuple[Citation, ...]
    proposed: Code
    proposes: Annotated[str, msgspec.Meta(min_length=2, max_length=32_000)]
    machine: Machine
    group: Name | None = None
    name: Annotated[str, msgspec.Meta(pattern=r"^[a-z][-a-z0-9]{0,39}$(?!\n)")] | None = None


class Decision(Record, frozen=True, kw_only=True, tag="decision/1"):
    """What a person decided about a suggestion: *the source says this*, not *this is so*.

    ``made`` are the records that acceptance or correction created; ``same_as`` is the record of
    the case that the suggestion means, where a person said so instead. ``bulk`` is the filter of a
    bulk acceptance, which is not a review.
    """

    suggestion: Annotated[Ref, about("suggestion")]
    verdict: Literal["accepted", "corrected", "rejected"]
    made: tuple[Annotated[Ref, about("record")], ...] = ()
    same_as: Annotated[Ref, about("record")] | None = None
    reasons: Text | None = None
    bulk: Name | None = None

    def check(self) -> None:
        """A rejection makes nothing, an acceptance something, or it names what is there already."""
        came = bool(self.made) + (self.same_as is not None)
        require(came == (self.verdict != "rejected"),
                "expected `made` or `same_as`, and with rejected neither")  # fmt: skip


class Review(Record, frozen=True, kw_only=True, tag="review/1"):
    """That a person read a text to its end beside what a machine suggested about it.

    Counts are of the suggestions of ``group``, one reading. ``left_open`` were skipped; ``in_bulk``
    were accepted without being looked at; ``added`` is what the person found beside them.
    """

    item: Annotated[Ref, about("item")]
    group: Name
    text_sha256: Sha256
    extractor: Name
    version: Name
    accepted: Count
    corrected: Count
    rejected: Count
    in_bulk: Count
    left_open: Count
    added: Count
