"""What all records share: a noun with a version, labels, and what is unknown with its reason.

A record is what people and sources say; ``spec/record.md`` lists the nouns. Each version of one is
a ``record/1`` entry in which every field is a disclosure of its own. A field at its default is left
out: absent means *not stated here*, and ``unknown`` says why where somebody looked.

>>> from probatum.model.nouns.incidents import Incident
>>> Incident(title="Shelling of the mill road", unknown={"kind": "not-determined"}).noun
'incident'
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, ClassVar, Literal, TypeAlias

import msgspec

# ``$`` alone also fits before a line break at the end; ``(?!\n)`` keeps that out in every dialect
# of regular expressions: these patterns are published in the schemas.
Ref: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}$(?!\n)")]
"""The object id of a record or item: 32 lower-case hex digits."""

Text: TypeAlias = Annotated[str, msgspec.Meta(min_length=1, max_length=32_000)]
"""Words of a person; at most 32,000 characters (a longer text is an item).

Any character may stand in it: a quote is verbatim. Whoever shows it makes it harmless.
"""

Name: TypeAlias = Annotated[
    str,
    msgspec.Meta(
        min_length=1, max_length=500, pattern=r"^[^\x00-\x1f\x7f-\x9f\u2028\u2029]*$(?!\n)"
    ),
]
"""A short text on one line, without control characters: a name, a title, a label."""

Code: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][-_a-z0-9]{0,63}$(?!\n)")]
"""A term of a vocabulary (``probatum.model.vocab``), the case's own terms included."""

Language: TypeAlias = Annotated[
    str, msgspec.Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$(?!\n)", max_length=60)
]
"""A language tag (BCP 47)."""

Sha256: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$(?!\n)")]
"""A SHA-256 in lower-case hex."""

Country: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}$(?!\n)")]
"""A country (ISO 3166-1 alpha-2)."""

Count: TypeAlias = Annotated[int, msgspec.Meta(ge=0, le=2**53 - 1)]
"""A whole number of people or things, never negative."""

Why: TypeAlias = Literal[
    "not-stated", "not-asked", "refused", "withheld-by-source", "illegible", "not-determined",
    "not-searched", "conflicting",
]  # fmt: skip
"""Why a value is unknown."""


def about(*targets: str, vocabulary: str = "") -> msgspec.Meta:
    """Mark a field: the nouns (or families) a reference may name, or the vocabulary of a code."""
    shown: dict[str, object] = {"x-refers-to": list(targets)} if targets else {}
    if vocabulary:
        shown["x-vocabulary"] = vocabulary
    marked = {"targets": targets, "vocabulary": vocabulary}
    return msgspec.Meta(extra=marked, extra_json_schema=shown)


class Value(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True,
            omit_defaults=True):  # fmt: skip
    """A part of a record that is nothing by itself: a date, a citation, a name."""


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True,
             omit_defaults=True, tag_field="record"):  # fmt: skip
    """Base of all nouns. ``labels`` are the user's own words to find and group by."""

    family: ClassVar[str] = ""
    labels: tuple[Name, ...] = ()
    remark: Text | None = None
    unknown: dict[str, Why] = {}

    @property
    def noun(self) -> str:
        """The noun without its version."""
        return _noun_of(type(self))

    @property
    def tag(self) -> str:
        """The noun with its version, as the log has it: ``assertion/1``."""
        return str(type(self).__struct_config__.tag)

    def __post_init__(self) -> None:
        for name in self.unknown:
            if name not in self.__struct_fields__:
                raise ValueError("expected fields of this noun as names in `unknown`")
            if getattr(self, name) not in (None, ()):
                raise ValueError(f"expected `{name}` either given or in `unknown`")
        self.check()

    def check(self) -> None:
        """Raise ValueError if fields do not fit together; nouns say how."""


@cache
def _noun_of(struct: type[Record]) -> str:
    return str(struct.__struct_config__.tag).partition("/")[0]


def require(fits: object, said: str) -> None:
    """Raise ValueError with what was expected, unless ``fits``."""
    if not fits:
        raise ValueError(said)
