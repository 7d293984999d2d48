"""Citing the text of an item: from words or offsets to a citation, and back to the words.

A citation names its text by SHA-256. If that is a text of the item, its words must be the slice
that it says; a citation of a text that this case does not have is taken as it is.
"""

from __future__ import annotations

import re
from collections import OrderedDict

from probatum.acts.derived import derived_bytes
from probatum.acts.session import Session, require_writable
from probatum.derive.text.anchoring import quote
from probatum.errors import EvidenceError, InputError, UseError
from probatum.index.record_queries import DerivationRow
from probatum.model.citing import cited
from probatum.model.record import Record
from probatum.model.values import Citation

TEXT = "text"  # the operation of `derive/1`
MOST_CHARACTERS = 32_000  # of a quotation; ``model.record.Text``
_NAMED = 5  # places that are named where words stand in more than one
_COUNTED = 10_000
_TEXTS = 8  # texts that are kept while records are checked


def cite(
    session: Session, item: str, *, exact: str | None = None, span: tuple[int, int] | None = None
) -> Citation:
    """Return the citation of words, or of a span of code points, in an item's newest text.

    White space in ``exact`` may be other than in the text: the citation has that of the text. A
    logged read. Raises UseError ``wrong-use`` for words that do not stand there exactly once,
    ``unknown-id``; InputError ``erased``; EvidenceError for a damaged text.
    """
    require_writable(session)
    row = session.live(item)
    name = row.ref or row.id
    if (exact is None) == (span is None):
        raise UseError(
            "wrong-use", item="cite", expected="words or a span", found="both or neither",
            remedy="give --quote TEXT or --span START-END",
        )  # fmt: skip
    session.saw("text, to cite it", [row])
    made = newest_text(session, row.id)
    if made is None:
        raise UseError("wrong-use", item=name, expected="an item with a text", found="none",
                       remedy="make it: probatum extract " + name)  # fmt: skip
    text = derived_bytes(session, made).decode()
    start, end = span if span is not None else _place(text, exact or "", name)
    if not 0 <= start < end <= len(text) or end - start > MOST_CHARACTERS:
        raise UseError(
            "wrong-use", item="the span", found=f"{start}-{end}",
            expected=f"a start below its end, within 0-{len(text)} and at most "
            f"{MOST_CHARACTERS:,} characters",
        )  # fmt: skip
    return citation(row.id, text, start, end)


def citation(item: str, text: str, start: int, end: int) -> Citation:
    """Return the citation of a span of a text of an item."""
    made = quote(text, start, end)
    return Citation(
        item=item, text_sha256=made.text_sha256, start=start, end=end, exact=made.exact,
        prefix=made.prefix or None, suffix=made.suffix or None,
    )  # fmt: skip


def newest_text(session: Session, item: str) -> DerivationRow | None:
    """Return the newest extraction of an item that gave a text."""
    made = [each for each in session.index.derivations(item, TEXT) if each.sha256 is not None]
    return made[-1] if made else None


def _place(text: str, exact: str, name: str) -> tuple[int, int]:
    wanted = exact.strip()
    if not wanted or len(wanted) > MOST_CHARACTERS:
        raise UseError("wrong-use", item="the quote", found="none, or more",
                       expected=f"1 to {MOST_CHARACTERS:,} characters")  # fmt: skip
    # As it stands first; then with any white space: a terminal and a page break lines elsewhere.
    places = _places(re.escape(wanted), text)
    places = places or _places(r"\s+".join(map(re.escape, wanted.split())), text)
    if len(places) == 1:
        return places[0]
    if not places:
        raise UseError("wrong-use", item="the quote", expected=f"words of the text of {name}",
                       found="none that stand there",
                       remedy=f"copy them from: probatum text {name}")  # fmt: skip
    named = ", ".join(f"{start}-{end}" for start, end in places[:_NAMED])
    more = ", ..." if len(places) > _NAMED else ""
    count = f"{_COUNTED:,} or more" if len(places) == _COUNTED else f"{len(places):,}"
    raise UseError(
        "wrong-use", item="the quote", expected="words that stand once in the text",
        found=f"{count} places: {named}{more}",
        remedy="quote more words, or say which with --span START-END",
    )  # fmt: skip


def _places(pattern: str, text: str) -> list[tuple[int, int]]:
    """Return where a pattern fits, overlapping places included."""
    found: list[tuple[int, int]] = []
    compiled = re.compile(pattern)
    match = compiled.search(text)
    while match is not None and len(found) < _COUNTED:
        found.append(match.span())
        match = compiled.search(text, match.start() + 1)
    return found


class CitedTexts:
    """The texts that records under check cite; a few are kept, for many records cite one text."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._texts: OrderedDict[tuple[str, str], str | None] = OrderedDict()

    def of(self, item: str, sha256: str) -> str | None:
        """Return a text of an item by its SHA-256, None if there is none, or it is damaged.

        Nothing of it is shown to anybody, so this is no read; the integrity check reports damage.
        """
        name = item, sha256
        if name in self._texts:
            self._texts.move_to_end(name)
        else:
            self._texts[name] = self._load(item, sha256)
            if len(self._texts) > _TEXTS:
                self._texts.popitem(last=False)
        return self._texts[name]

    def _load(self, item: str, sha256: str) -> str | None:
        for made in self._session.index.derivations(item, TEXT):
            if made.sha256 == sha256:
                try:
                    return derived_bytes(self._session, made).decode()
                except EvidenceError:
                    return None
        return None


def require_exact(body: Record, texts: CitedTexts) -> None:
    """Refuse a citation whose words are not the slice of its text. Raises ``bad-record``."""
    for field, each in cited(body):
        if each.start is None or each.end is None or each.text_sha256 is None:
            continue
        text = texts.of(each.item, each.text_sha256)
        if text is not None and text[each.start : each.end] != each.exact:
            raise InputError(
                "bad-record", item=field + ".exact",
                expected="the characters from start to end of the text that text_sha256 names",
                found="others", remedy="probatum cite makes a citation out of a quote or a span",
            )  # fmt: skip
