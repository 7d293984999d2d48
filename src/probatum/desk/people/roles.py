"""What the roles of ``model.roles`` are called, and in one sentence what each may do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from django.utils.translation import gettext, pgettext

from probatum.model.roles import Role


@dataclass(frozen=True, slots=True)
class Told:
    """A role in the language of the page."""

    value: str
    title: str
    sentence: str


def told() -> list[Told]:
    """All roles, the one that may do most first."""
    return [Told(role.value, title(role), sentence(role)) for role in Role]


def choices() -> list[tuple[str, str]]:
    """Values and titles for a form."""
    return [(role.value, title(role)) for role in Role]


def title(role: Role) -> str:
    """The role's name in the language of the page."""
    match role:
        case Role.OWNER:
            return str(pgettext("role", "Owner"))
        case Role.INVESTIGATOR:
            return str(pgettext("role", "Investigator"))
        case Role.REVIEWER:
            return str(pgettext("role", "Reviewer"))
        case Role.READER:
            return str(pgettext("role", "Reader"))
        case Role.AUDITOR:
            return str(pgettext("role", "Auditor"))
        case _ as never:
            assert_never(never)


def sentence(role: Role) -> str:
    """What a person with this role may do."""
    match role:
        case Role.OWNER:
            return str(gettext("Does everything, and decides who works here and what they may do."))
        case Role.INVESTIGATOR:
            return str(
                gettext("Collects, records, reviews, discloses; neither erases nor manages.")
            )
        case Role.REVIEWER:
            return str(gettext("Reads, checks what others recorded, and decides what may leave."))
        case Role.READER:
            return str(gettext("Reads and searches; changes nothing."))
        case Role.AUDITOR:
            return str(gettext("Sees who did and read what, but not the contents of the case."))
        case _ as never:
            assert_never(never)
