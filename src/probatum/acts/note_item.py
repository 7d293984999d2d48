"""Write a note about an item."""

from __future__ import annotations

from probatum.acts.session import Session, require_writable
from probatum.errors import UseError
from probatum.model.kinds import Note

MAX_TEXT_BYTES = 32 << 10


def note(session: Session, ref: str, text: str) -> int:
    """Record a remark; return its log position. Raises UseError ``too-large`` above 32 KiB."""
    require_writable(session)
    row = session.live(ref)
    size = len(text.encode())
    if not text.strip():
        raise UseError("wrong-use", item="the note", expected="some text", found="none",
                       remedy="give the text in quotes, or - to read it")  # fmt: skip
    if size > MAX_TEXT_BYTES:
        raise UseError(
            "too-large", item="the note", expected=f"at most {MAX_TEXT_BYTES} bytes",
            found=str(size), remedy="write it into a file and add that as an item",
        )  # fmt: skip
    return session.record((row.id, Note(by=session.by, at=session.now(), text=text)))[0]
