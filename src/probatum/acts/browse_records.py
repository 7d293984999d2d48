"""Records of some nouns by the page, newest first, or those that words find; a read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from probatum.acts.captions_of import captions_of
from probatum.acts.session import Session, require_writable
from probatum.acts.show_record import Listed
from probatum.errors import ProbatumError, UseError
from probatum.index.query_language import All, Any, Choice, Query, Words, parse
from probatum.index.record_queries import RecordRow
from probatum.index.search_words import tokens
from probatum.index.searching import Behind
from probatum.model.nouns import FAMILIES, NOUNS

PAGE = 25


@dataclass(frozen=True, slots=True)
class Browsed:
    """One page. ``next`` is the cursor of the next one as text, empty for the last page."""

    listed: tuple[Listed, ...]
    next: str


def browse_records(
    session: Session, what: str, nouns: Sequence[str], *,
    cursor: str = "", words: str = "", limit: int = PAGE,
) -> Browsed:  # fmt: skip
    """Return a page of records of these nouns (or families); logged as ``what`` first.

    ``words`` limits it to what search finds; a query that means nothing finds nothing. Raises
    UseError ``wrong-use`` for a noun or cursor that is none.
    """
    require_writable(session)
    session.catch_up()
    rows, behind = page_of(session, nouns, cursor=cursor, words=words, limit=limit)
    listed, others = listed_rows(session, rows)
    session.saw_records(what, list({row.id: row for row in (*rows, *others)}.values()))
    return Browsed(listed, behind)


def page_of(
    session: Session, nouns: Sequence[str], *, cursor: str, words: str, limit: int
) -> tuple[tuple[RecordRow, ...], str]:
    """Return the rows of a page and the next cursor; whoever asks logs them as seen."""
    wanted = nouns_called(nouns)
    if words.strip():
        return _found(session, wanted, cursor, words, limit)
    page = session.index.records_page(wanted, limit=limit, before=_number(cursor), retracted=False)
    return page.rows, "" if page.next is None else str(page.next)


def nouns_called(names: Iterable[str]) -> list[str]:
    """Return the nouns of these names and families. Raises UseError ``wrong-use``."""
    wanted: list[str] = []
    for each in names:
        if each in FAMILIES:
            wanted += [name for name, noun in NOUNS.items() if noun.family == each]
        elif each in NOUNS:
            wanted.append(each)
        else:
            raise UseError(
                "wrong-use", item="the noun", expected="a noun of spec/record.md", found="another"
            )  # fmt: skip
    return wanted


def listed_rows(
    session: Session, rows: Iterable[RecordRow]
) -> tuple[tuple[Listed, ...], list[RecordRow]]:
    """Return rows with reference and caption, and the records that were looked at for names.

    Who is protected has no name in a list.
    """
    some = list(rows)
    captions, others = captions_of(session, some)
    return tuple(
        Listed(
            row, session.record_ref(row.number),
            "" if getattr(row.body, "protected", False) else captions[row.id],
        )
        for row in some
    ), others  # fmt: skip


def _found(
    session: Session, nouns: Sequence[str], cursor: str, words: str, limit: int
) -> tuple[tuple[RecordRow, ...], str]:
    try:
        query = of_nouns(nouns, parse(words))
        behind = None if not cursor else _behind(cursor)
        answer = session.index.search(query, limit=limit + 1, facets=(), behind=behind)
    except ProbatumError:
        return (), ""
    ids = session.index.ids_at(hit.object for hit in answer.hits)
    rows = {row.id: row for row in session.index.some_records(ids.values())}
    hits = answer.hits[:limit]
    found = [rows[ids[hit.object]] for hit in hits if ids.get(hit.object) in rows]
    # Who is protected stands in the list under a reference; a name that finds it would tell whose.
    shown = tuple(row for row in found if not getattr(row.body, "protected", False))
    if len(answer.hits) <= limit:
        return shown, ""
    return shown, f"{hits[-1].score!r},{hits[-1].number}"


def of_nouns(nouns: Sequence[str], query: Query | None) -> Query:
    """Return a query limited to records of these nouns."""
    kinds = Any(tuple(Choice("kind", noun.replace("_", " ")) for noun in nouns))
    return kinds if query is None else All((kinds, query))


def begun(words: str) -> Query | None:
    """Return a query for words of which the last one is being typed; None without a word."""
    parts = tokens(words)[:8]
    if not parts:
        return None
    return All((*(Words((part,)) for part in parts[:-1]), Words((parts[-1],), prefix=True)))


def _number(cursor: str) -> int | None:
    if not cursor:
        return None
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) < 19):
        raise _no_cursor()
    return int(cursor)


def _behind(cursor: str) -> Behind:
    score, _, number = cursor.partition(",")
    try:
        return float(score), _number(number) or 0
    except ValueError:
        raise _no_cursor() from None


def _no_cursor() -> UseError:
    return UseError(
        "wrong-use", item="the page", expected="one that a page before it names", found="another",
        remedy="begin with the first page",
    )  # fmt: skip
