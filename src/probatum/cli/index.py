"""``probatum index``: the index, which can be made anew at any time."""

from __future__ import annotations

from probatum.cli.calls import Call
from probatum.cli.wording import many


def rebuild(call: Call) -> None:
    """Build the index anew from the log.

    All content passes by, so this is a read: it goes into the access log.
    """
    with call.session() as session:
        from probatum.acts.rebuild_index import rebuild as rebuild_index
        from probatum.cli.progress import count_bar

        with count_bar("Rebuilding") as update:
            taken = rebuild_index(session, update)
    if call.as_json:
        call.answer({"entries": taken})
    else:
        print(f"Index built from {many(taken, 'entry', 'entries')}.")
