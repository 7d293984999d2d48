"""``probatum check``: is everything that is stored what the log says it is?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli.calls import Call
from probatum.cli.wording import columns, many, shown, wrapped
from probatum.errors import UseError

if TYPE_CHECKING:
    from probatum.acts.check_case import Check

_WORD = "probatum-checkpoint "
_MOST_BYTES = 1 << 20


def check(
    call: Call,
    quick: Annotated[
        bool, typer.Option("--quick", help="Leave out reading every original again.")
    ] = False,
    held: Annotated[
        str | None,
        typer.Option(
            "--held", metavar="FILE|LINE", help="A checkpoint that somebody else kept for you."
        ),
    ] = None,
) -> None:
    """Check that nothing that is stored has changed.

    Exit code 1 says that something failed; the findings say what.
    """
    kept = _checkpoint(held) if held is not None else None
    with call.session() as session:
        from probatum.acts.check_case import check as check_case
        from probatum.cli.progress import stages_bar

        with stages_bar("Checking") as update:

            def tell(what: str, done: int, total: int) -> None:
                if what.startswith("object "):
                    update("an original", done, total, in_bytes=True)
                else:
                    update(what, done, total)

            found = check_case(session, quick=quick, held=kept, on_progress=tell)
    if call.as_json:
        call.answer(
            {
                "result": "failed" if found.failed else "nothing failed",
                "failed": found.failed,
                "not_checked": found.not_checked,
                "findings": [
                    {
                        "step": finding.step,
                        "outcome": finding.outcome,
                        "subject": finding.subject,
                        "text": finding.text,
                    }
                    for finding in found.findings
                ],
            }
        )
    else:
        print(_text(found))
    if found.failed:
        raise typer.Exit(1)


def _checkpoint(held: str) -> str:
    """Return the checkpoint in a line, or in a file as `checkpoint print` or a person wrote it."""
    if held.lstrip().startswith(_WORD):
        return held
    try:
        with Path(held).open("rb") as file:
            text = file.read(_MOST_BYTES).decode("utf-8", "replace")
    except OSError:
        raise UseError(
            "wrong-use", item="--held", expected="a checkpoint line, or a file that holds one",
            found="a file that cannot be read", remedy=f"it begins with `{_WORD.strip()}`",
        ) from None  # fmt: skip
    for line in text.splitlines():
        if line.lstrip("> ").startswith(_WORD):
            return line.lstrip("> ")
    return text


def _text(found: Check) -> str:
    parts: list[str] = []
    step = 0
    for finding in found.findings:
        if finding.step != step:
            step = finding.step
            parts.append("" if parts else "Integrity check\n")
        mark = finding.outcome.upper() if finding.outcome == "failed" else finding.outcome
        parts.append(f"{step:>2}  {mark:<12} {shown(finding.subject)}")
        parts.append(wrapped(shown(finding.text), " " * 17, columns() or 78))
    verified = len(found.findings) - found.failed - found.not_checked
    counts = f"{many(verified, 'finding')} verified, {found.not_checked} not checked"
    if found.failed:
        last = (
            f"FAILED: {many(found.failed, 'finding')} FAILED, {counts}. What failed is named above."
        )
    else:
        last = f"NOTHING FAILED: {counts}."
    return "\n".join([*parts, "", last])
