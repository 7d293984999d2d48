"""Checking a name and a password."""

from __future__ import annotations

from allauth.account.auth_backends import AuthenticationBackend

from probatum.desk.people.models import Person


class ByName(AuthenticationBackend):
    """allauth's, which spends the same time on unknown names; with our spelling of names."""

    def _authenticate_by_username(self, username: str, password: str) -> Person | None:
        person = Person.objects.filter(sign_in_name=username).first()
        checked: Person | None = self._check_password(person, password)
        return checked

    @classmethod
    def _stash_user(cls, user: Person | None) -> Person | None:
        """Nobody is remembered: somebody deactivated gets the answer of a wrong password."""
        return None
