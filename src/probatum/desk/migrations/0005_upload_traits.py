"""What a picture that waits carries of its making."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Traits of uploads."""

    dependencies: ClassVar = [("desk", "0004_reviewsitting")]

    operations: ClassVar = [
        migrations.AddField(
            model_name="upload", name="traits", field=models.JSONField(default=dict)
        )
    ]
