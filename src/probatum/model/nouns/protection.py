"""What may be used how, what must not leave, and what was hidden in copies."""

from __future__ import annotations

from typing import Annotated, Literal

from probatum.model.record import Code, Language, Name, Record, Ref, Text, about, require
from probatum.model.values import Citation, Offset, Region, When


class Consent(Record, frozen=True, kw_only=True, tag="consent/1"):
    """What a person agreed to, for which uses and recipients, until it is withdrawn."""

    given_by: Annotated[Ref, about("source", "person")]
    covers: tuple[Annotated[Ref, about("item", "record")], ...]
    uses: tuple[Annotated[Code, about(vocabulary="use")], ...]
    recipients: tuple[Name, ...] = ()
    limits: Text | None = None
    language: Language | None = None
    obtained_by: Name | None = None
    given: When | None = None
    withdrawn: When | None = None
    citations: tuple[Citation, ...] = ()

    def check(self) -> None:
        """Consent is to something, for something."""
        require(self.covers and self.uses, "expected `covers` and `uses`")


class Restriction(Record, frozen=True, kw_only=True, tag="restriction/1"):
    """Why something must not be used or disclosed freely: lead only, a provider's terms, privilege.

    Lifted by retracting it.
    """

    covers: tuple[Annotated[Ref, about("item", "record")], ...]
    kind: Annotated[Code, about(vocabulary="restriction")]
    basis: Text
    recipients_allowed: tuple[Name, ...] = ()
    until: When | None = None

    def check(self) -> None:
        """It restricts something."""
        require(self.covers, "expected `covers`")


class Redaction(Record, frozen=True, kw_only=True, tag="redaction/1"):
    """What was hidden in a copy, why, and who approved it."""

    item: Annotated[Ref, about("item")]
    copy: Annotated[Ref, about("item")]
    code: Annotated[Code, about(vocabulary="redaction")]
    basis: Text
    approver: Name
    review: When | None = None
    spans: tuple[tuple[Offset, Offset], ...] = ()
    regions: tuple[Region, ...] = ()
    pages: tuple[Offset, ...] = ()


class Compartment(Record, frozen=True, kw_only=True, tag="compartment/1"):
    """Who may open a compartment; a record inside it, of which nothing shows outside.

    ``members`` hold its key, ``break_glass`` are two people who open it together.
    """

    name: Name
    members: tuple[Name, ...]
    break_glass: tuple[Name, ...] = ()

    def check(self) -> None:
        """Somebody holds the key; two people break the glass, or nobody."""
        require(self.members, "expected at least one person in `members`")
        require(len(set(self.break_glass)) in (0, 2), "expected two different people, or nobody")


class Pseudonym(Record, frozen=True, kw_only=True, tag="pseudonym/1"):
    """The name under which one recipient knows a protected person; another one knows another."""

    of: Annotated[Ref, about("source", "person")]
    recipient: Name
    name: Name
    kind: Literal["pseudonym", "code"] = "pseudonym"
