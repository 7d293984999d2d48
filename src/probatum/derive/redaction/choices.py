"""What is to be hidden, why, and who says so; and the copy that comes of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from probatum.errors import InputError, UseError

_CODE = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
MOST_REGIONS = 10_000
LARGEST = 10_000_000


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points ``start`` to ``end`` (exclusive) of a text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise wrong("a span", "START-END, START before END, both from 0", "another order")


@dataclass(frozen=True, slots=True, order=True)
class Region:
    """A rectangle, upright, from the upper left corner; ``right`` and ``bottom`` exclusive.

    Pixels of a picture; points (1/72 inch) of a page of a PDF. ``page`` counts from 1; None where
    there is only one.
    """

    page: int | None
    left: int
    top: int
    right: int
    bottom: int

    def __post_init__(self) -> None:
        fits = 0 <= self.left < self.right <= LARGEST and 0 <= self.top < self.bottom <= LARGEST
        if not fits or (self.page is not None and self.page < 1):
            raise wrong("a box", "[PAGE:]LEFT,TOP,RIGHT,BOTTOM in whole numbers, pages from 1",
                        "no rectangle")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Redaction:
    """A decision: hide these spans, or these regions, for this reason. Never both, never none."""

    code: str
    basis: str
    approver: str
    spans: tuple[Span, ...] = ()
    regions: tuple[Region, ...] = ()

    def __post_init__(self) -> None:
        require_code(self.code)
        if not self.basis.strip() or not self.approver.strip():
            raise wrong("a redaction", "a basis and an approver", "an empty text")
        if bool(self.spans) == bool(self.regions):
            raise wrong("a redaction", "spans or regions", "both or none")
        if len(self.spans) + len(self.regions) > MOST_REGIONS:
            raise wrong("a redaction", f"at most {MOST_REGIONS} places", "more")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the original text and where it is in the copy; a mark unless ``kept``."""

    start: int
    end: int
    copy_start: int
    copy_end: int
    kept: bool


@dataclass(frozen=True, slots=True)
class Copy:
    """A redacted copy. ``parameters`` is canonical JSON; it says nothing about what is hidden.

    ``pieces`` is the map of a text (empty otherwise); ``lost`` says what the copy has not that a
    reader of the original could see, each in a phrase.
    """

    data: bytes = field(repr=False)
    media_type: str
    tool: str
    tool_version: str
    parameters: str
    pages: int | None = None
    pieces: tuple[Piece, ...] = ()
    lost: tuple[str, ...] = ()


def require_code(code: str) -> str:
    """Return a code that can stand in a mark. Raises UseError ``wrong-use``."""
    if not _CODE.fullmatch(code):
        raise wrong("the code", "small letters a-z, digits and hyphens, for example "
                    "witness-protection", "another form")  # fmt: skip
    return code


def parse_spans(texts: Iterable[str]) -> tuple[Span, ...]:
    """Read ``START-END`` each. Raises UseError ``wrong-use``."""
    spans = []
    for text in texts:
        found = re.fullmatch(r"([0-9]{1,9})-([0-9]{1,9})", text.strip(), re.ASCII)
        if found is None:
            raise wrong("a span", "START-END in characters from 0, for example 10-25", "not that")
        spans.append(Span(int(found[1]), int(found[2])))
    return tuple(spans)


def parse_regions(texts: Iterable[str]) -> tuple[Region, ...]:
    """Read ``[PAGE:]LEFT,TOP,RIGHT,BOTTOM`` each. Raises UseError ``wrong-use``."""
    regions = []
    for text in texts:
        found = re.fullmatch(
            r"(?:([0-9]{1,6}):)?([0-9]{1,8}),([0-9]{1,8}),([0-9]{1,8}),([0-9]{1,8})",
            text.replace(" ", ""), re.ASCII,
        )  # fmt: skip
        if found is None:
            raise wrong("a box", "[PAGE:]LEFT,TOP,RIGHT,BOTTOM, for example 2:72,100,300,120",
                        "not that")  # fmt: skip
        page = None if found[1] is None else int(found[1])
        regions.append(Region(page, *(int(found[number]) for number in (2, 3, 4, 5))))
    return tuple(regions)


def on_pages(regions: Sequence[Region], pages: int) -> dict[int, list[Region]]:
    """Return the regions of each page, from 1. Raises UseError ``wrong-use``.

    With several pages each region must say which one: a box on the wrong page hides nothing.
    """
    chosen: dict[int, list[Region]] = {}
    for region in regions:
        if region.page is None and pages > 1:
            raise wrong("a box", f"its page, 1 to {pages}: PAGE:LEFT,TOP,RIGHT,BOTTOM", "no page")
        page = region.page or 1
        if page > pages:
            raise wrong("a box", f"a page from 1 to {pages}", f"page {page}")
        chosen.setdefault(page, []).append(region)
    return chosen


def wrong(item: str, expected: str, found: str, remedy: str = "") -> UseError:
    """Return the error for a choice that means nothing."""
    return UseError("wrong-use", item=item, expected=expected, found=found, remedy=remedy)


def cannot(found: str, expected: str = "", remedy: str = "") -> InputError:
    """Return the error for an original of which no redacted copy can be made."""
    return InputError(
        "cannot-redact", item="the redacted copy", expected=expected, found=found, remedy=remedy
    )
