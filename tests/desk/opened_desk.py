"""An open desk with one person for each role, as tests of its pages use it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

NAMES = {
    "owner": "O. Owner", "investigator": "I. Investigator", "reviewer": "R. Reviewer",
    "reader": "D. Reader", "auditor": "A. Auditor",
}  # fmt: skip


@dataclass
class OpenedDesk:
    """The desk of a case that is open, and browsers of its people."""

    case: Path

    def client(self, role: str = "investigator") -> Any:
        """A browser in which the person of this role is signed in."""
        from django.test import Client

        from probatum.desk.people.models import Person

        client = Client(SERVER_NAME="localhost")
        client.force_login(Person.objects.get(sign_in_name=role))
        return client

    def stranger(self) -> Any:
        """A browser in which nobody is signed in."""
        from django.test import Client

        return Client(SERVER_NAME="localhost")

    @contextmanager
    def session(self, role: str = "owner") -> Iterator[Any]:
        """A turn at the case, past the pages."""
        from probatum.desk.holding import DESK
        from probatum.model.roles import Role

        with DESK.turns.of(NAMES[role], Role(role)) as session:
            yield session


@contextmanager
def opened(case: Path, folder: Path, passphrase: str) -> Iterator[OpenedDesk]:
    """Open the desk of a copy of a case in a folder; ``case`` has its state beside it."""
    from django.conf import settings
    from django.test import override_settings

    from probatum.desk.holding import DESK
    from probatum.desk.people.models import Person
    from probatum.model.roles import Role

    shutil.copytree(case.parent, folder / "desk")
    quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # not what is tested here
    with pytest.MonkeyPatch.context() as patch, override_settings(PASSWORD_HASHERS=quick):
        patch.setenv("XDG_STATE_HOME", str(folder / "desk" / "state"))
        assert settings.configured
        DESK.open(folder / "desk" / case.name, passphrase)
        try:
            for role in Role:
                if not Person.objects.filter(sign_in_name=role.value).exists():
                    Person.objects.make(
                        display_name=NAMES[role.value], sign_in_name=role.value, role=role,
                        password="an invented password",
                    )  # fmt: skip
            yield OpenedDesk(folder / "desk" / case.name)
        finally:
            DESK.close()
