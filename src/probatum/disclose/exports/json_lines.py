"""JSON Lines: one record a line, with every field; ``probatum record put`` reads them again."""

from __future__ import annotations

import msgspec

from probatum.disclose.exports import Exported
from probatum.model.nouns import plain

_encode = msgspec.json.Encoder().encode


def line(one: Exported) -> bytes:
    """Return one record as JSON without a line end; members before ``record`` are the log's."""
    said = {"id": one.id, "ref": one.ref, "index": one.index, "by": one.by, "at": one.at}
    return _encode(said | plain(one.record))
