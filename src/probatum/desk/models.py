"""What the desk keeps beside its people: jobs, searches, uploads. No fact of the case is here."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Job(models.Model):
    """Something long that somebody wants done; ``key`` says whether it is the same again."""

    task = models.CharField(max_length=40)
    given = models.JSONField(default=dict)
    key = models.CharField(max_length=64)
    by = models.CharField(max_length=200)
    role = models.CharField(max_length=20)
    state = models.CharField(max_length=10, default="waiting")
    asked_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    step = models.CharField(max_length=200, blank=True, default="")
    done = models.BigIntegerField(default=0)
    total = models.BigIntegerField(default=0)
    result = models.JSONField(default=dict)
    error = models.JSONField(default=dict)

    class Meta:
        """Taken in their order."""

        indexes: ClassVar = [
            models.Index(fields=["state", "id"], name="job_by_state"),
            models.Index(fields=["key"], name="job_by_key"),
        ]

    @property
    def share(self) -> int | None:
        """How far it is, in percent; None if nobody knows."""
        return min(100, 100 * self.done // self.total) if self.total else None

    @property
    def is_open(self) -> bool:
        """Whether it waits or runs."""
        return self.state in ("waiting", "running")


class SavedSearch(models.Model):
    """A search that a person wants to make again, under a name of their own."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=100)
    query = models.CharField(max_length=2_000)
    kept_at = models.DateTimeField(default=timezone.now)

    class Meta:
        """A name means one search of a person."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "name"], name="search_by_name")
        ]


class Upload(models.Model):
    """A file that is coming in, or waits to be taken; its bytes lie encrypted beside the case."""

    class Choice(models.TextChoices):
        """What somebody who looked at it said."""

        TAKE = "take", _("Relevant")
        UNSURE = "unsure", _("Unsure")
        LEAVE = "leave", _("Not relevant")

    token = models.CharField(max_length=32, unique=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="uploads"
    )
    file_name = models.CharField(max_length=1000)
    path = models.CharField(max_length=4000, blank=True, default="")
    size_bytes = models.BigIntegerField()
    modified_at = models.CharField(max_length=40, blank=True, default="")
    choice = models.CharField(max_length=10, default="", blank=True)
    begun_at = models.DateTimeField(default=timezone.now)
    arrived = models.BooleanField(default=False)
    # Of a picture: format, camera, taken_at, likeness, edge. Goes with the row.
    traits = models.JSONField(default=dict)

    class Meta:
        """In the order in which they began."""

        ordering = ("pk",)


class TileServer(models.Model):
    """A server of map pictures that an owner chose to ask; no row: nobody is asked."""

    address = models.CharField(max_length=500)
    credit = models.CharField(max_length=200, blank=True, default="")
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)


class ReviewSitting(models.Model):
    """What a person did at the review of one reading: it is taken back press by press.

    ``presses`` are [step, ids of decisions, ids of judgements], the last one last; ``added`` counts
    what they recorded beside the suggestions.
    """

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    reading = models.CharField(max_length=32)
    presses = models.JSONField(default=list)
    added = models.PositiveIntegerField(default=0)

    class Meta:
        """One of a person for each reading."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "reading"], name="sitting_of_person")
        ]
