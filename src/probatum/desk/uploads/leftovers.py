"""Bytes of which the desk knows nothing: the process ended between two steps."""

from __future__ import annotations

from probatum.acts.uploads import Uploads
from probatum.desk.models import Upload


def remove_leftovers(uploads: Uploads) -> int:
    """Remove them; return how many there were."""
    known = set(Upload.objects.values_list("token", flat=True))
    lost = [token for token in uploads.ids() if token not in known]
    for token in lost:
        uploads.discard(token)
    return len(lost)
