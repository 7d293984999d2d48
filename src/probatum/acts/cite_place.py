"""Citing a place that is no text: a region of a picture or page, a stretch of a recording.

What somebody saw or heard there is written down as a note, with the place in words that every
reader of the log understands, and that the desk finds its way back from (`place_in`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import msgspec

from probatum.acts.cite import cite
from probatum.acts.note_item import note
from probatum.acts.session import Session, require_writable
from probatum.errors import UseError
from probatum.model.values import Citation, Region

_SPAN = re.compile(r"\[characters (\d{1,9})-(\d{1,9}) of text ([0-9a-f]{64})\]\Z")
_REGION = re.compile(r"\[(?:page (\d{1,6}), )?region (\d{1,7}),(\d{1,7}),(\d{1,7}),(\d{1,7})\]\Z")
_TIME = re.compile(r"\[from (\d{1,10}) ms(?: to (\d{1,10}) ms)?\]\Z")


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation that was noted down, and the log position of the note."""

    citation: Citation
    index: int


def cite_words(
    session: Session, ref: str, remark: str, *, exact: str | None = None,
    span: tuple[int, int] | None = None, text_sha256: str | None = None,
) -> Cited:  # fmt: skip
    """Note down words of the text of an item with where they stand, and a remark about them.

    ``text_sha256`` is the text that the person saw: a newer one is refused. Raises as
    ``acts.cite.cite`` does.
    """
    found = cite(session, ref, exact=exact, span=span)
    if text_sha256 is not None and found.text_sha256 != text_sha256:
        raise UseError(
            "wrong-use", item="the text", expected="the newest one", found="an earlier one",
            remedy="load the page again: the text was extracted anew in the meantime",
        )  # fmt: skip
    place = f"[characters {found.start}-{found.end} of text {found.text_sha256}]"
    said = "\n".join(part for part in (remark.strip(), f"“{found.exact}”", place) if part)
    return Cited(found, note(session, ref, said))


def cite_region(
    session: Session, ref: str, remark: str, region: Region, page: int | None = None
) -> Cited:
    """Note down a rectangle of a picture, in pixels of it upright, or of a page in points."""
    item = _noted(session, ref, remark)
    found = Citation(item=item, region=region, page=page)
    numbers = f"{region.left},{region.top},{region.width},{region.height}"
    place = f"[region {numbers}]" if page is None else f"[page {page}, region {numbers}]"
    return Cited(found, note(session, ref, f"{remark.strip()}\n{place}"))


def cite_time(
    session: Session, ref: str, remark: str, from_ms: int, to_ms: int | None = None
) -> Cited:
    """Note down a moment or a stretch of a recording, in milliseconds from its beginning."""
    item = _noted(session, ref, remark)
    if to_ms is not None and to_ms < from_ms:
        raise UseError("wrong-use", item="the times", expected="an end behind the beginning",
                       found="one before it", remedy="change one of them")  # fmt: skip
    found = Citation(item=item, from_ms=from_ms, to_ms=to_ms)
    place = f"[from {from_ms} ms]" if to_ms is None else f"[from {from_ms} ms to {to_ms} ms]"
    return Cited(found, note(session, ref, f"{remark.strip()}\n{place}"))


def _noted(session: Session, ref: str, remark: str) -> str:
    require_writable(session)
    if not remark.strip():
        raise UseError("wrong-use", item="the remark", expected="what is to be seen or heard there",
                       found="nothing", remedy="say it in a few words")  # fmt: skip
    return session.live(ref).id


def place_in(text: str, item: str) -> tuple[str, Citation | None]:
    """Return a note without the place at its end, and that place as a citation."""
    body, _, last = text.rpartition("\n")
    try:
        if match := _SPAN.fullmatch(last):
            start, end = int(match[1]), int(match[2])
            quoted = _quoted(body, end - start)
            if quoted is None:
                return text, None
            said, exact = quoted
            return said, Citation(item=item, text_sha256=match[3], start=start, end=end,
                                  exact=exact)  # fmt: skip
        if match := _REGION.fullmatch(last):
            left, top, width, height = (int(match[number]) for number in (2, 3, 4, 5))
            region = Region(left=left, top=top, width=width, height=height)
            page = None if match[1] is None else int(match[1])
            return body, Citation(item=item, region=region, page=page)
        if match := _TIME.fullmatch(last):
            to_ms = None if match[2] is None else int(match[2])
            return body, Citation(item=item, from_ms=int(match[1]), to_ms=to_ms)
    except (msgspec.ValidationError, ValueError):
        pass
    return text, None


def _quoted(body: str, length: int) -> tuple[str, str] | None:
    """Return the remark and the quotation at the end of a note, which has so many characters."""
    if length <= 0 or not body.endswith("”") or body[-length - 2 : -length - 1] != "“":
        return None
    return body[: -length - 2].rstrip("\n"), body[-length - 1 : -1]
