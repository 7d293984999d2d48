"""The first tables of the desk."""

from typing import ClassVar

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    """Jobs."""

    initial = True

    dependencies: ClassVar[list[tuple[str, str]]] = []

    operations = [
        migrations.CreateModel(
            name="Job",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("task", models.CharField(max_length=40)),
                ("given", models.JSONField(default=dict)),
                ("key", models.CharField(max_length=64)),
                ("by", models.CharField(max_length=200)),
                ("role", models.CharField(max_length=20)),
                ("state", models.CharField(default="waiting", max_length=10)),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("ended_at", models.DateTimeField(null=True)),
                ("step", models.CharField(blank=True, default="", max_length=200)),
                ("done", models.BigIntegerField(default=0)),
                ("total", models.BigIntegerField(default=0)),
                ("result", models.JSONField(default=dict)),
                ("error", models.JSONField(default=dict)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["state", "id"], name="job_by_state"),
                    models.Index(fields=["key"], name="job_by_key"),
                ],
            },
        ),
    ]
