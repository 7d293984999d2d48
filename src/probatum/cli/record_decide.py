"""``probatum record decide``: what a person decides about suggestions, one or many."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli.calls import Call
from probatum.cli.failing import described
from probatum.cli.record_put import one_record, opened
from probatum.cli.wording import many
from probatum.errors import UseError

if TYPE_CHECKING:
    from probatum.acts.decide_suggestion import Bulk, Decided
    from probatum.acts.session import Session
    from probatum.cli.calls import Json

MOST_LINES = 40


class Verdict(StrEnum):
    """What a person decides about a suggestion."""

    accept = "accept"
    reject = "reject"
    undo = "undo"


def decide(
    call: Call,
    record: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="The suggestion; with undo the decision."),
    ] = None,
    verdict: Annotated[
        Verdict | None,
        typer.Argument(metavar="[accept|reject|undo]", help="What to do about it."),
    ] = None,
    correct: Annotated[
        str | None,
        typer.Option("--correct", metavar="FILE",
                     help="Make this record instead of the proposed one; - is standard input."),
    ] = None,
    same_as: Annotated[
        str | None,
        typer.Option("--same-as", metavar="ID", help="With accept: it means this record."),
    ] = None,
    reasons: Annotated[str | None, typer.Option("--reasons", help="On what grounds.")] = None,
    noun: Annotated[
        str | None, typer.Option("--noun", help="Accept in bulk: those that propose this noun.")
    ] = None,
    group: Annotated[
        str | None, typer.Option("--group", help="Accept in bulk: those of this group.")
    ] = None,
    extractor: Annotated[
        str | None, typer.Option("--extractor", help="Accept in bulk: those of this program.")
    ] = None,
) -> None:  # fmt: skip
    """Accept, correct or reject what a machine suggests.

    Accepting makes the record that is proposed: *the source says this*, not *this is so*. The
    suggestion stays. With --same-as no record is made: it means one of the case. Without an ID,
    --noun, --group and --extractor say which open suggestions are accepted in bulk: each decision
    says so, and it is not a review. Exit code 1 says that some could not be accepted, or that none
    fits.
    """
    in_bulk = bool(noun or group or extractor)
    _require_one_way(record, verdict, correct, reasons, in_bulk=in_bulk)
    if same_as is not None and (record is None or verdict is not Verdict.accept):
        raise UseError("wrong-use", item="--same-as", expected="an ID with accept",
                       found="something else",
                       remedy="read `probatum record decide --help`")  # fmt: skip
    with call.session() as session:
        from probatum.acts import decide_suggestion as act

        if in_bulk:
            chosen = act.Filter(noun, group, extractor)
            done = act.accept_all(session, chosen)
            _show_bulk(call, done)
        elif record is not None and verdict is Verdict.undo:
            ids = act.undo(session, record, reasons or "")
            if call.as_json:
                call.answer({"retracted": list(ids)})
            else:
                print(f"Retracted the decision and {len(ids) - 1} of what it made.")
        elif record is not None:
            _show(call, _decided(session, record, verdict, correct, reasons, same_as))


def _require_one_way(
    record: str | None,
    verdict: Verdict | None,
    correct: str | None,
    reasons: str | None,
    *,
    in_bulk: bool,
) -> None:
    one = record is not None and (verdict is None) != (correct is None)
    bulk = in_bulk and verdict in (None, Verdict.accept) and correct is None and reasons is None
    if (not one or in_bulk) if record is not None else not bulk:
        raise UseError(
            "wrong-use", item="decide",
            expected="an ID with accept, reject, undo or --correct FILE; or, without an ID, a "
            "filter of what is accepted in bulk: --noun, --group, --extractor",
            found="something else", remedy="read `probatum record decide --help`",
        )  # fmt: skip
    if one and verdict is not Verdict.accept and not (reasons or "").strip():
        raise UseError(
            "wrong-use", item="decide", expected="--reasons TEXT", found="none",
            remedy="say why it is corrected, rejected or undone",
        )  # fmt: skip


def _decided(
    session: Session, record: str, verdict: Verdict | None, correct: str | None,
    reasons: str | None, same_as: str | None,
) -> Decided:  # fmt: skip
    from probatum.acts import decide_suggestion as act

    if correct is not None:
        with opened(correct) as (stream, name, _):
            fields = one_record(stream, name)
        return act.correct(session, record, fields, reasons or "")
    if verdict is Verdict.accept:
        return act.accept(session, record, reasons, same_as=same_as)
    return act.reject(session, record, reasons or "")


def _show(call: Call, done: Decided) -> None:
    if call.as_json:
        call.answer(_json(done))
        return
    for each in done.made:
        print(f"Recorded: {each.noun} {each.ref}, entry {each.index} of the log.")
    print(f"Decision {done.decision.ref}, entry {done.decision.index} of the log.")


def _show_bulk(call: Call, done: Bulk) -> None:
    if call.as_json:
        call.answer({
            "accepted": [_json(each) for each in done.accepted],
            "refused": [{"ref": ref, "error": error.as_dict()} for ref, error in done.refused],
        })  # fmt: skip
    else:
        for each in done.accepted[:MOST_LINES]:
            [made] = each.made
            print(f"Recorded: {made.noun} {made.ref}, decision {each.decision.ref}")
        if len(done.accepted) > MOST_LINES:
            print(
                f"... and {len(done.accepted) - MOST_LINES:,} more: probatum record list decision"
            )
        for ref, error in done.refused[:MOST_LINES]:
            print(f"{ref} not accepted: {described(error)}")
        if not done.accepted and not done.refused:
            print("No suggestion that nobody decided about fits this.")
        else:
            refused = f"; {len(done.refused):,} NOT accepted" if done.refused else ""
            said = f"{many(len(done.accepted), 'suggestion')} accepted in bulk"
            print(f"{said}, reviewed by nobody{refused}.")
    if done.refused or not done.accepted:
        raise typer.Exit(1)


def _json(done: Decided) -> dict[str, Json]:
    return {
        "decision": {"id": done.decision.id, "ref": done.decision.ref},
        "made": [{"id": each.id, "ref": each.ref, "noun": each.noun} for each in done.made],
    }
