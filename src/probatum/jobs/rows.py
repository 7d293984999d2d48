"""The rows of the link run whose pairs were looked at last, until an erasure or the end."""

from __future__ import annotations

from probatum.acts.remembered_rows import RememberedRows

ROWS = RememberedRows()
