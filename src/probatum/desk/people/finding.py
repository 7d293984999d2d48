"""How people are looked for and made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.base_user import BaseUserManager
from django.db.models import QuerySet

from probatum.desk.people import names
from probatum.model.roles import Role

if TYPE_CHECKING:
    from probatum.desk.people.models import Person


class PersonManager(BaseUserManager):
    """``Person.objects``."""

    def get_by_natural_key(self, username: str | None) -> Person:
        """The person with this sign-in name, in whichever spelling it was typed."""
        person: Person = self.get(sign_in_name=names.settled(username or ""))
        return person

    def make(
        self, *, display_name: str, sign_in_name: str, role: Role, password: str | None = None
    ) -> Person:
        """Add a person. Without a password nobody can sign in as them before they set one."""
        person: Person = self.model(
            display_name=display_name.strip(), sign_in_name=names.settled(sign_in_name), role=role
        )
        person.set_password(password)  # None: a password that nothing equals
        person.full_clean(exclude=["password"])
        person.save()
        return person

    def owners(self) -> QuerySet:
        """People who may sign in as owner."""
        return self.filter(role=Role.OWNER, is_active=True)
