"""Files that are coming in."""

from typing import ClassVar

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Uploads."""

    dependencies = [
        ("desk", "0002_savedsearch"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Upload",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.CharField(max_length=32, unique=True)),
                ("file_name", models.CharField(max_length=1000)),
                ("path", models.CharField(blank=True, default="", max_length=4000)),
                ("size_bytes", models.BigIntegerField()),
                ("modified_at", models.CharField(blank=True, default="", max_length=40)),
                ("choice", models.CharField(blank=True, default="", max_length=10)),
                ("begun_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("arrived", models.BooleanField(default=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uploads",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
    ]
