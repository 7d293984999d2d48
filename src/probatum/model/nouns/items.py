"""What is known about items beyond their bytes, physical exhibits, and how items are related."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from probatum.model.record import Code, Language, Name, Record, Ref, Text, about, require
from probatum.model.values import Citation, NameForm, When


class Description(Record, frozen=True, kw_only=True, tag="description/1"):
    """What is known about an item. Four kinds of time are kept apart.

    ``created`` when the content came to be, ``published`` when it was made public, ``collected``
    when somebody got it; when it was recorded is the log's. ``status`` says whether it is the
    evidentiary original.
    """

    item: Annotated[Ref, about("item")]
    title: Name | None = None
    kind: Annotated[Code, about(vocabulary="item-kind")] | None = None
    status: Literal["evidentiary-original", "working-copy", "derived"] | None = None
    created: When | None = None
    published: When | None = None
    collected: When | None = None
    author: tuple[NameForm, ...] = ()
    publisher: Annotated[Ref, about("source")] | None = None
    language: Language | None = None
    device: Name | None = None
    clock_offset_seconds: Annotated[int, msgspec.Meta(ge=-(2**40), le=2**40)] | None = None
    incident: Annotated[Ref, about("incident")] | None = None
    url: Name | None = None


class Exhibit(Record, frozen=True, kw_only=True, tag="exhibit/1"):
    """A physical item: its custody record is where the chain to bytes ends."""

    number: Name
    what: Text
    seal: Name | None = None
    finder: Name | None = None
    found: When | None = None
    place: Annotated[Ref, about("place")] | None = None
    kept_at: Name | None = None
    photographs: tuple[Annotated[Ref, about("item")], ...] = ()
    incident: Annotated[Ref, about("incident")] | None = None


class Handover(Record, frozen=True, kw_only=True, tag="handover/1"):
    """An exhibit passed from one keeper to the next."""

    exhibit: Annotated[Ref, about("exhibit")]
    given_by: Name
    taken_by: Name
    when: When
    seal_intact: bool | None = None
    reason: Text | None = None


class Link(Record, frozen=True, kw_only=True, tag="link/1"):
    """How one item stands to another: the first is this of the second."""

    item: Annotated[Ref, about("item")]
    relation: Literal[
        "part_of", "attachment_of", "translation_of", "transcript_of", "redacted_version_of",
        "working_copy_of", "reprint_of", "answers", "same_scene_as",
    ]  # fmt: skip
    of: Annotated[Ref, about("item")]
    maker: Name | None = None
    citations: tuple[Citation, ...] = ()

    def check(self) -> None:
        """Two different items."""
        require(self.item != self.of, "expected two different items")
