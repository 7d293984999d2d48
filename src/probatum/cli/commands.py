"""The tree of commands: which function answers to which name."""

from __future__ import annotations

from typing import Annotated

import typer

import probatum
from probatum.cli import (
    add,
    asof,
    case,
    casefile,
    check,
    checkpoint,
    citations,
    cite,
    clear,
    compartment,
    contradictions,
    corroboration,
    count,
    demo,
    disclose,
    disclosures,
    erase,
    export,
    extract,
    gazetteer,
    get,
    history,
    hold,
    incident,
    index,
    init,
    key,
    list_items,
    log,
    note,
    read,
    receive,
    record_decide,
    record_judge,
    record_put,
    record_schema,
    record_show,
    redact,
    release,
    review,
    search,
    show,
    text,
    timeline,
    up,
    verify,
)
from probatum.cli.calls import Call, command, group, root
from probatum.cli.front_page import FrontPage

app = typer.Typer(
    cls=FrontPage,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"probatum {probatum.__version__}")
        raise typer.Exit


@root(app)
def _root(
    _call: Call,
    version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=_print_version, help="Print the version."
        ),
    ] = False,
) -> None:
    """Collect, preserve, disclose and verify evidence so that tampering shows."""


command(app, "init")(init.init)
command(app, "add")(add.add)
command(app, "list")(list_items.list_items)
command(app, "show")(show.show)
command(app, "get")(get.get)
command(app, "extract")(extract.extract)
command(app, "text")(text.text)
command(app, "read")(read.read)
command(app, "review")(review.review)
_gazetteer = group(app, "gazetteer", "Names of places: what is known of them, and your own.")
command(_gazetteer, "build")(gazetteer.build)
command(_gazetteer, "find")(gazetteer.find)
command(_gazetteer, "import")(gazetteer.import_file)
command(_gazetteer, "list")(gazetteer.list_layers)
command(app, "search")(search.search)
command(app, "note")(note.note)
command(app, "history")(history.history)
command(app, "incident")(incident.incident)
command(app, "contradictions")(contradictions.contradictions)
command(app, "corroboration")(corroboration.corroboration)
command(app, "timeline")(timeline.timeline)
asof.register(app)
count.register(app)

command(app, "check")(check.check)
command(app, "log")(log.log)

_record = group(app, "record", "What sources say: put, revise, judge, look.")
command(_record, "put")(record_put.put)
command(_record, "show")(record_show.show)
command(_record, "history")(record_show.history)
command(_record, "list")(record_show.list_records)
command(_record, "retract")(record_judge.retract)
command(_record, "assess")(record_judge.assess)
command(_record, "same-as")(record_judge.same_as)
command(_record, "link")(record_judge.link)
command(_record, "decide")(record_decide.decide)
command(_record, "schema")(record_schema.schema)
command(_record, "terms")(record_schema.terms)
command(app, "cite")(cite.cite)
command(app, "citations")(citations.citations)

_checkpoint = group(app, "checkpoint", "Checkpoints for others to hold.")
command(_checkpoint, "print")(checkpoint.print_checkpoint)
command(_checkpoint, "held-by")(checkpoint.held_by)

_case = group(app, "case", "Which case is meant; taking one over.")
command(_case, "use")(case.use)
command(_case, "adopt")(case.adopt)

command(app, "casefile")(casefile.casefile)

command(app, "clear")(clear.clear)
command(app, "redact")(redact.redact)
command(app, "disclose")(disclose.disclose)
command(app, "disclosures")(disclosures.disclosures)
command(app, "recall")(disclosures.recall)
command(app, "verify")(verify.verify)
command(app, "receive")(receive.receive)

_export = group(app, "export", "Export to formats of others.")
command(_export, "bagit")(export.bagit)
command(_export, "csv")(export.csv)
command(_export, "jsonl")(export.jsonl)
command(_export, "ftm")(export.ftm)
command(_export, "geojson")(export.geojson)

_compartment = group(app, "compartment", "Protected sources: a part with a key of its own.")
command(_compartment, "create")(compartment.create)
command(_compartment, "show")(compartment.show)
command(_compartment, "grant")(compartment.grant)
command(_compartment, "break-glass")(compartment.break_glass)

command(app, "hold")(hold.hold)
command(app, "release")(release.release)
command(app, "erase")(erase.erase)

_key = group(app, "key", "Passphrase, back-up of keys, recovery.")
command(_key, "change-passphrase")(key.change_passphrase)
command(_key, "backup")(key.backup)
command(_key, "restore")(key.restore)
command(_key, "recover")(key.recover)

_index = group(app, "index", "The index, which can be made anew.")
command(_index, "rebuild")(index.rebuild)

command(app, "up")(up.up)
command(app, "demo")(demo.demo)
