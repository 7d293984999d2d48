"""``probatum citations``: whether citations still stand in the texts of their items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, cast

import typer

from probatum.cli.calls import Call
from probatum.cli.failing import described
from probatum.cli.wording import many, shown, table
from probatum.errors import UseError

if TYPE_CHECKING:
    from probatum.acts.check_citations import Because, Checked, Reanchored
    from probatum.cli.calls import Json

_QUOTED = 60  # characters of a quotation that the table shows


def citations(
    call: Call,
    subject: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="An item or a record; else the whole case.")
    ] = None,
    reanchor: Annotated[
        bool,
        typer.Option("--re-anchor", help="Give records whose citations moved a new version."),
    ] = False,
    why: Annotated[
        str | None, typer.Option("--why", help="The reason of the new versions.")
    ] = None,
    purpose: Annotated[
        str | None, typer.Option("--purpose", help="What for; goes into the access log.")
    ] = None,
) -> None:
    """Check citations against the newest texts.

    A citation is found again by its words and what stands round them. Nothing is changed without
    --re-anchor and --why; what is lost stays as it is. This is a read: it goes into the access log.
    Exit code 1 says that some are lost, that a text is damaged, or that a record could not be
    revised.
    """
    if reanchor != bool((why or "").strip()):
        raise UseError(
            "wrong-use", item="citations", expected="--re-anchor and --why together, or neither",
            found="one of them", remedy="say why the citations are to be moved",
        )  # fmt: skip
    done: Reanchored | None = None
    with call.session() as session:
        from probatum.acts.check_citations import BECAUSE, check_citations, re_anchor

        found = check_citations(session, subject, purpose)
        if reanchor:
            done = re_anchor(session, found, why or "")
        refs = {row.id: session.record_ref(row.number) for row, _ in done.refused} if done else {}
    if call.as_json:
        call.answer(_json(found, done))
    else:
        print(_page(found, BECAUSE, done is not None))
        if done is not None:
            print(f"{many(len(done.put), 'record')} revised.")
            for row, error in done.refused:
                print(f"{refs[row.id]} not revised: {described(error)}")
    wrong = any(each.standing == "lost" or each.because == "damaged" for each in found)
    if wrong or (done is not None and done.refused):
        raise typer.Exit(1)


def _page(found: list[Checked], because: Mapping[Because, str], reanchored: bool) -> str:
    if not found:
        return "No citations. None recorded is not none needed."
    parts = []
    rows = [_line(each, because) for each in found if each.standing != "same text"]
    if rows:
        parts += [table(("Record", "Field", "Item", "Stands", "Quotes"), rows), ""]
    counts = Counter(each.standing for each in found)
    told = [f"{counts['same text']:,} as they were", f"{counts['moved']:,} moved",
            f"{counts['lost']:,} LOST" if counts["lost"] else "0 lost",
            f"{counts['not checked']:,} not checked"]  # fmt: skip
    parts.append(f"{many(len(found), 'citation')}: " + ", ".join(told) + ".")
    if counts["moved"] and not reanchored:
        parts.append("Nothing was changed. To move them: probatum citations --re-anchor --why TEXT")
    return "\n".join(parts)


def _line(each: Checked, because: Mapping[Because, str]) -> tuple[str, ...]:
    old, now = each.citation, each.now
    stands: str = "LOST" if each.standing == "lost" else each.standing
    if now is not None:
        stands += f" {old.start}-{old.end} to {now.start}-{now.end}"
    if each.because is not None:
        stands += ": " + because[each.because]
    quoted = old.exact or ""
    if len(quoted) > _QUOTED:
        quoted = quoted[:_QUOTED] + " ..."
    return each.ref, each.field, each.item_ref or old.item, stands, shown(quoted)


def _json(found: list[Checked], done: Reanchored | None) -> dict[str, Json]:
    counts = Counter(each.standing for each in found)
    return {
        "same_text": counts["same text"], "moved": counts["moved"], "lost": counts["lost"],
        "not_checked": counts["not checked"],
        "citations": [_citation(each) for each in found],
        "revised": [] if done is None else [
            {"id": each.id, "ref": each.ref, "noun": each.noun, "entry": each.index}
            for each in done.put
        ],
        "refused": [] if done is None else [
            {"id": row.id, "error": error.as_dict()} for row, error in done.refused
        ],
    }  # fmt: skip


def _citation(each: Checked) -> dict[str, Json]:
    from probatum.model.citing import spelled

    return {
        "record": each.row.id, "ref": each.ref, "noun": each.row.noun, "field": each.field,
        "item": each.citation.item, "item_ref": each.item_ref, "standing": each.standing,
        "because": each.because, "citation": cast("Json", spelled(each.citation)),
        "now": None if each.now is None else cast("Json", spelled(each.now)),
    }  # fmt: skip
