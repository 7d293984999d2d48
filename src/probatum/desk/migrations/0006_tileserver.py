"""The server of map pictures that an owner chose to ask."""

from typing import ClassVar

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    """One row, or none."""

    dependencies: ClassVar = [("desk", "0005_upload_traits")]

    operations: ClassVar = [
        migrations.CreateModel(
            name="TileServer",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False, auto_created=True,
                                           verbose_name="ID")),
                ("address", models.CharField(max_length=500)),
                ("credit", models.CharField(blank=True, default="", max_length=200)),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
    ]  # fmt: skip
