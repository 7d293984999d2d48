"""What the desk keeps about people. Nothing here is a fact of the case."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from probatum.desk.people import browsers, names
from probatum.desk.people.roles import title
from probatum.model.roles import Role

INVITATION_DAYS = 7
IDLE_MINUTES = 30
LONGEST_HOURS = 12


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

    def owners(self) -> models.QuerySet:
        """People who may sign in as owner."""
        return self.filter(role=Role.OWNER, is_active=True)


class Person(AbstractBaseUser):
    """Somebody who signs in at the desk of this case. Never deleted: events name them."""

    class Theme(models.TextChoices):
        """Light or dark pages."""

        AUTO = "auto", _("As the device is set")
        LIGHT = "light", _("Light")
        DARK = "dark", _("Dark")

    class Graphic(models.TextChoices):
        """What happens with graphic material before anybody asks for it."""

        ASK = "ask", _("Hidden until I ask for it")
        BLURRED = "blurred", _("Blurred until I ask for it")
        SHOWN = "shown", _("Shown")

    class Language(models.TextChoices):
        """Languages of the pages, each in its own words: whoever is lost looks for those."""

        BROWSER = "", _("As the browser is set")
        ENGLISH = "en", "English"
        UKRAINIAN = "uk", "Українська"
        ARABIC = "ar", "العربية"

    sign_in_name = models.CharField(max_length=names.LONGEST, unique=True, validators=[names.check])
    display_name = models.CharField(max_length=200)
    role = models.CharField(max_length=20)
    language = models.CharField(max_length=10, blank=True, default="", choices=Language.choices)
    theme = models.CharField(max_length=10, default=Theme.AUTO, choices=Theme.choices)
    graphic_material = models.CharField(max_length=10, default=Graphic.ASK, choices=Graphic.choices)
    is_active = models.BooleanField(default=True)
    added_at = models.DateTimeField(default=timezone.now)
    must_change_password = models.BooleanField(default=False)

    objects = PersonManager()

    USERNAME_FIELD = "sign_in_name"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["display_name", "role"]

    class Meta:
        """Names of the table's rows."""

        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ("display_name", "pk")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(role__in=[role.value for role in Role]), name="known_role"
            )
        ]

    def __str__(self) -> str:
        return str(self.display_name)

    def get_full_name(self) -> str:
        """The name that goes into the log."""
        return str(self.display_name)

    @property
    def role_title(self) -> str:
        """The role's name in the language of the page."""
        return title(Role(self.role))

    def has_second_factor(self) -> bool:
        """Whether signing in asks for more than the password."""
        return bool(self.authenticator_set.exclude(type="recovery_codes").exists())


class BrowserSession(AbstractBaseSession):
    """One browser of one person; ended by deleting the row."""

    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="sessions")
    # What pages and events call it: whoever knows the session's key is signed in with it.
    # Not unique in the table: Django takes any refusal of a new row for a key that is in use, and
    # tries other keys for ever.
    public_id = models.UUIDField(default=uuid.uuid4, db_index=True, editable=False)
    began_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now)
    address = models.CharField(max_length=64, blank=True, default="")
    browser = models.CharField(max_length=300, blank=True, default="")

    @property
    def browser_name(self) -> str:
        """The browser as people call it."""
        return browsers.short(str(self.browser))

    @classmethod
    def get_session_store_class(cls) -> type:
        """The store that reads and writes these rows, as the settings name it."""
        store: type = import_string(settings.SESSION_ENGINE + ".SessionStore")
        return store


class Invitation(models.Model):
    """A link that works once; only the hash of what stands in it is kept."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    used_at = models.DateTimeField(null=True)

    @property
    def expires_at(self) -> object:
        """The moment from which the link opens nothing."""
        return self.made_at + timedelta(days=INVITATION_DAYS)


class Failure(models.Model):
    """One failed sign-in, counted for the name that was typed and for the address it came from.

    Names are kept as hashes: people type their password into the wrong field.
    """

    key = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """Counted by key and time."""

        indexes: ClassVar = [models.Index(fields=["key", "at"], name="failure_by_key")]


class Event(models.Model):
    """What happened to people, for owner and auditor. Names are kept as they were then."""

    kind = models.CharField(max_length=40)
    at = models.DateTimeField(default=timezone.now)
    about = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="events")
    about_name = models.CharField(max_length=200, blank=True, default="")
    by_name = models.CharField(max_length=200, blank=True, default="")
    address = models.CharField(max_length=64, blank=True, default="")
    was = models.CharField(max_length=200, blank=True, default="")
    now = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        """Read from the newest."""

        ordering = ("-pk",)


class Policy(models.Model):
    """What the owner decided for everybody in this case. One row."""

    second_factor_required = models.BooleanField(default=False)
    idle_minutes = models.PositiveSmallIntegerField(default=IDLE_MINUTES)
    longest_hours = models.PositiveSmallIntegerField(default=LONGEST_HOURS)

    @classmethod
    def current(cls) -> Policy:
        """The policy in force; the usual one where the owner decided nothing."""
        held: Policy | None = cls.objects.filter(pk=1).first()
        return held or cls(pk=1)
