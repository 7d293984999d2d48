"""``probatum search``: words and filters over items, texts, notes and records."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli.calls import Call
from probatum.cli.wording import columns, many, shown, wrapped

if TYPE_CHECKING:
    from probatum.acts.search import FacetValue, Found, FoundHit, Snippet
    from probatum.cli.calls import Json

# Private letters stand for the two ends of a word that was found, until a line is fit to print.
_BEGIN, _END = "\ue000", "\ue001"


def search(
    call: Call,
    query: Annotated[list[str], typer.Argument(metavar="QUERY...", help="Words and filters.")],
    limit: Annotated[
        int, typer.Option("--limit", min=1, max=1000, metavar="N", help="How many to show.")
    ] = 20,
    skip: Annotated[
        int, typer.Option("--skip", min=0, max=10**9, metavar="N", help="Leave out the first N.")
    ] = 0,
    facets: Annotated[bool, typer.Option("--facets", help="Count by kind, speaker, place.")] = (
        False
    ),
    purpose: Annotated[
        str | None, typer.Option("--purpose", help="What for; goes into the access log.")
    ] = None,
) -> None:
    """Search items, their texts, notes and records.

    Words must all occur; OR, NOT and brackets combine them, quotation marks make a phrase, shel* is
    the beginning of a word. Filters: kind:assertion stance:denies speaker:NAME place:NAME
    near:LAT,LON,KM when:2026-03..2026-04 collected:DATE label: language: source: incident:
    has:contradiction has:text is:suggestion is:retracted. After -- a query may begin with a minus.
    This is a read: it goes into the access log.
    """
    with call.session() as session:
        from probatum.acts import search as act

        found = act.search(
            session, " ".join(query), limit=limit, offset=skip,
            facets=act.FACETS if facets or call.as_json else (), purpose=purpose,
        )  # fmt: skip
    if call.as_json:
        call.answer(_json(found))
    else:
        print(_text(found, skip))


def _text(found: Found, skip: int) -> str:
    lines = []
    for hit in found.hits:
        lines += [*_hit(hit), ""]
    documents = many(found.searched, "document")
    if not found.total:
        lines.append(f"None found in {documents}. None recorded is not none exists.")
    elif not found.hits:
        lines.append(f"{found.total:,} of {documents} fit; no more than these.")
    else:
        last = skip + len(found.hits)
        part = f", {skip + 1:,} to {last:,} shown" if len(found.hits) < found.total else ""
        lines.append(f"{found.total:,} of {documents} fit{part}.")
        if last < found.total:
            lines.append(f"More: --skip {last}")
    for facet, values in found.facets.items():
        counts = ", ".join(f"{_value(value)} {value.documents:,}" for value in values)
        lines.append(wrapped(f"{facet.capitalize()}: {counts}", most=columns() or 10_000))
    for word, others in found.spelled.items():
        lines.append(f"Searched for {shown(word)} as well: {', '.join(map(shown, others))}")
    if found.without_text:
        lines.append(
            f"Not searched: the contents of {many(found.without_text, 'item')} from which no text"
            " was extracted; only their names were."
        )
    return "\n".join(lines)


def _value(value: FacetValue) -> str:
    return shown(value.value) or "(without a name)"


def _hit(found: FoundHit) -> list[str]:
    hit, item = found.hit, found.item
    words = [found.ref or (item.ref if item else None) or found.id, hit.kind.replace("_", " ")]
    if found.record is not None and item is not None and item.ref:
        words.append(f"about {item.ref}")
    elif hit.kind in ("text", "note") and item is not None and item.file_name:
        words.append(f"of {shown(item.file_name)}")
    if found.said is not None:
        words[-1] += f": {shown(found.said)}"
    if hit.suggestion:
        words.append("(suggested by a machine, decided by nobody)")
    if hit.retracted:
        words.append("(retracted)")
    lines = ["  ".join(words[:1] + [" ".join(words[1:])])]
    for part in (hit.title, hit.body):
        if part.text:
            lines.append(_marked(part))
    return lines


def _marked(part: Snippet) -> str:
    """Return a snippet on lines of a page, what was found in bold, or between asterisks."""
    made, at = [], part.start
    for first, last in part.spans:
        made += [_clean(part, at, first), _BEGIN, _clean(part, first, last), _END]
        at = last
    made.append(_clean(part, at, part.start + len(part.text)))
    before, after = part.cut
    text = ("... " if before else "") + "".join(made) + (" ..." if after else "")
    line = wrapped(shown(" ".join(text.split())), "    ", columns() or 10_000)
    bold = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    begin, end = ("\x1b[1m", "\x1b[22m") if bold else ("*", "*")
    return line.replace("\\ue000", begin).replace("\\ue001", end)


def _clean(part: Snippet, first: int, last: int) -> str:
    """Return a slice of the original in which nothing can pretend to be a mark of ours."""
    piece = part.text[first - part.start : last - part.start]
    return piece.replace(_BEGIN, "\ufffd").replace(_END, "\ufffd").replace("\\ue00", "\\\u200cue00")


def _json(found: Found) -> Json:
    return {
        "total": found.total,
        "searched": found.searched,
        "items_without_text": found.without_text,
        "hits": [_hit_json(hit) for hit in found.hits],
        "facets": {
            facet: [
                {"value": value.value, "documents": value.documents} for value in values
            ]
            for facet, values in found.facets.items()
        },
        "spelled": {word: list(others) for word, others in found.spelled.items()},
    }  # fmt: skip


def _hit_json(found: FoundHit) -> Json:
    hit = found.hit
    return {
        "id": found.id,
        "ref": found.ref,
        "kind": hit.kind,
        "said": found.said,
        "item": None if found.item is None else found.item.id,
        "item_ref": None if found.item is None else found.item.ref,
        "entry": hit.number,
        "title": _snippet_json(hit.title),
        "snippet": _snippet_json(hit.body),
        "suggestion": hit.suggestion,
        "retracted": hit.retracted,
    }


def _snippet_json(part: Snippet) -> Json:
    return {
        "text": part.text,
        "start": part.start,
        "spans": [list(span) for span in part.spans],
    }
