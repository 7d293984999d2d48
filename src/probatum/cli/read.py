"""``probatum read``: what a report or statement says, as suggestions tied to its characters."""

from __future__ import annotations

import os
import shlex
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli.calls import Call
from probatum.cli.gazetteer import preparing, unplaced
from probatum.cli.read_page import page, rejections
from probatum.cli.wording import many, shown, table
from probatum.errors import UseError

if TYPE_CHECKING:
    from probatum.acts.article import Stated
    from probatum.acts.carry_over import Carried
    from probatum.acts.extractors import Chosen
    from probatum.acts.read_item import ItemReading
    from probatum.cli.calls import Json

_MOST_LINES = 40


def read(
    call: Call,
    what: Annotated[
        str | None,
        typer.Argument(metavar="[PATH|ITEM]", help="A file, or the reference of an item."),
    ] = None,
    all_new: Annotated[
        bool, typer.Option("--all-new", help="All items that this reader has not read yet.")
    ] = False,
    again: Annotated[
        bool, typer.Option("--again", help="An item that was read: anew, decisions kept.")
    ] = False,
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help="Day of publication, YYYY-MM-DD."),
    ] = None,
    publisher: Annotated[
        str | None, typer.Option("--publisher", metavar="NAME", help="Whose own voice it is.")
    ] = None,
    language: Annotated[
        str | None, typer.Option("--language", metavar="CODE", help="en, uk, ru, ar; else told.")
    ] = None,
    country: Annotated[
        str | None,
        typer.Option("--country", metavar="CODE", help="Where it plays: its places come first."),
    ] = None,
    extractor: Annotated[
        str | None,
        typer.Option("--extractor", metavar="NAME", help="A reader that a package brings."),
    ] = None,
    program: Annotated[
        str | None,
        typer.Option("--program", metavar="COMMAND", help="A reader that speaks JSON lines."),
    ] = None,
    endpoint: Annotated[
        str | None,
        typer.Option("--endpoint", metavar="URL", help="A model server, OpenAI-compatible."),
    ] = None,
    model: Annotated[
        str | None, typer.Option("--model", metavar="NAME", help="The model of that server.")
    ] = None,
    allow_host: Annotated[
        list[str] | None,
        typer.Option("--allow-host", metavar="NAME", help="A server that is not this machine."),
    ] = None,
) -> None:
    """Read a report: who says what, where, when, how many.

    A file is only read and nothing is kept (one named like a reference: ./NAME). Of an item the
    suggestions are stored, for a person to decide about with `probatum review`. They say what the
    source says, not what is so. A server's key is taken from PROBATUM_ENDPOINT_KEY.
    """
    if (what is None) != all_new:
        raise UseError(
            "wrong-use", item="read", expected="a file or item, or --all-new",
            found="both" if all_new else "neither", remedy="probatum read REPORT.txt",
        )  # fmt: skip
    if again and (what is None or not _names_an_item(what)):
        raise UseError(
            "wrong-use", item="--again", expected="one item", remedy="probatum read ITEM --again",
            found="--all-new" if what is None else "a file, of which nothing is kept",
        )  # fmt: skip
    from probatum.acts.article import Stated
    from probatum.acts.extractors import Chosen

    stated = Stated(published, publisher, language, country)
    chosen = Chosen(
        extractor, _words(program), endpoint, model, tuple(allow_host or ()),
        os.environ.get("PROBATUM_ENDPOINT_KEY"),
    )  # fmt: skip
    if what is not None and not _names_an_item(what):
        _read_file(call, what, chosen, stated)
    else:
        _read_items(call, what, chosen, stated, again=again)


def _names_an_item(what: str) -> bool:
    """Say whether an item is meant: what looks like a reference or an id. A file is ./NAME then."""
    from probatum.model.ids import is_object_id, parse_reference

    if is_object_id(what.lower()):
        return True
    try:
        return parse_reference(what) is not None
    except UseError:  # a reference that was typed wrongly, or a file with such a name
        return not os.path.lexists(what)


def _words(command: str | None) -> tuple[str, ...]:
    try:
        return tuple(shlex.split(command or ""))
    except ValueError:
        raise UseError("wrong-use", item="--program", expected="a command",
                       found="one with an open quotation mark") from None  # fmt: skip


def _read_file(call: Call, path: str, chosen: Chosen, stated: Stated) -> None:
    from probatum.acts.extractors import opened
    from probatum.acts.read_path import read_path

    with opened(chosen, preparing=preparing()) as extractor:
        done = read_path(path, extractor, stated)
        doubts = [] if call.as_json else unplaced(extractor, done.outcome.reading)
    if call.as_json:
        call.answer(done.outcome.plain())
        return
    print(page(done.article.text, done.outcome.reading, done.outcome.counted(), done.encoding))
    for each in doubts:
        print(each)


def _read_items(
    call: Call, what: str | None, chosen: Chosen, stated: Stated, *, again: bool
) -> None:
    with call.session() as session:
        from probatum.acts.extractors import opened
        from probatum.acts.read_item import read_all_new, read_items
        from probatum.cli.progress import count_bar

        doubts: list[str] = []
        with opened(chosen, session, preparing()) as extractor, count_bar("Reading") as update:
            if what is None:
                done = read_all_new(session, extractor, stated, on_progress=update)
            else:
                done = read_items(
                    session, [what], extractor, stated, again=again, on_progress=update
                )
                kept = done[0].kept
                doubts = [] if call.as_json or kept is None else unplaced(extractor, kept.reading)
    if what is None:
        if call.as_json:
            call.answer({"items": [_json(each) for each in done]})
        else:
            print(_list(done))
        if any(each.done == "failed" for each in done):
            raise typer.Exit(1)
        return
    [only] = done
    if only.kept is None:
        if call.as_json:
            call.answer(_json(only))
        else:
            print(f"{only.row.ref} has no text: probatum text {only.row.ref} says why.")
        raise typer.Exit(1)
    if call.as_json:
        said = only.kept.plain()
        if only.carried is not None and isinstance(said, dict):
            said = {**said, "again": asdict(only.carried)}
        call.answer(said)
        return
    print(page(only.text, only.kept.reading, only.kept.rejected, ""))
    for each in doubts:
        print(each)
    before = " (read before)" if only.done == "known" else ""
    if only.carried is not None:
        print("\n" + _since(only.carried))
    left = only.suggested - (0 if only.carried is None else only.carried.carried)
    print(f"\n{many(left, 'suggestion')} to decide about{before}: "
          f"probatum review {only.row.ref}")  # fmt: skip


def _since(found: Carried) -> str:
    """Return what became of the reading before, in words."""
    lines = [
        f"Read anew. {many(found.carried, 'decision')} carried over, "
        f"{many(found.new, 'suggestion')} new, {found.still_open:,} open as before, "
        f"{found.gone:,} gone."
    ]
    if found.gone_decided:
        lines.append(f"Of those gone {found.gone_decided:,} were decided about: what they became "
                     "stays in the record.")  # fmt: skip
    return "\n".join(lines)


def _list(done: list[ItemReading]) -> str:
    rows = [
        (each.row.ref or each.row.id, _became(each), shown(each.row.file_name or ""))
        for each in done[:_MOST_LINES]
    ]  # fmt: skip
    lines = [table(("Reference", "Suggestions", "Name"), rows, right=[1])] if rows else []
    if len(done) > _MOST_LINES:
        lines.append(f"... and {len(done) - _MOST_LINES:,} more: use --json")
    counts = Counter(each.done for each in done)
    lines.append(f"{many(counts['read'], 'item')} read, {counts['no-text']} without a text.")
    if counts["failed"]:
        lines.append(f"{many(counts['failed'], 'item')} not read: the reader failed there. "
                     "They are new to it still: probatum read REFERENCE says why.")  # fmt: skip
    total: Counter[str] = Counter()
    for each in done:
        if each.kept is not None:
            total.update(each.kept.rejected)
    return "\n".join([*lines, *rejections(total)])


def _became(each: ItemReading) -> str:
    if each.done == "failed":
        return "failed"
    return "no text" if each.kept is None else str(each.suggested)


def _json(each: ItemReading) -> Json:
    return {
        "id": each.row.id,
        "ref": each.row.ref,
        "done": each.done,
        "reading": each.group,
        "suggested": each.suggested,
        "failure": each.failure,
        "rejected": {} if each.kept is None else dict(each.kept.rejected),
    }
