"""``probatum record retract``, ``same-as``, ``assess``, ``link``: what people judge."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli.calls import Call
from probatum.errors import UseError

if TYPE_CHECKING:
    from probatum.acts.put_record import Put

_Id = Annotated[str, typer.Argument(metavar="ID", help="Reference or id of the record.")]
_Reasons = Annotated[str, typer.Option("--reasons", help="On what grounds.")]


class Answer(StrEnum):
    """Whether two records mean the same."""

    yes = "yes"
    no = "no"
    undecided = "undecided"


def retract(
    call: Call,
    record: _Id,
    why: Annotated[str, typer.Option("--why", help="Why it counts no more.")],
) -> None:
    """Withdraw a record; it stays and counts no more.

    A new version with a reason (record put --id) makes it count again.
    """
    with call.session() as session:
        from probatum.acts.retract_record import retract as retract_record

        index = retract_record(session, record, why)
    if call.as_json:
        call.answer({"entry": index})
    else:
        print(f"Retracted, entry {index} of the log. It stays in the history.")


def same_as(
    call: Call,
    first: _Id,
    second: _Id,
    answer: Annotated[
        Answer, typer.Argument(metavar="yes|no|undecided", help="Whether they mean the same.")
    ],
    reasons: _Reasons,
) -> None:
    """Say whether two records mean the same thing.

    Nothing is merged. A later answer by the same person is a new version of the first one.
    """
    with call.session() as session:
        from probatum.acts.same_as import same_as as judge

        done = judge(session, first, second, answer.value, reasons)
    _answer(call, done)


def assess(
    call: Call,
    target: Annotated[
        str, typer.Argument(metavar="ID", help="Item or record; with --agree or --disagree an "
                            "assessment.")
    ],
    reasons: _Reasons,
    dimension: Annotated[
        str | None, typer.Option("--dimension", help="What is judged: record terms dimension.")
    ] = None,
    value: Annotated[str | None, typer.Option("--value", help="The judgement in a word.")] = None,
    agree: Annotated[
        bool | None,
        typer.Option("--agree/--disagree", help="Review another person's assessment."),
    ] = None,
) -> None:  # fmt: skip
    """Judge an item or record, or review an assessment.

    A second reviewer is another person than whoever assessed.
    """
    whole = dimension is not None and value is not None
    if not (whole if agree is None else dimension is None):
        raise UseError(
            "wrong-use", item="assess",
            expected="--dimension and --value, or one of --agree and --disagree", found="others",
            remedy="read `probatum record assess --help`",
        )  # fmt: skip
    with call.session() as session:
        from probatum.acts import assess as act

        if agree is not None:
            done = act.review(session, target, reasons, agrees=agree, value=value)
        else:
            said = {"dimension": dimension, "value": value, "reasons": reasons}
            done = act.assess(session, target, said)
    _answer(call, done)


def link(
    call: Call,
    item: Annotated[str, typer.Argument(metavar="ID", help="The item that is this ...")],
    relation: Annotated[
        str,
        typer.Argument(metavar="RELATION", help="translation_of, attachment_of, reprint_of, "
                       "transcript_of, working_copy_of, redacted_version_of, part_of, answers or "
                       "same_scene_as."),
    ],
    of: Annotated[str, typer.Argument(metavar="ID", help="... of this item.")],
    maker: Annotated[
        str | None, typer.Option("--maker", help="Who translated or transcribed it.")
    ] = None,
    remark: Annotated[str | None, typer.Option("--remark", help="What else to say of it.")] = None,
) -> None:  # fmt: skip
    """Say how one item stands to another."""
    with call.session() as session:
        from probatum.acts.link_items import link_items

        said = {"maker": maker, "remark": remark}
        more = {name: value for name, value in said.items() if value is not None}
        done = link_items(session, item, relation, of, more)
    _answer(call, done)


def _answer(call: Call, done: Put) -> None:
    if call.as_json:
        call.answer({"id": done.id, "ref": done.ref, "noun": done.noun, "entry": done.index,
                     "done": done.done})  # fmt: skip
    else:
        print(f"{done.done.capitalize()}: {done.noun} {done.ref}, entry {done.index} of the log.")
